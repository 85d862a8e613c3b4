"""What of a window is cut off, has no name, or is out of the Tab key's reach."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTableView,
    QWidget,
)

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar, QProgressBar)
PARTS = ("qt_spinbox_lineedit", "qt_tableview_cornerbutton")
"""Qt's own parts of a control; the control has the name."""

_AROUND_HINT = 4
"""Pixels that QLineEdit keeps free at both ends of its text."""


def shown(window: QWidget, kinds: Any) -> list[QWidget]:
    return [one for kind in kinds for one in window.findChildren(kind) if one.isVisible()]


def nameless(window: QWidget) -> list[str]:
    """Return the controls that a screen reader cannot name."""
    found = []
    for control in shown(window, CONTROLS):
        interface = QAccessible.queryAccessibleInterface(control)
        name = interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Value)
        is_part = isinstance(control, QHeaderView) or control.objectName() in PARTS
        if not name and not is_part:
            found.append(f"{control!r} in {control.parent()!r}")
    return found


def cut_words(window: QWidget, *, with_headings: bool = True) -> list[str]:
    """Return the words that are not seen whole; headings and hints, which are spoken whole, if asked."""
    for _pass in range(3):  # what grows in height may bring a scroll bar, which takes width
        QApplication.processEvents()
    kinds: dict[Any, Any] = {
        QLabel: cut_label,
        QAbstractButton: cut_button,
        QComboBox: cut_choice,
        QLineEdit: cut_hint,
        QTabBar: cut_tabs,
        QTableView: cut_headings,
        QScrollArea: scrolls_sideways,
    }
    if not with_headings:
        del kinds[QTableView], kinds[QLineEdit]
    return [words for kind, cut in kinds.items() for one in shown(window, [kind]) if (words := cut(one))]


def out_of_reach(window: QWidget) -> list[str]:
    """Return what can be used but not reached with the Tab key."""
    QApplication.processEvents()
    reached = focus_chain(window)
    wanted = [
        one
        for one in shown(window, (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit))
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [repr(one) for one in wanted if one not in reached and not in_table(one)]


def cut_label(label: QLabel) -> str:
    """Return the words of a label that has not the room that they need; empty where all is well."""
    if not label.text() or label.toolTip() or label.pixmap().width() > 0:
        return ""
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return f"{label.text()} (high {label.height()} of {needed})" if label.height() < needed else ""
    needed = label.sizeHint().width()
    return f"{label.text()} (wide {label.width()} of {needed})" if label.width() < needed else ""


def cut_button(button: QAbstractButton) -> str:
    if not button.text() or button.width() >= button.sizeHint().width():
        return ""
    needed = QFontMetrics(button.font()).horizontalAdvance(button.text())
    return f"{button.text()} (wide {button.width()} of {needed})"


def cut_choice(choice: QComboBox) -> str:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, choice).width()
    needed = QFontMetrics(choice.font()).horizontalAdvance(choice.currentText())
    return f"{choice.currentText()} (wide {room} of {needed})" if room < needed else ""


