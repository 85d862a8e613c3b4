"""Answers for an Admin that has the mapping sheet, Amazon Listing or Product Publication."""

from __future__ import annotations

import re

import pytest

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.entries import PAGES, AdminPage, Answer, make_answer
from listo.core.texts import LANGUAGES, Language

WITHOUT_SHEET = PAGES[1:]

NAMES: dict[Language, dict[AdminPage, str]] = {
    "en": {
        "spreadsheet": r"mapping (?:sheet|template)|the sheet\b",
        "amazon-listing": "Amazon Listing",
        "product-publication": "Product Publication",
    },
    "pt": {
        "spreadsheet": r"(?<!uma )planilha(?! de atributos| de categorias)",
        "amazon-listing": "Amazon Listing",
        "product-publication": "Publicação de produtos",
    },
    "es": {
        "spreadsheet": r"\bhoja\b(?! de atributos| de categorías| de cálculo| Valores)",
        "amazon-listing": "Amazon Listing",
        "product-publication": "Publicación de producto",
    },
}
"""What each page is called; a spreadsheet that only lists Amazon's attributes or categories is another."""

COLUMNS = r"|(?:Amazon|VTEX)Value\b|VariationTheme"
"""Columns of the sheet, which name it too."""

NAMES_ANOTHER = {
    "amazon-90502": "tells that a file for Seller Central is not the mapping sheet",
    "ki-13013": "tells which page had the defect, until when",
    "ki-global-category-not-working": "tells with which page VTEX closed the issue",
}
"""Answers of every page that name another page outside of what they say to do, and why."""


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


def said_of_it(answer: Answer) -> str:
    return " ".join((answer.title, answer.meaning, *answer.causes))


def said_to_do(answer: Answer) -> str:
    return " ".join((*answer.steps, answer.afterwards))


def named(said: str, language: Language) -> set[AdminPage]:
    names = {page: name + COLUMNS * (page == "spreadsheet") for page, name in NAMES[language].items()}
    return {page for page, name in names.items() if re.search(name, said, re.IGNORECASE)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_an_answer_for_a_page_names_no_other_page(language: Language, page: AdminPage) -> None:
    """Only an error of another page does, whose note says so; and that nothing is to be uploaded."""
    no_sheet = entries.get_common(language).phrases["step-page-send"].replace("**", "")
    for entry in entries.all_entries():
        if entry.era not in (page, "any"):
            continue
        answer = make_answer(entry, {}, language, page=page)
        said = " ".join((said_of_it(answer), said_to_do(answer), answer.note)).replace(no_sheet, "")
        if entry.id not in NAMES_ANOTHER:
            assert named(said, language) <= {page}, (entry.id, said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_an_error_of_another_page_says_so_in_its_note(language: Language, page: AdminPage) -> None:
    for entry in entries.all_entries():
        if entry.era not in (page, "any"):
            note = make_answer(entry, {}, language, page=page).note
            assert entry.era in named(note, language), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", WITHOUT_SHEET)
def test_an_older_error_is_corrected_on_the_page_that_there_is(language: Language, page: AdminPage) -> None:
    menus = entries.get_common(language, page).phrases
    older = ("menu-upload", "menu-listing", "menu-matching")[: PAGES.index(page) * 2 - 1]
    general = entries.get_common(language).phrases
    for entry in entries.all_entries():
        said = said_to_do(make_answer(entry, {}, language, page=page))
        if entry.era != "product-publication":
            assert not [menu for menu in older if general[menu].replace("**", "") in said], entry.id
    assert menus["page-menu"] == general["menu-listing" if page == "amazon-listing" else "menu-publication"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_page_all_three_are_told_of(language: Language) -> None:
    menus = entries.get_common(language).phrases
    older = [menus[menu].replace("**", "") for menu in ("menu-upload", "menu-listing")]
    matching, newest = (menus[menu].replace("**", "") for menu in ("menu-matching", "menu-publication"))
    for entry in entries.all_entries():
        answer = make_answer(entry, {}, language)
        said = f"{said_to_do(answer)} {answer.note}"
        if any(menu in said_to_do(answer) for menu in older) or entry.era != "any":
            assert named(said, language) == set(PAGES), (entry.id, said)
        assert (matching in said) <= (newest in said), entry.id


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


OF_THE_CATEGORY = (
    *("amazon-8101", "global-category-not-configured", "raw-category-not-available"),
    *("ki-category-not-in-browse-node", "ki-number-of-items-missing", "ki-global-category-not-working"),
)
"""Errors that another category corrects."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", WITHOUT_SHEET)
@pytest.mark.parametrize("error_id", OF_THE_CATEGORY)
def test_without_a_sheet_the_category_is_chosen_on_the_page(
    error_id: str, page: AdminPage, language: Language
) -> None:
    common = entries.get_common(language, page)
    answer = make_answer(entries.get_entry(error_id), {}, language, page=page)
    assert common.phrases["page-menu"].replace("**", "") in answer.steps[0]
    assert common.phrases["step-global-category"].replace("**", "") in answer.steps
    assert common.links["general-categories"] not in {link.title for link in answer.links}
    spreadsheet = entries.get_common(language).phrases["step-find-category"]
    assert spreadsheet not in answer.steps


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", WITHOUT_SHEET)
def test_no_note_asks_for_a_sheet_where_there_is_none(page: AdminPage, language: Language) -> None:
    note = make_answer(entries.get_entry("map-spreadsheet-not-uploaded"), {}, language, page=page).note
    unsure = entries.get_common(language).phrases["note-upload-unsure"].replace("**", "")
    with_sheet = make_answer(
        entries.get_entry("map-spreadsheet-not-uploaded"), {}, language, page="spreadsheet"
    ).note
    assert unsure in with_sheet
    assert note == entries.get_common(language, page).eras["spreadsheet"].replace("**", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_newest_page_has_no_button_of_the_older_one(language: Language) -> None:
    button = {
        "en": "Add Vitamins and Minerals",
        "pt": "Adicionar vitaminas e minerais",
        "es": "Agregar vitaminas y minerales",
    }[language]
    vitamins = entries.get_entry("ki-vitamins-not-sent")
    assert button in " ".join(make_answer(vitamins, {}, language, page="amazon-listing").steps)
    assert button not in " ".join(make_answer(vitamins, {}, language, page="product-publication").steps)


def test_links_that_a_page_has_in_place_of_others_are_known() -> None:
    pages = resources.read_json("errors/admin-pages.json")
    assert set(pages) - {"_about"} <= set(PAGES)
    for page in WITHOUT_SHEET:
        for old, new in pages[page].items():
            assert {old, new} <= set(entries.get_link_addresses())
