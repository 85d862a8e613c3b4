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
from listo.cli.usage import Parser, UsageError, positive
from listo.core.errors import InputError
from listo.core.texts import LANGUAGES, Language, Texts, system_language

COMMANDS = ("check", "explain", "settings")


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether those arguments ask for a sub-command or an option rather than for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0].startswith("-"))


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
    options = set(_before_operands(arguments))
    if "--version" in options:
        streams.show([f"listo {listo.__version__}\n"])
        return 0
    if options & {"--help", "-h"}:
        streams.show([texts.say("help")])
        return 0
    if arguments[0] not in COMMANDS:
        raise UsageError("usage.command", what=arguments[0])
    given = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace, Texts], int] = given.run
    return run(given, texts)


def _before_operands(arguments: Sequence[str]) -> Sequence[str]:
    """Return what may be options: what comes before a `--`, if there is one."""
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _language_asked_for(arguments: Sequence[str]) -> Language:
    """Return the language of the answer, needed before the arguments are known to be sound."""
    for before, after in pairwise(arguments):
        if before == "--lang" and after in LANGUAGES:
            return after
    chosen = next((a[7:] for a in arguments if a.startswith("--lang=")), "")
    return next((language for language in LANGUAGES if language == chosen), system_language())


def _check(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import check

    return check.run(options, texts)


def _explain(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import explain

    return explain.run(options, texts)


def _settings(options: argparse.Namespace, texts: Texts) -> int:
    from listo.cli import settings

    return settings.run(options, texts)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="listo", add_help=False, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checking = commands.add_parser("check", add_help=False, allow_abbrev=False)
    checking.set_defaults(run=_check)
    checking.add_argument("mapping", metavar="MAPPING", type=Path, nargs="?")
    checking.add_argument("--sample", action="store_true")
    checking.add_argument("--against", metavar="FILE", type=Path, action="append", default=[])
    checking.add_argument("--sheet", metavar="NAME")
    checking.add_argument("--trade-policy", metavar="ID")
    checking.add_argument("--lang", choices=LANGUAGES)
    checking.add_argument("--format", choices=("text", "json", "html", "xlsx"), default="text")
    checking.add_argument("--output", metavar="FILE", type=Path)
    checking.add_argument("--fix-to", metavar="FILE", type=Path)
    checking.add_argument("--force", action="store_true")
    explaining = commands.add_parser("explain", add_help=False, allow_abbrev=False)
    explaining.set_defaults(run=_explain)
    explaining.add_argument("text", metavar="TEXT", nargs="?")
    explaining.add_argument("--file", metavar="FILE", type=Path)
    explaining.add_argument("--lang", choices=LANGUAGES)
    explaining.add_argument("--top", metavar="N", type=positive, default=3)
    explaining.add_argument("--format", choices=("text", "json"), default="text")
    configuring = commands.add_parser("settings", add_help=False, allow_abbrev=False)
    configuring.set_defaults(run=_settings)
    configuring.add_argument("settings", metavar="FILE", nargs="?")
    configuring.add_argument("--today", metavar="YYYY-MM-DD")
    configuring.add_argument("--lang", choices=LANGUAGES)
    configuring.add_argument("--format", choices=("text", "json", "ics"), default="text")
    return parser
