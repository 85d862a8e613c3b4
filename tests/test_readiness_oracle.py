"""The oracle of readiness against itself: it is to judge a program, so who judges it?"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness_data import (
    AGE,
    RULE,
    STATE,
    STATES,
    AmazonFile,
    Answer,
    Attribute,
    Cover,
    ProductType,
    Row,
    Sku,
    Specification,
    World,
)
from readiness_numbers import holding_sets
from readiness_oracle import judge
from readiness_worlds import ATTRIBUTES, check_digit, sound_worlds, worlds

_FEW = settings(max_examples=30)
"""Thousands of worlds are tried by hand when the oracle is changed; here it is kept from rotting."""

# Properties


@pytest.mark.slow
@_FEW
@given(sound_worlds())
def test_a_world_without_faults_is_ready(world: World):
    answer = judge(world)
    assert answer.skus["ready"] == answer.skus["total"] == len(world.skus)
    assert not answer.by_code


@pytest.mark.slow
@_FEW
@given(worlds())
def test_states_add_up_and_follow_from_the_reasons(world: World):
    answer = judge(world)
    totals = dict(answer.skus)
    assert totals.pop("ready_unchecked") <= totals["ready"]
    assert totals.pop("total") == len(world.skus) == sum(totals.values())
    for result in answer.results.values():
        states = {reason.state for reason in result.reasons}
        assert (result.state in STATES[:3]) == bool(states)
        assert not states or result.state == min(states, key=STATES.index)
        assert (result.state == "unknown") == bool(result.needs)
        assert all(STATE[one.code] in (one.state, "") for one in result.reasons)
        assert all((RULE[one.code] == 1) == (one.state == "not-sent") for one in result.reasons)
        rules = [RULE[one.code] for one in result.reasons]
        assert rules == sorted(rules)
        if result.state == "ready":
            covered = result.sheet in {cover.category for cover in world.coverage}
            assert bool(result.unchecked) is not covered


@pytest.mark.slow
@_FEW
@given(worlds())
def test_the_order_against_every_set_of_codes(world: World):
    answer = judge(world)
    weights, held = world.weights, holding_sets(answer.results)

    def worth(codes: set[str]) -> int:
        freed = [sku for sku, holding in held.items() if holding <= codes]
        return len(freed) if weights is None else sum(weights.get(sku, 0) for sku in freed)

    codes = [count.code for count in answer.by_code]
    assert len(codes) == len(set(codes))
    for place, count in enumerate(answer.by_code):
        done = set(codes[:place])
        assert worth(done | {count.code}) == max(worth(done | {code}) for code in codes[place:])
        assert count.then_free == sum(holding <= done | {count.code} for holding in held.values())
        if len(codes) < 8:
            best = max(worth(set(some)) for some in combinations(codes, place + 1))
            assert worth(done | {count.code}) <= best
            assert worth(done | {count.code}) == best or place not in (0, len(codes) - 1)
        assert count.alone <= count.skus <= len(answer.results)
    if answer.by_code:
        assert answer.by_code[-1].then_free == answer.skus["blocked"] + answer.skus["at_risk"]


def meaning(answer: Answer) -> Answer:
    """Return an answer in an order of its own."""
    for result in answer.results.values():
        result.reasons.sort(key=str)
        result.sends.sort()
    return replace(answer, results=dict(sorted(answer.results.items())))


@pytest.mark.slow
@_FEW
@given(worlds(), st.randoms(use_true_random=False))
def test_what_the_order_must_not_change(world: World, chance):
    """Neither that of categories in the sheet, nor those of the exports and of the files."""
    other = deepcopy(world)
    categories = list({row.category_id.strip() for row in world.rows})
    chance.shuffle(categories)
    other.rows.sort(key=lambda row: categories.index(row.category_id.strip()))
    for several in (other.skus, other.sku_specifications, other.product_specifications, other.coverage):
        chance.shuffle(several if several is not None else [])
    chance.shuffle(other.amazon_files)
    for kind in (kind for file in other.amazon_files if not file.general for kind in file.product_types):
        chance.shuffle(kind.attributes)
        chance.shuffle(kind.themes)
    assert meaning(judge(other)) == meaning(judge(world))


@pytest.mark.slow
@_FEW
@given(worlds(), st.sampled_from(["sku_specifications", "product_specifications"]))
def test_a_missing_export_only_leaves_open(world: World, export: str):
    """What is said without an export holds with it, save that two SKUs may turn out to be twins."""
    full, part = judge(world), judge(replace(world, **{export: None}))
    for sku, result in part.results.items():
        assert set(result.reasons) <= set(full.results[sku].reasons)
        if result.state == "ready":
            assert all(RULE[reason.code] == 10 for reason in full.results[sku].reasons)


@pytest.mark.slow
@_FEW
@given(worlds())
def test_a_file_that_covers_nothing_says_nothing(world: World):
    more = replace(world, amazon_files=[*world.amazon_files, AmazonFile("more.xlsm", [ProductType("HAT")])])
    one, other = judge(world), judge(more)
    assert other.results == one.results
    assert other.uncovered_categories == one.uncovered_categories or not world.amazon_files


@pytest.mark.slow
@_FEW
@given(worlds())
def test_a_file_that_accepts_everything_leaves_no_value_to_complain_of(world: World):
    attributes = [Attribute(label, feed_name) for label, (feed_name, _) in ATTRIBUTES.items()]
    categories = {row.category_id for row in world.cleaned().rows}
    more = replace(
        world,
        amazon_files=[*world.amazon_files, AmazonFile("more.xlsm", [ProductType("HAT", attributes)])],
        coverage=[*world.coverage, *(Cover("more.xlsm", category) for category in categories)],
    )
    lists = {f"amazon-value-{what}" for what in ("not-accepted", "case", "deprecated")}
    assert not lists & {one.code for result in judge(more).results.values() for one in result.reasons}


@pytest.mark.slow
@_FEW
@given(worlds())
def test_the_person_only_chooses_the_join(world: World):
    """What a person says of CategoryID counts as if the exports had said it."""
    answer = judge(world)
    reading = str(answer.category_ids["reading"])
    if reading in ("global", "store"):
        again = judge(replace(world, category_ids=reading))
        assert (again.results, again.by_code) == (answer.results, answer.by_code)


# By hand


def small() -> World:
    """Two SKUs of a product that vary by size, and a file that covers their category."""
    row = Row(2, "212", "Size", "Variation", "Tamanho", "Size", "P", "S")
    size, color = (
        Attribute("Size", "size_name", ["S", "M"]),
        Attribute("Color", "color_name", ["Blue", "Red"]),
    )
    kind = ProductType("SHIRT", [size, color, Attribute(AGE, "mfg_minimum")], ["Size", "SizeColor"])
    return World(
        rows=[
            row,
            replace(row, row=3, vtex_value="M", amazon_value="M"),
            Row(4, "212", "", "Information", "Cor", "Color", "Azul", "Blue"),
        ],
        skus=[
            Sku("1", "9", "212", "7", ean=check_digit("789000000001")),
            Sku("2", "9", "212", "7", ean=check_digit("789000000002")),
        ],
        sku_specifications=[Specification("1", "Tamanho", "P"), Specification("2", "Tamanho", "M")],
        product_specifications=[Specification("9", "Cor", "Azul")],
        amazon_files=[AmazonFile("values.xlsm", [kind])],
        coverage=[Cover("values.xlsm", "212", "SHIRT", "told")],
    )


def cell(row: int, **cells: str) -> Callable[[World], None]:
    def change(world: World) -> None:
        world.rows = [replace(one, **cells) if one.row == row else one for one in world.rows]

    return change


def cells(**cells: str) -> Callable[[World], None]:
    def change(world: World) -> None:
        world.rows = [replace(one, **cells) for one in world.rows]

    return change


def sku(**facts: object) -> Callable[[World], None]:
    def change(world: World) -> None:
        world.skus[0] = replace(world.skus[0], **facts)  # type: ignore[arg-type]

    return change


def option(**options: object) -> Callable[[World], None]:
    def change(world: World) -> None:
        vars(world).update(options)

    return change


def more(row: int, **cells: str) -> Callable[[World], None]:
    """Add a copy of a row, with other cells, at the end of the sheet."""

    def change(world: World) -> None:
        copied = next(one for one in world.rows if one.row == row)
        world.rows.append(replace(copied, row=10 + len(world.rows), **cells))

    return change


def without(row: int) -> Callable[[World], None]:
    return lambda world: world.rows.remove(next(one for one in world.rows if one.row == row))


def own(field: str, value: str, sku_id: str = "1") -> Callable[[World], None]:
    return lambda world: (world.sku_specifications or []).append(Specification(sku_id, field, value))


def no_color(world: World) -> None:
    world.product_specifications = []


def no_color_here(world: World) -> None:
    """Let the field be the store category's, through another product, but not this one's."""
    world.product_specifications = [Specification("8", "Cor", "Azul")]
    world.skus.append(Sku("3", "8", "999", "7", active=False))


def attribute(label: str, **facts: object) -> Callable[[World], None]:
    def change(world: World) -> None:
        kind = world.amazon_files[0].product_types[0]
        there = [one for one in kind.attributes if one.label == label]
        kind.attributes = [one for one in kind.attributes if one.label != label]
        kind.attributes.append(replace(there[0] if there else Attribute(label, label.lower()), **facts))  # type: ignore[arg-type]

    return change


def themes(*offered: str, deprecated: tuple[str, ...] = ()) -> Callable[[World], None]:
    def change(world: World) -> None:
        kind = world.amazon_files[0].product_types[0]
        kind.themes, kind.deprecated_themes = list(offered), list(deprecated)

    return change


STYLE = attribute("Style")
APART = "variation-field-unmapped"
TWINS = cell(3, amazon_value="S")
CASES = [
    ("", [], "ready"),
    # 1
    ("sku-inactive", [sku(active=False, product_active=False)], "not-sent"),
    ("product-inactive", [sku(product_active=False)], "not-sent"),
    ("sku-outside-trade-policy", [option(trade_policy="2")], "not-sent"),
    ("product-inactive sku-kit", [sku(product_active=False, kit=True), option(kits_sent=False)], "not-sent"),
    ("", [option(trade_policy="1")], "ready"),
    ("sku-kit", [sku(kit=True), option(kits_sent=False)], "not-sent"),
    ("sku-inactive sku-kit", [sku(active=False, kit=True), option(kits_sent=False)], "not-sent"),
    ("", [sku(kit=True)], "ready"),
    ("", [sku(kit=None), option(kits_sent=False)], "ready"),
    # 2
    ("sku-without-global-category", [sku(global_category="")], "blocked"),
    ("sku-without-global-category", [sku(global_category=""), cells(category_id="7")], "blocked"),
    ("category-unmapped", [sku(global_category="187")], "blocked"),
    ("category-unmapped", [cells(category_id="500")], "at-risk"),
    ("category-unmapped", [option(category_ids="store")], "blocked"),
    ("", [sku(global_category="187", store_category="212"), own("Cor", "Azul")], "ready"),  # both
    ("category-unmapped", [cells(category_id="#N/A")], "at-risk"),
    # 3
    ("theme-case", [cell(2, variation_theme="SIZE")], "blocked"),
    ("", [cells(variation_theme="SIZE", type="Variation"), themes("SIZE")], "ready"),
    ("theme-unknown", [cell(2, variation_theme="SIZE/COLOR")], "blocked"),
    ("theme-case", [cell(2, variation_theme="size")], "blocked"),
    ("theme-not-offered", [themes("Color")], "at-risk"),
    ("theme-deprecated", [themes("Color", deprecated=("Size_Name",))], "at-risk"),
    ("", [themes("SIZE_NAME")], "ready"),
    ("", [themes()], "ready"),
    ("theme-case theme-not-offered", [cell(2, variation_theme="size"), themes("Color")], "blocked"),
    # 4, 5
    ("field-not-in-category", [no_color], "at-risk"),
    ("field-not-in-category", [no_color, attribute("Color", required="soft")], "at-risk"),
    ("field-not-in-category", [no_color, attribute("Color", required="hard")], "blocked"),
    ("", [no_color_here], "ready"),
    ("value-missing-in-catalog", [no_color_here, attribute("Color", required="soft")], "at-risk"),
    ("value-missing-in-catalog", [no_color_here, attribute("Color", required="hard")], "blocked"),
    ("", [no_color, more(4, vtex_specification="Tom", vtex_value="Mar"), own("Tom", "Mar")], "ready"),
    # 6
    ("value-unmapped", [own("Cor", "azul")], "at-risk"),
    ("value-unmapped", [own("Cor", "Azul"), own("Cor", "Verde")], "at-risk"),
    ("value-unmapped", [own("Cor", "Verde"), attribute("Color", required="hard")], "blocked"),
    ("value-unmapped", [own("Tamanho", "P;M")], "blocked"),
    ("", [more(4, amazon_specification="Size", vtex_value="Verde")], "ready"),  # Tamanho sends Size
    ("value-unmapped", [more(4, amazon_specification="Style", vtex_value="Verde"), STYLE], "at-risk"),
    ("row-conflict", [more(4, amazon_value="Red")], "at-risk"),
    ("", [more(4)], "ready"),
    # 7
    ("type-missing", [cell(4, type="")], "blocked"),
    ("type-unknown", [cell(4, type="Info")], "blocked"),
    ("type-case", [cell(4, type="information")], "blocked"),
    ("type-theme-mismatch", [cell(4, type="Variation")], "at-risk"),
    ("type-theme-mismatch", [cell(4, variation_theme="Size")], "at-risk"),
    ("amazon-specification-missing", [cell(4, amazon_specification="")], "blocked"),
    ("amazon-specification-unknown", [cell(4, amazon_specification="Colour")], "blocked"),
    ("amazon-specification-case", [cell(4, amazon_specification="color")], "blocked"),
    ("", [cell(4, amazon_specification="color_name")], "ready"),
    ("", [cell(4, amazon_specification="Colour"), option(coverage=[])], "ready unchecked"),
    ("amazon-specification-missing", [cell(4, amazon_specification=""), option(coverage=[])], "blocked"),
    ("amazon-specification-missing", [more(4, vtex_value="X"), cell(4, amazon_specification="")], "blocked"),
    ("amazon-value-missing", [cell(4, amazon_value="#REF!")], "blocked"),
    ("amazon-value-not-accepted", [cell(4, amazon_value="Green")], "blocked"),
    ("", [cell(4, amazon_value="Green"), attribute("Color", values=None)], "ready"),
    ("amazon-value-case", [cell(4, amazon_value="blue")], "blocked"),
    ("amazon-value-deprecated", [attribute("Color", deprecated=["Blue"])], "at-risk"),
    ("age-unit-missing", [cell(4, amazon_specification=AGE, amazon_value="3")], "at-risk"),
    ("age-unit-not-accepted", [cell(4, amazon_specification=AGE, amazon_value="3 weeks")], "blocked"),
    ("", [cell(4, amazon_specification=AGE, amazon_value="3 Anos")], "ready"),
    # 8
    ("mandatory-attribute-missing", [attribute("Style", required="hard")], "blocked"),
    ("mandatory-attribute-missing", [attribute("Style", required="soft")], "at-risk"),
    ("amazon-value-missing", [cell(4, amazon_value=""), attribute("Color", required="hard")], "blocked"),
    ("", [attribute("Brand", feed_name="brand_name", required="hard")], "ready"),
    ("theme-incomplete", [cell(2, variation_theme="SizeColor")], "at-risk"),
    ("type-unknown", [cell(2, variation_theme="SizeColor"), cell(4, type="Info")], "blocked"),
    # 9
    ("ean-missing", [sku(ean=" ")], "blocked"),
    ("ean-placeholder", [sku(ean="SEM GTIN")], "blocked"),
    ("ean-placeholder", [sku(ean="0000000000000")], "blocked"),
    ("", [sku(ean="SEM GTIN"), option(ean_exempt=True)], "ready"),
    ("ean-invalid", [sku(ean="7.89E+12"), option(ean_exempt=True)], "blocked"),
    ("ean-invalid", [sku(ean="7890000000012")], "blocked"),
    ("ean-duplicate", [sku(ean="0" + check_digit("789000000002"))], "at-risk"),
    ("ean-restricted", [sku(ean=check_digit("291234500001"))], "at-risk"),
    ("ean-restricted", [sku(ean=check_digit("21234500001"))], "at-risk"),
    ("ean-restricted", [sku(ean=check_digit("1789000000001"))], "at-risk"),
    ("ean-restricted", [sku(ean=check_digit("777777777777"))], "at-risk"),
    ("", [sku(ean=check_digit("7777777"))], "ready"),
    # 10
    ("variation-twins", [TWINS], "at-risk"),
    (f"variation-twins {APART}", [TWINS, own("X", "1"), own("X", "2", "2")], "at-risk"),
    (f"value-unmapped variation-twins {APART}", [TWINS, own("Cor", "Rosa")], "at-risk"),
    ("variation-twins", [TWINS, own("X", "1")], "at-risk"),
    ("type-theme-mismatch", [TWINS, cells(variation_theme="")], "at-risk"),
    # exports that are missing
    ("", [option(product_specifications=None)], "unknown vtex-product-specifications"),
    ("", [option(product_specifications=None), own("Cor", "Azul")], "ready"),
    ("", [option(sku_specifications=None)], "unknown vtex-sku-specifications"),
    ("ean-missing", [option(sku_specifications=None), sku(ean="")], "blocked"),
    ("theme-case", [option(sku_specifications=None), cell(2, variation_theme="size")], "blocked"),
]  # fmt: skip


@pytest.mark.parametrize(("codes", "changes", "outcome"), CASES)
def test_by_hand(codes: str, changes: list[Callable[[World], None]], outcome: str):
    world = small()
    for change in changes:
        change(world)
    result = judge(world).results["1"]
    said = [result.state, *result.needs, *(["unchecked"] if result.unchecked else [])]
    assert (list(dict.fromkeys(one.code for one in result.reasons)), said) == (codes.split(), outcome.split())


@pytest.mark.parametrize(
    ("by_global", "by_store", "by_either", "reading"),
    [
        (0, 0, 0, "unknown"), (2, 0, 0, "global"), (0, 0, 2, "global"), (0, 2, 0, "store"),
        (0, 2, 9, "store"), (1, 1, 0, "both"), (20, 1, 0, "both"), (21, 1, 0, "global"),
        (1, 21, 9, "store"), (2, 40, 0, "both"),
    ],
)  # fmt: skip
def test_what_category_ids_hold(by_global: int, by_store: int, by_either: int, reading: str):
    kinds = [("212", "5")] * by_global + [("600", "7")] * by_store + [("212", "7")] * by_either
    world = World(rows=[replace(small().rows[0], category_id=one) for one in ("212", "7")])
    world.skus = [Sku(f"{number}", "9", *ids) for number, ids in enumerate(kinds)]
    counts = {"by_global": by_global, "by_store": by_store, "by_either": by_either}
    assert judge(world).category_ids == {"reading": reading, "by": "exports", **counts}


def test_the_best_order():
    """Two codes that hold one SKU up together come after the one that frees another alone, then free it."""
    world = small()
    world.skus[0].ean = ""
    world.skus += [
        replace(world.skus[0], id="3"),
        replace(world.skus[1], id="4", ean=check_digit("789000000004")),
    ]
    world.skus[2].global_category = "187"
    world.skus[3].global_category = "187"
    counts = [tuple(one) for one in judge(world).by_code]
    assert counts == [("category-unmapped", 2, 1, 1, None), ("ean-missing", 2, 1, 3, None)]
    world.weights = {"1": 5, "3p": 2}
    counts = [tuple(one) for one in judge(world).by_code]
    assert counts == [("ean-missing", 2, 1, 1, 5), ("category-unmapped", 2, 1, 3, 7)]
