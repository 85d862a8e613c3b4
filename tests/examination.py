"""An examination of the checks: right sheets with their references, faults planted, and what must be found.

`World` is a right sheet with all its references in one language and layout; each function of `PLANTS`
plants one fault of one code and says what is to be found of it. `Examination` plants many at once, some in
the same row, among harmless differences, and counts what was found and what was not.

    python tests/examination.py [seed]
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from stdnum import ean

from examination_files import (
    LAYOUTS,
    Amazon,
    Catalogue,
    Language,
    Layout,
    Listed,
    Sku,
    amazon_file,
    mapping_file,
    products_file,
    specifications_file,
)
from listo.core.checks.categories import DEFECTS
from listo.core.checks.engine import run
from listo.core.checks.types import Report
from listo.core.file_kinds import identify, references_of
from listo.core.mapping.cell_text import clean, repair
from listo.core.mapping.sheet import COLUMNS, MappingSheet
from listo.core.references.files import References
from listo.core.skus.options import Options
from listo.core.vocabulary import categories
from listo.core.workbooks.model import Table, Workbook

POLICY = "1"
Expected = tuple[str, int | None, str | None, str]
"""The code, Excel's row, the column and the value of a finding."""

Words = dict[Language, str]


def _words(en: str, pt: str, es: str) -> Words:
    return {"en": en, "pt": pt, "es": es}


FIELDS = {
    "Size": _words("Size", "Tamanho", "Tamaño"),
    "Color": _words("Colour", "Cor", "Tono"),
    "TargetGender": _words("Gender", "Gênero", "Género"),
    "Material": _words("Fabric", "Tecido", "Composición"),
    "MinimumManufacturerAgeRecommended": _words("Minimum age", "Idade mínima", "Edad mínima"),
}
VALUES = {
    "Size": {
        "S": _words("Small one", "Pequeno", "Chico"),
        "M": _words("Medium one", "Médio", "Mediano"),
        "L": _words("Large one", "Grande", "Grande"),
    },
    "Color": {
        "Blue": _words("Navy", "Azul", "Azul"),
        "Red": _words("Crimson", "Vermelho", "Rojo"),
        "Black": _words("Jet", "Preto", "Negro"),
    },
    "TargetGender": {
        "Male": _words("Men", "Masculino", "Masculino"),
        "Female": _words("Women", "Feminino", "Femenino"),
        "Unisex": _words("Everybody", "Unissex", "Unisex"),
    },
    "Material": {
        "Cotton": _words("Cotton fibre", "Algodão", "Algodón"),
        "Polyester": _words("Polyester fibre", "Poliéster", "Poliéster"),
        "Leather": _words("Real leather", "Couro legítimo", "Cuero auténtico"),
    },
    "MinimumManufacturerAgeRecommended": {
        "3 years": _words("From three years", "A partir de três anos", "Desde tres años"),
        "6 months": _words("From six months", "A partir de seis meses", "Desde seis meses"),
    },
}
AMAZON = [
    Listed("Size", "size_name", "size#1.value", ("S", "M", "L", "XL")),
    Listed("Color", "color_name", "color#1.value", ("Blue", "Red", "Black", "Green")),
    Listed(
        "TargetGender", "target_gender", "target_gender#1.value", ("Male", "Female", "Unisex"), ("Neutral",)
    ),
    Listed(
        "Material", "material_type", "material#1.value", ("Cotton", "Polyester", "Leather"), required=True
    ),
    Listed("MinimumManufacturerAgeRecommended", "mfg_minimum", "manufacturer_minimum_age#1.value"),
]
THEMES = ("SizeColor", "Size", "Color")
GLOBAL = [
    number
    for number in categories.all_ids()
    if number not in DEFECTS and re.fullmatch(r"\w{5,31}", categories.name(number, "pt") or "")
]
"""Categories whose name can be that of a tab, which no part of another name is."""


class Row(dict[str, str]):
    """One row of the sheet, by column; `kinds` are its cells that are dates or errors."""

    def __init__(self, cells: Iterable[tuple[str, str]]) -> None:
        super().__init__(cells)
        self.kinds: dict[str, str] = {}
        self.as_before = dict(self)
        self.is_spare = False


def is_defect(row: Row) -> bool:
    """Return whether a row is of a category that once had a fault at VTEX: nothing else is wrong with it."""
    return categories.parse_id(row["CategoryID"]) in DEFECTS


def _read(text: str) -> str:
    """Return a text as the checks read it: without stray blanks, with the accents that it must have had."""
    mended = repair(text)
    return clean(mended.text if mended and mended.is_certain else text)


HEADER = Row(zip(COLUMNS, COLUMNS, strict=True))


@dataclass(frozen=True)
class Planted:
    """What must be found of a fault; `row` None is the whole sheet, `HEADER` its header."""

    code: str
    row: Row | None
    column: str | None
    value: str


