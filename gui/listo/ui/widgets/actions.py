"""All that can be done in the window, in one list: its words, its keys, and the page that it belongs to.

Pages bind what they do to an action of the list; its keys then work there. The help shows the list by page,
and `ActionsDialog` (Ctrl+K) searches it in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from listo.core.texts import fold_for_search
from listo.ui import language, style
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex, draw_background, key_text

Page = Literal[
    "everywhere", "lookup", "spreadsheet", "draft", "problems", "sheet", "skus", "send", "settings"
]
"""Where an action belongs: the whole window, a tab, or one page of it."""

_PAGES: dict[Page, object] = {
    "everywhere": QT_TRANSLATE_NOOP("Actions", "Everywhere"),
    "lookup": QT_TRANSLATE_NOOP("Actions", "Understand an error"),
    "spreadsheet": QT_TRANSLATE_NOOP("Actions", "Check my spreadsheet"),
    "draft": QT_TRANSLATE_NOOP("Actions", "Draft of your mapping"),
    "problems": QT_TRANSLATE_NOOP("Actions", "Problems, by kind"),
    "sheet": QT_TRANSLATE_NOOP("Actions", "The whole sheet"),
    "skus": QT_TRANSLATE_NOOP("Actions", "Your SKUs"),
    "send": QT_TRANSLATE_NOOP("Actions", "Send to VTEX"),
    "settings": QT_TRANSLATE_NOOP("Actions", "Check my settings"),
}

_ACTION = Qt.ItemDataRole.UserRole
_CAN = Qt.ItemDataRole.UserRole + 1


class ActionSpec(NamedTuple):
    """One thing that can be done: the name that it is bound by, its page, its English words and its keys.

    `keys` are as Qt names them. `also` are other words by which a person looks for it. `by_hand` says that
    the list or field reads the keys itself: they are told, and not bound. `told` is said for a range of keys.
    """

    name: str
    page: Page
    title: object
    keys: tuple[str, ...] = ()
    also: object = ""
    by_hand: bool = False
    told: str = ""

    def words(self) -> str:
        """Return what it does, in the language that is spoken now."""
        return _translated(self.title)

    def heading(self) -> str:
        """Return what it does as a line of a list or menu."""
        said = self.words()
        return said[:1].upper() + said[1:]

    def key_words(self) -> str:
        """Return its keys as this system writes them."""
        return self.told or ", ".join(map(key_text, self.keys))

    def fits(self, words: Sequence[str]) -> bool:
        """Return whether each of these folded words is in what it does, in one language or another."""
        said = _said(self)
        return all(word in said for word in words)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "actions",
        "everywhere",
        QT_TRANSLATE_NOOP("Actions", "all actions, by what you want to do"),
        ("Ctrl+K",),
    ),
    ActionSpec(
        "open",
        "everywhere",
        QT_TRANSLATE_NOOP("Actions", "open files"),
        ("Ctrl+O",),
        QT_TRANSLATE_NOOP("Actions", "add a sheet, a template or an export; import; load"),
    ),
    ActionSpec(
        "recent",
        "everywhere",
        QT_TRANSLATE_NOOP("Actions", "recent work"),
        ("Ctrl+R",),
        QT_TRANSLATE_NOOP("Actions", "continue, history, earlier sessions"),
    ),
    ActionSpec("help", "everywhere", QT_TRANSLATE_NOOP("Actions", "help, with all keys"), ("F1",)),
    ActionSpec(
        "paste",
        "everywhere",
        QT_TRANSLATE_NOOP("Actions", "look for the SKU or the message that you copied"),
        ("Ctrl+V",),
        by_hand=True,
    ),
    ActionSpec(
        "get-files",
        "everywhere",
        QT_TRANSLATE_NOOP("Actions", "where to get the files"),
        also=QT_TRANSLATE_NOOP(
            "Actions", "download the mapping sheet, the Amazon template, the VTEX exports"
        ),
    ),
    ActionSpec(
        "about",
        "everywhere",
        QT_TRANSLATE_NOOP("Actions", "about Listo"),
        also=QT_TRANSLATE_NOOP("Actions", "version, licenses, data folder, log"),
    ),
    ActionSpec("language-en", "everywhere", "English", also="language"),
    ActionSpec("language-pt", "everywhere", "Português", also="idioma"),
    ActionSpec("language-es", "everywhere", "Español", also="idioma"),
    ActionSpec(
        "quit",
        "everywhere",
        QT_TRANSLATE_NOOP("Actions", "quit"),
        ("Ctrl+Q",),
        QT_TRANSLATE_NOOP("Actions", "exit, close"),
    ),
    ActionSpec("to-field", "lookup", QT_TRANSLATE_NOOP("Actions", "to the field"), ("Ctrl+F",)),
    ActionSpec(
        "to-results",
        "lookup",
        QT_TRANSLATE_NOOP("Actions", "from the field to the errors found"),
        ("Down", "Return"),
        by_hand=True,
    ),
    ActionSpec(
        "result",
        "lookup",
        QT_TRANSLATE_NOOP("Actions", "the first to the ninth error"),
        tuple(f"Alt+{number}" for number in range(1, 10)),
        by_hand=True,
        told="Alt+1 … Alt+9",
    ),
    ActionSpec(
        "all-errors", "lookup", QT_TRANSLATE_NOOP("Actions", "clear the field; all errors by area"), ("Esc",)
    ),
    ActionSpec(
        "undo",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "undo"),
        ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("Actions", "take back"),
    ),
    ActionSpec("redo", "spreadsheet", QT_TRANSLATE_NOOP("Actions", "redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec(
        "find",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "find in all columns"),
        ("Ctrl+F",),
        QT_TRANSLATE_NOOP("Actions", "search the sheet"),
    ),
    ActionSpec("replace", "spreadsheet", QT_TRANSLATE_NOOP("Actions", "find and replace"), ("Ctrl+H",)),
    ActionSpec(
        "other-view",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "problems by kind, or the whole sheet"),
        ("F6",),
    ),
    ActionSpec("step-files", "spreadsheet", QT_TRANSLATE_NOOP("Actions", "go to Files")),
    ActionSpec("step-columns", "spreadsheet", QT_TRANSLATE_NOOP("Actions", "go to Columns")),
    ActionSpec(
        "step-problems",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "go to Problems"),
        also=QT_TRANSLATE_NOOP("Actions", "fix, correct"),
    ),
    ActionSpec(
        "step-skus",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "go to Your SKUs"),
        also=QT_TRANSLATE_NOOP("Actions", "which products go through, what is sent, ready or held up"),
    ),
    ActionSpec(
        "step-send",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "go to Send to VTEX: save the corrected copy, or a report"),
        ("Ctrl+S",),
        also=QT_TRANSLATE_NOOP(
            "Actions",
            "review what was changed or left as it is, what to do afterwards, upload, reprocess,"
            " download, export, print, PDF",
        ),
    ),
    ActionSpec(
        "sample",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "open the sample"),
        also=QT_TRANSLATE_NOOP("Actions", "example, try it"),
    ),
    ActionSpec(
        "draft",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "draft the mapping from your exports"),
        also=QT_TRANSLATE_NOOP("Actions", "create, new sheet, add categories without rows, questions"),
    ),
    ActionSpec(
        "compare",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "compare with another version of the sheet"),
        also=QT_TRANSLATE_NOOP("Actions", "old and new, what changed, differences"),
    ),
    ActionSpec(
        "choices",
        "spreadsheet",
        QT_TRANSLATE_NOOP("Actions", "remembered choices"),
        also=QT_TRANSLATE_NOOP("Actions", "what was decided before; suggestions"),
    ),
    ActionSpec(
        "answer",
        "draft",
        QT_TRANSLATE_NOOP("Actions", "give the first to the fifth answer"),
        ("1", "2", "3", "4", "5"),
        by_hand=True,
        told="1 … 5",
    ),
    ActionSpec(
        "question-later", "draft", QT_TRANSLATE_NOOP("Actions", "ask it after all others"), ("Alt+Right",)
    ),
    ActionSpec("question-before", "draft", QT_TRANSLATE_NOOP("Actions", "the answer before"), ("Alt+Left",)),
    ActionSpec(
        "group-right",
        "draft",
        QT_TRANSLATE_NOOP("Actions", "the next group of likely rows is right"),
        ("Ctrl+Return",),
    ),
    ActionSpec(
        "use", "problems", QT_TRANSLATE_NOOP("Actions", "use the suggestion"), ("Return",), by_hand=True
    ),
    ActionSpec(
        "use-alike",
        "problems",
        QT_TRANSLATE_NOOP("Actions", "use it for every cell like this one"),
        ("Ctrl+Return",),
        by_hand=True,
    ),
    ActionSpec(
        "choose",
        "problems",
        QT_TRANSLATE_NOOP("Actions", "choose another suggestion"),
        ("Alt+Down",),
        by_hand=True,
    ),
    ActionSpec(
        "edit-problem", "problems", QT_TRANSLATE_NOOP("Actions", "edit the cell"), ("F2",), by_hand=True
    ),
    ActionSpec("ignore-problem", "problems", QT_TRANSLATE_NOOP("Actions", "leave it as it is"), ("Ctrl+L",)),
    ActionSpec("next-decision", "problems", QT_TRANSLATE_NOOP("Actions", "the next decision"), ("F8",)),
    ActionSpec(
        "previous-decision", "problems", QT_TRANSLATE_NOOP("Actions", "the decision before"), ("Shift+F8",)
    ),
    ActionSpec(
        "next-kind", "problems", QT_TRANSLATE_NOOP("Actions", "the next kind of problem"), ("Alt+Right",)
    ),
    ActionSpec(
        "previous-kind", "problems", QT_TRANSLATE_NOOP("Actions", "the kind of problem before"), ("Alt+Left",)
    ),
    ActionSpec(
        "delete-row",
        "problems",
        QT_TRANSLATE_NOOP("Actions", "delete the selected rows"),
        ("Ctrl+-",),
        by_hand=True,
    ),
    ActionSpec(
        "add-row",
        "problems",
        QT_TRANSLATE_NOOP("Actions", "add a row like this one"),
        ("Ctrl++",),
        by_hand=True,
    ),
    ActionSpec("next-problem", "sheet", QT_TRANSLATE_NOOP("Actions", "the next problem"), ("F8",)),
    ActionSpec(
        "previous-problem", "sheet", QT_TRANSLATE_NOOP("Actions", "the problem before"), ("Shift+F8",)
    ),
    ActionSpec("edit-cell", "sheet", QT_TRANSLATE_NOOP("Actions", "edit the cell"), ("F2",), by_hand=True),
    ActionSpec("ignore-cell", "sheet", QT_TRANSLATE_NOOP("Actions", "leave it as it is"), ("Ctrl+L",)),
    ActionSpec(
        "search-rows",
        "sheet",
        QT_TRANSLATE_NOOP("Actions", "search all columns"),
        ("Ctrl+Shift+F",),
        QT_TRANSLATE_NOOP("Actions", "filter, find rows"),
    ),
    ActionSpec(
        "filter",
        "sheet",
        QT_TRANSLATE_NOOP("Actions", "sort and filter by this column"),
        ("Alt+Down",),
        QT_TRANSLATE_NOOP("Actions", "order, A to Z"),
    ),
    ActionSpec("all-rows", "sheet", QT_TRANSLATE_NOOP("Actions", "show all rows"), ("Ctrl+Shift+L",)),
    ActionSpec("copy", "sheet", QT_TRANSLATE_NOOP("Actions", "copy the selected block"), ("Ctrl+C",)),
    ActionSpec("cut", "sheet", QT_TRANSLATE_NOOP("Actions", "cut the selected block"), ("Ctrl+X",)),
    ActionSpec(
        "paste-block", "sheet", QT_TRANSLATE_NOOP("Actions", "paste from Excel or LibreOffice"), ("Ctrl+V",)
    ),
    ActionSpec("fill-down", "sheet", QT_TRANSLATE_NOOP("Actions", "fill down"), ("Ctrl+D",)),
    ActionSpec("select-row", "sheet", QT_TRANSLATE_NOOP("Actions", "select the row"), ("Shift+Space",)),
    ActionSpec("select-column", "sheet", QT_TRANSLATE_NOOP("Actions", "select the column"), ("Ctrl+Space",)),
    ActionSpec(
        "select-all", "sheet", QT_TRANSLATE_NOOP("Actions", "select everything"), ("Ctrl+A",), by_hand=True
    ),
    ActionSpec(
        "fit-columns",
        "sheet",
        QT_TRANSLATE_NOOP("Actions", "fit the columns to what they say"),
        also=QT_TRANSLATE_NOOP("Actions", "width of columns"),
    ),
    ActionSpec(
        "empty", "sheet", QT_TRANSLATE_NOOP("Actions", "empty the selected cells"), ("Delete",), by_hand=True
    ),
    ActionSpec(
        "delete-row-of-sheet",
        "sheet",
        QT_TRANSLATE_NOOP("Actions", "delete the selected rows"),
        ("Ctrl+-",),
        by_hand=True,
    ),
    ActionSpec(
        "add-row-to-sheet",
        "sheet",
        QT_TRANSLATE_NOOP("Actions", "add a row like this one"),
        ("Ctrl++",),
        by_hand=True,
    ),
    ActionSpec("sku-row", "skus", QT_TRANSLATE_NOOP("Actions", "go to its row of the sheet"), ("Ctrl+G",)),
    ActionSpec(
        "copy-skus", "skus", QT_TRANSLATE_NOOP("Actions", "copy what is selected"), ("Ctrl+C",), by_hand=True
    ),
    ActionSpec(
        "save-skus",
        "skus",
        QT_TRANSLATE_NOOP("Actions", "save the list of SKUs (Excel)"),
        also=QT_TRANSLATE_NOOP("Actions", "export, what to enter in Amazon Listing"),
    ),
    ActionSpec(
        "revert", "send", QT_TRANSLATE_NOOP("Actions", "take the change back"), ("Delete",), by_hand=True
    ),
    ActionSpec("where", "settings", QT_TRANSLATE_NOOP("Actions", "where do I find this field?"), ("Ctrl+I",)),
    ActionSpec(
        "new-store",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "new store"),
        also=QT_TRANSLATE_NOOP("Actions", "add a store"),
    ),
    ActionSpec("import-settings", "settings", QT_TRANSLATE_NOOP("Actions", "import settings from a file")),
    ActionSpec("export-settings", "settings", QT_TRANSLATE_NOOP("Actions", "export settings to a file")),
    ActionSpec(
        "template",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "compare with an Amazon category template"),
    ),
)
"""Every action but those that bring a tab to the front, which `listo.ui.tabs` makes of its tabs."""


class BoundAction(QAction):
    """An action of the list that a page does: its keys work while the keyboard is anywhere in that page.

    `can` says whether there is anything to do. `anywhere` says that it can be done, from the list, also while
    the page is out of sight.
    """

    def __init__(
        self,
        spec: ActionSpec,
        page: QWidget,
        slot: Callable[[], object],
        can: Callable[[], bool] | None = None,
        *,
        anywhere: bool = False,
    ) -> None:
        super().__init__(page)
        self.spec, self.page = spec, page
        self._slot, self._can, self._anywhere = slot, can, anywhere
        if not spec.by_hand:
            self.setShortcuts([QKeySequence(key) for key in spec.keys])
        self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.triggered.connect(self._on_triggered)
        page.addAction(self)

    def _on_triggered(self) -> None:
        """Do it without what Qt tells of the action itself."""
        self._slot()

    def can_be_done(self) -> bool:
        """Return whether it can be done now."""
        return (self._anywhere or self.page.isVisible()) and (self._can is None or self._can())


def bind(
    page: QWidget,
    name: str,
    slot: Callable[[], object],
    can: Callable[[], bool] | None = None,
    *,
    anywhere: bool = False,
) -> BoundAction:
    """Have a page do the action of that name; see `BoundAction`. Raises KeyError for one not in the list."""
    return BoundAction(_by_name()[name], page, slot, can, anywhere=anywhere)


def actions_of(pages: Sequence[Page]) -> Iterator[tuple[str, tuple[ActionSpec, ...]]]:
    """Yield the words for each page, and those of its actions that have keys."""
    for page in pages:
        yield _translated(_PAGES[page]), tuple(spec for spec in ACTIONS if spec.page == page and spec.keys)


@cache
def _by_name() -> dict[str, ActionSpec]:
    return {spec.name: spec for spec in ACTIONS}


def _translated(source: object) -> str:
    return QCoreApplication.translate("Actions", str(source))


@cache
def _in_all_languages(source: str) -> tuple[str, ...]:
    """Return words in every language, the English ones first, folded."""
    others = (one.translate("Actions", source) for one in language.all_translators())
    return tuple(map(fold_for_search, (source, *filter(None, others))))


@cache
def _said(spec: ActionSpec) -> str:
    """Return all the words of an action in every language, folded."""
    sources = [str(source) for source in (spec.title, spec.also, _PAGES[spec.page]) if source]
    said = [words for source in sources for words in _in_all_languages(source)]
    return "\n".join((*said, *map(fold_for_search, spec.keys)))


def _place(spec: ActionSpec) -> str:
    """Return the words for the page of an action, empty where that is the whole window."""
    return "" if spec.page == "everywhere" else _translated(_PAGES[spec.page])


def _rank(spec: ActionSpec, words: Sequence[str]) -> int:
    """Return how far down an action stands that fits: first those that begin so in the language spoken.

    What another language begins with stands above what is only somewhere in the words for it.
    """
    title, typed = fold_for_search(spec.words()), " ".join(words)
    if title.startswith(typed):
        return 0
    if all(word in title for word in words):
        return 1
    return 2 if any(said.startswith(typed) for said in _in_all_languages(str(spec.title))) else 3


class ActionsDialog(QDialog):
    """Lists all actions, those first that can be done now; typing narrows the list, Enter does the first.

    `host` is the window whose pages do them; `do` is called with the action that was chosen.
    """

    def __init__(
        self, host: QWidget, specs: Sequence[ActionSpec], do: Callable[[BoundAction], object]
    ) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All actions"))
        self._specs, self._do = [spec for spec in specs if not spec.by_hand], do
        self._bound = {one.spec.name: one for one in host.findChildren(BoundAction) if one.can_be_done()}
        self.search, self.list = parts.LineEdit(clearButtonEnabled=True), QListWidget()
        self._none = parts.label("quiet")
        self._build()
        self._show()

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("What do you want to do?"))
        self.search.setAccessibleName(self.tr("What do you want to do?"))
        self.list.setAccessibleName(self.tr("All actions"))
        self.list.setItemDelegate(_ActionDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none.setText(self.tr("Nothing in Listo is called that."))
        whole = parts.column(self.search, self.list, self._none)
        whole.setContentsMargins(16, 16, 16, 16)
        self.setLayout(whole)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._show)
        self.search.returnPressed.connect(self._on_chosen)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        self.resize(620, 460)
        self.search.setFocus()

    def shown(self) -> list[ActionSpec]:
        """Return the actions that are listed."""
        return [self.list.item(row).data(_ACTION) for row in range(self.list.count())]

    def _show(self) -> None:
        words = fold_for_search(self.search.text()).split()
        fitting = [spec for spec in self._specs if spec.fits(words)]
        fitting.sort(key=lambda spec: (spec.name not in self._bound, _rank(spec, words) if words else 0))
        self.list.clear()
        for spec in fitting:
            self.list.addItem(self._item(spec))
        self.list.setVisible(bool(fitting))
        self._none.setVisible(not fitting)
        self.list.setCurrentRow(0 if fitting and fitting[0].name in self._bound else -1)

    def _item(self, spec: ActionSpec) -> QListWidgetItem:
        item = QListWidgetItem(spec.heading())
        item.setData(_ACTION, spec)
        item.setData(_CAN, can := spec.name in self._bound)
        spoken = (item.text(), _place(spec), spec.key_words(), "" if can else self.tr("not possible now"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in spoken if part))
        if not can:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setToolTip(self.tr("Not possible now"))
        return item

    def _on_chosen(self) -> None:
        item = self.list.currentItem()
        action = self._bound.get(item.data(_ACTION).name) if item is not None else None
        if action is not None:
            self.accept()
            # After the dialog is gone, so that the keyboard is where it was.
            QTimer.singleShot(0, action, lambda: self._do(action))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
            if event.key() in keys:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)


class _ActionDelegate(QStyledItemDelegate):
    """Draws what an action does at the left, and its page and keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(100, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        spec: ActionSpec = index.data(_ACTION)
        painter.save()
        draw_background(painter, option)
        area = option.rect.adjusted(12, 0, -10, 0)
        said = "  ·  ".join(part for part in (_place(spec), spec.key_words()) if part)
        width = min(painter.fontMetrics().horizontalAdvance(said), area.width() // 2)
        right = QRect(area.right() - width, area.top(), width + 1, area.height())
        self._draw(painter, right, said, "quiet", Qt.AlignmentFlag.AlignRight)
        left = area.adjusted(0, 0, -width - 16, 0)
        role: style.ColourRole = "text" if index.data(_CAN) else "quiet"
        self._draw(painter, left, index.data(), role, Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def _draw(
        self, painter: QPainter, area: QRect, text: str, role: style.ColourRole, side: Qt.AlignmentFlag
    ) -> None:
        painter.setPen(style.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
