"""The jobs of what is remembered: whose sheet it is, what was decided for it, where on the path one is.

What is to be done once the copy is saved is the end of that path.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import MappingSheet
from listo.core.references.vtex_products import VtexProducts
from listo.core.storage.store import fold_for_search
from listo.core.storage.types import Decision
from listo.core.wizard_state import AdminStep, Step, WizardFacts, WizardState
from listo.core.worker.options import moved_to_shop, remember
from listo.core.worker.protocol import Progress
from listo.core.worker.results import CategoryToReprocess, Overview, Reprocess, WizardView
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping, wizard_facts, wizard_view

SHOP = "shop"
"""Under which key the store keeps whose sheet was worked on last."""

_SKUS_NAMED = 1000
"""SKUs of a category at most that are named one by one: they are copied, not read; so many are 10 kB."""


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

    def _recalled(self) -> tuple[Decision, ...]:
        self._session.recall(self._session.memory.shop)
        return self.decisions("", None)


def _words_of(one: Decision) -> str:
    return fold_for_search(
        f"{one.shop} {one.column} {one.attribute} {one.vtex_value} {one.said} {one.chosen}"
    )


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
        """Return the categories that the changes concern, and of which SKUs that are active."""
        return _to_reprocess(self._session.mapping)

    def _facts(self) -> WizardFacts:
        return wizard_facts(self._session.wizard, self._session.state.mapping)

    def _move_to(self, wizard: WizardState) -> WizardView:
        self._session.set_wizard(wizard)
        return wizard_view(self._session.wizard, self._session.state.mapping)


def _to_reprocess(mapping: OpenMapping) -> Reprocess:
    """Return the categories of the rows that differ from the file, as they were and as they are now."""
    rows = Counter(filter(None, _categories(mapping)))
    products = mapping.work.checked.context.references.products
    skus = _active_skus(products) if products and "global-category-id" in products.columns else None
    found = [_category(text, count, skus) for text, count in rows.items()]
    found.sort(key=lambda one: (-(one.skus or 0), -one.rows, one.category))
    total = None if skus is None else sum(one.skus or 0 for one in found)
    return Reprocess(tuple(found), total)


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


def _active_skus(products: VtexProducts) -> Mapping[str, list[str]]:
    """Return the SKUs not known to be inactive by global category."""
    skus: dict[str, list[str]] = {}
    rows = zip(products.texts("sku-id"), products.global_categories, products.active, strict=True)
    for sku, category, active in rows:
        if sku and category and active is not False:
            skus.setdefault(str(category), []).append(sku)
    return skus


def _category(text: str, rows: int, skus: Mapping[str, list[str]] | None) -> CategoryToReprocess:
    if skus is None:
        return CategoryToReprocess(text, rows)
    of_it = skus.get(text, [])
    return CategoryToReprocess(text, rows, len(of_it), tuple(of_it[:_SKUS_NAMED]))
