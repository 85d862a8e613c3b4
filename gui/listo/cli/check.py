"""`listo check`: what is wrong with a mapping sheet, and a copy with the safe corrections made."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listo.cli import streams
from listo.cli.arguments import OpenedMapping, UsageError, options_of, read_mapping, read_references
from listo.core import resources
from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.mapping.cell_text import on_one_line
from listo.core.paths import is_folder
from listo.core.texts import Texts

if TYPE_CHECKING:
    from listo.core.catalogue.entries import Severity
    from listo.core.checks.types import Report
    from listo.core.coverage.model import FileCoverage
    from listo.core.file_kinds import OpenedFile
    from listo.core.mapping.sheet import MappingSheet
    from listo.core.readiness.readiness import Readiness
    from listo.core.reports.files import FileFormat
    from listo.core.reports.model import Corrections, Document
    from listo.core.skus.options import Options

_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")
"""What a spreadsheet's name ends with; only such files of a folder are looked at."""

_OTHER_KINDS = ("not-a-mapping", "file-not-a-spreadsheet")
"""Why a file in a folder is none of the sheets that are meant."""


_ReadMapping = Callable[[Path], OpenedMapping]
"""Reads the mapping sheet of a file; raises InputError."""


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Check a mapping sheet, report, save the corrected copy if asked for; return the exit status."""
    with gc_paused():
        return _run(options, texts)


def _run(options: argparse.Namespace, texts: Texts) -> int:
    from listo.core.checks import engine
    from listo.core.file_kinds import references_of

    if options.format == "xlsx" and options.output is None:
        raise UsageError("usage.output")
    named, against = _files(options)
    several = len(named) > 1 or is_folder(named[0])
    if several and options.format == "html" and options.output is None:
        raise UsageError("usage.output-folder")
    read = partial(read_mapping, name=options.sheet, to_copy=options.fix_to is not None)
    first = None if several else read(named[0])
    opened = read_references(against)
    references, told = references_of(opened), options_of(options, opened)

    def check(candidate: MappingSheet) -> Report:
        return engine.run(candidate, references, options=told)

    def check_one(found: OpenedMapping, fix_to: Path | None, sources: Sequence[Path]) -> _Checked:
        report = check(found.sheet)
        kept = [*sources, *(one.path for one in opened)]
        corrections = _save_fixed(found, report, check, fix_to, kept, options.force) if fix_to else None
        return _Checked(found.path, found.sheet, opened, told, report, corrections)

    if first is None:
        return _check_several(named, against, read, check_one, options, texts)
    checked = check_one(first, options.fix_to, [first.path])
    _deliver(checked, options, texts)
    return 1 if checked.is_wrong else 0


@dataclass(frozen=True, slots=True)
class _Checked:
    """A sheet and all that is known of it; `corrections` are there where a copy was asked for."""

    mapping: Path
    sheet: MappingSheet
    opened: Sequence[OpenedFile]
    options: Options
    report: Report
    corrections: Corrections | None

    @property
    def sources(self) -> list[Path]:
        """The files that an answer may never be written over."""
        copies = [Path(self.corrections.copy)] if self.corrections and self.corrections.copy else []
        return [self.mapping, *(one.path for one in self.opened), *copies]

    @property
    def is_wrong(self) -> bool:
        """Whether anything is wrong: information alone is nothing wrong."""
        return any(finding.severity != "info" for finding in self.report.findings)


@dataclass(frozen=True, slots=True)
class _Unusable:
    """A file that cannot be used, and why."""

    mapping: Path
    error: InputError


# Several sheets in one run


def _check_several(
    named: Sequence[Path],
    against: Sequence[Path],
    read: _ReadMapping,
    check_one: Callable[[OpenedMapping, Path | None, Sequence[Path]], _Checked],
    options: argparse.Namespace,
    texts: Texts,
) -> int:
    """Check each sheet on its own; return the exit status."""
    copies_there = [options.fix_to] if options.fix_to else []  # perhaps of the last time, in a folder named
    found = list(_mappings(named, [*against, *copies_there], read))
    sources = [one.mapping if isinstance(one, _Unusable) else one.path for one in found]
    if any(isinstance(one, OpenedMapping) for one in found):
        _make_folders(options.fix_to, options.output if options.format in ("html", "xlsx") else None)
    copies = _names_in(options.fix_to, sources) if options.fix_to else [None] * len(sources)
    results: list[_Checked | _Unusable] = []
    for one, copy in zip(found, copies, strict=True):
        if isinstance(one, OpenedMapping):
            try:
                results.append(check_one(one, copy, sources))
            except InputError as error:
                results.append(_Unusable(one.path, error))
        else:
            results.append(one)
    unusable = [one for one in results if isinstance(one, _Unusable)]
    all_unusable = len(unusable) == len(results)
    if not all_unusable or options.format == "json":
        _deliver_several(results, options, texts)
    if all_unusable:
        raise unusable[0].error
    return 1 if unusable or any(one.is_wrong for one in results if isinstance(one, _Checked)) else 0


def _mappings(
    named: Sequence[Path], against: Sequence[Path], read: _ReadMapping
) -> Iterator[OpenedMapping | _Unusable]:
    """Yield the mapping sheet of each file named, and of those in a folder that have one."""
    for path in named:
        try:
            if is_folder(path):
                yield from _mappings_in(path, against, read)
            else:
                yield read(path)
        except InputError as error:
            yield _Unusable(path, error)


def _mappings_in(
    folder: Path, against: Sequence[Path], read: _ReadMapping
) -> Iterator[OpenedMapping | _Unusable]:
    """Yield every mapping sheet in a folder and in those inside it; files of other kinds are passed over."""
    whole = folder.resolve()
    others = {path.resolve() for path in against} - {whole, *whole.parents}
    any_there = False
    closed: list[OSError] = []
    for path in _spreadsheets_in(folder, closed):
        if not others.isdisjoint((path.resolve(), *path.resolve().parents)):
            continue
        try:
            found: OpenedMapping | _Unusable = read(path)
        except InputError as error:
            if error.code in _OTHER_KINDS:
                continue
            within = {**error.arguments, "file": _name_within(folder, path)}
            found = _Unusable(path, InputError(error.code, **within))
        any_there = True
        yield found
    for path in (Path(error.filename) for error in closed):
        yield _Unusable(path, InputError("file-not-readable", file=_name_within(folder, path)))
    if not any_there and not closed:
        raise InputError("no-mapping-in-folder", file=folder.name or str(folder))


def _name_within(folder: Path, path: Path) -> str:
    return Path(folder.name, path.relative_to(folder)).as_posix()


def _spreadsheets_in(folder: Path, closed: list[OSError]) -> list[Path]:
    """Return the files of a folder and of those inside it that may be spreadsheets, folder by folder.

    Those of open programs and what is hidden are none; no link to a folder is followed. `closed` is told of
    folders that cannot be looked into.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(place, name) for name in sorted(names) if not name.startswith((".", "~$")))
        found += (path for path in files if path.suffix.lower() in _SUFFIXES and path.is_file())
    return found


