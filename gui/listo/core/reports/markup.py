"""HTML put together so that no text can become an element: whatever is not `Html` is escaped.

A module of its own, so that all that the safety of a report rests on is read at one glance.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape

from listo.core.mapping.cell_text import code_points, is_all_visible, split_visible

_EMPTY_ELEMENTS = frozenset({"br", "col", "meta"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str) -> Html:
    """Return an element with texts and other elements inside; `class_` and the like lose their `_`."""
    named = _attributes(attributes) if attributes else ""
    if name in _EMPTY_ELEMENTS:
        return Html(f"<{name}{named}>")
    return Html(f"<{name}{named}>{join(*inside)}</{name}>")


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {key.rstrip("_")}="{escape(text)}"' for key, text in attributes.items() if text)


def join(*parts: str) -> Html:
    """Return texts and elements one after the other."""
    return Html("".join([part if isinstance(part, Html) else escape(part) for part in parts]))


@lru_cache(maxsize=10_000)  # as many different ones as a long report has; 5 MB
def mark_invisible(text: str) -> Html:
    """Return a cell's text with blanks and unseen characters drawn, each with its number for who asks."""
    if is_all_visible(text):
        return Html(escape(text))
    return join(
        *(
            element("mark", piece.display_text, title=code_points(piece.text))
            if piece.drawn
            else piece.display_text
            for piece in split_visible(text)
        )
    )
