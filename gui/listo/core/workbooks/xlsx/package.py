"""An Office Open XML package: which part is which, found by its relationships as Excel finds them.

Source: ECMA-376 part 2 (packages) and part 1, section 18 (spreadsheets), transitional and strict.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.parsers import expat

from listo.core.workbooks.archive import MOST_OF_A_PART, read_member
from listo.core.workbooks.model import TooLargeError

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

_MOST_RELATIONS = 70_000
"""Of one part: a sheet has 65,530 links at most (Microsoft, "Excel specifications and limits")."""

_BYTES_OF_A_RELATION = 400
"""What one takes in memory, measured."""

_MOST_SHEETS = 10_000
"""Excel sets no limit but memory; a file of 1,000 sheets is already one that hardly opens there."""


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

    Reading raises what zipfile raises, KeyError, expat.ExpatError, and TooLargeError for a part beside sheets
    and texts that is larger than any that is of use.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        # Part names are the same in upper and lower case, and some writers put backslashes.
        self._members = {_folded(name): name for name in archive.namelist()}
        self._relations: dict[str, tuple[Relation, ...]] = {}

    def member(self, part: str) -> str | None:
        """Return the name under which the archive holds `part`, None where it does not."""
        return self._members.get(_folded(part))

    def read(self, part: str) -> bytes:
        """Return the content of a part. Raises KeyError where there is none."""
        return read_member(self.archive, self._members[_folded(part)])

    def read_small(self, part: str) -> bytes:
        """Return the content of a part that is no sheet. Raises KeyError, TooLargeError."""
        return read_member(self.archive, self._members[_folded(part)], MOST_OF_A_PART)

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

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return what `part` (empty: the package) leads to inside the package."""
        if part not in self._relations:
            self._relations[part] = tuple(self._read_relations(part))
        return self._relations[part]

    def _read_relations(self, part: str) -> list[Relation]:
        found: list[Relation] = []

        def note(_name: str, attributes: Mapping[str, str]) -> None:
            if "Id" in attributes and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = _resolved(part, attributes.get("Target", ""))
                found.append(Relation(attributes["Id"], kind, target))
                if len(found) > _MOST_RELATIONS:
                    raise TooLargeError(_BYTES_OF_A_RELATION * len(found))

        if self.member(name := relations_part(part)) is not None:
            parse_elements(self.read_small(name), note)
        return found

    def sheets(self) -> tuple[SheetPart, ...]:
        """Return the workbook's sheets, of cells and of other things, in their order."""
        main = self.main_part()
        if main is None:
            return ()
        relations = {relation.id: relation for relation in self.relations(main)}
        found: list[SheetPart] = []

        def note(name: str, attributes: Mapping[str, str]) -> None:
            if name == "sheet":
                found.append(self._sheet(attributes, relations.get(_relation_id(attributes))))
                if len(found) > _MOST_SHEETS:
                    raise TooLargeError(self.archive.getinfo(self._members[_folded(main)]).file_size)

        parse_elements(self.read_small(main), note)
        return tuple(found)

    def _sheet(self, attributes: Mapping[str, str], relation: Relation | None) -> SheetPart:
        """Return a sheet; one whose part is missing has no cells, as other programs take it."""
        part = relation.part if relation else ""
        return SheetPart(
            name=attributes.get("name", ""),
            part=part,
            id=attributes.get("sheetId", ""),
            hidden=attributes.get("state", "visible") != "visible",
            has_cells=relation is not None and relation.kind == "worksheet" and self.member(part) is not None,
        )

    def _content_types(self) -> dict[str, str]:
        by_suffix: dict[str, str] = {}
        overrides: dict[str, str] = {}

        def note(name: str, attributes: Mapping[str, str]) -> None:
            if name == "Default":
                by_suffix[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "")
            elif name == "Override":
                overrides[_folded(attributes.get("PartName", ""))] = attributes.get("ContentType", "")

        parse_elements(self.read_small(TYPES), note)
        types = {part: by_suffix.get(part.rpartition(".")[2], "") for part in self._members}
        return types | overrides


def parse_elements(xml: bytes, note: Callable[[str, Mapping[str, str]], None]) -> None:
    """Tell `note` of each element its name and attributes; attributes in a namespace come as `…}name`.

    No tree is built, which would take thirty times the part's size. Raises expat.ExpatError.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda name, attributes: note(name.rpartition("}")[2], attributes)
    parser.Parse(xml, True)


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


def _relation_id(attributes: Mapping[str, str]) -> str:
    """Return the `id` of a relation; its namespace is another one in strict files and in those of a beta."""
    found = (value for name, value in attributes.items() if name.endswith("}id"))
    return next(found, "")
