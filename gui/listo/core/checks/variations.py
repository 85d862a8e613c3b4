"""The checks of the columns VariationTheme and Type, and of what a theme asks of its category."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from listo.core.checks.categories import known_number
from listo.core.checks.context import TYPES, CheckContext
from listo.core.checks.suggestions import suggest_names
from listo.core.checks.types import PlacedVerdict, SheetCheck, TextCheck, Verdict, example
from listo.core.checks.view import UNREADABLE, KeyedView
from listo.core.mapping.sheet import Column
from listo.core.references.model import AmazonValues, Attribute
from listo.core.vocabulary import themes

_BOTH = frozenset({"size", "color"})
_BOTH_THEMES = frozenset({"sizecolor", "colorsize"})
_OF_A_THEME: tuple[Column, ...] = ("CategoryID", "VariationTheme")
_OF_A_FAMILY: tuple[Column, ...] = ("CategoryID", "VariationTheme", "Type", "AmazonSpecification")


def _theme_unknown(context: CheckContext, text: str) -> Verdict | None:
    if not text or context.theme(text):
        return None
    return Verdict(suggestions=context.suggest_themes(text, context.preferred_themes))


def _theme_not_offered(context: CheckContext, text: str) -> Verdict | None:
    form = _form(context, text)
    if not form or form in context.offered_forms or form in context.deprecated_forms:
        return None
    return Verdict(suggestions=context.suggest_themes(text, context.references.themes))


def _theme_deprecated(context: CheckContext, text: str) -> Verdict | None:
    form = _form(context, text)
    if not form or form not in context.deprecated_forms:
        return None
    return Verdict(suggestions=context.suggest_themes(text, context.references.themes))


def _form(context: CheckContext, text: str) -> str:
    """Return what all spellings of an accepted theme share; nothing where it cannot be compared."""
    theme = context.theme(text) if text and context.lists_themes else None
    return themes.normal_form(theme) if theme else ""


def _theme_case(context: CheckContext, text: str) -> Verdict | None:
    if not text or context.is_theme(text):
        return None
    right = context.themes_in_other_case(text)
    return Verdict(suggestions=right, safe_fix=right[0] if len(right) == 1 else None) if right else None


def _theme_mixed(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    used: dict[str, dict[str, None]] = {}
    for category, text in view.distinct(_OF_A_THEME):
        theme = context.theme(text) if text and known_number(context, category) else None
        if theme:
            used.setdefault(category, {})[theme] = None
    mixed = {category: next(iter(found)) for category, found in used.items() if len(found) > 1}
    wanted = {
        key
        for key in view.distinct(_OF_A_THEME)
        if key[0] in mixed and context.theme(key[1]) not in (None, mixed[key[0]])
    }
    rows: dict[str, list[int]] = {}
    for position, (category, _) in view.rows_of(_OF_A_THEME, wanted):
        rows.setdefault(category, []).append(position)
    for category, (first, *others) in rows.items():
        theme = mixed[category]
        verdict = Verdict({"category": category, "first": theme}, (theme,))
        text, numbers = view.text(first, "VariationTheme"), [view.number(each) for each in others]
        yield PlacedVerdict(view.number(first), "VariationTheme", text, verdict, numbers)


def _theme_incomplete(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    lacking = _lacking(view, context)
    wanted = {key for key in view.distinct(_OF_A_THEME) if (key[0], context.theme(key[1])) in lacking}
    rows: dict[tuple[str, str | None], list[int]] = {}
    for position, (category, text) in view.rows_of(_OF_A_THEME, wanted):
        rows.setdefault((category, context.theme(text)), []).append(position)
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
        if (theme := context.theme(text))
        and theme.casefold() in _BOTH_THEMES
        and known_number(context, category)
    )
    mapped: dict[str, set[str]] = {category: set() for category, _ in wanted}
    for category, theme, type_, name in view.distinct(_OF_A_FAMILY) if wanted else ():
        if category in mapped and (theme or context.type(type_) == "Variation"):
            mapped[category].update(_names(context, name))
    return {
        key: sorted(one.title() for one in _BOTH - mapped[key[0]]) for key in wanted if _BOTH - mapped[key[0]]
    }


def _names(context: CheckContext, name: str) -> Collection[str]:
    untold = name in ("", UNREADABLE) or (context.references.amazon_values and not context.attribute(name))
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
)

THEME_CHECKS = (
    TextCheck(
        code="theme-unknown",
        severity="error",
        error_id="map-variation-not-accepted",
        columns=("VariationTheme",),
        marks="VariationTheme",
        judge=_theme_unknown,
        wrong=example({**_SIZE, "VariationTheme": "StyleSize2"}),
        right=example(_ONE_SIZE),
    ),
    TextCheck(
        code="theme-not-offered",
        severity="warning",
        error_id="map-variation-not-accepted",
        needs=("amazon-values",),
        columns=("VariationTheme",),
        marks="VariationTheme",
        judge=_theme_not_offered,
        wrong=example({**_SIZE, "VariationTheme": "Capacity"}, against=_WORKBOOK),
        right=example(_ONE_SIZE, against=_WORKBOOK),
    ),
    TextCheck(
        code="theme-deprecated",
        severity="warning",
        error_id="map-variation-not-accepted",
        needs=("amazon-values",),
        columns=("VariationTheme",),
        marks="VariationTheme",
        judge=_theme_deprecated,
        wrong=example({**_SIZE, "VariationTheme": "Color"}, against=_WORKBOOK),
        right=example(_ONE_SIZE, against=_WORKBOOK),
    ),
    TextCheck(
        code="theme-case",
        severity="error",
        error_id="map-variation-not-accepted",
        columns=("VariationTheme",),
        marks="VariationTheme",
        judge=_theme_case,
        wrong=example(_SIZE, {**_COLOR, "VariationTheme": "sizecolor"}),
        right=example(_SIZE, _COLOR),
    ),
    SheetCheck(
        code="theme-mixed",
        severity="warning",
        columns=_OF_A_THEME,
        within=("CategoryID",),
        asks=(_OF_A_THEME,),
        find=_theme_mixed,
        wrong=example(
            _SIZE, _COLOR, {**_COLOR, "VariationTheme": "Color", "VTEXValue": "Preto", "AmazonValue": "Black"}
        ),
        right=example(_SIZE, _COLOR),
    ),
    SheetCheck(
        code="theme-incomplete",
        severity="error",
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
