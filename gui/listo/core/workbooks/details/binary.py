"""What Excel's two binary formats write alike: the codes of errors, and numbers in 32 bits."""

from __future__ import annotations

import struct

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def error_text(code: int) -> str:
    """Return what Excel shows for an error of that code; `#UNKNOWN!` for one that came later than this."""
    return _ERRORS.get(code, "#UNKNOWN!")


def packed_number(packed: int) -> float:
    """Return the number in 32 bits: 30 of a whole or of a floating-point one, perhaps in hundredths."""
    bits = packed & ~3
    if packed & 2:
        value = float((bits - (1 << 32) if bits >> 31 else bits) >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<II", 0, bits))[0]
    return value / 100 if packed & 1 else value
