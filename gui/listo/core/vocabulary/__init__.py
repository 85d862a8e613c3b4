"""What Listo brings along: global categories, variation themes, names of attributes, units of age."""

from listo.core.vocabulary import attributes, categories, product_types, themes, units

__all__ = ["attributes", "categories", "product_types", "themes", "units"]
