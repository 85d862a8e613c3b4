"""Text made comparable: entities decoded, accents and case folded, all but letters and digits a blank."""

from __future__ import annotations

import html
import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def decode(text: str) -> str:
    """Return `text` with HTML entities (also escaped twice) and JSON escapes as the letters they stand for.

    Invisible letters are left out, and accents joined to their letters.
    """
    if "\\" in text:
        text = _JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.replace('\\"', '"').replace("\\n", " ").replace("\\t", " ")
    if "&" in text:
        text = html.unescape(html.unescape(text))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def fold(text: str) -> str:
    """Return `text` as lower-case letters without accents and digits, words parted by one blank."""
    return " ".join(text.translate(_LETTERS).split())


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return `fold(text)` and, for each of its characters, where in `text` it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text.translate(_LETTERS)):
        if letter == " " and (not folded or folded[-1] == " "):
            continue
        folded.append(letter)
        places.append(place)
    if folded and folded[-1] == " ":
        folded.pop()
        places.pop()
    return "".join(folded), places


class _Letters(dict[int, str]):
    """One folded character for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFKD", chr(code))[:1].casefold()[:1]
        self[code] = base if base.isalnum() else " "
        return self[code]


_LETTERS = _Letters()
