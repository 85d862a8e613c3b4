"""Collect the licenses of all that a bundle brings: a text for each part, a list of them, a page on it all.

A part whose text is not found ends the build: nothing is handed out without its license.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = Path(__file__).with_name("licenses")
COMMON = Path("/usr/share/common-licenses")  # what Debian's copyright files refer to
INDEX, PAGE = "index.json", "LICENSES.txt"

_START = "pyinstaller"  # its start of a program is part of every bundle
_LGPL = ("LGPL-3.0.txt", "GPL-3.0.txt")  # the first is written as an addition to the second
_WITHOUT_TEXT = {"pyside6-essentials": _LGPL, "shiboken6": _LGPL}  # their wheels hold no license
_FULL = re.compile(r"licen[cs]e|copying|notice|copyright", re.IGNORECASE)
_REFERS = re.compile(rf"{COMMON}/([A-Za-z]+(?:-[0-9.]*[0-9])?)")


class MissingLicenseError(Exception):
    """A part of the bundle whose license text was not found; holds its name."""


@dataclass(frozen=True)
class Part:
    """One thing that a bundle brings: its name, version and license, and the texts that grant it."""

    name: str
    version: str
    license: str
    texts: tuple[str, ...] = field(repr=False)

    @property
    def file(self) -> str:
        """Return the name of the file for its texts."""
        return re.sub(r"[^A-Za-z0-9.+-]", "-", self.name) + ".txt"


def collect(libraries: Iterable[str], target: Path) -> list[Part]:
    """Write the licenses of the packages, of Python, Qt and the libraries at those paths into `target`.

    Raises MissingLicenseError where one has no text.
    """
    parts = sorted([*packages(), *_foundations(), *_of_system(libraries)], key=lambda part: part.name.lower())
    for part in parts:
        if not any(text.strip() for text in part.texts):
            raise MissingLicenseError(part.name)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for part in parts:
        (target / part.file).write_text(_joined(part.texts), encoding="utf-8")
    listed = [
        {"name": part.name, "version": part.version, "license": part.license, "file": part.file}
        for part in parts
    ]
    (target / INDEX).write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (target / PAGE).write_text(_page(parts), encoding="utf-8")
    return parts


def _joined(texts: Iterable[str]) -> str:
    return ("\n\n" + "-" * 78 + "\n\n").join(text.strip("\n") for text in texts) + "\n"


def _page(parts: Iterable[Part]) -> str:
    """Return what stands first in the bundle: Listo's own license, how to replace parts, the list."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    lines = [f"{part.name} {part.version}".strip() + f": {part.license} ({part.file})" for part in parts]
    return _joined((own, _own_text("replacing.txt"), "\n".join(lines)))


def _own_text(name: str) -> str:
    return (TEXTS / name).read_text(encoding="utf-8")


# --- packages of Python


def packages() -> Iterator[Part]:
    """Yield what was pinned for the program, as it is installed here, and what starts it in a bundle."""
    for name in sorted({*pinned(), _START}):
        try:
            about = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another system
            continue
        texts = (*map(_own_text, _WITHOUT_TEXT.get(name, ())), *_texts_in(about), *_compiled_in(about))
        yield Part(about.name, about.version, _license_of(about), texts)


def pinned() -> Iterator[str]:
    """Yield the names in the constraints file of the program."""
    file = Path(__file__).with_name("constraints.txt")
    yield from re.findall(r"(?m)^([\w.-]+)==", file.read_text(encoding="utf-8"))


def _texts_in(about: metadata.Distribution) -> Iterator[str]:
    for file in about.files or ():
        if ".dist-info" in file.parts[0] and _FULL.search("/".join(file.parts[1:])):
            yield Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")


def _compiled_in(about: metadata.Distribution) -> Iterator[str]:
    """Yield what a package says of the libraries that were compiled into it."""
    for file in about.files or ():
        if "sboms" in file.parts and file.suffix == ".json":
            listed = json.loads(Path(str(file.locate())).read_text(encoding="utf-8")).get("components", ())
            lines = [_compiled_line(one) for one in listed]
            if lines:
                yield "\n".join((f"Compiled into {about.name}:", "", *lines))
                yield _own_text("Apache-2.0.txt")


