"""The two commands for a fresh machine: what they install, when they do nothing, and how they give up."""

from __future__ import annotations

import ast
import importlib
import json
import re
import string
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"


@pytest.fixture
def scripts(monkeypatch):
    """Give the modules of packaging/ as the two commands see them, in English."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.syspath_prepend(PACKAGING)
    names = ("python_version", "saying", "system_packages", "environment", "setting_up")
    yield SimpleNamespace(**{name: importlib.import_module(name) for name in names})
    for name in names:
        sys.modules.pop(name, None)


# --- the pinned packages


def pinned(file: str) -> dict[str, str]:
    """Return the lines of each package of a constraints file by its name and marker."""
    blocks = re.split(r"(?m)^(?=\S)", (PACKAGING / file).read_text(encoding="utf-8"))[1:]
    return {re.sub(r"==\S+| \\\n[\s\S]*", "", block): block for block in blocks}


def names(blocks: dict[str, str]) -> set[str]:
    return {key.partition(" ")[0] for key in blocks}


def wanted(requirements: list[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", line)[0]).lower() for line in requirements}


def test_every_dependency_is_pinned_with_its_hashes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, test, bundle = (pinned(f"constraints{extra}.txt") for extra in ("", "-test", "-bundle"))
    assert wanted(project["project"]["dependencies"] + project["build-system"]["requires"]) <= names(run)
    extras = project["project"]["optional-dependencies"]
    assert wanted(extras["test"]) <= names(test)
    assert wanted(extras["bundle"]) <= names(bundle)
    assert not names(run) & (names(test) | names(bundle))
    for name, block in (run | test | bundle).items():
        head, *hashes = block.split(" \\\n")
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [\w .<>=!'()]+)?", head), head
        assert hashes, f"{name} has no hash"
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}\n?", line) for line in hashes), name


@pytest.mark.parametrize("extra", ["", "-test", "-bundle"])
def test_the_pinned_packages_name_no_address(extra):
    text = (PACKAGING / f"constraints{extra}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text


# --- the program as a wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build a wheel of this checkout, with what is installed here and nothing from the network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-index", "--no-deps", "--no-build-isolation", "--no-cache-dir", "--quiet")
    command = [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    unpacked = folder / "unpacked"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", *folder.glob("*.whl"), unpacked], check=True)
    return unpacked


@pytest.mark.slow
def test_a_wheel_brings_every_resource(wheel):
    there = {file.relative_to(wheel / "listo/resources") for file in (wheel / "listo/resources").rglob("*.*")}
    ours = {file.relative_to(ROOT / "resources") for file in (ROOT / "resources").rglob("*.*")}
    assert {file for file in ours if file.suffix != ".ts"} <= there
    assert {file.with_suffix(".qm") for file in ours if file.suffix == ".ts"} <= there


@pytest.mark.slow
def test_a_wheel_brings_nothing_else(wheel):
    assert {file.name.partition("-")[0] for file in wheel.iterdir()} == {"listo"}
    assert not (wheel / "listo/resources/__init__.py").exists()


@pytest.mark.slow
def test_a_wheel_checks_its_sample_without_the_checkout(wheel, tmp_path):
    command = (
        f"import sys; sys.path.insert(0, {str(wheel)!r}); import listo.__main__ as m; sys.exit(m.main())"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", command, "check", "--sample", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["findings"]


# --- the words


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_set_up_speaks_three_languages():
    texts = json.loads((PACKAGING / "setting_up.json").read_text(encoding="utf-8"))
    for name, in_languages in texts.items():
        assert set(in_languages) == {"en", "pt", "es"}, name
        assert len({frozenset(fields(text)) for text in in_languages.values()}) == 1, name


def test_every_text_of_the_set_up_is_said():
    source = "".join(file.read_text(encoding="utf-8") for file in PACKAGING.glob("*.py"))
    for name in json.loads((PACKAGING / "setting_up.json").read_text(encoding="utf-8")):
        assert f'"{name}"' in source, f"nobody says {name}"


# --- which Python


@pytest.mark.parametrize("name", ["start.py", "run_tests.py", "python_version.py"])
def test_an_old_python_can_read_what_refuses_it(name):
    ast.parse((PACKAGING / name).read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (3, 16)])
def test_another_python_is_refused_in_one_sentence(scripts, monkeypatch, version):
    monkeypatch.setattr(scripts.python_version.sys, "version_info", (*version, 0, "final", 0))
    monkeypatch.setattr(scripts.python_version.shutil, "which", lambda name: None)
    with pytest.raises(
        SystemExit, match=r"Python 3\.11 to 3\.15, and this is Python 3\.\d+: install one from"
    ):
        scripts.python_version.require()


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("posix", ["/bin/python3.13", "start.py", "a file.xlsx"]),
        ("nt", ["py", "-3.13", "start.py", "a file.xlsx"]),
    ],
)
def test_the_newest_python_that_runs_takes_over(scripts, monkeypatch, system, command):
    def call(words, **how):
        tried.append(words)
        return 0 if "3.13" in words[0] + words[1] else 1

    tried, module = [], scripts.python_version
    monkeypatch.setattr(module.sys, "version_info", (3, 9, 0, "final", 0))
    monkeypatch.setattr(module.sys, "argv", ["start.py", "a file.xlsx"])
    monkeypatch.setattr(module, "shutil", SimpleNamespace(which=lambda name: f"/bin/{name}"))
    monkeypatch.setattr(module, "os", SimpleNamespace(name=system))
    monkeypatch.setattr(module, "subprocess", SimpleNamespace(call=call, DEVNULL=None))
    with pytest.raises(SystemExit) as ended:
        module.require()
    assert ended.value.code == 0
    assert tried[-1] == command


@pytest.mark.parametrize(
    ("tag", "language"),
    [("pt_BR.UTF-8", "pt"), ("es-MX", "es"), ("Portuguese_Brazil.1252", "pt"), ("C", "en"), ("de_DE", "en")],
)
def test_the_set_up_speaks_the_language_of_the_system(scripts, monkeypatch, tag, language):
    monkeypatch.setenv("LC_ALL", tag)
    assert scripts.python_version.language() == language


# --- packages of the system


@pytest.fixture
def bare_linux(scripts, monkeypatch):
    """Pretend a Linux that has one package manager and lacks two libraries; give what would be run."""

    def pretend(manager: str, *, root: bool, terminal: bool = False, answer: str = ""):
        system, run = scripts.system_packages, []
        monkeypatch.setattr(system.sys, "platform", "linux")
        monkeypatch.setattr(system.shutil, "which", lambda name: name if name in {manager, "sudo"} else None)
        monkeypatch.setattr(system.os, "geteuid", lambda: 0 if root else 1000, raising=False)
        monkeypatch.setattr(system, "_loads", lambda library: bool(run) or library != "libxcb-shape.so.0")
        monkeypatch.setattr(system.subprocess, "run", lambda command, **how: run.append(" ".join(command)))
        stdin = SimpleNamespace(isatty=lambda: terminal, readline=lambda: answer)
        monkeypatch.setattr(system.sys, "stdin", stdin)
        return run

    return pretend


def test_root_gets_the_missing_packages(scripts, bare_linux):
    run = bare_linux("apt-get", root=True)
    scripts.system_packages.provide(scripts.system_packages.WINDOW)
    update, install = run
    assert update.startswith("env DEBIAN_FRONTEND=noninteractive apt-get update")
    assert "apt-get install -y --no-install-recommends libxcb-shape0" in install
    assert "sudo" not in update + install


def test_sudo_is_used_only_after_a_yes(scripts, bare_linux, capsys):
    run = bare_linux("apt-get", root=False, terminal=True, answer="\n")
    scripts.system_packages.provide(scripts.system_packages.WINDOW)
    assert "libxcb-shape0\nInstall them now with sudo?" in capsys.readouterr().err
    assert [line.split()[0] for line in run] == ["sudo", "sudo"]


@pytest.mark.parametrize(
    ("manager", "terminal", "command"),
    [
        (
            "apt-get",
            True,
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends libxcb-shape0",
        ),
        (
            "apt-get",
            False,
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends libxcb-shape0",
        ),
        ("dnf", True, "sudo dnf install 'libxcb-shape.so.0()(64bit)'"),
        ("zypper", True, "sudo zypper install 'libxcb-shape.so.0()(64bit)'"),
        ("pacman", True, "sudo pacman -S --needed libxcb"),
        ("", True, "This system lacks libxcb-shape.so.0."),
    ],
)
def test_else_the_very_command_is_printed(scripts, bare_linux, manager, terminal, command):
    run = bare_linux(manager, root=False, terminal=terminal, answer="no\n")
    with pytest.raises(scripts.saying.SetUpError, match=re.escape(command)):
        scripts.system_packages.provide(scripts.system_packages.WINDOW)
    assert run == []


@pytest.mark.parametrize(("manager", "root"), [("apt-get", True), ("apt-get", False), ("dnf", True)])
def test_what_can_be_spared_is_fetched_for_root_and_asked_of_nobody(scripts, bare_linux, manager, root):
    run = bare_linux(manager, root=root)
    spared = [need for need in scripts.system_packages.TESTS if need.spared]
    scripts.system_packages.provide(spared)
    if (manager, root) != ("apt-get", True):
        assert run == []
        return
    assert len(run) == 2
    assert {"nsis", "wine"} <= set(run[1].split())


def test_a_command_needs_nothing_of_a_window(scripts):
    from listo import cli

    purpose = scripts.environment.Purpose
    assert set(cli.COMMANDS) <= set(scripts.setting_up.COMMANDS)
    for first in (*cli.COMMANDS, "--version", "--help"):
        assert scripts.setting_up._purpose([first]) is purpose.COMMAND
    assert scripts.setting_up._purpose([]) is purpose.WINDOW
    assert scripts.setting_up._purpose(["mapping.xlsx"]) is purpose.WINDOW


def test_without_a_screen_nothing_is_set_up_for_a_window(scripts, monkeypatch, capsys):
    def made_ready(purpose):
        asked.append(purpose)

    asked: list[object] = []
    monkeypatch.setattr(scripts.setting_up.sys, "platform", "linux")
    monkeypatch.setattr(scripts.setting_up, "make_ready", made_ready)
    monkeypatch.setattr(scripts.setting_up, "_hand_over", lambda command: 0)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert scripts.setting_up.open_program(["mapping.xlsx"]) == 2
    assert "no screen" in capsys.readouterr().err
    assert asked == []
    assert scripts.setting_up.open_program(["check", "--sample"]) == 0
    monkeypatch.setenv("DISPLAY", ":0")
    assert scripts.setting_up.open_program([]) == 0
    assert asked == [scripts.environment.Purpose.COMMAND, scripts.environment.Purpose.WINDOW]


def test_each_step_of_a_bundle_is_told_by_a_name(scripts):
    setting_up = scripts.setting_up
    told = [setting_up._shown(step).split()[0] for step in setting_up._bundle_steps()]
    assert told == ["PyInstaller", str(setting_up.ROOT / "packaging" / "pack.py")]


# --- the environment


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "too little space"),
        ("Retrying after NameResolutionError\nERROR: No matching distribution found for a==1", "network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not the one"),
        (
            "ERROR: No matching distribution found for pyside6-essentials==6.11.3",
            "pyside6-essentials==6.11.3",
        ),
        ("ERROR: [Errno 13] Permission denied: '/opt/listo'", "Nothing can be written"),
        ("HINT: you have no Windows Long Path support enabled", "too long for Windows"),
    ],
)
def test_what_is_known_to_go_wrong_is_said_in_one_sentence(scripts, output, sentence):
    said = str(scripts.environment._failure(output))
    assert sentence in said
    assert "\n" not in said


def test_what_is_not_known_is_quoted_and_kept(scripts, monkeypatch, tmp_path):
    monkeypatch.setattr(scripts.environment.tempfile, "gettempdir", lambda: str(tmp_path))
    said = str(scripts.environment._failure("one\ntwo\n\nthree"))
    assert "three" in said
    assert (tmp_path / "listo-set-up.log").read_text(encoding="utf-8").endswith("three")


@pytest.fixture
def finished(scripts, monkeypatch, tmp_path):
    """Give the set-up of a small checkout that is done, and the list of what a second start would do."""
    environment, venv, did = scripts.environment, tmp_path / ".venv", []
    for file in ("pyproject.toml", "gui/listo/__init__.py", ".venv/bin/python", ".venv/pyvenv.cfg"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(f"home = {tmp_path}", encoding="utf-8")
    packages = venv / ("Lib" if environment.os.name == "nt" else "lib/python3.11") / "site-packages"
    (packages / "some-1.dist-info").mkdir(parents=True)
    (packages / "some-1.dist-info/RECORD").touch()
    for name, value in {"ROOT": tmp_path, "VENV": venv, "PYTHON": venv / "bin/python"}.items():
        monkeypatch.setattr(environment, name, value)
    monkeypatch.setattr(environment, "_STAMP", venv / "stamp.json")
    monkeypatch.setattr(environment, "_environment_works", lambda: True)
    monkeypatch.setattr(environment.system_packages, "provide", lambda needs: did.append("provide"))
    monkeypatch.setattr(environment, "_install_packages", lambda kit: did.append(kit.constraints))
    monkeypatch.setattr(environment, "_install_listo", lambda: did.append("listo"))
    environment.make_ready(environment.Purpose.TESTS)
    did.clear()
    return SimpleNamespace(environment=environment, did=did, record=packages / "some-1.dist-info/RECORD")


def test_a_second_start_does_nothing(finished, capsys):
    capsys.readouterr()
    for purpose in ("COMMAND", "WINDOW", "TESTS"):
        finished.environment.make_ready(finished.environment.Purpose[purpose])
    assert finished.did == []
    assert capsys.readouterr().err == ""


def test_another_purpose_gets_what_it_needs_on_top_and_both_are_done_then(finished):
    purpose = finished.environment.Purpose
    finished.environment.make_ready(purpose.BUNDLE)
    assert ("constraints.txt", "constraints-test.txt", "constraints-bundle.txt") in finished.did
    finished.did.clear()
    for each in purpose.COMMAND, purpose.WINDOW, purpose.TESTS, purpose.BUNDLE:
        finished.environment.make_ready(each)
    assert finished.did == []


def test_a_bundle_is_made_without_what_only_the_tests_need(scripts):
    kit = scripts.environment._kit(scripts.environment.Purpose.BUNDLE)
    assert kit.constraints == ("constraints.txt", "constraints-bundle.txt")
    packages = {need.apt for need in kit.needs}
    python = f"libpython3.{sys.version_info.minor}"  # Debian's python3 comes without
    assert {"libegl1", "binutils", "dpkg-dev", python} <= packages
    assert not {"libreoffice-calc", "wine", "xvfb"} & packages
    both = scripts.environment._kit(scripts.environment.Purpose.BUNDLE | scripts.environment.Purpose.TESTS)
    assert {"libreoffice-calc", "binutils"} <= {need.apt for need in both.needs}


def test_tests_are_not_taken_for_set_up_where_only_a_bundle_was_made(finished):
    environment = finished.environment
    environment._STAMP.unlink()
    environment.make_ready(environment.Purpose.BUNDLE)
    finished.did.clear()
    environment.make_ready(environment.Purpose.TESTS)
    assert ("constraints.txt", "constraints-test.txt", "constraints-bundle.txt") in finished.did


@pytest.mark.parametrize(
    "change",
    [
        lambda finished: finished.record.unlink(),
        lambda finished: finished.environment.PYTHON.unlink(),
        lambda finished: finished.environment._STAMP.write_text("{", encoding="utf-8"),
        lambda finished: (finished.environment.ROOT / "pyproject.toml").write_text("new", encoding="utf-8"),
    ],
    ids=["package-gone", "python-gone", "stamp-cut-off", "project-changed"],
)
def test_a_change_is_taken_up_once(finished, change):
    change(finished)
    finished.environment.make_ready(finished.environment.Purpose.WINDOW)
    assert finished.did[0] == "provide"
    assert finished.did[-1] == "listo"
    finished.did.clear()
    if finished.environment.PYTHON.exists() and finished.record.exists():
        finished.environment.make_ready(finished.environment.Purpose.WINDOW)
        assert finished.did == []


def test_an_update_keeps_the_tools_that_were_there(finished):
    (finished.environment.ROOT / "pyproject.toml").write_text("new", encoding="utf-8")
    finished.environment.make_ready(finished.environment.Purpose.COMMAND)
    assert ("constraints.txt", "constraints-test.txt") in finished.did


# --- what is written about it


def test_the_commands_of_the_readme_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/start.py" in readme
    assert r"py packaging\start.py" in readme
    for name in re.findall(r"packaging[/\\](\w+\.\w+)", readme):
        assert (PACKAGING / name).is_file(), name


def test_the_pictures_and_files_of_the_readme_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / target).exists(), target


def test_ci_runs_the_test_command_of_the_readme():
    command = "python3 packaging/run_tests.py"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in (ROOT / ".ci/run").read_text(encoding="utf-8")


# --- the icon, which each system wants in a form of its own


def test_the_icon_is_drawn_for_each_system(scripts, tmp_path):
    icon = importlib.import_module("app_icon")
    assert icon.png(32).startswith(b"\x89PNG")
    assert icon.ico()[:6] == b"\0\0\1\0\6\0"
    content = icon.icns()
    assert content[:4] == b"icns"
    assert int.from_bytes(content[4:8], "big") == len(content)
    assert icon.write_icon(tmp_path).stat().st_size > 1_000
    del sys.modules["app_icon"]
