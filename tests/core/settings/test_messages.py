"""What is said of the settings: complete in three languages, with the same names put in."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from listo.core import resources
from listo.core.settings.checks import CHECKS, check
from listo.core.settings.messages import (
    describe_character,
    message_of,
    renewal,
    say,
    say_character,
    say_field,
    say_notice,
    say_token,
)
from listo.core.settings.types import FIELDS, SettingsCheck, Token
from listo.core.texts import LANGUAGES, Language, Texts
from listo.core.vocabulary import marketplaces

each_check = pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.code)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def book(language: str) -> dict[str, Any]:
    texts: dict[str, Any] = resources.read_json(f"settings/{language}.json")
    return texts


def leaves(texts: Any, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], str]]:
    if isinstance(texts, str):
        yield path, texts
    else:
        for key, value in texts.items() if isinstance(texts, dict) else enumerate(texts):
            yield from leaves(value, (*path, key))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_three_languages_have_the_same_texts_with_the_same_fields() -> None:
    english = {path: fields(text) for path, text in leaves(book("en"))}
    for language in LANGUAGES:
        assert {path: fields(text) for path, text in leaves(book(language))} == english


@each_language
def test_every_text_is_there_and_tidy(language: Language) -> None:
    for path, text in leaves(book(language)):
        if path[-1] not in ("in_vtex", "at_amazon"):
            assert text.strip(), path
        assert not re.search(r"  (?! *”)|\s$|\"", text), path


@each_language
def test_the_codes_said_are_those_that_there_are(language: Language) -> None:
    assert set(book(language)["checks"]) == {one.code for one in CHECKS}
    for one in CHECKS:
        texts = book(language)["checks"][one.code]
        assert list(texts) == ["title", "message", "why", "fix"]
        assert not texts["title"].endswith(".")
        assert set(texts["message"]) == set(one.variants) if one.variants else texts["message"]
        assert not fields(texts["title"] + texts["why"] + texts["fix"])


@each_check
@each_language
def test_every_wrong_example_can_be_said(one: SettingsCheck, language: Language) -> None:
    texts = Texts(language)
    for case in one.wrong:
        report = check(case.settings, today=case.today, template=case.template, secret_keys=case.secret)
        for finding in (*report.findings, *report.notes):
            said = say(finding, texts)
            for sentence in (said.message, said.why, said.fix, *said.places):
                assert sentence.endswith((".", "?")), sentence
                assert not re.search(r"[{}]|\b(country|language)\.[A-Za-z]", sentence)
            assert message_of(finding, texts).startswith(said.message)


@each_language
def test_every_field_says_where_to_find_it(language: Language) -> None:
    assert tuple(book(language)["fields"]) == tuple(book("en")["fields"])
    assert set(book(language)["fields"]) == set(FIELDS)
    for name in FIELDS:
        said = say_field(name, Texts(language), "MX")
        assert said.label
        assert said.hint.endswith(".")
        assert bool(said.in_vtex) != bool(said.at_amazon)
        assert "amazon.com.br" not in said.at_amazon


@each_language
def test_every_country_and_named_character_has_a_name(language: Language) -> None:
    for country in marketplaces.countries():
        assert book(language)["words"][f"country.{country}"]
    for point in resources.read_json("settings/characters.json")["named"]:
        assert say_character(chr(int(point[2:], 16)), Texts(language))
    for letter in ("A", "z", "7", "а", "Ω", "ω", "Ж", "字", "$", "\u0301", "\u2063", "\u205f"):
        assert say_character(letter, Texts(language))


def test_a_character_is_named_in_the_readers_language() -> None:
    assert [describe_character("\u00a0", Texts(one)) for one in LANGUAGES] == [
        "no-break space, U+00A0",
        "espaço inseparável, U+00A0",
        "espacio de no separación, U+00A0",
    ]
    assert say_character("а", Texts("en")) == "Cyrillic small letter а"


@pytest.mark.parametrize(
    ("days", "english", "portuguese"),
    [
        (54, "54 days left, until 2027-01-14", "faltam 54 dias, até 14/01/2027"),
        (1, "1 day left, until 2027-01-14", "falta 1 dia, até 14/01/2027"),
        (0, "last day: 2027-01-14", "último dia: 14/01/2027"),
        (-1, "ended 1 day ago, on 2027-01-14", "venceu há 1 dia, em 14/01/2027"),
    ],
)
def test_what_is_left_is_said_in_words(days: int, english: str, portuguese: str) -> None:
    token = Token(date(2027, 1, 14), days, "valid")
    assert say_token(token, Texts("en")) == english
    assert say_token(token, Texts("pt")) == portuguese


def test_a_notice_is_given_only_when_one_is_due() -> None:
    day, texts = date(2027, 1, 14), Texts("en")
    assert say_notice(Token(day, 31, "valid"), "Ana", texts) is None
    assert say_notice(Token(None, None, "unknown"), "Ana", texts) is None
    sentences = [say_notice(Token(day, days, "soon"), "Ana", texts) for days in (30, 7, 1, 0)]
    sentences.append(say_notice(Token(day, -3, "expired"), "Ana", texts))
    assert all(said is not None and said.startswith("Ana: ") for said in sentences)
    assert len(set(sentences)) == 5


@each_language
def test_how_to_renew_is_told_for_both_eras(language: Language) -> None:
    how = renewal(Texts(language), "ES")
    assert len(how.by_vtex) == 4
    assert "sellercentral-europe.amazon.com/apps/manage" in how.by_amazon[0]
    assert "365" in how.inference
    assert how.older
    assert all(link.url.startswith("https://") for link in how.links)
