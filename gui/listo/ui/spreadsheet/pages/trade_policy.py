"""Which trade policy is used for Amazon: asked for where an export says which SKUs are in which."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from listo.core.worker.model import Overview
from listo.ui.widgets import parts

_WIDTH = 150


class TradePolicyChoice(QFrame):
    """One question, with the policies of the export to choose from; another can be typed."""

    chosen = Signal(str)
    """The number of the policy; empty where the person no longer says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policies: tuple[str, ...] = ()
        self._policy = ""
        self.setProperty("role", "well")
        self._title, self._hint, self._warning = (
            parts.label("strong"),
            parts.label("quiet"),
            parts.label("warning"),
        )
        self.choice = QComboBox()
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.choice.setFixedWidth(_WIDTH)
        self._build()
        self.choice.textActivated.connect(self._on_said)
        line = self.choice.lineEdit()
        if line is not None:
            line.setClearButtonEnabled(True)
            line.editingFinished.connect(lambda: self._on_said(self.choice.currentText()))
        self._retranslate()

    def _build(self) -> None:
        self._title.setBuddy(self.choice)
        words = parts.column(self._title, self._hint, self._warning, gap=2)
        inside = parts.row(parts.picture("tag", "accent"), words, self.choice, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 10, 16, 10)
        self.setLayout(inside)

    def update_to(self, overview: Overview | None) -> None:
        """Take what the exports say, and what the person said."""
        policies = overview.trade_policies if overview and overview.mapping else ()
        if policies != self._policies:
            self.choice.clear()
            self.choice.addItems(policies)
        self._policies, self._policy = policies, overview.trade_policy if overview else ""
        self.choice.setCurrentText(self._policy)
        self.setVisible(bool(policies))
        self._retranslate()

    def _on_said(self, text: str) -> None:
        if text.strip() != self._policy:
            self._policy = text.strip()
            self.chosen.emit(self._policy)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Which trade policy do you use for Amazon?"))
        self._hint.setText(
            self.tr("Listo checks that your active SKUs are in it.")
            if self._policy
            else self.tr("Choose its number or type it: one more check can run then.")
        )
        unknown = bool(self._policy) and self._policy not in self._policies
        self._warning.setVisible(unknown)
        said = self.tr("No active SKU of your export is in trade policy {policy}.")
        self._warning.setText(said.format(policy=self._policy))
        self.choice.setAccessibleName(self._title.text())
        line = self.choice.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Number"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
