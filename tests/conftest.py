"""What holds for every test: a home of its own, no network, nothing left running."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import isolation
import leftovers

_STORIES = Path(__file__).parent / "journeys"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt
for _profile, _examples in (("quick", 50), ("ci", 200)):
    settings.register_profile(
        _profile,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],  # how fast this machine is says nothing of Listo
        max_examples=_examples,
        print_blob=True,
    )
settings.load_profile("ci" if os.environ.get("CI") else "quick")

isolation.forbid_network()
if os.environ.get("LISTO_TESTS_WITHOUT_QT"):
    isolation.forbid_qt()


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Know pytest-qt's settings also where it is switched off (`-p no:pytest-qt`, for tests/core)."""
    if not pluginmanager.has_plugin("pytest-qt"):
        for name in ("qt_api", "qt_log_ignore", "qt_log_level_fail"):
            parser.addini(name, "read by pytest-qt alone")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Take whole stories for slow: each starts the worker at least, and most the window, some LibreOffice."""
    if _STORIES in item.path.parents:
        item.add_marker(pytest.mark.slow)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: begun last, it would keep one core busy while the others are done."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """Spare the garbage collection, which each test begins at its end, what lasts as long as the process.

    That is every module and every test: a quarter of the processor time of the window's tests (36 to 27 s).
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Give what returns an empty folder: the same until something is put into it, as most tests do not."""
    home = tmp_path_factory.mktemp("listo-home")

    def find() -> Path:
        nonlocal home
        if any(home.iterdir()):
            home = tmp_path_factory.mktemp("listo-home")
        return home

    return find


@pytest.fixture(autouse=True)
def listo_home(empty_home: Callable[[], Path]) -> Iterator[Path]:
    """Give each test an empty folder for sessions, settings and the log, never the person's own."""
    before = os.environ.get("LISTO_HOME")
    home = empty_home()
    os.environ["LISTO_HOME"] = str(home)
    yield home
    if before is None:
        del os.environ["LISTO_HOME"]
    else:
        os.environ["LISTO_HOME"] = before


@pytest.fixture(autouse=True)
def english_numbers() -> None:
    """Begin each test with numbers written the English way, whatever language a window before it spoke."""
    if (core := sys.modules.get("PySide6.QtCore")) is not None:
        core.QLocale.setDefault(core.QLocale("en_US"))


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """Give pytest-qt's bot with the limit of all tests in place of its own of five seconds."""
    from qtbot import Bot  # not loaded for tests/core, where Qt is forbidden

    return Bot(request)


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a process, a ticking timer or a window behind.

    Named for the order: pytest sets up wider fixtures first, so what a module shares is there before.
    """
    before = leftovers.now()
    yield
    left = leftovers.since(before)
    if left:
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def no_worker_survives() -> Iterator[None]:
    """End the helper process of `multiprocessing` with the session: it outlives each single test."""
    yield
    if sys.platform != "win32" and "multiprocessing.resource_tracker" in sys.modules:
        tracker = sys.modules["multiprocessing.resource_tracker"]._resource_tracker
        tracker._stop()
