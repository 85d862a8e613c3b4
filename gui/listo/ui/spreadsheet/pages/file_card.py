"""One dropped file on the first step's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from listo.core.texts import Texts
from listo.core.worker.results import FileCard
from listo.ui import style
from listo.ui.spreadsheet.pages.coverage_question import CoverageLine, CoverageQuestion
from listo.ui.widgets import parts

_KIND_ICONS = {
    "mapping": "table",
    "amazon-values": "cart",
    "vtex-products": "box",
    "vtex-sku-specifications": "tag",
    "vtex-product-specifications": "tag",
    "sku-weights": "list",
    "messages": "list",
    "processing-report": "list",
}
_COLUMN = "column-"


class FileCardView(QFrame):
    """One dropped file: what it is, what it adds or lacks, and a way to take it out again.

    `lacking` counts the checks that did not run by the column of this export that they need; `covers` says or
    asks for which categories a file of Amazon's is.
    """

    removed = Signal(Path)

    def __init__(
        self,
        card: FileCard,
        texts: Texts,
        lacking: Counter[str] | None = None,
        covers: CoverageLine | CoverageQuestion | None = None,
    ) -> None:
        super().__init__()
        self.card = card
        self._texts, self._lacking = texts, lacking or Counter[str]()
        self._covers = covers
        self.setProperty("role", "error-card" if card.error else "card")
        name = parts.label("strong", selectable=True)
        name.setText(card.path.name)
        name.setToolTip(parts.literal(str(card.path)))
        self._remove = parts.button("quiet", "close")
        self._remove.clicked.connect(lambda: self.removed.emit(card.path))
        below = () if covers is None else (4, parts.readable(covers))
        words = parts.column(name, *self._lines(), *below, gap=style.SPACE // 2)
        picture = self._picture()
        inside = parts.row(picture, words, self._remove, gap=12)
        inside.setStretch(1, 1)
        if below:
            inside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        inside.setAlignment(self._remove, Qt.AlignmentFlag.AlignTop)
        inside.setContentsMargins(16, 12, 8, 12)
        self.setLayout(inside)
        self._label_button()

    def _picture(self) -> QLabel:
        if self.card.error:
            return parts.picture(*parts.SEVERITY_ICONS["error"])
        return parts.picture(_KIND_ICONS.get(self.card.kind or "", "file"), "accent")

    def _lines(self) -> Iterator[QLabel]:
        if self.card.error:
            yield _said("", self._texts.input_error(self.card.error))
            return
        yield _said("quiet", " · ".join(self._facts()))
        if self.card.adds and (self._covers is None or self._covers.scope.categories):
            yield _said("right", self.tr("Makes %Ln more check(s) possible", "", len(self.card.adds)))
        elif self.card.adds and self._covers is not None and self._covers.scope.is_doubtful:
            count = len(self.card.adds)
            yield _said("quiet", self.tr("%Ln more check(s), once you say what it is for", "", count))
        yield from (_said("warning", note) for note in self._notes())

    def _facts(self) -> list[str]:
        details = self.card.details
        facts = [self._texts.say(f"kind.{self.card.kind}")] if self.card.kind else []
        if "sheet" in details:
            facts.append(self.tr("sheet “{name}”").format(name=details["sheet"]))
        counted = ("rows", "attributes", "messages")
        facts += [self._counted(name, details[name]) for name in counted if name in details]
        if details.get("marketplace"):
            facts.append(details["marketplace"])
        if details.get("timestamp"):
            facts.append(self.tr("from {date}").format(date=_day(details["timestamp"])))
        return facts

    def _counted(self, name: str, number: str) -> str:
        if not number.isdecimal():
            return number
        if name == "rows":
            return self.tr("%Ln row(s)", "", int(number))
        if name == "messages":
            return self.tr("%Ln message(s)", "", int(number))
        return self.tr("%Ln attribute(s)", "", int(number))

    def _notes(self) -> Iterator[str]:
        """Yield what the person should know before trusting the file."""
        details = self.card.details
        if "instead" in details:
            sentence = self.tr("Not checked: Listo is working on “{name}”, one mapping sheet at a time.")
            yield sentence.format(name=details["instead"])
        if "elsewhere" in details:
            sentence = self.tr("This file is for another marketplace than {expected}. Its values may differ.")
            yield sentence.format(expected=details["elsewhere"])
        if "days" in details:
            yield self.tr(
                "It is %Ln day(s) old, and Amazon changes its values. Download it again to be sure.",
                "",
                int(details["days"]),
            )
        if self._lacking:
            sentence = self.tr(
                "%Ln check(s) cannot run, because this export does not have: {columns}",
                "",
                self._lacking.total(),
            )
            yield sentence.format(columns=QLocale().createSeparatedList(self._columns()))

    def _columns(self) -> list[str]:
        return [f"“{self._texts.say(f'need.{need}')}”" for need in self._lacking]

    def _label_button(self) -> None:
        said = self.tr("Remove “{name}”").format(name=self.card.path.name)
        self._remove.setToolTip(parts.literal(said))
        self._remove.setAccessibleName(said)


def lacking(card: FileCard, skipped: Iterable[tuple[str, str]]) -> Counter[str]:
    """Return by column how many checks did not run because that kind of export has no such column."""
    missing = Counter(need for _code, need in skipped if need.startswith(_COLUMN))
    of_specifications = {"column-field-name"}
    if card.kind == "vtex-products":
        return Counter({need: count for need, count in missing.items() if need not in of_specifications})
    if (card.kind or "").endswith("-specifications"):
        return Counter({need: count for need, count in missing.items() if need in of_specifications})
    return Counter()


def _said(role: str, sentence: str) -> QLabel:
    label = parts.label(role, selectable=True)
    label.setText(sentence)
    return label


def _day(timestamp: str) -> str:
    """Return an ISO date or time as the person writes days; as it stands where it is none."""
    day = QDate.fromString(timestamp[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else timestamp
