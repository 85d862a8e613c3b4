"""How the program looks: the only place that knows colours, sizes and the style sheet.

Widgets say what they are through the dynamic property `role` (`set_role`) and never call setStyleSheet:
labels `title`, `section`, `quiet`, `caption`, `error`, `warning`, `right`, `link`; frames `card`, `dropzone`,
`sidebar`, `header`, `notice`, `badge`; buttons `primary`, `quiet`, `link`, `danger`.
"""

from listo.ui.style.icons import ICON_SIZE, app_icon, icon, pixmap, set_icon
from listo.ui.style.theme import apply, follow, margins, set_role, style_sheet
from listo.ui.style.tokens import READING_WIDTH, SPACE, ColourRole, colour, colours, is_dark

__all__ = [
    "ICON_SIZE",
    "READING_WIDTH",
    "SPACE",
    "ColourRole",
    "app_icon",
    "apply",
    "colour",
    "colours",
    "follow",
    "icon",
    "is_dark",
    "margins",
    "pixmap",
    "set_icon",
    "set_role",
    "style_sheet",
]
