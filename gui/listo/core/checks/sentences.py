"""What a finding says, in the reader's language, with the name beside every category's number."""

from __future__ import annotations

from listo.core.checks.categories import number
from listo.core.checks.model import Finding
from listo.core.texts import Language, Texts
from listo.core.vocabulary import categories


def say(texts: Texts, finding: Finding) -> str:
    """Return the sentence that says what one finding found."""
    fields: dict[str, object] = {"row": finding.row, "column": finding.column, "value": finding.value}
    fields |= finding.arguments
    if "category" in finding.arguments:
        fields["category"] = with_name(finding.arguments["category"], texts.language)
    return texts.check(finding.code, "message", **fields)


def with_name(category: str, language: Language) -> str:
    """Return `212 (Shirts & Tops)` for a text of CategoryID that is a global category, else the text."""
    known = number(category)
    name = categories.name(known, language) if known else None
    return f"{category} ({name})" if name else category
