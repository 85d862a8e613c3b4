"""Any file of tables that people send, read into text, and a changed copy of it written back."""

from listo.core.workbooks.model import Cell, CellKind, Table, Workbook
from listo.core.workbooks.reading import read_workbook

__all__ = ["Cell", "CellKind", "Table", "Workbook", "read_workbook"]
