"""What is wrong with a mapping sheet: one small object per check, and the engine that runs them."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.checks.engine import FAILED, run
    from listo.core.checks.findings import Findings, Tally, finding_key
    from listo.core.checks.incremental import IncrementalChecker
    from listo.core.checks.messages import say, with_name, with_names
    from listo.core.checks.model import (
        Check,
        Example,
        Finding,
        Need,
        Report,
        Severity,
        SheetCheck,
        TextCheck,
    )
    from listo.core.checks.registry import CHECKS
else:
    __getattr__ = from_parts(
        __name__,
        incremental=("IncrementalChecker",),
        engine=("FAILED", "run"),
        findings=("Findings", "Tally", "finding_key"),
        model=("Check", "Example", "Finding", "Need", "Report", "Severity", "SheetCheck", "TextCheck"),
        registry=("CHECKS",),
        messages=("say", "with_name", "with_names"),
    )

__all__ = [
    "CHECKS",
    "FAILED",
    "Check",
    "Example",
    "Finding",
    "Findings",
    "IncrementalChecker",
    "Need",
    "Report",
    "Severity",
    "SheetCheck",
    "Tally",
    "TextCheck",
    "finding_key",
    "run",
    "say",
    "with_name",
    "with_names",
]
