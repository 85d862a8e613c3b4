"""The SKUs of several exports, joined: whose values count, which would be sent, what is counted by pair."""

from __future__ import annotations

from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications, merge_products
from listo.core.skus.index import FieldValue, SkuIndex
from listo.core.skus.options import Options, Pair


def products(*rows: tuple[str, ...], **columns: tuple[str, ...]) -> VtexProducts:
    """Return an export of rows of SKU, product, global and store category, with further columns."""
    sku, product, global_id, store_id = zip(*rows, strict=True)
    named = {"sku-id": sku, "product-id": product, "global-category-id": global_id, "category-id": store_id}
    return VtexProducts({**named, **{name.replace("_", "-"): texts for name, texts in columns.items()}})


def specifications(kind: str, *rows: tuple[str, str, str]) -> VtexSpecifications:
    owner, field, value = zip(*rows, strict=True)
    owners = "sku-id" if kind == "sku" else "product-id"
    return VtexSpecifications(kind, {owners: owner, "field-name": field, "specification-value": value})


TWO = products(("1", "10", "212", "7"), ("2", "10", "212", "8"))


def values(index: SkuIndex, sku: str) -> set[FieldValue]:
    place = index.place_of(sku)
    assert place is not None
    return set(index.values_of(place))


def test_a_sku_has_its_own_values_and_those_of_its_product_that_it_has_none_of():
    own = specifications("sku", ("1", "Cor", "Azul"), ("2", "Cor", ""))
    inherited = specifications("product", ("10", "Cor", "Preto"), ("10", "Material", "Algodão"))
    index = SkuIndex(TWO, [own, inherited], Options())
    assert values(index, "1") == {("Cor", "Azul"), ("Material", "Algodão")}
    assert values(index, "2") == {("Cor", "Preto"), ("Material", "Algodão")}


def test_several_rows_of_one_field_are_several_values_wherever_they_stand():
    own = specifications("sku", ("1", "Cor", "Azul"), ("2", "Cor", "Verde"), ("1", "Cor", "Preto"))
    assert values(SkuIndex(TWO, [own], Options()), "1") == {("Cor", "Azul"), ("Cor", "Preto")}


def test_of_two_files_the_later_one_counts_and_what_it_replaced_is_told():
    first = specifications("sku", ("1", "Cor", "Azul"), ("1", "Tamanho", "P"), ("2", "Cor", "Verde"))
    later = specifications("sku", ("1", "Cor", "Preto"), ("2", "Cor", "Verde"))
    index = SkuIndex(TWO, [first, later], Options())
    assert values(index, "1") == {("Cor", "Preto"), ("Tamanho", "P")}
    assert values(index, "2") == {("Cor", "Verde")}
    assert index.replaced == {("1", "Cor"): ""}


def test_a_sku_that_comes_twice_counts_where_it_comes_last():
    joined = merge_products([TWO, products(("1", "10", "187", "7"))])
    assert joined is not None
    index = SkuIndex(joined, [], Options())
    assert sorted(index.ids) == ["1", "2"]
    assert index.pairs[index.pair_of[index.place_of("1") or 0]] == Pair(187, 7)


def test_specifications_of_nobody_are_told_and_count_for_nothing():
    index = SkuIndex(TWO, [specifications("sku", ("9", "Cor", "Azul"), ("1", "Cor", "Azul"))], Options())
    assert index.unknown_owners == (("9",), ())
    assert index.cells == [("Cor", "Azul")]


def test_what_is_inactive_outside_the_policy_or_a_kit_is_not_sent():
    rows = [(str(number), str(number), "212", "7") for number in range(1, 6)]
    export = products(
        *rows,
        sku_active=("yes", "no", "yes", "yes", "yes"),
        product_active=("yes", "yes", "no", "yes", "yes"),
        trade_policies=("1", "1", "1", "2", "1,2"),
        bundle=("no", "no", "no", "no", "yes"),
    )
    assert list(SkuIndex(export, [], Options()).sent) == [1, 0, 0, 1, 1]
    assert list(SkuIndex(export, [], Options(trade_policy="1")).sent) == [1, 0, 0, 0, 1]
    assert list(SkuIndex(export, [], Options(trade_policy="1", kits="not-sent")).sent) == [1, 0, 0, 0, 0]


