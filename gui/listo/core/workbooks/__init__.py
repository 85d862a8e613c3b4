"""Any file of tables that people send, read into text, and a changed copy of it written back."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.workbooks.detect import PACKAGE_ERRORS
    from listo.core.workbooks.model import Cell, CellKind, Table, Workbook, makes_new_workbook
    from listo.core.workbooks.read import read_workbook
    from listo.core.workbooks.sheets_xml.removing import Obstacle
    from listo.core.workbooks.shown import ERROR_TEXTS
    from listo.core.workbooks.write import write_copy
    from listo.core.workbooks.xlsx.remove_rows import obstacles
else:
    __getattr__ = from_parts(
        __name__,
        **{
            "xlsx.remove_rows": ("obstacles",),
            "detect": ("PACKAGE_ERRORS",),
            "sheets_xml.removing": ("Obstacle",),
        },
        model=("Cell", "CellKind", "Table", "Workbook", "makes_new_workbook"),
        read=("read_workbook",),
        shown=("ERROR_TEXTS",),
        write=("write_copy",),
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
