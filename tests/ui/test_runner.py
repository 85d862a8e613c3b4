"""Every job ends and says so, whatever happens to it or to the process that runs it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from listo.core.errors import InputError
from listo.core.worker.model import CrashError
from listo.ui.runner import Runner, Task
from pretend_jobs import KeepingWorkspace, PretendWorkspace, StubbornWorkspace, TidyWorkspace, overview

WAIT = 20_000

End = tuple[str, object]


@pytest.fixture
def make_runner(qapp: object) -> Iterator[Callable[..., Runner]]:
    made: list[Runner] = []

    def make(open_workspace: Callable[[], object] = PretendWorkspace, patience_ms: int = 3000) -> Runner:
        made.append(Runner(open_workspace=open_workspace, patience_ms=patience_ms))
        return made[-1]

    yield make
    for runner in made:
        runner.close()
        runner.deleteLater()


@pytest.fixture
def runner(make_runner: Callable[..., Runner]) -> Runner:
    return make_runner()


def ends_of(*tasks: Task) -> list[list[End]]:
    """Return for each task the list that its end will be written to."""
    return [_ends_of(task) for task in tasks]


def _ends_of(task: Task) -> list[End]:
    ends: list[End] = []
    task.succeeded.connect(lambda value: ends.append(("succeeded", value)))
    task.failed.connect(lambda error: ends.append(("failed", error)))
    task.cancelled.connect(lambda: ends.append(("cancelled", None)))
    return ends


def end_of(qtbot: QtBot, task: Task) -> End:
    (ends,) = ends_of(task)
    with qtbot.waitSignal(task.ended, timeout=WAIT):
        pass
    (end,) = ends
    return end


def done(qtbot: QtBot, task: Task) -> object:
    how, value = end_of(qtbot, task)
    assert how == "succeeded", value
    return value


def test_a_job_succeeds_with_what_it_returned(qtbot: QtBot, runner: Runner) -> None:
    assert done(qtbot, runner.start("echo", value=("ção", 1, None))) == ("ção", 1, None)


def test_the_process_keeps_what_it_knows_from_job_to_job(qtbot: QtBot, runner: Runner) -> None:
    runner.warm_up()
    assert done(qtbot, runner.start("process")) not in (None, os.getpid())
    assert [done(qtbot, runner.start("add", value=value)) for value in (1, 2)] == [1, 3]


def test_jobs_run_in_the_order_in_which_they_were_asked_for(qtbot: QtBot, runner: Runner) -> None:
    order: list[int] = []
    tasks = [runner.start("add", value=1) for _ in range(5)]
    for task in tasks:
        task.succeeded.connect(order.append)
    with qtbot.waitSignal(tasks[-1].ended, timeout=WAIT):
        pass
    assert order == [1, 2, 3, 4, 5]


def test_a_fault_of_the_world_and_a_fault_of_ours_are_told_apart(qtbot: QtBot, runner: Runner) -> None:
    how, error = end_of(qtbot, runner.start("fail"))
    assert how == "failed"
    assert isinstance(error, InputError)
    assert (error.code, error.arguments) == ("file-damaged", {"file": "ção.xlsx"})

    how, error = end_of(qtbot, runner.start("crash"))
    assert how == "failed"
    assert isinstance(error, CrashError)
    assert error.kind == "raised"
    assert "RuntimeError: a fault of ours" in error.details


@pytest.mark.parametrize("job", ["panic", "unpicklable", "secret", "no such job"])
def test_whatever_a_job_does_wrong_the_process_goes_on(qtbot: QtBot, runner: Runner, job: str) -> None:
    before = done(qtbot, runner.start("process"))
    how, error = end_of(qtbot, runner.start(job))
    assert how == "failed"
    assert isinstance(error, CrashError)
    assert error.kind == "raised"
    assert done(qtbot, runner.start("process")) == before


def test_a_crash_is_in_the_log_with_where_it_happened(qtbot: QtBot, runner: Runner, listo_home: Path) -> None:
    end_of(qtbot, runner.start("crash"))
    assert "a fault of ours" in (listo_home / "log" / "worker.log").read_text(encoding="utf-8")


def test_a_workspace_that_cannot_be_made_fails_each_job_plainly(
    qtbot: QtBot, make_runner: Callable[..., Runner]
) -> None:
    runner = make_runner(StubbornWorkspace)
    for _ in range(2):
        _, error = end_of(qtbot, runner.start("echo", value=1))
        assert isinstance(error, InputError)
        assert error.code == "session-newer"


def test_progress_is_told_but_not_more_often_than_can_be_seen(qtbot: QtBot, runner: Runner) -> None:
    seen: list[tuple[str, int, int]] = []
    task = runner.start("count", to=300)
    task.progressed.connect(lambda *progress: seen.append(progress))
    assert done(qtbot, task) == 300
    assert seen[0] == ("reading", 0, 300)
    assert [number for _, number, _ in seen] == sorted(number for _, number, _ in seen)
    assert len(seen) < 150


def test_a_running_job_can_be_cancelled_and_the_process_goes_on(qtbot: QtBot, runner: Runner) -> None:
    before = done(qtbot, runner.start("process"))
    task = runner.start("count", to=1_000_000)
    task.progressed.connect(task.cancel)
    assert end_of(qtbot, task) == ("cancelled", None)
    assert done(qtbot, runner.start("process")) == before


def test_a_waiting_job_is_cancelled_at_once_and_the_others_run(qtbot: QtBot, runner: Runner) -> None:
    first, second, third = (runner.start("add", value=value) for value in (1, 10, 100))
    ends = ends_of(first, second, third)
    second.cancel()
    assert ends[1] == [("cancelled", None)]
    with qtbot.waitSignal(third.ended, timeout=WAIT):
        pass
    assert ends == [[("succeeded", 1)], [("cancelled", None)], [("succeeded", 101)]]


def test_a_cancel_that_comes_too_late_does_nothing(qtbot: QtBot, runner: Runner) -> None:
    task = runner.start("add", value=1)
    assert done(qtbot, task) == 1
    task.cancel()
    assert done(qtbot, runner.start("add", value=1)) == 2


def test_a_job_that_does_not_heed_a_cancel_is_ended_and_its_session_opened_again(
    qtbot: QtBot, make_runner: Callable[..., Runner]
) -> None:
    runner = make_runner(patience_ms=100)
    done(qtbot, runner.start("open", session=5))
    before = done(qtbot, runner.start("process"))
    task = runner.start("hang")
    task.progressed.connect(task.cancel)
    assert end_of(qtbot, task) == ("cancelled", None)
    with qtbot.waitSignal(runner.resumed, timeout=WAIT) as resumed:
        after = done(qtbot, runner.start("process"))
    assert resumed.args == [overview(5, revision=9)]
    assert after != before


def test_a_job_whose_process_dies_fails_and_the_next_goes_on(qtbot: QtBot, runner: Runner) -> None:
    how, error = end_of(qtbot, runner.start("die"))
    assert how == "failed"
    assert error == CrashError("died", "die: exit status 7")
    assert done(qtbot, runner.start("add", value=1)) == 1


def test_a_session_lost_with_its_process_is_opened_again_once(qtbot: QtBot, runner: Runner) -> None:
    done(qtbot, runner.start("open", session=3))
    overviews: list[object] = []
    runner.resumed.connect(overviews.append)
    end_of(qtbot, runner.start("die"))
    assert done(qtbot, runner.start("add", value=1)) == 1
    assert done(qtbot, runner.start("add", value=1)) == 2
    assert overviews == [overview(3, revision=9)]


def test_progress_of_opening_again_is_told_to_the_job_that_waits(qtbot: QtBot, runner: Runner) -> None:
    done(qtbot, runner.start("open", session=3))
    end_of(qtbot, runner.start("die"))
    task = runner.start("echo", value=1)
    seen: list[tuple[str, int, int]] = []
    task.progressed.connect(lambda *progress: seen.append(progress))
    done(qtbot, task)
    assert seen == [("reading", 1, 2)]


@pytest.mark.parametrize(("session", "kind"), [(404, InputError), (666, CrashError)])
def test_a_session_that_cannot_be_opened_again_fails_the_job_that_waits_and_no_other(
    qtbot: QtBot, runner: Runner, session: int, kind: type
) -> None:
    done(qtbot, runner.start("open", session=session))
    end_of(qtbot, runner.start("die"))
    how, error = end_of(qtbot, runner.start("add", value=1))
    assert how == "failed"
    assert isinstance(error, kind)
    assert done(qtbot, runner.start("add", value=1)) == 1


def test_a_job_that_starts_anew_needs_no_lost_session(qtbot: QtBot, runner: Runner) -> None:
    done(qtbot, runner.start("open", session=404))
    end_of(qtbot, runner.start("die"))
    assert done(qtbot, runner.start("resume", session=1)) == overview(1, revision=9)
    assert done(qtbot, runner.start("add", value=1)) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of this kind are Unix's")
def test_a_process_killed_while_idle_is_replaced(qtbot: QtBot, runner: Runner) -> None:
    process = done(qtbot, runner.start("process"))
    assert isinstance(process, int)
    worker = runner._worker
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: runner._worker is not worker, timeout=WAIT)
    assert done(qtbot, runner.start("process")) != process


def test_ctrl_c_in_the_terminal_is_left_to_the_window(qtbot: QtBot, runner: Runner) -> None:
    process = done(qtbot, runner.start("process"))
    assert isinstance(process, int)
    if os.name == "posix":
        os.kill(process, signal.SIGINT)
    assert done(qtbot, runner.start("process")) == process


def test_closing_cancels_what_runs_and_what_waits(
    qtbot: QtBot, make_runner: Callable[..., Runner], listo_home: Path
) -> None:
    runner = make_runner(TidyWorkspace)
    running, waiting = runner.start("count", to=1_000_000), runner.start("echo", value=1)
    ends = ends_of(running, waiting)
    with qtbot.waitSignal(running.progressed, timeout=WAIT):
        pass
    runner.close()
    assert ends == [[("cancelled", None)], [("cancelled", None)]]
    assert (listo_home / "cancelled").exists()
    assert (listo_home / "closed").exists()
    with pytest.raises(RuntimeError):
        runner.start("echo", value=1)
    runner.close()


def test_closing_keeps_what_was_changed_a_moment_ago(
    qtbot: QtBot, make_runner: Callable[..., Runner], listo_home: Path
) -> None:
    runner = make_runner(KeepingWorkspace)
    running = runner.start("apply", value=1)
    with qtbot.waitSignal(running.progressed, timeout=WAIT):
        pass
    runner.start("hang")
    runner.start("apply", value=2)
    runner.close()
    assert (listo_home / "kept").read_text() == "1 2 "


def test_closing_stops_what_is_long_and_keeps_what_waits_behind_it(
    qtbot: QtBot, make_runner: Callable[..., Runner], listo_home: Path
) -> None:
    runner = make_runner(KeepingWorkspace)
    running = runner.start("count", to=1_000_000)
    runner.start("apply", value=1)
    with qtbot.waitSignal(running.progressed, timeout=WAIT):
        pass
    runner.close()
    assert (listo_home / "kept").read_text() == "1 "


def test_closing_ends_a_job_that_does_not_heed_it(qtbot: QtBot, make_runner: Callable[..., Runner]) -> None:
    runner = make_runner(patience_ms=50)
    task = runner.start("hang")
    (ends,) = ends_of(task)
    with qtbot.waitSignal(task.progressed, timeout=WAIT):
        pass
    runner.close()
    assert ends == [("cancelled", None)]


def test_closing_before_anything_was_started(make_runner: Callable[..., Runner]) -> None:
    runner = make_runner()
    runner.close()
    warmed_up = make_runner()
    warmed_up.warm_up()
    warmed_up.close()


def test_a_runner_that_retires_lets_its_process_end_by_itself(
    qtbot: QtBot, make_runner: Callable[..., Runner], listo_home: Path
) -> None:
    runner = make_runner(TidyWorkspace)
    done(qtbot, runner.start("echo", value=1))
    runner.retire()
    qtbot.waitUntil((listo_home / "closed").exists, timeout=WAIT)
    with pytest.raises(RuntimeError):
        runner.start("echo", value=1)
    runner.close()


def test_where_no_process_can_be_started_the_job_fails(
    qtbot: QtBot, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no more processes")

    with monkeypatch.context() as patch:
        patch.setitem(Runner.start.__globals__, "WorkerProcess", refuse)
        how, error = end_of(qtbot, runner.start("echo", value=1))
    assert (how, error) == ("failed", CrashError("died", "no more processes"))
    assert done(qtbot, runner.start("echo", value=1)) == 1
