"""The checks of the settings as a collection: complete, their examples true, right values let pass."""

from __future__ import annotations

import pickle
import random
import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.catalogue import entries
from listo.core.settings.checks import CHECKS, check, errors_of, fields_of
from listo.core.settings.types import (
    FIELDS,
    Case,
    CategoryTemplate,
    Settings,
    SettingsCheck,
    SettingsFinding,
    SettingsReport,
    example,
)

TODAY = date(2026, 11, 21)

CONTRACT = {
    "seller-id-missing": ("E", "config-seller-id-mismatch"),
    "seller-id-malformed": ("W", "inv-invalid-seller-id"),
    "seller-id-is-marketplace-id": ("E", "inv-invalid-seller-id"),
    "seller-id-is-something-else": ("E", "inv-invalid-seller-id"),
    "seller-id-mismatch": ("E", "config-seller-id-mismatch"),
    "shipping-type-missing": ("E", "config-shipping-type-name-mismatch"),
    "shipping-type-mismatch": ("E", "config-shipping-type-name-mismatch"),
    "shipping-type-uncompared": ("W", None),
    "token-expired": ("E", "token-expired-or-no-permission"),
    "token-expires-soon": ("W", "token-expired-or-no-permission"),
    "token-date-unknown": ("W", None),
    "token-is-mws": ("W", "token-expired-or-no-permission"),
    "token-date-implausible": ("E", None),
    "affiliate-id-malformed": ("E", None),
    "affiliate-email-malformed": ("E", None),
    "minimum-stock-malformed": ("E", None),
    "secret-in-field": ("E", None),
}
SEVERITIES = {"E": "error", "W": "warning"}

each_check = pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.code)


def report(case: Case) -> SettingsReport:
    return check(case.settings, today=case.today, template=case.template, secret_keys=case.secret)


def said(case: Case) -> tuple[SettingsFinding, ...]:
    return (*report(case).findings, *report(case).notes)


def codes(settings: Settings, template: CategoryTemplate | None = None) -> list[str]:
    return [one.code for one in check(settings, today=TODAY, template=template).findings]


def finding(code: str, settings: Settings, template: CategoryTemplate | None = None) -> SettingsFinding:
    (found,) = [f for f in check(settings, today=TODAY, template=template).findings if f.code == code]
    return found


def right(**changed: object) -> Settings:
    return example(**changed).settings


def test_the_codes_of_the_contract_are_there_as_it_says() -> None:
    listed = {one.code: (one.severity, one.error_id) for one in CHECKS}
    assert len(listed) == len(CHECKS)
    for code, (letter, error_id) in CONTRACT.items():
        assert listed[code] == (SEVERITIES[letter], error_id)


@each_check
def test_every_wrong_example_gives_the_finding_where_it_should_stand(one: SettingsCheck) -> None:
    for case in one.wrong:
        found = [each for each in said(case) if each.code == one.code]
        assert found
        assert {each.field for each in found} <= set(one.fields)
        assert {(each.severity, each.error_id) for each in found} == {(one.severity, one.error_id)}


@each_check
def test_the_wrong_examples_show_every_variant(one: SettingsCheck) -> None:
    shown = {each.variant for case in one.wrong for each in said(case) if each.code == one.code}
    assert shown == (set(one.variants) or {""})


@each_check
def test_a_right_example_gives_nothing_of_the_code(one: SettingsCheck) -> None:
    for case in one.right:
        assert one.code not in [each.code for each in said(case)]


def test_settings_with_nothing_wrong_give_nothing() -> None:
    full = right(
        minimum_stock="3",
        default_zip="01310-100",
        notify_email="ti@loja.example",
        dont_send_price=False,
        dont_send_variations=False,
        send_kits=True,
    )
    assert report(example()) == SettingsReport((), (), report(example()).token)
    assert codes(full) == []


@each_check
def test_the_best_suggestion_mends_what_was_found(one: SettingsCheck) -> None:
    for case in one.wrong:
        for each in said(case):
            if each.code == one.code and each.suggestions and one.code not in ("template-other-account",):
                mended = replace(case.settings, **{each.field: each.suggestions[0]})
                left = check(mended, today=case.today, template=case.template).findings
                assert (one.code, each.field) not in [(other.code, other.field) for other in left]


