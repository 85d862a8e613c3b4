"""The mapping sheet: its seven columns found in whatever workbook they stand."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.mapping.cleaning import clean, is_blank
    from listo.core.mapping.export import edits_for_file
    from listo.core.mapping.finding import find_mapping, named_table
    from listo.core.mapping.mapping import COLUMNS, Column, Header, MappingSheet
    from listo.core.mapping.shaping import Layout, laid_out, layout_of, layouts
else:
    __getattr__ = from_parts(
        __name__,
        cleaning=("clean", "is_blank"),
        export=("edits_for_file",),
        finding=("find_mapping", "named_table"),
        mapping=("COLUMNS", "Column", "Header", "MappingSheet"),
        shaping=("Layout", "laid_out", "layout_of", "layouts"),
    )

__all__ = [
    "COLUMNS",
    "Column",
    "Header",
    "Layout",
    "MappingSheet",
    "clean",
    "edits_for_file",
    "find_mapping",
    "is_blank",
    "laid_out",
    "layout_of",
    "layouts",
    "named_table",
]
