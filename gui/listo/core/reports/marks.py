"""Blanks and characters that nobody sees, drawn so that a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff"
# Blanks at the edges, two and more in a row, any that is not the plain one, and what takes no place at all.
_TO_DRAW = re.compile(rf"\A\s+|\s+\Z|\s{{2,}}|[^\S ]+|[{_UNSEEN}]+")
_DANGEROUS = re.compile(rf"[{_UNSEEN}\t\n\r\v\f]")

_BLANK, _NO_WIDTH, _LINE_END, _TAB = "␣", "¦", "↵", "⇥"
_OWN_SIGNS = {"\n": _LINE_END, "\r": _LINE_END, "\t": _TAB}


class Piece(NamedTuple):
    """Some letters of a text; those that are `drawn` stand for what `text` holds."""

    shown: str
    text: str
    drawn: bool


def pieces(text: str) -> Iterator[Piece]:
    """Yield a text in pieces: what can be seen as it is, and in between what had to be drawn."""
    start = 0
    for found in _TO_DRAW.finditer(text):
        if found.start() > start:
            plain = text[start : found.start()]
            yield Piece(plain, plain, drawn=False)
        yield Piece("".join(map(_sign, found[0])), found[0], drawn=True)
        start = found.end()
    if start < len(text):
        yield Piece(text[start:], text[start:], drawn=False)


def is_plain(text: str) -> bool:
    """Return whether all of a text can be seen as it is."""
    return (text.isprintable() and text == " ".join(text.split())) or not _TO_DRAW.search(text)


def drawn(text: str) -> str:
    """Return a text with everything drawn that could not be seen."""
    return text if is_plain(text) else "".join(piece.shown for piece in pieces(text))


def on_one_line(text: str) -> str:
    """Return a text that cannot break a line or command a terminal: only such characters are drawn."""
    return text if text.isprintable() else _DANGEROUS.sub(lambda found: _sign(found[0]), text)


def code_points(text: str) -> str:
    """Return the numbers of characters as Unicode writes them: `U+00A0 U+0020`."""
    return " ".join(f"U+{ord(letter):04X}" for letter in text)


def _sign(letter: str) -> str:
    return _OWN_SIGNS.get(letter) or (_BLANK if letter.isspace() else _NO_WIDTH)
