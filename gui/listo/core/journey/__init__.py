"""The guided path as a state machine: where the person is, what is done, what is left. It draws nothing."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.journey.facts import Facts
    from listo.core.journey.path import ADMIN_STEPS, STEPS, AdminStep, Journey, Step
    from listo.core.journey.signposts import Station, stations
else:
    __getattr__ = from_parts(
        __name__,
        facts=("Facts",),
        path=("ADMIN_STEPS", "STEPS", "AdminStep", "Journey", "Step"),
        signposts=("Station", "stations"),
    )

__all__ = ["ADMIN_STEPS", "STEPS", "AdminStep", "Facts", "Journey", "Station", "Step", "stations"]
