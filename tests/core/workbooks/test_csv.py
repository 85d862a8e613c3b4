"""Text files: how values are parted, in which encoding, and that a copy keeps untouched records."""

from __future__ import annotations

import csv
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listo.core.errors import InputError
from listo.core.workbooks.model import Cell, ColumnChoice, TooLargeError
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy


def text_file(folder: Path, content: str | bytes, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rows(folder: Path, content: str | bytes) -> list[list[str]]:
    return [list(row) for row in read_workbook(text_file(folder, content)).tables[0].rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(tmp_path, delimiter, line_end):
    lines = [
        ["CategoryID", "Type", "AmazonValue"],
        ["212", "Variation", "Azul"],
        ["", "", ""],
        ["7", "x", ""],
    ]
    content = line_end.join(delimiter.join(line) for line in lines)
    workbook = read_workbook(text_file(tmp_path, content))
    assert [list(row) for row in workbook.tables[0].rows] == lines
    assert (workbook.format, workbook.delimiter, workbook.line_end) == ("csv", delimiter, line_end)
    assert workbook.tables[0].name == "a"


@pytest.mark.parametrize(
    ("encoding", "mark", "told"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_encodings(tmp_path, encoding, mark, told):
    text = "Especificação;Valor\r\nTamanho;“P” à mão\r\n"
    workbook = read_workbook(text_file(tmp_path, mark + text.encode(encoding)))
    assert workbook.tables[0].rows[1] == ["Tamanho", "“P” à mão"]
    assert (workbook.encoding, workbook.byte_order_mark) == (told, bool(mark))


def test_a_file_that_ends_within_a_letter_is_damaged(tmp_path):
    with pytest.raises(InputError) as caught:
        rows(tmp_path, b"\xff\xfe" + "a;b\r\n".encode("utf-16-le") + b"1")
    assert caught.value.code == "file-damaged"


def test_bytes_that_are_in_no_windows_letter_table(tmp_path):
    workbook = read_workbook(text_file(tmp_path, b"a;\x81\xe9\r\n1;2\r\n"))
    assert (workbook.encoding, workbook.tables[0].text(0, 1)) == ("latin-1", "\x81é")


def test_values_in_quotes(tmp_path):
    content = 'a;b\n"x;y";"line\none"\n"say ""hi""";5" pipe\n'
    assert rows(tmp_path, content) == [["a", "b"], ["x;y", "line\none"], ['say "hi"', '5" pipe']]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('a;b\n1;"two\n3;4\n5;6\n', "2"),
        ('a;b\r\n"x\r\ny";"two\r\n3;4', "3"),
        ('sep=;\na;b\n"two;2\n3;4\n', "3"),
        ('one\n"two\nthree\n', "2"),
    ],
)
def test_a_quote_that_never_closes_swallows_no_rows(tmp_path, content, line):
    with pytest.raises(InputError) as caught:
        rows(tmp_path, content)
    assert (caught.value.code, caught.value.arguments) == (
        "quote-not-closed",
        {"file": "a.csv", "line": line},
    )


def test_a_quote_that_is_open_where_the_file_ends_swallows_nothing(tmp_path):
    assert rows(tmp_path, 'a;b\n1;"two') == [["a", "b"], ["1", "two"]]
    assert copied(tmp_path, b'a;b\n1;"two', {Cell(0, 0): "c"}) == b'c;b\n1;"two'


def test_a_very_long_value(tmp_path):
    before = csv.field_size_limit()
    assert rows(tmp_path, "a;" + "x" * 200_000)[0][1] == "x" * 200_000
    assert csv.field_size_limit() == before


def test_the_line_by_which_excel_is_told_the_delimiter(tmp_path):
    workbook = read_workbook(text_file(tmp_path, "sep=|\r\na|b;c\r\n1|2;3\r\n"))
    assert [list(row) for row in workbook.tables[0].rows] == [["a", "b;c"], ["1", "2;3"]]


@pytest.mark.parametrize(
    ("content", "delimiter"),
    [
        ("preço;medida\n1,5;2,5\n3,0;4,1\n", ";"),
        ("Some sentence, with a comma.\nAnother one.\nA third.\n", ""),
        ("CategoryID\n212\n213\n", ""),
        ("a,b,c\n1,2,3\n4;5,6,7\n", ","),
        ("id\tname\n1\tx, y; z\n2\tw\n", "\t"),
        ("a;b\n1;2;;x\n\ny\n", ";"),
        ("a,b,c,d\n1,2\n1,2,3,4,5\n1,2,3\n", ","),
        ("Azul,Preto\n1\n2,3,4\n5\n6,7,8,9\n", ""),
        ("Wrong value; see the list\nx\ny\nz\n", ""),
        ("Summary:\n\tRead\t\t1\n\tDone\t\t0\n\nid\tsku\tcode\tkind\ttext\n1\tA\t9\tError\tx, y; z\n", "\t"),
        ("", ""),
    ],
)
def test_which_delimiter_it_is(tmp_path, content, delimiter):
    assert read_workbook(text_file(tmp_path, content)).delimiter == delimiter


def test_an_empty_file_is_a_workbook_of_one_empty_sheet(tmp_path):
    for content in (b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"\xff\xfe"):
        workbook = read_workbook(text_file(tmp_path, content))
        assert [list(table.rows) for table in workbook.tables] == [[]]


def test_errors_that_excel_left_as_text(tmp_path):
    table = read_workbook(text_file(tmp_path, "a;b\n#N/D;#¿NOMBRE?\nx;#REF!\n")).tables[0]
    assert table.kinds == dict.fromkeys([Cell(1, 0), Cell(1, 1), Cell(2, 1)], "error")


def test_blank_lines_and_odd_line_marks_keep_the_rows_in_place(tmp_path):
    content = "a;b\n\n\n1;x\x0cy\u2028z\n"
    assert rows(tmp_path, content) == [["a", "b"], [], [], ["1", "x\x0cy\u2028z"]]


@pytest.mark.parametrize("line", ["sep=\r", 'sep="', 'sep=""', "sep="])
def test_what_parts_no_values_is_no_delimiter(tmp_path, line):
    workbook = read_workbook(text_file(tmp_path, f"{line}\na;b\n1;2\n"))
    assert workbook.delimiter == ";"
    assert workbook.tables[0].rows[-1] == ["1", "2"]


# What is large


@pytest.fixture
def refused(tmp_path):
    """Read a text that must be refused, and return how."""

    def read(content: str) -> tuple[str, str | None]:
        with pytest.raises(InputError) as caught:
            rows(tmp_path, content)
        return caught.value.code, caught.value.arguments.get("line")

    return read


def test_a_record_has_no_more_values_than_a_bound(refused, tmp_path, monkeypatch):
    monkeypatch.setattr("listo.core.workbooks.csv.MOST_VALUES", 9)
    assert rows(tmp_path, "a;b\n" + ";" * 9 + "\n")[1:] == []
    assert refused("a;b\n" + ";" * 10 + "\n") == ("file-too-large", None)


def test_a_quote_left_open_above_many_values_is_what_is_told(refused, monkeypatch):
    monkeypatch.setattr("listo.core.workbooks.csv.MOST_VALUES", 99)
    monkeypatch.setattr("listo.core.workbooks.csv.BLOCK", 16)
    assert refused("sep=;\na;b\n" + '1;"two\n' + "3;4\n" * 200) == ("quote-not-closed", "3")


def test_many_values_of_many_records_are_no_large_record(tmp_path, monkeypatch):
    monkeypatch.setattr("listo.core.workbooks.csv.MOST_VALUES", 99)
    monkeypatch.setattr("listo.core.workbooks.csv.BLOCK", 16)
    assert len(rows(tmp_path, "3;4;5\n" * 200)) == 200
    assert len(rows(tmp_path, '"3\n3";4;5\n' * 200)) == 200


def test_different_texts_have_a_bound_by_sum(refused, monkeypatch, tmp_path):
    monkeypatch.setattr("listo.core.workbooks.model._ROOM_ON_ANY_MACHINE", 1 << 20)
    monkeypatch.setattr("listo.core.workbooks.model._MOST_ROOM", 1 << 20)
    same = "".join(f"{number % 7};{'x' * 100}\n" for number in range(4_000))
    assert len(rows(tmp_path, same)) == 4_000
    assert refused(same.replace("7;", "7;y") * 3)[0] == "file-too-large"  # rows take room of their own
    assert refused("".join(f"{number};x\n" for number in range(4_000)))[0] == "file-too-large"
    assert refused("".join(f"{number}{'x' * 20_000};x\n" for number in range(60)))[0] == "file-too-large"


def test_chosen_columns_have_a_bound_by_sum(monkeypatch, tmp_path):
    path = text_file(tmp_path, "".join(f"{number}{'y' * 50};b\n" for number in range(9_000)))
    taken = read_workbook(path, choose=lambda first: ColumnChoice(1, (0,))).tables[0]
    assert taken.columns is not None
    assert taken.columns[0].values[taken.columns[0].codes[-1]] == f"8999{'y' * 50}"
    assert len(taken.rows) == 2_000
    for name in ("_ROOM_ON_ANY_MACHINE", "_MOST_ROOM"):
        monkeypatch.setattr(f"listo.core.workbooks.model.{name}", 1_000_000)  # the first 2,000 rows have it
    with pytest.raises(InputError) as caught:
        read_workbook(path, choose=lambda first: ColumnChoice(1, (0,)))
    assert caught.value.code == "file-too-large"
    assert isinstance(caught.value.__cause__, TooLargeError)


def test_a_text_file_is_not_held_whole(tmp_path):
    path = text_file(tmp_path, f"a;b\n{'x' * 30_000};😀\n" * 400)  # 12 MB
    tracemalloc.start()
    try:
        assert len(read_workbook(path).tables[0].rows) == 800
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size


def test_a_letter_cut_off_at_the_end_is_of_the_western_encoding(tmp_path):
    workbook = read_workbook(text_file(tmp_path, "a;b\n1;é".encode()[:-1]))
    assert (workbook.encoding, workbook.tables[0].text(1, 1)) == ("cp1252", "Ã")


parts = st.lists(
    st.sampled_from(["a", "é", "😀", ";", '"', "\r", "\n", "\r\n", "\x0c", "\u2028"]), max_size=30
)


@settings(max_examples=200, deadline=None)
@given(
    parts=parts,
    block=st.integers(1, 9),
    coded=st.sampled_from([("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")]),
)
def test_where_a_block_ends_makes_no_difference(tmp_path_factory, parts, block, coded):
    encoding, mark = coded
    path = text_file(tmp_path_factory.mktemp("csv"), mark + ("sep=;\n" + "".join(parts)).encode(encoding))
    told: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        for size in (1 << 20, block):
            patch.setattr("listo.core.workbooks.csv.BLOCK", size)
            try:
                told.append(read_workbook(path))
            except InputError as error:
                told.append((error.code, error.arguments))
    assert told[0] == told[1]
    records = list(csv.reader(io.StringIO("".join(parts), newline=""), delimiter=";"))
    while records and not any(records[-1]):
        records.pop()
    if not isinstance(told[0], tuple):
        assert list(told[0].tables[0].rows) == records


# Copies


def copied(folder: Path, content: bytes, edits: dict[Cell, str], name: str = "a.csv") -> bytes:
    workbook = read_workbook(text_file(folder, content, name))
    target = write_copy(workbook, folder / f"copy-{name}", {workbook.tables[0].name: edits}, overwrite=True)
    return target.read_bytes()


def test_a_copy_changes_only_the_values_edited(tmp_path):
    content = b'\xef\xbb\xbfa;b;c\r\n"1";"x;y";3\r\n\r\n  4;5" ;"6 ""q"""\r\n7;8;9'
    edits = {Cell(1, 1): "new", Cell(3, 1): "5;5", Cell(4, 2): "end"}
    assert copied(tmp_path, content, edits) == (
        b'\xef\xbb\xbfa;b;c\r\n"1";"new";3\r\n\r\n  4;"5;5";"6 ""q"""\r\n7;8;end'
    )


def test_a_copy_grows_where_it_must(tmp_path):
    assert copied(tmp_path, b"a;b\n1;2", {Cell(1, 3): "x", Cell(3, 0): "y"}) == b"a;b\n1;2;;x\n\ny\n"
    assert copied(tmp_path, b"a;b\n\n1;2\n", {Cell(1, 1): "x"}) == b"a;b\n;x\n1;2\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp1252", b""), ("utf-8", b"")],
)
def test_a_copy_keeps_the_encoding(tmp_path, encoding, mark):
    content = mark + "maçã\tvalor\r\n1\tpão\r\n".encode(encoding)
    expected = mark + "maçã\tvalor\r\n1\tcafé\r\n".encode(encoding)
    assert copied(tmp_path, content, {Cell(1, 1): "café"}, "a.txt") == expected


