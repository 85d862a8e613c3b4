"""What was chosen before and is proposed again: seen, searched, edited and forgotten in one place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from listo.core.storage.types import Decision
from listo.core.worker.jobs import Jobs
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.widgets.dialogs import ask_to
from listo.ui.worker_client import Task, WorkerClient

_CALM_MS = 150
"""Fast typing asks for the list once and not with each letter, and it still seems to come at once."""
_CHOSEN = 3
"""The column of what was chosen, the one that can be edited."""
_DECISION = Qt.ItemDataRole.UserRole


class DecisionsDialog(Translated, QDialog):
    """Lists the decisions of the store at hand, or of all; the one that is chosen can be edited in its place.

    `shop` is whose sheet is open; without an open sheet `shop` is None and all are listed.
    """

    shopChosen = Signal(str)
    """Whose sheet it is; the list is of that store when it is asked for anew."""

    def __init__(self, client: WorkerClient[Jobs], shop: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._client, self._shop = client, shop
        self.title, self.hint = parts.label("section"), parts.label("quiet")
        self.search, self.shop = parts.LineEdit(clearButtonEnabled=True), parts.LineEdit(shop or "")
        self.shop_name = parts.label(wraps=False)
        self.all_shops = QCheckBox()
        self.table = QTableWidget(0, 5)
        self.empty = parts.label("quiet")
        self.forget, self.forget_all = parts.button("quiet", "trash"), parts.button("quiet")
        self.close_button = parts.button("primary")
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._build()
        self._connect()
        self._retranslate()
        self.resize(820, 520)
        self.refresh()

    def _build(self) -> None:
        self.shop_name.setBuddy(self.shop)
        shop = parts.row(self.shop_name, self.shop)
        self.shop.setMaximumWidth(280)
        self._shop_row = QWidget()
        self._shop_row.setLayout(shop)
        self._shop_row.setVisible(self._shop is not None)
        self.all_shops.setVisible(self._shop is not None)
        self._set_up_table()
        above = parts.row(self.search, self.all_shops)
        above.setStretch(0, 1)
        foot = parts.row(self.forget, self.forget_all, None, self.close_button)
        head = parts.column(self.title, self.hint, gap=4)
        whole = parts.column(head, self._shop_row, above, self.table, self.empty, foot, gap=12)
        whole.setStretch(3, 1)
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _set_up_table(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setVisible(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in range(4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._calm.start)
        self._calm.timeout.connect(self.refresh)
        self.all_shops.toggled.connect(self.refresh)
        self.shop.editingFinished.connect(self._on_shop)
        self.table.itemChanged.connect(self._on_edited)
        self.table.itemSelectionChanged.connect(self._show_what_can_be_done)
        self.forget.clicked.connect(self._on_forget)
        self.forget_all.clicked.connect(self._on_forget_all)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Delete, self.table, self._on_forget)

    def refresh(self) -> None:
        """Ask for the decisions that fit what is searched for."""
        shop = None if self.all_shops.isChecked() else self._shop
        self._client.start(Jobs.decisions, self.search.text().strip(), shop).on_success(self._on_decisions)

    def decisions(self) -> list[Decision]:
        """Return the decisions that are listed."""
        items = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return [item.data(_DECISION) for item in items if item is not None]

    def _on_decisions(self, found: Sequence[Decision]) -> None:
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(found))
            for row, decision in enumerate(found):
                for column, text in enumerate(self._texts(decision)):
                    self.table.setItem(row, column, self._item(decision, column, text))
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.selectRow(0)
        self._show_what_can_be_done()

    def _texts(self, decision: Decision) -> tuple[str, ...]:
        where = " · ".join(part for part in (decision.column, decision.attribute) if part)
        return where, decision.vtex_value, decision.said, decision.chosen, decision.shop

    def _item(self, decision: Decision, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setData(_DECISION, decision)
        item.setToolTip(parts.literal(text))
        if column != _CHOSEN:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return item

    def _current(self) -> Decision | None:
        item = self.table.item(self.table.currentRow(), 0)
        return item.data(_DECISION) if item else None

    def _show_what_can_be_done(self) -> None:
        self.forget.setEnabled(self._current() is not None)
        self.forget_all.setEnabled(self.table.rowCount() > 0)

    def _on_edited(self, item: QTableWidgetItem) -> None:
        decision: Decision = item.data(_DECISION)
        chosen = item.text().strip()
        if item.column() == _CHOSEN and chosen and chosen != decision.chosen:
            self._change(self._client.start(Jobs.edit_decision, decision.id, chosen))
        else:
            self.refresh()

    def _on_forget(self) -> None:
        decision = self._current()
        if decision is not None:
            self._forget(decision.id)

    def _on_forget_all(self) -> None:
        question = self.tr("Forget everything that was chosen, for all stores? Your files stay as they are.")
        ask_to(self, question, self.tr("Forget all"), lambda: self._forget(None))

    def _on_shop(self) -> None:
        name = self.shop.text().strip()
        if self._shop is not None and name != self._shop:
            self._shop = name
            self.shopChosen.emit(name)

    def _forget(self, number: int | None) -> None:
        self._change(self._client.start(Jobs.forget_decision, number))

    def _change(self, task: Task[tuple[Decision, ...]]) -> None:
        task.on_success(lambda _left: self.refresh()).on_failure(lambda _error: self.refresh())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Remembered choices"))
        self.title.setText(self.tr("Remembered choices"))
        self.hint.setText(
            self.tr("What you chose once is suggested first next time. It stays on this computer.")
        )
        self.shop_name.setText(self.tr("This sheet is of the store"))
        self.shop.setAccessibleName(self.tr("This sheet is of the store"))
        self.shop.setPlaceholderText(self.tr("any name"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.all_shops.setText(self.tr("All stores"))
        self.table.setAccessibleName(self.tr("Remembered choices"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Where"), self.tr("In VTEX"), self.tr("It said"), self.tr("You chose"), self.tr("Store")]
        )
        self.empty.setText(
            self.tr("Nothing here yet. What you choose while fixing problems is remembered here.")
        )
        self.forget.setText(self.tr("Forget"))
        self.forget_all.setText(self.tr("Forget all…"))
        self.close_button.setText(self.tr("Close"))
