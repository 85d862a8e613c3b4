"""How long the authorisation still holds: a bar, words, the reminder, and how to renew it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from listo.core.settings.messages import renewal, say_token
from listo.core.settings.types import Token
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts

_YEAR = 365
"""Days that an authorisation holds, as Amazon documents (resources/settings names the page)."""
_TONES = {"valid": "right", "soon": "warning", "expired": "error", "unknown": ""}
_ICONS: dict[str, tuple[str, style.ColourRole]] = {
    "valid": ("right-solid", "right"),
    "soon": ("warning-solid", "warning"),
    "expired": ("error-solid", "error"),
    "unknown": ("info-solid", "accent"),
}


class TokenCard(Translated, QFrame):
    """Drawn from a Token; the days left of the year that Amazon documents are the bar.

    `remind` is pressed for a reminder in the calendar.
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts, self._token, self._country = texts, Token(None, None, "unknown"), ""
        self._picture = parts.picture("info-solid", "accent", 16)
        self._words = parts.label("strong")
        self.bar = QProgressBar(maximum=_YEAR, textVisible=False)
        self.remind = parts.button("", "calendar")
        self._how = parts.button("quiet", "chevron-right")
        self._how.setCheckable(True)
        self._how.toggled.connect(self._on_how)
        self._steps = QWidget()
        self._steps.setLayout(QVBoxLayout())
        self._steps.hide()
        whole = parts.column(
            parts.row(self._picture, parts.grow(self._words), self.remind),
            self.bar,
            parts.row(self._how, None),
            self._steps,
        )
        whole.setContentsMargins(16, 12, 16, 12)
        self.setLayout(whole)
        self._retranslate()

    def show_token(self, token: Token, texts: Texts, country: str) -> None:
        """Show how the authorisation stands."""
        renamed = texts is not self._texts or country != self._country
        if token == self._token and not renamed and self._words.text():
            return
        self._token, self._texts, self._country = token, texts, country
        said = say_token(token, texts)
        self._words.setText(said[:1].upper() + said[1:])
        style.set_icon(self._picture, *_ICONS[token.state], 16)
        self.bar.setValue(max(0, min(_YEAR, token.days_left or 0)))
        self.bar.setProperty("tone", _TONES[token.state])
        self.bar.style().unpolish(self.bar)
        self.bar.style().polish(self.bar)
        self.bar.setAccessibleName(self._words.text())
        self.remind.setEnabled(token.expires_on is not None)
        if renamed and not self._steps.isHidden():
            self._draw_steps()

    def _on_how(self, shown: bool) -> None:
        style.set_icon(self._how, "chevron-down" if shown else "chevron-right")
        if shown:
            self._draw_steps()
        self._steps.setVisible(shown)

    def _draw_steps(self) -> None:
        inside = self._steps.layout()
        assert isinstance(inside, QVBoxLayout)
        parts.empty(inside)
        said = renewal(self._texts, self._country)
        for heading, steps in (
            (self.tr("What VTEX documents"), said.by_vtex),
            (self.tr("What Amazon documents"), said.by_amazon),
            (self.tr("From the time of MWS"), said.older),
        ):
            title = QLabel(heading)
            title.setProperty("role", "strong")
            inside.addWidget(title)
            for number, step in enumerate(steps, start=1):
                line = parts.label(selectable=True)
                line.setText(f"{number}. {step}")
                inside.addWidget(line)
        inference = parts.label("quiet")
        inference.setText(said.inference)
        inside.addWidget(inference)
        for link in said.links:
            page = QLabel(f'<a href="{link.url}">{link.title}</a> ↗', openExternalLinks=True, wordWrap=True)
            page.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            page.setToolTip(link.url)
            inside.addWidget(page)

    def _retranslate(self) -> None:
        self.remind.setText(self.tr("Add to my calendar…"))
        self._how.setText(self.tr("How to renew it"))
        if not self._steps.isHidden():
            self._draw_steps()
