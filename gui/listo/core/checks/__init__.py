"""What is wrong with a mapping sheet: one small object per check, and the engine that runs them."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.checks.accepting import accepted_texts, is_right
    from listo.core.checks.checked import Checked
    from listo.core.checks.engine import FAILED, run
    from listo.core.checks.findings import Findings, Tally, finding_key
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
    from listo.core.checks.sentences import say, with_name, with_names
else:
    __getattr__ = from_parts(
        __name__,
        accepting=("accepted_texts", "is_right"),
        checked=("Checked",),
        engine=("FAILED", "run"),
        findings=("Findings", "Tally", "finding_key"),
        model=("Check", "Example", "Finding", "Need", "Report", "Severity", "SheetCheck", "TextCheck"),
        registry=("CHECKS",),
        sentences=("say", "with_name", "with_names"),
    )

__all__ = [
    "CHECKS",
    "FAILED",
    "Check",
    "Checked",
    "Example",
    "Finding",
    "Findings",
    "Need",
    "Report",
    "Severity",
    "SheetCheck",
    "Tally",
    "TextCheck",
    "accepted_texts",
    "finding_key",
    "is_right",
    "run",
    "say",
    "with_name",
    "with_names",
]
