"""Answers for an Admin that has the mapping sheet, Amazon Listing or Product Publication."""

from __future__ import annotations

import re

import pytest

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.entries import PAGES, AdminPage, make_answer
from listo.core.texts import LANGUAGES, Language

WITHOUT_SHEET = PAGES[1:]


def told(error_id: str, language: Language, page: AdminPage | None) -> str:
    answer = make_answer(entries.get_entry(error_id), {}, language, page=page)
    return " ".join((*answer.steps, answer.afterwards))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*PAGES, None])
def test_every_error_is_answered_for_every_page(language: Language, page: AdminPage | None) -> None:
    for entry in entries.all_entries():
        answer = make_answer(entry, {}, language, page=page)
        said = " ".join((answer.meaning, *answer.causes, *answer.steps, answer.afterwards, answer.note))
        assert answer.steps
        assert not re.search(r"@[a-z]|--", said), entry.id
        assert len({link.url for link in answer.links}) == len(answer.links)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", WITHOUT_SHEET)
def test_nobody_without_a_sheet_is_sent_to_upload_one(language: Language, page: AdminPage) -> None:
    upload = entries.get_common(language).phrases["menu-upload"].replace("**", "")
    for entry in entries.all_entries():
        if entry.area.startswith(("products-", "amazon-")):
            assert upload not in told(entry.id, language, page), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_newest_page_has_taken_the_place_of_the_older_ones(language: Language) -> None:
    menus = entries.get_common(language).phrases
    older = [menus[menu].replace("**", "") for menu in ("menu-listing", "menu-matching")]
    for entry in entries.all_entries():
        said = told(entry.id, language, "product-publication")
        assert not [menu for menu in older if menu in said], entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_says_whose_message_it_is_unless_it_is_of_the_page(language: Language) -> None:
    of_sheet = entries.get_entry("map-color-not-accepted")
    notes = [make_answer(of_sheet, {}, language, page=page).note for page in (None, *PAGES)]
    assert len(set(notes)) == len(notes)
    assert len(min(notes, key=len)) < len(notes[0])


def test_links_that_a_page_has_in_place_of_others_are_known() -> None:
    pages = resources.read_json("errors/admin-pages.json")
    assert set(pages) - {"_about"} <= set(PAGES)
    for page in WITHOUT_SHEET:
        for old, new in pages[page].items():
            assert {old, new} <= set(entries.get_link_addresses())
