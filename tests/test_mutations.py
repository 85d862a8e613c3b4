"""The changes that `mutants.py` tries: each is one slip of the hand in code that runs."""

from __future__ import annotations

import pytest

from mutations import mutations


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("def f(a):\n    return a < 1\n", {"None", "(a <= 1)", "2"}),
        ("def f(a):\n    a.b = 1\n", {"pass", "2"}),
        (
            "def f(a):\n    if a and not b:\n        raise E\n",
            {"(not (a and (not b)))", "(a or not b)", "(b)", "pass"},
        ),
        ("class C:\n    x = min(y)\n", {"max"}),
        ("def f():\n    return [a for a in b if a]\n", {"None", "[a for a in b]"}),
        ("X = Check(example({1: 2}), 3)\n", {"4"}),
        ("X = Check(SheetExample(rows=(1, 2)), 3)\n", {"4"}),
        ("X = zip(a, b, strict=True)\n", set()),
        ("MOST = 300\nLEAST = 3\n", {"4"}),
        ('"""Words."""\nimport a\n_log.info("x")\nX: int\n', set()),
        ("def f(a: Literal['x']) -> 'y':\n    'Words.'\n    assert a\n", set()),
    ],
)
def test_each_change_is_a_slip_in_what_runs(source: str, changed: set[str]) -> None:
    assert {each.text.decode() for each in mutations(source.encode())} == changed


def test_a_change_says_where_it_is_and_leaves_the_rest() -> None:
    source = "X = 'ação'\n\n\nclass C:\n    def f(self):\n        return 'ç' == 1\n".encode()
    of_number = next(each for each in mutations(source) if each.text == b"2")
    assert (of_number.owner, of_number.line) == ("C.f", 6)
    assert of_number.applied(source) == source.replace(b"== 1", b"== 2")
    of_top = next(each for each in mutations(source) if not each.owner)
    assert (of_top.subject, of_top.applied(source)) == (
        "X",
        source.replace("ação".encode(), "açãoX".encode()),
    )
