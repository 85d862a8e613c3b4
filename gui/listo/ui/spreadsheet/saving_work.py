"""Between the last two pages and the worker: saving the copy, and what to reprocess then."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from listo.core.errors import InputError
from listo.core.worker.jobs import Jobs
from listo.ui.spreadsheet.pages.afterwards_page import AfterwardsPage
from listo.ui.spreadsheet.pages.save_page import SavePage
from listo.ui.spreadsheet.work import Work


class SavingWork(QObject):
    """Has the copy saved, and asks before it takes the place of another file."""

    saved = Signal(object)
    """The Overview after saving."""
    fileChanged = Signal()
    """Nothing was saved: the original is not the file any more that was read."""

    def __init__(self, page: SavePage, afterwards: AfterwardsPage, work: Work) -> None:
        super().__init__(page)
        self._page, self._work = page, work
        page.deletionWanted.connect(lambda: work.start(Jobs.deletion).on_success(page.show_deletion))
        page.nameWanted.connect(self._on_name_wanted)
        page.saveRequested.connect(self._on_save)
        afterwards.reprocessWanted.connect(
            lambda: work.start(Jobs.to_reprocess).on_success(afterwards.show_reprocess)
        )

    def _on_name_wanted(self) -> None:
        # The word goes into the name: mapping-corrected.xlsx
        self._work.start(Jobs.proposed_name, word=self.tr("corrected")).on_success(self._page.ask_where)

    def _on_save(self, target: Path, overwrite: bool) -> None:
        refused = partial(self._on_refused, target)
        saving = self._work.start(Jobs.save, target, overwrite)
        saving.on_success(self.saved.emit).on_failure(refused)

    def _on_refused(self, target: Path, error: object) -> bool:
        code = error.code if isinstance(error, InputError) else ""
        if code == "file-exists":
            self._page.ask_to_replace(target)
        elif code == "file-changed-while-reading":
            self.fileChanged.emit()
        return code in ("file-exists", "file-changed-while-reading")
