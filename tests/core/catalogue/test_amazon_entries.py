"""Amazon's own error codes and messages: every one known, and recognised as what it is."""

from __future__ import annotations

import json
import random

import pytest

from listo.core.catalogue import entries
from listo.core.catalogue.entries import Entry
from listo.core.catalogue.recognition import recognise
from listo.core.catalogue.templates import fold
from listo.core.texts import LANGUAGES
from message_variants import filled
from study_material import SHARED, needs_shared

CODES_IN_ONE = """
15 5000 5002 5003 5004 5461 5561 5661 5665 5995 6024 6039 8005 8007 8008 8015 8016 8026 8032 8036 8057
8058 8105 8115 8541 8542 8560 8566 8567 8571 8572 8684 8805 13013 18027 18076 18146 18254 18299 18320
18369 18448 18503 18516 18555 18570 18616 18653 18685 18749 18917 19045 19098 19122 20000 20005 20017
90041 90057 90112 90188 90197 90202 90220 90221 90225 90226 90244 90248 90502 90503 95021 96016 99001
99003 99010 99016 99022 99036 99038 100095 100227 100229 100332 100390 100477 100526 100527 100528
100617 100632 100720 100893 100898 100899 100900 100992 4000000 4000001 4002006 4002008 90000900
90003944 90003945 90004200 90004205 BAD_REQUEST invalid_grant invalid_client Unauthorized MD1000 MD5101
AccessDenied
"""
CODES = CODES_IN_ONE.split()

_LATER = "4000 4000003 4000004 5161 5500 5501 5503 5504 5505 8101 8801 14016 79503 79509 79513 79517"
_LATER += " 79523 79525 79531 79540 79544 5502 90009 90113 90114 90205 90004114 MD5110"
LATER_CODES = _LATER.split()
"""Met in public after the domain notes were made."""

NO_MAPPING_CURES = ("amazon-approval", "amazon-policy", "amazon-images", "amazon-authorization")

AMAZONS = [entry for entry in entries.all_entries() if entry.area.startswith("amazon-")]


@pytest.mark.parametrize("code", [*CODES, *LATER_CODES])
def test_a_code_leads_to_an_error(code: str) -> None:
    found = entries.find_by_code(code)
    assert found
    assert entries.find_by_code(code.lower()) == found


@pytest.mark.parametrize("code", [code for code in (*CODES, *LATER_CODES) if code != "15"])
def test_a_code_alone_is_recognised(code: str) -> None:
    ids = {entry.id for entry in entries.find_by_code(code)}
    assert {match.error_id for match in recognise(code).matches} <= ids
    assert recognise(f"Amazon error {code}").matches[0].error_id in ids


def test_a_code_of_two_digits_needs_a_word_beside_it() -> None:
    assert recognise("error 15").matches[0].error_id == "amazon-20000"
    assert recognise("there are 15 of them").matches == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", AMAZONS, ids=lambda entry: entry.id)
def test_what_no_mapping_can_cure_says_so(entry: Entry, language: str) -> None:
    sentence = entries.get_common(language).phrases["no-mapping"]
    said = entries.get_text(entry.id, language)
    if entry.area in NO_MAPPING_CURES:
        assert sentence in said.meaning
        assert sentence in said.meaning_plain


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", AMAZONS, ids=lambda entry: entry.id)
def test_what_is_known_only_from_others_says_so(entry: Entry, language: str) -> None:
    if entry.source == "amazon-third" and not entry.messages:
        assert entries.get_text(entry.id, language).note


@pytest.mark.parametrize("entry", AMAZONS, ids=lambda entry: entry.id)
def test_an_answer_is_short(entry: Entry) -> None:
    for language in LANGUAGES:
        said = entries.get_text(entry.id, language)
        assert 1 <= len(said.causes) <= 3
        assert 1 <= len(said.steps) <= 3


@pytest.mark.parametrize("entry", entries.all_entries(), ids=lambda entry: entry.id)
def test_special_cases_lead_to_errors_of_the_same_message(entry: Entry) -> None:
    """They carry its number, or tell of it: a known issue of VTEX's is met with Amazon's general message."""
    for error_id, words in entry.special.items():
        special = entries.get_entry(error_id)
        each = [one.removesuffix("*") for said in words for one in said.split(" + ")]
        assert list(map(fold, each)) == each
        assert set(entry.codes) <= set(special.codes) or entry.id in special.related


def fields_of(message: str) -> list[str]:
    return [piece.split("}")[0] for piece in message.split("{")[1:]]


# What the study material says, wherever it is at hand.


def shared_codes() -> dict[str, list[dict[str, object]]]:
    path = SHARED / "domain" / "amazon-error-codes.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


def shared_messages() -> list[tuple[str | None, str]]:
    """Every message text of the study material with its code, if it has one."""
    known = shared_codes()
    found = [(str(one["code"]), said["text"]) for one in known.get("codes", []) for said in one["messages"]]
    found += [(one["code"], one["text"]) for one in known.get("authorization_errors", [])]
    found += [
        (one.get("code"), text)
        for one in known.get("shipping_template_messages", [])
        for text in (one["text"].values() if isinstance(one["text"], dict) else [one["text"]])
    ]
    return list(dict.fromkeys(found))


@needs_shared
def test_the_codes_are_those_of_the_domain_notes() -> None:
    known = shared_codes()
    named = [str(one["code"]) for part in ("codes", "authorization_errors") for one in known[part]]
    assert {name for name in named if name != "None"} == set(CODES)


@needs_shared
@pytest.mark.parametrize(("code", "text"), shared_messages())
def test_a_message_is_recognised_first_as_an_error_of_its_code(code: str | None, text: str) -> None:
    pasted = filled(text.rstrip("…."), random.Random(7))
    found = recognise(pasted).matches
    assert found
    if code:
        assert code in entries.get_entry(found[0].error_id).codes


@needs_shared
@pytest.mark.parametrize(("code", "text"), [one for one in shared_messages() if one[1].endswith("…")])
def test_a_message_that_goes_on_is_recognised_too(code: str | None, text: str) -> None:
    pasted = filled(text.rstrip("…"), random.Random(7)) + ". For more information see the help pages."
    found = recognise(pasted).matches
    assert found
    assert code in entries.get_entry(found[0].error_id).codes
