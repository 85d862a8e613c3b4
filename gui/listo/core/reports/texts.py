"""How findings, reasons and reports say things in the reader's language: sentences, names, numbers, days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from listo.core.texts import Language, LocalNumber, Texts
from listo.core.vocabulary import categories

if TYPE_CHECKING:  # the window says what CategoryID holds, and loads no checks for it
    from listo.core.catalogue.entries import Severity
    from listo.core.checks.types import Finding
    from listo.core.mapping.sheet import Column
    from listo.core.readiness.model import Note, Reason, SkuChange, SkuState, StateCounts
    from listo.core.skus.options import CategoryReading


SEVERITY_SIGNS: dict[Severity, str] = {"error": "●", "warning": "▲", "info": "ℹ"}
"""What stands for each severity beside its words."""


class ReportTexts:
    """The texts of reports in one language; numbers are written as they are there."""

    def __init__(self, language: Language) -> None:
        self.texts = Texts(language)

    def say(self, key: str, /, **fields: object) -> str:
        """Return a sentence of `resources/reports`."""
        return self.texts.of("reports", key, **self._written(fields))

    def title(self, code: str, count: int) -> str:
        """Return the heading of `count` findings of a check."""
        return self.texts.check(code, "title", count=self.number(count))

    def why(self, code: str) -> str:
        """Return why it is a problem."""
        return self.texts.check(code, "why")

    def fix(self, code: str) -> str:
        """Return what to do about it."""
        return self.texts.check(code, "fix")

    def severity(self, severity: str) -> str:
        """Return the words for how serious something is."""
        return self.texts.say(f"severity.{severity}")

    def kind_of_file(self, kind: str) -> str:
        """Return what a file is, in words."""
        return self.texts.say(f"kind.{kind}")

    def need(self, need: str) -> str:
        """Return what is missing, in words."""
        return self.texts.say(f"need.{need}")

    def use(self, suggestions: Sequence[str]) -> str:
        """Return what to put in place of what stands there."""
        return self.texts.say("report.suggestion", suggestions=" · ".join(suggestions))

    def number(self, value: int) -> LocalNumber:
        """Return a number that writes itself as this language does."""
        return LocalNumber(value, self.texts.language)

    def moment(self, moment: dt.datetime) -> str:
        """Return a day and an hour in words."""
        month = self.texts.listed("reports", "months")[moment.month - 1]
        return self.say("moment", day=moment.day, month=month, year=f"{moment:%Y}", hour=f"{moment:%H:%M}")

    def reading(self, ids: CategoryReading) -> str:
        """Return the sentence on what CategoryID holds; empty where nothing tells it."""
        if ids.reading == "unknown":
            return ""
        counts = {"by_global": ids.by_global, "by_store": ids.by_store, "minority": ids.minority}
        case = "told" if ids.by == "person" else "minority" if ids.minority else "exports"
        key = "both" if ids.reading == "both" else f"{ids.reading}.{case}"
        return self.say(f"category-ids.{key}", **counts)

    def _written(self, fields: dict[str, object]) -> dict[str, object]:
        return {name: self.number(value) if type(value) is int else value for name, value in fields.items()}


_BLANK = re.compile(r"\{(\w+)\}")
_COUNTS = ("skus", "products")
"""Arguments of findings, which are texts, that say how many."""

_CELLS: Mapping[str, Column] = {
    "value": "AmazonValue",
    "specification": "VTEXSpecification",
    "category": "CategoryID",
}
"""Which cell of the row VTEX names in each blank of its messages."""

_BLANK_OF: Mapping[str, str] = {column: blank for blank, column in _CELLS.items()}

_BARCODE = "standard_product_id"
"""What Amazon calls a barcode number where it lists the attributes that are missing, as in its error 8560."""

_EXAMPLES = {"sem-gtin-not-valid-ean": "SEM GTIN", "raw-requested-value-information-not-found": "Information"}
"""Messages of which only an example is known, each with what stands there for the text of the cell."""


def say(texts: Texts, finding: Finding) -> str:
    """Return the sentence that says what one finding found."""
    fields: dict[str, object] = {"row": finding.row, "column": finding.column, "value": finding.value}
    fields |= finding.arguments
    if not finding.arguments.keys().isdisjoint(_COUNTS):
        fields |= {name: int(str(fields[name])) for name in _COUNTS if str(fields.get(name, "")).isdecimal()}
    if "category" in finding.arguments:
        fields["category"] = _category(finding.arguments, texts.language)
    return texts.check(finding.code, "message", **fields)


def _category(arguments: Mapping[str, str], language: Language) -> str:
    category, of_store = arguments["category"], arguments.get("category-name")
    if of_store is None:
        return with_name(category, language)
    return f"{category} ({of_store})" if of_store else category


def with_name(category: str, language: Language, of_store: Mapping[int, str] | None = None) -> str:
    """Return `212 (Shirts & Tops)` for a text of CategoryID that is a global category, else the text.

    Where CategoryID holds the store's own categories, `of_store` are their names.
    """
    known = categories.parse_id(category)
    if of_store is not None:
        name = of_store.get(known or 0)
    else:
        name = categories.name(known, language) if known else None
    return f"{category} ({name})" if name else category


def with_names(message: str, finding: Finding | None, cells: Mapping[Column, str]) -> str:
    """Return a message of VTEX with the names of one finding in its blanks; … stands for what is not known.

    `cells` are the texts of the finding's row by column, as far as they are known.
    """
    names = {name: cells.get(column, "") for name, column in _CELLS.items()}
    if finding is not None:
        names |= _names_of(finding)
        message = _with_text(message, finding)
    return _BLANK.sub(lambda blank: names.get(blank[1], "").strip() or "…", message)


def _names_of(finding: Finding) -> dict[str, str]:
    """Return what a finding knows of the names that a message of VTEX may have."""
    known = dict(finding.arguments)
    if blank := _BLANK_OF.get(finding.column or ""):
        known.setdefault(blank, finding.value)
    skus = (finding.value,) if finding.row is None and finding.column is None else finding.also_skus
    known.setdefault("sku", next(iter(skus), ""))
    if "ean" in known:
        known |= {"value": known["ean"], "attributes": _BARCODE}
    elif finding.code == "mandatory-attribute-missing":
        known["attributes"] = finding.value
    elif "attribute" in known:
        known.setdefault("attributes", known["attribute"])
    return {name: text for name, text in known.items() if text}


def _with_text(message: str, finding: Finding) -> str:
    """Return a message known with an example in place of a blank with what the finding is about in it."""
    example = _EXAMPLES.get(finding.error_id or "")
    text = finding.arguments.get("ean") or (finding.value if finding.column else "")
    return message.replace(example, text.strip()) if example and text.strip() else message


_BOOK = "readiness"


def say_state(texts: Texts, state: SkuState) -> str:
    """Return the word or two for a state."""
    return texts.of(_BOOK, "states", state)


def say_reason(texts: Texts, reason: Reason) -> str:
    """Return the sentence that says why a SKU is not sent or held up."""
    fields = {name: "…" if value is None else value for name, value in reason._asdict().items()}
    return texts.of(_BOOK, "reasons", reason.code, "message", case=_case(reason), **fields)


def _case(reason: Reason) -> str:
    """Return which form of a sentence fits what is known."""
    if reason.code == "category-unmapped" and reason.value:
        return "category"
    return "field" if reason.code == "value-missing-in-catalog" and not reason.attribute else ""


def say_short(texts: Texts, code: str) -> str:
    """Return a reason in the few words that a cell of a table holds; empty where there is none."""
    return texts.of(_BOOK, "reasons", code, "short") if code else ""


def say_change(texts: Texts, change: SkuChange) -> str:
    """Return in few words why a SKU has another state: what came, else what is fixed; empty where neither."""
    if change.gone and (change.new == "ready" or not change.came):
        return texts.say("compare.gone", reason=say_short(texts, change.gone))
    return say_short(texts, change.came)


def say_note(texts: Texts, note: Note) -> str:
    """Return the sentence for something odd about the files."""
    if note.file:
        return texts.of(_BOOK, "notes", note.code, key=note.key, file=note.file, case="file")
    return texts.of(_BOOK, "notes", note.code, count=note.times, key=note.key)


def say_counts(counts: StateCounts, texts: ReportTexts) -> str:
    """Return the states in one line: `412 ready, 97 of them without Amazon’s values · 391 held up · …`."""
    ready = texts.say("skus.ready", count=counts.ready)
    if counts.ready_unchecked:
        ready = f"{ready}, {texts.say('skus.ready-unchecked', count=counts.ready_unchecked)}"
    others = {
        "blocked": counts.blocked,
        "at-risk": counts.at_risk,
        "not-sent": counts.not_sent,
        "unknown": counts.unknown,
    }
    return " · ".join([ready, *(texts.say(f"skus.{state}", count=n) for state, n in others.items() if n)])
