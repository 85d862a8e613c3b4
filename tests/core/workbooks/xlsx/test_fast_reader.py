"""The quick reader of Excel's sheets tells what the thorough ones tell, or leaves it to them."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import handmade
from listo.core.errors import CancelledError
from listo.core.workbooks import calamine_reader
from listo.core.workbooks.model import Cell, ColumnChoice, Table, TooLargeError, Workbook
from listo.core.workbooks.xlsx.fast_reader import read_fast

CODES = ["General", "0.00", "d/m/yyyy", "0%", "000000", "@"]
KEPT = ' xml:space="preserve"'
TEXTS = [
    *("a b", " a ", "   ", "\n", "", "12", "é ☃ 😀", "a\tb", "a\r\nb", "a\rb", "a&#13;b", "a&#10;b"),
    *("a&amp;b", "&lt;b&gt;", "&quot;", "_x000D_b", "_x0041_", "_x005F_x0041_", "#N/A", "#DIV/0!"),
]
ITEMS = [
    *(f"<t>{text}</t>" for text in TEXTS),
    *(f"<t{KEPT}>{text}</t>" for text in TEXTS),
    *(
        "",
        "<t/>",
        f"<r><t>a</t></r><r><rPr><b/></rPr><t{KEPT}> b</t></r>",
        "<r><t>a </t></r><r><t> b</t></r>",
    ),
    '<t>a</t><rPh sb="0" eb="1"><t>zz</t></rPh>',
]
NUMBERS = [
    *("1", "0", "00", "007", "-3", "+5", "1.0", "0.1", "5.", "1E5", "1e-7", "1.5e3", "-0", "1e300", "1e400"),
    *("123456789012345", "1234567890123456", "99999999999999999", "123456789012345678901"),
    *("0.30000000000000004", "45000", "45000.5"),
]
CELLS = [
    *(f'<c r="A1" t="inlineStr"><is>{item}</is></c>' for item in ITEMS),
    *(f'<c r="A1" t="str"><v>{text}</v></c>' for text in TEXTS),
    *(f'<c r="A1" t="str"><f>B1&amp;"x"</f><v>{text}</v></c>' for text in TEXTS),
    *(f'<c r="A1"><v>{number}</v></c>' for number in NUMBERS),
    *(f'<c r="A1" s="{style}" t="n"><v>{n}</v></c>' for n in NUMBERS for style in range(len(CODES))),
    *(f'<c r="A1" t="b"><v>{truth}</v></c>' for truth in ("1", "0", "true", "false", "")),
    *(f'<c r="A1" t="e"><v>{error}</v></c>' for error in ("#N/A", "#DIV/0!", "")),
    *('<c r="A1"/>', '<c r="A1" s="0" />', '<c r="A1"></c>', '<c r="A1" t="s"/>', '<c r="A1"><f>1</f></c>'),
    *('<c r="A1"><f t="shared" si="0"/><v>1</v></c>', '<c r="A1" cm="1" vm="1"><v>1</v></c>\n  '),
    '<c r="A1"><v>1</v></c> <c r="C1"/><c r="AB1"><v>2</v></c>',
    '<c r="ABC1"><v>1</v></c>',
    '<c r="A1"><v>1</v></c></row><row r="3"/><row r="4" ht="4"/><row r="7"><c r="B7"><v>1</v></c>',
    '<c r="A1"><v>1</v></c></row><row r="2" spans="1:2"><c r="B2"><v>1</v></c></row><row r="3" ht="3">',
]
NOT_USUAL = [
    *("<c><v>1</v></c>", '<c t="n" r="A1"><v>1</v></c>', '<c r="a1"><v>1</v></c>', "<c r='A1'><v>1</v></c>"),
    *('<c r="A2"><v>1</v></c>', '<c r="B1"><v>1</v></c><c r="A1"/>', '<c r="A1"/><c r="A1"><v>2</v></c>'),
    *('<c r="AAAA1"><v>1</v></c>', '<c r="XFE1"><v>1</v></c>', '<c r="1"><v>1</v></c>', '<c r="A"/>'),
    *('<c r="A1"><v>1</v', '<c r="A1"><v>1</x></c>', '<c r="A1"><v>1</v></c>text', 'text<c r="A1"/>'),
    *('<c r="A1"><v>1_0</v></c>', '<c r="A1"><v>nan</v></c>', '<c r="A1"><v>x</v></c>'),
    *('<c r="A1" t="d"><v>2024-01-02</v></c>', '<c r="A1" t="s"><v>7</v></c>', '<c r="A1" x=">"/>'),
    *('<!-- <c r="A1"> --><c r="A1"><v>1</v></c>', '<c r="A1"><is><t>x</t></is></c>'),
    '<c r="A1" t="inlineStr"><is><t><![CDATA[x<c r="]]></t></is></c>',
    '<c r="A1"/></row><row r="1"><c r="A1"/>',
    '<c r="A1"/></row><row><c r="A2"/>',
    '<c r="A1"/></row><row r="1048577"><c r="A1048577"/>',
]


def known(tables: tuple[Table, ...]) -> list[tuple[object, ...]]:
    """Return what tables say, whatever the lengths of their rows."""
    return [(table.name, table.hidden, dict(table.kinds), cells(table), len(table.rows)) for table in tables]


def cells(table: Table) -> dict[Cell, str]:
    return {
        Cell(row, column): text
        for row, texts in enumerate(table.rows)
        for column, text in enumerate(texts)
        if text
    }


def thorough(path: Path) -> list[tuple[object, ...]]:
    return known(calamine_reader._read_by_calamine(path, "xlsx", None))


@pytest.mark.parametrize("cell", CELLS)
def test_the_readers_agree_on_a_cell(tmp_path, cell):
    path = handmade.xlsx(tmp_path / "a.xlsx", f'<row r="1">{cell}</row>', styles=CODES, shared="")
    tables = read_fast(path)
    assert tables is not None
    assert known(tables) == thorough(path)


@pytest.mark.parametrize("cell", [cell for cell in CELLS if "<row" not in cell])
def test_rows_taken_together_say_what_each_says(tmp_path, monkeypatch, cell):
    monkeypatch.setattr("listo.core.workbooks.xlsx.fast_reader.ROWS_BETWEEN_REPORTS", 4)
    path = handmade.xlsx(tmp_path / "a.xlsx", in_rows(cell), styles=CODES, shared="")
    tables = read_fast(path)
    assert tables is not None
    assert known(tables) == thorough(path)


@pytest.mark.parametrize("cell", [cell for cell in NOT_USUAL if "<row" not in cell])
def test_of_rows_taken_together_none_is_unusual(tmp_path, monkeypatch, cell):
    monkeypatch.setattr("listo.core.workbooks.xlsx.fast_reader.ROWS_BETWEEN_REPORTS", 4)
    path = handmade.xlsx(tmp_path / "a.xlsx", in_rows(cell), styles=CODES, shared="<si><t>a</t></si>")
    assert read_fast(path) is None


def in_rows(cell: str) -> str:
    """Return rows that have such cells, some that leave them out, and some with other cells."""
    return "".join(
        f'<row r="{n}">{moved(cell, n) if n % 3 else ""}<c r="XFD{n}"><v>{n}</v></c></row>'
        if n in (9, 10)
        else f'<row r="{n}" spans="1:1">{moved(cell, n)}</row>'
        for n in range(1, 23)
        if n != 15
    )


def moved(cell: str, row: int) -> str:
    return re.sub(r'( r="[A-Za-z]*)([12])"', lambda found: f'{found[1]}{row + int(found[2]) - 1}"', cell)


@pytest.mark.parametrize("item", ITEMS)
def test_the_readers_agree_on_a_shared_text(tmp_path, item):
    cell = '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'
    path = handmade.xlsx(tmp_path / "a.xlsx", cell, shared=f"<si><t>x</t></si><si>{item}</si>")
    tables = read_fast(path)
    assert tables is not None
    assert known(tables) == thorough(path)


@pytest.mark.parametrize("size", [1, 90, 1_000])
def test_shared_texts_in_pieces_say_what_each_says(tmp_path, monkeypatch, size):
    monkeypatch.setattr("listo.core.workbooks.xlsx.reader._TEXTS_AT_ONCE", size)
    items = [item for other in ITEMS for item in (*[f"<t>{n} ç</t>" for n in range(20)], other)]
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in range(1, len(items)))
    shared = "".join(f"<si>{item}</si>" for item in items)
    path = handmade.xlsx(tmp_path / "a.xlsx", rows, shared=shared)
    tables = read_fast(path)
    assert tables is not None
    assert known(tables) == thorough(path)


@pytest.mark.parametrize("cell", NOT_USUAL)
def test_what_is_not_usual_is_left_to_others(tmp_path, cell):
    path = handmade.xlsx(tmp_path / "a.xlsx", f'<row r="1">{cell}</row>', shared="<si><t>a</t></si>")
    assert read_fast(path) is None


@pytest.mark.parametrize(
    "kept",
    [
        {"prefix": "x:"},
        {"shared": '<si x="1"><t>a</t></si>'},
        {"shared": "<si><!-- --><t>a</t></si>"},
        {"before": "<!-- <sheetData> -->"},
    ],
)
def test_parts_that_are_not_usual_are_left_to_others(tmp_path, kept):
    prefix = kept.get("prefix", "")
    row = f'<{prefix}row r="1"><{prefix}c r="A1"><{prefix}v>1</{prefix}v></{prefix}c></{prefix}row>'
    assert read_fast(handmade.xlsx(tmp_path / "a.xlsx", row, **kept)) is None


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_other_encodings_are_left_to_others(tmp_path, encoding):
    sheet = (
        f'<?xml version="1.0" encoding="{encoding}"?><worksheet xmlns="{handmade.TRANSITIONAL[0]}">'
        '<sheetData><row r="1"><c r="A1" t="str"><v>é</v></c></row></sheetData></worksheet>'
    )
    parts = {"xl/worksheets/sheet1.xml": sheet.encode(encoding)}
    assert read_fast(handmade.xlsx(tmp_path / "a.xlsx", "", parts=parts)) is None


def far_cells(rows: int) -> str:
    return "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, rows + 1))


def test_far_cells_in_every_row_are_read_while_there_is_room(tmp_path):
    tables = read_fast(handmade.xlsx(tmp_path / "a.xlsx", far_cells(1_000)))
    assert tables is not None
    assert {(len(row), row[-1]) for row in tables[0].rows} == {(16_384, "1")}
    with pytest.raises(TooLargeError):
        read_fast(handmade.xlsx(tmp_path / "b.xlsx", far_cells(3_000)))


def test_far_cells_of_all_sheets_count_together(tmp_path):
    sheets = {f"S{number}": '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' for number in range(40)}
    with pytest.raises(TooLargeError):
        read_fast(handmade.xlsx(tmp_path / "a.xlsx", sheets))


def test_more_cells_than_are_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr("listo.core.workbooks.xlsx.reader.MOST_REMEMBERED", 3)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n % 7}</v></c></row>' for n in range(1, 30))
    tables = read_fast(handmade.xlsx(tmp_path / "a.xlsx", rows))
    assert tables is not None
    assert [row[0] for row in tables[0].rows] == [str(n % 7) for n in range(1, 30)]


def test_a_row_longer_than_a_piece(tmp_path, monkeypatch):
    monkeypatch.setattr("listo.core.workbooks.xlsx.fast_reader._PIECE", 256)
    sheet = "".join(
        f'<row r="{row}">{"".join(numbered(f"{letter}{row}") for letter in string.ascii_uppercase)}</row>'
        for row in range(1, 9)
    )
    path = handmade.xlsx(tmp_path / "a.xlsx", sheet, after="<mergeCells/>" * 40)
    tables = read_fast(path)
    assert tables is not None
    assert known(tables) == thorough(path)


def numbered(place: str) -> str:
    return f'<c r="{place}"><v>{len(place)}</v></c>'


def test_progress_is_told_by_what_is_left(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 9001))
    path = handmade.xlsx(tmp_path / "a.xlsx", {"A": rows, "B": rows})
    told: list[tuple[int, int]] = []
    read_fast(path, lambda done, total: told.append((done, total)))
    assert told[-1] == (18_000, 18_000)
    assert [done for done, _ in told[:5]] == [2000, 4000, 6000, 8000, 9000]

    def stop(done: int, total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_fast(path, stop)


# Some columns


def part_of(path: Path, first_row: int, places: tuple[int, ...]) -> list[tuple[str, ...]] | None:
    """Return the rows of some columns as they are read alone, None where that is left to others."""
    tables = read_fast(path, choose=lambda _: ColumnChoice(first_row, places))
    if tables is None:
        return None
    columns = tables[0].columns
    assert columns is not None
    assert tuple(columns) == tuple(sorted(places))
    texts = [[columns[place].values[code] for code in columns[place].codes] for place in places]
    return list(zip(*texts, strict=True))


def part_of_all(
    rows: Sequence[Sequence[str]], first_row: int, places: tuple[int, ...]
) -> list[tuple[str, ...]]:
    """Return the same by what stands in all rows: those that show anything."""
    shown = (row for row in rows[first_row:] if any(row))
    return [tuple(row[place] if place < len(row) else "" for place in places) for row in shown]


@pytest.mark.parametrize("places", [(2, 0, 27), (1, 28, 730)])
@pytest.mark.parametrize("cell", [*CELLS, *(f'<c r="A1" t="s"><v>{n}</v></c>' for n in range(len(ITEMS)))])
def test_some_columns_say_what_they_say_among_all(tmp_path, cell, places):
    sheet = f'<row r="1">{cell}</row><row r="9"><c r="B9"><v>2</v></c></row>'
    items = "".join(f"<si>{item}</si>" for item in ITEMS)
    path = handmade.xlsx(tmp_path / "a.xlsx", sheet, styles=CODES, shared=items)
    rows = calamine_reader._read_by_calamine(path, "xlsx", None)[0].rows
    found = part_of(path, 0, places)
    blank = ("",) * len(places)
    wanted = part_of_all(rows, 0, places)
    is_left_to_others = blank in wanted or "ABC" in cell  # a row that may show nothing, a column beyond ZZ
    assert found == wanted or (found is None and is_left_to_others)


@pytest.mark.parametrize("cell", NOT_USUAL)
@pytest.mark.parametrize("place", [0, 1])
def test_of_what_is_not_usual_no_other_cell_is_taken(tmp_path, cell, place):
    path = handmade.xlsx(tmp_path / "a.xlsx", f'<row r="1">{cell}</row>', shared="<si><t>a</t></si>")
    found = part_of(path, 0, (place,))
    assert found in (None, []) or (place == 1 and set(found) == {("",)})


def test_a_remark_in_a_column_that_is_not_read_is_taken_for_no_cell(tmp_path):
    cell = '<c r="A1"><v>1</v></c><c r="B1" t="str"><v><!-- </v></c><c r="C1"><v>2</v></c> --></v></c>'
    assert part_of(handmade.xlsx(tmp_path / "a.xlsx", f'<row r="1">{cell}</row>'), 0, (0, 2)) is None


def test_nothing_is_chosen_of_several_sheets(tmp_path):
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    tables = read_fast(
        handmade.xlsx(tmp_path / "a.xlsx", {"A": row, "B": row}), choose=lambda _: ColumnChoice(0, (0,))
    )
    assert tables is not None
    assert [(table.rows, table.columns) for table in tables] == [([["1"]], None)] * 2


def test_it_is_chosen_by_the_first_rows(tmp_path):
    sheet = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 5_001))
    seen: list[int] = []

    def choose(workbook: Workbook) -> None:
        seen.append(len(workbook.tables[0].rows))

    tables = read_fast(handmade.xlsx(tmp_path / "a.xlsx", sheet), choose=choose)
    assert tables is not None
    assert (seen, len(tables[0].rows)) == ([2_000], 5_000)


def test_rows_too_long_to_hold_together_are_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("listo.core.workbooks.xlsx.fast_reader._BYTES_AT_ONCE", 50)
    monkeypatch.setattr("listo.core.workbooks.xlsx.fast_reader._PIECE", 400)
    sheet = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 100))
    tables = read_fast(handmade.xlsx(tmp_path / "a.xlsx", sheet), choose=lambda _: ColumnChoice(0, (0,)))
    assert tables is not None
    assert (tables[0].columns, len(tables[0].rows)) == (None, 99)


@pytest.mark.parametrize("most", [2, 100_000])
def test_many_rows_with_cells_left_out(tmp_path, monkeypatch, most):
    monkeypatch.setattr("listo.core.workbooks.model._MOST_NUMBERED", most)
    chance = random.Random(most)
    letters = [*string.ascii_uppercase, "AA", "AB"]
    rows = []
    for n in range(1, 6_000):
        there = letters if chance.random() < 0.6 else [each for each in letters if chance.random() < 0.8]
        cells = (
            f'<c r="{each}{n}" s="1" t="s"><v>{chance.choice((n, n % 7))}</v></c>'
            if each < "C" or n % 3
            else f'<c r="{each}{n}"><v>{n // 4}</v></c>'
            for each in there
        )
        rows.append(f'<row r="{n}" spans="1:28">{"".join(cells)}</row>' if n % 50 else "")
    texts = [f"ação {n}" if n % 9 else f"a &amp; b{n}" for n in range(6_000)]
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    path = handmade.xlsx(tmp_path / "a.xlsx", "".join(rows), styles=CODES, shared=shared)
    tables = read_fast(path)
    assert tables is not None
    places = (0, 1, 2, 20, 25, 26, 27)
    assert part_of(path, 3, places) == part_of_all(tables[0].rows, 3, places)


FAST = "listo.core.workbooks.xlsx.fast_reader."
usual = st.sampled_from(
    [
        "<v>{0}</v></c>",
        ' t="s"><v>{0}</v></c>',
        ' s="1" t="s"><v>{0}</v></c>',
        ' s="2"/>',
        ' t="str"><v>a</v></c>',
    ]
)
odd = st.sampled_from(
    ["<v>{0}</v></c>", ' t="inlineStr"><is><t>a</t></is></c>', "><f>1</f><v>2</v></c>", "/>", "></c>", None]
)


@given(
    rows=st.lists(
        st.one_of(
            st.just({}),
            st.dictionaries(st.integers(0, 5), odd, max_size=2),
            st.sampled_from([[0], [1, 4], [5], []]).map(lambda out: dict.fromkeys(out)),
        ),
        min_size=1,
        max_size=14,
    ),
    like=st.lists(usual, min_size=6, max_size=6),
    places=st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True),
    together=st.integers(1, 4),
    gap=st.integers(0, 20),
)
def test_rows_that_are_mostly_alike_say_the_same_by_column(
    tmp_path_factory, rows, like, places, together, gap
):
    """Of six columns each row has what most have, but for its own cells; None where one is left out."""
    sheet, letters = "", ["A", "B", "C", "Z", "AA", "AB"]
    for place, own in enumerate(rows):
        number = place + 1 + (place >= gap)
        made = {column: own.get(column, like[column]) for column in range(6)}
        contents = ((letters[at], cell.format(place % 5)) for at, cell in made.items() if cell is not None)
        cells = "".join(f'<c r="{name}{number}"{">" * (cell[0] == "<")}{cell}' for name, cell in contents)
        sheet += f'<row r="{number}">{cells}</row>'
    path = tmp_path_factory.mktemp("alike") / "a.xlsx"
    handmade.xlsx(path, sheet, styles=CODES, shared="".join(f"<si><t>t{n}</t></si>" for n in range(5)))
    numbers = tuple({0: 0, 1: 1, 2: 2, 3: 25, 4: 26, 5: 27, 6: 40}[place] for place in places)
    tables = read_fast(path)
    assert tables is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FAST + "ROWS_BETWEEN_REPORTS", together)
        patch.setattr(FAST + "ROWS_TO_CHOOSE_BY", 1)
        found = part_of(path, 1, numbers)
    wanted = part_of_all(tables[0].rows, 1, numbers)
    assert found == wanted or (found is None and ("",) * len(places) in wanted)


def test_rows_that_are_alike_are_not_cut_into_cells(tmp_path, monkeypatch):
    rows = (
        f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 3}</v></c><c r="AB{n}" s="1"><v>{n}</v></c></row>'
        for n in range(1, 6_001)
    )
    path = handmade.xlsx(tmp_path / "a.xlsx", "".join(rows), styles=CODES, shared="<si><t>a</t></si>" * 3)
    cut = []
    monkeypatch.setattr(FAST + "methodcaller", lambda *_: lambda row: cut.append(row) or row.split(b'<c r="'))
    assert part_of(path, 1, (0, 27)) == [("a", f"{n}.00") for n in range(2, 6_001)]
    assert len(cut) == 2_000  # the header's, and what is read with it


values = st.one_of(
    st.none(),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=8),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(table=st.lists(st.lists(values, max_size=30), max_size=12), library=st.sampled_from(["x", "o"]))
def test_the_readers_agree_on_any_table(tmp_path_factory, table, library):
    path = tmp_path_factory.mktemp("usual") / "a.xlsx"
    (write_with_xlsxwriter if library == "x" else write_with_openpyxl)(path, table)
    tables = read_fast(path)
    assert tables is not None
    assert known(tables) == thorough(path)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(
    table=st.lists(st.lists(values, max_size=30), max_size=12),
    library=st.sampled_from(["x", "o"]),
    first_row=st.integers(0, 3),
    places=st.lists(st.integers(0, 31), min_size=1, max_size=6, unique=True),
)
def test_some_columns_of_any_table_say_the_same(tmp_path_factory, table, library, first_row, places):
    path = tmp_path_factory.mktemp("part") / "a.xlsx"
    (write_with_xlsxwriter if library == "x" else write_with_openpyxl)(path, table)
    tables = read_fast(path)
    assert tables is not None
    wanted = part_of_all(tables[0].rows, first_row, tuple(places))
    found = part_of(path, first_row, tuple(places))
    assert found == wanted or (found is None and ("",) * len(places) in wanted)


def write_with_xlsxwriter(path: Path, table: list[list[object]]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)


def write_with_openpyxl(path: Path, table: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    for number, row in enumerate(table, 1):
        for column, value in enumerate(row, 1):
            cell = book.active.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)
