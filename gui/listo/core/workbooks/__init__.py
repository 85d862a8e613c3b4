"""Any file of tables that people send, read into text, and a changed copy of it written back."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.workbooks.model import Cell, CellKind, Table, Workbook
    from listo.core.workbooks.reading import read_workbook
    from listo.core.workbooks.shown import ERROR_TEXTS
    from listo.core.workbooks.writing import write_copy
else:
    __getattr__ = from_parts(
        __name__,
        model=("Cell", "CellKind", "Table", "Workbook"),
        reading=("read_workbook",),
        shown=("ERROR_TEXTS",),
        writing=("write_copy",),
    )

__all__ = ["ERROR_TEXTS", "Cell", "CellKind", "Table", "Workbook", "read_workbook", "write_copy"]
