"""The jobs of what is remembered: whose sheet it is, what was decided for it, where on the path one is.

What is to be done once the copy is saved is the end of that path.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Literal

from listo.core.errors import InputError
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS, MappingSheet
from listo.core.references.model import AmazonValues
from listo.core.references.vtex_export import normalize_number
from listo.core.skus.options import CategoryIds, Ean, Kits, Options
from listo.core.storage.types import Decision
from listo.core.texts import fold_for_search
from listo.core.wizard_state import AdminStep, Step, WizardFacts, WizardState
from listo.core.workbooks.atomic_write import refuse_overwrite, write_atomically
from listo.core.workbooks.model import LONGEST_TEXT
from listo.core.worker.protocol import Progress
from listo.core.worker.results import CategoryToReprocess, Overview, ReadDecisions, Reprocess, WizardView
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping, wizard_facts, wizard_view


class OptionJobs:
    """Jobs that change what the person said; the sheet is checked again by it. See `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def set_trade_policy(self, progress: Progress, policy: str) -> Overview:
        """Say which trade policy is used for Amazon; empty: not said."""
        number = normalize_number(policy.strip())
        return self._change(progress, replace(self._options, trade_policy=number or None))

    def set_kits(self, progress: Progress, kits: Kits | None) -> Overview:
        """Say whether kits are sent; None: not said."""
        return self._change(progress, replace(self._options, kits=kits))

    def set_ean(self, progress: Progress, ean: Ean | None) -> Overview:
        """Say whether Amazon asks this seller for barcodes; None: not said."""
        return self._change(progress, replace(self._options, ean=ean))

    def set_category_ids(self, progress: Progress, ids: CategoryIds | None) -> Overview:
        """Say what CategoryID holds; None: as the exports tell it."""
        return self._change(progress, replace(self._options, category_ids=ids))

    def set_covers(self, progress: Progress, file: Path, categories: Collection[str] | None) -> Overview:
        """Say for which categories an Amazon file is; None: take the answer back."""
        covers = {name: said for name, said in self._options.covers.items() if name != str(file)}
        if categories is not None:
            covers[str(file)] = frozenset(categories)
        return self._change(progress, replace(self._options, covers=covers))

    @property
    def _options(self) -> Options:
        return self._session.mapping.work.options

    def _change(self, progress: Progress, options: Options) -> Overview:
        session, mapping = self._session, self._session.mapping
        work = session.check(mapping.original, mapping.sheet, mapping.history, progress, options=options)
        changed = replace(mapping, work=work)

        def keep(number: int) -> None:
            session.store.set_options(number, options, changed.progress)
            if mapping.subject.kind == "mapping":
                remember(session, mapping.shop, options)

        return session.commit(changed, keep)


def recalled(options: Options, kept: Options, files: Iterable[AmazonValues]) -> Options:
    """Return what was said, and what was `kept` for the shop of all of which nothing was said."""
    return _joined(options, _for_files(kept, files))


def recall_files(options: Options, kept: Options, files: Iterable[AmazonValues]) -> Options:
    """Return what was said, and what was `kept` for the shop of files of which nothing was said."""
    return replace(options, covers=recalled(options, kept, files).covers)


def moved_to_shop(
    options: Options, before: Options | None, now: Options, files: Collection[AmazonValues]
) -> Options:
    """Return what holds once the sheet is said to be a shop's of which that was kept.

    What was kept for the shop `before` goes; None where no shop was named before.
    """
    own = options if before is None else _without(options, _for_files(before, files))
    return _joined(_for_files(now, files), own)


def _joined(first: Options, second: Options) -> Options:
    """Return what the first says, and the second where the first says nothing."""
    return Options(
        trade_policy=first.trade_policy or second.trade_policy,
        kits=first.kits or second.kits,
        ean=first.ean or second.ean,
        category_ids=first.category_ids or second.category_ids,
        covers={**second.covers, **first.covers},
    )


def _without(options: Options, others: Options) -> Options:
    """Return what is said otherwise than by others."""
    return Options(
        trade_policy=None if options.trade_policy == others.trade_policy else options.trade_policy,
        kits=None if options.kits == others.kits else options.kits,
        ean=None if options.ean == others.ean else options.ean,
        category_ids=None if options.category_ids == others.category_ids else options.category_ids,
        covers={file: said for file, said in options.covers.items() if others.covers.get(file) != said},
    )


def _for_files(kept: Options, files: Iterable[AmazonValues]) -> Options:
    """Return what was kept for a shop as it is said of these files."""
    return replace(
        kept, covers={one.file: kept.covers[_key(one)] for one in files if _key(one) in kept.covers}
    )


def remember(session: Session, shop: str, options: Options) -> None:
    """Keep for the shop what was said; of Amazon files that are not open what was kept before stays."""
    decisions, files = session.store.decisions, session.mapping.work.references.amazon_values
    covers = dict(decisions.options(shop).covers)
    for one in files:
        covers.pop(_key(one), None)
    # That a file is for no category is true of this sheet alone.
    covers |= {_key(one): said for one in files if (said := options.covers.get(one.file))}
    decisions.keep_options(shop, replace(options, covers=covers))


def _key(file: AmazonValues) -> str:
    """Return what a file has in common with a later download of it."""
    return " ".join(sorted(file.product_types)) or Path(file.file).name


SHOP = "shop"
"""Under which key the store keeps whose sheet was worked on last."""

_SKUS_NAMED = 10_000
"""SKUs of a category at most that are named one by one: they are copied, not read; so many are 100 kB."""


class DecisionJobs:
    """Jobs on the decisions that are kept; each shop has its own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def set_shop(self, progress: Progress, shop: str) -> Overview:
        """Say whose sheet it is; see `Jobs.set_shop`."""
        session = self._session
        mapping = self._moved(progress, session.mapping, shop.strip())

        def keep(number: int) -> None:
            session.store.set_shop(number, mapping.shop)
            if mapping.work is not session.mapping.work:
                session.store.set_options(number, mapping.work.options, mapping.progress)
            if mapping.work.options and mapping.subject.kind == "mapping":
                remember(session, mapping.shop, mapping.work.options)

        session.store.set_state(SHOP, mapping.shop)
        session.recall(mapping.shop)
        return session.commit(mapping, keep)

    def _moved(self, progress: Progress, mapping: OpenMapping, shop: str) -> OpenMapping:
        """Return the sheet as that shop's, by what was said of its integration."""
        now = replace(mapping, shop=shop)
        if mapping.subject.kind != "mapping":
            return now
        kept, files = self._session.store.decisions.options, mapping.work.references.amazon_values
        before = kept(mapping.shop) if mapping.shop else None
        options = moved_to_shop(mapping.work.options, before, kept(shop), files)
        if shop == mapping.shop or options == mapping.work.options:
            return now
        work = self._session.check(
            mapping.original, mapping.sheet, mapping.history, progress, options=options
        )
        return replace(now, work=work)

    def decisions(self, text: str, shop: str | None) -> tuple[Decision, ...]:
        """Return the decisions of a shop, of all where None, that hold every word of `text`; latest first."""
        words = fold_for_search(text).split()
        kept = self._session.store.decisions.of(shop)
        return tuple(one for one in kept if all(word in _words_of(one) for word in words))

    def edit_decision(self, number: int, chosen: str) -> tuple[Decision, ...]:
        """Have another text proposed from now on."""
        self._session.store.decisions.edit(number, chosen)
        return self._recalled()

    def forget_decision(self, number: int | None) -> tuple[Decision, ...]:
        """Delete one decision, or all of all shops where None, for good."""
        self._session.store.decisions.forget(number)
        return self._recalled()

    def export_decisions(self, target: Path, shop: str | None, overwrite: bool) -> int:
        """Write the decisions of a shop, of all where None, as a file; return how many there are."""
        kept = self._session.store.decisions.of(shop)
        content = _as_toml(kept).encode(errors="replace")

        def write(file: BinaryIO) -> None:
            file.write(content)

        write_atomically(target, write, lambda: refuse_overwrite(target, (), overwrite=overwrite))
        return len(kept)

    def read_decisions(self, path: Path, shop: str | None) -> ReadDecisions:
        """Return what a file of decisions says, held against what is kept; see `Jobs.read_decisions`."""
        read = _decisions_in(path)
        if shop is not None and len({one.shop for one in read}) == 1:
            read = [replace(one, shop=shop) for one in read]
        known = {_about(one): one for one in self._session.store.decisions.of()}
        latest = {_about(one): one for one in read}
        both = [(known[about], one) for about, one in latest.items() if about in known]
        return ReadDecisions(
            new=tuple(one for about, one in latest.items() if about not in known),
            same=sum(kept.chosen == one.chosen for kept, one in both),
            conflicts=tuple((kept, one) for kept, one in both if kept.chosen != one.chosen),
        )

    def take_decisions(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Keep decisions, each in place of an earlier one about the same; return all that are kept then."""
        self._session.store.decisions.keep(decisions)
        return self._recalled()

    def _recalled(self) -> tuple[Decision, ...]:
        self._session.recall(self._session.memory.shop)
        return self.decisions("", None)


def _words_of(one: Decision) -> str:
    return fold_for_search(
        f"{one.shop} {one.column} {one.attribute} {one.vtex_value} {one.said} {one.chosen}"
    )


# A file of decisions

_FORMAT = "listo-choices"
"""What such a file says of itself, so that no other TOML is taken for one."""

_MOST_BYTES = 50_000_000
"""A file of decisions: half a million of them, more than anybody ever made."""

_FIELDS = ("store", "column", "attribute", "vtex_value", "said", "chosen")
"""The keys of a decision in a file, in the order of the fields of `Decision`."""


def _as_toml(decisions: Iterable[Decision]) -> str:
    import tomli_w

    choices = [dict(zip(_FIELDS, (*_about(one), one.chosen), strict=True)) for one in decisions]
    return tomli_w.dumps({"format": _FORMAT, "choices": choices})


def _decisions_in(path: Path) -> list[Decision]:
    """Return the decisions of a file. Raises InputError."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError("file-not-found", file=path.name) from error
    except OSError as error:
        raise InputError("file-not-readable", file=path.name) from error
    try:
        document = tomllib.loads(content.decode("utf-8-sig")) if len(content) <= _MOST_BYTES else {}
    except (ValueError, RecursionError):
        document = {}
    choices = document.get("choices")
    if document.get("format") != _FORMAT or not isinstance(choices, list):
        raise InputError("decisions-not-readable", file=path.name)
    return [_read_decision(each, path) for each in choices]


def _read_decision(kept: object, path: Path) -> Decision:
    texts = [kept.get(name, "") for name in _FIELDS] if isinstance(kept, dict) else []
    column = next((each for each in COLUMNS if texts and each == texts[1]), None)
    usable = all(isinstance(each, str) and len(each) <= LONGEST_TEXT for each in texts)
    if column is None or not usable or not texts[-1]:
        raise InputError("decisions-not-readable", file=path.name)
    shop, _, *others = texts
    return Decision(shop, column, *others)


def _about(one: Decision) -> tuple[str, ...]:
    """Return what a decision is about."""
    return one.shop, one.column, one.attribute, one.vtex_value, one.said


class WizardJobs:
    """Jobs that change nothing but where the person is; pages stay what they are. See `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def go(self, to: Step | Literal["on", "back"]) -> WizardView:
        """Go to a step, to the next or to the one before; stay where that is not open."""
        wizard, facts = self._session.wizard, self._facts()
        if to == "on":
            return self._move_to(wizard.on(facts))
        return self._move_to(wizard.back(facts) if to == "back" else wizard.go(to, facts))

    def look_at(self, issue_type: str | None, row: int | None, column: str | None) -> WizardView:
        """Take problems of a type in hand, and perhaps a cell of them."""
        return self._move_to(self._session.wizard.look_at(issue_type, row, column))

    def next_issue_type(self, direction: Literal[-1, 1]) -> WizardView:
        """Take the next type that is left in hand, or with -1 the one before."""
        return self._move_to(self._session.wizard.next_issue_type(self._facts(), direction))

    def tick(self, step: AdminStep, done: bool) -> WizardView:
        """Tick a step in the Admin off, or not."""
        return self._move_to(self._session.wizard.tick(step, done))

    def to_reprocess(self) -> Reprocess:
        """Return the categories that the changes concern, and of which SKUs."""
        return _to_reprocess(self._session.mapping)

    def _facts(self) -> WizardFacts:
        return wizard_facts(self._session.wizard, self._session.state.mapping)

    def _move_to(self, wizard: WizardState) -> WizardView:
        self._session.set_wizard(wizard)
        return wizard_view(self._session.wizard, self._session.state.mapping)


