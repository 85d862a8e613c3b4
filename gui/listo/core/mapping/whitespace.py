"""Blanks and characters that nobody sees: set right to compare texts, or drawn to be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
"""Characters of no width: zero-width blanks and joiners, soft hyphen, direction marks, byte-order mark."""

_BLANKS = re.compile(r"\s+")

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff"
# Blanks at the edges, two and more in a row, any that is not the plain one, and what takes no place at all.
_TO_DRAW = re.compile(rf"\A\s+|\s+\Z|\s{{2,}}|[^\S ]+|[{_UNSEEN}]+")
_DANGEROUS = re.compile(rf"[{_UNSEEN}\t\n\r\v\f]")

_BLANK, _NO_WIDTH, _LINE_END, _TAB = "␣", "¦", "↵", "⇥"
_OWN_SIGNS = {"\n": _LINE_END, "\r": _LINE_END, "\t": _TAB}


def clean(text: str) -> str:
    """Return the text without invisible characters and outer blanks, every inner run of blanks one space."""
    if is_clean(text):
        return text
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip(" ")


def lines_of(text: str) -> tuple[str, ...]:
    """Return the different lines of a text, each clean, without those in which nothing can be seen."""
    if text.isprintable():
        return (text,)
    return tuple(dict.fromkeys(line for part in text.splitlines() if (line := clean(part))))


def is_clean(text: str) -> bool:
    """Return whether there is nothing to clean; a text of odd letters may get False without need."""
    # No blank but the plain one is printable, and nothing invisible is.
    return text.isprintable() and (" " not in text or text == " ".join(text.split()))


def is_blank(text: str) -> bool:
    """Return whether nothing of the text can be seen."""
    return not text or not clean(text)


class TextPiece(NamedTuple):
    """Some letters of a text; those that are `drawn` stand for what `text` holds."""

    display_text: str
    text: str
    drawn: bool


def split_visible(text: str) -> Iterator[TextPiece]:
    """Yield a text in pieces: what can be seen as it is, and in between what had to be drawn."""
    start = 0
    for found in _TO_DRAW.finditer(text):
        if found.start() > start:
            plain = text[start : found.start()]
            yield TextPiece(plain, plain, drawn=False)
        yield TextPiece("".join(map(_sign, found[0])), found[0], drawn=True)
        start = found.end()
    if start < len(text):
        yield TextPiece(text[start:], text[start:], drawn=False)


def is_all_visible(text: str) -> bool:
    """Return whether all of a text can be seen as it is."""
    return (text.isprintable() and text == " ".join(text.split())) or not _TO_DRAW.search(text)


def draw_invisible(text: str) -> str:
    """Return a text with everything drawn that could not be seen."""
    return text if is_all_visible(text) else "".join(piece.display_text for piece in split_visible(text))


def on_one_line(text: str) -> str:
    """Return a text that cannot break a line or command a terminal: only such characters are drawn."""
    return text if text.isprintable() else _DANGEROUS.sub(lambda found: _sign(found[0]), text)


def code_points(text: str) -> str:
    """Return the numbers of characters as Unicode writes them: `U+00A0 U+0020`."""
    return " ".join(f"U+{ord(letter):04X}" for letter in text)


def _sign(letter: str) -> str:
    return _OWN_SIGNS.get(letter) or (_BLANK if letter.isspace() else _NO_WIDTH)
