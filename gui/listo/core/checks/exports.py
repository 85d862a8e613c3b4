"""The checks against VTEX's exports of specifications: fields, and the values that SKUs have in them.

Where the exports tell which SKUs go by the rows of a category, it is their values that count; else those of
the catalogue as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from listo.core.checks.categories import known_number
from listo.core.checks.category_demands import (
    MAPPED,
    CategoryDemands,
    Lack,
    demands_by_category,
    lacks_by_category,
    skus_lacking,
)
from listo.core.checks.context import CheckContext
from listo.core.checks.rows import typed_before
from listo.core.checks.suggestions import nearly_spelled, suggest_names
from listo.core.checks.types import (
    MOST_ALSO_SKUS,
    Need,
    PlacedVerdict,
    SheetCheck,
    TextCheck,
    Verdict,
    example,
)
from listo.core.checks.view import UNREADABLE, KeyedView, RowChange, RowKey, Source
from listo.core.mapping.sheet import Column
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute
from listo.core.references.names import fold_case_and_accents
from listo.core.references.vtex_catalog import VtexField, VtexProducts, VtexSpecifications
from listo.core.vocabulary.categories import parse_id

if TYPE_CHECKING:
    from listo.core.catalogue.entries import Severity

_OF_FIELDS: tuple[Need, ...] = ("vtex-specifications", "column-field-name")
_PAIR: tuple[Column, ...] = ("VTEXSpecification", "VTEXValue")
_OF_A_VALUE: tuple[Column, ...] = ("CategoryID", *_PAIR)

_MOST_NAMED = 12
"""How many of the store's categories a sentence names: a line or two."""


# Fields and their values


def _field_unknown(context: CheckContext, name: str) -> Verdict | None:
    if not name or context.field(name):
        return None
    kinds = context.references.fields.kinds
    case = {"case": f"{next(iter(kinds))}-only"} if len(kinds) == 1 else {}
    borne_by_none = 0 if case and context.skus else None  # the export that is not there may have it
    return Verdict(case, suggest_names(name, context.references.fields.names), skus=borne_by_none)


def _field_case(context: CheckContext, name: str) -> Verdict | None:
    fields = context.references.fields
    if not name or fields.get(name):
        return None
    right = tuple(one.name for one in fields.in_other_spelling(name))
    return Verdict(suggestions=right) if right else None


class _Fault(NamedTuple):
    """What is wrong with the value of a row that no SKU of its category has.

    `field` is the name of its field. `skus` is how many have the value that was meant, None where no export
    tells.
    """

    code: str
    field: str
    suggestions: tuple[str, ...] = ()
    skus: int | None = None


_FieldOfCategory = tuple[str, str]
"""The text of a category and the name of a field."""


class _FieldFaults:
    """The values that the rows of a category map of one field, and what is wrong with those no SKU has."""

    def __init__(self, field: VtexField, used: Mapping[str, int] | None, *, is_counted: bool) -> None:
        """Take none wrong where it is not told which are `used`."""
        self._judge = _ValueJudge(field, used or {}, is_counted=is_counted)
        self._used = used
        self._rows: Counter[RowKey] = Counter()
        self._unused: dict[RowKey, None] = {}
        self._faults: dict[RowKey, _Fault] | None = None

    def count(self, key: RowKey, by: int) -> None:
        """Count rows of those texts in, or with -1 out."""
        before = self._rows[key]
        self._rows[key] = before + by
        if not before or not before + by:
            self._faults = None
            if before:
                del self._rows[key]
                self._unused.pop(key, None)
            elif self._used is not None and key[2] not in self._used:
                self._unused[key] = None

    def copy(self) -> _FieldFaults:
        """Return the same, to be changed on its own."""
        other = copy(self)
        other._rows, other._unused = Counter(self._rows), dict(self._unused)
        return other

    @property
    def faults(self) -> Mapping[RowKey, _Fault]:
        """What is wrong, by the texts of CategoryID, VTEXSpecification and VTEXValue."""
        if self._faults is None:
            if self._unused:
                self._judge.set_mapped({key[2] for key in self._rows})
            self._faults = {key: self._judge.fault(key[2]) for key in self._unused}
        return self._faults


