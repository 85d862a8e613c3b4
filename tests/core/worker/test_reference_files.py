"""VTEX's exports in the jobs: what each makes possible, and what is found with it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

import builders_amazon as build
from examination import PLANTS, World
from listo.core.settings.types import Settings
from listo.core.storage.tables import Profiles
from listo.core.vocabulary import marketplaces
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview


def no_progress(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Write a mapping sheet and three exports, with a wrong barcode and a value spelled otherwise."""
    world = World(random.Random(3), "pt", None)
    for code in ("ean-invalid", "vtex-value-case"):
        PLANTS[code](world)
    return [build.save(book, tmp_path / f"{place}.xlsx") for place, book in enumerate(world.files())]


def codes(overview: Overview) -> set[str]:
    return {group.code for group in overview.groups}


def test_each_export_makes_its_checks_possible(jobs: Jobs, files: list[Path]) -> None:
    overview = jobs.open(no_progress, files)
    assert codes(overview) == {"ean-invalid", "vtex-value-case"}
    _, products, of_skus, of_products = overview.files
    assert products.kind == "vtex-products"
    assert {"ean-invalid", "category-unmapped"} <= set(products.adds)
    assert int(products.details["rows"]) > 1
    assert set(of_skus.adds) == {
        *("vtex-specification-not-in-catalog", "vtex-specification-case"),
        *("vtex-value-not-in-catalog", "vtex-value-case", "row-spare"),
        *("value-unmapped", "field-not-in-category", "value-missing-in-catalog"),
        *("variation-twins", "variation-field-unmapped"),
    }
    assert of_products.adds == ()


def test_without_its_export_a_finding_goes(jobs: Jobs, files: list[Path]) -> None:
    jobs.open(no_progress, files)
    overview = jobs.remove(no_progress, files[1])
    assert codes(overview) == {"vtex-value-case"}
    assert ("ean-invalid", "vtex-products") in overview.checks_skipped


def test_a_suggestion_for_a_sku_is_none_for_a_cell(jobs: Jobs, tmp_path: Path) -> None:
    world = World(random.Random(4), "pt", None)
    PLANTS["ean-invalid"](world)
    world.catalogue.skus[-1].ean = "36000291452"
    paths = [build.save(book, tmp_path / f"{place}.xlsx") for place, book in enumerate(world.files())]
    overview = jobs.open(no_progress, paths)
    [group] = [each for each in overview.groups if each.code == "ean-invalid"]
    assert (group.count, group.with_suggestion) == (1, 0)
    page = jobs.problem_page(no_progress, "ean-invalid", 0, 10)
    assert page.problems[0].finding.suggestions[0] == "036000291452"
    assert jobs.apply_suggestions(no_progress, "ean-invalid").changed_cells == 0


def test_the_trade_policy_is_asked_for_checked_and_kept(jobs: Jobs, tmp_path: Path) -> None:
    world = World(random.Random(5), "pt", None)
    PLANTS["sku-outside-trade-policy"](world)
    world.catalogue.skus[-1].policies = "10"  # so that no other policy has as many SKUs as the one asked for
    paths = [build.save(book, tmp_path / f"{place}.xlsx") for place, book in enumerate(world.files())]
    overview = jobs.open(no_progress, paths)
    assert ("sku-outside-trade-policy", "trade-policy") in overview.checks_skipped
    assert (overview.trade_policy, overview.trade_policies[0]) == ("", "1")
    overview = jobs.set_trade_policy(no_progress, " 1 ")
    assert (overview.trade_policy, codes(overview)) == ("1", {"sku-outside-trade-policy"})
    assert codes(jobs.remove(no_progress, paths[1])) == set()
    assert codes(jobs.open(no_progress, paths[1:2])) == {"sku-outside-trade-policy"}
    assert overview.session is not None
    with closing(Jobs()) as other:
        again = other.resume(no_progress, overview.session)
        assert (again.trade_policy, codes(again)) == ("1", {"sku-outside-trade-policy"})
        assert codes(other.set_trade_policy(no_progress, "")) == set()


def test_what_is_only_forgotten_is_stored_again_with_its_trade_policy(jobs: Jobs, files: list[Path]) -> None:
    overview = jobs.open(no_progress, files)
    jobs.forget(no_progress, overview.session)
    session = jobs.set_trade_policy(no_progress, "7").session
    assert session is not None
    assert session != overview.session
    assert jobs.resume(no_progress, session).trade_policy == "7"


def values_for(country: str, made_on: str, path: Path) -> Path:
    """Write an Amazon template of that country and day."""
    marketplace = f"amzn1.mp.o.{marketplaces.marketplace_id(country)}"
    more = {"primaryMarketplaceId": marketplace, "timestamp": f"{made_on}T08:00:00.000Z"}
    return build.save(build.generation_3(more=more), path)


def test_a_template_of_another_marketplace_is_pointed_out(jobs: Jobs, tmp_path: Path) -> None:
    paths = [values_for(country, "2026-11-01", tmp_path / f"{country}.xlsx") for country in ("MX", "BR")]
    assert told(jobs.open(no_progress, paths), "elsewhere") == [None, "amazon.com.mx"]
    with closing(Profiles()) as profiles:
        profiles.save("Norte", Settings(marketplace="BR"))
        assert told(jobs.open(no_progress, paths), "elsewhere") == ["amazon.com.br", None]
        profiles.save("Sul", Settings(marketplace="MX"))
    assert told(jobs.open(no_progress, paths), "elsewhere") == [None, None]


def test_an_old_template_is_pointed_out(jobs: Jobs, tmp_path: Path) -> None:
    today = date.today()
    days = [today - timedelta(days=age) for age in (1, 89, 95)]
    paths = [values_for("BR", str(day), tmp_path / f"{day}.xlsx") for day in days]
    assert told(jobs.open(no_progress, paths), "days") == [None, None, "95"]


def told(overview: Overview, name: str) -> list[str | None]:
    return [card.details.get(name) for card in overview.files]
