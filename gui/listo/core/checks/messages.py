"""What a finding says, in the reader's language, with the name beside every category's number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from listo.core.checks.types import Finding
from listo.core.mapping.sheet import Column
from listo.core.texts import Language, Texts
from listo.core.vocabulary import categories

_BLANK = re.compile(r"\{(\w+)\}")


def say(texts: Texts, finding: Finding) -> str:
    """Return the sentence that says what one finding found."""
    fields: dict[str, object] = {"row": finding.row, "column": finding.column, "value": finding.value}
    fields |= finding.arguments
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
    names = {
        "value": cells.get("AmazonValue", ""),
        "specification": cells.get("VTEXSpecification", ""),
        "category": cells.get("CategoryID", ""),
    }
    if finding is not None:
        sku = finding.value if finding.row is None else ""  # what is wrong with a product is in no row
        names |= {"value": finding.value or names["value"], "sku": sku, **finding.arguments}
    return _BLANK.sub(lambda blank: names.get(blank[1], "").strip() or "…", message)
