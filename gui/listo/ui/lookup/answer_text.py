"""The marked text of an answer: as labels of its page, or plain, to be pasted into a mail or a ticket."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from listo.core.catalogue.entries import Answer, ExampleRows
from listo.core.mapping.sheet import COLUMNS
from listo.ui import style

_BOLD = re.compile(r"\*\*(.+?)\*\*")
"""What an answer marks as a name or a label."""


def plain(marked: str) -> str:
    """Return a text without its marks."""
    return _BOLD.sub(r"\1", marked)


def as_text(answer: Answer, headings: Iterable[str]) -> str:
    """Return all that the answer says; `headings` stand over why, how, afterwards and what is good to know.

    The rows of an example are parted by tabs, so that they can be pasted into a spreadsheet.
    """
    why, how, afterwards, note = headings
    steps = [f"{number}. {step}" for number, step in enumerate(answer.steps, start=1)]
    links = [f"{link.title}: {link.url}" for link in answer.links]
    parts = [
        [answer.title, answer.meaning],
        [why, *(f"- {cause}" for cause in answer.causes)] if answer.causes else [],
        [how, *steps],
        _rows(answer.example) if answer.example else [],
        [afterwards, answer.afterwards] if answer.afterwards else [],
        [note, answer.note] if answer.note else [],
        links,
    ]
    return "\n\n".join("\n".join(map(plain, part)) for part in parts if part)


def _rows(example: ExampleRows) -> list[str]:
    return [example.intro, "\t".join(COLUMNS), *("\t".join(row) for row in example.rows)]


def heading_label(text: str) -> QLabel:
    """Return the label that stands over a part of an answer."""
    label = QLabel(text)
    label.setProperty("role", "strong")
    label.setContentsMargins(0, style.SPACE, 0, 0)
    return label


def marked_label(marked: str) -> QLabel:
    """Return a text as a label; what stands between double asterisks is bold."""
    label = QLabel(_BOLD.sub(r"<b>\1</b>", html.escape(marked, quote=False)), wordWrap=True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
