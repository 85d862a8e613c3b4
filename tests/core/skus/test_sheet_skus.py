"""Which SKUs go by which category of a sheet, what they have, and which of them end alike."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.references.files import References
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.skus import twins as module
from listo.core.skus.index import FieldValue, SkuIndex, index_of
from listo.core.skus.options import CategoryReading, IdReading, Options
from listo.core.skus.sheet_skus import SheetSkus
from listo.core.skus.twins import ThemeAttribute, TwinGroups, TwinIndex

PRODUCTS = VtexProducts(
    {
        "product-id": ("10", "10", "10", "20"),
        "sku-id": ("1", "2", "3", "4"),
        "global-category-id": ("212", "212", "212", "187"),
        "category-id": ("7", "7", "7", "8"),
    }
)
VALUES = VtexSpecifications(
    "sku",
    {
        "sku-id": ("1", "2", "3", "4", "1", "2"),
        "field-name": ("Cor", "Cor", "Cor", "Cor", "Tamanho", "Tamanho"),
        "specification-value": ("Azul", "Anil", "Preto", "Azul", "P", "P"),
    },
)


def index(options: Options | None = None) -> SkuIndex:
    return SkuIndex(PRODUCTS, [VALUES], options or Options())


def skus(reading: IdReading, in_sheet: Collection[int]) -> SheetSkus:
    return SheetSkus(index(), CategoryReading(reading), in_sheet)


@pytest.mark.parametrize(
    ("reading", "in_sheet", "counts"),
    [
        ("global", {212}, {212: 3, 187: 1, 7: 0}),
        ("store", {7}, {7: 3, 8: 1, 212: 0}),
        ("both", {212, 8}, {212: 3, 8: 1, 7: 0, 187: 0}),
        ("unknown", {5}, {212: 0, 7: 0}),
    ],
)
def test_a_reading_tells_which_skus_go_by_a_category(
    reading: IdReading, in_sheet: set[int], counts: dict[int, int]
) -> None:
    found = skus(reading, in_sheet)
    assert {category: found.count(category) for category in counts} == counts


def test_values_are_counted_by_category_and_what_lacks_by_pair() -> None:
    found = skus("global", {212})
    assert found.values_of(212)["Cor"] == {"Azul": 1, "Anil": 1, "Preto": 1}
    assert (found.using(212, "Cor", "Azul"), found.using(212, "Cor", "Verde")) == (1, 0)
    [pair] = found.pairs_of(212)
    assert (found.lacking(pair, "Tamanho"), found.lacking(pair, "Cor"), found.lacking(pair, "Voltagem")) == (
        1,
        0,
        3,
    )
    assert found.has_field(pair, "Tamanho")
    assert not found.has_field(found.pairs_of(187)[0], "Tamanho")


def test_references_are_joined_once_for_the_same_options() -> None:
    references = References((), [PRODUCTS], [VALUES])
    assert index_of(references, Options()) is index_of(references, Options(ean="exempt"))
    assert index_of(references, Options()) is not index_of(references, Options(kits="not-sent"))


Sends = dict[tuple[str, str], dict[str, str]]
"""What is sent for values, by attribute."""


def attributes(sends: Sends, names: Collection[str]) -> list[ThemeAttribute]:
    return [
        ThemeAttribute(
            name, frozenset((field, name) for (field, _), sent in sends.items() if name in sent), told
        )
        for name in names
        for told in (partial(sent_for, sends, name),)
    ]


def sent_for(sends: Sends, name: str, one: FieldValue) -> list[str]:
    return [sends[one][name]] if name in sends.get(one, {}) else []


def twins(sends: Sends, *names: str, needs_all: bool = False) -> list[tuple[str, list[str], tuple[str, ...]]]:
    own = index()
    pairs = [number for number, pair in enumerate(own.pairs) if pair.global_id == 212]
    groups = TwinGroups(TwinIndex(own), pairs, needs_all=needs_all)
    groups.renew(attributes(sends, names))
    return [
        (each.product, [own.ids[place] for place in each.places], tuple(name for name, _ in each.differing))
        for each in groups.found
    ]


def test_skus_of_one_product_that_are_sent_alike_are_twins() -> None:
    blue, black = {"color": "blue"}, {"color": "black"}
    sends = {("Cor", "Azul"): blue, ("Cor", "Anil"): blue, ("Cor", "Preto"): black}
    assert twins(sends, "color") == [("10", ["1", "2"], ("Cor",))]


def test_what_is_not_sent_makes_no_twins_and_other_fields_tell_them_apart() -> None:
    blue = {("Cor", "Azul"): {"color": "blue"}}
    assert twins({}) == twins({}, "color") == twins(blue) == []
    assert twins(blue, "color") == []
    size: Sends = {("Tamanho", "P"): {"size": "s"}}
    assert twins(size, "size") == [("10", ["1", "2"], ("Cor",))]
    assert twins({**size, **blue}, "size", "color") == twins(size, "size", "color") == []


def test_where_an_export_lacks_only_who_has_all_fields_is_a_twin() -> None:
    blue = {"color": "blue"}
    sends = {("Cor", "Azul"): blue, ("Cor", "Anil"): blue, ("Voltagem", "110"): blue}
    assert [skus for _, skus, _ in twins(sends, "color")] == [["1", "2"]]
    assert twins(sends, "color", needs_all=True) == []


def test_twins_name_the_values_of_the_field_that_is_mapped_now() -> None:
    # of both fields the same is sent, so that no SKU's number moves
    own = SkuIndex(
        VtexProducts(
            {
                "product-id": ["1", "1"],
                "sku-id": ["1", "2"],
                "global-category-id": ["212"] * 2,
                "category-id": ["7"] * 2,
            }
        ),
        [
            VtexSpecifications(
                "sku",
                {
                    "sku-id": ["1", "2", "1", "2"],
                    "field-name": ["Cor", "Cor", "Tamanho", "Tamanho"],
                    "specification-value": ["A"] * 4,
                },
            )
        ],
        Options(),
    )
    groups = TwinGroups(TwinIndex(own), sorted(own.sent_by_pair))
    colour: Sends = {FieldValue("Cor", "A"): {"color": "y"}}
    groups.renew(attributes(colour, ["color"]))
    size: Sends = {FieldValue("Tamanho", "A"): {"color": "y"}}
    changed = [FieldValue(*one) for one in (*colour, *size)]
    assert list(groups.renew(attributes(size, ["color"]), changed)) == [*groups.by_product]
    assert [each.values for each in groups.found] == [((FieldValue("Tamanho", "A"),),)]


FIELD_NAMES, FIELD_VALUES = ("Cor", "Tamanho", "Voltagem"), ("A", "B", "")
values_of_sku = st.lists(
    st.tuples(st.sampled_from(FIELD_NAMES), st.sampled_from(FIELD_VALUES)), max_size=4, unique=True
)
skus_of_products = st.lists(
    st.tuples(st.sampled_from("12"), st.sampled_from("78"), st.booleans(), values_of_sku),
    min_size=2,
    max_size=8,
)
ATTRIBUTES = ("color", "size")
all_sent = st.dictionaries(
    st.builds(FieldValue, st.sampled_from(FIELD_NAMES), st.sampled_from("AB")),
    st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from("xy")),
    max_size=6,
)
sheets = st.tuples(all_sent, st.lists(st.sampled_from(ATTRIBUTES), unique=True))
"""What is sent for each value, and the theme."""


@pytest.mark.parametrize(("part_moved", "part_changed"), [(0, 0), (0, 999), (4, 0), (4, 999)])
@given(skus_of_products, st.lists(sheets, min_size=2, max_size=5), st.booleans())
def test_twins_that_are_followed_are_those_of_a_fresh_look(
    part_moved: int,
    part_changed: int,
    told: list[tuple[str, str, bool, list[tuple[str, str]]]],
    steps: list[tuple[Sends, list[str]]],
    needs_all: bool,
) -> None:
    columns = {
        "product-id": [product for product, *_ in told],
        "sku-id": [str(place) for place in range(len(told))],
        "sku-active": ["yes" if is_sent else "no" for *_, is_sent, _ in told],
        "global-category-id": ["212"] * len(told),
        "category-id": [store for _, store, *_ in told],
    }
    rows = [(str(place), *one) for place, (*_, values) in enumerate(told) for one in values]
    names = ("sku-id", "field-name", "specification-value")
    values = VtexSpecifications("sku", {name: [row[at] for row in rows] for at, name in enumerate(names)})
    own = SkuIndex(VtexProducts(columns), [values], Options())
    pairs = sorted(own.sent_by_pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_PART_MOVED", part_moved)  # with 0 however many have a field that moved
        patch.setattr(module, "_PART_CHANGED", part_changed)  # by product, or all in order
        followed = TwinGroups(TwinIndex(own), pairs, needs_all=needs_all)
        before: Sends = {}
        for sends, theme in steps:
            was = dict(followed.by_product)
            changed = [FieldValue(*one) for one in {**before, **sends} if before.get(one) != sends.get(one)]
            products = followed.renew(attributes(sends, theme), changed)
            fresh = TwinGroups(TwinIndex(own), pairs, needs_all=needs_all)
            fresh.renew(attributes(sends, theme))
            assert followed.found == fresh.found
            differing = {
                one for one in {**was, **fresh.by_product} if was.get(one) != fresh.by_product.get(one)
            }
            assert set(products) == differing
            before = sends