@dataclass
class World:
    """A right sheet and all its references."""

    chance: random.Random
    language: Language = "pt"
    layout: Layout | None = "generation-3"
    exports: bool = True
    noise: float = 0.0
    rows: list[Row] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    unknown: int = 0
    by_store: bool = False
    """Whether CategoryID holds the store's own categories."""

    def __post_init__(self) -> None:
        self.by_store = self.by_store and self.exports  # only the exports tell it
        self._made = 0
        self._global_ids: dict[str, str] = {}
        self._free = self.chance.sample(GLOBAL, 400)
        self.amazon = Amazon(list(AMAZON), THEMES, ("STYLE_NAME",), self.chance.choice(("en", "pt", "es")))
        used = self.used = [self.add_family()[0]["CategoryID"] for _ in range(3)]
        self.add_ages()
        self.catalogue = Catalogue(
            skus=[self.sku(each) for each in used for _ in range(3)],
            product_fields=frozenset(
                self.field(name) for name in ("TargetGender", "Material", "MinimumManufacturerAgeRecommended")
            ),
            language=self.chance.choice(("en", "pt", "es")),
        )
        self.titles: tuple[str, ...] = ()
        self.columns: list[str] = list(COLUMNS)
        """What stands in each column of the file; `header` says what its header says."""
        self.header: list[str] = list(COLUMNS)
        self.other = ""
        """The name of another mapping sheet of the workbook."""

    # What is right

    def category(self) -> str:
        """Return a category that nothing has yet, by what CategoryID holds."""
        of_all = str(self._free.pop())
        if not self.by_store:
            return of_all
        own = str(90_000_000 + len(self._free))
        self._global_ids[own] = of_all
        return own

    def global_id(self, category: str) -> str:
        """Return the global category of the SKUs that go by a category of the sheet."""
        return self._global_ids.get(category, category)

    def unknown_category(self) -> str:
        """Return a number that is no category, another one each time."""
        self.unknown += 1
        return str(99_000_000 + self.unknown)

    def field(self, name: str) -> str:
        return FIELDS[name][self.language]

    def values(self, name: str) -> list[str]:
        return [words[self.language] for words in VALUES[name].values()]

    def row(self, category: str, name: str, value: str, theme: str = "") -> Row:
        """Return a right row that maps one value."""
        type_ = "Variation" if theme else "Information"
        cells = (
            category,
            theme,
            type_,
            self.field(name),
            self.name(name),
            VALUES[name][value][self.language],
            value,
        )
        return Row(zip(COLUMNS, cells, strict=True))

    def name(self, name: str) -> str:
        """Return a name of an attribute: the XML feed's, now and then the one that the template has."""
        if self.layout in ("generation-1", "generation-2") and self.is_noisy():
            return next(one.id_before for one in self.amazon.attributes if one.name == name)
        return name

    def is_noisy(self) -> bool:
        return self.chance.random() < self.noise

    def add(self, *rows: Row) -> tuple[Row, ...]:
        self.rows.extend(rows)
        return rows

    def add_plain(self) -> tuple[Row, ...]:
        """Add a category of products that do not vary."""
        category = self.category()
        return self.add(*self.described(category))

    def add_family(self, theme: str = "SizeColor") -> tuple[Row, ...]:
        """Add a category of products that vary by size and colour."""
        category = self.category()
        varying = [
            self.row(category, name, value, theme) for name in ("Size", "Color") for value in VALUES[name]
        ]
        return self.add(*varying, *self.described(category))

    def add_ages(self) -> tuple[Row, ...]:
        """Add a category of products with a minimum age."""
        category = self.category()
        name = "MinimumManufacturerAgeRecommended"
        return self.add(
            *(self.row(category, name, value) for value in VALUES[name]), *self.described(category)
        )

    def described(self, category: str) -> list[Row]:
        """Return the rows that every category has: gender and material."""
        return [
            self.row(category, name, value) for name in ("TargetGender", "Material") for value in VALUES[name]
        ]

    def sku(self, category: str) -> Sku:
        self._made += 1
        number = str(50_000 + self._made)
        code = f"789{self.chance.randrange(10**9):09}"
        made = Sku(number, f"9{number}", self.global_id(category), code + ean.calc_check_digit(code))
        if category in self._global_ids:
            made.store_category = (category, f"Loja {category}")
        return made

    def mix(self) -> None:
        """Let the rows of one category go by the store's own id, all others by the global one."""
        own, of_all = "90000001", self.used[0]
        self._global_ids[own] = of_all
        for row in self.rows:
            if row["CategoryID"] == of_all:
                row["CategoryID"] = row.as_before["CategoryID"] = own
        for sku in self.catalogue.skus:
            if sku.global_category == of_all:
                sku.store_category = (own, "Loja")

    def stock(self) -> list[Sku]:
        """Return all SKUs: each category has so many that every right row is used, and no other is."""
        offered: dict[str, dict[str, list[str]]] = {}
        for row in self.rows:
            if self._is_meant(row):
                category = row.as_before["CategoryID"]
                values = offered.setdefault(row["CategoryID"] if is_defect(row) else category, {})
                values.setdefault(row.as_before["VTEXSpecification"], []).append(row.as_before["VTEXValue"])
        needed = {category: max(map(len, values.values())) for category, values in offered.items()}
        bought = [each for each, count in needed.items() for _ in range(count)]
        skus = [*self.catalogue.skus, *map(self.sku, bought)]
        sold: Counter[str] = Counter()
        for sku in skus:
            ids = (sku.global_category, sku.store_category[0])
            category = next((each for each in ids if each in offered), "")
            for name, values in offered.get(category, {}).items():
                if name not in sku.lacks:
                    sku.values.setdefault(name, values[sold[category] % len(values)])
            sold[category] += 1
        return skus

    def _is_meant(self, row: Row) -> bool:
        """Return whether SKUs have the value that a row had before it was spoiled."""
        codes = {one.code for one in self.planted if one.row is row} - {"category-known-defect"}
        columns = ("CategoryID", "VTEXSpecification", "VTEXValue")
        if not all(row.as_before[name] for name in columns) or row.is_spare:
            return False
        if codes & {"vtex-value-case", "vtex-value-not-in-catalog", "vtex-specification-case"}:
            return not codes & {"category-unknown", "category-not-a-number"}
        same = [_read(row[name]) == row.as_before[name] and name not in row.kinds for name in columns]
        return is_defect(row) or all(same)

    # What is planted

    def plant(self, code: str, row: Row | None, column: str | None, value: str) -> None:
        self.planted.append(Planted(code, row, column, value))

    def spoil(self, code: str, row: Row, column: str, text: str, kind: str = "") -> None:
        """Write a wrong text into a cell."""
        row[column] = text
        if kind:
            row.kinds[column] = kind
        self.plant(code, row, column, text)

    def expected(self) -> Counter[Expected]:
        numbers = {id(row): place for place, row in enumerate([HEADER, *self.rows], self.header_row)}
        return Counter(
            (one.code, numbers[id(one.row)] if one.row is not None else None, one.column, one.value)
            for one in self.planted
        )

    # The files

    @property
    def options(self) -> Options:
        """What the person says: the trade policy, and that the Amazon file is for all categories."""
        return Options(trade_policy=POLICY, kits="not-sent", covers={self.amazon.name: frozenset({"*"})})

    @property
    def header_row(self) -> int:
        return 1 + len(self.titles)

    def files(self) -> list[Workbook]:
        """Return the mapping sheet, then the references."""
        files = [mapping_file(self._texts(), self._kinds(), self.header, self.titles)]
        if self.other:
            other = Table(self.other, (COLUMNS, self._texts()[0]))
            files[0] = replace(files[0], tables=(*files[0].tables, other))
        if self.layout:
            files.append(amazon_file(self.amazon, self.layout))
        if self.exports:
            catalogue = replace(self.catalogue, skus=self.stock())
            files.append(products_file(catalogue))
            files += [specifications_file(catalogue, "sku"), specifications_file(catalogue, "product")]
        return files

    def opened(self) -> tuple[MappingSheet, References]:
        """Return the files as the program takes them."""
        mapping, *others = map(identify, self.files())
        assert mapping.mapping is not None
        return mapping.mapping, references_of(others)

    def report(self) -> Report:
        sheet, references = self.opened()
        return run(sheet, references, options=self.options)

    def _texts(self) -> list[list[str]]:
        return [[row.get(name, "") for name in self.columns] for row in self.rows]

    def _kinds(self) -> dict[tuple[int, int], str]:
        return {
            (place, self.columns.index(name)): kind
            for place, row in enumerate(self.rows)
            for name, kind in row.kinds.items()
        }


