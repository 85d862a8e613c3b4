"""Which store the form is about: several, each with a name, kept on this machine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QToolButton, QWidget

from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.widgets.questions import ask_name, ask_to


class StoresBar(Translated, QWidget):
    """Chooses, makes, renames and deletes stores; `importing` and `exporting` are actions too."""

    storeChosen = Signal(str)
    storeAdded = Signal(str)
    storeRenamed = Signal(str, str)
    storeDeleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setProperty("role", "quiet")
        self.box = QComboBox()
        self.box.setMinimumWidth(200)
        self.box.activated.connect(lambda _: self.storeChosen.emit(self.box.currentText()))
        self.add = parts.button("quiet", "plus")
        self.add.clicked.connect(self._on_add)
        self.more = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        style.set_icon(self.more, "more")
        self._menu = QMenu(self)
        self._rename = self._menu.addAction("", self._on_rename)
        self._delete = self._menu.addAction("", self._on_delete)
        self._menu.addSeparator()
        self.importing = self._menu.addAction("")
        self.exporting = self._menu.addAction("")
        self.more.setMenu(self._menu)
        self.setLayout(parts.row(self._label, self.box, self.add, self.more, None))
        self._retranslate()

    def show_stores(self, names: Sequence[str], chosen: str) -> None:
        """Offer those stores, and show which one the form is about."""
        self.box.clear()
        self.box.addItems(list(names))
        self.box.setCurrentText(chosen)

    def _on_add(self) -> None:
        ask_name(self, self.tr("New store"), self.tr("Name of the store"), "", self.storeAdded.emit)

    def _on_rename(self) -> None:
        old = self.box.currentText()
        title = self.tr("Rename {name}").format(name=old)
        ask_name(self, title, self.tr("Name of the store"), old, lambda new: self._on_renamed(old, new))

    def _on_renamed(self, old: str, new: str) -> None:
        if new != old:
            self.storeRenamed.emit(old, new)

    def _on_delete(self) -> None:
        name = self.box.currentText()
        question = self.tr("Delete what Listo has stored about {name}? This cannot be undone.").format(
            name=name
        )
        ask_to(self, question, self.tr("Delete"), lambda: self.storeDeleted.emit(name))

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Store"))
        self.box.setAccessibleName(self.tr("Store"))
        self.add.setText(self.tr("New store"))
        self.more.setToolTip(self.tr("More about this store"))
        self.more.setAccessibleName(self.tr("More about this store"))
        self._rename.setText(self.tr("Rename…"))
        self._delete.setText(self.tr("Delete…"))
        self.importing.setText(self.tr("Import from a file…"))
        self.exporting.setText(self.tr("Export to a file…"))
