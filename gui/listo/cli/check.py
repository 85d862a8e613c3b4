"""`listo check`: what is wrong with a mapping sheet, and a copy with the safe corrections made."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listo.cli.usage import UsageError, as_json, deliver
from listo.core import resources
from listo.core.errors import InputError
from listo.core.texts import Texts

if TYPE_CHECKING:
    from listo.core.checks import Finding, Report
    from listo.core.intake import Opened
    from listo.core.references import References
    from listo.core.sheets import MappingSheet
    from listo.core.workbooks import Workbook

_ROWS_SHOWN = 5


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Check a mapping sheet, report, save the corrected copy if asked for; return the exit status."""
    from listo.core import checks
    from listo.core.intake import references_of

    mapping, against = _files(options)
    workbook, sheet = _read_mapping(mapping, options.sheet)
    opened = [_read_reference(path) for path in against]
    references = references_of(opened)
    report = checks.run(sheet, references, trade_policy=options.trade_policy)
    result = _result(mapping, sheet, opened, report, texts)
    if options.fix_to:
        written, cells = _save_fixed(workbook, sheet, references, options)
        result["fixed"] = {"file": str(written), "cells": cells}
    shown = as_json(result) if options.format == "json" else _as_text(result, texts)
    deliver(shown, options.output, sources=[mapping, *against])
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
        "checks_skipped": [_skipped_check(code, need) for code, need in report.checks_skipped],
    }


def _finding(finding: Finding, texts: Texts) -> dict[str, Any]:
    from listo.core.checks import say

    document: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity,
        "error_id": finding.error_id,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": say(texts, finding),
        "suggestions": list(finding.suggestions),
        "safe_fix": finding.safe_fix,
    }
    if finding.also_rows_total:
        document["also_rows"] = list(finding.also_rows)
        document["also_rows_total"] = finding.also_rows_total
    return document


def _skipped_check(code: str, need: str) -> dict[str, str]:
    """Return which kind of file a check needs, and which column of it where just that is missing."""
    column = need.removeprefix("column-")
    if column == need:
        return {"code": code, "needs": need}
    kind = "vtex-specifications" if column == "field-name" else "vtex-products"
    return {"code": code, "needs": kind, "column": column}


def _save_fixed(
    workbook: Workbook, sheet: MappingSheet, references: References, options: argparse.Namespace
) -> tuple[Path, int]:
    """Write the copy with every safe fix made; return where it is and how many cells changed."""
    from listo.core.jobs.mending import safe_fixes_for_file
    from listo.core.workbooks import write_copy

    edits = safe_fixes_for_file(sheet, references, trade_policy=options.trade_policy)
    written = write_copy(workbook, options.fix_to, {sheet.name: edits}, overwrite=options.force)
    return written, len(edits)


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
        need = f"column-{one['column']}" if "column" in one else one["needs"]
        needs[need] = needs.get(need, 0) + 1
    return [
        texts.say(_sentence_on_need(need), count=count, need=texts.say(f"need.{need}"))
        for need, count in needs.items()
    ]


def _sentence_on_need(need: str) -> str:
    if need.startswith("column-"):
        return "report.skipped-column"
    return "report.skipped-policy" if need == "trade-policy" else "report.skipped"
