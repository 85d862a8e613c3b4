"""`listo skus`: what becomes of each SKU, by what it is held up, and what to correct first."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listo.cli import streams
from listo.cli.arguments import (
    OpenedMapping,
    UsageError,
    options_of,
    read_mapping,
    read_references,
    refuse_without_skus,
)
from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.texts import Language, Texts

if TYPE_CHECKING:
    from listo.core.file_kinds import OpenedFile
    from listo.core.readiness.model import Numbers, SkuResult
    from listo.core.readiness.readiness import Readiness
    from listo.core.references.sku_weights import SkuWeights
    from listo.core.reports.skus import SkuDocument


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Judge the SKUs of the exports by a mapping sheet and tell it; return the exit status."""
    with gc_paused():
        return _run(options, texts)


def _run(options: argparse.Namespace, texts: Texts) -> int:
    from listo.core.file_kinds import references_of
    from listo.core.readiness.readiness import Readiness

    if options.format == "xlsx" and options.output is None:
        raise UsageError("usage.output")
    mapping = read_mapping(options.mapping, options.sheet)
    opened = read_references(options.against)
    references, told = references_of(opened), options_of(options, opened)
    refuse_without_skus(references, opened, texts)
    weights = _read_weights(options.weights) if options.weights else None
    readiness = Readiness(mapping.sheet, references, told, weights.weights if weights else None)
    document = _document(mapping, opened, readiness, weights, options, texts.language)
    sources = [mapping.path, *options.against, *([options.weights] if options.weights else [])]
    _deliver(document, options, texts, sources)
    return 1 if readiness.numbers.skus.blocked else 0


def _read_weights(path: Path) -> SkuWeights:
    from listo.core.references.sku_weights import find_sku_weights
    from listo.core.workbooks.read import read_workbook

    found = find_sku_weights(read_workbook(path), is_said=True)
    if found is None:
        raise InputError("reference-not-recognised", file=path.name, case="weights")
    return found


def _places(readiness: Readiness, options: argparse.Namespace) -> Sequence[int]:
    """Return where the SKUs stand that are asked for: those named, of the states named. Raises UsageError."""
    found = readiness.places(states=frozenset(options.state))
    if not options.sku:
        return found
    named = [_place_of(readiness, sku) for sku in dict.fromkeys(options.sku)]
    there = set(found)
    return [place for place in dict.fromkeys(named) if place in there]


def _place_of(readiness: Readiness, sku: str) -> int:
    place = readiness.place_of(sku)
    if place is None:
        raise UsageError("usage.sku", sku=sku)
    return place


def _document(
    mapping: OpenedMapping,
    opened: Sequence[OpenedFile],
    readiness: Readiness,
    weights: SkuWeights | None,
    options: argparse.Namespace,
    language: Language,
) -> SkuDocument:
    from listo.core.reports.model import Reference
    from listo.core.reports.skus import SkuDocument

    references = [Reference(one.path.name, one.kind) for one in opened]
    if weights:
        references.append(Reference(weights.file, "sku-weights"))
    is_asked = bool(options.sku or options.state)
    if options.format == "text" and not is_asked:
        places = readiness.places(states=("blocked", "at-risk"), order="state")
    else:
        places = _places(readiness, options)
    weighed_by = weights.column or weights.file if weights else ""
    return SkuDocument(
        mapping.path.name,
        mapping.sheet,
        readiness,
        places,
        language,
        tuple(references),
        is_asked,
        weighed_by,
        options.page,
    )


def _deliver(
    document: SkuDocument, options: argparse.Namespace, texts: Texts, sources: Sequence[Path]
) -> None:
    from listo.core.reports.skus import render_sku_csv, render_skus, write_skus

    if options.output is not None and options.format in ("csv", "xlsx"):
        write_skus(document, options.output, options.format, sources=sources, overwrite=True)
    elif options.format == "csv":
        streams.show(render_sku_csv(document))
    elif options.format == "json":
        results = (_result(one, texts) for one in document.results)
        streams.deliver(
            streams.json_parts(_numbers(document, texts), "results", results), options.output, sources
        )
    else:
        at_once = options.output is None
        width = streams.terminal_width() if at_once else None
        told = render_skus(document, width=width, colour=at_once and streams.takes_colour())
        streams.deliver([told], options.output, sources)


# As JSON


def _numbers(document: SkuDocument, texts: Texts) -> dict[str, Any]:
    """Return all of `--format json` but the SKUs one by one."""
    from listo.core.reports.texts import say_note

    readiness = document.readiness
    numbers = readiness.numbers
    return {
        "file": document.file,
        "sheet": document.sheet.name,
        "category_ids": asdict(readiness.category_ids),
        "coverage": [asdict(one) for one in readiness.coverage],
        "uncovered_categories": list(readiness.uncovered_categories),
        "notes": [note._asdict() | {"message": say_note(texts, note)} for note in document.notes],
        "skus": asdict(numbers.skus),
        **_by_code(numbers),
        "results": [],
    }


def _by_code(numbers: Numbers) -> Mapping[str, Any]:
    return {
        "by_code": [one._asdict() for one in numbers.by_code],
        "not_sent_by_code": [
            {"code": code, "skus": count} for code, count in numbers.not_sent_by_code.items()
        ],
    }


def _result(result: SkuResult, texts: Texts) -> dict[str, Any]:
    from listo.core.reports.texts import say_reason

    category = result.category
    return {
        "sku": result.sku,
        "product": result.product,
        "category": {"sheet": category.sheet, "store": category.store, "global": category.global_id},
        "state": result.state,
        "unchecked": ["amazon-values"] if result.is_unchecked else [],
        "needs": list(result.needs),
        "reasons": [one._asdict() | {"message": say_reason(texts, one)} for one in result.reasons],
        "sends": [one._asdict() for one in result.sends],
    }
