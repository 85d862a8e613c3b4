"""What becomes of each SKU, told a second time: naively, from the specification, without code of Listo."""

from __future__ import annotations

import re
from itertools import permutations

import readiness_data as facts
from readiness_data import Answer, Result, Row, Send, Sku, World
from readiness_joins import Requirements, read_ids
from readiness_numbers import answer

Key = tuple[str, str]  # a field, and the attribute to which it is mapped: "" where none is known
Values = dict[Key, set[str]]


def bare(theme: str) -> str:
    return re.sub(r"[\s_/-]|name", "", theme.lower())


class Category:
    """A category of the sheet: what the files that cover it say, its fields, its theme."""

    def __init__(self, world: World, category: str, rows: list[Row]) -> None:
        self.rows, self.files = rows, Requirements(world, category)
        self.groups: dict[Key, dict[str, list[Row]]] = {}  # rows by VTEX value
        self.names: dict[Key, set[str]] = {}  # of the attribute, in small letters
        for row in rows:
            name, own = row.vtex_specification, self.files.resolve(row)[0]
            others = {self.files.resolve(one)[0] for one in rows if one.vtex_specification == name} - {""}
            for attribute in [own] if own else sorted(others) or [""]:
                key = name, attribute
                self.groups.setdefault(key, {}).setdefault(row.vtex_value, []).append(row)
                names = {row.amazon_specification, own, self.files.label(own)} if own == attribute else set()
                self.names.setdefault(key, set()).update(name.lower() for name in names if name)
        self.theme_codes: list[str] = []
        self.theme: list[set[str]] = []  # of each attribute of the theme its names
        self.theme_row = next((row for row in rows if row.variation_theme), rows[0])
        self.judge_theme(self.theme_row.variation_theme)

    def judge_theme(self, theme: str) -> None:
        types: dict[Key, set[str]] = {}
        for key, rows_by_value in self.groups.items():
            types[key] = {row.type.lower() for rows in rows_by_value.values() for row in rows}
        listed = self.files.offered | self.files.deprecated
        accepted = facts.KNOWN_THEMES | listed
        if theme and theme.lower() not in {one.lower() for one in accepted}:
            self.theme_codes = ["theme-unknown"]
            self.theme = [self.names[key] for key in types if "variation" in types[key] and self.names[key]]
        elif theme:
            self.theme_codes = [] if theme in accepted else ["theme-case"]
            self.theme = [{name} for name in facts.NAMED[bare(theme)]]
            if listed and bare(theme) not in map(bare, self.files.offered):
                old = bare(theme) in map(bare, listed)
                self.theme_codes.append("theme-deprecated" if old else "theme-not-offered")
            varying = set().union(*(self.names[key] for key in types if types[key] - {"information"}))
            if len(self.theme) == 2 and not all(names & varying for names in self.theme):
                self.theme_codes.append("theme-incomplete")

    def judge_row(self, row: Row) -> list[str]:
        """Rule 7."""
        codes, kind, value = [], row.type.lower(), row.amazon_value
        if kind not in ("variation", "information"):
            codes.append("type-unknown" if kind else "type-missing")
        elif row.type not in ("Variation", "Information"):
            codes.append("type-case")
        if kind == ("information" if row.variation_theme else "variation"):
            codes.append("type-theme-mismatch")
        attribute, wrong = self.files.resolve(row)
        if wrong:
            codes.append(f"amazon-specification-{wrong}")
        if not attribute or not value:
            return [*codes, "amazon-value-missing"] if attribute else codes
        lists = [one for one in self.files.attributes if one.feed_name == attribute]
        if lists and all(one.values is not None for one in lists):
            listed = [(text, text in one.deprecated) for one in lists for text in one.values or ()]
            same = [old for text, old in listed if text == value]
            alike = same or [old for text, old in listed if text.lower() == value.lower()]
            codes += [] if same else ["amazon-value-case" if alike else "amazon-value-not-accepted"]
            codes += ["amazon-value-deprecated"] if alike and all(alike) else []
        age = re.fullmatch(r"\d+\s*(.*)", value) if self.files.label(attribute) == facts.AGE else None
        if age and age[1].lower() not in facts.AGE_UNITS:
            codes.append("age-unit-not-accepted" if age[1] else "age-unit-missing")
        return codes


