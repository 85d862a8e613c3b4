"""The tab *Check my spreadsheet*: files, problems, SKUs, sending."""

from listo.ui.spreadsheet.tab import SpreadsheetTab

__all__ = ["SpreadsheetTab"]
