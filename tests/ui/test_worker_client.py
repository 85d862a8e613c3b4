"""Every job ends and says so, whatever happens to it or to the process that runs it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from listo.core.errors import InputError
from listo.core.worker.protocol import CrashError, Progress, Request, job
from listo.ui.worker_client import Task, WorkerClient
from pretend_jobs import KeepingJobs, PretendJobs, StubbornJobs, TidyJobs, overview
from timeouts import TIMEOUT_MS

pytestmark = pytest.mark.slow  # each test starts a process

Client = WorkerClient[PretendJobs]
End = tuple[str, object]


@pytest.fixture
def make_client(qapp: object) -> Iterator[Callable[..., Client]]:
    made: list[Client] = []

    def make(open_jobs: type[PretendJobs] = PretendJobs, patience_ms: int = TIMEOUT_MS) -> Client:
        made.append(WorkerClient(open_jobs, resume=PretendJobs.resume, patience_ms=patience_ms))
        return made[-1]

    yield make
    for client in made:
        client.close()
        client.deleteLater()


@pytest.fixture
def client(make_client: Callable[..., Client]) -> Client:
    return make_client()


def ends_of(*tasks: Task[Any]) -> list[list[End]]:
    """Return for each task the list that its end will be written to."""
    return [_ends_of(task) for task in tasks]


def _ends_of(task: Task[Any]) -> list[End]:
    ends: list[End] = []
    task.succeeded.connect(lambda value: ends.append(("succeeded", value)))
    task.failed.connect(lambda error: ends.append(("failed", error)))
    task.cancelled.connect(lambda: ends.append(("cancelled", None)))
    return ends


def end_of(qtbot: QtBot, task: Task[Any]) -> End:
    (ends,) = ends_of(task)
    with qtbot.waitSignal(task.ended):
        pass
    (end,) = ends
    return end


def done(qtbot: QtBot, task: Task[Any]) -> object:
    how, value = end_of(qtbot, task)
    assert how == "succeeded", value
    return value


def test_a_job_succeeds_with_what_it_returned(qtbot: QtBot, client: Client) -> None:
    assert done(qtbot, client.start(PretendJobs.echo, value=("ção", 1, None))) == ("ção", 1, None)


def test_the_process_keeps_what_it_knows_from_job_to_job(qtbot: QtBot, client: Client) -> None:
    client.warm_up()
    assert done(qtbot, client.start(PretendJobs.process)) not in (None, os.getpid())
    assert [done(qtbot, client.start(PretendJobs.add, value=value)) for value in (1, 2)] == [1, 3]


def test_jobs_run_in_the_order_in_which_they_were_asked_for(qtbot: QtBot, client: Client) -> None:
    order: list[int] = []
    tasks = [client.start(PretendJobs.add, value=1) for _ in range(5)]
    for task in tasks:
        task.succeeded.connect(order.append)
    with qtbot.waitSignal(tasks[-1].ended):
        pass
    assert order == [1, 2, 3, 4, 5]


def test_a_fault_of_the_world_and_a_fault_of_ours_are_told_apart(qtbot: QtBot, client: Client) -> None:
    how, error = end_of(qtbot, client.start(PretendJobs.fail))
    assert how == "failed"
    assert isinstance(error, InputError)
    assert (error.code, error.arguments) == ("file-damaged", {"file": "ção.xlsx"})

    how, error = end_of(qtbot, client.start(PretendJobs.crash))
    assert how == "failed"
    assert isinstance(error, CrashError)
    assert error.kind == "raised"
    assert "RuntimeError: a fault of ours" in error.details


def called(name: str) -> Callable[..., object]:
    """Return a job of that name, which no class has."""

    def unknown(jobs: PretendJobs, progress: Progress) -> None: ...

    unknown.__name__ = name
    return job()(unknown)


@pytest.mark.parametrize(
    "asked", [PretendJobs.panic, PretendJobs.unpicklable, called("secret"), called("no such job")]
)
def test_whatever_a_job_does_wrong_the_process_goes_on(
    qtbot: QtBot, client: Client, asked: Callable[..., object]
) -> None:
    before = done(qtbot, client.start(PretendJobs.process))
    how, error = end_of(qtbot, client.start(asked))
    assert how == "failed"
    assert isinstance(error, CrashError)
    assert error.kind == "raised"
    assert done(qtbot, client.start(PretendJobs.process)) == before


def test_a_method_that_is_no_job_is_not_asked_for(client: Client) -> None:
    with pytest.raises(TypeError, match="secret"):
        client.start(PretendJobs.secret)


def test_only_the_name_of_a_job_and_its_arguments_travel(client: Client) -> None:
    assert client.start(PretendJobs.echo, 1).request == Request(1, "echo", {}, (1,))
    assert client.start(PretendJobs.echo, value=1).request == Request(2, "echo", {"value": 1})


def test_a_crash_is_in_the_log_with_where_it_happened(qtbot: QtBot, client: Client, listo_home: Path) -> None:
    end_of(qtbot, client.start(PretendJobs.crash))
    assert "a fault of ours" in (listo_home / "log" / "worker.log").read_text(encoding="utf-8")


def test_a_workspace_that_cannot_be_made_fails_each_job_plainly(
    qtbot: QtBot, make_client: Callable[..., Client]
) -> None:
    client = make_client(StubbornJobs)
    for _ in range(2):
        _, error = end_of(qtbot, client.start(PretendJobs.echo, value=1))
        assert isinstance(error, InputError)
        assert error.code == "session-newer"


def test_progress_is_told_but_not_more_often_than_can_be_seen(qtbot: QtBot, client: Client) -> None:
    seen: list[tuple[str, int, int]] = []
    task = client.start(PretendJobs.count, to=20_000, pause=0.0)
    task.progressed.connect(lambda *progress: seen.append(progress))
    assert done(qtbot, task) == 20_000
    assert seen[0] == ("reading", 0, 20_000)
    assert [number for _, number, _ in seen] == sorted(number for _, number, _ in seen)
    assert len(seen) < 10_000


def test_a_running_job_can_be_cancelled_and_the_process_goes_on(qtbot: QtBot, client: Client) -> None:
    before = done(qtbot, client.start(PretendJobs.process))
    task = client.start(PretendJobs.count, to=1_000_000)
    task.progressed.connect(task.cancel)
    assert end_of(qtbot, task) == ("cancelled", None)
    assert done(qtbot, client.start(PretendJobs.process)) == before


def test_a_waiting_job_is_cancelled_at_once_and_the_others_run(qtbot: QtBot, client: Client) -> None:
    first, second, third = (client.start(PretendJobs.add, value=value) for value in (1, 10, 100))
    ends = ends_of(first, second, third)
    second.cancel()
    assert ends[1] == [("cancelled", None)]
    with qtbot.waitSignal(third.ended):
        pass
    assert ends == [[("succeeded", 1)], [("cancelled", None)], [("succeeded", 101)]]


def test_a_cancel_that_comes_too_late_does_nothing(qtbot: QtBot, client: Client) -> None:
    task = client.start(PretendJobs.add, value=1)
    assert done(qtbot, task) == 1
    task.cancel()
    assert done(qtbot, client.start(PretendJobs.add, value=1)) == 2


def test_a_job_that_does_not_heed_a_cancel_is_ended_and_its_session_opened_again(
    qtbot: QtBot, make_client: Callable[..., Client]
) -> None:
    client = make_client(patience_ms=100)
    done(qtbot, client.start(PretendJobs.open, session=5))
    before = done(qtbot, client.start(PretendJobs.process))
    task = client.start(PretendJobs.hang)
    task.progressed.connect(task.cancel)
    assert end_of(qtbot, task) == ("cancelled", None)
    with qtbot.waitSignal(client.resumed) as resumed:
        after = done(qtbot, client.start(PretendJobs.process))
    assert resumed.args == [overview(5, revision=9)]
    assert after != before


def test_a_job_whose_process_dies_fails_and_the_next_goes_on(qtbot: QtBot, client: Client) -> None:
    how, error = end_of(qtbot, client.start(PretendJobs.die))
    assert how == "failed"
    assert error == CrashError("died", "die: exit status 7")
    assert done(qtbot, client.start(PretendJobs.add, value=1)) == 1


def test_a_session_lost_with_its_process_is_opened_again_once(qtbot: QtBot, client: Client) -> None:
    done(qtbot, client.start(PretendJobs.open, session=3))
    overviews: list[object] = []
    client.resumed.connect(overviews.append)
    end_of(qtbot, client.start(PretendJobs.die))
    assert done(qtbot, client.start(PretendJobs.add, value=1)) == 1
    assert done(qtbot, client.start(PretendJobs.add, value=1)) == 2
    assert overviews == [overview(3, revision=9)]


def test_progress_of_opening_again_is_told_to_the_job_that_waits(qtbot: QtBot, client: Client) -> None:
    done(qtbot, client.start(PretendJobs.open, session=3))
    end_of(qtbot, client.start(PretendJobs.die))
    task = client.start(PretendJobs.echo, value=1)
    seen: list[tuple[str, int, int]] = []
    task.progressed.connect(lambda *progress: seen.append(progress))
    done(qtbot, task)
    assert seen == [("reading", 1, 2)]


@pytest.mark.parametrize(("session", "kind"), [(404, InputError), (666, CrashError)])
def test_a_session_that_cannot_be_opened_again_fails_the_job_that_waits_and_no_other(
    qtbot: QtBot, client: Client, session: int, kind: type
) -> None:
    done(qtbot, client.start(PretendJobs.open, session=session))
    end_of(qtbot, client.start(PretendJobs.die))
    how, error = end_of(qtbot, client.start(PretendJobs.add, value=1))
    assert how == "failed"
    assert isinstance(error, kind)
    assert done(qtbot, client.start(PretendJobs.add, value=1)) == 1


def test_a_job_that_starts_anew_needs_no_lost_session(qtbot: QtBot, client: Client) -> None:
    done(qtbot, client.start(PretendJobs.open, session=404))
    end_of(qtbot, client.start(PretendJobs.die))
    assert done(qtbot, client.start(PretendJobs.resume, session=1)) == overview(1, revision=9)
    assert done(qtbot, client.start(PretendJobs.add, value=1)) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of this kind are Unix's")
def test_a_process_killed_while_idle_is_replaced(qtbot: QtBot, client: Client) -> None:
    process = done(qtbot, client.start(PretendJobs.process))
    assert isinstance(process, int)
    worker = client._worker
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: client._worker is not worker)
    assert done(qtbot, client.start(PretendJobs.process)) != process


def test_ctrl_c_in_the_terminal_is_left_to_the_window(qtbot: QtBot, client: Client) -> None:
    process = done(qtbot, client.start(PretendJobs.process))
    assert isinstance(process, int)
    if os.name == "posix":
        os.kill(process, signal.SIGINT)
    assert done(qtbot, client.start(PretendJobs.process)) == process


def test_closing_cancels_what_runs_and_what_waits(
    qtbot: QtBot, make_client: Callable[..., Client], listo_home: Path
) -> None:
    client = make_client(TidyJobs)
    running, waiting = client.start(PretendJobs.count, to=1_000_000), client.start(PretendJobs.echo, value=1)
    ends = ends_of(running, waiting)
    with qtbot.waitSignal(running.progressed):
        pass
    client.close()
    assert ends == [[("cancelled", None)], [("cancelled", None)]]
    assert (listo_home / "cancelled").exists()
    assert (listo_home / "closed").exists()
    with pytest.raises(RuntimeError):
        client.start(PretendJobs.echo, value=1)
    client.close()


def test_closing_keeps_what_was_changed_a_moment_ago(
    qtbot: QtBot, make_client: Callable[..., Client], listo_home: Path
) -> None:
    client = make_client(KeepingJobs)
    running = client.start(KeepingJobs.apply, value=1)
    with qtbot.waitSignal(running.progressed):
        pass
    client.start(PretendJobs.hang)
    client.start(KeepingJobs.apply, value=2)
    client.close()
    assert (listo_home / "kept").read_text() == "1 2 "


def test_closing_stops_what_is_long_and_keeps_what_waits_behind_it(
    qtbot: QtBot, make_client: Callable[..., Client], listo_home: Path
) -> None:
    client = make_client(KeepingJobs)
    running = client.start(PretendJobs.count, to=1_000_000)
    client.start(KeepingJobs.apply, value=1)
    with qtbot.waitSignal(running.progressed):
        pass
    client.close()
    assert (listo_home / "kept").read_text() == "1 "


def test_closing_waits_for_a_job_that_does_not_heed_it_where_something_is_to_be_kept_behind_it(
    qtbot: QtBot, make_client: Callable[..., Client], listo_home: Path
) -> None:
    client = make_client(KeepingJobs, patience_ms=10)
    running = client.start(KeepingJobs.read, seconds=0.2)
    client.start(KeepingJobs.note, value=1)
    with qtbot.waitSignal(running.progressed):
        pass
    client.close()
    assert (listo_home / "noted").read_text() == "None:1 "


def test_closing_keeps_what_no_process_was_there_for_yet(
    make_client: Callable[..., Client], listo_home: Path
) -> None:
    client = make_client(KeepingJobs)
    client.start(KeepingJobs.note, value=1)
    client.start(PretendJobs.hang)
    client.start(KeepingJobs.note, value=2)
    client.close()
    assert (listo_home / "noted").read_text() == "None:1 None:2 "


@pytest.mark.parametrize("is_resuming", [False, True])
def test_closing_keeps_what_waits_for_a_session_that_was_lost_with_its_process(
    qtbot: QtBot, make_client: Callable[..., Client], listo_home: Path, is_resuming: bool
) -> None:
    client = make_client(KeepingJobs)
    done(qtbot, client.start(PretendJobs.open, session=3))
    end_of(qtbot, client.start(PretendJobs.die))
    waiting = client.start(KeepingJobs.note, value=1)
    if is_resuming:
        with qtbot.waitSignal(waiting.progressed):
            pass
    client.close()
    assert (listo_home / "noted").read_text() == "3:1 "


def test_closing_where_no_process_can_be_started_loses_what_waits_and_says_nothing(
    make_client: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setitem(WorkerClient.start.__globals__, "WorkerProcess", refuse)
    client = make_client(KeepingJobs)
    (ends,) = ends_of(client.start(KeepingJobs.note, value=1))
    client.close()
    assert ends == [("cancelled", None)]


def test_a_person_may_still_cancel_what_is_kept(
    qtbot: QtBot, make_client: Callable[..., Client], listo_home: Path
) -> None:
    client = make_client(KeepingJobs)
    task = client.start(KeepingJobs.write, seconds=0.05)
    task.on_progress(lambda *_: task.cancel())
    assert end_of(qtbot, task) == ("cancelled", None)
    assert not (listo_home / "noted").exists()


def test_closing_ends_a_job_that_does_not_heed_it(qtbot: QtBot, make_client: Callable[..., Client]) -> None:
    client = make_client(patience_ms=50)
    task = client.start(PretendJobs.hang)
    (ends,) = ends_of(task)
    with qtbot.waitSignal(task.progressed):
        pass
    client.close()
    assert ends == [("cancelled", None)]


def test_closing_before_anything_was_started(make_client: Callable[..., Client]) -> None:
    client = make_client()
    client.close()
    warmed_up = make_client()
    warmed_up.warm_up()
    warmed_up.close()


def test_a_client_that_retires_lets_its_process_end_by_itself(
    qtbot: QtBot, make_client: Callable[..., Client], listo_home: Path
) -> None:
    client = make_client(TidyJobs)
    done(qtbot, client.start(PretendJobs.echo, value=1))
    client.retire()
    qtbot.waitUntil((listo_home / "closed").exists)
    with pytest.raises(RuntimeError):
        client.start(PretendJobs.echo, value=1)
    client.close()


def test_where_no_process_can_be_started_the_job_fails(
    qtbot: QtBot, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no more processes")

    with monkeypatch.context() as patch:
        patch.setitem(WorkerClient.start.__globals__, "WorkerProcess", refuse)
        how, error = end_of(qtbot, client.start(PretendJobs.echo, value=1))
    assert (how, error) == ("failed", CrashError("died", "no more processes"))
    assert done(qtbot, client.start(PretendJobs.echo, value=1)) == 1
