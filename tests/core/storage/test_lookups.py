"""Lists of messages that were looked up: kept, found again, forgotten for good."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from listo.core.storage.store import Store
from listo.core.storage.tables import Lookups


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "listo.sqlite3"


@pytest.fixture
def lookups(path: Path) -> Iterator[Lookups]:
    with closing(Lookups(path)) as lookups:
        yield lookups


def test_a_list_comes_back_as_it_was(path: Path, lookups: Lookups) -> None:
    number = lookups.keep(None, "SEM GTIN\nSKU 12", (), 2, 1)
    other = lookups.keep(None, "", [Path("/lojas/erros é.csv"), Path("b.xlsx")], 900, 12)
    with closing(Lookups(path)) as again, closing(Store(path)):
        latest, first = again.recent()
    assert (latest.number, latest.name, latest.files[1], latest.kinds) == (
        other,
        "erros é.csv",
        Path("b.xlsx"),
        12,
    )
    assert (first.number, first.name, first.text, first.messages) == (
        number,
        "SEM GTIN",
        "SEM GTIN\nSKU 12",
        2,
    )


def test_what_goes_on_stays_one_list(lookups: Lookups) -> None:
    number = lookups.keep(None, "one\ntwo", (), 2, 1)
    assert lookups.keep(number, "one\ntwo\nthree", (), 3, 2) == number
    lookups.keep(None, "one\ntwo\nthree", (), 3, 2)
    assert [one.messages for one in lookups.recent()] == [3]


def test_a_list_that_was_forgotten_is_kept_anew(lookups: Lookups) -> None:
    number = lookups.keep(None, "one", (), 1, 1)
    lookups.forget(number)
    lookups.keep(number, "one two", (), 2, 1)
    assert [one.text for one in lookups.recent()] == ["one two"]


def test_found_by_what_it_says_and_by_its_file(lookups: Lookups) -> None:
    pasted = lookups.keep(None, "A especificação (Cor) falta", (), 1, 1)
    dropped = lookups.keep(None, "", [Path("/lojas/São Paulo/erros.csv")], 5, 2)
    assert [one.number for one in lookups.recent("cor ESPECIFICACAO")] == [pasted]
    assert [one.number for one in lookups.recent("sao paulo")] == [dropped]
    assert lookups.recent("nothing") == ()


@pytest.mark.parametrize("everything", [True, False])
def test_what_is_forgotten_is_nowhere(path: Path, lookups: Lookups, everything: bool) -> None:
    number = lookups.keep(None, "unforgettable words", (), 1, 1)
    lookups.forget(None if everything else number)
    assert lookups.recent() == ()
    assert all(b"unforgettable" not in file.read_bytes() for file in path.parent.iterdir())


def test_a_line_with_a_token_is_not_kept(path: Path, lookups: Lookups) -> None:
    secret = "Atzr|IwEBIExampleOfARefreshToken"
    lookups.keep(None, f"SEM GTIN\nrefresh_token: {secret}\nSEM EAN", (), 3, 1)
    assert [one.text for one in lookups.recent()] == ["SEM GTIN\nSEM EAN"]
    assert all(secret.encode() not in file.read_bytes() for file in path.parent.iterdir())
