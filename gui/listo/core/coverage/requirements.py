"""What the Amazon files that cover a category ask of it: attributes, values, themes, what is required.

What any of the files accepts is accepted. Where no file covers the category, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from listo.core.mapping.cell_text import clean
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute, AttributeNames
from listo.core.references.names import family, feed_name_of, find_id_in_right_case, normalize_value
from listo.core.vocabulary import themes


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


_MANDATORY_WORKBOOK = 0
"""The generation of VTEX's workbook."""

_MEANS_REQUIRED = (_MANDATORY_WORKBOOK, 3)
"""The generations of files whose mark means what it says; those between mark too much."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """What one file says of a category: all of it, or what it says of the one product type that counts."""

    values: AmazonValues
    names: AttributeNames
    product_type: str = ""

    def applies(self, attribute: Attribute) -> bool:
        """Return whether the file has the attribute for that product type."""
        return not (self.product_type and attribute.product_types) or (
            self.product_type in attribute.product_types
        )

    @property
    def themes(self) -> tuple[str, ...]:
        """The variation themes on offer, in the file's spelling."""
        listed = self._theme_lists
        deprecated = {text for one in listed for text in one.deprecated}
        found = [normalize_value(text) for one in listed for text in one.texts]
        return tuple(t for t in found if t not in deprecated) if listed else self.values.themes

    @property
    def deprecated_themes(self) -> tuple[str, ...]:
        """The themes that are listed only as not to be used."""
        listed = self._theme_lists
        return tuple(t for one in listed for t in one.deprecated) if listed else self.values.deprecated_themes

    @property
    def _theme_lists(self) -> list[ListOfType]:
        own = [one for one in self.values.attributes if one.is_theme and one.values]
        return [ListOfType(one, self.product_type) for one in own]


class Meant(NamedTuple):
    """An attribute that a name stands for, and the part of a file that has it."""

    part: FilePart
    attribute: Attribute


@dataclass(frozen=True, slots=True)
class RequiredAttribute:
    """An attribute that a category must have a row for.

    `spelling` is how to write it, `identities` what it shares with a name that means it. `is_meant` where the
    file means what it marks, for some of its product types at least, `is_hard` where for all that count here.
    `product_type` is the one of which it is required, empty where it is required of some only.
    """

    spelling: str
    identities: frozenset[str]
    is_hard: bool
    product_type: str = ""
    of_some: bool = False
    is_meant: bool = False


