"""The report for a terminal, or as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from listo.core.catalogue.entries import Severity
from listo.core.mapping.cell_text import on_one_line
from listo.core.reports.model import (
    Document,
    FindingRow,
    ReportSection,
    RowBuilder,
    say_uncovered,
    skipped_for,
)
from listo.core.reports.texts import SEVERITY_SIGNS, ReportTexts, say_counts
from listo.core.texts import Language

_ROWS_SHOWN = 5
"""Rows of one section: with the three lines around them, three sections are in sight in 24 lines."""

_NARROWEST, _WIDEST = 40, 110
"""Columns of a line: none is torn to single words, and none is too long to find the next by eye."""

_COLOURS: dict[str, str] = {
    "error": "31",
    "warning": "33",
    "info": "34",
    "right": "32",
    "quiet": "2",
    "strong": "1",
}


def render_text(document: Document, *, width: int | None = None, colour: bool = False) -> str:
    """Return the report: counts by kind, the first rows of each, and what was not checked.

    Lines are wrapped to `width` columns, or not at all where it is None. With `colour`, severities
    and headings carry the escape codes of ANSI terminals.
    """
    return _Writer(document, Paper(width, colour)).write()


def render_summary(counts: Mapping[Severity, int], sheets: int, unusable: int, language: Language) -> str:
    """Return the sums of a run over several sheets: how many there were, and what was found in them."""
    texts = ReportTexts(language)
    found = _counted(counts, texts) or texts.say("summary.none")
    lines = [texts.say("summary.sheets", count=sheets), found]
    if unusable:
        lines.append(texts.say("summary.unusable", count=unusable))
    return "\n".join(lines) + "\n"


def _counted(counts: Mapping[Severity, int], texts: ReportTexts) -> str:
    return " · ".join(
        f"{SEVERITY_SIGNS[severity]} {texts.say(f'count.{severity}', count=count)}"
        for severity, count in counts.items()
        if count
    )


class Paper:
    """Wraps and colours lines."""

    def __init__(self, width: int | None, colour: bool) -> None:
        self._width = width and min(max(width - 1, _NARROWEST), _WIDEST)
        self._colour = colour
        self.lines: list[str] = []

    def put(self, text: str, indent: str = "", role: str = "", hang: str = "") -> None:
        """Add a paragraph; `hang` is further indented from its second line on."""
        for line in self._wrapped(on_one_line(text), indent, hang):
            self.lines.append(self._coloured(line, role))

    def gap(self) -> None:
        """Add an empty line."""
        self.lines.append("")

    def _wrapped(self, text: str, indent: str, hang: str) -> list[str]:
        if self._width is None:
            return [indent + text]
        return textwrap.wrap(
            text,
            self._width,
            initial_indent=indent,
            subsequent_indent=indent + hang,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _coloured(self, line: str, role: str) -> str:
        if not (self._colour and role):
            return line
        text = line.lstrip(" ")
        return f"{line[: len(line) - len(text)]}\x1b[{_COLOURS[role]}m{text}\x1b[0m"


class _Writer:
    """Puts a document on paper."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self._document, self._paper = document, paper
        self._texts = ReportTexts(document.language)
        self._rows = RowBuilder(document, self._texts)

    def write(self) -> str:
        self._heading()
        self._corrected()
        for section in self._document.sections:
            self._paper.gap()
            self._section(section)
        self._paper.gap()
        self._verdict()
        self._not_checked()
        return "\n".join(self._paper.lines) + "\n"

    def _heading(self) -> None:
        document, say = self._document, self._texts.say
        rows = say("rows", count=len(document.sheet))
        heading = say("heading", file=document.file, sheet=document.sheet.name, rows=rows)
        self._paper.put(heading, role="strong")
        for one in document.references:
            kind = self._texts.kind_of_file(one.kind)
            self._paper.put(say("with", file=one.name, kind=kind), "  ", "quiet", hang="  ")
        if reading := self._texts.reading(document.report.category_ids):
            self._paper.put(reading, "  ", "quiet", hang="  ")
        if (skus := document.skus) is not None:
            total = say("skus.total", count=skus.total)
            self._paper.put(f"{total}: {say_counts(skus, self._texts)}", "  ", "strong", hang="  ")

    def _section(self, section: ReportSection) -> None:
        title = self._texts.title(section.code, len(section.findings))
        severity = self._texts.severity(section.severity)
        self._paper.put(
            f"{SEVERITY_SIGNS[section.severity]} {title}  [{severity}]", role=section.severity, hang="  "
        )
        self._paper.put(self._texts.fix(section.code), "  ")
        for finding in section.findings[:_ROWS_SHOWN]:
            self._line(self._rows.row(finding))
        if len(section.findings) > _ROWS_SHOWN:
            more = self._texts.say("more", count=len(section.findings) - _ROWS_SHOWN)
            self._paper.put(f"… {more}", "    ", "quiet")

    def _line(self, line: FindingRow) -> None:
        self._paper.put(self._place(line) + line.message, "    ", hang="  ")
        if line.others:
            also = self._texts.say("also-rows", count=line.others_count, rows=line.others)
            self._paper.put(_shortened(also), "      ", "quiet", hang="  ")
        if line.suggestions:
            offers = self._texts.use(line.offers)
            self._paper.put(f"→ {offers}", "      ", "right", hang="  ")

    def _place(self, line: FindingRow) -> str:
        if line.row is None:  # the message itself says what it is about
            return ""
        key = "place" if line.column and line.column not in line.message else "row"
        return self._texts.say(key, row=str(line.row), column=line.column) + ": "

    def _verdict(self) -> None:
        document, say = self._document, self._texts.say
        ran = len(document.report.checks_run)
        if not document.report.findings:
            self._paper.put(say("none", count=ran), role="" if self._is_partial else "right")
            return
        self._paper.put(_counted(document.counts, self._texts), role="strong")
        self._paper.put(say("ran", count=ran))

    @property
    def _is_partial(self) -> bool:
        """Whether something was left out, so that not all may be well."""
        return bool(self._document.needs or self._document.report.uncovered_categories)

    def _not_checked(self) -> None:
        for sentence in _sentences_on_needs(self._document, self._texts):
            self._paper.put(f"– {sentence}", hang="  ")
        if uncovered := say_uncovered(self._document, self._texts):
            self._paper.put(f"– {uncovered} {self._texts.say('uncovered.option')}", hang="  ")

    def _corrected(self) -> None:
        corrections = self._document.corrections
        if corrections.copy:
            count = len(corrections.cells)
            self._paper.gap()
            self._paper.put(self._texts.say("saved", file=corrections.copy, count=count), role="right")
        if corrections.damaged_parts:
            names = ", ".join(corrections.damaged_parts)
            damaged = self._texts.say("damaged-parts", count=len(corrections.damaged_parts), names=names)
            self._paper.put(damaged)


def _sentences_on_needs(document: Document, texts: ReportTexts) -> Iterator[str]:
    """Say honestly what was not checked, and what would allow it."""
    for need, count in document.needs.items():
        yield texts.say(f"skipped.{skipped_for(need)}", count=count, need=texts.need(need))


_LONGEST_RANGES = 160
"""Letters of the rows that a finding stands for: two lines of an ordinary terminal."""


def _shortened(text: str, longest: int = _LONGEST_RANGES) -> str:
    return text if len(text) <= longest else text[:longest].rpartition(",")[0] + " …"
