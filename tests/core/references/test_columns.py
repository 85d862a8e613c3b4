"""Columns of exports: what is kept once, and what lies in one piece, says what the rows said."""

from __future__ import annotations

from array import array

import pytest

from listo.core.references.columns import (
    CodedColumn,
    PackedTexts,
    distinct_pairs,
    filled,
    join_column,
    own_column,
    packed,
    text_column,
    told_together,
)
from listo.core.references.names import fold_header
from listo.core.references.template_layout import keys_of_definition

MANY = [f"SKU {number} – ação" for number in range(1_500)]

FAR = 60_000_000
"""Letters of a cell that a file of a few kilobytes can hold."""


def test_what_is_far_too_long_for_a_header_is_not_looked_through() -> None:
    assert fold_header("SKU ID (Not Changeable)") == "sku id"
    assert fold_header("(" * FAR) == ""
    assert keys_of_definition("1" * FAR) == []


@pytest.mark.parametrize("texts", [[], [""], ["a", "", "ação", "", "😀"], MANY])
def test_packed_texts_are_those_that_were_given(texts: list[str]) -> None:
    found = PackedTexts(texts)
    assert len(found) == len(texts)
    assert list(found) == texts
    assert [found[place] for place in range(len(texts))] == texts
    assert list(found[1:3]) == texts[1:3]


def test_a_text_that_is_half_a_letter_is_kept_too() -> None:
    assert list(PackedTexts(["\ud83d", "b"])) == ["\ud83d", "b"]


def test_a_place_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        PackedTexts(["a"])[1]


def test_a_column_of_names_says_what_one_that_keeps_each_once_says() -> None:
    names = [f" Camisa {number % 700} " for number in range(1_400)]
    own, once = own_column(names, str.strip), text_column(names, str.strip)
    assert (len(own.values), len(once.values)) == (1_400, 700)
    assert list(own) == list(once)
    assert list(join_column([own, once])) == [*own, *once]


def test_a_column_keeps_each_text_once() -> None:
    column = text_column([" a", "b", "a ", "b"], str.strip)
    assert list(column) == ["a", "b", "a", "b"]
    assert (column[2], list(column[1:3])) == ("a", ["b", "a"])
    assert list(column.values) == ["a", "b"]
    assert column.codes == array("B", [0, 1, 0, 1])
    assert list(column.map(str.upper)) == ["A", "B", "A", "B"]
    assert list(column.select([True, False, True, True])) == ["a", "a", "b"]


def test_texts_that_are_all_different_take_no_numbers() -> None:
    column = text_column(MANY, str.strip)
    assert column.codes == range(1_500)
    assert isinstance(column.values, PackedTexts)
    assert list(column.select([text == MANY[7] for text in MANY])) == [MANY[7]]


def test_columns_of_several_exports_follow_each_other() -> None:
    few = CodedColumn.of(["a", "b"])
    assert list(join_column([few, CodedColumn.of(["b", None])])) == ["a", "b", "b", None]
    many = text_column(MANY, str.strip)
    assert list(join_column([many, many])) == MANY + MANY
    assert list(join_column([few, many, CodedColumn.of([None])])) == ["a", "b", *MANY, None]
    assert isinstance(join_column([many, few]).values, PackedTexts)


def test_a_column_that_an_export_lacks_is_empty() -> None:
    assert list(filled(CodedColumn.of(["a", None]))) == ["a", ""]
    assert list(filled(text_column(MANY, str.strip))) == MANY
    assert packed(["a"]) == ["a"]


def test_what_columns_say_together_is_read_once() -> None:
    read: list[tuple[object, object]] = []
    one, other = CodedColumn.of(["a", "b", "a"]), CodedColumn.of([1, 2, 1])
    found = told_together(lambda *said: read.append(said) or said, one, other)
    assert list(found) == [("a", 1), ("b", 2), ("a", 1)]
    assert read == [("a", 1), ("b", 2)]
    assert list(distinct_pairs(one, other)) == [("a", 1), ("b", 2)]
