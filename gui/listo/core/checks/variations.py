"""The checks of the columns VariationTheme and Type, and of what a theme asks of its category."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from listo.core.checks.categories import judged_number
from listo.core.checks.context import TYPES, CheckContext
from listo.core.checks.suggestions import suggest_names, suggest_themes
from listo.core.checks.types import PlacedVerdict, SheetCheck, TextCheck, Verdict, example
from listo.core.checks.view import UNREADABLE, KeyedView, RowKey
from listo.core.coverage.requirements import Requirements
from listo.core.mapping.sheet import Column
from listo.core.references.model import AmazonValues, Attribute
from listo.core.vocabulary import themes

_BOTH = frozenset({"size", "color"})
_BOTH_THEMES = frozenset({"sizecolor", "colorsize"})
_SIZE_AND_COLOR = "SizeColor"
"""The theme of both, as VTEX's documentation writes it."""

_OF_A_THEME: tuple[Column, ...] = ("CategoryID", "VariationTheme")
_OF_A_FAMILY: tuple[Column, ...] = ("CategoryID", "VariationTheme", "Type", "AmazonSpecification")


class _Themes:
    """What is known of the themes of one category: what its files say, and what its rows map."""

    def __init__(
        self, files: Requirements, category: str, mapped: Callable[[], _AttributesByCategory]
    ) -> None:
        self.files, self._category, self._mapped = files, category, mapped

    def suggest(self, text: str, accepted: Iterable[str]) -> tuple[str, ...]:
        """Return the nearest themes, none for attributes that the category's rows do not map."""
        mapped = self._mapped()[self._category]
        return suggest_themes(text, [one for one in accepted if mapped.issuperset(themes.attributes(one))])


_AttributesByCategory = Mapping[str, set[str]]
"""By category the attributes that its rows map, as themes name them."""

_JudgeOfTheme = Callable[[_Themes, str], Verdict | None]


