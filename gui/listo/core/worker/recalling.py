"""The jobs of what is remembered: whose sheet it is, and what was decided for that shop."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from listo.core.storage.store import fold_for_search
from listo.core.storage.types import Decision
from listo.core.worker.desk import SHOP, Desk
from listo.core.worker.facts import Progress
from listo.core.worker.results import Overview


class Recalling(Desk):
    """Jobs on the decisions that are kept; each shop has its own."""

    def set_shop(self, _progress: Progress, shop: str) -> Overview:
        """Say whose sheet it is: what was decided for that shop is proposed from now on.

        The next sheets are taken to be of the same shop.
        """
        mapping = replace(self._mapping(), shop=shop.strip())
        self._store.set_state(SHOP, mapping.shop)
        self._recall(mapping.shop)
        return self._change(mapping, partial(self._store.set_shop, shop=mapping.shop))

    def decisions(self, _progress: Progress, text: str = "", shop: str | None = None) -> tuple[Decision, ...]:
        """Return the decisions of a shop, of all where None, that hold every word of `text`; latest first."""
        words = fold_for_search(text).split()
        return tuple(one for one in self._store.decisions.of(shop) if all(w in _said(one) for w in words))

    def edit_decision(self, progress: Progress, number: int, chosen: str) -> tuple[Decision, ...]:
        """Have another text proposed from now on. Raises InputError `decision-not-found`."""
        self._store.decisions.edit(number, chosen)
        return self._recalled(progress)

    def forget_decision(self, progress: Progress, number: int | None) -> tuple[Decision, ...]:
        """Delete one decision, or all of all shops where None, for good; return those that are left."""
        self._store.decisions.forget(number)
        return self._recalled(progress)

    def _recalled(self, progress: Progress) -> tuple[Decision, ...]:
        self._recall(self._memory.shop)
        return self.decisions(progress)


def _said(one: Decision) -> str:
    return fold_for_search(
        f"{one.shop} {one.column} {one.attribute} {one.vtex_value} {one.said} {one.chosen}"
    )