def _make_folders(*folders: Path | None) -> None:
    for folder in filter(None, folders):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError("file-not-writable", file=folder.name or str(folder)) from error


def _names_in(folder: Path, paths: Sequence[Path], suffix: str = "") -> list[Path]:
    """Return where in a folder each file's copy or report goes: by its name, numbered where one is taken."""
    taken: set[str] = set()
    names: list[Path] = []
    for path in paths:
        stem, ending, number = path.stem, suffix or path.suffix, 1
        while (name := f"{stem}{f' ({number})' if number > 1 else ''}{ending}").casefold() in taken:
            number += 1
        taken.add(name.casefold())
        names.append(folder / name)
    return names


def _deliver_several(
    results: Sequence[_Checked | _Unusable], options: argparse.Namespace, texts: Texts
) -> None:
    sources = [
        path for one in results for path in (one.sources if isinstance(one, _Checked) else [one.mapping])
    ]
    if options.format == "json":
        answer = [streams.as_json(_results(results, texts), listed="results")]
    elif options.format == "text":
        answer = [_texts_of(results, options.output, texts)]
    else:
        targets = _names_in(options.output, [one.mapping for one in results], f".{options.format}")
        for one, target in zip(results, targets, strict=True):
            if isinstance(one, _Checked):
                _write_report(_document(one, texts), target, options.format, sources)
        answer = [_texts_of([one for one in results if isinstance(one, _Unusable)], None, texts, results)]
        streams.show(answer)
        return
    streams.deliver(answer, options.output, sources)


