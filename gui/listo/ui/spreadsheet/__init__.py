"""The tab *Check my spreadsheet*: files, problems, review, save."""

from listo.ui.spreadsheet.tab import SpreadsheetTab

__all__ = ["SpreadsheetTab"]
