"""An examination of what files may say: sheets of many categories, templates that cover a few of them.

A `CoverageWorld` is a right sheet of 1 to 30 categories with up to three Amazon files in any layout. Each
file has values, an attribute and a theme of its own: what is right by one is wrong by another. Rows of
categories that no file covers say what no file has: nothing may be found there. The others get the faults.

    python tests/examination_coverage.py [seed]
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from examination import (
    GLOBAL,
    HEADER,
    Expected,
    Planted,
    Row,
    Score,
    found,
    show,
)
from examination_files import Amazon, Layout, Listed, amazon_file, mapping_file
from listo.core.checks.engine import run
from listo.core.checks.types import Report
from listo.core.coverage.product_types import lineage_of, says_another_type
from listo.core.file_kinds import identify, references_of
from listo.core.mapping.sheet import COLUMNS
from listo.core.skus.options import Options
from listo.core.vocabulary import categories

TOLD = {
    212: "SHIRT", 187: "SHOES", 204: "PANTS", 100: "BACKPACK", 2271: "DRESS", 178: "SUNGLASSES",
    196: "NECKLACE", 200: "RING", 667: "FOOD_STORAGE_CONTAINER", 3939: "SPOON", 784: "ABIS_BOOK",
}  # fmt: skip
"""Categories whose own name tells a product type."""

_LETTERS = "ABC"
"""What tells the files' own attributes apart: numbers at the end would make them one attribute, repeated."""

LAYOUTS: tuple[Layout, ...] = ("generation-1", "generation-2", "generation-3", "mandatory")
_UNKNOWN = [
    number
    for number in GLOBAL
    if number not in TOLD and not says_another_type(lineage_of(number), ["GADGETRON"])
]


@dataclass
class File:
    """An Amazon file and the categories that it is for, and how that is known."""

    amazon: Amazon
    layout: Layout
    place: int
    told: set[int] = field(default_factory=set)
    confirmed: set[int] = field(default_factory=set)
    alone: set[int] = field(default_factory=set)

    def covers(self, category: int) -> bool:
        return self.layout == "mandatory" or category in self.told | self.confirmed | self.alone

    def requires(self, category: int) -> bool:
        """Return whether the file requires its attribute of a category, hard or soft."""
        if self.layout == "mandatory":
            return categories.name(category, "pt") in self.amazon.types
        return self.covers(category)

    @property
    def own_attribute(self) -> str:
        return f"OwnAttribute{_LETTERS[self.place]}"

    @property
    def own_theme(self) -> str:
        return f"Color-OwnTheme{self.place}"

    def values(self, name: str) -> tuple[str, ...]:
        return next(one.values for one in self.amazon.attributes if one.name == name)


