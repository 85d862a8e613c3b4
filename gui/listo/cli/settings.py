"""`listo settings`: what is wrong with the settings of an integration, and a reminder for the calendar."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from listo.cli import streams
from listo.cli.arguments import UsageError
from listo.core.mapping.cell_text import without_commands
from listo.core.paths import expanded, is_there
from listo.core.reports.texts import SEVERITY_SIGNS
from listo.core.settings.checks import check
from listo.core.settings.files import ParsedSettings, parse_settings, read_settings
from listo.core.settings.messages import message_of, reminder, say, say_field, say_token
from listo.core.settings.shipping import read_template
from listo.core.settings.tokens import looks_secret
from listo.core.settings.types import FIELDS, CategoryTemplate, SettingsFinding, SettingsReport, parse_date
from listo.core.texts import Texts


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Check the settings in a file or on standard input; return the exit status."""
    if options.settings is None:
        raise UsageError("usage.missing", what="FILE")
    today = _day(options.today)
    parsed, folder = _read(options.settings)
    template = _template(parsed, folder)
    report = check(parsed.settings, today=today, template=template, secret_keys=parsed.secret_keys)
    _show(report, parsed, options.format, texts)
    _mention_what_was_left_out(parsed, texts)  # afterwards: an error is told in one line
    return 1 if report.findings else 0


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    day = parse_date(text)
    if day is None:
        raise UsageError("usage.date", option="--today")
    return day


def _read(name: str) -> tuple[ParsedSettings, Path]:
    """Return the settings, and the folder in which to look for the files that they name."""
    if name == "-":
        return parse_settings(streams.read(), "-"), Path()
    path = Path(name)
    return read_settings(path), path.parent


def _template(parsed: ParsedSettings, folder: Path) -> CategoryTemplate | None:
    """Return what the category template says; its path is relative to the settings, or to where we are."""
    named = parsed.settings.amazon_template.strip()
    if not named or looks_secret(named):
        return None
    path = expanded(Path(named))
    beside = folder / path
    return read_template(beside if is_there(beside) else path)


def _mention_what_was_left_out(parsed: ParsedSettings, texts: Texts) -> None:
    for key, names in (("settings.unknown", parsed.unknown_keys), ("settings.mistaken", parsed.mistaken)):
        if names:
            streams.complain(texts.say(key, count=len(names), names=", ".join(names)))


def _show(report: SettingsReport, parsed: ParsedSettings, form: str, texts: Texts) -> None:
    if form == "ics":
        streams.show_bytes(_reminder(report, parsed, texts))
    elif form == "json":
        streams.show([streams.as_json(_document(report, parsed, texts))])
    else:
        streams.show([without_commands(_as_text(report, texts))])


def _reminder(report: SettingsReport, parsed: ParsedSettings, texts: Texts) -> bytes:
    if report.token.expires_on is None:
        raise UsageError("settings.no-date")
    store = "" if "seller_id" in _withheld(report) else parsed.settings.seller_id.strip()
    country = parsed.settings.marketplace
    return reminder(report.token, store, texts, country=country)


def _withheld(report: SettingsReport) -> set[str]:
    return {finding.field for finding in report.findings if finding.code == "secret-in-field"}


def _document(report: SettingsReport, parsed: ParsedSettings, texts: Texts) -> dict[str, Any]:
    token = report.token
    return {
        "findings": [_finding(one, texts) for one in report.findings],
        "notes": [_finding(one, texts) for one in report.notes],
        "token": {
            "expires_on": token.expires_on and token.expires_on.isoformat(),
            "days_left": token.days_left,
            "state": token.state,
            "authorized_on": token.authorized_on and token.authorized_on.isoformat(),
        },
        "unknown_keys": [*parsed.unknown_keys],
        "unusable_keys": [*parsed.mistaken],
    }


def _finding(finding: SettingsFinding, texts: Texts) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "error_id": finding.error_id,
        "field": finding.field,
        "value": finding.value,
        "message": message_of(finding, texts),
        "suggestions": list(finding.suggestions),
        "difference": finding.difference.kind if finding.difference else None,
    }


def _as_text(report: SettingsReport, texts: Texts) -> str:
    blocks = [_block(finding, texts) for finding in (*report.findings, *report.notes)]
    blocks.append([texts.say("settings.token", state=say_token(report.token, texts))])
    verdict = "settings.found" if report.findings else "settings.none"
    blocks.append([texts.say(verdict, count=len(report.findings))])
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _block(finding: SettingsFinding, texts: Texts) -> list[str]:
    said = say(finding, texts)
    label = say_field(finding.field, texts).label if finding.field in FIELDS else finding.field
    lines = [f"{SEVERITY_SIGNS[finding.severity]} {label}: {said.title}", f"  {said.message}"]
    lines += [f"    {place}" for place in said.places]
    lines += [f"  {said.why}", f"  {said.fix}"]
    if finding.suggestions:
        lines.append("  → " + texts.say("report.suggestion", suggestions=" · ".join(finding.suggestions)))
    return lines
