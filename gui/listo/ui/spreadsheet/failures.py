"""What is said and done where a job failed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from listo.core.errors import InputError
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview
from listo.ui.spreadsheet.banner import Banner
from listo.ui.spreadsheet.work import Work


class Failures(QObject):
    """Says what did not work and that nothing is lost; after a crash, has the work opened again.

    `texts` gives the core's sentences in the language of now.
    """

    recovered = Signal(object)
    """The Overview of the work that was opened again."""

    def __init__(self, work: Work, banner: Banner, texts: Callable[[], Texts]) -> None:
        super().__init__(banner)
        self._work, self._banner, self._texts = work, banner, texts
        self._recovering = False
        work.failed.connect(self._on_failed)

    def _on_failed(self, error: object) -> None:
        session = self._work.overview.session if self._work.overview else None
        if isinstance(error, InputError):
            self._banner.say(self._texts().input_error(error))
        elif self._recovering or session is None:
            self._recovering = False
            self._banner.say(
                self.tr("Something went wrong in Listo. Your work is stored; open it again from Recent.")
            )
        else:
            self._recover(session)

    def _recover(self, session: int) -> None:
        self._recovering = True
        self._banner.say(
            self.tr("Something went wrong in Listo. Your work is safe; it is being opened again…")
        )
        self._work.start(Jobs.resume, session).on_success(self._on_recovered)

    def _on_recovered(self, overview: Overview) -> None:
        self._recovering = False
        self.recovered.emit(overview)
        self._banner.say(self.tr("Something went wrong in Listo. Your work is back as it was."), severe=False)