@dataclass
class CoverageWorld:
    """A right sheet of several categories, and the files that cover some of them."""

    chance: random.Random
    rows: list[Row] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = self.chance.choice((1, 2, 3, 5, 8, 13, 30))
        some = self.chance.sample(sorted(TOLD), min(count, self.chance.randint(0, 6)))
        self.categories = [*some, *self.chance.sample(_UNKNOWN, count - len(some))]
        self.chance.shuffle(self.categories)
        self.files = [self._file(place) for place in range(self.chance.randint(0, 3))]
        for category in self.categories:
            self.rows += self._rows(category)

    # What is right

    def _file(self, place: int) -> File:
        layout = self.chance.choice(LAYOUTS)
        named = [each for each in self.categories if each in TOLD]
        told = set(self.chance.sample(named, self.chance.randint(0, len(named))))
        types = tuple(TOLD[each] for each in sorted(told))
        if layout == "mandatory":
            borne = [each for each in self.categories if each in _UNKNOWN]
            tabs = self.chance.sample(borne, min(1, len(borne)))
            types = tuple(categories.name(each, "pt") or "" for each in tabs) or ("Nada disso",)
        colors = (f"Blue{place}", f"Red{place}", "Common")
        own = f"own_attribute_{_LETTERS[place].lower()}"
        amazon = Amazon(
            [
                Listed("Color", "color_name", "color#1.value", colors, (f"Old{place}",)),
                Listed(f"OwnAttribute{_LETTERS[place]}", own, f"{own}#1.value", ("Yes", "No"), required=True),
                Listed("TargetGender", "target_gender", "target_gender#1.value"),
            ],
            ("Color", f"Color-OwnTheme{place}"),
            ("STYLE_NAME",),
            self.chance.choice(("en", "pt", "es")),
            types or self.chance.choice((("GADGETRON",), ("GADGETRON", "WIDGETRON"))),
            f"values-{place}.xlsx",
        )
        told = told if layout != "mandatory" else set()
        confirmed = {each for each in self.categories if self.chance.random() < 0.3} - told
        file = File(amazon, layout, place, told, confirmed if layout != "mandatory" else set())
        if layout != "mandatory" and amazon.types == ("GADGETRON",) and len(self.categories) == 1:
            file.alone = {each for each in self.categories if each not in TOLD} - confirmed
        return file

    def covering(self, category: int) -> list[File]:
        return [file for file in self.files if file.covers(category)]

    def uncovered(self) -> list[int]:
        return sorted(each for each in self.categories if self.files and not self.covering(each))

    def _rows(self, category: int) -> list[Row]:
        files = self.covering(category)
        colors = [value for file in files for value in file.values("Color")] or ["Furta-cor", "Bege queimado"]
        theme = self._theme(category, files)
        rows = [
            self._row(category, theme, "Cor", "Color", f"Cor {place}", value)
            for place, value in enumerate(dict.fromkeys(colors))
        ]
        needed = [file for file in self.files if file.requires(category)]
        rows += [self._row(category, "", "Próprio", file.own_attribute, "Sim", "Yes") for file in needed]
        nonsense = "TargetGender" if files else "AtributoQualquer"
        return [*rows, self._row(category, "", "Gênero", nonsense, "Tanto faz", "Qualquer")]

    def _theme(self, category: int, files: Sequence[File]) -> str:
        listing = [file for file in files if file.layout != "mandatory"]
        return self.chance.choice([*(file.own_theme for file in listing), "Color"])

    def _row(self, category: int, theme: str, name: str, attribute: str, vtex: str, value: str) -> Row:
        type_ = "Variation" if theme else "Information"
        cells = (str(category), theme, type_, name, attribute, vtex, value)
        return Row(zip(COLUMNS, cells, strict=True))

    # What is planted

    def plant(self) -> None:
        """Plant one fault of each kind in categories of which the files can tell it."""
        for fault in FAULTS:
            covered = [each for each in self.categories if self.covering(each)]
            if covered:
                fault(self, self.chance.choice(covered))

    def rows_of(self, category: int) -> list[Row]:
        return [row for row in self.rows if row["CategoryID"] == str(category)]

    def add(self, category: int, attribute: str, value: str, code: str, column: str) -> None:
        """Add a row with one fault."""
        row = self._row(category, "", "Outro", attribute, f"V{len(self.rows)}", value)
        self.rows.append(row)
        self.planted.append(Planted(code, row, column, row[column]))

    def expected(self) -> Counter[Expected]:
        numbers = {id(row): place for place, row in enumerate([HEADER, *self.rows], 1)}
        return Counter(
            (one.code, numbers[id(one.row)] if one.row is not None else None, one.column, one.value)
            for one in self.planted
        )

    # The files

    @property
    def options(self) -> Options:
        return Options(
            covers={
                file.amazon.name: frozenset(map(str, file.confirmed)) for file in self.files if file.confirmed
            }
        )

    def report(self) -> Report:
        sheet = mapping_file([[row[name] for name in COLUMNS] for row in self.rows], {})
        files = [amazon_file(file.amazon, file.layout) for file in self.files]
        mapping = identify(sheet).mapping
        assert mapping is not None
        return run(mapping, references_of(map(identify, files)), options=self.options)

    def coverage(self) -> set[tuple[str, tuple[int, ...], str | None]]:
        """Return what the report must say of each file."""
        entries: set[tuple[str, tuple[int, ...], str | None]] = set()
        for file in self.files:
            general = set(self.categories) if file.layout == "mandatory" else set()
            ways = {"told": file.told, "confirmed": file.confirmed, "general": general, "alone": file.alone}
            own = {(file.amazon.name, tuple(sorted(found)), how) for how, found in ways.items() if found}
            entries |= own or {(file.amazon.name, (), None)}
        return entries


def _of_another_file(world: CoverageWorld, category: int) -> None:
    files = world.covering(category)
    others = [file for file in world.files if file not in files]
    value = others[0].values("Color")[0] if others else "Plutonium"
    world.add(category, "Color", value, "amazon-value-not-accepted", "AmazonValue")