def _results(results: Sequence[_Checked | _Unusable], texts: Texts) -> dict[str, Any]:
    """Return the document of `--format json` for several sheets."""
    documents = [
        {
            "path": str(one.mapping),
            **_result(one),
            "findings": list(_findings(one.report, texts)),
        }
        if isinstance(one, _Checked)
        else {
            "path": str(one.mapping),
            "file": one.mapping.name,
            "error": one.error.code,
            "message": texts.input_error(one.error, "command"),
        }
        for one in results
    ]
    return {"results": documents, "counts": _sums(results)}


def _sums(results: Sequence[_Checked | _Unusable]) -> dict[Severity, int]:
    severities = [f.severity for one in results if isinstance(one, _Checked) for f in one.report.findings]
    return {severity: severities.count(severity) for severity in ("error", "warning", "info")}


def _texts_of(
    results: Sequence[_Checked | _Unusable],
    output: Path | None,
    texts: Texts,
    summed: Sequence[_Checked | _Unusable] = (),
) -> str:
    """Return a part for each sheet, and a summary."""
    from listo.core.reports.text import render_summary

    parts = [
        _as_text(one, output, texts)
        if isinstance(one, _Checked)
        else f"{on_one_line(one.mapping.name)}\n{on_one_line(texts.input_error(one.error, 'command'))}\n"
        for one in results
    ]
    every = summed or results
    unusable = sum(isinstance(one, _Unusable) for one in every)
    summary = render_summary(_sums(every), len(every) - unusable, unusable, texts.language)
    return "\n".join([*parts, summary])


# Answers


def _deliver(checked: _Checked, options: argparse.Namespace, texts: Texts) -> None:
    if options.format == "json":
        parts = streams.json_parts(_result(checked), "findings", _findings(checked.report, texts))
        streams.deliver(parts, options.output, checked.sources)
    elif options.format == "text":
        streams.deliver([_as_text(checked, options.output, texts)], options.output, checked.sources)
    else:
        _deliver_report(_document(checked, texts), options, checked.sources)


def _deliver_report(document: Document, options: argparse.Namespace, sources: Sequence[Path]) -> None:
    from listo.core.reports.html import render_html

    if options.output is None:
        streams.deliver(render_html(document), None, sources)
    else:
        _write_report(document, options.output, options.format, sources)


def _write_report(document: Document, target: Path, form: FileFormat, sources: Sequence[Path]) -> None:
    from listo.core.reports.files import write_report

    write_report(document, target, form, sources=sources, overwrite=True)


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

    made = Document(
        file=checked.mapping.name,
        sheet=checked.sheet,
        report=checked.report,
        language=texts.language,
        references=tuple(Reference(one.path.name, one.kind) for one in checked.opened),
        corrections=checked.corrections or Corrections(()),
    )
    readiness = _judged(checked)
    return _with_skus(made, readiness) if readiness else made


def _with_skus(document: Document, readiness: Readiness) -> Document:
    """Return a report with what becomes of the SKUs, and what hangs on each kind of problem."""
    from listo.core.readiness.model import EXPORTS
    from listo.core.readiness.rules import FINDING_OF
    from listo.core.reports.model import IssueSkus

    counted = {one.code: IssueSkus(one.skus, one.alone) for one in readiness.numbers.by_code}
    reasons = {one.code: FINDING_OF.get(one.code, one.code) for one in document.report.findings}
    return replace(
        document,
        skus=readiness.numbers.skus,
        missing_exports=tuple(each for each in EXPORTS if each in readiness.missing),
        held_up={code: counted[reason] for code, reason in reasons.items() if reason in counted},
    )


