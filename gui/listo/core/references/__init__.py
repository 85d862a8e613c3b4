"""The files that a mapping sheet is checked against: told apart by content, read into look-ups."""

from listo.core.references.amazon import read_template
from listo.core.references.lookup import References
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute, ReferenceKind, Requirement
from listo.core.references.names import comparable

read_amazon_values = read_template

__all__ = [
    "ALL_TYPES",
    "AmazonValues",
    "Attribute",
    "ReferenceKind",
    "References",
    "Requirement",
    "comparable",
    "read_amazon_values",
]
