"""Any file of tables that people send, read into text, and a changed copy of it written back."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.workbooks.model import Cell, CellKind, Table, Workbook, makes_new_workbook
    from listo.core.workbooks.number_formats import ERROR_TEXTS
    from listo.core.workbooks.read import read_workbook
    from listo.core.workbooks.write import write_copy
    from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS
    from listo.core.workbooks.xlsx.remove_rows import Obstacle, obstacles
else:
    __getattr__ = from_parts(
        __name__,
        **{"xlsx.package": ("PACKAGE_ERRORS",), "xlsx.remove_rows": ("Obstacle", "obstacles")},
        model=("Cell", "CellKind", "Table", "Workbook", "makes_new_workbook"),
        number_formats=("ERROR_TEXTS",),
        read=("read_workbook",),
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
