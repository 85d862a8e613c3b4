"""What becomes of a SKU, in words: its state, its reasons, and what is odd about the files.

Apart from `model`, which is data and no language; `listo skus`, its files and the window all say it by these.
"""

from __future__ import annotations

from listo.core.readiness.model import Note, Reason, SkuState
from listo.core.texts import Texts

_BOOK = "readiness"


def say_state(texts: Texts, state: SkuState) -> str:
    """Return the word or two for a state."""
    return texts.of(_BOOK, "states", state)


def say_reason(texts: Texts, reason: Reason) -> str:
    """Return the sentence that says why a SKU is not sent or held up."""
    fields = {name: "…" if value is None else value for name, value in reason._asdict().items()}
    return texts.of(_BOOK, "reasons", reason.code, "message", case=_case(reason), **fields)


def _case(reason: Reason) -> str:
    """Return which form of a sentence fits what is known."""
    if reason.code == "category-unmapped" and reason.value:
        return "category"
    return "field" if reason.code == "value-missing-in-catalog" and not reason.attribute else ""


def say_short(texts: Texts, code: str) -> str:
    """Return a reason in the few words that a cell of a table holds; empty where there is none."""
    return texts.of(_BOOK, "reasons", code, "short") if code else ""


def say_note(texts: Texts, note: Note) -> str:
    """Return the sentence for something odd about the files."""
    if note.file:
        return texts.of(_BOOK, "notes", note.code, key=note.key, file=note.file, case="file")
    return texts.of(_BOOK, "notes", note.code, count=note.times, key=note.key)