@each_check
def test_findings_survive_the_way_between_processes(one: SettingsCheck) -> None:
    for case in one.wrong:
        assert pickle.loads(pickle.dumps(report(case))) == report(case)


def test_every_field_belongs_to_the_form() -> None:
    assert {name for one in CHECKS for name in one.fields} <= set(FIELDS)


# ---------------------------------------------------------------- errors and fields


def test_the_catalogue_names_only_codes_that_there_are() -> None:
    known = {one.code for one in CHECKS}
    for entry in entries.all_entries():
        assert set(entry.settings) <= known, entry.id
        assert bool(entry.settings) <= bool(fields_of(entry.id)), entry.id


def test_every_error_id_of_a_check_is_in_the_catalogue() -> None:
    for one in CHECKS:
        if one.error_id:
            assert set(one.fields) <= set(fields_of(one.error_id))


def test_errors_and_fields_lead_to_each_other() -> None:
    for name in FIELDS:
        for error_id in errors_of(name):
            assert name in fields_of(error_id)
    assert "inv-invalid-seller-id" in errors_of("seller_id")
    assert errors_of("send_kits") == ("config-kit-not-sent",)
    assert fields_of("map-color-not-accepted") == ()


# ---------------------------------------------------------------- right values


def seller_ids(count: int) -> list[str]:
    chance = random.Random(20261121)
    letters = string.ascii_uppercase + string.digits
    return ["A" + "".join(chance.choices(letters, k=chance.choice((12, 13)))) for _ in range(count)]


def shipping_names(count: int) -> list[str]:
    chance = random.Random(20261122)
    words = (
        "Frete",
        "Grátis",
        "Envío",
        "rápido",
        "7.99=6.99+1.00",
        "above",
        "15$",
        "Prime",
        "São Paulo",
        "-",
        "FBM",
        "(Ground)",
        "Modelo",
        "nº 2",
        "100%",
    )
    return [" ".join(chance.choices(words, k=chance.randint(1, 6))) for _ in range(count)]


def test_300_right_seller_ids_are_let_pass() -> None:
    for seller_id in seller_ids(300):
        assert codes(right(seller_id=seller_id, seller_id_at_amazon=seller_id)) == [], seller_id
        assert codes(right(seller_id=seller_id, seller_id_at_amazon="")) == [], seller_id


def test_300_right_names_are_let_pass() -> None:
    for name in shipping_names(300):
        names = ("Retirada", name)
        assert codes(right(shipping_type_name=name, shipping_type_name_at_amazon=names)) == [], name


@given(st.text(min_size=1).filter(lambda name: any(map(str.isalnum, name))))
def test_the_very_same_name_never_differs(name: str) -> None:
    settings = right(shipping_type_name=name, shipping_type_name_at_amazon=(name,))
    assert not {"shipping-type-mismatch", "shipping-type-uncompared", "shipping-type-missing"} & {
        *codes(settings)
    }


@given(st.builds(Settings, **dict.fromkeys(("seller_id", "shipping_type_name", "default_zip"), st.text())))
def test_whatever_is_typed_can_be_checked(settings: Settings) -> None:
    assert check(settings, today=TODAY).token.state == "unknown"


@given(st.text(), st.text())
def test_any_date_can_be_typed(authorized: str, expires: str) -> None:
    check(Settings(authorized_on=authorized, expires_on=expires), today=TODAY)


# ---------------------------------------------------------------- the Seller ID


@pytest.mark.parametrize("marketplace", ["A2Q3Y263D00KWC", "ATVPDKIKX0DER", "AHRY1CZE9ZY4H", "AFQLKURYRPEL8"])
def test_a_marketplace_id_is_one_however_it_is_typed(marketplace: str) -> None:
    for typed in (marketplace, marketplace.lower(), f" {marketplace}\u200b"):
        assert codes(right(seller_id=typed, seller_id_at_amazon="")) == ["seller-id-is-marketplace-id"]