def known_values(world: World, sku: Sku, name: str) -> tuple[set[str], list[str]]:
    """Return a SKU's values of a field, and the exports without which they are not known."""
    own, shared = world.sku_specifications, world.product_specifications
    values = {one.value for one in own or () if (one.owner, one.field) == (sku.id, name) and one.value}
    if values or own is None or shared is None:
        missing = ["vtex-sku-specifications"] * (own is None) + ["vtex-product-specifications"] * (
            shared is None
        )
        return values, [] if values else missing
    return {one.value for one in shared if (one.owner, one.field) == (sku.product, name) and one.value}, []


def fields_of(world: World, store_category: str) -> set[str]:
    skus = [sku for sku in world.skus if sku.store_category == store_category]
    own = {one.field for one in world.sku_specifications or () if one.owner in {sku.id for sku in skus}}
    products = {sku.product for sku in skus}
    return own | {one.field for one in world.product_specifications or () if one.owner in products}


def judge_fields(world: World, category: Category, sku: Sku, result: Result) -> Values:
    """Rules 3 to 8; return the Amazon values that are sent, in small letters."""
    theme, files = category.theme_row, category.files
    for code in category.theme_codes:
        result.add(code, facts.STATE[code], theme.row, None, None, theme.variation_theme)
    sent: Values = {}
    lacks: list[tuple[str, str, str, tuple[str | int, ...]]] = []
    named, used, unknown = set[str](), dict[int, Row](), list[Key]()
    for (name, attribute), rows_by_value in category.groups.items():
        in_theme = any(category.names[name, attribute] & names for names in category.theme)
        required = files.required.get(attribute)
        state = "blocked" if in_theme or required == "hard" else "at-risk"
        first = next(row.row for row in category.rows if row.vtex_specification == name)
        where = state, first, name, files.label(attribute)
        values, needs = known_values(world, sku, name)
        result.needs = sorted({*result.needs, *needs})
        unknown += [(name, attribute)] if needs else []
        if not values and not needs and name not in fields_of(world, sku.store_category):
            lacks.append((name, attribute, "field-not-in-category", where))
        elif not values and not needs and (in_theme or required):
            lacks.append((name, attribute, "value-missing-in-catalog", where))
        for value in sorted(values):
            if value not in rows_by_value:
                lacks.append((name, attribute, "value-unmapped", (*where, value)))
                continue
            row, *others = rows_by_value[value]
            used[row.row] = row
            for other in [one.row for one in others if one.amazon_value != row.amazon_value][:1]:
                result.add("row-conflict", "at-risk", other, *where[2:], value)
            named |= {attribute} if category.judge_row(row) else set()
            if row.amazon_value and files.resolve(row)[0]:
                sent.setdefault((name, attribute), set()).add(row.amazon_value.lower())
    for row in used.values():
        for code in category.judge_row(row):
            cells = row.vtex_specification, row.amazon_specification, row.vtex_value
            result.add(code, facts.STATE[code], row.row, *cells)
        if row.amazon_value and files.resolve(row)[0]:
            result.sends.append(Send(row.amazon_specification, row.vtex_value, row.amazon_value, row.row))
    for name, attribute, code, reason in lacks:
        if not any(one == attribute != "" and other != name for other, one in [*sent, *unknown]):
            result.add(code, *reason)
            named.add(attribute)
    for attribute, how in files.required.items():
        if attribute not in named | {one for _, one in [*sent, *unknown]}:
            state = "blocked" if how == "hard" else "at-risk"
            first = category.rows[0].row
            result.add("mandatory-attribute-missing", state, first, None, files.label(attribute))
    return sent


def sound_ean(ean: str) -> bool:
    if not re.fullmatch("[0-9]{8}|[0-9]{12,14}", ean):
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(ean))) % 10 == 0


