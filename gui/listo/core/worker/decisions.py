"""The jobs of what is remembered: whose sheet it is, and what was decided for that shop."""

from __future__ import annotations

from dataclasses import replace

from listo.core.storage.store import fold_for_search
from listo.core.storage.types import Decision
from listo.core.worker.options import moved_to_shop, remember
from listo.core.worker.protocol import Progress
from listo.core.worker.results import Overview
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping

SHOP = "shop"
"""Under which key the store keeps whose sheet was worked on last."""


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
