"""Each job of the worker with arguments that fit a prepared piece of work, and what is on disk afterwards."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from listo.core import resources
from listo.core.edits.history import Edit, FindingKey
from listo.core.mapping.sheet import COLUMNS
from listo.core.storage.database import FILE_NAME
from listo.core.storage.store import Store
from listo.core.storage.types import Decision
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import Progress, jobs_of
from listo.core.worker.results import ALL_ROWS, CellBlock, FindQuery, Overview, SkuQuery

SAMPLES = resources.root() / "samples"
EXCHANGED = {name: place for place, name in enumerate((*COLUMNS[:5], COLUMNS[6], COLUMNS[5]))}
"""A layout in which the last two columns of the sample are taken for one another."""


def quiet(*_: object) -> None:
    """Hear of no progress."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a job is asked for: the folder of the files, and the Overview of the work that was resumed."""

    folder: Path
    now: Overview

    @property
    def mapping(self) -> Path:
        return self.folder / "mapping.xlsx"

    @property
    def values(self) -> Path:
        return self.folder / "amazon-values.xlsx"


def block_of(at: Place) -> CellBlock:
    """Return four cells of the sheet as they would be selected."""
    return CellBlock(at.now.revision, None, ALL_ROWS, top=3, bottom=4, left=5, right=6)


def nothing(_place: Place) -> Mapping[str, Any]:
    return {}


DATE = FindingKey("cell-date", 15, "VTEXValue", "2026-12-10")
THEME = FindingKey("theme-case", 9, "VariationTheme", "sizecolor")

CHOICE = Decision("Loja Sul", "AmazonValue", "color", "Azul", "Azul", "Blue")


def choices_file(at: Place) -> Path:
    """Return a file of decisions."""
    target = at.folder / "choices.toml"
    target.write_text('format = "listo-choices"\n[[choices]]\ncolumn = "Type"\nchosen = "Variation"\n')
    return target


QUESTION = "value/Cor/Color/Xyz"
"""What a draft of the exports below asks: no word of any glossary is like it."""

DRAFT_JOBS = (
    Jobs.begin_draft,
    Jobs.draft_coverage,
    Jobs.add_draft,
    Jobs.draft_view,
    Jobs.draft_question,
    Jobs.answer_question,
    Jobs.undo_answer,
    Jobs.skip_question,
    Jobs.look_through,
)


def exports(folder: Path) -> list[Path]:
    """Write exports of two SKUs of a category that the sheet has no rows for."""
    products = [("_SkuId", "_ProductId", "_ActiveSku", "_GlobalCategoryId", "_SkuEan")]
    products += [(sku, "1", "YES", "171", "7891000315507") for sku in ("1", "2")]
    values = [("ID SKU", "Nome Campo", "Valor Especificação"), ("1", "Cor", "Azul"), ("2", "Cor", "Xyz")]
    paths = []
    for name, rows in (("products", products), ("values", values)):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        paths.append(folder / f"{name}.xlsx")
        book.save(paths[-1])
    return paths


