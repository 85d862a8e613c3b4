"""Small worlds for the readiness oracle: sound ones, and the faults that are put into them at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from readiness_data import (
    AGE,
    AmazonFile,
    Attribute,
    Cover,
    ProductType,
    Row,
    Sku,
    Specification,
    World,
)

T = TypeVar("T")
Fault = Callable[[World, int, int], None]

GLOBAL_IDS = ["212", "187", "1604"]
STORE_IDS = ["7", "30", "159"]
# Each attribute: its feed name, and the values that a list of it holds.
ATTRIBUTES = {
    "Size": ("size_name", ["XS", "S", "M", "L", "XL", "XXL"]),
    "Color": ("color_name", ["Blue", "Green", "Red", "White", "Black", "Pink"]),
    "ColorMap": ("color_map", ["Blue", "Green", "Red", "White", "Black", "Pink"]),
    "Material": ("material_type", ["Cotton", "Linen", "Wool", "Silk", "Nylon", "Leather"]),
    AGE: ("mfg_minimum", ["3 years", "6 months", "12 meses", "1 Year", "10 anos", "8 years"]),
}
# Each field: the attribute to which it is mapped, and its values, in the order of those of the attribute.
FIELDS = {
    "Tamanho": ("Size", ["PP", "P", "M", "G", "GG", "XG"]),
    "Cor": ("Color", ["Azul", "Verde", "Vermelho", "Branco", "Preto", "Rosa"]),
    "Tom": ("Color", ["Azul claro", "Verde mar", "Tinto", "Gelo", "Carvão", "Chá"]),
    "Material": ("Material", ["Algodão", "Linho", "Lã", "Seda", "Náilon", "Couro"]),
    "Idade": (AGE, ["3 anos", "6 meses", "12 meses", "1 ano", "10 anos", "8 anos"]),
}
THEMES = {
    "": [],
    "Size": ["Size"],
    "Color": ["Color"],
    "SizeColor": ["Size", "Color"],
    "Size-Color": ["Size", "Color"],
    "Material": ["Material"],
}


def check_digit(digits: str) -> str:
    """Return the digits of an EAN with their check digit behind them."""
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return f"{digits}{-total % 10}"


RESTRICTED = [
    *(check_digit(digits) for digits in ("021234500001", "041234500002", "201234500003", "291234500004")),
    *(check_digit(digits) for digits in ("20123450000", "1789000000123", "111111111111", "0221234500001")),
]
FINE = [
    check_digit("1234567"),
    check_digit("7777777"),
    check_digit("03600029145"),
    check_digit("0789000000123"),
]


# A sound world


@st.composite
def sound_worlds(draw: st.DrawFn) -> World:
    """Return a world in which nothing is wrong: every SKU is ready."""
    own_rows, shared_rows = list[Specification](), list[Specification]()
    world = World(sku_specifications=own_rows, product_specifications=shared_rows)
    ids = draw(st.sampled_from(["global", "global", "store", "mixed"]))
    third = draw(st.sampled_from(["Material", "Tom"]))
    usual = ["Tamanho", "Cor", third, "Idade"]
    mapped: list[dict[str, list[str]]] = []  # of each category the fields, with their attributes
    plans: list[tuple[str, str]] = []  # of each category CategoryID and theme
    for place in range(draw(st.sampled_from([1, 2, 3]))):
        theme = draw(st.sampled_from([one for one in THEMES if third == "Material" or one != "Material"]))
        chosen = draw(st.sets(st.sampled_from(usual), min_size=1))
        fields = [one for one in usual if one in chosen or (FIELDS[one][0] in THEMES[theme] and one != "Tom")]
        twice = "Cor" in fields and draw(st.integers(0, 4)) == 0
        mapped.append(
            {one: [FIELDS[one][0], *(["ColorMap"] if twice and one == "Cor" else [])] for one in fields}
        )
        by_global = ids == "global" or (ids == "mixed" and place % 2 == 0)
        plans.append((GLOBAL_IDS[place] if by_global else STORE_IDS[place], theme))
    used: list[dict[tuple[str, str, int], None]] = [{} for _ in plans]
    products: dict[str, int] = {}
    for number in range(draw(st.sampled_from([1, 2, 3, 4, 4, 5, 5, 6, 6]))):
        place = draw(st.integers(0, len(plans) - 1))
        product = f"{900 + 10 * place + draw(st.integers(0, 1))}"
        turn = products[product] = products.get(product, -1) + 1
        world.skus.append(
            Sku(
                id=f"{100 + number}",
                product=product,
                global_category=GLOBAL_IDS[place],
                store_category=STORE_IDS[place],
                ean=check_digit(f"78900000{number:04}"),
                trade_policies=("1", "2"),
                name=f"SKU {number}",
            )
        )
        for field, attributes in mapped[place].items():
            own = attributes[0] in THEMES[plans[place][1]] or int(product) % 2 == 0
            value = FIELDS[field][1][turn if own else 0]
            if own:
                own_rows.append(Specification(f"{100 + number}", field, value))
            elif turn == 0:
                shared_rows.append(Specification(product, field, value))
            used[place] |= {(field, attribute, turn if own else 0): None for attribute in attributes}
    for (category, theme), cells in zip(plans, used, strict=True):
        for field, attribute, turn in cells:
            varies = attribute in THEMES[theme]
            world.rows.append(
                Row(
                    row=len(world.rows) + 2,
                    category_id=category,
                    variation_theme=theme if varies else "",
                    type="Variation" if varies else "Information",
                    vtex_specification=field,
                    amazon_specification=attribute,
                    vtex_value=FIELDS[field][1][turn],
                    amazon_value=ATTRIBUTES[attribute][1][turn],
                )
            )
    always = set.intersection(*({one for several in fields.values() for one in several} for fields in mapped))
    for number in range(draw(st.sampled_from([0, 1, 1, 2, 2]))):
        file = AmazonFile(f"values-{number}.xlsm", general=number == 1 and draw(st.integers(0, 3)) == 0)
        for name in ["SHIRT", "SHOES"][: draw(st.integers(1, 2))]:
            file.product_types.append(draw(_product_types(name, always, file.general)))
        world.amazon_files.append(file)
        for category, _ in plans:
            if file.general or draw(st.integers(0, 3)):
                kind = draw(st.sampled_from([None, *(one.name for one in file.product_types)]))
                how = "general" if file.general else "told" if kind and draw(st.booleans()) else "confirmed"
                world.coverage.append(Cover(file.name, category, kind, how))
    return world


@st.composite
def _product_types(draw: st.DrawFn, name: str, always: set[str], general: bool) -> ProductType:
    kind = ProductType(name, [Attribute("Brand Name", "brand_name", None, required="hard")])
    for label, (feed_name, values) in ATTRIBUTES.items():
        listed = general or (label != AGE and draw(st.sampled_from([True, True, False])))
        required = draw(st.sampled_from(["", "soft", "soft", "hard"])) if label in always else ""
        kind.attributes.append(Attribute(label, feed_name, [*values] if listed else None, required=required))
    if not general:
        newer = ["SIZE", "COLOR", "SIZE/COLOR", "MATERIAL"]
        kind.themes = draw(st.sampled_from([["Size", "Color", "SizeColor", "Material"], newer]))[:]
    return kind


# Its faults: each takes the world and two numbers that pick what it befalls, and does nothing where there is
# nothing to befall


def pick(several: Sequence[T], number: int) -> T:
    return several[number % len(several)]


def rows_like(world: World, number: int) -> list[Row]:
    """Return the rows of the category of one of the rows."""
    return [row for row in world.rows if row.category_id == pick(world.rows, number).category_id]


def next_row(world: World) -> int:
    return 1 + max(row.row for row in world.rows)


def specification(world: World, number: int) -> Specification:
    rows = [*(world.sku_specifications or ()), *(world.product_specifications or ())]
    return pick(rows, number) if rows else Specification("", "", "")


def attribute_of(world: World, a: int, b: int) -> Attribute:
    """Return an attribute of a file: one that a row names, rather than any."""
    kinds = [kind for file in world.amazon_files for kind in file.product_types]
    wanted = pick(world.rows, a).amazon_specification if world.rows else ""
    attributes = [one for kind in kinds for one in kind.attributes if one.label == wanted]
    return pick(attributes, b) if attributes else Attribute("", "")


def kind_of(world: World, number: int) -> ProductType:
    kinds = [kind for file in world.amazon_files if not file.general for kind in file.product_types]
    return pick(kinds, number) if kinds else ProductType("")


def of_store_category(world: World, sku: Sku) -> set[str]:
    """Return the ids of the SKUs of a SKU's store category, and of their products."""
    same = [one for one in world.skus if one.store_category == sku.store_category]
    return {one.id for one in same} | {one.product for one in same}


