"""Make the constraints files anew: `python packaging/pin.py`, with `uv` on the PATH.

To be run after a change of the dependencies in `pyproject.toml`, or to take up newer versions. The files hold
names, versions and hashes and no address, for every Python and system that Listo supports.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RUN = HERE / "constraints.txt"
EXTRAS = {"test": HERE / "constraints-test.txt", "bundle": HERE / "constraints-bundle.txt"}

_OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade", "--quiet"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


def main() -> None:
    """Write what the program needs, then what each extra needs on top, in versions that agree."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    _compile(run, RUN)
    for extra, file in EXTRAS.items():
        _compile(project["project"]["optional-dependencies"][extra], file, agreeing_with=RUN)
        RUN.write_text(_widened(RUN, by=file), encoding="utf-8")
        file.write_text(_without(file, names=_names(RUN)), encoding="utf-8")


def _compile(requirements: list[str], target: Path, agreeing_with: Path | None = None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "wanted.in"
        source.write_text("\n".join(requirements), encoding="utf-8")
        agree = ("--constraint", str(agreeing_with)) if agreeing_with else ()
        command = ["uv", "pip", "compile", *_OPTIONS, *agree, "--output-file", str(target), str(source)]
        subprocess.run(command, check=True)


def _blocks(file: Path) -> list[str]:
    """Return one text for each package: its line and the indented lines of its hashes."""
    return re.split(r"(?m)^(?=\S)", file.read_text(encoding="utf-8"))[1:]


def _names(file: Path) -> set[str]:
    return {name for name, _ in _named_blocks(file)}


def _widened(file: Path, by: Path) -> str:
    """Return a file in which a package for some Pythons is for all where another file needs it so."""
    everywhere = {name: block for name, block in _named_blocks(by) if ";" not in block.splitlines()[0]}
    return "".join(everywhere.get(name, block) for name, block in _named_blocks(file))


def _named_blocks(file: Path) -> list[tuple[str, str]]:
    return [(block.partition("==")[0], block) for block in _blocks(file)]


def _without(file: Path, names: set[str]) -> str:
    return "".join(block for name, block in _named_blocks(file) if name not in names)


if __name__ == "__main__":
    main()