def cut_hint(field: QLineEdit) -> str:
    """Return the hint of an empty field that has not the room that it needs."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    room = field.style().subElementRect(part, option, field).width() - _AROUND_HINT
    needed = QFontMetrics(field.font()).horizontalAdvance(field.placeholderText())
    cut = not field.text() and room < needed
    return f"{field.placeholderText()} (wide {room} of {needed})" if cut else ""


def cut_headings(table: QTableView) -> str:
    header = table.horizontalHeader()
    sections = range(header.count()) if header.isVisible() else ()
    return " ".join(words for section in sections if (words := cut_heading(header, section)))


def cut_heading(header: QHeaderView, section: int) -> str:
    text = str(header.model().headerData(section, header.orientation(), Qt.ItemDataRole.DisplayRole) or "")
    words = text.replace("\u200b", "\n").splitlines()
    needed = max((QFontMetrics(header.font()).horizontalAdvance(word) for word in words), default=0)
    room = header.sectionSize(section)
    hidden = header.isSectionHidden(section)
    return f"{text!r} (wide {room} of {needed + 16})" if not hidden and room < needed + 16 else ""


def cut_tabs(tabs: QTabBar) -> str:
    return f"tabs (wide {tabs.width()})" if tabs.width() < tabs.sizeHint().width() else ""


def scrolls_sideways(area: QScrollArea) -> str:
    bar = area.horizontalScrollBar()
    return f"{area!r} scrolls sideways" if bar.maximum() > 0 else ""


def focus_chain(window: QWidget) -> set[QWidget]:
    """Return what the Tab key comes by, from the window on, until it is back."""
    first = window.nextInFocusChain()
    chain, widget = {first}, first.nextInFocusChain()
    while widget not in chain:
        chain.add(widget)
        widget = widget.nextInFocusChain()
    return chain


def in_table(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)


_ROLE = QAccessible.Role
ROLES: dict[type[QWidget], set[QAccessible.Role]] = {
    QCheckBox: {_ROLE.CheckBox},
    QRadioButton: {_ROLE.RadioButton},
    QAbstractButton: {_ROLE.Button, _ROLE.ButtonMenu, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.Link},
    QComboBox: {_ROLE.ComboBox},
    QLineEdit: {_ROLE.EditableText},
    QPlainTextEdit: {_ROLE.EditableText},
    QTabBar: {_ROLE.PageTabList},
    QProgressBar: {_ROLE.ProgressBar},
    QTableView: {_ROLE.Table},
    QListView: {_ROLE.List},
}
"""What a screen reader is to say that a control is; of two classes that fit the first counts."""

_MOST_CELLS = 60
"""Of a list or table, so many cells are listened to: more say the same again."""


def misspoken(window: QWidget) -> list[str]:
    """Return what a screen reader would say wrong of a window: roles, states, and the cells of tables."""
    return [
        f"{said} ({control!r})" for control in shown(window, ROLES) for said in _misspoken(control)
    ] + _unspoken_cells(window)


def _misspoken(control: QWidget) -> Iterator[str]:
    if isinstance(control, QHeaderView) or control.objectName() in PARTS:
        return
    spoken = QAccessible.queryAccessibleInterface(control)
    name, state = spoken.text(QAccessible.Text.Name), spoken.state()
    roles = next(roles for kind, roles in ROLES.items() if isinstance(control, kind))
    if spoken.role() not in roles:
        yield f"“{name}” is said to be {spoken.role().name}"
    if bool(state.disabled) is control.isEnabled():
        yield f"“{name}” is said to be possible, or not, against what is so"
    if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isEnabled() and not state.focusable:
        yield f"“{name}” is not said to take the keyboard"
    if control.hasFocus() and not state.focused:
        yield f"“{name}” is not said to have the keyboard"
    if (
        isinstance(control, QAbstractButton)
        and control.isCheckable()
        and bool(state.checked) is not control.isChecked()
    ):
        yield f"“{name}” is said to be ticked, or not, against what is so"
    if isinstance(control, QPlainTextEdit) and bool(state.readOnly) is not control.isReadOnly():
        yield f"“{name}” is said to be editable, or not, against what is so"


def _unspoken_cells(window: QWidget) -> list[str]:
    """Return the cells in which one sees something and hears nothing."""
    unspoken = []
    for view in shown(window, [QTableView, QListView]):
        assert isinstance(view, QAbstractItemView)
        model = view.model()
        columns = model.columnCount() if isinstance(view, QTableView) else 1
        places = product(range(model.rowCount() if model else 0), range(columns))
        for row, column in islice(places, _MOST_CELLS):
            index = model.index(row, column)
            seen = index.data(Qt.ItemDataRole.DisplayRole) or index.data(Qt.ItemDataRole.DecorationRole)
            heard = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            if seen and not str(heard or "").strip():
                unspoken.append(f"row {row}, column {column} of {view!r} says nothing")
    return unspoken
