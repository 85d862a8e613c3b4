"""Texts of cells: blanks and characters that nobody sees, and accents that were read in the wrong encoding.

What nobody sees is set right to compare texts, or drawn to be looked at. UTF-8 that was read as
Windows-1252, Latin-1, Mac Roman or DOS (`GÃªnero`, `G√™nero`, `G├¬nero`), once or again, and what was lost
on the way (U+FFFD), is found, and put right where the letters tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from listo.core.workbooks.model import LONGEST_TEXT

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
    if text.isprintable():  # no blank but the plain one is, and nothing invisible
        return text if is_clean(text) else " ".join(text.split())
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip(" ")


def lines_of(text: str) -> tuple[str, ...]:
    """Return the different lines of a text, each clean, without those in which nothing can be seen."""
    if text.isprintable():
        return (text,)
    return tuple(dict.fromkeys(line for part in text.splitlines() if (line := clean(part))))


def is_clean(text: str) -> bool:
    """Return whether there is nothing to clean; a text of odd letters may get False without need."""
    # No blank but the plain one is printable, and nothing invisible is.
    if not text.isprintable():
        return False
    return " " not in text or not ("  " in text or text[0] == " " or text[-1] == " ")


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


def without_commands(text: str) -> str:
    """Return a text of several lines that cannot command a terminal: such characters are drawn."""
    return "\n".join(map(on_one_line, text.split("\n")))


def code_points(text: str) -> str:
    """Return the numbers of characters as Unicode writes them: `U+00A0 U+0020`."""
    return " ".join(f"U+{ord(letter):04X}" for letter in text)


def _sign(letter: str) -> str:
    return _OWN_SIGNS.get(letter) or (_BLANK if letter.isspace() else _NO_WIDTH)


LOST = "\ufffd"
"""Stands where a byte could not be read: which letter it was, the text no longer tells."""

_CODECS = ("cp1252", "mac_roman", "cp850", "cp437")
"""What people's programs read text files in who do not say UTF-8: Windows, old Macs, DOS."""

_SIGNS = re.compile("[ÂÃÄÅâïð√¬‚├┬ÔΓ\ufffd]")
"""A text without any of these is not garbled: quick, for a hundred thousand texts."""

_SEQUENCE = re.compile(
    rb"[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x8b][\x80-\xbf]|\xef[\xbb\xbf\xac][\x80-\xbf]|\xf0\x9f[\x80-\xbf]{2}"
)
"""UTF-8 of the accents of Europe, of what typesetters use, and of emoji."""

_MAY_END_A_WORD = "®™”’…»–—\u00a0"
"""Signs that may follow a word in capitals that ends in Ã: `LÃ®` is a brand, not `Lî`."""

_COMMON = frozenset("áàâãçéêíóôõúüñÁÀÂÃÇÉÊÍÓÔÕÚÜÑºª°–—‘’“”…•€®™©²³½¼¾¡¿·´×\u00a0\ufeff")
"""What Portuguese and Spanish are written with, and signs of goods: what comes out so is certain."""

_MOST_TIMES = 3
"""How often a text is put right: by then `Ãª` has twelve letters, and nobody has seen more."""

_MOST_MEANT = 5
"""How many readings of a text with a lost letter are offered: as many as of any other."""


class Repair(NamedTuple):
    """What a garbled text is taken for; `is_certain` where nothing else can have been meant.

    `rest` is the text with one plain letter in place of each that is garbled: what else is wrong with it.
    """

    text: str
    is_certain: bool
    rest: str


def repair(text: str) -> Repair | None:
    """Return what a garbled text is taken for, None where it is not garbled, or longer than a cell may be."""
    if text.isascii() or len(text) > LONGEST_TEXT or not _SIGNS.search(text):
        return None
    mended, rest, certain = text, text, LOST not in text
    for _ in range(_MOST_TIMES):
        readings = [one for codec in _CODECS if (one := _decoded(mended, codec))]
        if not readings:
            break
        found = max(readings, key=lambda one: one.is_certain)
        rest = found.rest if rest == text else rest
        mended, certain = found.text, certain and found.is_certain
    return Repair(mended, certain and LOST not in mended, rest) if mended != text or LOST in text else None


def meant_by(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return those of the known texts that a text with lost letters may have been, at most five."""
    pattern = re.compile(
        "".join(
            f"[^\\x00-\\x7f]{{1,{len(part)}}}" if part.startswith(LOST) else re.escape(part)
            for part in re.split(f"({LOST}+)", text)
        )
    )
    fitting = dict.fromkeys(one for one in known if LOST not in one and pattern.fullmatch(one))
    return tuple(fitting)[:_MOST_MEANT]


class _Found(NamedTuple):
    start: int
    end: int
    text: str
    is_sure: bool


def _decoded(text: str, codec: str) -> Repair | None:
    """Return a text with what the codec made of UTF-8 put right, None where that is not sure."""
    found = list(_sequences(text, codec))
    if not any(one.is_sure for one in found):
        return None
    letters = sum(one.end - one.start for one in found)
    whole = letters == sum(not letter.isascii() for letter in text)
    replaced = found if whole else [one for one in found if one.is_sure]
    common = _COMMON.issuperset("".join(one.text for one in replaced))
    return Repair(
        unicodedata.normalize("NFC", _with(text, replaced)),
        whole and (common or len(replaced) > 1),
        _with(text, [one._replace(text="x") for one in replaced]),
    )


def _with(text: str, pieces: Iterable[_Found]) -> str:
    """Return a text with those pieces in their places."""
    result, place = "", 0
    for one in pieces:
        result += text[place : one.start] + one.text
        place = one.end
    return result + text[place:]


def _sequences(text: str, codec: str) -> Iterator[_Found]:
    """Yield where letters stand that are UTF-8 once they are bytes again."""
    bytes_of = _bytes_of(codec)
    as_bytes = bytes(bytes_of.get(letter, 0) for letter in text)
    for found in _SEQUENCE.finditer(as_bytes):
        decoded = found[0].decode(errors="ignore")
        if decoded and (decoded.isprintable() or decoded in "\u00a0\u00ad\ufeff\u200b\u200d"):
            yield _Found(*found.span(), decoded, _is_sure(text, *found.span(), codec))


def _is_sure(text: str, start: int, end: int, codec: str) -> bool:
    """Return whether nobody writes such letters: `LÃ®`, a word in capitals and a sign, some do."""
    if codec != "cp1252":
        return text[start] in "√¬├┬" or text[start : start + 2] in ("‚Ä", "‚Ñ", "ÔÇ", "ΓÇ", "Γé", "Γä")
    if text[start] not in "ÃÄÅ" or text[start + 1] not in _MAY_END_A_WORD:
        return True
    return not text[:start][-1:].isupper() or text[end : end + 1].islower()


@cache
def _bytes_of(codec: str) -> Mapping[str, int]:
    """Return which byte each letter beyond ASCII stands for; those that a codec lacks are as in Latin-1."""
    own = {byte: bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(128, 256)}
    letters = {letter: byte for byte, letter in own.items()}
    return {chr(byte): byte for byte in range(128, 160)} | letters if codec == "cp1252" else letters
