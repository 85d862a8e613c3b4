"""`listo settings`: a file of settings in, findings or a reminder out."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from icalendar import Calendar

import builders_amazon as build
from listo import cli

RIGHT = """
seller_id = "A3TESTSELLERO"
seller_id_at_amazon = "A3TESTSELLERO"
shipping_type_name = "Modelo padrão"
shipping_type_name_at_amazon = ["Retirada", "Modelo padrão"]
marketplace = "BR"
authorized_on = 2026-01-14
token_kind = "sp-api"
affiliate_id = "MZN"
affiliate_email = "ana@loja.example"
trade_policy = 2
minimum_stock = 3
default_zip = "01310-100"
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "store.toml"
    path.write_text(RIGHT, encoding="utf-8")
    return path


def run(capsys, *arguments):
    status = cli.main(["settings", *[str(one) for one in arguments]])
    out = capsys.readouterr()
    return status, out.out, out.err


def test_nothing_wrong_ends_with_0(capsys, file):
    status, out, err = run(capsys, file, "--today", "2026-06-01", "--format", "json", "--lang", "pt")
    document = json.loads(out)
    assert (status, document["findings"], err) == (0, [], "")
    assert [note["code"] for note in document["notes"]] == ["minimum-stock-pauses", "default-zip-reserves"]
    assert document["token"] == {
        "expires_on": "2027-01-14",
        "days_left": 227,
        "state": "valid",
        "authorized_on": "2026-01-14",
    }


def test_json_has_the_keys_of_the_contract(capsys, file):
    file.write_text(RIGHT.replace('name = "Modelo padrão"', 'name = "Modelo padrão "'), encoding="utf-8")
    status, out, _ = run(capsys, file, "--today", "2027-01-02", "--format", "json", "--lang", "en")
    document = json.loads(out)
    assert status == 1
    first, second = document["findings"]
    assert first == {
        "code": "shipping-type-mismatch",
        "severity": "error",
        "error_id": "config-shipping-type-name-mismatch",
        "field": "shipping_type_name",
        "value": "Modelo padrão ",
        "message": "The name differs from “Modelo padrão” only in spaces."
        " Character 14 in VTEX: space, which is not there at Amazon.",
        "suggestions": ["Modelo padrão"],
        "difference": "whitespace",
    }
    assert (second["code"], second["field"]) == ("token-expires-soon", "authorized_on")
    assert (document["token"]["state"], document["token"]["days_left"]) == ("soon", 12)


@pytest.mark.parametrize("language", ["en", "pt", "es"])
def test_the_text_says_what_to_do(capsys, file, language):
    file.write_text('seller_id = "A3TESTSELLER0"\nseller_id_at_amazon = "A3TESTSELLERO"', encoding="utf-8")
    status, out, _ = run(capsys, file, "--lang", language)
    assert status == 1
    assert "● Seller ID: " in out
    assert "A3TESTSELLERO" in out


def test_standard_input_takes_both_forms(capsys, monkeypatch):
    for text in ('{"affiliate_id": "AMZ"}', 'affiliate_id = "AMZ"'):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        _, out, _ = run(capsys, "-", "--format", "json")
        assert "affiliate-id-malformed" in [one["code"] for one in json.loads(out)["findings"]]


def test_a_reminder_is_written_as_a_calendar_wants_it(capsysbinary, file):
    assert cli.main(["settings", str(file), "--format", "ics", "--today", "2026-06-01", "--lang", "es"]) == 0
    content = capsysbinary.readouterr().out
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 1, 14)
    assert b"\r\r\n" not in content


def test_the_template_is_found_beside_the_settings(capsys, file, tmp_path):
    build.save(build.generation_3("pt"), tmp_path / "modelo.xlsx")
    lines = [line for line in RIGHT.splitlines() if "at_amazon" not in line]
    file.write_text("\n".join([*lines, 'amazon_template = "modelo.xlsx"']), encoding="utf-8")
    _, out, _ = run(capsys, file, "--today", "2026-09-01", "--format", "json")
    codes = [one["code"] for one in json.loads(out)["findings"]]
    assert codes == ["shipping-type-mismatch", "template-other-account"]


def test_unknown_settings_are_named_in_one_sentence(capsys, file):
    file.write_text(RIGHT + 'color = "red"\nshop = 1\n', encoding="utf-8")
    status, _, err = run(capsys, file, "--today", "2026-06-01", "--lang", "en")
    assert status == 0
    assert err == "Listo does not know these settings and left them out: color, shop.\n"


@pytest.mark.parametrize(
    ("arguments", "content"),
    [
        ([], None),
        (["nowhere.toml"], None),
        (["FILE"], "= ="),
        (["FILE", "--today", "soon"], RIGHT),
        (["FILE", "--format", "ics"], 'seller_id = "A3TESTSELLERO"'),
        (["FILE", "--format", "html"], RIGHT),
        (["FILE"], 'amazon_template = "nowhere.xlsm"'),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_one_line(capsys, file, arguments, content):
    file.write_text(content or "", encoding="utf-8")
    status, out, err = run(capsys, *[str(file) if one == "FILE" else one for one in arguments])
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err


def test_another_spreadsheet_than_a_template_is_said_in_the_words_of_a_template(capsys, file, tmp_path):
    build.save(build.workbook(build.table("Sheet", [["a", "b"], ["c", "d"]])), tmp_path / "other.xlsx")
    file.write_text('amazon_template = "other.xlsx"', encoding="utf-8")
    status, _, err = run(capsys, file, "--lang", "en")
    assert (status, err.count("\n")) == (2, 1)
    assert "is not an Amazon category template" in err


def test_a_file_that_is_too_long_for_settings_is_said_so(capsys, file):
    file.write_bytes(b"#" * 1_000_001)
    status, _, err = run(capsys, file, "--lang", "en")
    assert (status, err.count("\n")) == (2, 1)
    assert "more than 1 MB" in err


@pytest.mark.parametrize(
    "content", [".".join("a" * 3_000) + " = 1", "a = " + "[" * 3_000 + "]" * 3_000, '{"a": ' * 3_000]
)
def test_tables_in_tables_without_end_are_no_settings(capsys, file, content):
    file.write_text(content, encoding="utf-8")
    status, out, err = run(capsys, file, "--lang", "en")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "neither as TOML nor as JSON" in err


def test_an_error_is_told_in_one_line_whatever_was_left_out(capsys, file):
    file.write_text('marketplace = ["x"]\nfoo = 1\n', encoding="utf-8")
    status, out, err = run(capsys, file, "--format", "ics", "--lang", "en")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "no date" in err


def test_a_template_in_the_home_of_nobody_is_not_found(capsys, file):
    file.write_text('amazon_template = "~nobody-of-that-name/a.xlsm"', encoding="utf-8")
    status, _, err = run(capsys, file, "--lang", "en")
    assert (status, err.count("\n")) == (2, 1)
    assert "“a.xlsm” was not found" in err


def test_nothing_of_the_settings_commands_the_terminal(capsys, file):
    file.write_text('seller_id = "\\u001b[2JA"\n"\\u001b[31mkey" = 1', encoding="utf-8")
    status, out, err = run(capsys, file, "--lang", "en")
    assert status == 1
    assert "\x1b" not in out + err
