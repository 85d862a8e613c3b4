"""Any file of tables that people send, read into text, and a changed copy of it written back."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.workbooks.copies.removal import obstacles
    from listo.core.workbooks.files.recognition import PACKAGE_ERRORS
    from listo.core.workbooks.model import Cell, CellKind, Table, Workbook, makes_new_workbook
    from listo.core.workbooks.reading import read_workbook
    from listo.core.workbooks.sheets_xml.removing import Obstacle
    from listo.core.workbooks.shown import ERROR_TEXTS
    from listo.core.workbooks.writing import write_copy
else:
    __getattr__ = from_parts(
        __name__,
        **{
            "copies.removal": ("obstacles",),
            "files.recognition": ("PACKAGE_ERRORS",),
            "sheets_xml.removing": ("Obstacle",),
        },
        model=("Cell", "CellKind", "Table", "Workbook", "makes_new_workbook"),
        reading=("read_workbook",),
        shown=("ERROR_TEXTS",),
        writing=("write_copy",),
    )

__all__ = [
    "ERROR_TEXTS",
    "PACKAGE_ERRORS",
    "Cell",
    "CellKind",
    "Obstacle",
    "Table",
    "Workbook",
    "makes_new_workbook",
    "obstacles",
    "read_workbook",
    "write_copy",
]
