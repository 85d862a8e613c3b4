"""What a value reads as: the text that Excel shows for it, by itself or under a number format.

Of a format counts what changes what one reads: zeros in front, decimals, percent, dates. Separators of
thousands and signs of money depend on the machine that shows them and are left out.
Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from listo.core.workbooks.model import Area, Cell, CellKind

_ERRORS_IN_FILES = """
    #N/A #REF! #NAME? #DIV/0! #NULL! #NUM! #VALUE! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #UNKNOWN!
    #CONNECT! #BUSY! #PYTHON! #EXTERNAL!
"""
_ERRORS_LEFT_AS_TEXT = """
    #N/D #NOME? #NULO! #NÚM! #VALOR! #DESPEJAR! #CAMPO!
    #¡REF! #¿NOMBRE? #¡DIV/0! #¡NULO! #¡NUM! #¡VALOR! #¡DESBORDAMIENTO! #¡CAMPO!
"""  # by Excel in Portuguese and in Spanish

_ERRORS_OF_GOOGLE = """
    #ERROR! #ERRO! #¡ERROR! Loading... Loading… Carregando... Carregando… Cargando... Cargando…
"""  # Google Sheets: a formula that it cannot read, and one whose answer had not come when it was saved

_ERRORS_OF_LIBREOFFICE = frozenset(
    f"{name}:{number}" for name in ("Err", "Erro") for number in range(501, 541)
)
"""Source: LibreOffice, "Error Codes in LibreOffice Calc": 501 to 540."""

ERROR_TEXTS = _ERRORS_OF_LIBREOFFICE.union(
    _ERRORS_IN_FILES.split(), _ERRORS_LEFT_AS_TEXT.split(), _ERRORS_OF_GOOGLE.split()
)
"""The texts by which a cell says that its formula failed."""

_SMALLEST_IN_FULL = Decimal("1e-9")
"""0.000000001 has eleven characters: what Excel's General shows of a number (Microsoft, number formats)."""

_LARGEST_IN_FULL = Decimal("1e21")
"""1E+20 is the largest number that Excel's formula bar shows in full."""

_DIGITS = 15
"""The significant digits of Excel's numbers. Source: Microsoft, "Excel specifications and limits"."""

CellValue = str | float | bool | dt.date | dt.time | dt.timedelta

DisplayText = tuple[str, CellKind | None]
"""What a cell reads as, and what it is if not plain."""

Formatter = Callable[[float], DisplayText]
"""Tells what a number reads as."""


class CellFormats(NamedTuple):
    """What cells of a sheet read as where their value alone does not tell; of all cells if `complete`.

    With it come the areas whose cells are merged.
    """

    texts: Mapping[Cell, DisplayText]
    complete: bool = False
    merged: Sequence[Area] = ()


ReadCellFormats = Callable[[str], CellFormats]
"""Reads those of the sheet of that name."""

NO_FORMATS = CellFormats({})


# Values by themselves


def number_text(value: float) -> str:
    """Return a number as its 15 significant digits show it: `212`, `39.5`, `0.3`, `7891234567895`.

    Whole numbers keep all their digits up to 1E+20, as in Excel's formula bar, for ids are read whole.
    """
    if isinstance(value, int) or (abs(value) < 10**_DIGITS and value.is_integer()):
        return str(int(value))
    digits = Decimal(f"{value:.{_DIGITS}g}")
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


class DisplayTexts(dict[CellValue, str]):
    """The text of every value met so far, each made once and each equal text kept once.

    Look values up with `texts[value]`. `kinds` names the values met that are not plain.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[CellValue, CellKind] = {}

    def __missing__(self, value: CellValue) -> str:
        """Make the text of a value met for the first time."""
        text = self._text(value)
        # To a dictionary True is 1 and False is 0: these four are never kept, so each is made anew.
        if value not in (0, 1):
            self[value] = text
        return text

    def _text(self, value: CellValue) -> str:
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


# Numbers under a format

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "date", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "date", 27: "date", 28: "date", 29: "date", 30: "date", 31: "date", 32: "h:mm",
    33: "h:mm:ss", 34: "date", 35: "date", 36: "date", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
    50: "date", 51: "date", 52: "date", 53: "date", 54: "date", 55: "date", 56: "date", 57: "date",
    58: "date",
}  # fmt: skip
"""The codes of the formats that files do not spell out; `date` where the machine's own custom decides."""

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_LANGUAGES = {0x16: "pt", 0x0A: "es"}
"""By the lower half of Windows' number of a place. Source: Microsoft's open specification [MS-LCID], 2.1."""

