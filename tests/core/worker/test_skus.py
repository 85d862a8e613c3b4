"""What the worker knows of the SKUs: numbers beside the sheet, one in full, and a list of messages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

import sku_files
from listo.core.edits.history import Edit
from listo.core.errors import CancelledError, InputError
from listo.core.readiness.readiness import Readiness
from listo.core.worker import state
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview, SkuCounts, SkuQuery
from sku_files import AZUL, M

COUNT = 240
REFUSED = (
    "Value ({}) from the mapping spreadsheet is not an attribute/specification value supported by Amazon"
)
BLUE = Edit(AZUL, "AmazonValue", "Blue")


def quiet(*_: object) -> None:
    """Hear of no progress."""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return sku_files.write_store(tmp_path, COUNT)


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


@pytest.fixture
def opened(jobs: Jobs, files: list[Path]) -> Overview:
    return jobs.open(quiet, files)


def anew(jobs: Jobs) -> Readiness:
    """Return what becomes of the SKUs as it is judged from scratch."""
    work = jobs.session.mapping.work
    return Readiness(work.sheet, work.references, work.options)


def ids(jobs: Jobs, query: SkuQuery) -> list[str]:
    return [line.sku for line in jobs.sku_page(quiet, query, 0, 1000).lines]


def test_the_numbers_add_up_and_go_with_each_step(jobs: Jobs, opened: Overview) -> None:
    before = opened.skus.states
    assert before
    assert before.total == COUNT
    assert not opened.skus.is_due
    assert before.ready + before.held_up + before.not_sent + before.unknown == COUNT
    after = jobs.apply(quiet, [BLUE])
    assert after.skus.states == anew(jobs).numbers.skus
    unlocked = next(group.unlock for group in opened.groups if group.code == "amazon-value-not-accepted")
    assert unlocked
    assert after.skus.states
    assert after.skus.states.ready == before.ready + unlocked.alone
    assert jobs.undo(quiet).skus.states == before
    assert jobs.redo(quiet).skus.states == after.skus.states
    assert jobs.delete_rows(quiet, [AZUL]).skus.states == anew(jobs).numbers.skus
    inserted = jobs.insert_row(quiet, 4, {"VTEXValue": "Vinho"})
    assert inserted.skus.states == anew(jobs).numbers.skus


class Reporter:
    """Hears what a job tells of the SKUs before it ends; may stop it while the sheet is checked."""

    def __init__(self, *, stops: bool = False) -> None:
        self.told: list[SkuCounts] = []
        self._stops = stops

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._stops and self.told:
            raise CancelledError

    def tell_counts(self, counts: SkuCounts) -> None:
        self.told.append(counts)


def test_the_numbers_are_told_before_the_sheet_is_checked(jobs: Jobs, opened: Overview) -> None:
    hears = Reporter()
    after = jobs.apply(hears, [BLUE])
    assert hears.told == [after.skus]
    assert after.skus != opened.skus
    assert jobs.undo(hears).skus == hears.told[-1] == opened.skus


def test_where_a_change_is_stopped_the_numbers_are_as_before(
    jobs: Jobs, opened: Overview, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops = Reporter(stops=True)
    recheck = jobs.session.mapping.work.checked.recheck
    monkeypatch.setattr(
        jobs.session.mapping.work.checked,
        "recheck",
        lambda rows, progress: (progress(0, 1), recheck(rows, progress)),
    )
    with pytest.raises(CancelledError):
        jobs.apply(stops, [BLUE])
    assert stops.told[-1] != opened.skus
    monkeypatch.undo()
    assert jobs.overview(quiet).skus == opened.skus
    assert anew(jobs).numbers.skus == opened.skus.states


def test_what_the_person_says_and_files_that_come_and_go_are_counted(
    jobs: Jobs, opened: Overview, files: list[Path]
) -> None:
    exempt = jobs.set_ean(quiet, "exempt")
    assert exempt.skus.states
    assert opened.skus.states
    assert exempt.skus.states.ready > opened.skus.states.ready
    without = jobs.remove(quiet, files[3])
    assert without.skus.missing == ("vtex-product-specifications", "vtex-sku-specifications")
    assert without.skus.states
    assert without.skus.states.unknown
    gone = jobs.remove(quiet, files[2])
    assert gone.skus.states is None
    assert not gone.skus.is_due
    assert not gone.skus.missing
    assert all(group.unlock is None for group in gone.groups)


def test_many_skus_are_judged_after_the_sheet_was_opened(
    jobs: Jobs, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "_JUDGED_AT_ONCE", COUNT - 1)
    opened = jobs.open(quiet, files)
    assert opened.skus.is_due
    assert opened.skus.states is None
    assert jobs.apply(quiet, [BLUE]).skus.is_due
    judged = jobs.judge_skus(quiet)
    assert not judged.skus.is_due
    assert judged.skus.states == anew(jobs).numbers.skus
    assert next(step for step in judged.wizard.steps if step.step == "skus").total
    assert jobs.undo(quiet).skus.states == anew(jobs).numbers.skus


def test_what_unlocks_most_comes_first(jobs: Jobs, opened: Overview) -> None:
    free = [group.unlock.then_free for group in opened.groups if group.unlock]
    assert free == sorted(free)
    alone = [group.unlock.alone for group in opened.groups if group.unlock]
    assert alone == sorted(alone, reverse=True)
    assert free[-1] == (opened.skus.states and opened.skus.states.blocked)
    assert opened.groups[-1].code == "sku-inactive"
    assert opened.wizard.state.met == tuple(group.code for group in opened.groups)


def test_what_is_wrong_with_the_whole_sheet_comes_before_what_unlocks(
    jobs: Jobs, files: list[Path], tmp_path: Path
) -> None:
    rows = [row[:6] for row in sku_files.ROWS]
    broken = sku_files.write_mapping(tmp_path / "broken.xlsx", rows)
    book = sku_files.openpyxl.load_workbook(broken)
    book.active.delete_cols(7)
    book.save(broken)
    assert jobs.open(quiet, [broken, *files[1:]]).groups[0].code == "column-missing"


def test_pages_are_searched_filtered_and_sorted(jobs: Jobs, opened: Overview) -> None:
    assert len(ids(jobs, SkuQuery())) == COUNT
    page = jobs.sku_page(quiet, SkuQuery(), 5, 2)
    assert (page.total, page.start, [line.sku for line in page.lines]) == (COUNT, 5, ["13005", "13006"])
    ready = ids(jobs, SkuQuery(states=("ready",)))
    assert opened.skus.states
    assert len(ready) == opened.skus.states.ready
    assert ids(jobs, SkuQuery(text="13005")) == ["13005"]
    blue = jobs.sku_page(quiet, SkuQuery(text="camiseta AZUL"), 0, 999).lines
    assert blue
    assert all("Camiseta básica Azul" in line.name for line in blue)
    barcodes = jobs.sku_page(quiet, SkuQuery(text="código", language="pt"), 0, 999).lines
    assert barcodes
    assert all("ean-missing" in codes(jobs, line.sku) for line in barcodes)
    sent: SkuQuery = SkuQuery(states=("ready", "blocked"), text="tênis")
    assert ids(jobs, replace(sent, text=sku_files.SHOES)) == sorted({*ids(jobs, sent), "13187"})
    names = [
        line.name for line in jobs.sku_page(quiet, SkuQuery(order="name", descending=True), 0, 999).lines
    ]
    assert names == sorted(names, key=str.casefold, reverse=True)


def codes(jobs: Jobs, sku: str) -> list[str]:
    result = jobs.sku_details(quiet, sku).result
    assert result is not None
    return [reason.code for reason in result.reasons]


def test_one_sku_is_told_in_full_and_found_again(jobs: Jobs, opened: Overview) -> None:
    result = jobs.sku_details(quiet, "13002p").result
    assert result
    assert result.sku == "13002"
    assert result.reasons[0].row == AZUL
    assert [(each.attribute, each.value) for each in result.sends][:1] == [("Size", "L")]
    assert jobs.sku_details(quiet, "nothing").result is None
    query = SkuQuery(order="name")
    index = jobs.sku_index(quiet, "13002", query)
    assert index is not None
    assert jobs.sku_page(quiet, query, index, 1).lines[0].sku == "13002"
    assert jobs.sku_index(quiet, "13002", SkuQuery(states=("ready",))) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" 13002 ", "13002"),
        ("13002p", "13002"),
        (f"SKU 13002: {REFUSED.format('Azul')}", "13002"),
        (f"99999\t{REFUSED.format('Azul')}\n13004\t{REFUSED.format('Azul')}", "13004"),
        ("99999", None),
        ("Azul", None),
        (REFUSED.format("Azul"), None),
        ("", None),
    ],
)
def test_a_sku_is_found_in_what_is_pasted(jobs: Jobs, opened: Overview, text: str, found: str | None) -> None:
    assert jobs.find_sku(quiet, text) == found


def test_without_an_export_nothing_is_known_of_skus(jobs: Jobs, files: list[Path]) -> None:
    assert jobs.find_sku(quiet, "13002") is None
    assert jobs.compare_text(quiet, REFUSED) is None
    opened = jobs.open(quiet, files[:2])
    assert opened.skus.states is None
    assert jobs.sku_page(quiet, SkuQuery(), 0, 9).total == 0
    assert jobs.sku_details(quiet, "13002").result is None
    assert jobs.compare_text(quiet, REFUSED) is None


def shown(first: int, last: int, value: str = "Azul") -> str:
    return "\n".join(f"SKU {13000 + place}: {REFUSED.format(value)}" for place in range(first, last))


def test_messages_are_explained_by_the_files_cleared_by_mending_or_neither(
    jobs: Jobs, opened: Overview
) -> None:
    azul = [place for place in range(COUNT) if sku_files.values_of(place)[1].get("Cor") == "Azul"]
    sent = [place for place in azul if place % 31 != 7]
    found = jobs.compare_text(quiet, shown(0, COUNT))
    assert found
    assert (found.total, found.explained, found.cleared) == (COUNT, len(sent), 0)
    assert len(found.left) == COUNT - len(sent)
    assert len(found.waiting) == len(sent)
    assert {reason.row for told in found.waiting for reason in told.reasons} == {AZUL}
    jobs.apply(quiet, [BLUE])
    mended = jobs.compare_text(quiet, shown(0, COUNT))
    assert mended
    assert (mended.explained, mended.cleared, mended.waiting) == (len(sent), len(sent), ())
    assert mended.left == found.left


def test_a_message_is_about_the_value_that_it_names(jobs: Jobs, opened: Overview) -> None:
    both = next(p for p in range(COUNT) if codes(jobs, str(13000 + p)).count("amazon-value-case"))
    assert sku_files.values_of(both)[1]["Tamanho"] == "M"
    for value, explained in (("M", 1), ("m", 1), ("GG", 0)):
        found = jobs.compare_text(quiet, shown(both, both + 1, value))
        assert found
        assert found.explained == explained
    jobs.apply(quiet, [Edit(M, "AmazonValue", "M")])
    found = jobs.compare_text(quiet, shown(both, both + 1, "m"))
    assert found
    assert found.cleared == 1


def test_a_message_that_names_no_sku_is_explained_by_any(jobs: Jobs, opened: Overview) -> None:
    found = jobs.compare_text(quiet, f"{REFUSED.format('Azul')}\n{REFUSED.format('Roxo')}")
    assert found
    assert (found.explained, found.without_sku) == (1, 2)


def test_messages_in_files_are_compared_likewise(jobs: Jobs, opened: Overview, tmp_path: Path) -> None:
    listed = tmp_path / "messages.txt"
    listed.write_text(
        "\n".join(["SKU\tMessage", *(f"{13000 + n}\t{REFUSED.format('Azul')}" for n in range(3))])
    )
    found = jobs.compare_files(quiet, [listed])
    assert found
    assert (found.total, found.explained) == (3, 3)


def test_they_are_written_as_a_table_and_as_a_workbook(jobs: Jobs, opened: Overview, tmp_path: Path) -> None:
    query = SkuQuery(states=("blocked",), text="azul")
    wanted = ids(jobs, query)
    written = jobs.export_skus(quiet, tmp_path / "skus.csv", "csv", query, False)
    assert written == tmp_path / "skus.csv"
    with written.open(encoding="utf-8-sig", newline="") as file:
        assert [line[0] for line in csv.reader(file)][1:] == wanted
    with pytest.raises(InputError, match="file-exists"):
        jobs.export_skus(quiet, written, "csv", query, False)
    with pytest.raises(InputError, match="file-is-original"):
        jobs.export_skus(quiet, tmp_path / "products.xlsx", "xlsx", query, True)
    book = jobs.export_skus(quiet, tmp_path / "list.xlsx", "xlsx", query, False)
    assert book is not None
    cells = [cell for sheet in openpyxl.load_workbook(book) for row in sheet.values for cell in row]
    assert {*wanted, "Cotton"} <= set(map(str, cells))


def test_what_a_sku_is_worth_says_what_comes_first(
    jobs: Jobs, opened: Overview, files: list[Path], tmp_path: Path
) -> None:
    assert opened.groups[0].code == "amazon-value-not-accepted"
    lacking = next(sku for sku in ids(jobs, SkuQuery()) if codes(jobs, sku) == ["ean-missing"])
    book = openpyxl.Workbook()
    book.active.append(["SKU", "Sales"])
    for sku in ids(jobs, SkuQuery()):
        book.active.append([sku, 1_000_000 if sku == lacking else 1])
    book.save(tmp_path / "sales.xlsx")
    assert jobs.open(quiet, [tmp_path / "sales.xlsx"]).groups[0].code == "ean-missing"
    assert jobs.remove(quiet, tmp_path / "sales.xlsx").groups[0].code == "amazon-value-not-accepted"


def test_what_is_odd_about_the_exports_is_told(jobs: Jobs, opened: Overview, tmp_path: Path) -> None:
    assert jobs.sku_notes(quiet).total == 0
    jobs.open(quiet, [sku_files.write_specifications(tmp_path / "more.xlsx", COUNT + 10)])
    notes = jobs.sku_notes(quiet)
    assert [(note.code, note.key, note.times) for note in notes.notes] == [
        ("specification-without-owner", str(13000 + COUNT), 9)
    ]
    assert jobs.sku_notes(quiet, "spreadsheet").total == 1


# Two versions of the sheet


def test_another_version_is_compared_by_meaning_and_by_skus(jobs, files, tmp_path):
    jobs.open(quiet, files)
    same = jobs.compare_version(quiet, files[0])
    assert (same.is_equal, same.changed, sum(same.counts.values())) == (True, 0, 0)
    before = jobs.overview(quiet).skus.states
    jobs.apply(quiet, [BLUE])
    jobs.delete_rows(quiet, [AZUL + 1])
    found = jobs.compare_version(quiet, files[0])
    assert {kind: count for kind, count in found.counts.items() if count} == {"removed": 1, "changed": 1}
    assert [(row.kind, row.before[6], row.after[6:]) for row in found.rows] == [
        ("removed", "Black", ()),
        ("changed", "Azul", ("Blue",)),
    ]
    assert found.states == (before, jobs.overview(quiet).skus.states)
    old = Readiness(jobs.session.mapping.original, jobs.session.mapping.work.references)
    assert list(found.changes) == list(jobs.session.mapping.work.judge_skus().changes_since(old))
    assert found.changed == len(found.changes) > 0
    ready = [one for one in found.changes if one.new == "ready"]
    assert {(one.came, one.gone) for one in ready} == {("", "amazon-value-not-accepted")}
    worse = [one for one in found.changes if one.old == "ready"]
    assert {(one.new, one.came, one.gone) for one in worse} == {("blocked", "value-unmapped", "")}


def test_a_version_without_exports_is_compared_by_rows_alone(jobs, files, tmp_path):
    jobs.open(quiet, files[:1])
    exchanged = sku_files.write_mapping(tmp_path / "older.xlsx", [*sku_files.ROWS[1:], sku_files.ROWS[0]])
    found = jobs.compare_version(quiet, exchanged)
    assert (found.is_equal, found.counts["moved"], found.states) == (True, 1, None)
    with pytest.raises(InputError) as caught:
        jobs.compare_version(quiet, files[2])
    assert caught.value.code == "not-a-mapping"