ARGUMENTS: dict[Callable[..., Any], Callable[[Place], Mapping[str, Any]]] = {
    Jobs.overview: nothing,
    Jobs.identify: lambda at: {"paths": [at.values]},
    Jobs.open: lambda at: {"paths": [at.values]},
    Jobs.sample: nothing,
    Jobs.resume: lambda at: {"session": at.now.session},
    Jobs.file_state: nothing,
    Jobs.reload_file: nothing,
    Jobs.remove: lambda at: {"path": at.values},
    Jobs.set_trade_policy: lambda _: {"policy": "2"},
    Jobs.set_kits: lambda _: {"kits": "not-sent"},
    Jobs.set_ean: lambda _: {"ean": "exempt"},
    Jobs.set_category_ids: lambda _: {"ids": "store"},
    Jobs.set_covers: lambda at: {"file": at.values, "categories": ["212"]},
    Jobs.begin_draft: lambda at: {
        "target": at.folder / "out" / "draft.xlsx",
        "language": "en",
        "covers": {},
        "overwrite": True,
    },
    Jobs.draft_coverage: lambda at: {"covers": {at.values: ["171"]}},
    Jobs.add_draft: lambda _: {"language": "en"},
    Jobs.draft_view: nothing,
    Jobs.draft_question: lambda _: {"question": QUESTION},
    Jobs.answer_question: lambda _: {"question": QUESTION, "text": "Black"},
    Jobs.undo_answer: nothing,
    Jobs.skip_question: lambda _: {"question": QUESTION},
    Jobs.look_through: lambda _: {"group": "attribute/Cor/Color"},
    Jobs.layout: nothing,
    Jobs.set_layout: lambda at: {"sheet": at.now.sheet, "header_row": 1, "places": EXCHANGED},
    Jobs.reset_layout: nothing,
    Jobs.problem_page: lambda _: {"code": THEME.code, "start": 0, "limit": 9},
    Jobs.ignored_page: lambda _: {"start": 0, "limit": 9},
    Jobs.sheet_page: lambda _: {"start": 0, "limit": 9},
    Jobs.column_values: lambda _: {"column": "AmazonValue"},
    Jobs.copy_block: lambda at: {"block": block_of(at)},
    Jobs.changes_page: lambda _: {"start": 0, "limit": 9},
    Jobs.compare_version: lambda at: {"path": at.mapping},
    Jobs.find_next: lambda _: {"row": 2, "column": "Type", "direction": 1},
    Jobs.index_of: lambda _: {"code": THEME.code, "row": 9, "column": "VariationTheme"},
    Jobs.message_rows: lambda _: {"codes": [THEME.code], "captured": {"value": "sizecolor"}},
    Jobs.next_decision: lambda _: {"code": THEME.code, "place": 0, "direction": 1},
    Jobs.corrections_page: lambda at: {
        "grade": "sure",
        "start": 0,
        "limit": 9,
        "revision": at.now.revision,
    },
    Jobs.apply_corrections: lambda at: {"grade": "sure", "revision": at.now.revision},
    Jobs.missing_rows: lambda _: {"code": "value-unmapped"},
    Jobs.accepted_in: lambda _: {
        "texts": ("212", "", "", "Cor", "Color", "Azul", ""),
        "column": "AmazonValue",
    },
    Jobs.accepted_values: lambda _: {"row": 9, "column": "VariationTheme"},
    Jobs.find: lambda _: {"wanted": FindQuery("sizecolor")},
    Jobs.judge_skus: nothing,
    Jobs.sku_page: lambda _: {"query": SkuQuery(), "start": 0, "limit": 9},
    Jobs.sku_details: lambda _: {"sku": "13737"},
    Jobs.sku_index: lambda _: {"sku": "13737", "query": SkuQuery()},
    Jobs.sku_notes: nothing,
    Jobs.find_sku: lambda _: {"text": "13737"},
    Jobs.export_skus: lambda at: {
        "target": at.folder / "out" / "skus.csv",
        "form": "csv",
        "query": SkuQuery(),
        "overwrite": True,
    },
    Jobs.apply: lambda _: {"edits": [Edit(5, "AmazonValue", "XL")]},
    Jobs.paste_block: lambda at: {"block": block_of(at), "text": "XL\tXXL"},
    Jobs.fill_down: lambda at: {"block": block_of(at)},
    Jobs.empty_blocks: lambda at: {"blocks": (block_of(at),)},
    Jobs.apply_alike: lambda _: {"row": 5, "column": "AmazonValue", "text": "XL"},
    Jobs.apply_suggestions: lambda _: {"code": "amazon-value-case"},
    Jobs.apply_chosen: lambda at: {
        "code": "amazon-value-case",
        "places": [(0, 0)],
        "text": "XL",
        "revision": at.now.revision,
    },
    Jobs.apply_safe: nothing,
    Jobs.replace: lambda _: {"wanted": FindQuery("sizecolor"), "text": "SizeColor"},
    Jobs.revert: lambda _: {"cells": [(6, "AmazonValue")]},
    Jobs.delete_rows: lambda _: {"rows": [3]},
    Jobs.delete_rows_of: lambda _: {"code": THEME.code},
    Jobs.insert_row: lambda _: {"like": 3},
    Jobs.add_rows: lambda at: {
        "rows": [("212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue")],
        "revision": at.now.revision,
    },
    Jobs.ignore: lambda _: {"findings": [THEME], "reason": "so"},
    Jobs.ignore_type: lambda _: {"code": THEME.code},
    Jobs.ignore_chosen: lambda at: {
        "code": "amazon-value-case",
        "places": [(0, 0)],
        "reason": "so",
        "revision": at.now.revision,
    },
    Jobs.restore: lambda _: {"findings": [DATE]},
    Jobs.undo: nothing,
    Jobs.redo: nothing,
    Jobs.set_shop: lambda _: {"shop": "Loja Sul"},
    Jobs.decisions: nothing,
    Jobs.edit_decision: lambda _: {"number": 1, "chosen": "Navy"},
    Jobs.forget_decision: lambda _: {"number": None},
    Jobs.export_decisions: lambda at: {
        "target": at.folder / "out" / "choices.toml",
        "shop": None,
        "overwrite": True,
    },
    Jobs.read_decisions: lambda at: {"path": choices_file(at), "shop": None},
    Jobs.take_decisions: lambda _: {"decisions": [CHOICE]},
    Jobs.proposed_name: nothing,
    Jobs.deletion: nothing,
    Jobs.save: lambda at: {"target": at.folder / "out" / "copy.xlsx", "overwrite": True},
    Jobs.report: lambda at: {
        "target": at.folder / "out" / "report.html",
        "form": "html",
        "language": "en",
        "overwrite": True,
    },
    Jobs.to_reprocess: nothing,
    Jobs.go: lambda _: {"to": "send"},
    Jobs.look_at: lambda _: {"issue_type": THEME.code, "row": 9, "column": "VariationTheme"},
    Jobs.next_issue_type: nothing,
    Jobs.tick: lambda _: {"step": "upload"},
    Jobs.recent: nothing,
    Jobs.back_up: nothing,
    Jobs.get_ready: nothing,
    Jobs.forget: lambda _: {"session": None},
    Jobs.explain_text: lambda _: {"text": "SEM GTIN"},
    Jobs.explain_files: lambda at: {"paths": [at.mapping]},
    Jobs.compare_text: lambda _: {"text": "SEM GTIN"},
    Jobs.compare_files: lambda at: {"paths": [at.mapping]},
    Jobs.amazon_template: lambda at: {"path": at.values},
}
"""What each job is asked for with."""


