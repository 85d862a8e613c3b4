"""Which steps of which answers were ticked off; they stay so over a restart."""

from __future__ import annotations

from listo.ui.window_state import WindowState

_KEY = "ticks"
_MOST = 300


class Ticks:
    """Kept by error and name: who mended `Cor` has not mended `Tamanho` yet."""

    def __init__(self, state: WindowState) -> None:
        self._state = state
        self._kept: dict[str, list[int]] = dict(state.get_state(_KEY, {}))

    def of(self, error_id: str, subject: str) -> frozenset[int]:
        """Return the ticked steps, counted from 0."""
        return frozenset(self._kept.get(_key(error_id, subject), ()))

    def set(self, error_id: str, subject: str, step: int, *, done: bool) -> None:
        """Tick a step, or take its tick away; the answers ticked longest ago are forgotten at last."""
        key = _key(error_id, subject)
        ticked = {*self._kept.pop(key, ())}
        (ticked.add if done else ticked.discard)(step)
        if ticked:
            self._kept[key] = sorted(ticked)
        self._kept = dict(list(self._kept.items())[-_MOST:])
        self._state.set_state(_KEY, self._kept)

    def clear(self, error_id: str, subject: str) -> None:
        """Take all ticks of an answer away."""
        self._kept.pop(_key(error_id, subject), None)
        self._state.set_state(_KEY, self._kept)


def _key(error_id: str, subject: str) -> str:
    return f"{error_id} {subject}" if subject else error_id
