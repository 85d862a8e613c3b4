"""*Understand an error*: a message in, its answer out."""

from listo.ui.lookup.tab import LookupTab

__all__ = ["LookupTab"]
