"""Other states of the mapping file: it changes on disk while it is worked on, or is compared with a version.

Two versions are compared by meaning, and by what becomes of the SKUs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from listo.core.paths import is_there
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.spreadsheet.progress import Banner
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.edits.history import CellEdit
    from listo.core.mapping.compare import RowDifference
    from listo.core.readiness.model import SkuChange, StateCounts
    from listo.core.worker.results import Overview, VersionComparison

_QUIET_MS = 600
"""How long nothing may happen before the file is looked at: programs save in several strokes."""

_MOST_SHOWN = 1000
"""Nobody reads more of them one by one; the list to copy holds them all."""


class FileWatcher(QObject):
    """Watches one file, by name: one that is put in its place is noticed too.

    The folder is watched as well, because a file that was replaced is not watched any more.
    """

    changed = Signal()
    gone = Signal()
    """It was taken away after it was told that it had changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._is_told = False
        self._mark: tuple[int, int] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._watcher.fileChanged.connect(self._quiet.start)
        self._watcher.directoryChanged.connect(self._quiet.start)
        self._quiet.timeout.connect(self._look)

    def watch(self, path: Path | None) -> None:
        """Watch that file as it is now, in place of what was watched."""
        self._quiet.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._path, self._mark, self._is_told = path, _mark_of(path), False
        self._add()

    def _add(self) -> None:
        """Watch the file, again where it was replaced, and its folder."""
        if self._path is None:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(path) for path in (self._path, self._path.parent) if is_there(path)]
        if new := [path for path in wanted if path not in known]:
            self._watcher.addPaths(new)

    def _look(self) -> None:
        self._add()
        now = _mark_of(self._path)
        if now is not None and now != self._mark:
            self._mark, self._is_told = now, True
            self.changed.emit()
        elif now is None and self._is_told:
            self._mark, self._is_told = None, False  # if it comes back, that is told again
            self.gone.emit()


def _mark_of(path: Path | None) -> tuple[int, int] | None:
    """Return what tells one state of the file from another, None where it is not there."""
    try:
        status = path.stat() if path is not None else None
    except OSError:
        return None
    return status and (status.st_size, status.st_mtime_ns)


