"""`listo check`: what is wrong with a mapping sheet, and a copy with the safe corrections made."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listo.cli import streams
from listo.cli.arguments import UsageError, covers_of
from listo.core import resources
from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.texts import Texts

if TYPE_CHECKING:
    from listo.core.checks.types import Finding, Report
    from listo.core.coverage.model import FileCoverage
    from listo.core.file_kinds import OpenedFile
    from listo.core.mapping.sheet import MappingSheet
    from listo.core.reports.model import Corrections, Document
    from listo.core.workbooks.model import Workbook


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Check a mapping sheet, report, save the corrected copy if asked for; return the exit status."""
    with gc_paused():
        return _run(options, texts)


def _run(options: argparse.Namespace, texts: Texts) -> int:
    from listo.core.checks import engine
    from listo.core.file_kinds import references_of
    from listo.core.skus.options import Options

    if options.format == "xlsx" and options.output is None:
        raise UsageError("usage.output")
    mapping, against = _files(options)
    workbook, sheet = _read_mapping(mapping, options.sheet)
    opened = [_read_reference(path) for path in against]
    references = references_of(opened)
    amazon_files = [one.path for one in opened if one.amazon_values is not None]
    told = Options(trade_policy=options.trade_policy, covers=covers_of(options.covers, amazon_files))

    def check(candidate: MappingSheet) -> Report:
        return engine.run(candidate, references, options=told)

    report = check(sheet)
    sources = [mapping, *(one.path for one in opened)]
    corrections = _save_fixed(workbook, sheet, report, check, options, sources) if options.fix_to else None
    _deliver(_Checked(mapping, sheet, opened, report, corrections), options, texts)
    return 1 if any(finding.severity != "info" for finding in report.findings) else 0


@dataclass(frozen=True, slots=True)
class _Checked:
    """A sheet and all that is known of it; `corrections` are there where a copy was asked for."""

    mapping: Path
    sheet: MappingSheet
    opened: Sequence[OpenedFile]
    report: Report
    corrections: Corrections | None

    @property
    def sources(self) -> list[Path]:
        """The files that an answer may never be written over."""
        copies = [Path(self.corrections.copy)] if self.corrections and self.corrections.copy else []
        return [self.mapping, *(one.path for one in self.opened), *copies]


def _deliver(checked: _Checked, options: argparse.Namespace, texts: Texts) -> None:
    if options.format == "json":
        streams.deliver(
            [streams.as_json(_result(checked, texts), listed="findings")], options.output, checked.sources
        )
    elif options.format == "text":
        streams.deliver([_as_text(checked, options.output, texts)], options.output, checked.sources)
    else:
        _deliver_report(_document(checked, texts), options, checked.sources)


def _deliver_report(document: Document, options: argparse.Namespace, sources: Sequence[Path]) -> None:
    from listo.core.reports.html import render_html
    from listo.core.reports.writer import write_report

    if options.output is None:
        streams.deliver(render_html(document), None, sources)
    else:
        write_report(document, options.output, options.format, sources=sources, overwrite=True)


def _as_text(checked: _Checked, output: Path | None, texts: Texts) -> str:
    from listo.core.reports.text import render_text

    shown_at_once = output is None
    return render_text(
        _document(checked, texts),
        width=streams.terminal_width() if shown_at_once else None,
        colour=shown_at_once and streams.takes_colour(),
    )


def _document(checked: _Checked, texts: Texts) -> Document:
    from listo.core.reports.model import Corrections, Document, Reference

    return Document(
        file=checked.mapping.name,
        sheet=checked.sheet,
        report=checked.report,
        language=texts.language,
        references=tuple(Reference(one.path.name, one.kind) for one in checked.opened),
        corrections=checked.corrections or Corrections(()),
    )


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
    from listo.core.mapping.layout import find_mapping
    from listo.core.workbooks.read import read_workbook

    workbook = read_workbook(path)
    sheet = find_mapping(workbook, name)
    if sheet is None:
        raise InputError("not-a-mapping", file=path.name)
    return workbook, sheet


def _read_reference(path: Path) -> OpenedFile:
    from listo.core.file_kinds import open_file

    opened = open_file(path)
    if opened.amazon_values is None and opened.kind in ("mapping", "messages", "processing-report"):
        raise InputError("reference-not-recognised", file=path.name, case=opened.kind)
    return opened


def _result(checked: _Checked, texts: Texts) -> dict[str, Any]:
    """Return the document of `--format json`."""
    sheet, report = checked.sheet, checked.report
    severities = [finding.severity for finding in report.findings]
    result: dict[str, Any] = {
        "file": checked.mapping.name,
        "sheet": sheet.name,
        "header_row": sheet.header.row,
        "rows": len(sheet),
        "references": [{"file": one.path.name, "kind": one.kind} for one in checked.opened],
        "findings": [_finding(finding, texts) for finding in report.findings],
        "counts": {severity: severities.count(severity) for severity in ("error", "warning", "info")},
        "checks_run": list(report.checks_run),
        "checks_skipped": [_skipped_check(code, need) for code, need in report.checks_skipped],
        "coverage": [_coverage(one) for one in report.coverage],
        "uncovered_categories": list(report.uncovered_categories),
    }
    if fixed := checked.corrections:
        result["fixed"] = {"file": fixed.copy, "cells": len(fixed.cells)}
    return result


def _finding(finding: Finding, texts: Texts) -> dict[str, Any]:
    from listo.core.checks.grades import grades_of
    from listo.core.checks.messages import say

    document: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity,
        "error_id": finding.error_id,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": say(texts, finding),
        "suggestions": list(finding.suggestions),
        "grades": list(grades_of(finding)),
        "safe_fix": finding.safe_fix,
    }
    if finding.also_rows_total:
        document["also_rows"] = list(finding.also_rows)
        document["also_rows_total"] = finding.also_rows_total
    return document


def _coverage(one: FileCoverage) -> dict[str, Any]:
    return {
        "file": one.file,
        "product_types": list(one.product_types),
        "categories": list(one.categories),
        "how": one.how,
    }


def _skipped_check(code: str, need: str) -> dict[str, str]:
    """Return which kind of file a check needs, and which column of it where just that is missing."""
    column = need.removeprefix("column-")
    if column == need:
        return {"code": code, "needs": need}
    kind = "vtex-specifications" if column == "field-name" else "vtex-products"
    return {"code": code, "needs": kind, "column": column}


def _save_fixed(
    workbook: Workbook,
    sheet: MappingSheet,
    report: Report,
    check: Callable[[MappingSheet], Report],
    options: argparse.Namespace,
    sources: Sequence[Path],
) -> Corrections:
    """Write the copy with every safe fix made; return where it is and what changed."""
    from listo.core.edits.operations import apply_safe_fixes, changed_cells
    from listo.core.mapping.sheet import edits_for_file
    from listo.core.reports.model import Corrections
    from listo.core.workbooks.write import write_copy

    mended, _, _ = apply_safe_fixes(sheet, report, check)
    cells = changed_cells(sheet, mended)
    edits = {sheet.name: edits_for_file(sheet, cells)}
    written = write_copy(workbook, options.fix_to, edits, overwrite=options.force, sources=sources)
    return Corrections(cells, str(written), findings_are_left=False)
