"""The list of texts that Amazon accepts for one attribute, and how texts of it are found again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from listo.core.mapping.whitespace import clean
from listo.core.references.model import Attribute


class AcceptedValues:
    """The list of one attribute: compared without stray blanks, offered as the workbook writes it.

    It is that of one product type, or with none given what any product type takes.
    """

    def __init__(self, attribute: Attribute, product_type: str = "") -> None:
        types = (product_type,) if product_type else ()
        self.texts = attribute.accepted(types)
        self._deprecated = frozenset(
            clean(text) for text in attribute.deprecated if not types or text in self.texts
        )
        self._exact = attribute.spellings(types)

    def has(self, value: str) -> bool:
        """Return whether the list holds this very text, deprecated or not."""
        return value in self._exact or value in self._deprecated

    def is_deprecated(self, value: str) -> bool:
        """Return whether the list holds this very text as one not to be used any more."""
        return value in self._deprecated

    def current(self, values: Iterable[str]) -> tuple[str, ...]:
        """Return those of the values that are not deprecated."""
        return tuple(value for value in values if clean(value) not in self._deprecated)

    def in_other_case(self, value: str) -> tuple[str, ...]:
        """Return the texts of the list that differ from `value` in case alone."""
        return self._by_case.get(value.casefold(), ())

    @cached_property
    def _by_case(self) -> dict[str, tuple[str, ...]]:
        return grouped_by_case(clean(text) for text in self.current(self.texts))


def grouped_by_case(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the texts by what they have in common without regard to case, in their order."""
    groups: dict[str, list[str]] = {}
    for text in dict.fromkeys(texts):
        groups.setdefault(text.casefold(), []).append(text)
    return {folded: tuple(group) for folded, group in groups.items()}