def _files(options: argparse.Namespace) -> tuple[list[Path], list[Path]]:
    """Return the sheets and folders that are named, each once, and the references."""
    if options.sample:
        if options.mapping:
            raise UsageError("usage.sample", what=str(options.mapping[0]))
        samples = resources.root() / "samples"
        return [samples / "mapping.xlsx"], [samples / "amazon-values.xlsx", *options.against]
    if not options.mapping:
        raise UsageError("usage.missing", what="MAPPING")
    return list(dict.fromkeys(options.mapping)), options.against


def _result(checked: _Checked) -> dict[str, Any]:
    """Return the document of `--format json`, but for its findings: there may be a million of them."""
    sheet, report = checked.sheet, checked.report
    severities = [finding.severity for finding in report.findings]
    result: dict[str, Any] = {
        "file": checked.mapping.name,
        "sheet": sheet.name,
        "header_row": sheet.header.row,
        "rows": len(sheet),
        "references": [{"file": one.path.name, "kind": one.kind} for one in checked.opened],
        "findings": [],
        "counts": {severity: severities.count(severity) for severity in ("error", "warning", "info")},
        "checks_run": list(report.checks_run),
        "checks_skipped": [_skipped_check(code, need) for code, need in report.checks_skipped],
        "category_ids": asdict(report.category_ids),
        "coverage": [_coverage(one) for one in report.coverage],
        "uncovered_categories": list(report.uncovered_categories),
        "skus": _counted_skus(checked),
    }
    if fixed := checked.corrections:
        result["fixed"] = {
            "file": fixed.copy,
            "cells": len(fixed.cells),
            "damaged_parts": list(fixed.damaged_parts),
        }
    return result


def _counted_skus(checked: _Checked) -> dict[str, int] | None:
    """Return how many SKUs are of each state, None where no export tells of SKUs."""
    readiness = _judged(checked)
    return asdict(readiness.numbers.skus) if readiness else None


def _judged(checked: _Checked) -> Readiness | None:
    """Return what becomes of each SKU, None where no export tells of SKUs."""
    from listo.core.file_kinds import references_of

    references = references_of(checked.opened)
    if not references.knows_skus:
        return None
    from listo.core.readiness.readiness import Readiness

    return Readiness(checked.sheet, references, checked.options)


def _findings(report: Report, texts: Texts) -> Iterator[dict[str, Any]]:
    """Yield the document of each finding."""
    from listo.core.checks.findings import grades_of
    from listo.core.reports.texts import say

    for finding in report.findings:
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
            "skus": finding.skus,
        }
        if finding.also_rows_total:
            document["also_rows"] = list(finding.also_rows)
            document["also_rows_total"] = finding.also_rows_total
        if finding.also_skus_total:
            document["also_skus"] = list(finding.also_skus)
            document["also_skus_total"] = finding.also_skus_total
        yield document


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
    found: OpenedMapping,
    report: Report,
    check: Callable[[MappingSheet], Report],
    target: Path,
    sources: Sequence[Path],
    overwrite: bool,
) -> Corrections:
    """Write the copy with every safe fix made; return where it is and what changed."""
    from listo.core.edits.operations import apply_safe_fixes, changed_cells
    from listo.core.mapping.sheet import edits_for_file
    from listo.core.reports.model import Corrections
    from listo.core.workbooks.write import write_copy

    sheet = found.sheet
    mended, _, _ = apply_safe_fixes(sheet, report, check)
    cells = changed_cells(sheet, mended)
    edits = {sheet.name: edits_for_file(sheet, cells)}
    damaged: list[str] = []
    written = write_copy(
        found.workbook, target, edits, overwrite=overwrite, sources=sources, inherits=damaged.extend
    )
    return Corrections(cells, str(written), findings_are_left=False, damaged_parts=tuple(damaged))