def found(report: Report) -> Counter[Expected]:
    """Return the findings of a report in the form of what is expected."""
    return Counter((one.code, one.row, one.column, one.value) for one in report.findings)


_SHORT = 8
"""Letters: of a shorter word a letter too many makes no slip that is certain."""

# One fault of each code

Plant = Callable[[World], None]
PLANTS: dict[str, Plant] = {}
NEEDS: dict[str, str] = {}
"""What a code needs: `layout`, `exports`, or a certain kind of layout."""


OF_THE_HEADER = frozenset(
    {
        "sheet-empty",
        "sheet-not-checked",
        "column-missing",
        "column-renamed",
        "column-duplicated",
        "column-order",
        "column-extra",
    }
)
"""Codes of which a sheet can have one fault at most, or after which it has no others."""


def plants(code: str, needs: str = "") -> Callable[[Plant], Plant]:
    def add(plant: Plant) -> Plant:
        PLANTS[code] = plant
        NEEDS[code] = needs
        return plant

    return add


def can_plant(code: str, world: World) -> bool:
    """Return whether the references are there that the code needs."""
    match NEEDS[code]:
        case "layout":
            return world.layout is not None
        case "marks":
            return world.layout in ("generation-1", "generation-2", "generation-3")
        case "required":
            return world.layout not in (None, "columns")
        case "exports":
            return world.exports
        case "global":
            return not world.by_store
        case "global exports":
            return world.exports and not world.by_store
        case "no exports":
            return not world.exports
    return True


