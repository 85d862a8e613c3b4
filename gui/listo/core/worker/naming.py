"""A name for the corrected copy: beside the original, and never one that is taken."""

from __future__ import annotations

import os
import re
from itertools import count
from pathlib import Path

import platformdirs

from listo.core import resources
from listo.core.workbooks.model import Workbook

_KEPT_SUFFIXES = {"xlsx": (".xlsx", ".xlsm"), "csv": (".csv", ".txt", ".tsv")}


def propose_name(workbook: Workbook, word: str, suffix: str = "") -> Path:
    """Return where to save a corrected copy: `mapping-{word}.xlsx`, with a number where that is taken.

    With a `suffix` (`.pdf`) it is the name of something else that is made of the workbook.
    """
    folder, suffix = _folder(workbook.path.parent), suffix or _suffix(workbook)
    stem = re.sub(rf"-{re.escape(word)}(-\d+)?$", "", workbook.path.stem) or workbook.path.stem
    names = (f"{stem}-{word}{'' if number == 1 else f'-{number}'}{suffix}" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def _suffix(workbook: Workbook) -> str:
    kept = _KEPT_SUFFIXES.get(workbook.format, (".xlsx",))
    own = workbook.path.suffix.lower()
    return own if own in kept else kept[0]


def _folder(beside: Path) -> Path:
    """Return the original's folder; the person's documents where that is ours or cannot be written to."""
    ours = resources.root() in (beside, *beside.parents)
    if not ours and os.access(beside, os.W_OK):
        return beside
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()