def sku_inactive(world: World, a: int, b: int) -> None:
    pick(world.skus, a).active = False


def product_inactive(world: World, a: int, b: int) -> None:
    for sku in world.skus:
        if sku.product == pick(world.skus, a).product:
            sku.product_active = False


def outside_policy(world: World, a: int, b: int) -> None:
    world.trade_policy = "2"
    pick(world.skus, a).trade_policies = pick([("1",), ("1", "22"), ("1", "2", "3")], b)


def kit(world: World, a: int, b: int) -> None:
    world.kits_sent = b % 4 == 0
    pick(world.skus, a).kit = pick([True, True, None], b)


def no_global_category(world: World, a: int, b: int) -> None:
    pick(world.skus, a).global_category = ""


def other_global_category(world: World, a: int, b: int) -> None:
    """One SKU's, or all of its category's: an id of the sheet, of the store, or one that nobody has."""
    sku = pick(world.skus, a)
    same = [one for one in world.skus if one.global_category == sku.global_category]
    for one in same if b % 2 else [sku]:
        one.global_category = pick([*GLOBAL_IDS, *STORE_IDS, "999"], b // 2)


def other_store_category(world: World, a: int, b: int) -> None:
    sku = pick(world.skus, a)
    same = [one for one in world.skus if one.store_category == sku.store_category]
    for one in same if b % 2 else [sku]:
        one.store_category = pick([*GLOBAL_IDS, *STORE_IDS, "999"], b // 2)


def ids_told(world: World, a: int, b: int) -> None:
    world.category_ids = pick(["global", "store"], a)


def bad_ean(world: World, a: int, b: int) -> None:
    wrong = ["", "  ", "SEM GTIN", "0000000000000", "-", "7.89E+12", "7890000000000", "123", "789000000123X"]
    pick(world.skus, a).ean = pick(wrong, b)


def odd_ean(world: World, a: int, b: int) -> None:
    pick(world.skus, a).ean = pick([*RESTRICTED, *RESTRICTED, *FINE], b)


def same_ean(world: World, a: int, b: int) -> None:
    ean = pick(world.skus, b).ean
    pick(world.skus, a).ean = f"0{ean}" if b % 2 and len(ean) == 13 else ean


def ean_exempt(world: World, a: int, b: int) -> None:
    world.ean_exempt = True


def twin(world: World, a: int, b: int) -> None:
    """Give a SKU what another of its product has, all of it or all but one field."""
    sku = pick(world.skus, a)
    others = [one for one in world.skus if one.product == sku.product and one.id != sku.id]
    if others and world.sku_specifications is not None:
        model = pick(others, b).id
        kept = [one for one in world.sku_specifications if one.owner != sku.id]
        copies = [replace(one, owner=sku.id) for one in kept if one.owner == model]
        world.sku_specifications[:] = kept + copies
        if b % 2:
            other = pick(["Estampa", "Cor", "Idade", "Material", "Tamanho"], b // 2)
            values = FIELDS.get(other, ("", ["Lisa", "Xadrez"]))[1]
            copies = [one for one in copies if one.field == other]
            if not copies:
                for owner, value in ((sku.id, values[0]), (model, values[1])):
                    world.sku_specifications.append(Specification(owner, other, value))
            for one in copies:
                one.value = pick(values, b // 10)


def no_value(world: World, a: int, b: int) -> None:
    one = specification(world, a)
    if b % 4:
        one.value = pick(["", " "], b // 4)
    else:
        one.owner = "nobody"


def soft_gap(world: World, a: int, b: int) -> None:
    """Let the files require an attribute softly, and one SKU or product have no value for it."""
    row = pick(world.rows, a)
    for file in world.amazon_files:
        for one in (one for kind in file.product_types for one in kind.attributes):
            if one.label == row.amazon_specification and one.required != "hard":
                one.required = "soft"
    rows = [*(world.sku_specifications or ()), *(world.product_specifications or ())]
    having = [one for one in rows if one.field == row.vtex_specification]
    if having:
        pick(having, b).value = ""


def no_field(world: World, a: int, b: int) -> None:
    """Take a field from all SKUs of a store category."""
    owners = of_store_category(world, pick(world.skus, a))
    for one in [*(world.sku_specifications or ()), *(world.product_specifications or ())]:
        if one.owner in owners and one.field == pick(list(FIELDS), b):
            one.owner = "nobody"


def other_value(world: World, a: int, b: int) -> None:
    one = specification(world, a)
    wrong = [
        one.value.upper(),
        one.value.lower(),
        "Xadrez",
        f" {one.value} ",
        *FIELDS.get(one.field, ("", []))[1],
    ]
    one.value = pick(wrong, b)


def more_values(world: World, a: int, b: int) -> None:
    """Give a field of a SKU or product a second value."""
    one = specification(world, a)
    for rows in (world.sku_specifications or [], world.product_specifications or []):
        if any(one is other for other in rows):
            rows.append(replace(one, value=pick([*FIELDS.get(one.field, ("", []))[1], "Xadrez"], b)))


def own_over_shared(world: World, a: int, b: int) -> None:
    """Give a SKU a field of its own, whatever its product has."""
    field = pick(list(FIELDS), b)
    if world.sku_specifications is not None:
        value = pick(FIELDS[field][1], b // 5)
        world.sku_specifications.append(Specification(pick(world.skus, a).id, field, value))


def shared_value(world: World, a: int, b: int) -> None:
    field = pick(list(FIELDS), b)
    if world.product_specifications is not None:
        value = pick(FIELDS[field][1], b // 5)
        world.product_specifications.append(Specification(pick(world.skus, a).product, field, value))


def suffixed_id(world: World, a: int, b: int) -> None:
    for one in world.sku_specifications or ():
        if one.owner == pick(world.skus, a).id:
            one.owner = f"{one.owner}p"


def no_export(world: World, a: int, b: int) -> None:
    if b % 3 != 1:
        world.sku_specifications = None
    if b % 3 != 0:
        world.product_specifications = None


def no_row(world: World, a: int, b: int) -> None:
    world.rows.remove(pick(world.rows, a))


def no_category(world: World, a: int, b: int) -> None:
    for row in rows_like(world, a):
        if b % 2:
            world.rows.remove(row)
        else:
            row.category_id = pick([*GLOBAL_IDS, *STORE_IDS, ""], b // 2)


def row_again(world: World, a: int, b: int) -> None:
    row = pick(world.rows, a)
    values = [row.amazon_value, "", *ATTRIBUTES.get(row.amazon_specification, ("", ["Other"]))[1]]
    again = replace(row, row=next_row(world), amazon_value=pick(values, b))
    world.rows.insert(pick([0, len(world.rows)], b // 8), again)


def wrong_type(world: World, a: int, b: int) -> None:
    row = pick(world.rows, a)
    kind, swapped = row.type, "Information" if row.type == "Variation" else "Variation"
    row.type = pick(
        ["", "Variação", "Info", kind.lower(), kind.upper(), swapped, "#N/A", f" {kind}", swapped.lower()], b
    )


def wrong_theme(world: World, a: int, b: int) -> None:
    wrong = ["SIZE/COLOR", "SIZE", "Tamanho", "sizecolor", "COLOR", "size", "Size", "SizeColor", "Material"]
    for row in rows_like(world, a):
        if row.variation_theme:
            row.variation_theme = pick(wrong, b)


def wrong_theme_cell(world: World, a: int, b: int) -> None:
    pick(world.rows, a).variation_theme = pick(["", "Size", "Color", "sizeColor", "#REF!", "None"], b)


def wrong_specification(world: World, a: int, b: int) -> None:
    """Name the attribute wrongly in one row: in small letters only where a file can tell what is meant."""
    row = pick(world.rows, a)
    covered = row.category_id in {cover.category for cover in world.coverage}
    name = row.amazon_specification
    near = [name.lower(), ATTRIBUTES.get(name, (name, []))[0]] if covered else ["", "#N/A"]
    row.amazon_specification = pick(["", "Colour", f" {name} ", *near, near[0]], b)


def other_attribute(world: World, a: int, b: int) -> None:
    """Map a field to another attribute, in all rows of a category or in one."""
    row = pick(world.rows, a)
    attribute = pick(list(ATTRIBUTES), b)
    for one in rows_like(world, a) if b // 5 % 2 else [row]:
        if one.vtex_specification == row.vtex_specification:
            one.amazon_specification = attribute


def second_attribute(world: World, a: int, b: int) -> None:
    row = pick(world.rows, a)
    attribute = pick(list(ATTRIBUTES), b)
    for one in [one for one in rows_like(world, a) if one.vtex_specification == row.vtex_specification]:
        more = replace(one, row=next_row(world), amazon_specification=attribute, type="Information")
        world.rows.append(
            replace(more, variation_theme="", amazon_value=pick(ATTRIBUTES[attribute][1], b // 5))
        )


def other_field(world: World, a: int, b: int) -> None:
    row = pick(world.rows, a)
    for one in rows_like(world, a):
        if one.vtex_specification == row.vtex_specification:
            one.vtex_specification = pick(["Voltagem", one.vtex_specification.lower(), *FIELDS], b)


def field_case(world: World, a: int, b: int) -> None:
    """Name a field in other letters, in one row or in all of a category."""
    row = pick(world.rows, a)
    name = row.vtex_specification
    for one in rows_like(world, a) if b % 2 else [row]:
        if one.vtex_specification == name:
            one.vtex_specification = pick([name.lower(), name.upper()], b // 2)


def second_field(world: World, a: int, b: int) -> None:
    """Map a field that hardly any SKU has to an attribute that another field has."""
    row = pick(world.rows, a)
    field = pick(["Voltagem", *FIELDS], b)
    value = pick(FIELDS.get(field, ("", ["110 V"]))[1], b // 6)
    world.rows.append(replace(row, row=next_row(world), vtex_specification=field, vtex_value=value))


def wrong_amazon_value(world: World, a: int, b: int) -> None:
    row = pick(world.rows, a)
    value = row.amazon_value
    row.amazon_value = pick(
        ["", "Loading...", "Xadrez", *[value.lower(), value.upper()] * 2, f" {value}", "3 semanas"], b
    )


def wrong_age(world: World, a: int, b: int) -> None:
    ages = [row for row in world.rows if row.amazon_specification == AGE]
    if ages:
        pick(ages, a).amazon_value = pick(
            ["3", "36", "3 semanas", "18 weeks", "2 años", "1 mês", "4years"], b
        )


def nobodys_row(world: World, a: int, b: int) -> None:
    name = pick(["category_id", "vtex_specification", "vtex_value"], b)
    setattr(pick(world.rows, a), name, pick(["", "#N/A"], b // 3))


def theme_without_rows(world: World, a: int, b: int) -> None:
    """Take the Variation rows of an attribute of a theme, or turn them into Information."""
    varying = [row for row in rows_like(world, a) if row.variation_theme]
    for row in varying:
        if row.amazon_specification == pick(varying, b).amazon_specification:
            row.type = "Information"
            if b % 2:
                row.vtex_value = ""


def unlisted_value(world: World, a: int, b: int) -> None:
    """Take a row's value from a list, or spell it otherwise there."""
    one, value = attribute_of(world, a, b), pick(world.rows, a).amazon_value
    one.values = [other for other in ATTRIBUTES.get(one.label, ("", []))[1] if other != value]
    one.values += [value.upper()] if b // 4 % 2 else []


def deprecated_value(world: World, a: int, b: int) -> None:
    one = attribute_of(world, a, b)
    one.values = [*ATTRIBUTES.get(one.label, ("", []))[1]]
    one.deprecated = [pick(world.rows, a).amazon_value]


def unknown_attribute(world: World, a: int, b: int) -> None:
    one = attribute_of(world, a, b)
    one.label, one.feed_name = "Style", "style_name"


def required_attribute(world: World, a: int, b: int) -> None:
    attributes = [
        one for file in world.amazon_files for kind in file.product_types for one in kind.attributes
    ]
    if attributes:
        pick(attributes, a).required = pick(["hard", "soft", "soft"], b)


def theme_gone(world: World, a: int, b: int) -> None:
    """Take the theme of a row from what a file offers, or from all, or keep it as deprecated only."""
    kinds = [kind for file in world.amazon_files if not file.general for kind in file.product_types]
    theme = pick(world.rows, a).variation_theme
    for kind in kinds if b % 4 else kinds[:1]:
        alike = [one for one in kind.themes if one.lower().replace("/", "") == theme.lower().replace("-", "")]
        kind.themes = [one for one in kind.themes if one not in alike]
        if b // 4 % 2:
            kind.deprecated_themes += alike


def one_theme(world: World, a: int, b: int) -> None:
    """Leave a file one theme, the others deprecated or gone, or none at all."""
    kind = kind_of(world, a)
    kept = pick([kind.themes[:1], kind.themes[1:2], []], b)
    if b // 3 % 2:
        kind.deprecated_themes = [theme for theme in kind.themes if theme not in kept]
    kind.themes = kept


def uncovered(world: World, a: int, b: int) -> None:
    if world.coverage:
        world.coverage.remove(pick(world.coverage, a))


def other_cover(world: World, a: int, b: int) -> None:
    if world.amazon_files and world.rows:
        file = pick(world.amazon_files, b)
        category = pick(world.rows, a).category_id
        world.coverage = [one for one in world.coverage if (one.file, one.category) != (file.name, category)]
        world.coverage.append(Cover(file.name, category, pick([None, file.product_types[0].name], b // 3)))


def other_order(world: World, a: int, b: int) -> None:
    """Move a row to the front: the order within a category says which of two rows counts."""
    row = pick(world.rows, a)
    world.rows.remove(row)
    world.rows.insert(0, row)


def weights(world: World, a: int, b: int) -> None:
    world.weights = {sku.id: (a + number * b) % 7 for number, sku in enumerate(world.skus) if number != b % 6}


# Those that seldom meet what they need stand here several times.
SKU_FAULTS: list[Fault] = [
    sku_inactive, product_inactive, outside_policy, kit, no_global_category, other_global_category,
    other_store_category, ids_told, *[bad_ean] * 3, odd_ean, same_ean, ean_exempt, *[twin] * 4, weights,
]  # fmt: skip
EXPORT_FAULTS: list[Fault] = [
    *[no_value] * 3, *[soft_gap] * 3, no_field, other_value, more_values, own_over_shared, shared_value,
    suffixed_id, *[no_export] * 2,
]  # fmt: skip
ROW_FAULTS: list[Fault] = [
    no_row, no_category, row_again, *[wrong_type] * 4, *[wrong_theme] * 4, wrong_theme_cell,
    *[wrong_specification] * 5, other_attribute, second_attribute, other_field, second_field,
    *[field_case] * 2, *[wrong_amazon_value] * 3, *[wrong_age] * 3, nobodys_row, theme_without_rows,
    other_order,
]  # fmt: skip
FILE_FAULTS: list[Fault] = [
    *[unlisted_value] * 4, *[deprecated_value] * 4, unknown_attribute, *[required_attribute] * 2,
    *[theme_gone] * 2, *[one_theme] * 4, uncovered, other_cover,
]  # fmt: skip
FAULTS = [*FILE_FAULTS, *ROW_FAULTS, *EXPORT_FAULTS, *SKU_FAULTS]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Return a world with up to eight faults, or none."""
    world = draw(sound_worlds())
    number, least = st.integers(0, 119), draw(st.sampled_from([0, 2, 4, 6]))
    for fault, a, b in draw(
        st.lists(st.tuples(st.sampled_from(FAULTS), number, number), min_size=least, max_size=8)
    ):
        if world.rows or fault not in (*ROW_FAULTS, *FILE_FAULTS, soft_gap):
            fault(world, a, b)
    cover_all(world)
    return world


LABELS = {name.lower(): label for label, (feed_name, _) in ATTRIBUTES.items() for name in (label, feed_name)}


def cover_all(world: World) -> None:
    """Let VTEX's workbook hold for all categories of the sheet, with one list for all its tabs.

    In a category that no file covers an attribute goes by its label, for no file can tell its other names.
    """
    there = list(dict.fromkeys(row.category_id for row in world.cleaned().rows))
    world.coverage = [cover for cover in world.coverage if cover.category in there]
    for file in world.amazon_files:
        covered = {cover.category for cover in world.coverage if cover.file == file.name}
        if file.general:
            for kind in file.product_types:
                for one, other in zip(kind.attributes, file.product_types[0].attributes, strict=True):
                    one.label, one.feed_name, one.values = other.label, other.feed_name, other.values
                    one.deprecated = []
            world.coverage += [Cover(file.name, one, None, "general") for one in there if one not in covered]
    told = {cover.category for cover in world.coverage}
    for row in world.rows:
        name = row.amazon_specification.strip()
        if row.category_id.strip() not in told and name not in ATTRIBUTES:
            row.amazon_specification = LABELS.get(name.lower(), row.amazon_specification)
