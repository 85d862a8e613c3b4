"""Workbooks made to fill the memory, to take for ever or to end the process: makers of each kind, by name.

Small on the disk, all of them; none may take over 10 s or 1 GB, or be anything but refused or read aright.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import handmade

Maker = Callable[[Path], Path]

HEADER = [
    "CategoryID",
    "VariationTheme",
    "Type",
    "VTEXSpecification",
    "AmazonSpecification",
    "VTEXValue",
    "AmazonValue",
]
ROW = ("212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue")
MB = 1 << 20
LONGEST = 32_766
"""A letter less than Excel takes in a cell."""

_MAIN, _REL = handmade.TRANSITIONAL


def text_cell(place: str, text: str) -> str:
    """Return a cell with a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def text_row(number: int, texts: Iterable[str]) -> str:
    """Return a row of such cells, from column A on."""
    cells = "".join(text_cell(f"{chr(65 + place)}{number}", text) for place, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


MAPPING = text_row(1, HEADER) + text_row(2, ROW)


# Cells that are far away

_FAR = (
    "XFD1048576",
    "A1048576",
    "XFD3",
    "ZZ900000",
    "AAA500000",
    "Z999999",
    "XFE3",
    "A1048577",
    "A4294967290",
)
_SPELLINGS = {
    "plain": '<c r="{}"><v>9</v></c>',
    "attributes before": '<c s="0" t="n" r="{}"><v>9</v></c>',
    "blanks": '<c\n\tr = "{}" ><v>9</v></c>',
    "single quotes": "<c r='{}'><v>9</v></c>",
    "dollars": '<c r="${}"><v>9</v></c>',
    "empty": '<c r="{}"/>',
}
_ROWS = {
    "first": '<row r="3">{far}<c r="A3"><v>1</v></c></row>',
    "middle": '<row r="3"><c r="A3"><v>1</v></c>{far}<c r="C3"><v>1</v></c></row>',
    "last": '<row r="3"><c r="A3"><v>1</v></c>{far}</row>',
    "no row": '<row><c><v>1</v></c>{far}</row><row r="4"><c r="A4"><v>1</v></c></row>',
    "wrong tag": '<row r="1048576"><c r="A3"><v>1</v></c>{far}</row>',
}


def far_cell(path: Path, *, place: str, spelling: str, row: str) -> Path:
    """A cell that names a place far from where it stands."""
    far = _SPELLINGS[spelling].format(place)
    return handmade.xlsx(path, {"A": MAPPING + _ROWS[row].format(far=far)})


def _far_cells() -> Mapping[str, Maker]:
    plain = {f"far cell {place} in {row}": (place, "plain", row) for place in _FAR for row in _ROWS}
    spelt = {f"far cell spelt with {one}": ("XFD1048576", one, "middle") for one in _SPELLINGS}
    return {
        name: partial(far_cell, place=place, spelling=spelling, row=row)
        for name, (place, spelling, row) in (plain | spelt).items()
    }


def many_far_sheets(path: Path, *, sheets: int, place: str, row: int) -> Path:
    """Sheets each with one far cell."""
    cells = f'<row r="{row}"><c r="{place}"><v>1</v></c></row>'
    return handmade.xlsx(path, {"M": MAPPING} | {f"S{number}": cells for number in range(sheets)})


def far_cell_in_each_row(path: Path, *, rows: int, spelling: str) -> Path:
    """Rows each with a cell in the last column."""
    cell = _SPELLINGS[spelling]
    return handmade.xlsx(
        path, "".join(f'<row r="{n}">{cell.format(f"XFD{n}")}</row>' for n in range(1, rows + 1))
    )


def sheets_of_one_part(path: Path, *, sheets: int, megabytes: int) -> Path:
    """Many sheets whose relation leads to one large part."""
    source = handmade.xlsx(path.with_suffix(".part"), {f"S{number}": "" for number in range(sheets)})
    rows = "".join(text_row(number, ROW) for number in range(1, 1 + megabytes * MB // 520))
    with zipfile.ZipFile(source) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
        relations = archive.read("xl/_rels/workbook.xml.rels").decode()
    for number in range(2, sheets + 1):
        relations = relations.replace(f"sheet{number}.xml", "sheet1.xml")
        del members[f"xl/worksheets/sheet{number}.xml"]
    members["xl/_rels/workbook.xml.rels"] = relations
    members["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    )
    source.unlink()
    return handmade.package(path, members)


# Large parts

_PIECES = {
    "xl/workbook.xml": "<sheet/>",
    "xl/_rels/workbook.xml.rels": '<Relationship Id="a" Target="b"/>',
    "_rels/.rels": '<Relationship Id="a" Target="b"/>',
    "[Content_Types].xml": '<Default Extension="a"/>',
    "xl/styles.xml": "<xf/>",
    "xl/sharedStrings.xml": "<si></si>",
    "xl/worksheets/sheet1.xml": '<row r="1"/>',
    "xl/worksheets/_rels/sheet1.xml.rels": '<Relationship Id="a" Target="b"/>',
    "docProps/app.xml": "<a/>",
}


def large_part(path: Path, *, part: str, megabytes: int, piece: str = "") -> Path:
    """One part of that size, of one element again and again."""
    source = handmade.xlsx(
        path.with_suffix(".part"), {"A": MAPPING}, styles=["0.00"], shared="<si><t>x</t></si>"
    )
    piece = piece or _PIECES[part]
    block = (piece * (MB // len(piece))).encode()
    with (
        zipfile.ZipFile(source) as before,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, True, 1) as after,
    ):
        members = {name: before.read(name) for name in before.namelist()} | {part: members_of(part, before)}
        for name, content in members.items():
            if name != part:
                after.writestr(name, content)
                continue
            head, close = _opened(content)
            with after.open(name, "w") as file:
                file.write(head)
                for _ in range(megabytes):
                    file.write(block)
                file.write(close)
    source.unlink()
    return path


def members_of(part: str, archive: zipfile.ZipFile) -> bytes:
    """Return what an archive holds under that name, an empty element where nothing."""
    return archive.read(part) if part in archive.namelist() else b"<a></a>"


def _opened(content: bytes) -> tuple[bytes, bytes]:
    """Return a part cut before its last closing tags, where more can stand."""
    for close in (b"</cellXfs>", b"</sheets>", b"</sheetData>"):
        if close in content:
            place = content.index(close)
            return content[:place], content[place:]
    place = content.rindex(b"</")
    return content[:place], content[place:]


def large_sheets(path: Path, *, sheets: int, megabytes: int, cell: str) -> Path:
    """Sheets of that size each, whose cells follow one pattern."""
    names = {f"S{number}": "" for number in range(sheets)}
    source = handmade.xlsx(path.with_suffix(".part"), names)
    rows, size, number = [], 0, 0
    while size < megabytes * MB:
        number += 1
        cells = "".join(cell.format(f"{letter}{number}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        rows.append(f'<row r="{number}">{cells}</row>')
        size += len(rows[-1])
    data = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    with (
        zipfile.ZipFile(source) as before,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, True, 1) as after,
    ):
        for name in before.namelist():
            after.writestr(name, data if "/worksheets/" in name else before.read(name))
    source.unlink()
    return path


# Archives that lie


def lying_archive(path: Path, *, source: Maker, member: str, said: int, megabytes: int) -> Path:
    """A member holds that many zeros more than the table of contents says, with the checksum of that."""
    before = source(path.with_suffix(".part"))
    with zipfile.ZipFile(before) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    content = members[member]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(content)
    for _ in range(megabytes):
        packed += packer.compress(bytes(MB))
    packed += packer.flush()
    said = min(said, len(content)) if said else len(content)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, packed if name == member else data)
        info = archive.getinfo(member)
        info.compress_type, info.compress_size = zipfile.ZIP_DEFLATED, len(packed)
        info.file_size, info.CRC = said, zlib.crc32(content[:said])
    whole = bytearray(path.read_bytes())
    struct.pack_into("<H", whole, info.header_offset + 8, zipfile.ZIP_DEFLATED)
    struct.pack_into("<III", whole, info.header_offset + 14, info.CRC, len(packed), said)
    path.write_bytes(whole)
    before.unlink()
    return path


def other_packing(path: Path, *, method: int, megabytes: int) -> Path:
    """A part that is packed as no package is, and far harder."""
    source = handmade.xlsx(path.with_suffix(".part"), {"A": MAPPING}, styles=["0.00"])
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            padding = b" " * (megabytes * MB) if name == "xl/styles.xml" else b""
            after.writestr(name, before.read(name) + padding, method if padding else None)
    source.unlink()
    return path


def many_members(path: Path, *, count: int) -> Path:
    """An archive with members beyond number."""
    handmade.xlsx(path, {"A": MAPPING})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        for number in range(count):
            archive.writestr(f"a/{number}", b"")
    return path


def overlapping_members(path: Path, *, count: int, megabytes: int) -> Path:
    """Entries of the table of contents that all claim the same packed bytes."""
    large_part(path, part="docProps/app.xml", megabytes=megabytes)
    with zipfile.ZipFile(path, "a") as archive:
        info = archive.getinfo("docProps/app.xml")
        for number in range(count):
            other = zipfile.ZipInfo(f"docProps/a{number}.xml")
            for fact in ("CRC", "file_size", "compress_size", "compress_type", "header_offset"):
                setattr(other, fact, getattr(info, fact))
            archive.filelist.append(other)
        archive._didModify = True  # type: ignore[attr-defined]
    return path


# XML that is expensive

_LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
XML_PARTS = (
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml",
    "_rels/.rels",
)
_XML = {
    "laughs": lambda size: f"{_LAUGHS}<a>&a9;</a>",
    "outside entity": lambda size: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "deep": lambda size: "<a>" * (size // 7) + "</a>" * (size // 7),
    "deep and open": lambda size: "<a>" * (size // 3),
    "attributes": lambda size: "<a " + " ".join(f'a{n}="x"' for n in range(size // 12)) + "/>",
    "comments": lambda size: "<a>" + "<!--x-->" * (size // 8) + "</a>",
    "open comments": lambda size: "<a>" + "<!--" * (size // 4),
    "instructions": lambda size: "<a>" + "<?x?>" * (size // 5) + "</a>",
    "open tags": lambda size: "<a>" + '<c r="' * (size // 6),
    "open rows": lambda size: "<worksheet><sheetData>" + "<row " * (size // 5),
    "open quotes": lambda size: (
        "<worksheet><sheetData>" + '<c a="' * (size // 6) + "</sheetData></worksheet>"
    ),
    "blanks in a tag": lambda size: f"<worksheet{' ' * size}><sheetData/></worksheet>",
    "a long name": lambda size: f"<{'a' * size}/>",
}


def costly_xml(path: Path, *, part: str, kind: str, megabytes: int = 4) -> Path:
    """A part of XML that is expensive to read, or none at all."""
    parts = {part: _XML[kind](megabytes * MB)}
    return handmade.xlsx(path, {"A": MAPPING}, styles=["0.00"], shared="<si><t>x</t></si>", parts=parts)


def many_merged(path: Path, *, count: int, area: str) -> Path:
    """Merged areas beyond number, or one over all of the sheet."""
    merged = "".join(f'<mergeCell ref="{area.format(n)}"/>' for n in range(1, count + 1))
    return handmade.xlsx(path, {"A": MAPPING}, after=f"<mergeCells>{merged}</mergeCells>")


# Long texts

TEXTS = {
    "one letter": "a", "words": "azul escuro ", "numbers": "12 ", "signs": "-/", "blanks": " ",
    "odd blanks": "a\u00a0 ", "garbled": "Ã£Ã©", "lost": "\ufffda", "lines": "a&#10;", "brackets": "(",
    "pairs": "(a)", "escapes": "_x000D_", "half escapes": "_x", "accents": "é", "emoji": "😀",
    "commas": "a, ", "theme": "SizeColor", "newer theme": "SIZE/COLOR/",
    "invisible": "\u200b", "entities": "&amp;&lt;", "links": "https://a.b/", "equals": "=1+",
}  # fmt: skip


def long_cell(path: Path, *, text: str, column: int, letters: int = LONGEST, rows: int = 2) -> Path:
    """A text in one column of a mapping sheet that is as long as can be, or longer."""
    piece = TEXTS[text]
    long = piece * (letters // len(piece.replace("&#10;", "\n").replace("&amp;", "&").replace("&lt;", "<")))
    row = [long if place == column else each for place, each in enumerate(ROW)]
    lines = "".join(text_row(number, row) for number in range(2, rows + 2))
    return handmade.xlsx(path, {"A": text_row(1, HEADER) + lines})


# Number formats

FORMATS = {
    "brackets": "[", "pairs": "[]", "zeros": "0", "decimals": "0.0", "quotes": '"', "months": "m",
    "minutes": "h:m ", "sections": ";", "backslashes": "\\", "blanks": "_", "stars": "*", "signs": "#,",
    "places": "[$-416]", "elapsed": "[h]",
}  # fmt: skip


def long_format(path: Path, *, code: str, letters: int, cells: int = 20_000, kind: str = "xlsx") -> Path:
    """Cells under a number format of so many letters."""
    long = (FORMATS[code] * letters)[:letters]
    if kind == "xlsb":
        numbers = b"".join(
            handmade.binary_row(row) + handmade.binary_cell(5, 0, 1, struct.pack("<d", row + 0.5))
            for row in range(1_000)
        )
        head = handmade.binary_record(129) + handmade.binary_record(145)
        tail = handmade.binary_record(146) + handmade.binary_record(130)
        return handmade.xlsb(path, head + numbers + tail, formats=[long[:8_000]])
    if kind == "xls":
        numbers = b"".join(
            handmade.record(0x0203, struct.pack("<HHHd", row, 0, 1, row + 0.5)) for row in range(1_000)
        )
        return handmade.xls(path, numbers, formats=[long[:4_000]])
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" s="1"><v>{row}.5</v></c></row>' for row in range(3, cells + 3)
    )
    escaped = long.replace("<", "&lt;")
    return handmade.xlsx(path, {"A": MAPPING + rows}, styles=["General", escaped])


# OpenDocument

_CELL = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'


def ods_repeats(path: Path, *, rows: str, columns: str, filled: bool, sheets: int = 1) -> Path:
    """Rows and cells that stand there so many times."""
    cell = _CELL if filled else "<table:table-cell{}/>"
    row = (
        f'<table:table-row table:number-rows-repeated="{rows}">'
        f"{cell.format(f' table:number-columns-repeated={chr(34)}{columns}{chr(34)}')}</table:table-row>"
        f"<table:table-row>{_CELL.format('')}</table:table-row>"
    )
    return handmade.ods(path, {f"S{number}": row for number in range(sheets)})


def ods_content(path: Path, *, piece: str, megabytes: int, around: str = "{}") -> Path:
    """A sheet of one piece again and again."""
    rows = around.format(piece * (megabytes * MB // len(piece)))
    return handmade.ods(path, {"A": f"<table:table-row>{_CELL.format('')}</table:table-row>{rows}"})


# The binary formats


def xlsb_records(path: Path, *, records: bytes, count: int = 1) -> Path:
    """A sheet of such records."""
    head = handmade.binary_record(129) + handmade.binary_record(145)
    return handmade.xlsb(
        path, head + records * count + handmade.binary_record(146) + handmade.binary_record(130)
    )


def xls_records(path: Path, *, records: bytes, globals_: bytes = b"") -> Path:
    """A sheet of such records."""
    return handmade.xls(path, records, globals_=globals_)


def csv_text(path: Path, *, text: Callable[[], bytes]) -> Path:
    """A text file."""
    path.write_bytes(text())
    return path


def _numbers_wide(columns: int) -> bytes:
    cells = struct.pack("<HI", 0, 2) * columns
    return b"".join(
        handmade.record(0x00BD, struct.pack("<HH", row, 0) + cells + struct.pack("<H", columns - 1))
        for row in range(8)
    )


def _binary_cells(*places: tuple[int, int]) -> bytes:
    return b"".join(
        handmade.binary_row(row) + handmade.binary_cell(6, column, 0, handmade.wide("x"))
        for row, column in places
    )


def _csv_line(quote: str, size: int) -> bytes:
    return (";".join(HEADER) + "\n" + quote * size + "\n").encode()


_CSV: dict[str, Callable[[], bytes]] = {
    "brackets never closed": lambda: b";".join(b"(" * 30_000 + b"%d" % number for number in range(99)),
    "delimiters": lambda: b"a;b\n" + b";" * (20 * MB),
    "commas without end": lambda: b"," * (20 * MB),
    "quotes": lambda: _csv_line('"', 5 * MB),
    "odd quotes": lambda: _csv_line('"a', 5 * MB),
    "doubled quotes": lambda: _csv_line('""', 5 * MB),
    "quotes and delimiters": lambda: _csv_line('";"', 5 * MB),
    "one line": lambda: b"a" * (20 * MB),
    "returns": lambda: b"a;b\r" * MB,
    "line ends": lambda: b"a;b\n" + b"\n" * (20 * MB),
    "emoji": lambda: b"a;b\n" + "😀;".encode() * (4 * MB),
    "wide characters": lambda: b"\xff\xfe" + "a;b\n".encode("utf-16-le") * (2 * MB),
    "a record of lines": lambda: b'a;b\n"' + b"x\n" * (10 * MB),
    "separator line": lambda: b"sep=;\n" * (2 * MB),
    "blanks": lambda: b"a;b\n" + b" " * (40 * MB),
}

_XLSB = {
    "empty records": lambda: xlsb_maker(bytes([50, 0]), 30 * MB),
    "endless sizes": lambda: xlsb_maker(b"\x01" + b"\xff" * (8 * MB), 1),
    "far corners": lambda: xlsb_maker(_binary_cells((0, 0), (1_048_575, 16_383)), 1),
    "far corner first": lambda: xlsb_maker(_binary_cells((1_048_575, 16_383), (0, 0)), 1),
    "no such column": lambda: xlsb_maker(_binary_cells((0, 0), (5, 4_000_000_000)), 1),
    "rows beyond number": lambda: xlsb_maker(_binary_cells((4_000_000_000, 0)), 1),
    "a long text": lambda: xlsb_maker(
        handmade.binary_row(0) + handmade.binary_cell(6, 0, 0, struct.pack("<I", 4_000_000_000)), 1
    ),
    "extent": lambda: xlsb_maker(
        handmade.binary_record(148, struct.pack("<4I", 0, 4_000_000_000, 0, 16_383)), 1
    ),
}


def xlsb_maker(records: bytes, count: int) -> Maker:
    """Return what makes a sheet of those records."""
    return partial(xlsb_records, records=records, count=count)


_XLS: dict[str, Callable[[], Maker]] = {
    "far corners": lambda: partial(
        xls_records, records=handmade.xls_label(0, 0, "x") + handmade.xls_label(65_535, 255, "x")
    ),
    "wide numbers": lambda: partial(xls_records, records=_numbers_wide(1_000)),
    "no such column": lambda: partial(xls_records, records=handmade.xls_label(3, 60_000, "x")),
    "texts beyond number": lambda: partial(
        xls_records,
        records=handmade.xls_label(0, 0, "x"),
        globals_=handmade.record(0x00FC, struct.pack("<II", 1, 0xFFFFFFFF)),
    ),
    "extent": lambda: partial(
        xls_records,
        records=handmade.record(0x0200, struct.pack("<IIHHH", 0, 65_536, 0, 256, 0))
        + handmade.xls_label(0, 0, "x"),
    ),
    "charts in charts": lambda: partial(xls_records, records=handmade.record(0x0809, bytes(16)) * 2_000),
    "a record without end": lambda: partial(xls_records, records=struct.pack("<HH", 0x0204, 0xFFFF)),
}


def _named(name: str, make: Callable[..., Path], **facts: object) -> tuple[str, Maker]:
    return name, partial(make, **facts)


def makers() -> dict[str, Maker]:
    """Return all makers by the names of what they make, the suffix last."""
    found: dict[str, Maker] = {f"{name}.xlsx": maker for name, maker in _far_cells().items()}
    found |= dict(_of_xlsx())
    found |= {f"csv {name}.csv": partial(csv_text, text=text) for name, text in _CSV.items()}
    found |= {f"xlsb {name}.xlsb": make() for name, make in _XLSB.items()}
    found |= {f"xls {name}.xls": make() for name, make in _XLS.items()}
    found |= dict(_of_others())
    return found


def _of_xlsx() -> Iterable[tuple[str, Maker]]:
    for sheets, place, row in (
        (300, "XFD1048576", 1_048_576),
        (1_000, "A1048576", 1_048_576),
        (300, "XFD1", 1),
    ):
        yield _named(f"{sheets} sheets to {place}.xlsx", many_far_sheets, sheets=sheets, place=place, row=row)
    yield _named("20000 sheets.xlsx", many_far_sheets, sheets=20_000, place="A1", row=1)
    for rows, spelling in (
        (1_000, "plain"),
        (100_000, "plain"),
        (5_000, "attributes before"),
        (100_000, "blanks"),
    ):
        name = f"{rows} rows to XFD, {spelling}.xlsx"
        yield _named(name, far_cell_in_each_row, rows=rows, spelling=spelling)
    yield _named("200 sheets of one part.xlsx", sheets_of_one_part, sheets=200, megabytes=20)
    yield _named("20 sheets of one part.xlsx", sheets_of_one_part, sheets=20, megabytes=9)
    for part in _PIECES:
        for megabytes in (255, 90, 30):
            yield _named(
                f"{megabytes} MB in {part.rpartition('/')[2]}.xlsx",
                large_part,
                part=part,
                megabytes=megabytes,
            )
    for name, cell in (
        ("empty cells", '<c r="{}"/>'),
        ("styled cells", '<c r="{}" s="0"/>'),
        ("numbers", '<c r="{}"><v>1</v></c>'),
        ("odd cells", '<c  r="{}"><v>1</v></c>'),
        ("nameless cells", "<c/>"),
        ("nameless numbers", "<c><v>1</v></c>"),
    ):
        yield _named(f"90 MB of {name}.xlsx", large_sheets, sheets=1, megabytes=90, cell=cell)
    yield _named("380 MB of cells.xlsx", large_sheets, sheets=4, megabytes=95, cell='<c r="{}"/>')
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield _named(f"packed by method {method}.xlsx", other_packing, method=method, megabytes=90)
    yield _named("150000 members.xlsx", many_members, count=150_000)
    yield _named("60000 members.xlsx", many_members, count=60_000)
    yield _named("members that overlap.xlsx", overlapping_members, count=30, megabytes=30)
    for part in XML_PARTS:
        for kind in _XML:
            yield _named(f"{kind} in {part.rpartition('/')[2]}.xlsx", costly_xml, part=part, kind=kind)
    yield _named("merged beyond number.xlsx", many_merged, count=200_000, area="A{0}:B{0}")
    yield _named("all merged.xlsx", many_merged, count=1, area="A1:XFD1048576")
    yield _named("all merged again and again.xlsx", many_merged, count=2_000, area="A{0}:G1048576")
    for place, text in enumerate(TEXTS):
        for column in (place % 7, 6):
            yield _named(f"long {text} in column {column}.xlsx", long_cell, text=text, column=column)
    for text in ("one letter", "words", "odd blanks", "garbled", "emoji"):
        yield _named(f"9 MB of {text}.xlsx", long_cell, text=text, column=6, letters=9 * MB, rows=4)
    for code in FORMATS:
        for letters in (255, 1_024, 50_000):
            yield _named(f"{letters} {code} in a format.xlsx", long_format, code=code, letters=letters)


def _of_others() -> Iterable[tuple[str, Maker]]:
    for code in ("brackets", "months", "zeros"):
        for kind in ("xls", "xlsb"):
            yield _named(f"{code} in a format.{kind}", long_format, code=code, letters=8_000, kind=kind)
    for rows, columns in (
        ("1048576", "16384"),
        ("4294967296", "1"),
        ("1", "4294967296"),
        ("-5", "3"),
        ("1e9", "2"),
        ("99999999999999999999", "9"),
    ):
        for filled in (True, False):
            name = f"{rows} times {columns}, {'filled' if filled else 'empty'}.ods"
            yield _named(name, ods_repeats, rows=rows, columns=columns, filled=filled)
    yield _named("300 sheets repeated.ods", ods_repeats, rows="50000", columns="20", filled=True, sheets=300)
    row = "<table:table-row>{}</table:table-row>"
    yield _named(
        "elements.ods",
        ods_content,
        piece="<text:p/>",
        megabytes=90,
        around=row.format("<table:table-cell>{}</table:table-cell>"),
    )
    yield _named("cells.ods", ods_content, piece="<table:table-cell/>", megabytes=90, around=row)
    yield _named("rows.ods", ods_content, piece="<table:table-row/>", megabytes=90)
    yield _named(
        "a long paragraph.ods",
        ods_content,
        piece="palavra ",
        megabytes=60,
        around=row.format(_CELL.format("").replace("x<", "{}<")),
    )
    plain = partial(ods_repeats, rows="2", columns="2", filled=True)
    yield _named(
        "lying content.ods", lying_archive, source=plain, member="content.xml", said=5_000, megabytes=2_000
    )
    binary = partial(xlsb_records, records=_binary_cells((0, 0)))
    sheet = "xl/worksheets/sheet1.bin"
    yield _named("lying sheet.xlsb", lying_archive, source=binary, member=sheet, said=0, megabytes=2_000)
    for member in (
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "[Content_Types].xml",
        "_rels/.rels",
    ):
        for said in (50, 0):
            name = f"lying {member.rpartition('/')[2]} {said}.xlsx"
            source = partial(long_format, code="zeros", letters=3, cells=2)
            yield _named(name, lying_archive, source=source, member=member, said=said, megabytes=1_000)
