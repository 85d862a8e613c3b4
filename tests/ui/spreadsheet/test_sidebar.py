"""The list of kinds: what is done stays in its place, ticked, with the number that it had."""

from __future__ import annotations

from listo.core.worker.results import IssueGroup
from listo.ui.spreadsheet.sidebar import IssueTypesModel, merge_groups


def group(code: str, count: int = 3) -> IssueGroup:
    return IssueGroup(code, "error", None, count, 0, 0)


def codes(groups: list[IssueGroup]) -> str:
    return "".join(g.code if g.count else f"({g.code})" for g in groups)


def test_merging_keeps_what_is_gone_after_what_it_followed():
    before = [group(c) for c in "abcd"]
    assert codes(merge_groups(before, [group("a"), group("d")])) == "a(b)(c)d"
    assert codes(merge_groups(before, [group("d")])) == "(a)(b)(c)d"
    assert codes(merge_groups(before, [group("x"), *before])) == "xabcd"
    assert codes(merge_groups(before, [])) == "(a)(b)(c)(d)"


def test_merging_keeps_the_order_that_the_person_goes_by():
    before = [group(c) for c in "abc"]
    assert codes(merge_groups(before, [group("c", 9), group("a", 2), group("b", 1)])) == "abc"
    assert codes(merge_groups(before, [group("c", 9), group("x"), group("a", 2)])) == "a(b)cx"


def test_a_kind_that_is_back_stands_where_what_it_holds_up_puts_it():
    before = [group("a"), group("b"), group("c", 0), group("d", 0)]
    assert codes(merge_groups(before, [group("d"), group("a"), group("b")])) == "dab(c)"
    assert codes(merge_groups(before, [group("a"), group("d"), group("b")])) == "adb(c)"
    assert codes(merge_groups(before, [group("a"), group("b"), group("c")])) == "abc(d)"


def test_a_kind_of_an_earlier_day_that_is_back_is_no_longer_last(qapp):
    model = IssueTypesModel(lambda code, count: code)
    model.begin([group("a"), group("b")], met=("z",))
    model.update([group("z", 400), group("a"), group("b")])
    assert [kind.code for kind in model.items] == ["z", "a", "b"]


def test_a_kind_that_is_done_keeps_its_title_and_comes_back_with_undo(qapp):
    model = IssueTypesModel(lambda code, count: f"{count} {code}")
    model.begin([group("a", 12), group("b")])
    model.update([group("b")])
    assert [kind.title for kind in model.items] == ["12 a", "3 b"]
    assert len(model.items) - len(model.remaining()) == 1
    model.update([group("a", 12), group("b")])
    assert len(model.items) == len(model.remaining())


def test_beginning_anew_forgets_what_was_done(qapp):
    model = IssueTypesModel(lambda code, count: code)
    model.begin([group("a"), group("b")])
    model.update([])
    model.begin([group("b")])
    assert [kind.group.code for kind in model.items] == ["b"]
