"""Is this Python one that Listo runs on? Written so that Python 3.6 can still read it and say so."""

import locale
import os
import shutil
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 14)

_SENTENCE = {
    "en": "Listo needs Python 3.11 to 3.14, and this is Python {version}: install one from "
    "https://www.python.org/downloads/ and run the same command again.",
    "pt": "O Listo precisa do Python 3.11 a 3.14, e este é o Python {version}: instale um deles a partir de "
    "https://www.python.org/downloads/ e execute o mesmo comando de novo.",
    "es": "Listo necesita Python 3.11 a 3.14, y este es Python {version}: instale uno desde "
    "https://www.python.org/downloads/ y ejecute el mismo comando otra vez.",
}


def require() -> None:
    """Go on if this Python will do, else in a newer one that is on the PATH, else say what is needed."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for python in _others():
        arguments = [python, *sys.argv]
        if os.name == "nt":  # there, execv would let go of the terminal
            sys.exit(subprocess.call(arguments))
        os.execv(python, arguments)
    version = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit(_SENTENCE[language()].format(version=version))


def language() -> str:
    """Return en, pt or es, as the person's system is set."""
    names = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")]
    spoken = (next(filter(None, names), None) or locale.getlocale()[0] or "").lower()
    starts = {"pt": "pt", "portuguese": "pt", "es": "es", "spanish": "es"}  # Windows says Portuguese_Brazil
    return starts.get(spoken.replace("-", "_").partition("_")[0].partition(".")[0], "en")


def _others() -> "list[str]":  # a text: Python 3.6 knows no list[str]
    """Return the programs python3.14 to python3.11 that are on the PATH and do run, the newest first."""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = [path for path in map(shutil.which, names) if path]
    return [path for path in found if _runs(path)]


def _runs(python: str) -> bool:
    command = [python, "-c", "import ctypes, venv"]
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
