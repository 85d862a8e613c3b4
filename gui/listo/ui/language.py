"""The window's language: the system's at first, changed at once in every widget, without a restart."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal

from listo.core import resources
from listo.core.texts import LANGUAGES, Language, Texts, language_of, set_number_form

if TYPE_CHECKING:  # at run time the widget's own Qt class stands behind it
    from PySide6.QtWidgets import QWidget as Widget
else:
    Widget = object

NAMES: dict[Language, str] = {"en": "English", "pt": "Português", "es": "Español"}
"""Each language's name, in that language."""

_TERRITORIES: dict[Language, str] = {"en": "en_US", "pt": "pt_BR", "es": "es"}

logger = logging.getLogger(__name__)


def desktop_language() -> Language:
    """Return the language that the desktop is set to, of those that Listo speaks."""
    tags = (language_of(tag) for tag in QLocale.system().uiLanguages())
    return next(tags, "en")


class WindowLanguage(QObject):
    """Which language the window speaks; changing it makes Qt tell every widget."""

    changed = Signal(object)
    """The Texts of the new language."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []
        self.texts = Texts(language)
        self._install(language)

    def set_language(self, language: Language) -> None:
        """Speak another language from now on."""
        if language != self.texts.language:
            self.texts = Texts(language)
            self._install(language)
            self.changed.emit(self.texts)

    def _install(self, language: Language) -> None:
        locale = _locale_of(language)
        QLocale.setDefault(locale)
        set_number_form(language, locale.groupSeparator(), _digits_parted(locale))
        # The system's own dialogs speak its language alone; in another one Qt's dialogs ask for files.
        foreign = language != desktop_language()
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, foreign)
        old, self._translators = self._translators, []
        for path in _files(language):
            translator = QTranslator(self)
            if translator.load(str(path)):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)
            else:
                logger.warning("no translation in %s", path)
        for translator in old:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()


def _locale_of(language: Language) -> QLocale:
    """Return how the person's own country writes numbers and days in a language; else how it usually is."""
    locale = QLocale.system()
    is_plain = locale.language() == QLocale.Language.C
    is_other = is_plain or language_of(locale.name()) != language
    return QLocale(_TERRITORIES[language]) if is_other else locale


def _digits_parted(locale: QLocale) -> int:
    """Return from how many digits on thousands are parted: Spain writes 1045 and 12.345."""
    return 4 if len(locale.toString(1000)) > 4 else 5


class Translated(Widget):
    """Stands before a widget's Qt class: where Qt tells of a new language, its words are put there anew."""

    def _retranslate(self) -> None:
        """Put every word in its place, in the language that is spoken now."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _files(language: Language) -> list[Path]:
    """Return Qt's own words and ours in a language; English stands in the code, but for its plurals."""
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    suffix = {"en": "en", "pt": "pt_BR", "es": "es"}[language]
    return [path for path in (qt / f"qtbase_{suffix}.qm", _own(language)) if path.exists()]


def _own(language: Language) -> Path:
    return resources.root() / "translations" / f"listo_{language}.qm"


@cache
def all_translators() -> tuple[QTranslator, ...]:
    """Return our words in each language, for what is searched in all of them at once."""
    translators = [QTranslator() for _ in LANGUAGES]
    for translator, language in zip(translators, LANGUAGES, strict=True):
        translator.load(str(_own(language)))
    return tuple(translators)


def known_language(language: str) -> Language | None:
    """Return `language` if it is one that Listo speaks."""
    return next((one for one in LANGUAGES if one == language), None)
