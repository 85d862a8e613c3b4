"""How a value reads on the screen: the text that Excel would show for a number, a truth value or a date."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from listo.core.workbooks.model import CellKind

_ERRORS_IN_FILES = """
    #N/A #REF! #NAME? #DIV/0! #NULL! #NUM! #VALUE! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #UNKNOWN!
    #CONNECT! #BUSY! #PYTHON! #EXTERNAL!
"""
_ERRORS_LEFT_AS_TEXT = """
    #N/D #NOME? #NULO! #NÚM! #VALOR! #DESPEJAR! #CAMPO!
    #¡REF! #¿NOMBRE? #¡DIV/0! #¡NULO! #¡NUM! #¡VALOR! #¡DESBORDAMIENTO! #¡CAMPO!
"""  # by Excel in Portuguese and in Spanish

ERROR_TEXTS = frozenset(_ERRORS_IN_FILES.split() + _ERRORS_LEFT_AS_TEXT.split())
"""The texts by which a cell says that its formula failed."""

_SMALLEST_IN_FULL = Decimal("1e-9")
_LARGEST_IN_FULL = Decimal("1e21")

Value = str | float | bool | dt.date | dt.time | dt.timedelta


def number_text(value: float) -> str:
    """Return a number as its 15 significant digits show it: `212`, `39.5`, `0.3`, `7891234567895`.

    Whole numbers keep all their digits up to 1E+20, as in Excel's formula bar, for ids are read whole.
    """
    if isinstance(value, int) or (abs(value) < 1e15 and value.is_integer()):
        return str(int(value))
    digits = Decimal(f"{value:.15g}")
    if digits.is_finite() and _SMALLEST_IN_FULL <= abs(digits) < _LARGEST_IN_FULL:
        return f"{digits:f}"
    return _with_exponent(digits)


def _with_exponent(digits: Decimal) -> str:
    mantissa, _, exponent = f"{digits:E}".partition("E")
    if not exponent:
        return mantissa
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}E{int(exponent):+03d}"


def date_text(value: dt.date | dt.time | dt.timedelta) -> str:
    """Return a date, time or duration in its unmistakable form: `2024-12-10`, `08:30:00`, `36:00:00`."""
    if isinstance(value, dt.timedelta):
        return _duration_text(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, dt.date) else value.isoformat(timespec="seconds")


def _duration_text(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{sign}{hour:02d}:{minute:02d}:{second:02d}"


class ShownTexts(dict[Value, str]):
    """The text of every value met so far, each made once and each equal text kept once.

    Look values up with `texts[value]`. `kinds` names the values met that are not plain.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[Value, CellKind] = {}

    def __missing__(self, value: Value) -> str:
        """Make the text of a value met for the first time."""
        text = self._text(value)
        # To a dictionary True is 1 and False is 0: these four are never kept, so each is made anew.
        if value not in (0, 1):
            self[value] = text
        return text

    def _text(self, value: Value) -> str:
        if isinstance(value, str):
            if value in ERROR_TEXTS:
                self.kinds[value] = "error"
            return value
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, int | float):
            return number_text(value)
        self.kinds[value] = "date"
        return date_text(value)