@plants("sheet-empty")
def _sheet_empty(world: World) -> None:
    world.rows.clear()
    world.plant("sheet-empty", None, None, "")


@plants("sheet-not-checked")
def _sheet_not_checked(world: World) -> None:
    name = world.chance.choice(("Sapatos", "Planilha2", "Old"))
    world.other = name
    world.plant("sheet-not-checked", None, None, name)


@plants("column-missing")
def _column_missing(world: World) -> None:
    place = world.chance.randrange(len(COLUMNS))
    del world.header[place]
    world.plant("column-missing", HEADER, world.columns.pop(place), "")


@plants("column-renamed")
def _column_renamed(world: World) -> None:
    texts = {
        "CategoryID": ("VTEX Category Id", "categoryid", "ID da categoria"),
        "VariationTheme": ("Variation Theme", "Tema de variação"),
        "VTEXValue": ("Valor VTEX", "VTEXValue "),
        "AmazonSpecification": ("amazon specification", "AmazonSpecfication"),
    }
    name = world.chance.choice(list(texts))
    text = world.chance.choice(texts[name])
    world.header[world.columns.index(name)] = text
    world.plant("column-renamed", HEADER, name, text)


@plants("column-duplicated")
def _column_duplicated(world: World) -> None:
    name = world.chance.choice(COLUMNS)
    world.header.append(name)
    world.columns.append(name)
    world.plant("column-duplicated", HEADER, name, name)


@plants("column-order")
def _column_order(world: World) -> None:
    one, other = sorted(world.chance.sample(range(len(COLUMNS)), 2))
    for texts in (world.columns, world.header):
        texts[one], texts[other] = texts[other], texts[one]
    world.plant("column-order", None, None, "")


@plants("column-extra")
def _column_extra(world: World) -> None:
    text = world.chance.choice(("Obs", "Notas", "Conferido por"))
    place = world.chance.choice((0, len(world.columns)))
    world.header.insert(place, text)
    world.columns.insert(place, text)
    world.plant("column-extra", HEADER, None, text)


def _varying(world: World) -> Row:
    return world.chance.choice(world.add_family()[:6])


def _plain(world: World) -> Row:
    return world.chance.choice(world.add_plain()[:3])


def _other_case(world: World, text: str) -> str:
    return next(each for each in (text.swapcase(), text.lower(), text.upper()) if each != text)


@plants("row-blank")
def _row_blank(world: World) -> None:
    blank = Row((name, "") for name in COLUMNS)
    world.rows.insert(world.chance.randrange(1, len(world.rows)), blank)
    world.plant("row-blank", blank, None, "")


@plants("row-duplicate")
def _row_duplicate(world: World) -> None:
    [again] = world.add(Row(_plain(world).items()))
    world.plant("row-duplicate", again, None, "")


@plants("row-conflict")
def _row_conflict(world: World) -> None:
    row = _plain(world)
    [again] = world.add(
        Row({**row, "AmazonValue": "Male" if row["AmazonValue"] != "Male" else "Female"}.items())
    )
    world.plant("row-conflict", again, None, "")


@plants("cell-whitespace")
def _cell_whitespace(world: World) -> None:
    row = _varying(world)
    column = world.chance.choice(COLUMNS)
    text = row[column]
    forms = [f" {text}", f"{text} ", f"{text}\u00a0", f"\u200b{text}", f"{text[:1]}\u200b{text[1:]}"]
    if " " in text:
        forms.append(text.replace(" ", "  "))
    world.spoil("cell-whitespace", row, column, world.chance.choice(forms))


@plants("cell-garbled")
def _cell_garbled(world: World) -> None:
    row, column = _plain(world), world.chance.choice(("VTEXSpecification", "VTEXValue", "AmazonValue"))
    text = row[column]
    world.spoil("cell-garbled", row, column, world.chance.choice((f"ï»¿{text}", f"{text}Â\u00a0")))


@plants("cell-formula-error")
def _cell_formula_error(world: World) -> None:
    column = world.chance.choice(("CategoryID", "VTEXSpecification", "VTEXValue", "AmazonValue"))
    kind = world.chance.choice(("error", ""))
    world.spoil(
        "cell-formula-error", _plain(world), column, world.chance.choice(("#N/A", "#REF!", "#¿NOMBRE?")), kind
    )


@plants("cell-date")
def _cell_date(world: World) -> None:
    world.spoil(
        "cell-date", _plain(world), world.chance.choice(("VTEXValue", "AmazonValue")), "10/12/2026", "date"
    )


@plants("category-missing")
def _category_missing(world: World) -> None:
    row = _varying(world)
    alike = [dict(other) for other in world.rows if not other["CategoryID"]]
    if {**row, "CategoryID": ""} not in alike:  # the same twice would be one more fault
        world.spoil("category-missing", row, "CategoryID", "")


