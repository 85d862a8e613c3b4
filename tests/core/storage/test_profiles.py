"""Several stores, each with its own settings: kept, found again, renamed and forgotten for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from listo.core.errors import InputError
from listo.core.settings.types import Settings
from listo.core.storage.store import Store
from listo.core.storage.tables import Profiles

DATA = Path(__file__).parent / "data"
ANA = Settings(seller_id="A3TESTSELLERO", shipping_type_name_at_amazon=("Frete", " Frete"), send_kits=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "listo.sqlite3"


@pytest.fixture
def profiles(path: Path) -> Iterator[Profiles]:
    with closing(Profiles(path)) as profiles:
        yield profiles


def test_a_profile_comes_back_as_it_was(path: Path, profiles: Profiles) -> None:
    profiles.save("Loja da Ana", ANA)
    profiles.save("Eva", Settings())
    profiles.save("Loja da Ana", ANA)
    with closing(Profiles(path)) as others, closing(Store(path)):
        assert {one.name: one.settings for one in others.all()} == {"Loja da Ana": ANA, "Eva": Settings()}
        assert others.load("Loja da Ana").settings == ANA


def test_a_name_is_taken_once(profiles: Profiles) -> None:
    profiles.save("Ana", ANA)
    profiles.save("Eva", Settings())
    with pytest.raises(InputError) as error:
        profiles.rename("Ana", "Eva")
    assert error.value.code == "profile-exists"
    profiles.rename("Ana", "Ána")
    assert {one.name for one in profiles.all()} == {"Ána", "Eva"}


def test_what_is_not_there_is_said(profiles: Profiles) -> None:
    for attempt in (lambda: profiles.load("Ana"), lambda: profiles.rename("Ana", "Eva")):
        with pytest.raises(InputError) as error:
            attempt()
        assert (error.value.code, error.value.arguments["name"]) == ("profile-not-found", "Ana")


@pytest.mark.parametrize("name", ["Ana", None])
def test_what_is_forgotten_is_nowhere(path: Path, profiles: Profiles, name: str | None) -> None:
    profiles.save("Ana", ANA)
    profiles.forget(name)
    assert profiles.all() == ()
    assert all(b"A3TESTSELLERO" not in file.read_bytes() for file in path.parent.iterdir())


def test_a_secret_is_refused_and_what_was_there_stays(profiles: Profiles) -> None:
    profiles.save("Ana", ANA)
    with pytest.raises(InputError) as error:
        profiles.save("Ana", Settings(seller_id="Atzr|x"))
    assert (error.value.code, error.value.arguments["field"]) == ("secret-refused", "seller_id")
    assert profiles.load("Ana").settings == ANA


@pytest.mark.parametrize("version", [1, 2])
def test_a_database_of_an_older_version_gets_profiles(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript((DATA / f"version-{version}.sql").read_text(encoding="utf-8"))
    with closing(Profiles(path)) as profiles:
        names = [one.name for one in profiles.all()]
        assert names == ([] if version == 1 else ["Loja São Paulo"])
        profiles.save("Ana", ANA)
        assert profiles.load("Ana").settings == ANA
