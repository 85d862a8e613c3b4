"""What the person may say of the integration: each one question, shown only where the answer matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QToolButton, QWidget

from listo.core.reports.texts import ReportTexts
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.worker.results import Overview

_EAN_GAPS = {"ean-missing", "ean-placeholder"}
"""What is found of SKUs without a barcode, which an exemption makes right."""


class TradePolicyChoice(Translated, QFrame):
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
        self.choice = parts.ComboBox()
        line = parts.LineEdit(self.choice, clearButtonEnabled=True)  # with its parent the frame is the box’s
        self.choice.setLineEdit(line)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._build()
        self.choice.textActivated.connect(self._on_said)
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
            line.setAccessibleName(self._title.text())
            for clear in line.findChildren(QToolButton):
                clear.setAccessibleName(self.tr("Clear the number"))


class OptionChoice(Translated, QFrame):
    """One question with a few answers to choose from; the first is that the person does not say."""

    chosen = Signal(object)
    """The answer; None where the person no longer says."""

    _ANSWERS: tuple[str | None, ...] = (None,)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._texts = Texts("en")
        self.setProperty("role", "well")
        self._title, self._hint = parts.label("strong"), parts.label("quiet")
        self.choice = parts.ComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.addItems([""] * len(self._ANSWERS))
        self._title.setBuddy(self.choice)
        words = parts.column(self._title, self._hint, gap=2)
        inside = parts.row(parts.picture("tag", "accent"), words, self.choice, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 10, 16, 10)
        self.setLayout(inside)
        self.choice.activated.connect(self._on_said)

    def update_to(self, overview: Overview | None, texts: Texts) -> None:
        """Take what the files say, and what the person said."""
        self._overview, self._texts = overview, texts
        self.setVisible(overview is not None and overview.mapping is not None and self._matters(overview))
        self._retranslate()

    def _on_said(self, place: int) -> None:
        if self._overview is not None and self._ANSWERS[place] != self._said(self._overview):
            self.chosen.emit(self._ANSWERS[place])

    def _retranslate(self) -> None:
        if self._overview is None or self.isHidden():
            return
        title, hint, answers = self._words(self._overview)
        self._title.setText(title)
        self._hint.setText(hint)
        self.choice.setAccessibleName(title)
        for place, answer in enumerate(answers):
            self.choice.setItemText(place, answer)
        self.choice.setCurrentIndex(self._ANSWERS.index(self._said(self._overview)))

    def _matters(self, overview: Overview) -> bool:
        """Return whether the answer can change anything, or was given."""
        raise NotImplementedError

    def _said(self, overview: Overview) -> str | None:
        """Return what the person said."""
        raise NotImplementedError

    def _words(self, overview: Overview) -> tuple[str, str, tuple[str, ...]]:
        """Return the question, what is known about it, and the words for each answer."""
        raise NotImplementedError


class CategoryIdsChoice(OptionChoice):
    """What CategoryID holds: what was taken and why, and the other choice."""

    _ANSWERS = (None, "global", "store")

    def _matters(self, overview: Overview) -> bool:
        ids = overview.category_ids
        if ids is None:
            return False
        if ids.reading == "unknown":
            return any(card.kind == "vtex-products" for card in overview.files)
        is_certain = ids.reading == "global" and ids.by_global > 0 and ids.by_store == 0
        return ids.by == "person" or not is_certain

    def _said(self, overview: Overview) -> str | None:
        ids = overview.category_ids
        return ids.reading if ids is not None and ids.by == "person" else None

    def _words(self, overview: Overview) -> tuple[str, str, tuple[str, ...]]:
        answers = (
            self.tr("As the exports tell"),
            self.tr("VTEX’s global categories"),
            self.tr("Your store’s categories"),
        )
        return self.tr("What does CategoryID hold?"), self._known(overview), answers

    def _known(self, overview: Overview) -> str:
        ids, number = overview.category_ids, QLocale().toString
        assert ids is not None  # else it is not shown
        said = ReportTexts(self._texts.language).reading(ids)
        if not said:
            return self.tr("Your exports do not tell: no SKU that is sent has one of these categories.")
        if ids.reading == "both" or not (ids.by_global or ids.by_store or ids.by_either):
            return said
        counted = self.tr(
            "SKUs whose global category alone is in the sheet: {by_global}; whose store category alone is: "
            "{by_store}; with both: {by_either}."
        )
        numbers = {name: number(getattr(ids, name)) for name in ("by_global", "by_store", "by_either")}
        return f"{said} {counted.format(**numbers)}"


class KitsChoice(OptionChoice):
    """Whether kits are sent."""

    _ANSWERS = (None, "sent", "not-sent")

    def _matters(self, overview: Overview) -> bool:
        return overview.has_kits or overview.kits is not None

    def _said(self, overview: Overview) -> str | None:
        return overview.kits

    def _words(self, overview: Overview) -> tuple[str, str, tuple[str, ...]]:
        hint = {
            "sent": self.tr("Kits are checked as any other SKU."),
            "not-sent": self.tr("Your kits are listed, since they will not reach Amazon."),
        }.get(
            overview.kits or "",
            self.tr("Your export has kits. The settings of the integration say whether they are sent."),
        )
        answers = self.tr("Not sure"), self.tr("They are sent"), self.tr("They are not sent")
        return self.tr("Are your kits sent to Amazon?"), hint, answers


class EanChoice(OptionChoice):
    """Whether Amazon asks for barcodes."""

    _ANSWERS = (None, "required", "exempt")

    def _matters(self, overview: Overview) -> bool:
        return overview.ean is not None or any(group.code in _EAN_GAPS for group in overview.groups)

    def _said(self, overview: Overview) -> str | None:
        return overview.ean

    def _words(self, overview: Overview) -> tuple[str, str, tuple[str, ...]]:
        hint = (
            self.tr("A missing EAN is no problem then. A wrong one still is.")
            if overview.ean == "exempt"
            else self.tr("Some of your SKUs have no EAN. With the exemption that is no problem.")
        )
        answers = self.tr("Not sure"), self.tr("No, EAN is required"), self.tr("Yes, I have it")
        return self.tr("Do you have Amazon’s GTIN exemption?"), hint, answers


class OptionChoices(QWidget):
    """All these questions, one below the other, and what is asked of the worker for each.

    They are made once there is work that they could be about.
    """

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work, self._is_made = work, False
        self.hide()

    def _make(self) -> None:
        work, self._is_made = self._work, True
        self.trade_policy, self.category_ids = TradePolicyChoice(), CategoryIdsChoice()
        self.kits, self.ean = KitsChoice(), EanChoice()
        self.setLayout(parts.column(self.category_ids, self.trade_policy, self.kits, self.ean))
        self.trade_policy.chosen.connect(lambda policy: work.change(Jobs.set_trade_policy, policy))
        self.category_ids.chosen.connect(lambda ids: work.change(Jobs.set_category_ids, ids))
        self.kits.chosen.connect(lambda kits: work.change(Jobs.set_kits, kits))
        self.ean.chosen.connect(lambda ean: work.change(Jobs.set_ean, ean))

    def update_to(self, overview: Overview | None, texts: Texts) -> None:
        """Take what the files say, and what the person said."""
        if not self._is_made:
            if overview is None:
                return
            self._make()
        self.trade_policy.update_to(overview)
        for choice in (self.category_ids, self.kits, self.ean):
            choice.update_to(overview, texts)
        shown = (self.trade_policy, self.category_ids, self.kits, self.ean)
        self.setVisible(any(not each.isHidden() for each in shown))
        width = max(each.choice.sizeHint().width() for each in shown)
        for each in shown:
            each.choice.setFixedWidth(width)
