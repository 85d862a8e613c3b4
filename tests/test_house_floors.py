"""Who may know whom: the contracts of pyproject.toml, and a core that works where Qt was never installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def python(source: str) -> subprocess.CompletedProcess[str]:
    """Run some Python in a process of its own, which knows tests/ and nothing that pytest loaded."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "tests"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", source],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_floors_hold():
    done = python(
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_core_and_the_command_line_need_no_qt():
    done = python(
        "import isolation; isolation.forbid_qt()\n"
        "import importlib, pkgutil, listo.core, listo.cli, listo.__main__\n"
        "for package in (listo.core, listo.cli):\n"
        "    for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        "raise SystemExit(listo.__main__.main(['check', '--sample', '--format', 'json']))"
    )
    assert (done.returncode, done.stderr) == (1, "")  # the sample is there to be mended
    assert json.loads(done.stdout)["findings"]


def test_the_way_in_loads_nothing_slow():
    """The window opens, and `--version` answers, before any reader of spreadsheets is loaded."""
    done = python("import sys, json, listo.__main__, listo.cli; json.dump(sorted(sys.modules), sys.stdout)")
    slow = {
        "PySide6",
        "openpyxl",
        "python_calamine",
        "rapidfuzz",
        "xlsxwriter",
        "asyncio",
        "importlib.metadata",
    }
    assert slow.intersection(json.loads(done.stdout)) == set()
