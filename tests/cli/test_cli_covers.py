"""`listo check --covers`: what an Amazon file is for, and what the answer says of it."""

from __future__ import annotations

import json

import openpyxl
import pytest

import builders_amazon as build
from examination_files import Amazon, Listed, amazon_file
from listo import cli
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import LANGUAGES, Texts

SHIRT = ["212", "", "Information", "Tecido", "Material", "Couro", "Plutonium"]
BOOK = ["784", "", "Information", "Capa", "Material", "Couro", "Plutonium"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder with a sheet of shirts and books, and a template of shirts, in which one works."""
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    for row in (COLUMNS, SHIRT, BOOK):
        book.active.append(row)
    book.save(tmp_path / "mapping.xlsx")
    material = Listed("Material", "material_type", "material#1.value", ("Cotton", "Leather"))
    (tmp_path / "a=b").mkdir()
    values = amazon_file(Amazon([material], ("Size",), types=("SHIRT",)), "generation-3")
    build.save(values, tmp_path / "a=b" / "shirt.xlsx")
    return tmp_path


def check(capsys, *arguments):
    status = cli.main(["check", "mapping.xlsx", *arguments, "--lang", "en"])
    out = capsys.readouterr()
    return status, out.out, out.err


def answer(capsys, *covers):
    told = [part for one in covers for part in ("--covers", one)]
    _, out, err = check(capsys, "--against", "a=b/shirt.xlsx", *told, "--format", "json")
    assert err == ""
    document = json.loads(out)
    rows = [one["row"] for one in document["findings"] if one["code"] == "amazon-value-not-accepted"]
    return rows, document["coverage"], document["uncovered_categories"]


def entry(how, *categories):
    return {"file": "shirt.xlsx", "product_types": ["SHIRT"], "categories": list(categories), "how": how}


def test_a_name_tells_and_the_rest_is_not_checked_and_said(folder, capsys):
    assert answer(capsys) == ([2], [entry("told", 212)], [784])
    status, text, _ = check(capsys, "--against", "a=b/shirt.xlsx")
    assert status == 1
    assert "Category 784 has no Amazon file: its attributes and values were not checked." in text
    assert "--covers" in text


@pytest.mark.parametrize(
    "covers",
    [["shirt.xlsx=784"], ["a=b/shirt.xlsx=212, 784"], ["shirt.xlsx=*"], ["shirt.xlsx=1", "shirt.xlsx=784"]],
)
def test_what_is_said_adds_to_what_a_name_tells(folder, capsys, covers):
    confirmed = (784,)
    assert answer(capsys, *covers) == ([2, 3], [entry("told", 212), entry("confirmed", *confirmed)], [])


def test_a_file_that_covers_nothing_is_named_too(folder, capsys):
    material = Listed("Material", "material_type", "material#1.value", ("Cotton",))
    build.save(
        amazon_file(Amazon([material], ("Size",), types=("KURTA",)), "generation-3"), folder / "k.xlsx"
    )
    _, out, _ = check(capsys, "--against", "k.xlsx", "--format", "json")
    document = json.loads(out)
    assert document["findings"] == []
    assert document["coverage"] == [
        {"file": "k.xlsx", "product_types": ["KURTA"], "categories": [], "how": None}
    ]
    assert document["uncovered_categories"] == [212, 784]
    assert json.loads(check(capsys, "--format", "json")[1])["uncovered_categories"] == []


@pytest.mark.parametrize(
    ("given", "key", "fields"),
    [
        ("shirt.xlsx", "usage.covers", {"given": "shirt.xlsx"}),
        ("=212", "usage.covers", {"given": "=212"}),
        ("shirt.xlsx=", "usage.covers", {"given": "shirt.xlsx="}),
        ("shirt.xlsx=212,Livros", "usage.covers", {"given": "shirt.xlsx=212,Livros"}),
        ("shirt.xlsx=*,212", "usage.covers", {"given": "shirt.xlsx=*,212"}),
        ("other.xlsx=212", "usage.covers-file", {"file": "other.xlsx"}),
        ("mapping.xlsx=212", "usage.covers-file", {"file": "mapping.xlsx"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_input_is_one_sentence(folder, capsys, given, key, fields, language):
    arguments = [
        "check",
        "mapping.xlsx",
        "--against",
        "a=b/shirt.xlsx",
        "--covers",
        given,
        "--lang",
        language,
    ]
    assert cli.main(arguments) == 2
    out = capsys.readouterr()
    assert (out.out, out.err) == ("", Texts(language).say(key, **fields) + "\n")


def test_grades_go_with_the_suggestions(folder, capsys):
    book = openpyxl.load_workbook("mapping.xlsx")
    for value in ("leather", "Couro", "Lether"):
        book.active.append([*SHIRT[:6], value])
    book.save("mapping.xlsx")
    _, out, _ = check(capsys, "--against", "a=b/shirt.xlsx", "--format", "json")
    graded = {
        one["value"]: list(zip(one["suggestions"], one["grades"], strict=True))
        for one in json.loads(out)["findings"]
        if one["column"] == "AmazonValue"
    }
    assert graded["leather"] == [("Leather", "sure")]
    assert graded["Couro"][0] == ("Leather", "likely")
    assert graded["Lether"][0] == ("Leather", "guess")
    _, text, _ = check(capsys, "--against", "a=b/shirt.xlsx")
    assert [text.count(f"Leather ({grade})") for grade in ("certain", "likely", "a guess")] == [1, 1, 1]
    _, page, _ = check(capsys, "--against", "a=b/shirt.xlsx", "--format", "html", "--lang", "pt")
    assert all(page.count(f"({grade})") == 1 for grade in ("sem dúvida", "provável", "palpite"))
    check(capsys, "--against", "a=b/shirt.xlsx", "--format", "xlsx", "--output", "report.xlsx")
    head, *rows = openpyxl.load_workbook("report.xlsx")["Problems"].values
    assert {row[head.index("How sure")] for row in rows} >= {"certain", "likely", "a guess"}


def test_information_alone_is_nothing_wrong(folder, capsys):
    book = openpyxl.Workbook()
    book.active.append([*COLUMNS, "Notas"])
    book.active.append(SHIRT)
    book.save("mapping.xlsx")
    status, out, _ = check(capsys, "--format", "json")
    assert [one["severity"] for one in json.loads(out)["findings"]] == ["info"]
    assert status == 0