@plants("category-not-a-number")
def _category_not_a_number(world: World) -> None:
    number = world.unknown_category()
    text = world.chance.choice(
        (f"3.{number}", f"abc {number}e", f"-{number}", f"12,{number}", f"12-{number}")
    )
    world.spoil("category-not-a-number", _varying(world), "CategoryID", text)


@plants("category-unknown")
def _category_unknown(world: World) -> None:
    world.spoil("category-unknown", _varying(world), "CategoryID", world.unknown_category())


@plants("category-known-defect", "global")
def _category_known_defect(world: World) -> None:
    category = str(world.chance.choice(sorted(DEFECTS)))
    if any(row["CategoryID"] == category for row in world.rows):
        return
    for row in world.add_plain():
        world.spoil("category-known-defect", row, "CategoryID", category)


@plants("category-unmapped", "exports")
def _category_unmapped(world: World) -> None:
    category = world.category()
    world.catalogue.skus += [world.sku(category), world.sku(category)]
    world.plant("category-unmapped", None, None, category)


@plants("theme-unknown")
def _theme_unknown(world: World) -> None:
    world.spoil("theme-unknown", _varying(world), "VariationTheme", "StyleSize2")


def _whole_theme(world: World, code: str, theme: str) -> None:
    for row in world.add_family(theme)[:6]:
        world.plant(code, row, "VariationTheme", theme)


@plants("theme-not-offered", "layout")
def _theme_not_offered(world: World) -> None:
    _whole_theme(world, "theme-not-offered", "Capacity")


@plants("theme-deprecated", "marks")
def _theme_deprecated(world: World) -> None:
    _whole_theme(world, "theme-deprecated", "Style")


@plants("theme-case")
def _theme_case(world: World) -> None:
    world.spoil(
        "theme-case", _varying(world), "VariationTheme", world.chance.choice(("sizecolor", "SIZECOLOR"))
    )


@plants("theme-mixed")
def _theme_mixed(world: World) -> None:
    world.spoil("theme-mixed", world.add_family()[world.chance.randrange(1, 6)], "VariationTheme", "Size")


@plants("theme-incomplete")
def _theme_incomplete(world: World) -> None:
    rows = world.add_family()
    for row in rows[3:6]:
        world.rows.remove(row)
    world.plant("theme-incomplete", rows[0], "VariationTheme", "SizeColor")


@plants("type-missing")
def _type_missing(world: World) -> None:
    world.spoil("type-missing", _varying(world), "Type", "")


@plants("type-unknown")
def _type_unknown(world: World) -> None:
    world.spoil(
        "type-unknown", _varying(world), "Type", world.chance.choice(("Variação", "Informação", "Var"))
    )


@plants("type-case")
def _type_case(world: World) -> None:
    world.spoil("type-case", _varying(world), "Type", world.chance.choice(("variation", "VARIATION")))


@plants("type-theme-mismatch")
def _type_theme_mismatch(world: World) -> None:
    right = world.chance.random() < 0.5
    row = _varying(world) if right else _plain(world)
    world.spoil("type-theme-mismatch", row, "Type", "Information" if right else "Variation")


@plants("vtex-specification-missing")
def _vtex_specification_missing(world: World) -> None:
    world.spoil("vtex-specification-missing", _varying(world), "VTEXSpecification", "")


@plants("vtex-specification-not-in-catalog", "exports")
def _vtex_specification_not_in_catalog(world: World) -> None:
    world.spoil("vtex-specification-not-in-catalog", _varying(world), "VTEXSpecification", "Estampa XYZ")


@plants("vtex-specification-case", "exports")
def _vtex_specification_case(world: World) -> None:
    row = _varying(world)
    world.spoil(
        "vtex-specification-case", row, "VTEXSpecification", _other_case(world, row["VTEXSpecification"])
    )


@plants("amazon-specification-missing")
def _amazon_specification_missing(world: World) -> None:
    world.spoil("amazon-specification-missing", _varying(world), "AmazonSpecification", "")


@plants("amazon-specification-unknown", "layout")
def _amazon_specification_unknown(world: World) -> None:
    world.spoil("amazon-specification-unknown", _varying(world), "AmazonSpecification", "Fabricolor")


@plants("amazon-specification-case", "layout")
def _amazon_specification_case(world: World) -> None:
    row = _plain(world)
    row["AmazonSpecification"] = "TargetGender"
    world.spoil("amazon-specification-case", row, "AmazonSpecification", "targetGENDER")


@plants("vtex-value-missing")
def _vtex_value_missing(world: World) -> None:
    world.spoil("vtex-value-missing", _plain(world), "VTEXValue", "")


@plants("vtex-value-not-in-catalog", "exports")
def _vtex_value_not_in_catalog(world: World) -> None:
    row = next(row for row in world.add_plain() if len(row["VTEXValue"]) > _SHORT)
    world.spoil("vtex-value-not-in-catalog", row, "VTEXValue", row["VTEXValue"] + row["VTEXValue"][-1])