def test_a_letter_that_the_encoding_lacks_makes_it_unicode(tmp_path):
    copy = copied(tmp_path, "maçã;b\r\n1;2\r\n".encode("cp1252"), {Cell(1, 1): "日本"})
    assert copy == "\ufeffmaçã;b\r\n1;日本\r\n".encode()


def test_bytes_that_are_no_text_stay(tmp_path):
    content = b"\xef\xbb\xbfa;b\r\n\xff\xe7;2\r\n1;3\r\n"
    assert copied(tmp_path, content, {Cell(2, 1): "4"}) == content.replace(b"1;3", b"1;4")


def test_the_delimiter_line_stays(tmp_path):
    assert copied(tmp_path, b"sep=;\r\na;b\r\n1;2\r\n", {Cell(0, 0): "A"}) == b"sep=;\r\nA;b\r\n1;2\r\n"


def test_a_value_over_several_lines_is_one_value(tmp_path):
    content = b'a,b\n"one\ntwo",x\n3,4\n'
    assert copied(tmp_path, content, {Cell(2, 0): "5"}) == b'a,b\n"one\ntwo",x\n5,4\n'
    assert copied(tmp_path, content, {Cell(1, 1): "y"}) == b'a,b\n"one\ntwo",y\n3,4\n'


@pytest.mark.parametrize(("name", "delimiter", "suffix"), [("a.xls", ";", ".csv"), ("a.xlsx", "\t", ".txt")])
def test_the_suffix_follows_the_content(tmp_path, name, delimiter, suffix):
    workbook = read_workbook(text_file(tmp_path, f"a{delimiter}b\n1{delimiter}2\n", name))
    target = write_copy(workbook, tmp_path / "v1.2 copy", {})
    assert target.name == f"v1.2 copy{suffix}"
    assert write_copy(workbook, tmp_path / "c.xlsx", {}).suffix == suffix


