"""What is wrong with a mapping sheet: one small object per check, and the engine that runs them."""

from listo.core.checks.engine import FAILED, run
from listo.core.checks.model import (
    Check,
    Example,
    Finding,
    Need,
    Planned,
    Report,
    Severity,
    SheetCheck,
    TextCheck,
)
from listo.core.checks.registry import CHECKS, PLANNED

__all__ = [
    "CHECKS",
    "FAILED",
    "PLANNED",
    "Check",
    "Example",
    "Finding",
    "Need",
    "Planned",
    "Report",
    "Severity",
    "SheetCheck",
    "TextCheck",
    "run",
]