@plants("row-spare", "exports")
def _row_spare(world: World) -> None:
    value = f"Infantojuvenil {world.chance.randrange(10_000)}"
    row = Row({**_plain(world), "VTEXValue": value}.items())
    row.is_spare = True
    world.add(row)
    world.plant("row-spare", row, "VTEXValue", value)


@plants("vtex-value-case", "exports")
def _vtex_value_case(world: World) -> None:
    row = _plain(world)
    world.spoil("vtex-value-case", row, "VTEXValue", _other_case(world, row["VTEXValue"]))


@plants("amazon-value-missing")
def _amazon_value_missing(world: World) -> None:
    world.spoil("amazon-value-missing", _varying(world), "AmazonValue", "")


@plants("amazon-value-not-accepted", "layout")
def _amazon_value_not_accepted(world: World) -> None:
    world.spoil("amazon-value-not-accepted", _varying(world), "AmazonValue", "Plutonium")


@plants("amazon-value-case", "layout")
def _amazon_value_case(world: World) -> None:
    row = _plain(world)
    world.spoil("amazon-value-case", row, "AmazonValue", _other_case(world, row["AmazonValue"]))


@plants("amazon-value-deprecated", "marks")
def _amazon_value_deprecated(world: World) -> None:
    world.spoil("amazon-value-deprecated", _plain(world), "AmazonValue", "Neutral")


@plants("variation-collision", "no exports")
def _variation_collision(world: World) -> None:
    rows = world.add_family()
    world.spoil("variation-collision", rows[4], "AmazonValue", rows[3]["AmazonValue"])


@plants("age-unit-not-accepted")
def _age_unit_not_accepted(world: World) -> None:
    world.spoil(
        "age-unit-not-accepted",
        world.add_ages()[0],
        "AmazonValue",
        world.chance.choice(("90 days", "12 semanas")),
    )


@plants("age-unit-missing")
def _age_unit_missing(world: World) -> None:
    world.spoil(
        "age-unit-missing", world.add_ages()[0], "AmazonValue", world.chance.choice(("3", "18", "1,5"))
    )


@plants("age-unit-spelling")
def _age_unit_spelling(world: World) -> None:
    text = world.chance.choice(("3 anos", "1 year", "3 años", "6 Meses", "6 month"))
    world.spoil("age-unit-spelling", world.add_ages()[0], "AmazonValue", text)


@plants("mandatory-attribute-missing", "required")
def _mandatory_attribute_missing(world: World) -> None:
    rows = world.add_plain()
    if world.layout == "mandatory":
        name = categories.name(int(world.global_id(rows[0]["CategoryID"])), "pt") or ""
        world.amazon.types = (*world.amazon.types, name)
    for row in rows[3:]:
        world.rows.remove(row)
    world.plant("mandatory-attribute-missing", rows[0], None, "Material")


@plants("value-unmapped", "exports")
def _value_unmapped(world: World) -> None:
    name = world.chance.choice(("Size", "Color", "TargetGender", "Material"))
    value = f"Xadrez {world.chance.randrange(10_000)}"
    rows = world.add_family()
    _one_more(world, rows).values[world.field(name)] = value
    world.plant("value-unmapped", _first_of(world, rows, name), None, value)


def _one_more(world: World, rows: Sequence[Row]) -> Sku:
    sku = world.sku(rows[0]["CategoryID"])
    world.catalogue.skus.append(sku)
    return sku


def _first_of(world: World, rows: Sequence[Row], name: str) -> Row:
    return next(row for row in rows if row["VTEXSpecification"] == world.field(name))


@plants("value-missing-in-catalog", "exports")
def _value_missing(world: World) -> None:
    rows = world.add_family()
    name = world.chance.choice(("Size", "Color"))
    count = world.chance.randint(1, 3)
    for _ in range(count):
        _one_more(world, rows).lacks = frozenset({world.field(name)})
    world.plant("value-missing-in-catalog", _first_of(world, rows, name), None, str(count))


@plants("field-not-in-category", "global exports")
def _field_not_in_category(world: World) -> None:
    rows = world.add_family()
    sku = _one_more(world, rows)
    sku.store_category = (str(80_000_000 + world.chance.randrange(10_000)), "Meias")
    sku.lacks = frozenset({world.field("Size")})
    world.plant("field-not-in-category", _first_of(world, rows, "Size"), None, "")


def _twins(world: World, rows: Sequence[Row], *colors: Row) -> list[Sku]:
    """Return SKUs of one product that differ in their color alone."""
    skus = [_one_more(world, rows) for _ in colors]
    for sku, color in zip(skus, colors, strict=True):
        sku.product = skus[0].product
        sku.values = {each["VTEXSpecification"]: each["VTEXValue"] for each in (rows[0], color, *rows[6::3])}
    return skus


@plants("variation-twins", "exports")
def _variation_twins(world: World) -> None:
    rows = world.add_family()
    rows[4]["AmazonValue"] = rows[3]["AmazonValue"]
    _twins(world, rows, rows[3], rows[4])
    world.plant("variation-twins", rows[4], "AmazonValue", rows[4]["AmazonValue"])


