"""What the set-up says, in the language of the person's system; and how it stops with one sentence."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

from python_version import language


class SetUpError(Exception):
    """The set-up cannot go on; holds what is wrong and what to do, as one text for the person."""

    def __init__(self, name: str, **fields: object) -> None:
        super().__init__(text(name, **fields))


def text(name: str, **fields: object) -> str:
    """Return the text `name` of setting_up.json with its fields filled."""
    return _texts()[name].format(**fields)


def say(name: str, **fields: object) -> None:
    """Print a text where it does not mix with what the program itself prints."""
    print(text(name, **fields), file=sys.stderr, flush=True)


@cache
def _texts() -> dict[str, str]:
    file = Path(__file__).with_name("setting_up.json")
    texts: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return {name: in_languages[language()] for name, in_languages in texts.items()}
