"""The command line: thin, over the core, and without a display.

What it takes, prints and returns is fixed by the project's contract, so that people can script it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import listo
from listo.cli import streams
from listo.cli.arguments import COMMANDS, SHELLS, UsageError, completion, parse
from listo.core.errors import InputError
from listo.core.paths import is_there
from listo.core.texts import LANGUAGES, Language, Texts, system_language

_NEAR = 0.6
"""How alike a word must be to a command (0 to 1): `settigns` and `explicar` are, `planilha` (0.53) is not."""


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether those arguments ask for a sub-command or an option rather than for the window.

    A bare word that is no file is meant as a sub-command, also where there is none of that name.
    """
    if not arguments:
        return False
    first = arguments[0]
    return first in COMMANDS or first.startswith("-") or (_is_word(first) and not is_there(Path(first)))


def _is_word(text: str) -> bool:
    """Return whether a text is a word without what names of files have: a suffix, a folder."""
    return text.replace("-", "").isalpha()


def main(arguments: Sequence[str]) -> int:
    """Run a sub-command and return its exit status: 0 nothing wrong, 1 problems, 2 unusable input.

    130 says, as shells do, that the person stopped it.
    """
    streams.open_all()
    texts = Texts(_language_asked_for(arguments))
    try:
        return _run(arguments, texts)
    except UsageError as error:
        streams.complain(texts.say(error.key, **error.fields))
    except InputError as error:
        streams.complain(texts.input_error(error, "command"))
    except KeyboardInterrupt:
        streams.complain(texts.say("stopped"))
        return 130
    except BaseException as error:  # noqa: BLE001 - the last line: a library in Rust panics with one of its own
        streams.complain(texts.say("crashed", log=_logged(error)))
    return 2


def _logged(error: BaseException) -> str:
    """Write where in Listo it went wrong to the log and return its path; no word of what was worked on."""
    import traceback

    from listo.core import paths

    try:
        path = paths.log_folder() / "command.log"
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}\n")
    except OSError:  # no log is no reason to say nothing
        return "–"
    return str(path)


def _run(arguments: Sequence[str], texts: Texts) -> int:
    flags = set(_before_operands(arguments))
    if flags & {"--version", "-V"}:
        streams.show([f"listo {listo.__version__}\n"])
        return 0
    if flags & {"--help", "-h"}:
        return _show_help(arguments[0] if arguments[0] in COMMANDS else "", texts)
    if arguments[0] == "--self-check":
        from listo.cli import self_check

        return self_check.run(texts)
    if arguments[0] not in COMMANDS:
        raise _unknown_command(arguments[0])
    options = parse(arguments)
    return _COMMANDS[options.command](options, texts)


def _unknown_command(word: str) -> UsageError:
    """Return what to say of a word that is no command: the one it begins or resembles, else all of them."""
    from difflib import get_close_matches

    typed = word.lower()
    near = [name for name in COMMANDS if name.startswith(typed)]
    near = near or get_close_matches(typed, COMMANDS, n=1, cutoff=_NEAR)
    names = {"case": "near", "near": near[0]} if near else {"commands": ", ".join(COMMANDS)}
    return UsageError("usage.command", what=word, **names)


def _before_operands(arguments: Sequence[str]) -> Sequence[str]:
    """Return what may be options: what comes before a `--`, if there is one."""
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _language_asked_for(arguments: Sequence[str]) -> Language:
    """Return the language of the answer, needed before the arguments are known to be sound."""
    for before, after in pairwise(arguments):
        if before == "--lang" and after in LANGUAGES:
            return after
    chosen = next((a.removeprefix("--lang=") for a in arguments if a.startswith("--lang=")), "")
    return next((language for language in LANGUAGES if language == chosen), system_language())


def _show_help(command: str, texts: Texts) -> int:
    """Show the page of a sub-command, or of all of them."""
    if command in ("", "help", "completion"):  # which take one word, and the page of all says so
        streams.show([texts.say("help")])
    else:
        streams.show([texts.say(f"help.{command}", shared=texts.say("help.shared"))])
    return 0


def _help(options: argparse.Namespace, texts: Texts) -> int:
    if options.about and options.about not in COMMANDS:
        raise UsageError("usage.help", what=options.about)
    return _show_help(options.about, texts)


def _completion(options: argparse.Namespace, _texts: Texts) -> int:
    if options.shell not in SHELLS:
        raise UsageError("usage.shell", choices="|".join(SHELLS))
    streams.show([completion(options.shell)])
    return 0


def _check(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import check

    return check.run(options, texts)


def _skus(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import skus

    return skus.run(options, texts)


def _draft(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import draft

    return draft.run(options, texts)


def _compare(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import compare

    return compare.run(options, texts)


def _explain(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import explain

    return explain.run(options, texts)


def _settings(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import settings

    return settings.run(options, texts)


_COMMANDS: dict[str, Callable[[argparse.Namespace, Texts], int]] = {
    "check": _check,
    "skus": _skus,
    "draft": _draft,
    "compare": _compare,
    "explain": _explain,
    "settings": _settings,
    "help": _help,
    "completion": _completion,
}
"""What runs each sub-command; its module is loaded when it is asked for."""
