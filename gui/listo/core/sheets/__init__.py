"""The mapping sheet: its seven columns found in whatever workbook they stand."""

from listo.core.sheets.mapping import COLUMNS, Column, Header, MappingSheet

__all__ = ["COLUMNS", "Column", "Header", "MappingSheet"]
