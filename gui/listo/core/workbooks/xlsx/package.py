"""An Office Open XML package: which part is which, found by its relationships as Excel finds them.

Source: ECMA-376 part 2 (packages) and part 1, section 18 (spreadsheets), transitional and strict.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.parsers import expat

TYPES = "[Content_Types].xml"
PACKAGE_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    expat.ExpatError,
    struct.error,
    EOFError,
    LookupError,
    ValueError,
    RuntimeError,  # zipfile: a password is wanted; a kind of compression that it does not know
)
"""What reading a damaged package raises, beside OSError."""


class Relation(NamedTuple):
    """One line of a part's relationships: `kind` is the last word of its type, `part` what it leads to."""

    id: str
    kind: str
    part: str


class SheetPart(NamedTuple):
    """A sheet: the part that holds it, the number by which other parts call it, and whether it has cells."""

    name: str
    part: str
    id: str
    hidden: bool
    has_cells: bool


class Package:
    """The parts of an open package.

    Reading raises what zipfile raises, KeyError and ElementTree.ParseError.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        # Part names are the same in upper and lower case, and some writers put backslashes.
        self._members = {_folded(name): name for name in archive.namelist()}

    def member(self, part: str) -> str | None:
        """Return the name under which the archive holds `part`, None where it does not."""
        return self._members.get(_folded(part))

    def read(self, part: str) -> bytes:
        """Return the content of a part. Raises KeyError where there is none."""
        return self.archive.read(self._members[_folded(part)])

    def main_part(self) -> str | None:
        """Return the part that the package is about: the workbook, of a workbook."""
        return self.related("", "officeDocument")

    def main_type(self) -> str:
        """Return the content type of the main part, empty where there is none."""
        main = self.main_part()
        return self._content_types().get(_folded(main), "") if main else ""

    def related(self, part: str, kind: str) -> str | None:
        """Return the first part of that kind that `part` leads to."""
        return next((relation.part for relation in self.relations(part) if relation.kind == kind), None)

    def relations(self, part: str) -> Iterator[Relation]:
        """Yield what `part` (empty: the package) leads to inside the package."""
        if self.member(name := relations_part(part)) is None:
            return
        for element in ElementTree.fromstring(self.read(name)):
            if element.get("TargetMode") != "External" and "Id" in element.keys():  # noqa: SIM118
                kind = element.get("Type", "").rpartition("/")[2]
                yield Relation(element.get("Id", ""), kind, _resolved(part, element.get("Target", "")))

    def sheets(self) -> tuple[SheetPart, ...]:
        """Return the workbook's sheets, of cells and of other things, in their order."""
        main = self.main_part()
        if main is None:
            return ()
        relations = {relation.id: relation for relation in self.relations(main)}
        return tuple(
            self._sheet(element, relations.get(_relation_id(element)))
            for element in ElementTree.fromstring(self.read(main)).iter()
            if local_name(element) == "sheet"
        )

    def _sheet(self, element: ElementTree.Element, relation: Relation | None) -> SheetPart:
        """Return a sheet; one whose part is missing has no cells, as other programs take it."""
        part = relation.part if relation else ""
        return SheetPart(
            name=element.get("name", ""),
            part=part,
            id=element.get("sheetId", ""),
            hidden=element.get("state", "visible") != "visible",
            has_cells=relation is not None and relation.kind == "worksheet" and self.member(part) is not None,
        )

    def _content_types(self) -> dict[str, str]:
        root = ElementTree.fromstring(self.read(TYPES))
        by_suffix = {
            element.get("Extension", "").lower(): element.get("ContentType", "")
            for element in root
            if local_name(element) == "Default"
        }
        types = {part: by_suffix.get(part.rpartition(".")[2], "") for part in self._members}
        for element in root:
            if local_name(element) == "Override":
                types[_folded(element.get("PartName", ""))] = element.get("ContentType", "")
        return types


def relations_part(part: str) -> str:
    """Return the name of the part that lists where `part` leads to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def local_name(element: ElementTree.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(part: str, target: str) -> str:
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, unquote(target).replace("\\", "/"))).lstrip("/")


def _relation_id(element: ElementTree.Element) -> str:
    """Return the `id` of a relation; its namespace is another one in strict files and in those of a beta."""
    found = (value for name, value in element.attrib.items() if name.endswith("}id"))
    return next(found, "")