def _finder(judge: _JudgeOfTheme) -> Callable[[KeyedView, CheckContext], Iterator[PlacedVerdict]]:
    """Return what finds the rows whose theme a judge finds wrong in their category."""

    def find(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
        wrong: dict[RowKey, Verdict] = {}
        mapped = cache(lambda: _mapped(view, context))
        for key in view.distinct(_OF_A_THEME):
            category, text = key
            known = _Themes(context.requirements_of(category), category, mapped)
            if text not in ("", UNREADABLE) and (verdict := judge(known, text)):
                wrong[key] = verdict
        for position, key in view.rows_of(_OF_A_THEME, wrong.keys()):
            text = view.text(position, "VariationTheme")
            yield PlacedVerdict(view.number(position), "VariationTheme", text, wrong[key])

    return find


def _mapped(view: KeyedView, context: CheckContext) -> _AttributesByCategory:
    """Return by category the attributes that its rows map, as themes name them."""
    mapped: dict[str, set[str]] = {}
    for category, *_, name in view.distinct(_OF_A_FAMILY):
        forms = (name, context.feed_name(name)) if name not in ("", UNREADABLE) else ()
        mapped.setdefault(category, set()).update(map(themes.normal_form, forms))
    return mapped


def _theme_unknown(of_category: _Themes, text: str) -> Verdict | None:
    if of_category.files.theme(text):
        return None
    case = {"case": "newer"} if themes.is_newer_spelling(text) else {}
    return Verdict(case, of_category.suggest(text, of_category.files.preferred_themes))


def _theme_not_offered(of_category: _Themes, text: str) -> Verdict | None:
    files, form = of_category.files, _form(of_category, text)
    if not form or form in files.offered_forms or form in files.deprecated_forms:
        return None
    return Verdict(suggestions=of_category.suggest(text, files.themes))


def _theme_deprecated(of_category: _Themes, text: str) -> Verdict | None:
    form = _form(of_category, text)
    if not form or form not in of_category.files.deprecated_forms:
        return None
    return Verdict(suggestions=of_category.suggest(text, of_category.files.themes))


def _form(of_category: _Themes, text: str) -> str:
    """Return what all spellings of an accepted theme share; nothing where it cannot be compared."""
    files = of_category.files
    theme = files.theme(text) if files.lists_themes else None
    return themes.normal_form(theme) if theme else ""


def _theme_case(context: CheckContext, text: str, key: str) -> Verdict | None:
    files = context.requirements(key)
    if not text or files.is_theme(text):
        return None
    right = files.themes_in_other_case(text)
    return Verdict(suggestions=right, safe_fix=right[0] if len(right) == 1 else None) if right else None


def _theme_mixed(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    used: dict[str, dict[str, None]] = {}
    for category, text in view.distinct(_OF_A_THEME):
        theme = context.theme(text, category) if text and judged_number(context, category) else None
        if theme:
            used.setdefault(category, {})[theme] = None
    first = {category: next(iter(found)) for category, found in used.items() if len(found) > 1}
    apart = _mapped_apart(view, context, first)
    others = {
        key
        for key in view.distinct(_OF_A_THEME)
        if key[0] in first and context.theme(key[1], key[0]) not in (None, first[key[0]])
    }
    same = {key for key in view.distinct(_OF_A_THEME) if key[0] in apart and context.theme(key[1], key[0])}
    rows: dict[str, list[int]] = {}
    places: dict[str, int] = {}
    for position, key in view.rows_of(_OF_A_THEME, others | same):
        rows.setdefault(key[0], []).append(position)
        if key in others:
            places.setdefault(key[0], position)
    for category, place in places.items():
        right = _SIZE_AND_COLOR if category in apart else first[category]
        arguments = {"category": category, "first": first[category]}
        arguments |= {"case": "apart", "right": right} if category in apart else {}
        numbers = [view.number(each) for each in rows[category] if each != place]
        text = view.text(place, "VariationTheme")
        yield PlacedVerdict(view.number(place), "VariationTheme", text, Verdict(arguments, (right,)), numbers)


def _mapped_apart(view: KeyedView, context: CheckContext, first: Mapping[str, str]) -> Collection[str]:
    """Return the categories with themed rows for size and for colour, whose first theme names not both.

    No theme of one of them is right for the rows of the other.
    """
    varying: dict[str, set[str]] = {}
    for category, theme, _, name in view.distinct(_OF_A_FAMILY) if first else ():
        if theme and category in first:
            varying.setdefault(category, set()).add(context.feed_name(name))
    return {
        category
        for category, names in varying.items()
        if names >= _BOTH and not _BOTH.issubset(themes.attributes(first[category]))
    }


def _theme_incomplete(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    lacking = _lacking(view, context)
    wanted = {key for key in view.distinct(_OF_A_THEME) if (key[0], context.theme(key[1], key[0])) in lacking}
    rows: dict[tuple[str, str | None], list[int]] = {}
    for position, (category, text) in view.rows_of(_OF_A_THEME, wanted):
        rows.setdefault((category, context.theme(text, category)), []).append(position)
    for (category, theme), (first, *others) in rows.items():
        missing = ", ".join(lacking[category, theme])
        verdict = Verdict({"category": category, "theme": theme or "", "missing": missing})
        text, numbers = view.text(first, "VariationTheme"), [view.number(each) for each in others]
        yield PlacedVerdict(view.number(first), "VariationTheme", text, verdict, numbers)


def _lacking(view: KeyedView, context: CheckContext) -> dict[tuple[str, str | None], list[str]]:
    """Return by category and theme of size and colour which of the two has no row for variations.

    A row counts as one if its theme or its Type says so: that the other does not is said of its own
    cell. So is a name of an attribute that is missing or unknown, and it may be the one that lacks.
    """
    wanted = dict.fromkeys(
        (category, theme)
        for category, text in view.distinct(_OF_A_THEME)
        if (theme := context.theme(text, category))
        and theme.casefold() in _BOTH_THEMES
        and judged_number(context, category)
    )
    mapped: dict[str, set[str]] = {category: set() for category, _ in wanted}
    for category, theme, type_, name in view.distinct(_OF_A_FAMILY) if wanted else ():
        if category in mapped and (theme or context.type(type_) == "Variation"):
            mapped[category].update(_names(context, category, name))
    return {
        key: sorted(one.title() for one in _BOTH - mapped[key[0]]) for key in wanted if _BOTH - mapped[key[0]]
    }


def _names(context: CheckContext, category: str, name: str) -> Collection[str]:
    requirements = context.requirements_of(category)
    untold = name in ("", UNREADABLE) or (requirements and not requirements.right_name(name))
    return _BOTH if untold else (context.feed_name(name),)


def _type_missing(_: CheckContext, text: str, theme: str) -> Verdict | None:
    return None if text else Verdict(suggestions=_for_theme(theme))


def _type_unknown(context: CheckContext, text: str, theme: str) -> Verdict | None:
    if not text or context.type(text):
        return None
    return Verdict(suggestions=tuple(dict.fromkeys([*suggest_names(text, TYPES), *_for_theme(theme)])))


def _type_case(context: CheckContext, text: str) -> Verdict | None:
    right = context.type(text)
    return None if right in (None, text) else Verdict(suggestions=(right,), safe_fix=right)


def _type_mismatch(context: CheckContext, text: str, theme: str) -> Verdict | None:
    known = context.type(text)
    right = "Variation" if theme else "Information"
    return None if known in (None, right) else Verdict({"right": right}, (right,))


def _for_theme(theme: str) -> tuple[str, ...]:
    """Return the two types, first the one that goes with the theme."""
    return TYPES if theme and theme != UNREADABLE else TYPES[::-1]


_SIZE = {
    "VariationTheme": "SizeColor",
    "Type": "Variation",
    "VTEXSpecification": "Tamanho",
    "AmazonSpecification": "Size",
    "VTEXValue": "P",
    "AmazonValue": "S",
}
_COLOR = {
    **_SIZE,
    "VTEXSpecification": "Cor",
    "AmazonSpecification": "Color",
    "VTEXValue": "Azul",
    "AmazonValue": "Blue",
}
_ONE_SIZE = {**_SIZE, "VariationTheme": "Size"}
_WORKBOOK = AmazonValues(
    generation=3,
    attributes=(Attribute("size", "Size", ("size",)),),
    themes=("SIZE", "SIZE/STYLE"),
    deprecated_themes=("COLOR_NAME",),
    product_types=("SHIRT",),
)

THEME_CHECKS = (
    SheetCheck(
        code="theme-unknown",
        concerns="category",
        severity="error",
        error_id="map-variation-not-accepted",
        columns=("VariationTheme",),
        also_reads=("CategoryID", "Type", "AmazonSpecification"),
        within=("CategoryID",),
        asks=(_OF_A_THEME, _OF_A_FAMILY),
        find=_finder(_theme_unknown),
        wrong=example({**_SIZE, "VariationTheme": "StyleSize2"}),
        right=example(_ONE_SIZE),
    ),
    SheetCheck(
        code="theme-not-offered",
        concerns="category",
        severity="warning",
        error_id="map-variation-not-accepted",
        needs=("amazon-values",),
        columns=("VariationTheme",),
        also_reads=("CategoryID", "Type", "AmazonSpecification"),
        within=("CategoryID",),
        asks=(_OF_A_THEME, _OF_A_FAMILY),
        find=_finder(_theme_not_offered),
        wrong=example({**_SIZE, "VariationTheme": "Capacity"}, against=_WORKBOOK),
        right=example(_ONE_SIZE, against=_WORKBOOK),
    ),
    SheetCheck(
        code="theme-deprecated",
        concerns="category",
        severity="warning",
        error_id="map-variation-not-accepted",
        needs=("amazon-values",),
        columns=("VariationTheme",),
        also_reads=("CategoryID", "Type", "AmazonSpecification"),
        within=("CategoryID",),
        asks=(_OF_A_THEME, _OF_A_FAMILY),
        find=_finder(_theme_deprecated),
        wrong=example({**_SIZE, "VariationTheme": "Color"}, against=_WORKBOOK),
        right=example(_ONE_SIZE, against=_WORKBOOK),
    ),
    TextCheck(
        code="theme-case",
        concerns="category",
        severity="error",
        error_id="map-variation-not-accepted",
        columns=("VariationTheme",),
        by_coverage=True,
        marks="VariationTheme",
        judge=_theme_case,
        wrong=example(_SIZE, {**_COLOR, "VariationTheme": "sizecolor"}),
        right=example(_SIZE, _COLOR),
    ),
    SheetCheck(
        code="theme-mixed",
        concerns="category",
        severity="warning",
        columns=_OF_A_THEME,
        also_reads=("Type", "AmazonSpecification"),
        within=("CategoryID",),
        asks=(_OF_A_THEME, _OF_A_FAMILY),
        find=_theme_mixed,
        wrong=example(
            _SIZE, _COLOR, {**_COLOR, "VariationTheme": "Color", "VTEXValue": "Preto", "AmazonValue": "Black"}
        ),
        right=example(_SIZE, _COLOR),
    ),
    SheetCheck(
        code="theme-incomplete",
        concerns="category",
        severity="warning",
        error_id="map-color-and-size-not-found",
        columns=("CategoryID", "VariationTheme", "AmazonSpecification"),
        also_reads=("Type",),
        within=("CategoryID",),
        asks=(_OF_A_THEME, _OF_A_FAMILY),
        find=_theme_incomplete,
        wrong=example(_SIZE),
        right=example(_SIZE, _COLOR),
    ),
)

TYPE_CHECKS = (
    TextCheck(
        code="type-missing",
        severity="error",
        error_id="raw-requested-value-information-not-found",
        columns=("Type",),
        also_reads=("VariationTheme",),
        marks="Type",
        judge=_type_missing,
        wrong=example(Type=""),
    ),
    TextCheck(
        code="type-unknown",
        severity="error",
        error_id="raw-requested-value-information-not-found",
        columns=("Type",),
        also_reads=("VariationTheme",),
        marks="Type",
        judge=_type_unknown,
        wrong=example(Type="Informação"),
    ),
    TextCheck(
        code="type-case",
        severity="error",
        error_id="raw-requested-value-information-not-found",
        columns=("Type",),
        marks="Type",
        judge=_type_case,
        wrong=example(Type="information"),
    ),
    TextCheck(
        code="type-theme-mismatch",
        severity="error",
        columns=("Type", "VariationTheme"),
        marks="Type",
        judge=_type_mismatch,
        wrong=example({**_ONE_SIZE, "Type": "Information"}),
        right=example(_ONE_SIZE),
    ),
)
