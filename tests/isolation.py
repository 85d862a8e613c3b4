"""What tests may not reach: the network, and Qt where the core is tested without it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

_HERE = {"", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"}
_QT = {"PySide6", "shiboken6"}


def forbid_network() -> None:
    """Raise from now on wherever this process looks up or connects to another machine."""
    sys.addaudithook(_refuse_other_machines)


def _refuse_other_machines(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.bind"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""  # a path: a socket of this machine
    elif event == "socket.getaddrinfo":
        host = arguments[0] or ""
    else:
        return
    if (host.decode() if isinstance(host, bytes) else host) not in _HERE:
        raise AssertionError(f"a test reached for the network: {event} {host!r}")


def forbid_qt() -> None:
    """Make every import of Qt fail, as where it was never installed."""
    if loaded := _QT.intersection(sys.modules):
        raise AssertionError(f"{', '.join(sorted(loaded))} is loaded already: add -p no:pytest-qt")
    sys.meta_path.insert(0, _NoQt())


class _NoQt:
    """Finds Qt before anybody else does, and says that it is not there."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in _QT:
            raise ModuleNotFoundError(f"No module named {name!r} (Qt is forbidden here)", name=name)
        return None
