"""Listo explains and mends what keeps products and orders of a VTEX store from reaching Amazon."""

__version__ = "0.1.0"