@plants("variation-field-unmapped", "exports")
def _variation_field_unmapped(world: World) -> None:
    rows = world.add_family()
    one, other = _twins(world, rows, rows[3], rows[3])
    one.values["Voltagem"], other.values["Voltagem"] = "110 V", "220 V"
    world.plant("variation-twins", rows[3], "AmazonValue", rows[3]["AmazonValue"])
    world.plant("variation-field-unmapped", rows[0], None, "Voltagem")


def _sku(world: World, code: str) -> Sku:
    sku = world.sku(world.used[0])
    world.catalogue.skus.append(sku)
    world.plant(code, None, None, sku.number)
    return sku


@plants("sku-inactive", "exports")
def _sku_inactive(world: World) -> None:
    _sku(world, "sku-inactive").active = False


@plants("product-inactive", "exports")
def _product_inactive(world: World) -> None:
    _sku(world, "product-inactive").product_active = False


@plants("sku-kit", "exports")
def _sku_kit(world: World) -> None:
    _sku(world, "sku-kit").kit = True


@plants("ean-duplicate", "exports")
def _ean_duplicate(world: World) -> None:
    sku = _sku(world, "ean-duplicate")
    again = world.sku(world.rows[0]["CategoryID"])
    again.ean = world.chance.choice((sku.ean, f"0{sku.ean}"))
    world.catalogue.skus.append(again)


@plants("ean-restricted", "exports")
def _ean_restricted(world: World) -> None:
    starts = (f"20{world.chance.randrange(10**10):010}", f"1789{world.chance.randrange(10**9):09}")
    start = world.chance.choice(starts)
    _sku(world, "ean-restricted").ean = start + ean.calc_check_digit(start)


@plants("ean-missing", "exports")
def _ean_missing(world: World) -> None:
    _sku(world, "ean-missing").ean = world.chance.choice(("", " "))


@plants("ean-placeholder", "exports")
def _ean_placeholder(world: World) -> None:
    words = ("SEM GTIN", "N/A", "0000000000000", "não tem", "sem ean", "-", "sin código", "None")
    _sku(world, "ean-placeholder").ean = world.chance.choice(words)


@plants("ean-invalid", "exports")
def _ean_invalid(world: World) -> None:
    sku = _sku(world, "ean-invalid")
    wrong = sku.ean[:-1] + str((int(sku.ean[-1]) + 1) % 10)
    sku.ean = world.chance.choice((wrong, "239", "7.89E+12", "04210000526", f"{sku.ean}.0", sku.ean[:-2]))


@plants("sku-without-global-category", "exports")
def _sku_without_global_category(world: World) -> None:
    _sku(world, "sku-without-global-category").global_category = world.chance.choice(("", "0"))


@plants("sku-outside-trade-policy", "exports")
def _sku_outside_trade_policy(world: World) -> None:
    _sku(world, "sku-outside-trade-policy").policies = world.chance.choice(("2", "", "2,11", "10"))


# What a person does about it


def mend(world: World) -> None:
    """Set right all that was planted, each fault as its message asks."""
    for one in world.planted:
        _mend(world, one)
    world.planted.clear()


def _mend(world: World, one: Planted) -> None:
    match one.code:
        case "sheet-empty":
            world.add_family()
            world.catalogue.skus = [world.sku(world.rows[0]["CategoryID"])]
        case "column-missing" | "column-renamed" | "column-duplicated" | "column-order" | "column-extra":
            world.columns, world.header = list(COLUMNS), list(COLUMNS)
        case "sheet-not-checked":
            world.other = ""
        case "row-blank" | "row-duplicate" | "row-conflict" | "row-spare":
            world.rows = [row for row in world.rows if row is not one.row]
        case "category-unmapped":
            world.rows += world.described(one.value)
        case "theme-not-offered" | "theme-deprecated" if one.row is not None:
            one.row["VariationTheme"] = "SizeColor"
        case "theme-incomplete" if one.row is not None:
            category = one.row["CategoryID"]
            world.rows += [world.row(category, "Color", value, "SizeColor") for value in VALUES["Color"]]
        case "mandatory-attribute-missing" if one.row is not None:
            world.add(world.row(one.row["CategoryID"], "Material", "Cotton"))
        case "value-missing-in-catalog" | "field-not-in-category":
            world.catalogue.skus = [sku for sku in world.catalogue.skus if not sku.lacks]
        case "variation-twins" | "variation-field-unmapped":
            products = Counter(sku.product for sku in world.catalogue.skus)
            world.catalogue.skus = [sku for sku in world.catalogue.skus if products[sku.product] < 2]
        case "value-unmapped" if one.row is not None:
            unused = {"Size": "XL", "Color": "Green", "TargetGender": "Unisex", "Material": "Cotton"}
            name = next(each for each in FIELDS if world.field(each) == one.row["VTEXSpecification"])
            world.add(Row({**one.row, "VTEXValue": one.value, "AmazonValue": unused[name]}.items()))
        case _ if one.row is not None:
            one.row.update(one.row.as_before)
            one.row.kinds.clear()
        case _:
            world.catalogue.skus = [
                sku for sku in world.catalogue.skus if sku.number.removesuffix("p") != one.value
            ]


