"""The command line: thin, over the core, and without a display.

What it takes, prints and returns is fixed by the project's contract, so that people can script it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import listo
from listo.core import resources
from listo.core.errors import InputError
from listo.core.texts import LANGUAGES, Language, Texts, system_language

if TYPE_CHECKING:
    from listo.core.checks import Finding, Report
    from listo.core.intake import Opened
    from listo.core.references import References
    from listo.core.sheets import MappingSheet
    from listo.core.workbooks import Workbook

COMMANDS = ("check",)
_ROWS_SHOWN = 5


class UsageError(Exception):
    """The command line itself cannot be understood; `key` and `fields` make the sentence."""

    def __init__(self, key: str, **fields: str) -> None:
        super().__init__(key)
        self.key = key
        self.fields = fields


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether those arguments ask for a sub-command or an option rather than for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0].startswith("-"))


def main(arguments: Sequence[str]) -> int:
    """Run a sub-command and return its exit status: 0 nothing wrong, 1 problems, 2 unusable input."""
    _speak_utf8()
    texts = Texts(_language_asked_for(arguments))
    try:
        return _run(arguments, texts)
    except UsageError as error:
        sys.stderr.write(texts.say(error.key, **error.fields) + "\n")
    except InputError as error:
        sys.stderr.write(texts.input_error(error) + "\n")
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stdout = None  # type: ignore[assignment]
    return 2


def _run(arguments: Sequence[str], texts: Texts) -> int:
    if "--version" in arguments:
        print(f"listo {listo.__version__}")
        return 0
    if "--help" in arguments or "-h" in arguments:
        print(texts.say("help"), end="")
        return 0
    return _check(_parser().parse_args(arguments), texts)


def _speak_utf8() -> None:
    """Print in UTF-8 whatever the console is set to; it may show a wrong letter, never stop."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _language_asked_for(arguments: Sequence[str]) -> Language:
    """Return the language of the answer, needed before the arguments are known to be sound."""
    for before, after in pairwise(arguments):
        if before == "--lang" and after in LANGUAGES:
            return after
    chosen = next((a[7:] for a in arguments if a.startswith("--lang=")), "")
    return next((language for language in LANGUAGES if language == chosen), system_language())


