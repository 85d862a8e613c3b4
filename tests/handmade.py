"""Workbooks made by hand, as programs other than Excel make them and as no library can be asked to."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

TRANSITIONAL = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
STRICT = (
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPE_NAMES = {"sheet": "worksheet"}


def xlsx(
    path: Path,
    sheets: Mapping[str, str] | str,
    *,
    shared: str | None = None,
    styles: Sequence[str] | None = None,
    before: str = "",
    after: str = "",
    prefix: str = "",
    namespaces: tuple[str, str] = TRANSITIONAL,
    main_type: str = f"{_SHEET_TYPE}.sheet.main+xml",
    workbook: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    relations: str = "",
    sheet_relations: str = "",
) -> Path:
    """Write a workbook of these sheets, each given as what stands inside its `sheetData`.

    `styles` are number format codes, one for each cell style; `before` and `after` stand around
    `sheetData`, `workbook` after the list of sheets, `relations` among those of the workbook.
    """
    sheets = {"A": sheets} if isinstance(sheets, str) else sheets
    main, rel = namespaces
    colon = f":{prefix[:-1]}" if prefix else ""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "",
        "_rels/.rels": _relations(_relation("rId1", f"{rel}/officeDocument", "xl/workbook.xml")),
    }
    listed = "".join(
        f'<{prefix}sheet name="{name}" sheetId="{number + 10}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    members["xl/workbook.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?><{prefix}workbook xmlns{colon}="{main}" xmlns:r="{rel}">'
        f"<{prefix}sheets>{listed}</{prefix}sheets>{workbook}</{prefix}workbook>"
    )
    lines = "".join(
        _relation(f"rId{number}", f"{rel}/worksheet", f"worksheets/sheet{number}.xml")
        for number, _ in enumerate(sheets, 1)
    )
    if shared is not None:
        members["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{shared}</sst>'
        lines += _relation("rIdS", f"{rel}/sharedStrings", "sharedStrings.xml")
    if styles is not None:
        members["xl/styles.xml"] = _styles(styles, main)
        lines += _relation("rIdF", f"{rel}/styles", "styles.xml")
    members["xl/_rels/workbook.xml.rels"] = _relations(lines + relations)
    for number, data in enumerate(sheets.values(), 1):
        inside = f"<{prefix}sheetData>{data}</{prefix}sheetData>" if data else f"<{prefix}sheetData/>"
        inside = f"{before}{inside}{after}"
        members[f"xl/worksheets/sheet{number}.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8"?>'
            f'<{prefix}worksheet xmlns{colon}="{main}" xmlns:r="{rel}">{inside}</{prefix}worksheet>'
        )
    if sheet_relations:
        members["xl/worksheets/_rels/sheet1.xml.rels"] = _relations(sheet_relations)
    members |= parts or {}
    members["[Content_Types].xml"] = _content_types(members, main_type)
    return package(path, members)


def package(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Write a zip archive of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def _relation(id_: str, type_: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"/>'


def _relations(lines: str) -> str:
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(members: Mapping[str, str | bytes], main_type: str) -> str:
    parts = [name for name in members if name.startswith("xl/") and name.endswith(".xml")]
    kinds = {part: re.sub(r"\d*\.xml$", "", part.rpartition("/")[2]) for part in parts}
    types = {part: f"{_SHEET_TYPE}.{_TYPE_NAMES.get(kind, kind)}+xml" for part, kind in kinds.items()}
    lines = "".join(
        f'<Override PartName="/{part}" ContentType="{type_}"/>'
        for part, type_ in (types | {"xl/workbook.xml": main_type}).items()
    )
    return (
        f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _styles(codes: Sequence[str], main: str) -> str:
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code.replace("&", "&amp;").replace(chr(34), "&quot;")}"/>'
        for number, code in enumerate(codes, 164)
    )
    used = "".join(f'<xf numFmtId="{number}"/>' for number, _ in enumerate(codes, 164))
    return (
        f'<styleSheet xmlns="{main}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>{used}</cellXfs></styleSheet>'
    )


# OpenDocument

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def ods(path: Path, sheets: Mapping[str, str], manifest: str = "") -> Path:
    """Write an OpenDocument spreadsheet; each sheet is given as its rows."""
    tables = "".join(
        f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{_OASIS}:office:1.0"'
        f' xmlns:table="{_OASIS}:table:1.0" xmlns:text="{_OASIS}:text:1.0"'
        ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = manifest or f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0"/>'
    return package(path, {"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest})


# Compound files and the records in them

_FREE, _END_OF_CHAIN, _TABLE_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(path: Path, streams: Mapping[str, bytes]) -> Path:
    """Write a compound file (OLE2) of these streams, each filled up to whole sectors."""
    chains: list[int] = [_TABLE_SECTOR]
    entries = [_entry("Root Entry", 5, _END_OF_CHAIN, 0)]
    body = b""
    directory_sectors = (len(streams) + 4) // 4
    chains += [*range(2, 1 + directory_sectors), _END_OF_CHAIN]
    for name, content in streams.items():
        content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        first = len(chains)
        chains += [*range(first + 1, first + len(content) // 512), _END_OF_CHAIN]
        entries.append(_entry(name, 2, first, len(content)))
        body += content
    assert len(chains) <= 128
    table = struct.pack("<128I", *chains, *[_FREE] * (128 - len(chains)))
    directory = b"".join(entries).ljust(directory_sectors * 512, b"\0")
    path.write_bytes(_compound_header() + table + directory + body)
    return path


def _compound_header() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
        + struct.pack("<9I", 0, 1, 1, 0, 4096, _END_OF_CHAIN, 0, _END_OF_CHAIN, 0)
        + struct.pack("<109I", 0, *[_FREE] * 108)
    )


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<3I", _FREE, _FREE, 1 if kind == 5 else _FREE)
    return (
        text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + links + bytes(36)
        + struct.pack("<III", start, size, 0)
    )  # fmt: skip


def record(kind: int, content: bytes = b"") -> bytes:
    """Return one record of a workbook of Excel 97 to 2003."""
    return struct.pack("<HH", kind, len(content)) + content


def xls(
    path: Path, cells: bytes, *, formats: Sequence[str] = (), name: str = "Plan1", globals_: bytes = b""
) -> Path:
    """Write a workbook of Excel 97 with one sheet of these records; cell style n+1 has the n-th format."""
    codes = b"".join(
        record(0x041E, struct.pack("<HHB", number, len(code), 1) + code.encode("utf-16-le"))
        for number, code in enumerate(formats, 164)
    )
    styles = b"".join(
        record(0x00E0, struct.pack("<HH", 0, number) + bytes(16))
        for number in (0, *range(164, 164 + len(formats)))
    )
    text = name.encode("utf-16-le")
    bound = struct.pack("<IBBBB", 0, 0, 0, len(name), 1) + text
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + globals_ + codes + styles
    start = len(head) + len(record(0x0085, bound)) + 4
    bound = struct.pack("<I", start) + bound[4:]
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 16, 0, 0, 0, 0)) + cells + record(0x000A)
    return compound(path, {"Workbook": head + record(0x0085, bound) + record(0x000A) + sheet})


def xls_label(row: int, column: int, text: str) -> bytes:
    """Return a cell record with a text of its own."""
    content = struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")
    return record(0x0204, content)


# Binary packages


def binary_record(kind: int, content: bytes = b"") -> bytes:
    """Return one record of an xlsb part."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(content)
    assert size < 1 << 14
    length = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    return head + length + content


