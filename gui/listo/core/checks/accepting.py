"""What can stand in a cell: the accepted texts, for a list to choose from while somebody types."""

from __future__ import annotations

from collections.abc import Mapping

from listo.core.checks.knowledge import TYPES, Knowledge
from listo.core.mapping import Column
from listo.core.vocabulary import attributes


def accepted_texts(knowledge: Knowledge, column: Column, texts: Mapping[Column, str]) -> tuple[str, ...]:
    """Return the texts that a cell of that column may hold in a row of those cleaned texts.

    In the order of the references; none where anything may stand there, or nothing is known of it.
    """
    match column:
        case "VariationTheme":
            return knowledge.preferred_themes
        case "Type":
            return TYPES
        case "AmazonSpecification":
            return knowledge.references.spellings or attributes.names()
        case "AmazonValue":
            return _values(knowledge, texts)
        case "VTEXSpecification":
            return knowledge.references.fields.names
        case "VTEXValue":
            field = knowledge.field(texts["VTEXSpecification"])
            return tuple(field.values) if field else ()
    return ()


def is_right(knowledge: Knowledge, column: Column, attribute: str, text: str) -> bool:
    """Return whether nothing that is known speaks against a text in that column, by itself.

    `attribute` is whose value it is, in a column of values.
    """
    match column:
        case "VariationTheme":
            return knowledge.is_theme(text)
        case "Type":
            return text in TYPES
        case "AmazonSpecification":
            return not knowledge.references.amazon_values or knowledge.attribute(text) is not None
        case "AmazonValue":
            accepted = knowledge.accepted(attribute)
            return accepted is None or (accepted.has(text) and not accepted.is_deprecated(text))
    return True


def _values(knowledge: Knowledge, texts: Mapping[Column, str]) -> tuple[str, ...]:
    name = texts["AmazonSpecification"]
    accepted = knowledge.accepted(name, knowledge.product_type(texts["CategoryID"])) if name else None
    return accepted.current(accepted.texts) if accepted else ()
