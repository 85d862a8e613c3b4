"""The files that a mapping sheet is checked against: told apart by content, read into look-ups."""

from listo.core.references.amazon import read_template
from listo.core.references.lookup import References
from listo.core.references.mandatory import is_mandatory_workbook, read_mandatory
from listo.core.references.messages import (
    ReportedError,
    ReportLine,
    read_messages,
    read_report,
    read_report_lines,
)
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute, ReferenceKind, Requirement
from listo.core.references.names import comparable
from listo.core.references.products import VtexProducts, read_products
from listo.core.references.recognition import is_amazon, recognise
from listo.core.references.specifications import Field, Fields, VtexSpecifications, read_specifications
from listo.core.references.vtex import VtexExport, find_export
from listo.core.workbooks import Workbook


def read_amazon_values(workbook: Workbook) -> AmazonValues:
    """Return what Amazon accepts, from a category template of Amazon or VTEX's mandatory attributes."""
    if not is_amazon(workbook) and is_mandatory_workbook(workbook):
        return read_mandatory(workbook)
    return read_template(workbook)


__all__ = [
    "ALL_TYPES",
    "AmazonValues",
    "Attribute",
    "Field",
    "Fields",
    "ReferenceKind",
    "References",
    "ReportLine",
    "ReportedError",
    "Requirement",
    "VtexExport",
    "VtexProducts",
    "VtexSpecifications",
    "comparable",
    "find_export",
    "read_amazon_values",
    "read_messages",
    "read_products",
    "read_report",
    "read_report_lines",
    "read_specifications",
    "recognise",
]
