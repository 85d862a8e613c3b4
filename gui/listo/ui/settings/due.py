"""Which authorisation ends first, of all stores."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from listo.core import settings
from listo.core.storage.profiles import Profile
from listo.core.texts import Texts


def notice_due(stores: Iterable[Profile], today: date, texts: Texts) -> tuple[str, str] | None:
    """Return the store whose authorisation ends first, or ended, and the sentence that says so.

    None where nothing ends soon.
    """
    tokens = [(settings.token_state(one.settings, today), one.name) for one in stores]
    ending = [(token, name) for token, name in tokens if token.state in ("soon", "expired")]
    if not ending:
        return None
    token, name = min(ending, key=lambda pair: pair[0].days_left or 0)
    said = settings.say_notice(token, name, texts)
    return (name, said) if said else None
