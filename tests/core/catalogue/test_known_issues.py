"""Known issues of VTEX, by their numbers and in the words of people who have met them."""

from __future__ import annotations

import pytest

from listo.core.catalogue import entries
from listo.core.catalogue.message_groups import group_lines, split_lines
from listo.core.catalogue.recognition import recognise

LONG = sorted(number for number in entries.all_issues() if len(number) == 7)
SHORT = sorted(entries.all_issues() - set(LONG))

CALLED = [
    *("known issue {}", "Known issues: {}", "KI {}", "problema conhecido {}", "problema conocido nº {}"),
    *("VTEX known issue #{}", "tengo el known issue {} abierto hace semanas"),
]
CALLED_LONG = ["{}", "#{}", "issue {}", *CALLED]

OF_OTHERS = [
    *("pedido {}", "order {}", "SKU {}", "sku {} sem estoque", "order {} issue", "R$ {}", "nota fiscal {}"),
    *("github issue {}", "ticket {}", "phone +55 {}", "{} units", "{}-01", "erro {}", "lote: {}", "EAN {}"),
]


@pytest.mark.parametrize("called", CALLED_LONG)
@pytest.mark.parametrize("number", LONG)
def test_a_known_issue_is_found_by_its_number(called: str, number: str) -> None:
    best = recognise(called.format(number)).matches[0]
    assert (entries.get_entry(best.error_id).issues.count(number), best.how) == (1, "code")


@pytest.mark.parametrize("number", SHORT)
def test_a_short_number_must_be_called_a_known_issue(number: str) -> None:
    for called in CALLED:
        assert number in entries.get_entry(recognise(called.format(number)).matches[0].error_id).issues
    assert recognise(number).matches == recognise(f"issue {number}").matches == ()


@pytest.mark.parametrize("said", OF_OTHERS)
@pytest.mark.parametrize("number", [*LONG[:4], *SHORT[:2]])
def test_the_number_of_something_else_is_no_known_issue(said: str, number: str) -> None:
    found = recognise(said.format(number))
    assert not [one for one in (*found.matches, *found.nearest) if one.how == "code"]


def test_several_known_issues_are_told_apart() -> None:
    lines = split_lines("known issue 1454182\nknown issue 1438301")
    assert len(group_lines(lines, lambda _done: None)) == len(lines)


def test_a_number_is_said_with_who_has_given_it() -> None:
    assert entries.name_of_code("8541") == "Amazon 8541"
    assert entries.name_of_code(LONG[0]) == f"VTEX {LONG[0]}"
    assert entries.all_codes().isdisjoint(entries.all_issues())


@pytest.mark.parametrize(
    ("said", "error_id"),
    [
        ("estoque zerado na amazon", "ki-stock-stays-zero"),
        ("stock en cero en amazon", "ki-stock-stays-zero"),
        ("stock is zero on amazon", "ki-stock-stays-zero"),
        ("estoque zerado", "oos-items-unavailable"),
        ("pedido na amazon com estoque zerado", "oos-items-unavailable"),
        ("sku inativo continua publicado na amazon", "ki-inactive-stays-published"),
        ("sku inactivo sigue publicado en amazon", "ki-inactive-stays-published"),
        ("inactive sku still published on amazon", "ki-inactive-stays-published"),
        ("sku inativo", "order-inactive-sku"),
        ("Inactive SKU in the order", "order-inactive-sku"),
    ],
)
def test_what_amazon_shows_is_told_from_what_an_order_lacks(said: str, error_id: str) -> None:
    assert recognise(said).matches[0].error_id == error_id