def _compiled_line(component: dict[str, object]) -> str:
    licenses = component.get("licenses")
    named = (
        ", ".join(str(each.get("expression", "")) for each in licenses) if isinstance(licenses, list) else ""
    )
    by = f", by {component['author']}" if "author" in component else ""
    return f"{component['name']} {component['version']}: {named}{by}"


def _license_of(about: metadata.Distribution) -> str:
    facts = about.metadata
    fields = ("License-Expression", "License")
    named = next((facts[field] for field in fields if field in facts), "")
    if not named:
        classified = [one for one in facts.get_all("Classifier", ()) if one.startswith("License")]
        named = ", ".join(one.split(" :: ")[-1] for one in classified)
    return str(named or "see its text").splitlines()[0]


# --- what they stand on


def _foundations() -> Iterator[Part]:
    """Yield Python, what it and Qt bring along, and Qt."""
    yield Part("Python", platform.python_version(), "PSF-2.0", (_text_of_python(),))
    openssl = ssl.OPENSSL_VERSION.split()[1]
    yield Part("OpenSSL", openssl, "Apache-2.0", (_own_text("Apache-2.0.txt"),))
    qt = metadata.version("pyside6-essentials")
    texts = (*map(_own_text, _LGPL), _own_text("Qt-third-party.txt"))
    yield Part("Qt", qt, "LGPL-3.0-only", texts)
    if sys.platform.startswith("linux"):  # elsewhere Qt uses the system's own
        yield Part("ICU", "73", "Unicode-3.0", (_own_text("ICU.txt"),))


def _text_of_python() -> str:
    """Return Python's license, where its installers and Debian put it. Raises MissingLicenseError."""
    library = Path(os.__file__).parent
    debian = Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright")
    for place in (
        library / "LICENSE.txt",
        library.parent / "LICENSE.txt",
        debian,
        library.parent / "LICENSE",
    ):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    raise MissingLicenseError("Python")


# --- libraries of the system


def _of_system(libraries: Iterable[str]) -> Iterator[Part]:
    """Yield the Debian packages from which libraries were taken: none elsewhere, where none are taken."""
    owners = {owner for path in libraries if not _comes_with_python(path) for owner in [_owner(path)]}
    for name in sorted(owners):
        text = _text_of_debian(name)
        referred = sorted({found for found in _REFERS.findall(text) if (COMMON / found).is_file()})
        more = [f"{one}\n\n{(COMMON / one).read_text(encoding='utf-8')}" for one in referred]
        yield Part(name, _version_of_debian(name), _licenses_named(text), (text, *more))


def _comes_with_python(path: str) -> bool:
    """Tell whether a library lies in a package or in Python's own folders."""
    places = {sys.prefix, sys.base_prefix} - {"/usr"}  # Debian's Python shares its folder with all others
    return any(Path(path).resolve().is_relative_to(Path(place).resolve()) for place in places)


def _owner(path: str) -> str:
    """Return the Debian package that holds a library. Raises MissingLicenseError."""
    real = str(Path(path).resolve())
    for place in (real, real.removeprefix("/usr")):  # a package may still say /lib where /usr/lib is meant
        if shutil.which("dpkg-query"):
            done = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.partition(":")[0]
    raise MissingLicenseError(path)


def _text_of_debian(package: str) -> str:
    file = Path("/usr/share/doc") / package / "copyright"
    if not file.is_file():
        raise MissingLicenseError(package)
    return file.read_text(encoding="utf-8", errors="replace")


def _version_of_debian(package: str) -> str:
    command = ["dpkg-query", "-W", "-f", "${Version}\n", package]
    return subprocess.check_output(command, text=True).splitlines()[0]


def _licenses_named(copyright_file: str) -> str:
    """Return the licenses that Debian's form of a copyright file names; a pointer to the text elsewhere."""
    named = dict.fromkeys(re.findall(r"(?m)^License:[ \t]*(\S[^\n]*)", copyright_file))
    return "; ".join(named) or "see its text"
