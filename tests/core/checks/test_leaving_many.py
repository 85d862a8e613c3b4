"""Very many findings left as they are at once, and counted again, come to the same as one by one."""

from __future__ import annotations

from listo.core.checks import IncrementalChecker, finding_key
from listo.core.checks.model import example
from listo.core.references import References

ROWS = 2_500


def test_many_left_at_once_are_as_if_left_one_by_one():
    sheet = example(*({"AmazonValue": f" Value{n}", "VTEXValue": f"Valor{n}"} for n in range(ROWS))).sheet()
    together, apart = IncrementalChecker(sheet, References()), IncrementalChecker(sheet, References())
    keys = [finding_key(finding) for finding in together.findings if finding.code == "cell-whitespace"]
    assert len(keys) == ROWS
    some = keys[::-1][: ROWS - 100]
    together.leave_all(dict.fromkeys(some, "why"))
    for key in some:
        apart.leave(key, "why")
    assert tuple(together.findings) == tuple(apart.findings)
    assert tuple(together.left) == tuple(apart.left)
    assert together.reasons == apart.reasons
    together.leave_all(dict.fromkeys(some))
    assert len(together.findings.of("cell-whitespace")) == ROWS
    assert (len(together.left), together.reasons) == (0, {})
