"""A file that takes its place only once it is whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def draft_beside(target: Path) -> Iterator[Path]:
    """Give a name in the folder of `target` for a file that is gone afterwards, unless it was moved away."""
    draft = target.with_name(f".~listo-{secrets.token_hex(4)}{target.suffix}")
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Have the system put on disk which files a folder holds. Raises OSError."""
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened; the rename is in the file system's own journal
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
