"""The manual page of the command, made of its own help in each language; and the completions of shells."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "gui")]

_FOLDERS = {"en": "man1", "pt": "pt_BR/man1", "es": "es/man1"}
"""Where `man` looks for the page in each language."""

_HEADINGS = {
    "en": (
        "NAME",
        "explain and mend what keeps products from reaching Amazon",
        "SYNOPSIS",
        "DESCRIPTION",
        "FILE",
        "COMMAND",
    ),
    "pt": (
        "NOME",
        "entende e corrige o que impede produtos de chegar à Amazon",
        "SINOPSE",
        "DESCRIÇÃO",
        "ARQUIVO",
        "COMANDO",
    ),
    "es": (
        "NOMBRE",
        "entiende y corrige lo que impide que productos lleguen a Amazon",
        "SINOPSIS",
        "DESCRIPCIÓN",
        "ARCHIVO",
        "COMANDO",
    ),
}


def pages(version: str) -> dict[str, str]:
    """Return the page in each language by the folder that it belongs into."""
    return {folder: _page(language, version) for language, folder in _FOLDERS.items()}


def completion(shell: str) -> str:
    """Return what has a shell complete `listo`."""
    from listo.cli.arguments import completion

    return completion(shell)


def _page(language: str, version: str) -> str:
    from listo.cli.arguments import COMMANDS
    from listo.core.texts import Texts

    texts = Texts(language)  # type: ignore[arg-type]
    name, what, synopsis, description, file, word = _HEADINGS[language]
    shared = texts.say("help.shared")
    of_commands = {
        command: texts.say(f"help.{command}", shared=shared)
        for command in COMMANDS
        if command not in ("help", "completion")
    }
    parts = [
        f'.TH LISTO 1 "" "Listo {version}"',
        f".SH {name}\nlisto \\- {_plain(what)}",
        f".SH {synopsis}\n.B listo\n.RI [ {file} ...]\n.br\n.B listo\n.I {word}\n.RI [ ... ]",
        f".SH {description}\n{_as_typed(texts.say('help'))}",
        *(f'.SH "LISTO {name.upper()}"\n{_as_typed(text)}' for name, text in of_commands.items()),
    ]
    return "\n".join(parts) + "\n"


def _as_typed(text: str) -> str:
    """Return a text whose lines stay as they are."""
    return f".nf\n{_plain(text.strip())}\n.fi"


def _plain(text: str) -> str:
    """Return a text in which nothing is a command of the typesetter."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in escaped.splitlines())
