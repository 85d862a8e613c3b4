"""The tab *Check my spreadsheet*: files, problems, review, save."""

from listo.ui.wizard.tab import SpreadsheetTab

__all__ = ["SpreadsheetTab"]