def wide(text: str) -> bytes:
    """Return a text as xlsb parts hold it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(path: Path, sheet: bytes, *, formats: Sequence[str] = (), name: str = "Plan1") -> Path:
    """Write an xlsb workbook with one sheet of these records; cell style n+1 has the n-th format."""
    rel = TRANSITIONAL[1]
    types = (
        f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        "</Types>"
    )
    bundle = struct.pack("<II", 0, 1) + wide("rId1") + wide(name)
    workbook = (
        binary_record(131) + binary_record(143) + binary_record(156, bundle)
        + binary_record(144) + binary_record(132)
    )  # fmt: skip
    codes = b"".join(
        binary_record(44, struct.pack("<H", number) + wide(code)) for number, code in enumerate(formats, 164)
    )
    used = b"".join(
        binary_record(47, struct.pack("<HH", 0, number) + bytes(12))
        for number in (0, *range(164, 164 + len(formats)))
    )
    count = struct.pack("<I", len(formats))
    styles = (
        binary_record(278) + binary_record(615, count) + codes + binary_record(616)
        + binary_record(617, struct.pack("<I", len(formats) + 1)) + used + binary_record(618)
        + binary_record(279)
    )  # fmt: skip
    return package(
        path,
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relations(_relation("rId1", f"{rel}/officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": _relations(
                _relation("rId1", f"{rel}/worksheet", "worksheets/sheet1.bin")
                + _relation("rId2", f"{rel}/styles", "styles.bin")
            ),
            "xl/styles.bin": styles,
            "xl/worksheets/sheet1.bin": sheet,
        },
    )


def binary_row(number: int) -> bytes:
    """Return the record that begins a row of an xlsb sheet."""
    return binary_record(0, struct.pack("<I", number) + bytes(13))


def binary_cell(kind: int, column: int, style: int, content: bytes) -> bytes:
    """Return the record of a cell of an xlsb sheet."""
    return binary_record(kind, struct.pack("<II", column, style) + content)
