"""Barcode numbers: right, wrong, words in their place, and what a wrong one may have been."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from listo.core.checks import barcodes
from listo.core.checks.barcodes import SkuBarcodes
from listo.core.references.vtex_catalog import VtexProducts
from listo.core.skus.index import SkuIndex
from listo.core.skus.options import Options


@pytest.mark.parametrize(
    "text",
    [
        "7891000315507",
        "036000291452",
        "00012345600012",
        "12345670",
        "9788533302273",
        "978-85-333-0227-3",
        "2000000000008",
        "789 1000 315507",
        "01234565",
    ],
)
def test_right_numbers(text: str) -> None:
    assert barcodes.fault(text) is None


@pytest.mark.parametrize(
    "text",
    ["SEM GTIN", "sem gtin", "N/A", "n/d", "NA", "não tem", "Sem EAN 13", "sin código", "none", "-", "?", "0",
     "0000000000000", "9999999999999", "isento", "not available 1"],
)  # fmt: skip
def test_words_and_zeros_in_place_of_a_number(text: str) -> None:
    assert barcodes.fault(text) == "placeholder"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7891000315508", ()),
        ("239", ()),
        ("7.89E+12", ()),
        ("7,89100031550E+12", ()),
        ("36000291452", ("036000291452", "0036000291452")),
        ("1234565", ("01234565", "000001234565", "0000001234565")),
        ("7891000315507.0", ("7891000315507",)),
        ("'7891000315507", ("7891000315507",)),
        ("8533302274", ("9788533302273",)),
        ("04252614", ("042100005264",)),
        ("01234505", ("012000003455",)),
        ("01234523", ("012200003453",)),
        ("01234531", ("012300000451",)),
        ("01234543", ("012340000053",)),
        ("ABC123", ()),
        ("٧٨٩١٠٠٠٣١٥٥٠٧", ()),
        ("78910003155071234", ()),
    ],
)
def test_wrong_numbers_and_what_they_may_have_been(text: str, meant: tuple[str, ...]) -> None:
    assert barcodes.fault(text) == "invalid"
    assert barcodes.repair(text) == meant


@given(st.sampled_from((7, 11, 12, 13)).flatmap(lambda n: st.text("0123456789", min_size=n, max_size=n)))
def test_a_check_digit_makes_a_number_right_and_any_other_wrong(digits: str) -> None:
    check = ean.calc_check_digit(digits)
    if len(set(digits + check)) > 1:
        assert barcodes.fault(digits + check) is None
    wrong = digits + str((int(check) + 1) % 10)
    if len(set(wrong)) > 1:
        assert barcodes.fault(wrong) == "invalid"


@given(st.text(max_size=16))
def test_any_text_is_judged_and_what_is_offered_is_right(text: str) -> None:
    assert barcodes.fault(text) in (None, "missing", "placeholder", "invalid")
    assert all(barcodes.fault(each) is None for each in barcodes.repair(text))


@pytest.mark.parametrize(
    ("text", "fault", "of_sku"),
    [
        ("", "missing", "missing"),
        ("0000000000000", "placeholder", "placeholder"),
        ("1111111111111", "placeholder", "invalid"),
        ("SEM GTIN", "placeholder", "placeholder"),
        ("7891000315508", "invalid", "invalid"),
        ("7891000315507", None, None),
    ],
)
def test_only_zeros_and_words_are_no_number_of_a_sku(
    text: str, fault: str | None, of_sku: str | None
) -> None:
    assert (barcodes.fault(text), barcodes.fault_of_sku(text)) == (fault, of_sku)


@pytest.mark.parametrize("text", ["9788533302273", "978-85-333-0227-3", " 978 8533302273", "09788533302273"])
def test_a_number_is_compared_by_its_14_digits_however_it_is_written(text: str) -> None:
    assert barcodes.gtin(text) == "09788533302273"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("1234567", "ean-too-short"),
        ("123-45 67", "ean-too-short"),
        ("12345678", "asin-missing-attributes"),
        ("1234-5678", "asin-missing-attributes"),
    ],
)
def test_the_error_goes_by_how_many_digits_there_are(text: str, error: str) -> None:
    assert barcodes.error_of(text) == error


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("7891000315507", None),
        ("12345670", None),
        ("2345-6789", None),
        ("036000291452", None),
        ("17891000315504", "carton"),
        ("2000000000008", "in-store"),
        ("2-900000-000009", "in-store"),
        ("0200000000004", "in-store"),
        ("0400000000008", "in-store"),
        ("1111111111116", "one-digit"),
    ],
)
def test_what_a_right_number_may_be_used_for(text: str, use: str | None) -> None:
    assert barcodes.restricted_use(text) == use


_NUMBERS = st.one_of(
    st.text("0123456789", max_size=14),
    st.text(max_size=15),
    st.sampled_from(("7891000315507", "0036000291452", "036000291452", "1111111111116", "2000000000008")),
    st.sampled_from((11, 12))
    .flatmap(lambda n: st.text("0123456789", min_size=n, max_size=n))
    .map(lambda digits: digits + ean.calc_check_digit(digits)),
    st.sampled_from("0123456789").flatmap(lambda digit: st.integers(7, 14).map(digit.__mul__)),
    st.none(),
)


@given(st.lists(st.tuples(_NUMBERS, st.sampled_from(("yes", "no", "")))))
def test_all_numbers_at_once_are_judged_as_each_alone(rows: list[tuple[str | None, str]]) -> None:
    skus = [str(number) for number in range(len(rows))]
    texts, active = [text for text, _ in rows], [text for _, text in rows]
    products = VtexProducts({"sku-id": skus, "ean": texts, "sku-active": active})
    found = SkuBarcodes(SkuIndex(products, (), Options()))
    alike: dict[str, list[int]] = {}
    for place, ((text, is_active), kind) in enumerate(zip(rows, found.kinds, strict=True)):
        if text is None or is_active == "no":
            assert kind is None
            continue
        fault = barcodes.fault(text)
        use = None if fault else barcodes.restricted_use(text)
        assert kind == (fault, barcodes.fault_of_sku(text), use)
        if not fault:
            alike.setdefault(barcodes.gtin(text), []).append(place)
    assert list(map(list, found.repeated)) == [places for places in alike.values() if len(places) > 1]


def test_a_number_that_is_written_in_two_ways_is_one() -> None:
    texts = ("036000291452", "0036000291452", "7891000315507", "0-36000 291452", "789-1000-31550-7")
    products = VtexProducts({"sku-id": ("1", "2", "3", "4", "5"), "ean": texts})
    assert SkuBarcodes(SkuIndex(products, (), Options())).repeated == ([0, 1, 3], [2, 4])


def test_of_each_beginning_all_at_once_say_what_each_alone_says() -> None:
    twelve = [f"{beginning:02}3456789012" for beginning in range(100)]
    texts = [digits + ean.calc_check_digit(digits) for digits in twelve]
    skus = [str(number) for number in range(len(texts))]
    found = SkuBarcodes(SkuIndex(VtexProducts({"sku-id": skus, "ean": texts}), (), Options()))
    told = [kind.use if kind else None for kind in found.kinds]
    assert told == list(map(barcodes.restricted_use, texts))
    assert told.count("in-store") == 12