def _to_reprocess(mapping: OpenMapping) -> Reprocess:
    """Return the categories of the rows that differ from the file, as they were and as they are now."""
    rows = Counter(filter(None, _categories(mapping)))
    there = {clean(text) for text in mapping.sheet.column("CategoryID")} - {""}
    is_all = bool(rows) and there <= rows.keys()
    readiness = mapping.work.judge_skus() if rows else None
    if readiness is None:
        found = [CategoryToReprocess(text, count) for text, count in rows.items()]
        return Reprocess(_ordered(found), 0 if mapping.work.has_skus else None, is_all=is_all)
    passing: dict[str, list[str]] = {}
    held_up = 0
    for line in map(readiness.line_at, readiness.changed_from(mapping.work.judge_original())):
        if line.state == "blocked":
            held_up += 1
        else:
            passing.setdefault(str(line.category.sheet or ""), []).append(line.sku)
    found = [
        CategoryToReprocess(text, rows[text], len(skus), tuple(skus[:_SKUS_NAMED]))
        for text, skus in passing.items()
    ]
    return Reprocess(_ordered(found), sum(map(len, passing.values())), held_up, is_all)


def _ordered(found: Iterable[CategoryToReprocess]) -> tuple[CategoryToReprocess, ...]:
    return tuple(sorted(found, key=lambda one: (-(one.skus or 0), -one.rows, one.category)))


def _categories(mapping: OpenMapping) -> Iterator[str]:
    """Yield the category of each row that differs, once before and once after where that is another one."""
    differences = mapping.work.differences
    touched = {edit.row for edit in differences.cells()} - {mapping.original.header.row}
    if any(edit.row == mapping.original.header.row for edit in differences.cells()):
        touched.update(mapping.sheet.row_numbers)  # all of the sheet was read otherwise before
    for row in sorted({*touched, *differences.rows_in, *differences.rows_out}):
        yield from {_category_of(sheet, row) for sheet in (mapping.original, mapping.sheet)}


def _category_of(sheet: MappingSheet, row: int) -> str:
    return clean(sheet.column("CategoryID")[sheet.index_of(row)]) if sheet.has_row(row) else ""