class _Parser(argparse.ArgumentParser):
    """argparse, with its complaints turned into our own sentences."""

    def error(self, message: str) -> NoReturn:
        patterns = {
            "usage.choice": r"argument (?P<option>\S+): invalid choice: .* \(choose from (?P<choices>.+)\)",
            "usage.value": r"argument (?P<option>\S+): expected",
            "usage.missing": r"the following arguments are required: (?P<what>.+)",
            "usage.unknown": r"unrecognized arguments: (?P<what>.+)",
        }
        for key, pattern in patterns.items():
            if found := re.match(pattern, message):
                raise UsageError(key, **{k: v.replace("'", "") for k, v in found.groupdict().items()})
        raise UsageError("usage.unknown", what=message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="listo", add_help=False, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", add_help=False, allow_abbrev=False)
    check.add_argument("mapping", metavar="MAPPING", type=Path, nargs="?")
    check.add_argument("--sample", action="store_true")
    check.add_argument("--against", metavar="FILE", type=Path, action="append", default=[])
    check.add_argument("--sheet", metavar="NAME")
    check.add_argument("--trade-policy", metavar="ID")
    check.add_argument("--lang", choices=LANGUAGES)
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--output", metavar="FILE", type=Path)
    check.add_argument("--fix-to", metavar="FILE", type=Path)
    check.add_argument("--force", action="store_true")
    return parser


def _check(options: argparse.Namespace, texts: Texts) -> int:
    from listo.core import checks

    mapping, against = _files(options)
    workbook, sheet = _read_mapping(mapping, options.sheet)
    opened = [_read_reference(path) for path in against]
    references = _references(opened)
    report = checks.run(sheet, references, trade_policy=options.trade_policy)
    result = _result(mapping, sheet, opened, report, texts)
    if options.fix_to:
        written, cells = _save_fixed(workbook, sheet, references, options)
        result["fixed"] = {"file": str(written), "cells": cells}
    _print_result(result, options, texts, sources=[mapping, *against])
    return 1 if report.findings else 0


def _files(options: argparse.Namespace) -> tuple[Path, list[Path]]:
    if options.sample:
        if options.mapping:
            raise UsageError("usage.sample", what=str(options.mapping))
        samples = resources.root() / "samples"
        return samples / "mapping.xlsx", [samples / "amazon-values.xlsx", *options.against]
    if options.mapping is None:
        raise UsageError("usage.missing", what="MAPPING")
    return options.mapping, options.against


def _read_mapping(path: Path, name: str | None) -> tuple[Workbook, MappingSheet]:
    from listo.core.sheets import find_mapping
    from listo.core.workbooks import read_workbook

    workbook = read_workbook(path)
    sheet = find_mapping(workbook, name)
    if sheet is None:
        raise InputError("not-a-mapping", file=path.name)
    return workbook, sheet


def _read_reference(path: Path) -> Opened:
    from listo.core.intake import open_file

    opened = open_file(path)
    if opened.amazon_values is None and opened.kind in ("mapping", "messages", "processing-report"):
        raise InputError("reference-not-recognised", file=path.name)
    return opened


def _references(opened: Iterable[Opened]) -> References:
    from listo.core.references import References

    return References(tuple(one.amazon_values for one in opened if one.amazon_values is not None))


def _result(
    mapping: Path, sheet: MappingSheet, opened: Sequence[Opened], report: Report, texts: Texts
) -> dict[str, Any]:
    """Return the document of `--format json`, of which the text report shows the same."""
    severities = [finding.severity for finding in report.findings]
    return {
        "file": mapping.name,
        "sheet": sheet.name,
        "header_row": sheet.header.row,
        "rows": len(sheet),
        "references": [{"file": one.path.name, "kind": one.kind} for one in opened],
        "findings": [_finding(finding, texts) for finding in report.findings],
        "counts": {severity: severities.count(severity) for severity in ("error", "warning", "info")},
        "checks_run": list(report.checks_run),
        "checks_skipped": [{"code": code, "needs": need} for code, need in report.checks_skipped],
    }


def _finding(finding: Finding, texts: Texts) -> dict[str, Any]:
    document = {
        "code": finding.code,
        "severity": finding.severity,
        "error_id": finding.error_id,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": texts.finding(finding),
        "suggestions": list(finding.suggestions),
        "safe_fix": finding.safe_fix,
    }
    if finding.also_rows_total:
        document["also_rows"] = list(finding.also_rows)
        document["also_rows_total"] = finding.also_rows_total
    return document


def _save_fixed(
    workbook: Workbook, sheet: MappingSheet, references: References, options: argparse.Namespace
) -> tuple[Path, int]:
    """Write the copy with every safe fix made; return where it is and how many cells changed."""
    from listo.core import fixes
    from listo.core.workbooks import write_copy

    edits = fixes.apply_safe_fixes(sheet, references)
    written = write_copy(workbook, options.fix_to, {sheet.name: edits}, overwrite=options.force)
    return written, len(edits)


def _print_result(
    result: dict[str, Any], options: argparse.Namespace, texts: Texts, sources: Sequence[Path]
) -> None:
    shown = _as_json(result) if options.format == "json" else _as_text(result, texts)
    if options.output is None:
        sys.stdout.write(shown)
        return
    if any(_same_file(options.output, source) for source in sources):
        raise InputError("file-is-original", file=options.output.name)
    try:
        options.output.write_text(shown, encoding="utf-8")
    except OSError as error:
        raise InputError("file-not-writable", file=options.output.name) from error


def _same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _as_json(result: dict[str, Any]) -> str:
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _as_text(result: dict[str, Any], texts: Texts) -> str:
    lines = [*_heading(result, texts), ""]
    for findings in _kinds(result["findings"]):
        lines += [*_kind(findings, texts), ""]
    lines += [_verdict(result, texts), *_skipped(result, texts)]
    if fixed := result.get("fixed"):
        lines.append(texts.say("report.fixed", file=fixed["file"], count=fixed["cells"]))
    return "\n".join(lines) + "\n"


def _heading(result: dict[str, Any], texts: Texts) -> list[str]:
    rows = texts.say("report.rows", count=result["rows"])
    heading = texts.say("report.heading", file=result["file"], sheet=result["sheet"], rows=rows)
    return [heading] + [
        "  " + texts.say("report.reference", file=one["file"], kind=texts.say(f"kind.{one['kind']}"))
        for one in result["references"]
    ]


def _kinds(findings: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return the findings by code, what stops products first, then what is most frequent."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        kinds.setdefault(finding["code"], []).append(finding)
    order = ("error", "warning", "info")
    return sorted(kinds.values(), key=lambda kind: (order.index(kind[0]["severity"]), -len(kind)))


def _kind(findings: list[dict[str, Any]], texts: Texts) -> list[str]:
    first = findings[0]
    mark = {"error": "●", "warning": "▲", "info": "ℹ"}[first["severity"]]
    title = texts.check(first["code"], "title", count=len(findings))
    lines = [f"{mark} {title}  [{texts.say('severity.' + first['severity'])}]"]
    lines.append("  " + texts.check(first["code"], "fix"))
    for finding in findings[:_ROWS_SHOWN]:
        lines.append(f"    {_place(finding, texts)}: {finding['message']}")
        if finding["suggestions"]:
            offers = " · ".join(finding["suggestions"])
            lines.append("      → " + texts.say("report.suggestion", suggestions=offers))
    if len(findings) > _ROWS_SHOWN:
        lines.append("    " + texts.say("report.more", count=len(findings) - _ROWS_SHOWN))
    return lines


def _place(finding: dict[str, Any], texts: Texts) -> str:
    if finding["row"] is None:
        return texts.say("report.sheet")
    if finding["column"] is None:
        return texts.say("report.row", row=finding["row"])
    return texts.say("report.cell", row=finding["row"], column=finding["column"])


def _verdict(result: dict[str, Any], texts: Texts) -> str:
    if not result["findings"]:
        return texts.say("report.none", count=len(result["checks_run"]))
    keys = {"error": "report.errors", "warning": "report.warnings", "info": "report.infos"}
    counts = result["counts"]
    return " · ".join(texts.say(key, count=counts[name]) for name, key in keys.items() if counts[name])


def _skipped(result: dict[str, Any], texts: Texts) -> list[str]:
    """Say honestly what was not checked, and what would allow it."""
    needs: dict[str, int] = {}
    for one in result["checks_skipped"]:
        needs[one["needs"]] = needs.get(one["needs"], 0) + 1
    return [
        texts.say(
            "report.skipped-policy" if need == "trade-policy" else "report.skipped",
            count=count,
            need=texts.say(f"need.{need}"),
        )
        for need, count in needs.items()
    ]
