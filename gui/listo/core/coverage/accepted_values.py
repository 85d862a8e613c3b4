"""The list of texts that Amazon accepts for one attribute, and how texts of it are found again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from listo.core.mapping.whitespace import clean
from listo.core.references.model import Attribute


class ListOfType(NamedTuple):
    """An attribute of a file, and whose list of it counts: a product type's, or that of any where empty."""

    attribute: Attribute
    product_type: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the list, in the file's order and spelling."""
        return self.attribute.accepted(self._types)

    @property
    def spellings(self) -> dict[str, str]:
        """Every text that Amazon takes, see `Attribute.spellings`."""
        return self.attribute.spellings(self._types)

    @property
    def deprecated(self) -> frozenset[str]:
        """The texts of the list that are not to be used any more, clean."""
        listed = set(self.texts)
        marked = (text for text in self.attribute.deprecated if text in listed or not self._types)
        return frozenset(map(clean, marked))

    @property
    def _types(self) -> tuple[str, ...]:
        return (self.product_type,) if self.product_type else ()


class AcceptedValues:
    """The lists of one attribute in several files, joined: what any of them takes is taken.

    Texts are compared without stray blanks and offered as the first file writes them. A text is deprecated
    only where no list has it plain.
    """

    def __init__(self, lists: Sequence[ListOfType]) -> None:
        self.texts = tuple(dict.fromkeys(text for one in lists for text in one.texts))
        self._exact = {form for one in lists for form in one.spellings}
        plain = {form for one in lists for form in one.spellings.keys() - one.deprecated}
        self._deprecated = frozenset(text for one in lists for text in one.deprecated) - plain

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
        """Return the texts that differ from `value` in case alone; deprecated ones if there is no other."""
        folded = value.casefold()
        return self._by_case.get(folded) or self._deprecated_by_case.get(folded, ())

    @cached_property
    def _by_case(self) -> dict[str, tuple[str, ...]]:
        return grouped_by_case(clean(text) for text in self.current(self.texts))

    @cached_property
    def _deprecated_by_case(self) -> dict[str, tuple[str, ...]]:
        return grouped_by_case(sorted(self._deprecated))


def grouped_by_case(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the texts by what they have in common without regard to case, in their order."""
    groups: dict[str, list[str]] = {}
    for text in dict.fromkeys(texts):
        groups.setdefault(text.casefold(), []).append(text)
    return {folded: tuple(group) for folded, group in groups.items()}
