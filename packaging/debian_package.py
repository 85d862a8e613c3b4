"""Make the Debian package of a bundle: what it depends on is computed from its libraries.

Needs dpkg-dev. It is to be made on the oldest Debian that it shall run on, whose C library it then asks for.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

import manual

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
METAINFO = "app.listo.Listo.metainfo.xml"
TOOLS = ("dpkg-deb", "dpkg-shlibdeps")

_MAINTAINER = "The Listo founders"
_NOWHERE = "listo.invalid"
"""The host of the address that Debian asks for, while there is none. Source: RFC 2606, on what is none."""

_DATA = ("fontconfig-config", "libx11-data", "xkb-data")
"""What bundled libraries read of the system: which fonts there are, how keys and accents are typed."""

_CONTROL = """\
Package: listo
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Section: utils
Priority: optional{homepage}
Description: explain and mend what keeps products from reaching Amazon
 For people who sell on Amazon through a VTEX store: error messages explained,
 mapping spreadsheets checked and mended, on one's own machine, in English,
 Portuguese and Spanish.
"""


def can_be_made() -> bool:
    """Return whether this is a system with the tools for it."""
    return sys.platform.startswith("linux") and all(map(shutil.which, TOOLS))


def make(bundle: Path, folder: Path, version: str) -> Path:
    """Write the package of a bundle's folder into `folder` and return it. Raises CalledProcessError."""
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    target = folder / f"listo_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as temporary:
        tree = Path(temporary, "listo")
        _lay_out(bundle, tree, version)
        depends = dependencies(bundle)
        _write_control(tree, version, architecture, depends)
        for place in (tree, *tree.rglob("*")):
            if not place.is_symlink():
                place.chmod(0o755 if place.is_dir() or _is_program(place, tree) else 0o644)
        subprocess.run(["dpkg-deb", "--build", "--root-owner-group", "-Zxz", tree, target], check=True)
    return target


def _is_program(place: Path, tree: Path) -> bool:
    return place == tree / "usr/lib/listo/listo"


_WITH_ADDRESS = re.compile(r"(?ms)^  <(url|screenshots)\b.*?</\1>\n")
"""What of the description for shops is an address, or lies at one."""


def metainfo() -> str:
    """Return what shops for programs show of Listo, with the project's addresses where it has any."""
    text = (LINUX / "listo.metainfo.xml").read_text(encoding="utf-8")
    found = urls()
    if not found:
        return _WITH_ADDRESS.sub("", text)
    return re.sub(r"@(\w+)@", lambda name: found[name[1]], text)


def urls() -> dict[str, str]:
    """Return the addresses that pyproject.toml names, Homepage, Source and Issues: none yet."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, str] = project.get("urls", {})
    return found


# --- the files


def _lay_out(bundle: Path, tree: Path, version: str) -> None:
    """Put everything where a Debian system looks for it."""
    shutil.copytree(bundle, tree / "usr/lib/listo", symlinks=True)
    documents = tree / "usr/share/doc/listo"
    files = {
        LINUX / "listo.desktop": "usr/share/applications/listo.desktop",
        LINUX / "listo.lintian": "usr/share/lintian/overrides/listo",
        ROOT / "resources/icons/listo.svg": "usr/share/icons/hicolor/scalable/apps/listo.svg",
    }
    for source, place in files.items():
        (tree / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / place)
    (tree / "usr/share/metainfo").mkdir()
    (tree / "usr/share/metainfo" / METAINFO).write_text(metainfo(), encoding="utf-8")
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/listo").symlink_to("../lib/listo/listo")
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(bundle), encoding="utf-8")
    _pack(documents / "changelog.gz", changelog())
    for folder, text in manual.pages(version).items():
        _pack(tree / "usr/share/man" / folder / "listo.1.gz", text)
    for place, shell in (
        ("bash-completion/completions/listo", "bash"),
        ("zsh/vendor-completions/_listo", "zsh"),
    ):
        (tree / "usr/share" / place).parent.mkdir(parents=True)
        (tree / "usr/share" / place).write_text(manual.completion(shell), encoding="utf-8")


def _pack(target: Path, text: str) -> None:
    """Write a text as Debian wants it: packed as small as can be, with no time in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _copyright(bundle: Path) -> str:
    """Return the licenses: the page of the bundle, and where the text of each part lies."""
    licenses = next(bundle.rglob("licenses/LICENSES.txt"))
    where = Path("/usr/lib/listo") / licenses.parent.relative_to(bundle)
    page = licenses.read_text(encoding="utf-8")
    return (
        f"The license of Listo, how parts under the LGPL are replaced, and what else it brings along.\n"
        f"The files that are named lie in {where}.\n"
        f"On Debian the full texts of the LGPL and the GPL, version 3, are also in\n"
        f"/usr/share/common-licenses/LGPL-3 and /usr/share/common-licenses/GPL-3.\n\n{page}"
    )