class _Faults:
    """What is wrong with the values of rows, kept right while rows change; see `Remembered`."""

    def __init__(self, context: CheckContext) -> None:
        self.fields: dict[_FieldOfCategory, _FieldFaults] = {}
        self.told: dict[str, Mapping[int, tuple[_Fault, str, PlacedVerdict]]] = {}
        """By the check's code what was told last of each row, and of what."""
        self.pending: list[RowChange] = []
        self._context = context
        self._names: dict[str, VtexField | None] = {}

    def part(self, within: tuple[Source, ...], key: RowKey) -> _Faults | None:
        """Return what is wrong with the values of a category, or of one field of it."""
        part = _Faults(self._context)
        if within == ("SkuGroup",) and self._context.value_skus:
            found = {of: one for of, one in self.fields.items() if str(parse_id(of[0])) == key[0]}
        elif within == ("CategoryID", "Field"):
            found = {of: one for of, one in self.fields.items() if of == key}
        else:
            return None
        part.told = dict(self.told)
        part.fields = {of: one.copy() for of, one in found.items()}
        return part

    def count(self, key: RowKey, by: int) -> None:
        """Count rows of those texts in, or with -1 out."""
        category, name, value = key
        if name not in self._names:
            self._names[name] = self._context.field(name) if name and name != UNREADABLE else None
        field = self._names[name]
        if field is None or value in ("", UNREADABLE):
            return
        of = (category, field.name)
        if of not in self.fields:
            used, is_counted = _used(self._context, *of), self._context.value_skus is not None
            self.fields[of] = _FieldFaults(field, used, is_counted=is_counted)
        self.fields[of].count(key, by)

    def follow(self) -> None:
        """Take up what changed."""
        for change in self.pending:
            for texts, by in ((change.before, -1), (change.after, 1)):
                if texts:
                    self.count(texts[_OF_A_VALUE], by)
        self.pending.clear()

    @property
    def every(self) -> Iterator[tuple[RowKey, _Fault]]:
        """What is wrong, by the texts of CategoryID, VTEXSpecification and VTEXValue."""
        for one in self.fields.values():
            yield from one.faults.items()


def _faults(view: KeyedView, context: CheckContext) -> _Faults:
    """Return what is wrong with the values of a view's rows."""
    found = view.remembered.get("values")
    if not isinstance(found, _Faults):
        found = view.remembered["values"] = _Faults(context)
        for key, rows in Counter(key for _, key in view.every_row(_OF_A_VALUE)).items():
            found.count(key, rows)
    found.follow()
    return found


def _used(context: CheckContext, category: str, field: str) -> Mapping[str, int] | None:
    """Return the values that SKUs of a category have in a field, None where that is asked of no category."""
    if context.value_skus is None:
        return context.values_in_use(field)
    number = known_number(context, category)
    return context.value_skus.values_of(number).get(field, {}) if number else None


class _ValueJudge:
    """Tells what a value of a row may have meant, among those of one field and category.

    `mapped` are the values that have rows.
    """

    def __init__(self, field: VtexField, used: Mapping[str, int], *, is_counted: bool) -> None:
        self._field, self._used, self._is_counted = field, used, is_counted
        self._unmapped: Sequence[str] = ()

    def set_mapped(self, mapped: Collection[str]) -> None:
        """Take these for the values that have rows."""
        self._unmapped = tuple(value for value in self._used if value not in mapped)

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for value in self._used:
            found.setdefault(fold_case_and_accents(value), []).append(value)
        return found

    def fault(self, value: str) -> _Fault:
        """Return what is wrong with a value that no SKU has."""
        if same := self._by_letters.get(fold_case_and_accents(value)):
            return _Fault("vtex-value-case", self._field.name, tuple(same), self._count(same))
        is_known = not self._unmapped or value in self._field.values
        near = () if is_known else nearly_spelled(value, self._unmapped)
        if not near:
            return _Fault("row-spare", self._field.name, (), 0)
        return _Fault("vtex-value-not-in-catalog", self._field.name, near, self._count(near[:1]))

    def _count(self, meant: Sequence[str]) -> int | None:
        if not self._is_counted:
            return None
        return sum(self._used[each] for each in meant if each in self._unmapped)