def test_no_copy_where_a_column_cannot_be(tmp_path):
    workbook = read_workbook(text_file(tmp_path, "one\ntwo\n"))
    with pytest.raises(InputError) as caught:
        write_copy(workbook, tmp_path / "b.csv", {"a": {Cell(0, 4): "x"}})
    assert caught.value.code == "file-not-writable"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv"]


values = st.text(st.sampled_from('ab1 ;,"é\n\t|'), max_size=6)
tables = st.lists(st.lists(values, min_size=2, max_size=4), min_size=1, max_size=6)


@settings(max_examples=80, deadline=None)
@given(table=tables, quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]), data=st.data())
def test_any_edit_of_any_file_reads_back(tmp_path_factory, table, quoting, data):
    folder = tmp_path_factory.mktemp("csv")
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=quoting, lineterminator="\r\n")
    writer.writerows(table)
    path = text_file(folder, "sep=;\r\n" + out.getvalue())
    workbook = read_workbook(path)
    read = [list(row) for row in workbook.tables[0].rows]
    while table and not any(table[-1]):
        table.pop()
    assert read == table
    places = st.builds(Cell, st.integers(0, 7), st.integers(0, 5))
    edits = data.draw(st.dictionaries(places, values, max_size=4))
    copy = read_workbook(write_copy(workbook, folder / "b.csv", {"a": edits}))
    for row in range(9):
        for column in range(7):
            cell = Cell(row, column)
            assert copy.tables[0].text(*cell) == edits.get(cell, workbook.tables[0].text(*cell))