# The two days from which Excel counts. Source: ECMA-376 part 1, 18.17.4.1.
_EPOCH = dt.datetime(1899, 12, 30)
_EPOCH_1904 = dt.datetime(1904, 1, 1)
_LAST_DAY = 2_958_466  # the first day after 9999-12-31

_MOST_DECIMALS = 255
"""As many as fit a code: one of Excel's has 255 characters at most (Microsoft, Range.NumberFormat)."""

_LONGEST_CODE = 1_024
"""Letters of a code: four times what Excel takes, for other programs' sake."""

_EVERY_DIGIT = Context(prec=309 + _MOST_DECIMALS)
"""Room for the largest number that there is, 1.8E+308, and its decimals."""

_FORMATS_REMEMBERED = 1_024
"""Those of four workbooks: Excel takes 200 to 250 in one (Microsoft, "Excel specifications and limits")."""

_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*')
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_PLACE = re.compile(r"\[\$[^\]-]*-([0-9A-Fa-f]+)[^\]]*\]")
_DATE_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|(\[(?:h+|m+|s+)\])|\[[^\]]*\]|(am/pm|a/p)|(y+|m+|d+|h+|s+)(\.0+)?|(.)',
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours and conditions, blanks as wide as a letter, padding
_LITERAL = r"""(?:"[^"]*"|\\.|[-+()/:!^&'~{}<>=$ ])*"""
_PLAIN_NUMBER = re.compile(
    rf"(?P<before>{_LITERAL})(?P<whole>[#0?,]+)(?:\.(?P<part>[#0?]+))?(?P<percent>%?)(?P<after>{_LITERAL})"
)


def is_general(code: str) -> bool:
    """Return whether the code leaves a number as it is; one longer than any program makes is none."""
    return len(code) > _LONGEST_CODE or code.lower() in ("general", "@", "")


@lru_cache(maxsize=_FORMATS_REMEMBERED)
def formatter(code: str, from_1904: bool = False) -> Formatter:
    """Return what turns a number into what Excel shows under that code, and whether that is a date.

    `from_1904` says that the workbook counts its days from 1904, as Excel for Mac once did.
    """
    if code == "date":
        return lambda value: (_iso(value, from_1904), "date")
    sections = _sections(code)
    if is_date(sections[0]):
        dates = _DateSection(sections[0], from_1904)
        return lambda value: (dates.text(value), "date")
    numbers = [_NumberSection(section) for section in sections[:3]]
    return lambda value: (_number(value, numbers), None)


def is_date(code: str) -> bool:
    """Return whether the code shows days or times."""
    visible = _NOT_SHOWN.sub("", code.split(";", maxsplit=1)[0] if '"' not in code else _sections(code)[0])
    return "general" not in visible.lower() and re.search(r"[dmyhs]", visible, re.IGNORECASE) is not None


def _sections(code: str) -> list[str]:
    found, position = [], 0
    while True:
        match = _SECTION.match(code, position)
        found.append(match[0] if match else "")
        position = (match.end() if match else position) + 1
        if position > len(code):
            return found


def _number(value: float, sections: list[_NumberSection]) -> str:
    if len(sections) > 1 and value < 0:
        return sections[1].text(-value)
    if len(sections) > 2 and value == 0:
        return sections[2].text(value)
    return sections[0].text(value)


class _NumberSection:
    """One section of a code for numbers, taken apart once for all the numbers that it shows."""

    def __init__(self, section: str) -> None:
        self._is_empty = not section
        form = _PLAIN_NUMBER.fullmatch(_UNSEEN.sub("", section))
        self._is_plain = form is not None and not form["whole"].endswith(",")  # which divides by a thousand
        groups = form.groupdict("") if form else dict.fromkeys(_PLAIN_NUMBER.groupindex, "")
        self._whole, self._part, self._percent = groups["whole"], groups["part"], groups["percent"]
        self._before, self._after = _literal(groups["before"]), _literal(groups["after"])

    def text(self, value: float) -> str:
        if not self._is_plain:
            return "" if self._is_empty else number_text(value)
        number = value * 100 if self._percent else value
        if not isfinite(number) or len(self._part) > _MOST_DECIMALS:
            return number_text(value)
        digits = _digits(number, self._whole, self._part)
        return f"{self._before}{digits}{self._percent}{self._after}".strip()