def _value_unknown(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    return _at_rows("vtex-value-not-in-catalog", view, context)


def _value_case(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    return _at_rows("vtex-value-case", view, context)


def _spare(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    return _at_rows("row-spare", view, context)


def _at_rows(code: str, view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    found = _faults(view, context)
    faults = {key: one for key, one in found.every if one.code == code}
    before: Mapping[int, tuple[_Fault, str, PlacedVerdict]] = found.told.get(code, {})
    now: dict[int, tuple[_Fault, str, PlacedVerdict]] = {}
    for position, key in view.rows_of(_OF_A_VALUE, faults.keys()):
        fault = faults[key]
        text, row = view.text(position, "VTEXValue"), view.number(position)
        known = before.get(row)
        if known is None or known[:2] != (fault, text):
            verdict = Verdict({"specification": fault.field}, fault.suggestions)
            known = fault, text, PlacedVerdict(row, "VTEXValue", text, verdict, skus=fault.skus)
        now[row] = known
        yield known[2]
    found.told[code] = now


def _field(context: CheckContext, name: str, value: str) -> VtexField | None:
    return context.field(name) if name and value and name != UNREADABLE else None


# What SKUs have and no row maps, and what rows map and SKUs have not


def _values_unmapped(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    if context.value_skus is None:
        yield from _unmapped_anywhere(view, context)
        return
    lacking = list(_lacks(view, context, "value-unmapped"))
    claimed = _claimed(view, context) if lacking else ()
    for one, lack in lacking:
        if not claimed or (one.number, lack.mapped.field, lack.value) not in claimed:
            yield _told(one, lack, context, _unmapped_value)


def _unmapped_value(one: CategoryDemands, lack: Lack, context: CheckContext) -> PlacedVerdict:
    # A SKU may have a value of its own, which counts before its product's, where their export is not there.
    is_known = context.index.has_sku_specifications
    case = "category" if is_known else "product-only"
    arguments = {**_named(one, lack), "case": case, "skus": str(lack.count)}
    found = _of_field(one, lack, lack.value, Verdict(arguments, severity=_severity(lack)))
    return found if is_known else replace(found, skus=0)


def _told(
    one: CategoryDemands,
    lack: Lack,
    context: CheckContext,
    tell: Callable[[CategoryDemands, Lack, CheckContext], PlacedVerdict],
) -> PlacedVerdict:
    """Return what is told of a lack: the same object as before where nothing that it tells of changed."""
    rows, key = one.by_field[lack.mapped.field].numbers, (lack.code, lack.mapped.field, lack.value)
    told: dict[object, tuple[Lack, object, str, PlacedVerdict]] = one.kept.setdefault("told", {})
    known = told.get(key)
    if known is None or known[0] is not lack or known[1] is not rows or known[2] != one.category:
        known = told[key] = lack, rows, one.category, tell(one, lack, context)
    return known[3]


def _claimed(view: KeyedView, context: CheckContext) -> Set[tuple[int, str, str]]:
    """Return by category and field the values that a misspelled row means, of which its own cell tells."""
    return {
        (number, fault.field, meant)
        for (category, *_), fault in _faults(view, context).every
        if (number := parse_id(category))
        for meant in (fault.suggestions if fault.code == "vtex-value-case" else fault.suggestions[:1])
    }


def _lacks(view: KeyedView, context: CheckContext, code: str) -> Iterator[tuple[CategoryDemands, Lack]]:
    demands = demands_by_category(view, context)
    for number, lacks in lacks_by_category(view, context).items():
        one = demands[number]
        yield from ((one, lack) for lack in lacks if lack.code == code)


def _named(one: CategoryDemands, lack: Lack) -> dict[str, str]:
    return {"category": one.category, "specification": lack.mapped.field}


def _severity(lack: Lack) -> Severity:
    return "error" if lack.mapped.blocks else "warning"


def _of_field(one: CategoryDemands, lack: Lack, value: str, verdict: Verdict) -> PlacedVerdict:
    """Return a verdict at the first row of a field in its category."""
    first, others = one.by_field[lack.mapped.field].numbers
    return PlacedVerdict(first, None, value, verdict, others, skus=lack.count)


def _field_not_in_category(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, lack in _lacks(view, context, "field-not-in-category"):
        yield _told(one, lack, context, _absent_field)


def _absent_field(one: CategoryDemands, lack: Lack, context: CheckContext) -> PlacedVerdict:
    arguments = {**_lacking(one, lack, context), "stores": _stores(lack, context)}
    verdict = Verdict(arguments, severity=_severity(lack))
    return _with_skus(_of_field(one, lack, "", verdict), lack, context)


def _value_missing(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, lack in _lacks(view, context, "value-missing-in-catalog"):
        yield _told(one, lack, context, _absent_value)


def _absent_value(one: CategoryDemands, lack: Lack, context: CheckContext) -> PlacedVerdict:
    attribute = context.requirements_of(one.category).spelling(lack.mapped.attribute)
    arguments = {**_lacking(one, lack, context), "attribute": attribute}
    error_id = context.mandatory_error(lack.mapped.attribute)
    verdict = Verdict(arguments, severity=_severity(lack), error_id=error_id)
    return _with_skus(_of_field(one, lack, str(lack.count), verdict), lack, context)


def _lacking(one: CategoryDemands, lack: Lack, context: CheckContext) -> dict[str, str]:
    return {**_named(one, lack), "skus": str(lack.count), "case": _only_export(context)}


def _only_export(context: CheckContext) -> str:
    """Return which form of a sentence says that one export alone is there; empty where both are."""
    index = context.index
    if index.has_sku_specifications and index.has_product_specifications:
        return ""
    return "sku-only" if index.has_sku_specifications else "product-only"


def _stores(lack: Lack, context: CheckContext) -> str:
    """Return the store's categories of the SKUs that lack something, as a sentence names them."""
    pairs, names = context.index.pairs, context.references.store_categories
    numbers = [number for number in dict.fromkeys(pairs[pair].store_id for pair in lack.pairs) if number]
    named = [f"{names[each]} ({each})" if names.get(each) else str(each) for each in numbers[:_MOST_NAMED]]
    return ", ".join(named) + (" …" if len(numbers) > _MOST_NAMED else "")


def _with_skus(found: PlacedVerdict, lack: Lack, context: CheckContext) -> PlacedVerdict:
    """Return the finding with its SKUs; none bears it where an export that is not there may hold a value."""
    skus = skus_lacking(lack, context.value_skus, MOST_ALSO_SKUS) if context.value_skus else ()
    bearing = 0 if _only_export(context) else found.skus
    return replace(found, skus=bearing, also_skus=skus, also_skus_total=lack.count)


def _unmapped_anywhere(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    lacking = {field.name: values for field, values in _fields_lacking(view, context)}
    wanted = {
        key
        for key in view.distinct(("VTEXSpecification",))
        if (field := context.field(key[0])) and field.name in lacking
    }
    rows: dict[str, list[int]] = {}
    for position, (name,) in view.rows_of(("VTEXSpecification",), wanted):
        field = context.field(name)
        rows.setdefault(field.name if field else "", []).append(view.number(position))
    for specification, (first, *others) in rows.items():
        for value in lacking[specification]:
            verdict = Verdict({"specification": specification}, severity="warning")
            yield PlacedVerdict(first, None, value, verdict, others)


def _fields_lacking(view: KeyedView, context: CheckContext) -> Iterator[tuple[VtexField, list[str]]]:
    """Yield the fields that have rows, each with the values in use that none of its rows maps."""
    mapped: dict[str, set[str]] = {}
    for name, value in view.distinct(_PAIR):
        if name != UNREADABLE and (field := context.field(name)):
            mapped.setdefault(field.name, set()).add(value)
    dates = _typed_in_place_of_dates(view, context)
    for name, values in mapped.items():
        if field := context.field(name):
            yield field, _absent_values(field, _values_meant(field, values | dates.get(name, set())))


def _values_meant(field: VtexField, values: Set[str]) -> set[str]:
    """Return what rows map, in the form that is compared; for a value that is none, the likeliest one.

    That a text is spelled otherwise or wrong is said of its own cell.
    """
    known = {fold_case_and_accents(value) for value in field.values}
    meant = {fold_case_and_accents(value) for value in values}
    unmapped = tuple(value for value in field.used if fold_case_and_accents(value) not in meant)
    nearest = (nearly_spelled(value, unmapped)[:1] for value in meant - known - {"", UNREADABLE})
    return meant | {fold_case_and_accents(value) for found in nearest for value in found}


def _absent_values(field: VtexField, mapped: Set[str]) -> list[str]:
    absent: dict[str, None] = {}
    for text in field.used:
        if fold_case_and_accents(text) not in mapped:
            parts = (part for part in field.parts(text) if fold_case_and_accents(part) not in mapped)
            absent |= dict.fromkeys(parts)
    return list(absent)


def _typed_in_place_of_dates(view: KeyedView, context: CheckContext) -> dict[str, set[str]]:
    """Return by field what may have been typed in its cells that became dates."""
    typed: dict[str, set[str]] = {}
    for position, column in view.dates():
        field = context.field(view.cleaned_text(position, "VTEXSpecification"))
        if column == "VTEXValue" and field:
            shown = view.text(position, column)
            typed.setdefault(field.name, set()).update(typed_before(shown))
    return typed


_SPECIFICATIONS = VtexSpecifications(
    "sku",
    {
        "sku-id": ("5001", "5002"),
        "field-name": ("Gênero", "Gênero"),
        "specification-value": ("Feminino", "Masculino"),
    },
)
_MALE = {"VTEXValue": "Masculino", "AmazonValue": "Male"}
_FIELDS_RIGHT = example({}, _MALE, against=_SPECIFICATIONS)

FIELD_CHECKS = (
    TextCheck(
        code="vtex-specification-not-in-catalog",
        severity="error",
        error_id="map-specification-not-in-catalog",
        needs=_OF_FIELDS,
        columns=("VTEXSpecification",),
        concerns="category",
        marks="VTEXSpecification",
        judge=_field_unknown,
        wrong=example({}, _MALE, {"VTEXSpecification": "Sexo"}, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
    TextCheck(
        code="vtex-specification-case",
        severity="error",
        error_id="map-specification-not-in-catalog",
        needs=_OF_FIELDS,
        columns=("VTEXSpecification",),
        concerns="category",
        marks="VTEXSpecification",
        judge=_field_case,
        wrong=example({"VTEXSpecification": "GENERO"}, _MALE, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
)

_ALL_BUT_PAIR: tuple[Column, ...] = (
    "CategoryID",
    "VariationTheme",
    "Type",
    "AmazonSpecification",
    "AmazonValue",
)

VALUE_CHECKS = (
    SheetCheck(
        code="vtex-value-not-in-catalog",
        severity="error",
        error_id="map-specification-value-not-in-product",
        needs=_OF_FIELDS,
        columns=_PAIR,
        also_reads=("CategoryID",),
        within=("CategoryID", "Field"),
        asks=(_OF_A_VALUE,),
        follows=(_OF_A_VALUE,),
        find=_value_unknown,
        wrong=example({}, {"VTEXValue": "Masculinno", "AmazonValue": "Male"}, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
    SheetCheck(
        code="vtex-value-case",
        severity="error",
        error_id="map-specification-value-not-in-product",
        needs=_OF_FIELDS,
        columns=_PAIR,
        also_reads=("CategoryID",),
        within=("CategoryID", "Field"),
        asks=(_OF_A_VALUE,),
        follows=(_OF_A_VALUE,),
        find=_value_case,
        wrong=example({"VTEXValue": "FEMININO"}, _MALE, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
    SheetCheck(
        code="row-spare",
        severity="info",
        needs=_OF_FIELDS,
        columns=_PAIR,
        also_reads=("CategoryID",),
        within=("CategoryID", "Field"),
        asks=(_OF_A_VALUE,),
        follows=(_OF_A_VALUE,),
        find=_spare,
        wrong=example(
            {}, _MALE, {"VTEXValue": "Infantojuvenil", "AmazonValue": "Unisex"}, against=_SPECIFICATIONS
        ),
        right=_FIELDS_RIGHT,
    ),
)

_IN_CATEGORIES = VtexProducts(
    {
        "product-id": ("501", "502"),
        "sku-id": ("5001", "5002"),
        "sku-active": ("yes", "yes"),
        "global-category-id": ("212", "212"),
        "category-id": ("7", "8"),
        "category": ("Camisas", "Blusas"),
    }
)
_OF_PRODUCTS = VtexSpecifications(
    "product",
    {"product-id": ("501", "502"), "field-name": ("Marca", "Marca"), "specification-value": ("A", "A")},
)
_REQUIRED = AmazonValues(
    generation=3,
    attributes=(Attribute("target_gender", "TargetGender", (), required={ALL_TYPES: "required"}),),
    product_types=("SHIRT",),
)


def _gender(*skus: str, empty: str = "") -> VtexSpecifications:
    """Return an export in which those SKUs have a gender; of one it may be empty."""
    owners = (*skus, empty) if empty else skus
    values = ["Feminino" if sku != empty else "" for sku in owners]
    return VtexSpecifications(
        "sku", {"sku-id": owners, "field-name": ["Gênero"] * len(owners), "specification-value": values}
    )


_ALL_HAVE_IT = example(against=(_IN_CATEGORIES, _gender("5001", "5002"), _OF_PRODUCTS, _REQUIRED))

UNMAPPED_CHECKS = (
    SheetCheck(
        code="value-unmapped",
        names_what_lacks=True,
        severity="error",
        error_id="map-specification-value-not-in-product",
        needs=_OF_FIELDS,
        columns=_PAIR,
        also_reads=_ALL_BUT_PAIR,
        within=("SkuGroup",),
        asks=(("VTEXSpecification",), _PAIR),
        follows=(MAPPED, _OF_A_VALUE),
        find=_values_unmapped,
        wrong=example({}, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
    SheetCheck(
        code="field-not-in-category",
        severity="error",
        error_id="map-specification-not-in-catalog",
        needs=_OF_FIELDS,
        columns=_PAIR,
        also_reads=_ALL_BUT_PAIR,
        within=("SkuGroup",),
        follows=(MAPPED,),
        find=_field_not_in_category,
        wrong=example(against=(_IN_CATEGORIES, _gender("5001"), _OF_PRODUCTS, _REQUIRED)),
        right=_ALL_HAVE_IT,
    ),
    SheetCheck(
        code="value-missing-in-catalog",
        severity="error",
        needs=_OF_FIELDS,
        columns=_PAIR,
        also_reads=_ALL_BUT_PAIR,
        within=("SkuGroup",),
        follows=(MAPPED,),
        find=_value_missing,
        wrong=example(against=(_IN_CATEGORIES, _gender("5001", empty="5002"), _OF_PRODUCTS, _REQUIRED)),
        right=_ALL_HAVE_IT,
    ),
)
