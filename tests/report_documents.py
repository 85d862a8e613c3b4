"""Documents to make reports of, and readers of what they become."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from io import BytesIO

import openpyxl

from listo.core.checks.types import Finding, Report
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet
from listo.core.reports.files import write_xlsx
from listo.core.reports.html import render_html
from listo.core.reports.model import Document

NASTY = (
    "<script>alert(1)</script>",
    "</td></tr></table><h1>x",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@x",
    "<r><t>bold</t></r>",
    '"><img src=x onerror=y>',
    "&amp;&lt;",
    "https://example.com/",
    "mailto:a@b.c",
    "212",
    "1E+19",
    "_x0041_",
    "a\x01b",
    "a\ud800b",
    "x" * 40_000,
    "<!-- part -->",
    "{value} {0} %s",
    "White ",
    "a\u00a0b\u200bc\nd\te",
    "–",
    "TRUE",
    "#N/A",
)


def sheet_of(values):
    header = Header(1, {name: place for place, name in enumerate(COLUMNS)}, COLUMNS)
    columns = {name: list(values) for name in COLUMNS}
    columns["CategoryID"] = ["212"] * len(values)
    return MappingSheet("Planilha1", header, list(range(2, 2 + len(values))), columns)


def finding(row, value, code="amazon-value-not-accepted", severity="error", **more):
    arguments = {"attribute": value, "value": value, "type": value, "case": "one-type"}
    return Finding(code, severity, "map-value-not-accepted", row, "AmazonValue", value, arguments, **more)


def document(values=NASTY, language="en", skipped=(), **more):
    findings = tuple(
        finding(2 + index, value, suggestions=(value, "Blue")) for index, value in enumerate(values)
    )
    report = more.pop("report", Report(findings, ("cell-whitespace",) * 28, tuple(skipped)))
    return Document(f"{NASTY[0]}.xlsx", sheet_of(values), report, language, **more)


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements, and the text outside its style."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.texts, self.open = Counter(), [], []
        self.attributes = Counter()
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self):
        return "".join(self.texts)


def page_of(one):
    return "".join(render_html(one)).encode("utf-8", errors="replace").decode()


def workbook_of(one):
    target = BytesIO()
    write_xlsx(one, target, lambda _done, _total: None)
    return openpyxl.load_workbook(target)
