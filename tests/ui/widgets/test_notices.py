"""Which authorisation ends first, of all stores."""

from __future__ import annotations

from datetime import date

from listo.core.settings.types import Settings
from listo.core.storage.tables import Profile
from listo.core.texts import Texts
from listo.ui.widgets.notices import first_expiry

TODAY = date(2026, 11, 21)


def store(name: str, authorised: str) -> Profile:
    return Profile(name, Settings(authorized_on=authorised), "2026-11-21T10:00:00")


def test_the_store_whose_authorisation_ends_first_is_named():
    lasting = store("Lia", "2026-06-01")
    found = first_expiry(
        [store("Ana", "2025-12-01"), store("Eva", "2025-11-20"), lasting], TODAY, Texts("en")
    )
    assert found is not None
    name, sentence = found
    assert name == "Eva"
    assert "Eva" in sentence
    assert first_expiry([lasting], TODAY, Texts("en")) is None