def test_each_column_has_its_own_findings() -> None:
    settings = right(seller_id_at_amazon="ana@loja.example")
    assert finding("seller-id-is-something-else", settings).field == "seller_id_at_amazon"
    assert codes(settings) == ["seller-id-is-something-else"]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.amazon.com.br/sp?ie=UTF8&seller=A3TESTSELLERO",
        "amazon.com/s?me=a3testsellero&marketplaceID=ATVPDKIKX0DER",
        "https://www.amazon.es/gp/aag/main?seller%3DA3TESTSELLERO%26x=1&seller=A3TESTSELLERO",
    ],
)
def test_the_id_inside_an_address_is_offered(address: str) -> None:
    settings = right(seller_id=address, seller_id_at_amazon="")
    assert finding("seller-id-is-something-else", settings).suggestions == ("A3TESTSELLERO",)


def test_a_look_alike_pair_is_shown_where_it_is() -> None:
    settings = right(seller_id="A3TESTSELLER0", seller_id_at_amazon="A3TESTSELLERO")
    found = finding("seller-id-mismatch", settings)
    assert found.difference is not None
    (place,) = found.difference.places
    assert (place.left, place.right, place.left_at) == ("0", "O", 12)
    assert found.suggestions == ("A3TESTSELLERO",)


# ---------------------------------------------------------------- the shipping type name


def test_the_nearest_of_several_names_is_compared() -> None:
    settings = right(
        shipping_type_name="frete gratis", shipping_type_name_at_amazon=("Frete", "Frete Grátis", "Retirada")
    )
    found = finding("shipping-type-mismatch", settings)
    assert (found.suggestions, found.variant) == (("Frete Grátis",), "accent")


def test_the_names_of_the_template_count_and_its_placeholder_does_not() -> None:
    alone = right(shipping_type_name_at_amazon=())
    assert codes(alone, CategoryTemplate(("Retirada", "Entrega rápida 15$"))) == []
    assert codes(alone, CategoryTemplate(("Retirada",))) == ["shipping-type-mismatch"]
    assert codes(alone, CategoryTemplate(("default",))) == [
        "shipping-type-uncompared",
        "template-without-names",
    ]


# ---------------------------------------------------------------- the template


@pytest.mark.parametrize(("made_on", "old"), [(date(2026, 8, 23), False), (date(2026, 8, 22), True)])
def test_a_template_is_old_after_90_days(made_on: date, old: bool) -> None:
    template = CategoryTemplate(("Entrega rápida 15$",), made_on=made_on)
    assert ("template-old" in codes(right(), template)) is old


def test_another_account_is_a_question_and_no_error() -> None:
    found = finding(
        "template-other-account", right(), CategoryTemplate(("Entrega rápida 15$",), "A3ANOTHERONE00")
    )
    assert (found.severity, found.field) == ("info", "seller_id")


# ---------------------------------------------------------------- the rest of the form


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("affiliate_id", "BCDF"),
        ("affiliate_id", "ÇBC"),
        ("affiliate_id", "мzn"),
        ("affiliate_email", "a@b"),
        ("affiliate_email", "a b@c.com"),
        ("affiliate_email", "@c.com"),
        ("affiliate_email", "a@b..com"),
        ("minimum_stock", "1,5"),
        ("minimum_stock", "true"),
        ("trade_policy", "-1"),
    ],
)
def test_a_wrong_value_of_the_form_is_found(field: str, value: str) -> None:
    (found,) = check(right(**{field: value}), today=TODAY).findings
    assert found.code == f"{field.replace('_', '-')}-malformed"


def test_notes_tell_what_right_values_bring_about() -> None:
    settings = right(minimum_stock="03", dont_send_price=True, send_kits=False, dont_send_variations=True)
    notes = check(settings, today=TODAY).notes
    assert [note.code for note in notes] == [
        "minimum-stock-pauses",
        "variations-not-sent",
        "prices-not-sent",
        "kits-not-sent",
    ]
    assert {note.severity for note in notes} == {"info"}
    assert notes[0].arguments == {"stock": "3"}
