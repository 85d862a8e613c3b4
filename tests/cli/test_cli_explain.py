"""`listo explain`: messages in, answers out."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest

from builders_amazon import processing_report
from listo import cli
from listo.cli import arguments
from listo.core.catalogue import entries
from listo.core.texts import LANGUAGES

MESSAGE = "Specification Cor mapped not found neither in product or sku specifications"


def run(capsys, *arguments):
    status = cli.main(["explain", *[str(one) for one in arguments]])
    out = capsys.readouterr()
    return status, out.out, out.err


def test_json_has_the_keys_of_the_contract(capsys):
    status, out, _ = run(capsys, MESSAGE, "--format", "json", "--lang", "pt")
    assert status == 0
    (result,) = json.loads(out)["results"]
    assert result["text"] == MESSAGE
    assert result["count"] == 1
    match = result["matches"][0]
    assert match["error_id"] == "raw-specification-not-in-product-or-sku"
    assert match["captured"] == {"specification": "Cor"}
    assert {"score", "language", "title", "cause", "steps", "links", "checks"} <= set(match)
    assert all(link["url"].startswith("https://") for link in match["links"])


def test_an_answer_follows_the_page_of_the_admin_that_is_named(capsys):
    assert arguments.PAGES == entries.PAGES
    _, general, _ = run(capsys, "8560", "--lang", "en")
    _, out, _ = run(capsys, "8560", "--lang", "en", "--page", "product-publication")
    assert "Amazon Listing" in general
    assert "Amazon Listing" not in out
    assert "Marketplace > Amazon > Product Publication" in out
    _, out, _ = run(capsys, "8560", "--lang", "en", "--page", "spreadsheet", "--format", "json")
    assert "Upload mapping template" in json.loads(out)["results"][0]["matches"][0]["steps"][-1]


def test_nothing_that_fits_ends_with_1(capsys):
    status, out, _ = run(capsys, "Happy birthday! See you at the party", "--format", "json")
    assert status == 1
    assert json.loads(out)["results"][0]["matches"] == []


@pytest.mark.parametrize(
    ("language", "words", "guess"),
    [
        ("en", "my token has expired", "Judging by the words, this is probably it:"),
        ("pt", "meu token venceu", "Pelas palavras usadas, provavelmente é isto:"),
        ("es", "mi token venció", "Por las palabras usadas, probablemente sea esto:"),
    ],
)
def test_what_the_words_alone_lead_to_is_told_as_a_guess(capsys, language, words, guess):
    _, out, _ = run(capsys, words, "--format", "json", "--lang", language)
    match = json.loads(out)["results"][0]["matches"][0]
    assert match["how"] == "words"
    _, out, _ = run(capsys, words, "--lang", language)
    assert f"{guess}\n{match['title']}\n" in out
    for sure, how in ((MESSAGE, "message"), ("8541", "code")):
        _, out, _ = run(capsys, sure, "--format", "json", "--lang", language)
        assert json.loads(out)["results"][0]["matches"][0]["how"] == how
        _, out, _ = run(capsys, sure, "--lang", language)
        assert guess not in out


def test_what_comes_nearest_is_told_where_nothing_fits(capsys):
    text = "La casa del vecino tiene el número 18076 y un jardín"
    _, out, _ = run(capsys, text, "--format", "json", "--lang", "es")
    assert json.loads(out)["results"][0]["nearest"][0]["error_id"] == "amazon-18076"
    status, out, _ = run(capsys, text, "--lang", "es")
    assert status == 1
    assert "Este es el más parecido, pero puede ser otra cosa:\n  · Amazon 18076: " in out


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_issues_is_its_issues_in_an_argument_too(capsys, indent):
    issues = [
        {"code": "8541", "message": "The SKU data provided is different from what is in the catalog."},
        {"code": "18320", "message": "The main image is missing."},
        {"code": "8058", "message": "A value is missing."},
    ]
    _, out, _ = run(capsys, json.dumps({"issues": issues}, indent=indent), "--format", "json")
    results = json.loads(out)["results"]
    assert [json.loads(one["text"])["code"] for one in results] == ["8541", "18320", "8058"]


def test_one_issue_and_lines_in_an_argument_are_one_message(capsys):
    for text in (json.dumps([{"code": "8541", "message": "Wrong"}], indent=2), f"{MESSAGE}\n8541"):
        _, out, _ = run(capsys, text, "--format", "json")
        assert [one["text"] for one in json.loads(out)["results"]] == [text]


def test_standard_input_is_read_a_message_a_line_and_equal_ones_are_folded(capsys, monkeypatch):
    lines = f'{MESSAGE}\n\n{MESSAGE}\n"Invalid\nseller id"\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    _, out, _ = run(capsys, "-", "--format", "json", "--lang", "en")
    results = json.loads(out)["results"]
    assert [(one["text"], one["count"]) for one in results] == [(MESSAGE, 2), ("Invalid seller id", 1)]


def test_a_file_is_read_a_message_a_cell(capsys, tmp_path):
    book = openpyxl.Workbook()
    book.active.append([MESSAGE, "Invalid seller id"])
    book.active.append(["", "Invalid seller id"])
    book.save(tmp_path / "errors.xlsx")
    _, out, _ = run(capsys, "--file", tmp_path / "errors.xlsx", "--format", "json")
    counts = {one["text"]: one["count"] for one in json.loads(out)["results"]}
    assert counts == {MESSAGE: 1, "Invalid seller id": 2}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_issues_in_a_file_is_read_as_on_standard_input(
    capsys, monkeypatch, tmp_path, indent, encoding
):
    listed = [
        {"code": "90220", "message": "'Item Type Name' is required but missing.", "severity": "ERROR"},
        {"code": "8541", "message": "The data provided, all of it, conflicts.", "severity": "ERROR"},
    ]
    written = json.dumps(listed, indent=indent)
    (tmp_path / "list.json").write_text(written, encoding=encoding)
    _, out, _ = run(capsys, "--file", tmp_path / "list.json", "--format", "json")
    monkeypatch.setattr("sys.stdin", io.StringIO(written))
    _, by_input, _ = run(capsys, "-", "--format", "json")
    assert json.loads(out) == json.loads(by_input)
    found = [one["matches"][0]["error_id"] for one in json.loads(out)["results"]]
    assert found == ["amazon-90220", "sku-data-conflict"]


def test_top_bounds_the_answers(capsys):
    _, out, _ = run(capsys, "Inactive SKU", "--top", "2", "--format", "json")
    assert len(json.loads(out)["results"][0]["matches"]) == 2


@pytest.mark.parametrize("language", ["en", "pt", "es"])
def test_the_answer_speaks_the_language_asked_for(capsys, language):
    heading = {"en": "How to fix it", "pt": "Como resolver", "es": "Cómo resolverlo"}
    status, out, _ = run(capsys, MESSAGE, "--lang", language)
    assert status == 0
    assert heading[language] in out


def test_a_missing_file_gets_one_sentence(capsys, tmp_path):
    status, out, err = run(capsys, "--file", tmp_path / "none.xlsx", "--lang", "en")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


REPORT = (
    "Feed Processing Summary:\n"
    "\tNumber of records processed\t\t2\n"
    "\tNumber of records successful\t\t1\n\n"
    "original-record-number\tsku\terror-code\terror-type\terror-message\n"
)
ONE_ERROR = "1\tA-1\t8541\tError\tThe data provided, all of it, conflicts.\n"


@pytest.mark.parametrize("more", ["", "2\tA-2\t8541\tError\tThe data provided, all of it, conflicts.\n"])
def test_a_report_in_text_form_is_told_by_sku_and_code(capsys, tmp_path, more):
    report = tmp_path / "report.txt"
    report.write_text(REPORT + ONE_ERROR + more, encoding="utf-8")
    status, out, _ = run(capsys, "--file", report, "--format", "json")
    (result,) = json.loads(out)["results"]
    assert status == 0
    assert (result["code"], result["text"]) == ("8541", "The data provided, all of it, conflicts.")
    assert result["skus"] == (["A-1", "A-2"] if more else ["A-1"])
    assert result["count"] == len(result["skus"])
    assert result["matches"][0]["error_id"] == "sku-data-conflict"


def test_of_a_report_in_a_template_the_template_is_not_explained(capsys, tmp_path):
    book = openpyxl.Workbook()
    for row in processing_report().tables[0].rows:
        book.active.append(list(row))
    template = book.create_sheet("Template")
    template.append(["item_sku", "brand_name"])
    template.append(["SEM GTIN", "13013"])
    book.save(tmp_path / "report.xlsx")
    _, out, _ = run(capsys, "--file", tmp_path / "report.xlsx", "--format", "json")
    results = json.loads(out)["results"]
    assert [(one["code"], one["count"]) for one in results] == [("8541", 3), ("90220", 12)]


def test_a_report_for_people_names_the_skus(capsys, tmp_path):
    report = tmp_path / "report.txt"
    lines = "".join(f"{n}\tA-{n}\t8541\tError\tThe data provided conflicts.\n" for n in range(9))
    report.write_text(REPORT + lines, encoding="utf-8")
    _, out, _ = run(capsys, "--file", report, "--lang", "en")
    assert "Of 9 SKUs: A-0, A-1, A-2, A-3, A-4, A-5, A-6, A-7 …" in out


def test_nothing_of_a_message_commands_the_terminal(capsys):
    status, out, err = run(capsys, "O valor \x1b[31mAzul\x1b[0m não foi aceito\x07", "--lang", "pt")
    assert status in (0, 1)
    assert "Azul" in out
    assert not any(sign in out + err for sign in "\x1b\x07")


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_tells_when_the_answers_were_last_held_against_their_pages(capsys, language):
    assert cli.main(["explain", "--about", "--lang", language]) == 0
    said = capsys.readouterr().out
    days = re.findall(r"\d{4}-\d\d-\d\d", said)
    assert days == sorted(days)
    assert len(days) == 2
    assert cli.main(["explain", "--about", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [told["oldest"], told["newest"]] == days
    assert str(told["errors"]) in said