def test_what_skus_have_in_common_is_counted_by_pair_of_those_that_would_be_sent():
    export = products(
        ("1", "10", "212", "7"), ("2", "10", "212", "7"), ("3", "11", "212", "8"), ("4", "11", "212", "8"),
        sku_active=("yes", "yes", "yes", "no"),
    )  # fmt: skip
    own = specifications(
        "sku", ("1", "Cor", "Azul"), ("2", "Cor", "Azul"), ("3", "Cor", ""), ("4", "Voltagem", "220")
    )
    index = SkuIndex(export, [own], Options())
    assert {index.pairs[pair]: count for pair, count in index.sent_by_pair.items()} == {
        (212, 7): 2,
        (212, 8): 1,
    }
    uses = {
        index.pairs[pair]: {index.cells[cell]: count for cell, count in counted.items()}
        for pair, counted in index.uses.items()
    }
    assert uses == {(212, 7): {("Cor", "Azul"): 2}, (212, 8): {}}
    fields = {store: {index.fields[each] for each in found} for store, found in index.fields_of_store.items()}
    assert fields == {7: {"Cor"}, 8: {"Cor", "Voltagem"}}


def test_rows_in_any_order_of_several_files_give_the_same_as_one_file_in_order():
    rows = [(str(number), "Cor", f"Tom {number % 3}") for number in range(1, 40)]
    rows += [(str(number), "Tamanho", ("P", "")[number % 2]) for number in range(1, 40)]
    export = products(*((str(number), str(number // 4), "212", str(number % 5)) for number in range(1, 40)))
    at_once = SkuIndex(export, [specifications("sku", *sorted(rows))], Options())
    apart = SkuIndex(
        export, [specifications("sku", *rows[::2][::-1]), specifications("sku", *rows[1::2])], Options()
    )
    for sku in at_once.ids:
        assert values(apart, sku) == values(at_once, sku)


def test_a_sku_with_several_values_of_a_field_counts_once_for_the_field():
    export = products(("1", "10", "212", "7"), ("2", "10", "212", "7"))
    own = specifications("sku", ("1", "Cor", "Azul"), ("1", "Cor", "Preto"), ("2", "Tamanho", ""))
    inherited = specifications("product", ("10", "Cor", "Verde"), ("10", "Marca", "A"))
    index = SkuIndex(export, [own, inherited], Options())
    [counted] = index.with_value.values()
    assert {index.fields[field]: count for field, count in counted.items()} == {"Cor": 2, "Marca": 2}
    [uses] = index.uses.values()
    named = {index.cells[cell]: count for cell, count in uses.items()}
    assert named == {("Cor", "Azul"): 1, ("Cor", "Preto"): 1, ("Cor", "Verde"): 1, ("Marca", "A"): 2}


def test_owners_of_a_value_are_found_again():
    own = specifications("sku", ("1", "Cor", "Azul"), ("1", "Tamanho", "P"), ("2", "Cor", "Azul"))
    index = SkuIndex(TWO, [own], Options())
    assert list(index.own.having(index.number_of_cell[FieldValue("Cor", "Azul")])) == [0, 1]
    assert list(index.own.having(index.number_of_cell[FieldValue("Tamanho", "P")])) == [0]


def test_of_a_sku_that_no_export_names_two_files_are_compared_too():
    first, later = specifications("sku", ("9", "Cor", "Azul")), specifications("sku", ("9", "Cor", "Preto"))
    index = SkuIndex(TWO, [first, later], Options())
    assert (index.replaced, index.unknown_owners) == ({("9", "Cor"): ""}, (("9",), ()))


def test_a_row_that_stands_twice_is_one_value_and_one_sku():
    own = specifications("sku", ("1", "Cor", "Azul"), ("1", "Cor", "Azul"), ("2", "Cor", "Azul"))
    index = SkuIndex(products(("1", "10", "212", "7"), ("2", "10", "212", "7")), [own], Options())
    assert {0: {0: 2}} == index.uses == index.with_value
    assert [list(places) for places in index.alike(0, frozenset({0})).values()] == [[0, 1]]
