"""The work as it goes, kept on this machine: nothing acknowledged is lost, nothing forgotten remains."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.storage.decisions import Decisions
    from listo.core.storage.lookups import Lookup, Lookups
    from listo.core.storage.model import (
        Decision,
        FileMark,
        SessionKind,
        SessionLine,
        Shape,
        Standing,
        StoredSession,
        Subject,
    )
    from listo.core.storage.profiles import Profile, Profiles
    from listo.core.storage.store import FILE_NAME, Store
else:
    __getattr__ = from_parts(
        __name__,
        decisions=("Decisions",),
        lookups=("Lookup", "Lookups"),
        model=(
            "Decision",
            "FileMark",
            "SessionKind",
            "SessionLine",
            "Shape",
            "Standing",
            "StoredSession",
            "Subject",
        ),
        profiles=("Profile", "Profiles"),
        store=("FILE_NAME", "Store"),
    )

__all__ = [
    "FILE_NAME",
    "Decision",
    "Decisions",
    "FileMark",
    "Lookup",
    "Lookups",
    "Profile",
    "Profiles",
    "SessionKind",
    "SessionLine",
    "Shape",
    "Standing",
    "Store",
    "StoredSession",
    "Subject",
]
