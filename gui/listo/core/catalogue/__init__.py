"""The error catalogue: what each message of VTEX and Amazon means, and what to do about it."""

from listo.core.catalogue.answer import answer
from listo.core.catalogue.load import areas, by_code, entries, entry, text
from listo.core.catalogue.model import Answer, Entry, EntryText, Example, Link

__all__ = [
    "Answer",
    "Entry",
    "EntryText",
    "Example",
    "Link",
    "answer",
    "areas",
    "by_code",
    "entries",
    "entry",
    "text",
]
