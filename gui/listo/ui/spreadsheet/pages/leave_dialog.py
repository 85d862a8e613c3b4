"""Leaving problems as they are: how many, and why if the person likes to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from listo.ui.widgets import parts


class LeaveDialog(QDialog):
    """Asks for a reason, which may be empty, and offers to leave all problems of the kind."""

    agreed = Signal(str, bool)
    """The reason, and whether all of the kind are meant."""

    def __init__(self, some: int, every: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title, hint = parts.label("section"), parts.label("quiet")
        self.reason, self.all_of_kind = QLineEdit(), QCheckBox()
        self.leave, self.cancel = parts.button("primary"), parts.button()
        name = parts.label()
        name.setBuddy(self.reason)
        self.all_of_kind.setVisible(every > some)
        self.title.setText(self.tr("Leave %Ln as it is", "", some))
        self.setWindowTitle(self.title.text())
        hint.setText(
            self.tr("It is set aside and counted separately. You can put it back on the list under Review.")
        )
        name.setText(self.tr("Why (optional)"))
        self.reason.setPlaceholderText(self.tr("For example: we no longer sell this category"))
        self.reason.setAccessibleName(name.text())
        self.all_of_kind.setText(self.tr("All %Ln of this kind", "", every))
        self.leave.setText(self.tr("Leave as it is"))
        self.cancel.setText(self.tr("Cancel"))
        buttons = parts.row(None, self.cancel, self.leave)
        whole = parts.column(self.title, hint, 4, name, self.reason, self.all_of_kind, 8, buttons)
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.setMinimumWidth(440)
        self.leave.setDefault(True)
        self.leave.clicked.connect(self._on_leave)
        self.cancel.clicked.connect(self.reject)
        self.reason.setFocus()

    def _on_leave(self) -> None:
        self.agreed.emit(self.reason.text().strip(), self.all_of_kind.isChecked())
        self.accept()
