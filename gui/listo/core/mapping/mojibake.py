"""Texts whose accents were read in the wrong encoding: found, and put right where the letters tell.

UTF-8 that was read as Windows-1252, Latin-1, Mac Roman or DOS (`GÃªnero`, `G√™nero`, `G├¬nero`), once or
again; and what was lost on the way (U+FFFD).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

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
    """Return what a garbled text is taken for, None where it is not garbled."""
    if text.isascii() or not _SIGNS.search(text):
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
