"""What a file is, told by what stands in it: never by its name, never asked."""

from __future__ import annotations

from listo.core.references.layout import Layout
from listo.core.references.mandatory import is_mandatory_workbook
from listo.core.references.messages import is_report, read_messages
from listo.core.references.model import ReferenceKind
from listo.core.references.vtex import find_export
from listo.core.workbooks import Workbook


def recognise(workbook: Workbook) -> ReferenceKind | None:
    """Return what kind of reference a workbook is, None where it is none that we know.

    A mapping sheet is none; whether there is one is for `sheets.find_mapping` to say, first.
    """
    if is_report(workbook):
        return "processing-report"
    if is_amazon(workbook) or is_mandatory_workbook(workbook):
        return "amazon-values"
    if (export := find_export(workbook)) is not None:
        return export.kind
    return "messages" if read_messages(workbook) else None


def is_amazon(workbook: Workbook) -> bool:
    """Return whether a workbook is a category template of Amazon, or has a sheet of one that lists values."""
    layout = Layout(workbook)
    if layout.template:
        return True
    return bool(
        layout.vertical_values or layout.horizontal_values or (layout.definitions and layout.named_values)
    )