_VERSION = re.compile(r"(?m)^## (\d\S*) \((\d{4}-\d\d-\d\d)\)\n")


def changelog() -> str:
    """Return the released versions of CHANGELOG.md in the form that Debian gives its own."""
    _, *parts = _VERSION.split((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    entries = []
    for version, day, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        when = format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC))
        items = "\n".join(_items(text))
        entries.append(
            f"listo ({version}) unstable; urgency=medium\n\n{items}\n\n -- {maintainer()}  {when}\n"
        )
    return "\n".join(entries)


def _items(text: str) -> Iterator[str]:
    for item in re.split(r"(?m)^- ", text)[1:]:
        words = " ".join(item.replace("**", "").split())
        yield textwrap.fill(words, 78, initial_indent="  * ", subsequent_indent="    ")


def maintainer() -> str:
    """Return who answers for the package, at the place where the project is."""
    host = urlsplit(urls().get("Homepage", "")).hostname or _NOWHERE
    return f"{_MAINTAINER} <listo@{host}>"


# --- what it depends on


def dependencies(bundle: Path) -> list[str]:
    """Return the packages that hold the libraries which the bundle does not bring, with the versions that do.

    Raises CalledProcessError where a library is found nowhere.
    """
    programs = [file for file in bundle.rglob("*") if file.is_file() and _is_elf(file)]
    brought = {file.name for file in programs}
    wanted = {name for program in programs for name in _needed(program)} - brought
    owners = {owner for name in wanted for owner in _owners(name)}
    computed = _computed(programs, {file.parent for file in programs if ".so" in file.name})
    return sorted([*(one for one in computed if one.partition(" ")[0] in owners), *_DATA])


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _needed(program: Path) -> list[str]:
    """Return the libraries that a program says it needs."""
    said = subprocess.check_output(["objdump", "-p", program], text=True)
    return re.findall(r"(?m)^ +NEEDED +(\S+)$", said)


def _owners(library: str) -> set[str]:
    """Return the packages of this system that hold a library of that name."""
    done = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=False)
    return {line.partition(":")[0] for line in done.stdout.splitlines()}


def _computed(programs: list[Path], places: set[Path]) -> list[str]:
    """Return what Debian's own tool says of programs whose private libraries lie in `places`."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "debian").mkdir()
        control = "Source: listo\n\nPackage: listo\nArchitecture: any\n"  # it reads the names alone
        (folder / "debian/control").write_text(control, encoding="utf-8")
        private = [f"-l{place.resolve()}" for place in sorted(places)]
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *private]
        files = (str(file.resolve()) for file in programs)
        said = subprocess.run(
            [*command, *files], cwd=folder, capture_output=True, text=True, check=True
        ).stdout
    return said.strip().partition("=")[2].split(", ")


def _write_control(tree: Path, version: str, architecture: str, depends: list[str]) -> None:
    size = sum(file.lstat().st_size for file in tree.rglob("*"))
    homepage = urls().get("Homepage")
    control = _CONTROL.format(
        version=version,
        architecture=architecture,
        maintainer=maintainer(),
        kilobytes=size // 1024,
        depends=", ".join(depends),
        homepage=f"\nHomepage: {homepage}" if homepage else "",
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, encoding="utf-8")
