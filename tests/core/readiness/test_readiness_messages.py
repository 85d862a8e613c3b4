"""Each reason, state and note is said in each language."""

from __future__ import annotations

from typing import get_args

import pytest

from listo.core.readiness.model import STATES, Note, NoteCode, Reason
from listo.core.readiness.rules import RULES
from listo.core.reports.texts import say_note, say_reason, say_short, say_state
from listo.core.texts import LANGUAGES, Language, Texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_is_said_in_few_words_and_in_a_sentence(language: Language) -> None:
    texts = Texts(language)
    shorts = [say_short(texts, rule.code) for rule in RULES]
    assert len(set(shorts)) == len(RULES)
    for rule in RULES:
        reason = Reason(rule.code, rule.state or "blocked", None, 17, rule.column, "Cor", "Color", "Azul")
        said = say_reason(texts, reason)
        assert said.endswith("."), said
        assert not set("{…") & set(said), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_states_and_notes_are_said(language: Language) -> None:
    texts = Texts(language)
    assert all(say_state(texts, state) for state in STATES)
    for code in get_args(NoteCode):
        for note in (
            Note(code, "7 Cor", 1, ""),
            Note(code, "7 Cor", 2, ""),
            Note(code, "7 Cor", 1, "a.xlsx"),
        ):
            said = say_note(texts, note) if code.endswith("replaced") or not note.file else ""
            assert "{" not in said
            assert not code.endswith("replaced") or "7 Cor" in said
            assert not (code.endswith("replaced") and note.file) or "a.xlsx" in said
        if code.startswith("export-"):
            assert say_note(texts, Note(code, file="a.xlsx")).startswith("a.xlsx")
            assert "{" not in say_note(texts, Note(code))


def test_what_is_not_known_is_left_out_of_the_sentence() -> None:
    texts = Texts("en")
    assert "None" not in say_reason(texts, Reason("category-unmapped", "blocked"))
    assert "212" in say_reason(texts, Reason("category-unmapped", "blocked", value="212"))
    field = Reason("value-missing-in-catalog", "blocked", specification="Cor")
    assert say_reason(texts, field) == "The SKU has no value for the specification “Cor”."
    assert say_short(texts, "") == ""


_SURE = """D VTEX: sku-inactive product-inactive sku-outside-trade-policy sku-kit sku-without-global-category
category-unmapped theme-unknown theme-case field-not-in-category value-missing-in-catalog value-unmapped
type-missing type-unknown type-case amazon-specification-missing amazon-value-missing ean-missing
ean-placeholder
D Amazon: amazon-specification-unknown amazon-specification-case amazon-value-not-accepted amazon-value-case
age-unit-not-accepted mandatory-attribute-missing ean-invalid
I VTEX: theme-incomplete
I Amazon: theme-not-offered theme-deprecated amazon-value-deprecated age-unit-missing ean-duplicate
variation-twins variation-field-unmapped
I GS1: ean-restricted
A Listo: row-conflict type-theme-mismatch"""


def test_each_rule_says_how_sure_it_is_and_whose() -> None:
    said, of = {}, ""
    for word in _SURE.replace("\n", " ").split():
        if len(word) == 1:
            of = word
        elif word.endswith(":"):
            of = f"{of[0]} {word[:-1]}"
        else:
            said[word] = of
    assert {rule.code: f"{rule.grade} {rule.source}" for rule in RULES} == said
    assert [rule.number for rule in RULES] == sorted(rule.number for rule in RULES)
    assert {rule.code for rule in RULES if rule.grade != "D"} == {
        rule.code for rule in RULES if rule.state == "at-risk"
    }
