"""The jobs of the path: where the person goes, and what is to be done once the copy is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import MappingSheet
from listo.core.references.vtex_products import VtexProducts
from listo.core.wizard_state import AdminStep, Step, WizardFacts, WizardState
from listo.core.worker.results import CategoryToReprocess, Reprocess, WizardView
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping, wizard_facts, wizard_view

_SKUS_NAMED = 1000
"""SKUs of a category at most that are named one by one: they are copied, not read; so many are 10 kB."""


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
