"""The error catalogue: what each message of VTEX and Amazon means, and what to do about it."""

from listo.core.catalogue.answer import answer, link
from listo.core.catalogue.batches import Group, Line, cells_in, grouped, lines_in, lines_of, messages_of
from listo.core.catalogue.load import areas, by_code, entries, entry, screen_message, text
from listo.core.catalogue.model import Answer, Entry, EntryText, Example, Link
from listo.core.catalogue.recognising import Match, Recognition, recognise

__all__ = [
    "Answer",
    "Entry",
    "EntryText",
    "Example",
    "Group",
    "Line",
    "Link",
    "Match",
    "Recognition",
    "answer",
    "areas",
    "by_code",
    "cells_in",
    "entries",
    "entry",
    "grouped",
    "lines_in",
    "lines_of",
    "link",
    "messages_of",
    "recognise",
    "screen_message",
    "text",
]
