"""What a check found, as something to hand on: for a terminal, to read and print, or to work with."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.reports.html import PART, as_html
    from listo.core.reports.model import Corrections, Document, Kind, Reference, kinds_of
    from listo.core.reports.text import as_text
    from listo.core.reports.writing import FORMATS, FileFormat, write_into, write_report
else:
    __getattr__ = from_parts(
        __name__,
        html=("PART", "as_html"),
        model=("Corrections", "Document", "Kind", "Reference", "kinds_of"),
        text=("as_text",),
        writing=("FORMATS", "FileFormat", "write_into", "write_report"),
    )

__all__ = [
    "FORMATS",
    "PART",
    "Corrections",
    "Document",
    "FileFormat",
    "Kind",
    "Reference",
    "as_html",
    "as_text",
    "kinds_of",
    "write_into",
    "write_report",
]