class Requirements:
    """What several parts of files ask together, looked up by whatever name an attribute goes by."""

    def __init__(self, parts: Sequence[FilePart]) -> None:
        self._parts = tuple(parts)
        self._meant: dict[str, tuple[Meant, ...]] = {}
        self._accepted: dict[str, AcceptedValues | None] = {}
        self._right_names: dict[str, str | None] = {}

    def __bool__(self) -> bool:
        """Return whether any file says anything."""
        return bool(self._parts)

    @property
    def product_type(self) -> str:
        """The product type that all of the files speak of, empty where there are several or none."""
        types = {part.product_type for part in self._parts}
        return next(iter(types)) if len(types) == 1 else ""

    # Attributes

    def meant(self, name: str) -> tuple[Meant, ...]:
        """Return the attributes that go by exactly this name, whichever of its names it is; of every file."""
        if name not in self._meant:
            self._meant[name] = tuple(self._find(name)) if name else ()
        return self._meant[name]

    def right_name(self, name: str) -> str | None:
        """Return a name as it is spelled right, perhaps just so; None where it is none in any case."""
        if name not in self._right_names:
            self._right_names[name] = name if self.meant(name) else self._in_right_case(name)
        return self._right_names[name]

    def _in_right_case(self, name: str) -> str | None:
        known = (part.names.in_right_case(name) for part in self._parts)
        spelled = next((each for each in known if each), None) or find_id_in_right_case(name)
        return spelled if spelled and self.meant(spelled) else None

    def spelling(self, name: str) -> str:
        """Return how to write an attribute: as the XML feed does, else by its label; `name` if unknown."""
        for part in self._parts:
            if found := part.names.find(name):
                return part.names.spelling(found[0])
        return feed_name_of(family(name)) or name

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """The spelling to suggest of every attribute, as candidates for a name that is unknown."""
        return tuple(
            dict.fromkeys(
                part.names.spelling(each)
                for part in self._parts
                for each in part.names.families
                if part.applies(part.names.attribute(each))
            )
        )

    def identities(self, name: str) -> frozenset[str]:
        """Return by what a name is known to mean the same attribute as another; nothing if it is unknown."""
        return frozenset().union(*(_identities(one.attribute) for one in self.meant(name)))

    def _find(self, name: str) -> Iterator[Meant]:
        other = self.spelling(name)
        if other.casefold() == name.casefold():
            other = name  # the same name in another case is no other name
        direct = [part.names.find(name) or part.names.find(other) for part in self._parts]
        families = {each for found in direct for each in found}
        for part, found in zip(self._parts, direct, strict=True):
            own = found or [each for each in part.names.families if each in families]
            attributes = [part.names.attribute(each) for each in own]
            applying = [one for one in attributes if part.applies(one)]
            yield from (Meant(part, one) for one in applying or attributes)

    # Values

    def accepted(self, name: str) -> AcceptedValues | None:
        """Return the list of the attribute that goes by this name, None where any text is taken."""
        if name not in self._accepted:
            meant = self.meant(name)
            lists = [ListOfType(one.attribute, one.part.product_type) for one in meant]
            listed = bool(lists) and all(each.texts for each in lists)
            self._accepted[name] = AcceptedValues(lists) if listed else None
        return self._accepted[name]

    def lists_differ(self, name: str) -> bool:
        """Return whether an attribute has lists of its own for several product types of one file."""
        return any(len(set(one.attribute.values.values())) > 1 for one in self.meant(name))

    # Themes

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The variation themes on offer, in the files' spelling."""
        return tuple(dict.fromkeys(theme for part in self._parts for theme in part.themes))

    @cached_property
    def deprecated_themes(self) -> tuple[str, ...]:
        """The themes that the files list only as not to be used any more."""
        listed = dict.fromkeys(theme for part in self._parts for theme in part.deprecated_themes)
        return tuple(theme for theme in listed if theme not in self.themes)

    @cached_property
    def lists_themes(self) -> bool:
        """Whether a file says which themes Amazon offers."""
        return bool(self.themes or self.deprecated_themes)

    @cached_property
    def offered_forms(self) -> frozenset[str]:
        """The themes on offer, in the form that all spellings share."""
        return frozenset(map(themes.normal_form, self.themes))

    @cached_property
    def deprecated_forms(self) -> frozenset[str]:
        """The themes that are listed only as deprecated, likewise."""
        return frozenset(map(themes.normal_form, self.deprecated_themes)) - self.offered_forms

    @cached_property
    def preferred_themes(self) -> tuple[str, ...]:
        """Every accepted theme: the files' first, then the four documented, then the others."""
        brought = (*themes.documented(), *sorted(themes.accepted()))
        return tuple(dict.fromkeys([*self.themes, *brought]))

    def is_theme(self, text: str) -> bool:
        """Return whether a text is an accepted theme as it stands."""
        return text in themes.accepted() or text in self._listed_themes

    def theme(self, text: str) -> str | None:
        """Return the accepted theme that a text is, perhaps in another case; None if there is none."""
        return text if self.is_theme(text) else next(iter(self.themes_in_other_case(text)), None)

    def themes_in_other_case(self, text: str) -> tuple[str, ...]:
        """Return the accepted themes that differ from a text in case alone, the likeliest first."""
        return self._themes_by_case.get(text.casefold(), ())

    @cached_property
    def _listed_themes(self) -> frozenset[str]:
        return frozenset((*self.themes, *self.deprecated_themes))

    @cached_property
    def _themes_by_case(self) -> dict[str, tuple[str, ...]]:
        return grouped_by_case([*self.preferred_themes, *self.deprecated_themes])

    # What is required

    @cached_property
    def required(self) -> tuple[RequiredAttribute, ...]:
        """The attributes that must be mapped by hand, each once and as hard as any file has it."""
        found: dict[frozenset[str], RequiredAttribute] = {}
        for one in (one for part in self._parts for one in _required(part)):
            same = next((key for key in found if key & one.identities), one.identities)
            if same not in found or _strength(one) > _strength(found[same]):
                found[same] = one
        return tuple(found.values())


def _required(part: FilePart) -> Iterator[RequiredAttribute]:
    for each in part.names.families:
        attribute = part.names.attribute(each)
        level = None if attribute.is_sent_by_integration else _level(part, attribute)
        if level:
            means_it = level == "required" and part.values.generation in _MEANS_REQUIRED
            everywhere = bool(part.product_type) or _is_of_all(attribute, part.values.product_types)
            yield RequiredAttribute(
                part.names.spelling(each),
                _identities(attribute),
                is_hard=means_it and everywhere,
                product_type=part.product_type,
                of_some=not everywhere,
                is_meant=means_it,
            )


def _strength(one: RequiredAttribute) -> tuple[bool, bool]:
    return one.is_hard, one.is_meant


def _level(part: FilePart, attribute: Attribute) -> str | None:
    """Return `required` or `may-be-required` where a file marks the attribute so, for what it is asked of."""
    own = part.product_type
    if own or part.values.generation == _MANDATORY_WORKBOOK:
        levels = {attribute.required.get(own) or attribute.required.get(ALL_TYPES)} if own else set()
        levels = levels if part.applies(attribute) else set()
    else:
        levels = {*attribute.required.values()}
    return next((each for each in ("required", "may-be-required") if each in levels), None)


def _is_of_all(attribute: Attribute, product_types: Collection[str]) -> bool:
    """Return whether what a file marks is marked so for all of its product types."""
    of_all = not attribute.product_types or set(product_types) <= set(attribute.product_types)
    return of_all and len(set(attribute.required.values())) == 1


def _identities(attribute: Attribute) -> frozenset[str]:
    own = family(attribute.key)
    return frozenset({own, f"feed {feed_name_of(own) or own}"})
