"""Every code planted and found: alone, mended again, and many at once in every language and layout."""

from __future__ import annotations

import random
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders_amazon as build
from examination import PLANTS, World, can_plant, disturb, examine, found, mend
from examination_coverage import examine_coverage
from examination_files import LAYOUTS, Language
from listo.core import resources
from listo.core.checks.engine import run
from listo.core.checks.findings import CHECKS
from listo.core.file_kinds import open_file, references_of
from listo.core.reports.texts import say
from listo.core.texts import Texts

each_code = pytest.mark.parametrize("code", PLANTS)
languages = st.sampled_from(get_args(Language))
layouts = st.sampled_from((None, *LAYOUTS))
seeds = st.integers(0, 2**32)
few = settings(max_examples=8, deadline=None)


def test_every_code_can_be_planted() -> None:
    assert set(PLANTS) == {check.code for check in CHECKS}, "a new check is planted in tests/examination.py"


@given(seeds, languages, layouts, st.booleans(), st.floats(0, 1), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_right_sheet_with_right_references_gives_nothing(
    seed: int, language: Language, layout: str, exports: bool, noise: float, by_store: bool
) -> None:
    chance = random.Random(seed)
    world = World(chance, language, layout, exports, noise, by_store=by_store)  # type: ignore[arg-type]
    disturb(world)
    report = world.report()
    assert report.findings == ()
    reading = "unknown" if not exports else "store" if by_store else "global"
    assert report.category_ids.reading == reading


@given(seeds, languages)
@few
def test_a_sheet_by_ids_of_both_kinds_gives_warnings_only(seed: int, language: Language) -> None:
    world = World(random.Random(seed), language, None)
    world.mix()
    world.catalogue.skus.append(world.sku(unmapped := world.category()))
    report = world.report()
    assert report.category_ids.reading == "both"
    told = [(one.code, one.value, one.severity) for one in report.findings]
    assert told == [("category-unmapped", unmapped, "warning")]


@each_code
@given(seeds, languages, layouts, st.booleans(), st.floats(0, 0.5), st.booleans())
@few
def test_one_fault_gives_its_finding_alone_and_mended_none(
    code: str, seed: int, language: Language, layout: str, exports: bool, noise: float, by_store: bool
) -> None:
    chance = random.Random(seed)
    world = World(chance, language, layout, exports, noise, by_store=by_store)  # type: ignore[arg-type]
    if not can_plant(code, world):
        return
    PLANTS[code](world)
    disturb(world)
    assert world.planted
    report = world.report()
    assert found(report) == world.expected()
    for finding in report.findings:
        forms = resources.read_json("checks/en.json")[finding.code]["message"]
        assert finding.arguments.get("case", "") in ("", "global", *forms)  # by global ids is the usual one
        assert say(Texts("pt"), finding)
    mend(world)
    assert world.report().findings == ()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 7))
def test_many_faults_among_harmless_differences_are_all_found_and_nothing_else(seed: int) -> None:
    score = examine(seed)
    print(f"seed {seed}: {score}")
    assert not score.missed
    assert not score.wrong
    assert (score.precision, score.recall) == (1.0, 1.0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 7))
def test_of_what_files_may_say_all_is_found_and_nothing_else(seed: int) -> None:
    score = examine_coverage(seed, 20)
    print(f"seed {seed}: {score}")
    assert not score.missed
    assert not score.wrong
    assert (score.precision, score.recall) == (1.0, 1.0)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_real_files_say_the_same(layout: str, tmp_path: Path) -> None:
    world = World(random.Random(layout), "pt", layout, noise=0.1)  # type: ignore[arg-type]
    for code in (
        "category-unmapped",
        "vtex-value-case",
        "amazon-value-not-accepted",
        "ean-invalid",
        "sku-inactive",
    ):
        PLANTS[code](world)
    files = [build.save(book, tmp_path / f"{place}-{book.path}") for place, book in enumerate(world.files())]
    world.amazon.name = f"1-{world.amazon.name}"
    mapping, *others = map(open_file, files)
    assert mapping.mapping is not None
    report = run(mapping.mapping, references_of(others), options=world.options)
    assert found(report) == world.expected()
