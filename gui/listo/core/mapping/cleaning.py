"""What a cell says once the blanks and characters that nobody sees are set right."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
"""Characters of no width: zero-width blanks and joiners, soft hyphen, direction marks, byte-order mark."""

_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return the text without invisible characters and outer blanks, every inner run of blanks one space."""
    if is_clean(text):
        return text
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip(" ")


def is_clean(text: str) -> bool:
    """Return whether there is nothing to clean; a text of odd letters may get False without need."""
    # No blank but the plain one is printable, and nothing invisible is.
    return text.isprintable() and (" " not in text or text == " ".join(text.split()))


def is_blank(text: str) -> bool:
    """Return whether nothing of the text can be seen."""
    return not text or not clean(text)
