"""Workbooks with all that a seller's sheet may carry: one by xlsxwriter and by hand, one by openpyxl."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
import zlib
from pathlib import Path

import handmade

SHEET = "Mapping"
HEADERS = ("CategoryID", "VariationTheme", "Type", "VTEXSpecification", "AmazonSpecification", "AmazonValue")
LAST = 40
"""The last row of the mapping table, as Excel counts; its header is row 1."""

_MAIN, _REL = handmade.TRANSITIONAL
_MICROSOFT = "http://schemas.microsoft.com/office"
_TYPE = "application/vnd.openxmlformats-officedocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BINARY = bytes(range(256)) * 8


def picture() -> bytes:
    """Return a small PNG."""
    rows = b"".join(b"\0" + bytes((40 * row, 90, 160)) * 6 for row in range(6))
    chunks = (
        (b"IHDR", struct.pack(">2I5B", 6, 6, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


# By xlsxwriter


def write_rich(path: Path) -> Path:
    """Write the workbook with macros and every part that xlsxwriter makes or that is put in by hand."""
    plain = path.with_suffix(".plain.xlsm")
    _write_plain(plain)
    with zipfile.ZipFile(plain) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    plain.unlink()
    _put_in(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts.items()):
            info = zipfile.ZipInfo(name, (2024, 2, 29, 13, number % 60, 58))
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            info.external_attr = 0o640 << 16
            archive.writestr(info, content)
    return path


def _write_plain(path: Path) -> None:
    import xlsxwriter

    macros = path.with_name("macros.bin")
    macros.write_bytes(_BINARY)
    with xlsxwriter.Workbook(path) as book:
        book.add_vba_project(str(macros))
        mapping = book.add_worksheet(SHEET)
        lists = book.add_worksheet("Lists & more")
        book.add_worksheet("Hidden").hide()
        book.add_worksheet("Very hidden").very_hidden()
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": f"={SHEET}!$G$2:$G${LAST}"})
        book.add_chartsheet("Chart").set_chart(chart)
        _fill_mapping(book, mapping)
        _dress_mapping(book, mapping)
        _draw_on(book, mapping)
        _fill_lists(book, lists)
        book.define_name("Kinds", "='Lists & more'!$A$1:$A$3")
        book.define_name(f"{SHEET}!Local", f"={SHEET}!$A$1")
        book.set_properties({"title": "Mapeamento", "author": "Ana", "company": "Loja"})
        book.set_custom_property("Batch", "B-42")
    macros.unlink()


def _fill_mapping(book, sheet) -> None:
    money = book.add_format({"num_format": '"R$" #,##0.00;[Red]-"R$" #,##0.00'})
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(1, LAST):
        sheet.write_row(row, 0, [str(200 + row), "Color", "SkuSpecification", "Cor", "color_name", "Azul"])
        sheet.write_number(row, 6, 12.5 * row, money)
        sheet.write_datetime(row, 7, dt.datetime(2024, 1, row % 28 + 1), date)
        sheet.write_formula(row, 8, f"=G{row + 1}*2", money, 25.0 * row)
    bold, italic = book.add_format({"bold": True, "font_color": "red"}), book.add_format({"italic": True})
    sheet.write_rich_string("A50", "plain ", bold, "bold", italic, " italic")
    sheet.write_string("A51", "  blanks kept  ")
    sheet.write_string("A52", "two\nlines")
    sheet.write_url("A53", "https://example.com/a?b=c#d", None, "link", "tip")
    sheet.write_array_formula("A54:A55", "{=G2:G3*2}", None, 25)
    sheet.write_dynamic_array_formula("A56", f"=UNIQUE(B2:B{LAST})", None, "Color")
    sheet.merge_range("A58:D58", "merged", italic)
    sheet.write_formula("A59", "=1/0", None, "#DIV/0!")
    sheet.write_boolean("A60", True)
    sheet.insert_checkbox("A61", True)


def _dress_mapping(book, sheet) -> None:
    red = book.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE"})
    locked = book.add_format({"locked": True, "border": 1, "rotation": 15, "text_wrap": True})
    sheet.add_table(
        f"A1:I{LAST}",
        {"name": "Map", "columns": [{"header": name} for name in (*HEADERS, "Price", "Day", "Twice")]},
    )
    for row in range(1, LAST):  # a table takes the values of its columns' formulas away
        sheet.write_formula(row, 8, f"=G{row + 1}*2", None, 25.0 * row)
    sheet.set_column("A:F", 18)
    sheet.set_column("G:I", 14, None, {"level": 1})
    sheet.set_row(0, 30, locked)
    sheet.set_row(47, None, None, {"hidden": True})
    sheet.freeze_panes(1, 2)
    sheet.data_validation("C2:C40", {"validate": "list", "source": ["SkuSpecification", "FixedValue"]})
    sheet.data_validation("G2:G40", {"validate": "decimal", "criteria": ">", "value": 0})
    rules = (
        ("F2:F40", {"type": "text", "criteria": "containing", "value": "Azul", "format": red}),
        ("G2:G40", {"type": "data_bar", "data_bar_2010": True}),
        ("H2:H40", {"type": "icon_set", "icon_style": "3_traffic_lights"}),
        ("I2:I40", {"type": "3_color_scale"}),
    )
    for area, rule in rules:
        sheet.conditional_format(area, rule)
    sheet.add_sparkline("K2", {"range": f"{SHEET}!G2:G{LAST}", "type": "column"})
    sheet.set_header('&C&"Arial,Bold"Mapping &D')
    sheet.set_footer("&L&P/&N")
    sheet.print_area("A1:I60")
    sheet.repeat_rows(0)
    sheet.set_h_pagebreaks([20])
    sheet.protect("secret", {"format_cells": True})
    sheet.unprotect_range("A2:F40", "Edit here")
    sheet.ignore_errors({"number_stored_as_text": "A2:A60"})
    sheet.set_tab_color("#FF9900")


def _draw_on(book, sheet) -> None:
    sheet.write_comment("F2", "Check this value", {"author": "Ana", "color": "#FFFFCC", "width": 200})
    sheet.insert_image("M2", "picture.png", {"image_data": io.BytesIO(picture()), "description": "logo"})
    sheet.insert_textbox("M20", "A text box")
    sheet.insert_button("M26", {"macro": "Run", "caption": "Run it"})
    chart = book.add_chart({"type": "column"})
    series = {
        "values": f"={SHEET}!$G$2:$G${LAST}",
        "trendline": {"type": "linear"},
        "data_labels": {"value": True},
    }
    chart.add_series(series)
    sheet.insert_chart("M30", chart)


def _fill_lists(book, sheet) -> None:
    sheet.write_column("A1", ["ProductSpecification", "SkuSpecification", "FixedValue"])
    sheet.autofilter("A1:A3")
    sheet.filter_column(0, "x == SkuSpecification")
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_background(io.BytesIO(picture()))


# By hand


def _put_in(parts: dict[str, bytes]) -> None:
    for put in (_put_shared_formulas, _put_validation, _put_threads, _put_printer, _put_control):
        put(parts)
    for put in (_put_pivot, _put_custom_xml, _put_link, _put_chain, _put_unknown):
        put(parts)


def _add(parts: dict[str, bytes], name: str, content: str | bytes, type_: str = "") -> None:
    parts[name] = content if isinstance(content, bytes) else (_HEAD + content).encode()
    if type_:
        line = f'<Override PartName="/{name}" ContentType="{type_}"/>'
        _insert(parts, "[Content_Types].xml", "</Types>", line)


def _insert(parts: dict[str, bytes], name: str, before: str, text: str) -> None:
    content = parts[name].decode()
    assert before in content
    parts[name] = content.replace(before, text + before, 1).encode()


def _relate(parts: dict[str, bytes], part: str, id_: str, kind: str, target: str, more: str = "") -> None:
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    line = f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"{more}/>'
    if relations not in parts:
        start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        _add(parts, relations, f"{start}</Relationships>")
    _insert(parts, relations, "</Relationships>", line)


_MAPPING = "xl/worksheets/sheet1.xml"
_LISTS = "xl/worksheets/sheet2.xml"


def _put_shared_formulas(parts: dict[str, bytes]) -> None:
    """Two columns that repeat one formula each, and a data table."""
    rows = "".join(
        f'<row r="{row}"><c r="B{row}"><v>{row}</v></c>{first}</row>'
        for row, first in (
            (70, '<c r="C70"><f t="shared" ref="C70:C73" si="0">B70*2</f><v>140</v></c>'),
            (71, '<c r="C71"><f t="shared" si="0"/><v>142</v></c>'),
            (72, '<c r="C72"><f t="shared" si="0"/><v>144</v></c>'),
            (73, '<c r="C73"><f t="shared" si="0"/><v>146</v></c>'),
            (74, '<c r="C74"><f t="dataTable" ref="C74:C75" dt2D="0" dtr="0" r1="B70"/><v>1</v></c>'),
            (75, '<c r="C75"><v>1</v></c>'),
        )
    )
    _insert(parts, _MAPPING, "</sheetData>", rows)


def _put_validation(parts: dict[str, bytes]) -> None:
    """A list that stands on another sheet, as Excel 2010 and later write it."""
    uri = "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"
    xml = (
        f'<ext xmlns:x14="{_MICROSOFT}/spreadsheetml/2009/9/main" uri="{uri}">'
        f'<x14:dataValidations xmlns:xm="{_MICROSOFT}/excel/2006/main" count="1">'
        '<x14:dataValidation type="list" allowBlank="1"><x14:formula1>'
        "<xm:f>'Lists &amp; more'!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B40</xm:sqref>"
        "</x14:dataValidation></x14:dataValidations></ext>"
    )
    _insert(parts, _MAPPING, "</extLst>", xml)


def _put_threads(parts: dict[str, bytes]) -> None:
    person, thread = "{11111111-1111-1111-1111-111111111111}", "{22222222-2222-2222-2222-222222222222}"
    namespace = f'xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments"'
    _add(
        parts,
        "xl/threadedComments/threadedComment1.xml",
        f'<ThreadedComments {namespace}><threadedComment ref="F2" dT="2024-01-01T00:00:00.00" '
        f'personId="{person}" id="{thread}"><text>Is this right?</text></threadedComment></ThreadedComments>',
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    _add(
        parts,
        "xl/persons/person.xml",
        f'<personList {namespace}><person displayName="Ana" id="{person}" userId="ana" providerId="None"/>'
        "</personList>",
        "application/vnd.ms-excel.person+xml",
    )
    kinds = f"{_MICROSOFT}/2017/10/relationships"
    thread_part = "../threadedComments/threadedComment1.xml"
    _relate(parts, _MAPPING, "rIdThread", f"{kinds}/threadedComment", thread_part)
    _relate(parts, "xl/workbook.xml", "rIdPerson", f"{kinds}/person", "persons/person.xml")


def _put_printer(parts: dict[str, bytes]) -> None:
    type_ = f"{_TYPE}.spreadsheetml.printerSettings"
    _add(parts, "xl/printerSettings/printerSettings1.bin", _BINARY, type_)
    place = "../printerSettings/printerSettings1.bin"
    _relate(parts, _LISTS, "rIdPrinter", f"{_REL}/printerSettings", place)


def _put_control(parts: dict[str, bytes]) -> None:
    """What Excel 2010 and later say of a form control, beside the drawing."""
    space = f'xmlns="{_MICROSOFT}/spreadsheetml/2009/9/main"'
    xml = f'<formControlPr {space} objectType="CheckBox" checked="Checked" fmlaLink="$A$1" lockText="1"/>'
    _add(parts, "xl/ctrlProps/ctrlProp1.xml", xml, "application/vnd.ms-excel.controlproperties+xml")
    _relate(parts, _MAPPING, "rIdControl", f"{_REL}/ctrlProp", "../ctrlProps/ctrlProp1.xml")


def _put_pivot(parts: dict[str, bytes]) -> None:
    spaces = f'xmlns="{_MAIN}" xmlns:r="{_REL}"'
    type_ = f"{_TYPE}.spreadsheetml.pivot"
    source = f'<cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="{SHEET}"/></cacheSource>'
    _add(
        parts,
        "xl/pivotCache/pivotCacheDefinition1.xml",
        f'<pivotCacheDefinition {spaces} r:id="rId1" refreshOnLoad="0" recordCount="2">{source}'
        '<cacheFields count="2"><cacheField name="CategoryID" numFmtId="0"><sharedItems count="2">'
        '<s v="201"/><s v="202"/></sharedItems></cacheField><cacheField name="VariationTheme" numFmtId="0">'
        '<sharedItems count="1"><s v="Color"/></sharedItems></cacheField></cacheFields>'
        "</pivotCacheDefinition>",
        f"{type_}CacheDefinition+xml",
    )
    _add(
        parts,
        "xl/pivotCache/pivotCacheRecords1.xml",
        f'<pivotCacheRecords {spaces} count="2"><r><x v="0"/><x v="0"/></r><r><x v="1"/><x v="0"/></r>'
        "</pivotCacheRecords>",
        f"{type_}CacheRecords+xml",
    )
    _add(
        parts,
        "xl/pivotTables/pivotTable1.xml",
        f'<pivotTableDefinition {spaces} name="Pivot" cacheId="7" dataCaption="Values">'
        '<location ref="F5:F8" firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/>'
        '<pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/>'
        '<item x="1"/><item t="default"/></items></pivotField><pivotField showAll="0"/></pivotFields>'
        '<rowFields count="1"><field x="0"/></rowFields></pivotTableDefinition>',
        f"{type_}Table+xml",
    )
    definition = "../pivotCache/pivotCacheDefinition1.xml"
    cache, records = "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheRecords1.xml"
    _relate(parts, cache, "rId1", f"{_REL}/pivotCacheRecords", records)
    _relate(parts, "xl/pivotTables/pivotTable1.xml", "rId1", f"{_REL}/pivotCacheDefinition", definition)
    _relate(parts, "xl/workbook.xml", "rIdPivot", f"{_REL}/pivotCacheDefinition", definition[3:])
    _relate(parts, _LISTS, "rIdPivot", f"{_REL}/pivotTable", "../pivotTables/pivotTable1.xml")
    caches = '<pivotCaches><pivotCache cacheId="7" r:id="rIdPivot"/></pivotCaches>'
    _insert(parts, "xl/workbook.xml", "</workbook>", caches)


def _put_custom_xml(parts: dict[str, bytes]) -> None:
    _add(parts, "customXml/item1.xml", '<root xmlns="urn:example">kept</root>')
    _relate(parts, "", "rIdCustom", f"{_REL}/customXml", "customXml/item1.xml")


def _put_link(parts: dict[str, bytes]) -> None:
    """Another workbook, whose values are kept in this one."""
    part = "xl/externalLinks/externalLink1.xml"
    xml = (
        f'<externalLink xmlns="{_MAIN}" xmlns:r="{_REL}"><externalBook r:id="rId1"><sheetNames>'
        '<sheetName val="A"/></sheetNames></externalBook></externalLink>'
    )
    _add(parts, part, xml, f"{_TYPE}.spreadsheetml.externalLink+xml")
    outside = ' TargetMode="External"'
    _relate(parts, part, "rId1", f"{_REL}/externalLinkPath", "file:///C:/other.xlsx", outside)
    _relate(parts, "xl/workbook.xml", "rIdLink", f"{_REL}/externalLink", part[3:])
    references = '<externalReferences><externalReference r:id="rIdLink"/></externalReferences>'
    _insert(parts, "xl/workbook.xml", "<definedNames>", references)


def _put_chain(parts: dict[str, bytes]) -> None:
    cells = "".join(f'<c r="I{row}" i="1"/>' for row in range(LAST, 1, -1))
    cells += '<c r="A54" i="1" a="1"/><c r="A56" i="1" a="1"/><c r="A59" i="1"/>'
    cells += "".join(f'<c r="C{row}" i="1"/>' for row in range(70, 74))
    type_ = f"{_TYPE}.spreadsheetml.calcChain+xml"
    _add(parts, "xl/calcChain.xml", f'<calcChain xmlns="{_MAIN}">{cells}</calcChain>', type_)
    _relate(parts, "xl/workbook.xml", "rIdChain", f"{_REL}/calcChain", "calcChain.xml")


def _put_unknown(parts: dict[str, bytes]) -> None:
    """A part, a relationship and an extension that nobody has heard of."""
    _add(parts, "xl/future/thing.dat", _BINARY[::-1], "application/x-of-tomorrow")
    _relate(parts, "xl/workbook.xml", "rIdFuture", "urn:example:tomorrow", "future/thing.dat")


# By openpyxl


def write_with_openpyxl(path: Path) -> Path:
    """Write a workbook with what openpyxl makes: it has no table of shared strings of xlsxwriter's make."""
    import openpyxl
    from openpyxl.chart import BarChart, Reference
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import ColorScaleRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append([*HEADERS, "Price"])
    for row in range(2, LAST + 1):
        sheet.append([200 + row, "Color", "SkuSpecification", "Cor", "color_name", "Azul", f"=A{row}*2"])
    sheet["F2"].font = Font(bold=True, color="FF0000")
    sheet["F3"].fill = PatternFill("solid", fgColor="DDEEFF")
    sheet["F2"].comment = Comment("Check this value", "Ana")
    sheet["A2"].hyperlink = "https://example.com/"
    sheet.column_dimensions["F"].width = 33
    sheet.freeze_panes = "B2"
    listed = DataValidation(type="list", formula1="=Lists!$A$1:$A$3")
    listed.add("C2:C40")
    sheet.add_data_validation(listed)
    sheet.conditional_formatting.add("A2:A40", ColorScaleRule("min", None, "FF0000", "max", None, "00FF00"))
    sheet.add_table(Table(displayName="Map", ref=f"A1:G{LAST}"))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=2, max_row=9))
    sheet.add_chart(chart, "J2")
    lists = book.create_sheet("Lists")
    for kind in ("ProductSpecification", "SkuSpecification", "FixedValue"):
        lists.append([kind])
    lists.sheet_state = "veryHidden"
    book.defined_names["Kinds"] = DefinedName("Kinds", attr_text="Lists!$A$1:$A$3")
    book.security.lockStructure = True
    book.save(path)
    return path