def prepare(folder: Path, home: Path) -> int:
    """Begin work on a copy of the sample that leaves each job something to do, and return its session."""
    (folder / "out").mkdir()
    files = [Path(shutil.copy(SAMPLES / name, folder)) for name in ("mapping.xlsx", "amazon-values.xlsx")]
    with closing(Jobs(Store(home / FILE_NAME))) as jobs:
        overview = jobs.open(quiet, files)
        jobs.apply(quiet, [Edit(6, "AmazonValue", "Blue")])
        jobs.ignore(quiet, [DATE])
        jobs.apply(quiet, [Edit(20, "AmazonValue", "3 years")])
        jobs.undo(quiet)
    assert overview.session is not None
    return overview.session


def before(jobs: Jobs, job: Callable[..., Any], at: Place) -> Overview:
    """Have done what must be done before that job has something to do."""
    if job in DRAFT_JOBS:
        jobs.open(quiet, exports(at.folder))
        return at.now if job in DRAFT_JOBS[:3] else jobs.add_draft(quiet, "en")
    if job is Jobs.reset_layout:
        return jobs.set_layout(quiet, **ARGUMENTS[Jobs.set_layout](at))
    return at.now


def kept_on_disk(home: Path) -> list[object]:
    """Return all that a person finds again who starts anew with what is on disk there."""
    with closing(Jobs(Store(home / FILE_NAME))) as jobs:
        lines = [replace(line, changed="") for line in jobs.recent(quiet)]
        sessions = [_session(jobs, line.session) for line in lines]
        decisions = [replace(decision, changed="") for decision in jobs.decisions(quiet)]
        shop = jobs.session.store.get_state("shop")
        return [lines, decisions, shop, jobs.session.store.decisions.options(shop or ""), *sessions]


def _session(jobs: Jobs, session: int) -> list[object]:
    overview = jobs.resume(quiet, session)
    pages = jobs.sheet_page(quiet, 0, 99), jobs.ignored_page(quiet, 0, 99), jobs.changes_page(quiet, 0, 99)
    known = (overview, jobs.layout(quiet), *pages)
    return [replace(each, revision=0) for each in known]  # type: ignore[type-var]


def kept_jobs() -> list[Callable[..., Any]]:
    """Return the jobs that are kept."""
    return jobs_that(facts.kept for facts in jobs_of(Jobs).values())


def jobs_that(chosen: Iterable[bool]) -> list[Callable[..., Any]]:
    """Return those jobs for which that is so, in the order of `jobs_of`."""
    return [getattr(Jobs, name) for name, so in zip(jobs_of(Jobs), chosen, strict=True) if so]


PAUSE_S = 0.2
"""How long a slowed job says nothing; more than the patience of a client in tests of closing."""


def _slowed(job: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(job)
    def run(jobs: Jobs, progress: Progress, *arguments: object, **named: object) -> object:
        progress("checking", 0, 0)
        time.sleep(PAUSE_S)
        progress("checking", 0, 0)
        return job(jobs, progress, *arguments, **named)

    return run


class SlowJobs(Jobs):
    """The real jobs; each that is kept says that it begins, and is slow then, as on a very large sheet."""


for _job in kept_jobs():
    setattr(SlowJobs, _job.__name__, _slowed(_job))
