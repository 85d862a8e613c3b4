"""`listo explain`: messages in, answers out."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest

from listo import cli

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


def test_nothing_that_fits_ends_with_1(capsys):
    status, out, _ = run(capsys, "Happy birthday! See you at the party", "--format", "json")
    assert status == 1
    assert json.loads(out)["results"][0]["matches"] == []


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