def _digits(value: float, whole: str, part: str) -> str:
    # The digits that Excel knows of, rounded as by hand and not as the binary number would have it.
    exact = Decimal(f"{value:.{_DIGITS}g}").quantize(
        Decimal(1).scaleb(-len(part)), ROUND_HALF_UP, _EVERY_DIGIT
    )
    sign = "-" if exact < 0 else ""
    before, _, after = f"{exact.copy_abs():f}".partition(".")
    before = before.rjust(whole.count("0"), "0") if whole.count("0") else before.lstrip("0")
    needed = len(part.rstrip("#?"))
    after = after[:needed] + after[needed:].rstrip("0")
    return f"{sign}{before}{'.' if part else ''}{after}"


def _literal(text: str) -> str:
    return re.sub(r'"([^"]*)"|\\(.)', lambda found: found[1] or found[2] or "", text)


def _moment(value: float, from_1904: bool) -> dt.datetime | None:
    if not 0 <= value < _LAST_DAY:
        return None
    epoch = _EPOCH_1904 if from_1904 else _EPOCH
    # Excel believes in a 29 February 1900: the days before it are one off.
    days = value + 1 if not from_1904 and value < 60 else value
    return epoch + dt.timedelta(seconds=round(days * 86_400, 3))


def _iso(value: float, from_1904: bool) -> str:
    moment = _moment(value, from_1904)
    return number_text(value) if moment is None else date_text(moment)


class _DateSection:
    """The section of a code for dates, taken apart once for all the dates that it shows."""

    def __init__(self, section: str, from_1904: bool) -> None:
        tokens = list(_DATE_TOKEN.finditer(section))
        minutes = _minutes_in(tokens)
        self._order = [(token[0], place in minutes) for place, token in enumerate(tokens)]
        self._tokens = dict(zip(self._order, tokens, strict=True))  # long codes say the same again and again
        self._half_day = any(token[4] for token in tokens)
        self._is_fine = any(token[6] for token in tokens)
        self._from_1904 = from_1904
        place = _PLACE.search(section)
        language = _LANGUAGES.get(int(place[1], 16) & 0xFF, "en") if place else "en"
        self._months = _MONTHS[language].split()
        self._days = _DAYS[language].split()

    def text(self, value: float) -> str:
        moment = _moment(value, self._from_1904)
        if moment is None:
            return number_text(value)
        rounded = moment if self._is_fine else moment + dt.timedelta(milliseconds=500)
        shown = {each: self._shown(token, each[1], rounded, value) for each, token in self._tokens.items()}
        return "".join([shown[each] for each in self._order])

    def _shown(self, token: re.Match[str], is_minute: bool, moment: dt.datetime, value: float) -> str:
        if token[3]:
            return _elapsed(token[3][1:-1], value)
        if token[4]:
            return ("AM" if moment.hour < 12 else "PM")[: (len(token[4]) - 1) // 2]
        if token[5]:
            return self._unit(token[5].lower(), is_minute, moment) + _fraction(moment, token[6])
        return token[1] or token[2] or token[7] or ""

    def _unit(self, unit: str, is_minute: bool, moment: dt.datetime) -> str:
        if unit[0] == "y":
            return f"{moment.year:04d}" if len(unit) > 2 else f"{moment.year % 100:02d}"
        if unit[0] == "d":
            return _named(self._days, moment.weekday(), moment.day, len(unit))
        if unit[0] == "m" and not (len(unit) < 3 and is_minute):
            return _named(self._months, moment.month - 1, moment.month, len(unit))
        hour = (moment.hour % 12 or 12) if self._half_day else moment.hour
        number = {"h": hour, "m": moment.minute, "s": moment.second}[unit[0]]
        return str(number) if len(unit) == 1 else f"{number:02d}"


def _minutes_in(tokens: Sequence[re.Match[str]]) -> frozenset[int]:
    """Return where `m` stands for minutes: after an hour or before a second."""
    units = {place: unit.lower() for place, token in enumerate(tokens) if (unit := token[5] or token[3])}
    around = zip(units, ["", *units.values()], [*units.values(), ""][1:], strict=False)
    return frozenset(place for place, before, after in around if "h" in before[:2] or "s" in after[:2])


def _fraction(moment: dt.datetime, digits: str | None) -> str:
    return f".{moment.microsecond:06d}"[: len(digits)] if digits else ""


def _elapsed(unit: str, value: float) -> str:
    size = {"h": 3600, "m": 60, "s": 1}[unit[0].lower()]
    return str(int(round(value * 86_400) // size)).rjust(len(unit), "0")


def _named(names: list[str], place: int, number: int, length: int) -> str:
    if length < 3:
        return str(number).rjust(length, "0")
    name = names[place]
    return name[:3] if length == 3 else name[:1] if length == 5 else name
