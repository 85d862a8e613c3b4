"""The jobs by which the person says what holds for the integration, and what is remembered of it for a shop.

For a shop the answers to which categories an Amazon file is for go by the file's product types: a template
that is downloaded again has another name. In a session they go by the file's path.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from listo.core.references.model import AmazonValues
from listo.core.references.vtex_export import normalize_number
from listo.core.skus.options import CategoryIds, Ean, Kits, Options
from listo.core.worker.protocol import Progress
from listo.core.worker.results import Overview
from listo.core.worker.session import Session


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
