"""Formulas that call a table's columns by name, followed when a column gets another one.

Excel takes a formula for damage that calls a column by a name it does not bear. Source: ECMA-376 part 1,
18.17.6.7 (structure references).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from listo.core.workbooks.sheets_xml.escapes import decoded, encoded

Renamed = Mapping[str, Mapping[str, str]]
"""For the name of a table, the new name of each column by its old one."""

_FORMULA = re.compile(
    rb"(<(?:[\w.-]+:)?(?:f|definedName|calculatedColumnFormula|totalsRowFormula)(?:\s[^>]*)?(?<!/)>)([^<]+)(?=</)"
)
_SPECIAL = re.compile(r"[\[\]#']")
_NAME = r"(?:'.|[^\[\]'])*"
_COLUMN = re.compile(rf"\[({_NAME})\]")
_PLAIN = re.compile(r"[\w ]+")


def with_names_followed(xml: bytes, renamed: Renamed) -> bytes:
    """Return a part with its formulas calling each column by its new name."""
    for table, names in renamed.items():
        if table.encode() + b"[" in xml:
            xml = _Follower(table, names).follow(xml)
    return xml


class _Follower:
    def __init__(self, table: str, names: Mapping[str, str]) -> None:
        self._table = table
        self._names = {_escaped(old): _escaped(new) for old, new in names.items()}
        self._call = re.compile(rf"(?<![\w.]){re.escape(table)}\[((?:'.|[^\[\]']|\[{_NAME}\])*)\]")

    def follow(self, xml: bytes) -> bytes:
        return _FORMULA.sub(self._formula, xml)

    def _formula(self, found: re.Match[bytes]) -> bytes:
        formula = decoded(found[2].decode())
        followed = self._call.sub(self._called, formula)
        return found[0] if followed == formula else found[1] + encoded(followed).encode()

    def _called(self, found: re.Match[str]) -> str:
        inside = found[1]
        if inside in self._names:
            new = self._names[inside]
            return f"{self._table}[{new}]" if _PLAIN.fullmatch(new) else f"{self._table}[[{new}]]"
        followed = _COLUMN.sub(lambda column: f"[{self._names.get(column[1], column[1])}]", inside)
        return f"{self._table}[{followed}]"


def _escaped(name: str) -> str:
    """Return a column's name as formulas call it."""
    return _SPECIAL.sub(r"'\g<0>", name)
