"""Numbers and dates under the formats that people give their columns."""

from __future__ import annotations

import pytest

from listo.core.workbooks.number_formats import formatter, is_date, is_general, number_text


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (42, "00000", "00042"),
        (42, "0.00", "42.00"),
        (2.5, "0", "3"),
        (1.005, "0.00", "1.01"),
        (0.256, "0%", "26%"),
        (0.2567, "0.00%", "25.67%"),
        (1234.5, "#,##0.00", "1234.50"),
        (0.5, "#.##", ".5"),
        (7, "0.0#", "7.0"),
        (-3, "00", "-03"),
        (-3, "0;(0)", "(3)"),
        (0, "0;-0;;@", ""),
        (7, "0;-0;;@", "7"),
        (3, '0" cm"', "3 cm"),
        (3, r"0\x", "3x"),
        (5, '"SKU-"0000', "SKU-0005"),
        (5, "[Red]0.0", "5.0"),
        (5, "_-* #,##0.00_-", "5.00"),
        (12.5, "# ?/?", "12.5"),
        (3.5, "0.00E+00", "3.5"),
        (1e6, "#,##0,", "1000000"),
        (1e308, "0." + "0" * 255, "1" + "0" * 308 + "." + "0" * 255),
        (2.5, "0." + "0" * 256, "2.5"),
        (1.7e308, "0%", "1.7E+308"),
    ],
)
def test_numbers(value, code, shown):
    assert formatter(code)(value) == (shown, None)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (45636, "d/m/yyyy", "10/12/2024"),
        (45636, "dd/mm/yy", "10/12/24"),
        (45636, "dd/mmm", "10/Dec"),
        (45636, "[$-416]d-mmm;@", "10-dez"),
        (45636, "[$-C0A]d-mmm-yyyy", "10-dic-2024"),
        (45636, 'dddd, d" de "mmmm" de "yyyy', "Tuesday, 10 de December de 2024"),
        (45636, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Tuesday, December 10, 2024"),
        (45636.75, "yyyy-mm-dd hh:mm", "2024-12-10 18:00"),
        (45636.75, "h:mm AM/PM", "6:00 PM"),
        (0.25, "h A/P", "6 A"),
        (0.5, "h:mm:ss", "12:00:00"),
        (0.999999, "hh:mm", "00:00"),
        (0.12345678, "mm:ss.0", "57:46.6"),
        (1.5, "[h]:mm", "36:00"),
        (1.5, "[mm]:ss", "2160:00"),
        (45636, "date", "2024-12-10"),
        (45636.5, "date", "2024-12-10 12:00:00"),
        (1, "d/m/yyyy", "1/1/1900"),
        (59, "d/m/yyyy", "28/2/1900"),
        (61, "d/m/yyyy", "1/3/1900"),
        (-5, "d/m/yyyy", "-5"),
    ],
)
def test_dates(value, code, shown):
    assert formatter(code)(value) == (shown, "date")


@pytest.mark.parametrize(
    ("code", "date"),
    [
        ("General", False),
        ('0" days"', False),
        ("[Red]0", False),
        ("[$R$-416] #,##0.00", False),
        ("[h]", True),
        ("yyyy", True),
        ("@", False),
        ("0_d", False),
    ],
)
def test_which_formats_show_dates(code, date):
    assert is_date(code) == date


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (212.0, "212"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (1 / 3, "0.333333333333333"),
        (1e-9, "0.000000001"),
        (1.25e-10, "1.25E-10"),
        (-1.5e30, "-1.5E+30"),
        (1e100, "1E+100"),
    ],
)
def test_numbers_without_a_format(value, text):
    assert number_text(value) == text


def test_a_code_longer_than_any_program_makes_is_none():
    assert formatter("0." + "0" * 400)(2.5) == ("2.5", None)
    assert is_general("[" * 50_000)
    assert not is_general("[" * 255)


@pytest.mark.parametrize("unit", ["[", "m/", "s.0", '"', "\\", ";", "_", "[h]", "0;", "#,"])
def test_a_code_is_taken_apart_once(unit, monkeypatch):
    form = formatter((unit * 1_024)[:1_024])
    for pattern in ("_DATE_TOKEN", "_PLAIN_NUMBER", "_UNSEEN", "_SECTION"):
        monkeypatch.delattr(f"listo.core.workbooks.number_formats.{pattern}")
    assert isinstance(form(45_636.5)[0], str)
