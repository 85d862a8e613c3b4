"""Text between a sheet's XML and the person: escapes that XML knows and those that Excel adds to it."""

from __future__ import annotations

import re
from html import unescape

LONGEST_TEXT = 32_767
"""How many characters a cell of Excel's holds."""

_EXCEL_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HALF = re.compile("[\ud800-\udfff]")
# What XML cannot hold, a carriage return, which every XML reader takes for a line feed, and what
# would read as an escape of Excel's.
_NEEDS_EXCEL_ESCAPE = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def encoded(text: str) -> str:
    """Return the text as it stands inside an XML element of a sheet."""
    return excel_encoded(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def excel_encoded(text: str) -> str:
    """Return the text with Excel's own escapes for what XML cannot hold."""
    return _NEEDS_EXCEL_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def attribute_encoded(text: str) -> str:
    """Return the text as it stands between the double quotes of an attribute."""
    encoded_text = encoded(text).replace('"', "&quot;")
    return encoded_text.replace("\n", "_x000a_").replace("\t", "_x0009_")


def decoded(text: str) -> str:
    """Return the text that an XML element of a sheet stands for."""
    if "\r" in text:  # to XML every end of a line is a line feed; a carriage return is written as an escape
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return excel_decoded(unescape(text) if "&" in text else text)


def excel_decoded(text: str) -> str:
    """Return the text without Excel's own escapes (`_x000D_`); half an emoji becomes U+FFFD."""
    if "_x" not in text:
        return text
    plain = _EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if not _HALF.search(plain):
        return plain
    # No text file and no database takes a half, and two that follow each other are one character.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_too_long(text: str) -> bool:
    """Say whether a text is longer than Excel holds in a cell; emoji and their like count twice."""
    return len(text) > LONGEST_TEXT // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_TEXT