def _in_another_case(world: CoverageWorld, category: int) -> None:
    world.add(category, "Color", "COMMON", "amazon-value-case", "AmazonValue")


def _deprecated(world: CoverageWorld, category: int) -> None:
    marked = [file for file in world.covering(category) if file.layout != "mandatory"]
    if marked:
        value = f"Old{marked[0].place}"
        world.add(category, "Color", value, "amazon-value-deprecated", "AmazonValue")


def _unknown(world: CoverageWorld, category: int) -> None:
    others = [file for file in world.files if file not in world.covering(category)]
    if not _lacks_something(world, category):
        name = others[0].own_attribute if others else "Fabricolor"
        world.add(category, name, "x", "amazon-specification-unknown", "AmazonSpecification")


def _name_in_another_case(world: CoverageWorld, category: int) -> None:
    world.add(category, "targetGENDER", "x", "amazon-specification-case", "AmazonSpecification")


def _required(world: CoverageWorld, category: int) -> None:
    rows = [row for row in world.rows_of(category) if row["AmazonSpecification"].startswith("OwnAttribute")]
    unknown = {one.row["CategoryID"] for one in world.planted if one.code.endswith("-unknown") and one.row}
    if rows and str(category) not in unknown and not _lacks_something(world, category):
        world.rows = [row for row in world.rows if row is not rows[0]]
        first = world.rows_of(category)[0]
        world.planted.append(
            Planted("mandatory-attribute-missing", first, None, rows[0]["AmazonSpecification"])
        )


def _lacks_something(world: CoverageWorld, category: int) -> bool:
    first = world.rows_of(category)[0]
    return any(one.code == "mandatory-attribute-missing" and one.row is first for one in world.planted)


def _theme_of_another_file(world: CoverageWorld, category: int) -> None:
    """Give the rows of a category a theme that is none but in a file that does not cover it."""
    others = [file for file in world.files if not file.covers(category) and file.layout != "mandatory"]
    rows = [row for row in world.rows_of(category) if row["VariationTheme"]]
    if others and not _has_another_theme(world, category):
        for row in rows:
            row["VariationTheme"] = others[0].own_theme
            world.planted.append(Planted("theme-unknown", row, "VariationTheme", others[0].own_theme))


def _theme_not_offered(world: CoverageWorld, category: int) -> None:
    _whole_theme(world, category, "theme-not-offered", "Capacity", lambda file: True)


def _theme_deprecated(world: CoverageWorld, category: int) -> None:
    _whole_theme(world, category, "theme-deprecated", "Style", lambda file: file.layout != "mandatory")


def _whole_theme(
    world: CoverageWorld, category: int, code: str, theme: str, tells: Callable[[File], bool]
) -> None:
    if any(map(tells, world.covering(category))) and not _has_another_theme(world, category):
        for row in world.rows_of(category):
            if row["VariationTheme"]:
                row["VariationTheme"] = theme
                world.planted.append(Planted(code, row, "VariationTheme", theme))


def _has_another_theme(world: CoverageWorld, category: int) -> bool:
    own = world.rows_of(category)
    return any(one.code.startswith("theme") and any(one.row is row for row in own) for one in world.planted)


FAULTS: tuple[Callable[[CoverageWorld, int], None], ...] = (
    _of_another_file,
    _in_another_case,
    _deprecated,
    _unknown,
    _name_in_another_case,
    _required,
    _theme_of_another_file,
    _theme_not_offered,
    _theme_deprecated,
)


def examine_coverage(seed: int, worlds: int = 60) -> Score:
    """Examine many worlds; what the report says of the files must be right in each as well."""
    score = Score()
    for number in range(worlds):
        world = CoverageWorld(random.Random(f"{seed} {number}"))
        right = world.report()
        score.add(Counter(), found(right))
        said = {(one.file, one.categories, one.how) for one in right.coverage}
        score.wrong.update(str(each) for each in said ^ world.coverage())
        score.wrong.update(f"uncovered {x}" for x in {*right.uncovered_categories} ^ {*world.uncovered()})
        for _ in range(3):
            world.plant()
        score.add(world.expected(), found(world.report()))
    return score


if __name__ == "__main__":
    import sys

    show(examine_coverage(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
