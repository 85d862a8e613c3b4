"""Is this Python one that Listo runs on? Written so that Python 3.6 can still read it and say so."""

import locale
import os
import shutil
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 15)

_SENTENCE = {
    "en": "Listo needs Python 3.11 to 3.15, and this is Python {version}: install one from "
    "https://www.python.org/downloads/ and run the same command again.",
    "pt": "O Listo precisa do Python 3.11 a 3.15, e este é o Python {version}: instale um deles a partir de "
    "https://www.python.org/downloads/ e execute o mesmo comando de novo.",
    "es": "Listo necesita Python 3.11 a 3.15, y este es Python {version}: instala uno desde "
    "https://www.python.org/downloads/ y ejecuta el mismo comando otra vez.",
}


def require() -> None:
    """Go on if this Python will do, else in another one of this machine, else say what is needed."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for python in filter(_runs, _others()):
        sys.exit(subprocess.call([*python, *sys.argv]))
    version = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit(_SENTENCE[language()].format(version=version))


def language() -> str:
    """Return en, pt or es, as the person's system is set."""
    names = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")]
    spoken = (next(filter(None, names), None) or locale.getlocale()[0] or "").lower()
    starts = {"pt": "pt", "portuguese": "pt", "es": "es", "spanish": "es"}  # Windows says Portuguese_Brazil
    return starts.get(spoken.replace("-", "_").partition("_")[0].partition(".")[0], "en")


def _others() -> "list[list[str]]":  # a text: Python 3.6 knows no list[str]
    """Return the commands for the Pythons that would do and may be here, the newest first."""
    versions = [f"3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    if os.name == "nt":
        return [["py", f"-{version}"] for version in versions] if shutil.which("py") else []
    found = [shutil.which(f"python{version}") for version in versions]
    return [[path] for path in found if path]


def _runs(python: "list[str]") -> bool:
    command = [*python, "-c", "import ctypes, venv"]
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
