"""What VTEX's own screen says for an error."""

from __future__ import annotations

from listo.core.texts import Language


def message_of(error_id: str, language: Language) -> str | None:
    """Return the message of an error, in that language where VTEX has it; None for an unknown error."""
    from listo.core import catalogue

    try:
        messages = catalogue.entry(error_id).messages
    except KeyError:
        return None
    known = messages.get(language) or messages.get("en") or next(iter(messages.values()), ())
    return known[0] if known else None