def judge_ean(world: World, ean: str, all_eans: list[str]) -> list[str]:
    """Rule 9."""
    if not re.search("[1-9]", ean):
        return [] if world.ean_exempt else ["ean-placeholder" if ean else "ean-missing"]
    if not sound_ean(ean):
        return ["ean-invalid"]
    same = [one for one in all_eans if sound_ean(one) and one.zfill(14) == ean.zfill(14)]
    carton, thirteen = ean.zfill(14)[0], ean.zfill(14)[1:]
    in_store = thirteen[:2] in ("02", "04", *map(str, range(20, 30))) or len(set(thirteen[:12])) == 1
    restricted = len(ean) != 8 and (carton != "0" or in_store)
    return ["ean-duplicate"] * (len(same) > 1) + ["ean-restricted"] * restricted


def twins(world: World, category: Category, one: Sku, other: Sku, sent: dict[str, Values]) -> list[str]:
    """Rule 10: return an empty name if they are twins, then the fields in which they differ."""

    def values_of(sku: Sku, names: set[str]) -> set[str]:
        return {value for key in sent[sku.id] if category.names[key] & names for value in sent[sku.id][key]}

    pairs = [(values_of(one, names), values_of(other, names)) for names in category.theme]
    in_theme = {key[0] for key, own in category.names.items() for names in category.theme if own & names}
    unknown = [name for name in in_theme for sku in (one, other) if known_values(world, sku, name)[1]]
    if not pairs or unknown or not all(mine and mine == theirs for mine, theirs in pairs):
        return []
    found = [""]
    for name in sorted(fields_of(world, one.store_category) - in_theme):
        values, others = known_values(world, one, name)[0], known_values(world, other, name)[0]
        found += [name] if values and others and values != others else []
    return found


def judge(world: World) -> Answer:
    """Return what becomes of each SKU of a world."""
    world = world.cleaned()
    results: dict[str, Result] = {}
    for sku in world.skus:
        result = results[sku.id] = Result(sku.id, sku.product, sku.store_category, sku.global_category)
        if not sku.active:
            result.add("sku-inactive", "not-sent")
        if sku.active and not sku.product_active:
            result.add("product-inactive", "not-sent")
        if sku.active and world.trade_policy is not None and world.trade_policy not in sku.trade_policies:
            result.add("sku-outside-trade-policy", "not-sent")
        if sku.kit and not world.kits_sent:
            result.add("sku-kit", "not-sent")
    sending = [sku for sku in world.skus if not results[sku.id].reasons]
    sheet: dict[str, list[Row]] = {}
    for row in world.rows:
        sheet.setdefault(row.category_id, []).append(row)
    categories = {one: Category(world, one, rows) for one, rows in sheet.items()}
    category_ids = read_ids(sending, sheet, world.category_ids)
    sent: dict[str, Values] = {}
    for sku in sending:
        result, reading = results[sku.id], category_ids["reading"]
        ids = [sku.global_category] if reading in ("global", "both") else []
        ids += [sku.store_category] if reading in ("store", "both") else []
        found = next((one for one in ids if one in sheet), "")
        if not sku.global_category:
            result.add("sku-without-global-category", "blocked")
        elif not found:
            state = "blocked" if reading in ("global", "store") else "at-risk"
            result.add("category-unmapped", state, None, None, None, [*ids, sku.global_category][0])
        if found:
            result.sheet = found
            sent[sku.id] = judge_fields(world, categories[found], sku, result)
        for code in judge_ean(world, sku.ean, [one.ean for one in sending]):
            result.add(code, facts.STATE[code], None, None, None, sku.ean)
    for one, other in permutations(sending, 2):
        ours, found = results[one.id], results[one.id].sheet
        if found and one.product == other.product and found == results[other.id].sheet:
            for name in twins(world, categories[found], one, other, sent):
                code = "variation-field-unmapped" if name else "variation-twins"
                ours.add(code, "at-risk", None, name or None)
    for result in results.values():
        states = [reason.state for reason in result.reasons] + (["unknown"] if result.needs else [])
        result.state = min(states, key=facts.STATES.index, default="ready")
        result.needs = result.needs if result.state == "unknown" else []
        if result.state == "ready" and not categories[result.sheet].files.covered:
            result.unchecked = ["amazon-values"]
        result.reasons.sort(key=lambda reason: facts.ORDER.index(reason.code))
    uncovered = [one for one in sheet if not categories[one].files.covered and world.amazon_files]
    return answer(results, category_ids, sorted(uncovered), world.weights)