# Several faults in one row: cells of different columns, none of which silences another

TOGETHER: tuple[tuple[str, ...], ...] = (
    ("type-case", "vtex-value-missing", "amazon-value-missing"),
    ("type-missing", "vtex-specification-missing", "amazon-value-not-accepted"),
    ("vtex-value-case", "amazon-value-case"),
    ("type-unknown", "vtex-specification-not-in-catalog", "amazon-value-case"),
    ("category-unknown", "amazon-value-missing", "vtex-specification-not-in-catalog"),
    ("type-missing", "row-spare", "amazon-value-not-accepted"),
    ("category-not-a-number", "amazon-specification-unknown", "vtex-specification-case"),
)


def plant_together(world: World) -> None:
    """Plant several faults in the cells of one row, if the references are there for all of them."""
    codes = world.chance.choice([each for each in TOGETHER if all(can_plant(code, world) for code in each)])
    row = _plain(world)
    row["AmazonSpecification"] = "TargetGender"
    original = dict(row)
    texts = {
        "type-case": ("Type", "information"),
        "type-missing": ("Type", ""),
        "type-unknown": ("Type", "Outro"),
        "category-unknown": ("CategoryID", world.unknown_category()),
        "category-not-a-number": ("CategoryID", f"? {world.unknown_category()}?"),
        "vtex-specification-missing": ("VTEXSpecification", ""),
        "vtex-specification-not-in-catalog": ("VTEXSpecification", "Estampa XYZ"),
        "vtex-specification-case": ("VTEXSpecification", original["VTEXSpecification"].upper()),
        "amazon-specification-unknown": ("AmazonSpecification", "Fabricolor"),
        "vtex-value-missing": ("VTEXValue", ""),
        "vtex-value-case": ("VTEXValue", original["VTEXValue"].upper()),
        "row-spare": ("VTEXValue", "Infantojuvenil"),
        "amazon-value-missing": ("AmazonValue", ""),
        "amazon-value-not-accepted": ("AmazonValue", "Plutonium"),
        "amazon-value-case": ("AmazonValue", original["AmazonValue"].lower()),
    }
    for code in codes:
        world.spoil(code, row, *texts[code])


# Harmless differences


def disturb(world: World) -> None:
    """Change what makes no difference: the order of rows, ids as integrated, columns turned, titles."""
    for sku in world.catalogue.skus:
        if world.is_noisy() and sku.number.isdigit():
            sku.number += "p"
        if world.is_noisy() and ean.is_valid(sku.ean) and len(set(sku.ean)) > 1:
            sku.ean = f"{sku.ean} "
    world.catalogue.turned = world.chance.random() < 0.5
    world.catalogue.titles = world.chance.choice((0, 0, 2))
    world.titles = world.chance.choice(((), (), ("Loja", "Mapeamento")))
    world.amazon.attributes = [
        Listed(one.name, one.id_before, one.path, _with_more(world, one.values), one.deprecated, one.required)
        for one in world.amazon.attributes
    ]


def _with_more(world: World, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list with stray blanks and values that come again."""
    disturbed = [f"{value}\u00a0" if world.is_noisy() else value for value in values]
    again = [value for value in values if world.is_noisy()]
    return (*disturbed, *again)


@dataclass
class Score:
    """How many findings were expected, made, and both."""

    expected: int = 0
    made: int = 0
    right: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    def add(self, expected: Counter[Expected], made: Counter[Expected]) -> None:
        self.expected += expected.total()
        self.made += made.total()
        self.right += (expected & made).total()
        self.missed.update(str(each) for each in expected - made)
        self.wrong.update(str(each) for each in made - expected)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} of {self.expected} faults"


def examine(seed: int, times: int = 2) -> Score:
    """Examine the checks in every language and layout, each code planted `times` and some in the same row."""
    score = Score()
    for language in ("en", "pt", "es"):
        for layout in (None, *LAYOUTS):
            for exports, by_store in ((False, False), (True, False), (True, True)):
                chance = random.Random(f"{seed} {language} {layout} {exports} {by_store}")
                world = World(chance, language, layout, exports, 0.1, by_store=by_store)
                many = [code for code in PLANTS if can_plant(code, world) and code not in OF_THE_HEADER]
                for code in many * times:
                    PLANTS[code](world)
                for _ in range(3 * times):
                    plant_together(world)
                PLANTS[world.chance.choice(("column-renamed", "column-order", "column-extra"))](world)
                disturb(world)
                score.add(world.expected(), found(world.report()))
    return score


def show(score: Score) -> None:
    """Print a score, and what was missed or wrong most often."""
    print(score)
    for name, counted in (("missed", score.missed), ("wrong", score.wrong)):
        for text, count in counted.most_common(20):
            print(name, count, text)


if __name__ == "__main__":
    import sys

    show(examine(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
