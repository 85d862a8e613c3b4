"""What Listo brings along: global categories, variation themes, names of attributes, units of age."""

from listo.core.vocabulary import attributes, categories, themes, units

__all__ = ["attributes", "categories", "themes", "units"]
