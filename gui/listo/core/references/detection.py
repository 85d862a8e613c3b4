"""What a file is, told by what stands in it: never by its name, never asked."""

from __future__ import annotations

from dataclasses import replace

from listo.core.references.amazon_template import read_template
from listo.core.references.mandatory_attributes import is_mandatory_workbook, read_mandatory
from listo.core.references.messages import is_report, read_messages
from listo.core.references.model import AmazonValues, ReferenceKind
from listo.core.references.template_layout import TemplateLayout
from listo.core.references.vtex_export import find_export
from listo.core.workbooks.model import Workbook


def detect_kind(workbook: Workbook) -> ReferenceKind | None:
    """Return what kind of reference a workbook is, None where it is none that we know.

    A mapping sheet is none; whether there is one is for `mapping.layout.find_mapping` to say, first.
    """
    if is_report(workbook):
        return "processing-report"
    if is_amazon(workbook) or _is_mandatory(workbook):
        return "amazon-values"
    if (export := find_export(workbook)) is not None:
        return export.kind
    return "messages" if read_messages(workbook) else None


def is_amazon(workbook: Workbook) -> bool:
    """Return whether a workbook is a category template of Amazon, or has a sheet of one that lists values."""
    layout = TemplateLayout(workbook)
    return bool(layout.horizontal_values) or (_has_ids(layout) and layout.is_of_amazon)


def _is_mandatory(workbook: Workbook) -> bool:
    """Return whether a workbook is VTEX's with the mandatory attributes: names of attributes, and no ids."""
    return is_mandatory_workbook(workbook) and not _has_ids(TemplateLayout(workbook))


def _has_ids(layout: TemplateLayout) -> bool:
    """Return whether a workbook is a template of some marketplace, with ids beside the labels."""
    return bool(layout.template or layout.vertical_values or (layout.definitions and layout.named_values))


def read_amazon_values(workbook: Workbook) -> AmazonValues:
    """Return what Amazon accepts, from a category template of Amazon or VTEX's mandatory attributes."""
    mandatory = not is_amazon(workbook) and is_mandatory_workbook(workbook)
    values = read_mandatory(workbook) if mandatory else read_template(workbook)
    return replace(values, file=str(workbook.path))