class DroppedEditsDialog(QDialog):
    """Lists them: the cell, what it was expected to say, and what it was to say then."""

    def __init__(self, dropped: Sequence[CellEdit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dropped = dropped
        self.table = QTableWidget(min(len(dropped), _MOST_SHOWN), 4)
        self.copy_list, self.close_button = parts.button("", "copy"), parts.button("primary")
        title, words = parts.label("section"), parts.label("quiet")
        title.setText(self.tr("%Ln correction(s) left out", "", len(dropped)))
        words.setText(
            self.tr(
                "The new file has other texts in these cells, so your corrections were not applied to them."
            )
        )
        self.setWindowTitle(title.text())
        self.copy_list.setText(self.tr("Copy the list"))
        self.close_button.setText(self.tr("Close"))
        self._fill()
        whole = parts.column(
            title, words, self.table, parts.row(self.copy_list, None, self.close_button), gap=12
        )
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.copy_list.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.resize(640, 420)

    def _fill(self) -> None:
        from listo.ui.spreadsheet.tables.table_parts import visible_whitespace

        _make_readable(self.table, self.windowTitle())
        self.table.setHorizontalHeaderLabels(self._headings())
        header = self.table.horizontalHeader()
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(
            1, self.fontMetrics().horizontalAdvance("AmazonSpecification") + 3 * style.SPACE
        )
        for row, edit in enumerate(self._dropped[:_MOST_SHOWN]):
            for column, text in enumerate(_cells(edit)):
                self.table.setItem(row, column, QTableWidgetItem(visible_whitespace(text)))

    def _headings(self) -> list[str]:
        return [self.tr("Row"), self.tr("Column"), self.tr("It said"), self.tr("You wanted")]

    def _on_copy(self) -> None:
        lines = [self._headings(), *(_cells(edit) for edit in self._dropped)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


def _cells(edit: CellEdit) -> tuple[str, str, str, str]:
    return str(edit.row), edit.column, edit.before, edit.after


def _make_readable(table: QTableWidget, name: str) -> None:
    """Make a table one to read: by rows, without a grid."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.setAccessibleName(name)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ComparisonDialog(QDialog):
    """How the sheet differs from another version: the rows of one kind of difference, or the SKUs."""

    def __init__(self, found: VersionComparison, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found, self._texts = found, texts
        self.kinds = QButtonGroup(self)
        self.table, self.more = QTableWidget(), parts.label("quiet")
        self.close_button = parts.button("primary")
        self.title, self.words = parts.label("section"), parts.label("quiet")
        self.title.setText(self.tr("Compared with “{name}”").format(name=found.path.name))
        self.words.setText("\n".join(self._sentences()))
        self.setWindowTitle(self.title.text())
        self.close_button.setText(self.tr("Close"))
        _make_readable(self.table, self.title.text())
        self._build()
        self.kinds.idClicked.connect(self._show)
        self.close_button.clicked.connect(self.accept)
        self.resize(860, 560)
        self._show_first()

    def _build(self) -> None:
        place = QWidget()
        flow = parts.FlowLayout(place)
        for number, (words, count) in enumerate(self._kinds()):
            chip = parts.button("chip")
            chip.setCheckable(True)
            chip.setText(words)
            chip.setEnabled(count > 0)
            self.kinds.addButton(chip, number)
            flow.addWidget(chip)
        foot = parts.row(parts.grow(self.more), self.close_button)
        whole = parts.column(self.title, self.words, place, self.table, foot, gap=12)
        whole.setStretch(3, 1)
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.close_button.setDefault(True)

    def _kinds(self) -> Iterator[tuple[str, int]]:
        """Yield the words for each kind of difference, the SKUs last, and how many there are."""
        counts = self._found.counts
        yield self.tr("%Ln added", "", counts["added"]), counts["added"]
        yield self.tr("%Ln removed", "", counts["removed"]), counts["removed"]
        yield self.tr("%Ln with another AmazonValue", "", counts["changed"]), counts["changed"]
        yield self.tr("%Ln in spelling alone", "", counts["spelling"]), counts["spelling"]
        yield self.tr("%Ln only moved", "", counts["moved"]), counts["moved"]
        if self._found.states is not None:
            yield self.tr("%Ln SKU(s) change state", "", self._found.changed), self._found.changed

    def _sentences(self) -> Iterator[str]:
        """Yield what is told at once: whether both mean the same, and what becomes of the SKUs by each."""
        found, say = self._found, self._texts.say
        if found.is_equal:
            is_same = not any(found.counts.values()) and not found.columns
            yield say("compare.same" if is_same else "compare.same-meaning")
        if found.columns:
            yield say("compare.columns", columns=", ".join(found.columns))
        if found.states is not None:
            before, now = map(self._counts, found.states)
            yield say("compare.before", counts=before)
            yield say("compare.after", counts=now)

    def _counts(self, states: StateCounts) -> str:
        from listo.core.reports.texts import ReportTexts, say_counts

        return say_counts(states, ReportTexts(self._texts.language))

    def _show_first(self) -> None:
        """Show the SKUs where any change, else the first kind of difference that there is."""
        enabled = [button for button in self.kinds.buttons() if button.isEnabled()]
        if enabled:
            first = enabled[-1] if self._found.changed else enabled[0]
            first.setChecked(True)
            self._show(self.kinds.id(first))

    def _show(self, kind: int) -> None:
        from listo.core.mapping.compare import DIFFERENCES

        if kind < len(DIFFERENCES):
            rows = [row for row in self._found.rows if row.kind == DIFFERENCES[kind]]
            total = self._found.counts[DIFFERENCES[kind]]
            headings = (self.tr("Row"), self.tr("About"), self.tr("Before"), self.tr("Now"))
            self._fill(headings, list(map(_told_row, rows)), total)
        else:
            words = (self.tr("SKU"), self.tr("Before"), self.tr("Now"), self.tr("Name"), self.tr("Why"))
            lines = list(map(self._told_sku, self._found.changes))
            self._fill(words, lines, self._found.changed, wide=3)

    def _told_sku(self, one: SkuChange) -> tuple[str, ...]:
        from listo.core.reports.texts import say_change, say_state

        states = (say_state(self._texts, each) for each in (one.old, one.new))
        return one.sku, *states, one.name, say_change(self._texts, one)

    def _fill(
        self, headings: Sequence[str], lines: Sequence[Sequence[str]], total: int, *, wide: int = 1
    ) -> None:
        """Show lines; the columns from `wide` on share the room that those before them leave."""
        from listo.ui.spreadsheet.tables.table_parts import visible_whitespace

        self.table.clear()
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.setRowCount(len(lines))
        for place, line in enumerate(lines):
            for column, text in enumerate(line):
                item = QTableWidgetItem(visible_whitespace(text))
                item.setToolTip(parts.literal(text))
                self.table.setItem(place, column, item)
        header = self.table.horizontalHeader()
        modes = QHeaderView.ResizeMode
        for column in range(len(headings)):
            header.setSectionResizeMode(column, modes.Stretch if column >= wide else modes.ResizeToContents)
        left = total - len(lines)
        self.more.setText(self.tr("and %Ln more", "", left) if left > 0 else "")


def _told_row(row: RowDifference) -> tuple[str, str, str, str]:
    """Return a row that differs: its numbers, what it is about, and what differs, before and now."""
    numbers = " → ".join(dict.fromkeys(str(each) for each in (row.old_row, row.new_row) if each))
    texts = row.after or row.before
    about = " · ".join(filter(None, (texts[0], *texts[3:6])))
    if not row.before or not row.after:
        return numbers, about, row.before[6] if row.before else "", row.after[6] if row.after else ""
    pairs = [(old, new) for old, new in zip(row.before, row.after, strict=True) if old != new]
    old, new = (" · ".join(texts) for texts in zip(*pairs, strict=True)) if pairs else ("", "")
    return numbers, about, old, new


class FileChanges(QObject):
    """Says that the file changed and offers to take up the new one; says what became of the corrections."""

    reloadRequested = Signal()

    def __init__(self, banner: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._banner, self._window = banner, parent
        self._watcher = FileWatcher(self)
        self._watcher.changed.connect(self.say)
        self._watcher.gone.connect(self._on_gone)
        self._watched: object = None

    def follow(self, overview: Overview | None, *, fresh: bool) -> None:
        """Watch the file of the work; `fresh` where it was just read."""
        path = overview.mapping if overview else None
        if fresh or path != self._watched:
            self._watched = path
            self._watcher.watch(path)

    def _on_gone(self) -> None:
        """Offer the new file no more, where that is still offered."""
        if self._banner.text() == self._says_changed():
            self._banner.say(
                self.tr("Your file is no longer where it was. Your corrections are kept here."), severe=False
            )

    def _says_changed(self) -> str:
        return self.tr("Your file was changed by another program. Your corrections are kept here.")

    def say(self) -> None:
        """Say that the file changed, and what can be done."""
        self._banner.say(
            self._says_changed(),
            severe=False,
            actions=(
                (self.tr("Use the new file"), self.reloadRequested.emit),
                (self.tr("Continue with mine"), self._banner.hide),
            ),
        )

    def say_what_fits(self, overview: Overview) -> None:
        """Say which corrections are lost or fit no more, after stored work or a changed file was read."""
        if overview.lost_steps:
            self._banner.say(
                self.tr(
                    "What was stored of this work is damaged: the last %Ln change(s) cannot be read any more."
                    " All that came before is here.",
                    "",
                    overview.lost_steps,
                )
            )
        elif overview.dropped:
            self._say_dropped(overview)
        elif overview.file_changed:
            self._banner.say(
                self.tr("The file has changed in the meantime. All your corrections still fit."), severe=False
            )

    def _say_dropped(self, overview: Overview) -> None:
        fitting = self.tr("%Ln changed cell(s) still fit", "", overview.changed_cells)
        lost = self.tr("%Ln correction(s) no longer fit and were left out", "", len(overview.dropped))
        self._banner.say(
            self.tr("The file has changed in the meantime: {fitting}, {lost}.").format(
                fitting=fitting, lost=lost
            ),
            severe=False,
            actions=(
                (self.tr("Show them"), lambda: DroppedEditsDialog(overview.dropped, self._window).open()),
            ),
        )
