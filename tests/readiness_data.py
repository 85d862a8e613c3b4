"""The world of the readiness oracle, its answer and the facts that it goes by, as plain data: no Listo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

# The codes by rule, in the order in which VTEX would say them: "!" blocked, "?" at risk, else it depends.
_RULES = """sku-inactive product-inactive sku-outside-trade-policy sku-kit
sku-without-global-category! category-unmapped
theme-unknown! theme-case! theme-not-offered? theme-deprecated?
field-not-in-category
value-missing-in-catalog
value-unmapped row-conflict?
type-missing! type-unknown! type-case! type-theme-mismatch? \
amazon-specification-missing! amazon-specification-unknown! amazon-specification-case! \
amazon-value-missing! amazon-value-not-accepted! amazon-value-case! amazon-value-deprecated? \
age-unit-not-accepted! age-unit-missing?
mandatory-attribute-missing theme-incomplete?
ean-missing! ean-placeholder! ean-invalid! ean-duplicate? ean-restricted?
variation-twins? variation-field-unmapped?"""
RULE = {code.rstrip("!?"): rule for rule, line in enumerate(_RULES.splitlines(), 1) for code in line.split()}
STATE = {code.rstrip("!?"): {"!": "blocked", "?": "at-risk"}.get(code[-1], "") for code in _RULES.split()}
ORDER = list(RULE)
STATES = ["not-sent", "blocked", "at-risk", "unknown", "ready"]  # the first that a SKU has is its state
# Of the themes of Amazon's XML feed those that the worlds use, and what each of them names.
KNOWN_THEMES = {"Size", "Color", "SizeColor", "Size-Color", "ColorSize", "SizeName-ColorName", "Material"}
NAMED = {"size": ["size"], "color": ["color"], "material": ["material"]}
NAMED |= {"sizecolor": ["size", "color"], "colorsize": ["size", "color"]}
FORMULA_ERRORS = ("#N/A", "#REF!", "#NAME?", "#ERROR!", "Loading...")
AGE = "MinimumManufacturerAgeRecommended"
AGE_UNITS = ["year", "years", "month", "months", "ano", "anos", "mês", "mes", "meses", "año", "años"]
# The feed names of some attributes that the connector or the offer fills.
FILLED = ("item_sku", "item_name", "brand_name", "external_product_id", "parent_child", "variation_theme")


@dataclass
class Row:
    """A row of the mapping sheet; the sheet's order is that of `World.rows`, `row` only its number."""

    row: int
    category_id: str
    variation_theme: str
    type: str
    vtex_specification: str
    amazon_specification: str
    vtex_value: str
    amazon_value: str


@dataclass
class Sku:
    id: str
    product: str
    global_category: str  # "" where it has none
    store_category: str
    active: bool = True
    product_active: bool = True
    kit: bool | None = False  # None: the export does not say
    ean: str = ""
    trade_policies: tuple[str, ...] = ("1",)
    name: str = ""


@dataclass
class Specification:
    """A row of the export of SKU specifications, or of that of product specifications."""

    owner: str  # the SKU's id, or the product's
    field: str
    value: str


@dataclass
class Attribute:
    label: str
    feed_name: str  # what makes two attributes the same one
    values: list[str] | None = None  # None: the file has no list for it
    deprecated: list[str] = field(default_factory=list)  # of the values
    required: str = ""  # "hard", "soft" or ""


@dataclass
class ProductType:
    name: str
    attributes: list[Attribute] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    deprecated_themes: list[str] = field(default_factory=list)


@dataclass
class AmazonFile:
    name: str
    product_types: list[ProductType] = field(default_factory=list)
    general: bool = False  # VTEX's workbook: lists hold everywhere, marks only in the tab that a category has


@dataclass
class Cover:
    file: str
    category: str
    product_type: str | None = None  # None: the union; of a general file: no tab bears the category's name
    how: str = "confirmed"  # told, confirmed, general, alone


@dataclass
class World:
    rows: list[Row] = field(default_factory=list)
    skus: list[Sku] = field(default_factory=list)
    sku_specifications: list[Specification] | None = None  # None: the export is missing
    product_specifications: list[Specification] | None = None
    amazon_files: list[AmazonFile] = field(default_factory=list)
    coverage: list[Cover] = field(default_factory=list)
    category_ids: str | None = None  # "global" or "store" where the person said so
    trade_policy: str | None = None
    kits_sent: bool = True
    ean_exempt: bool = False
    weights: dict[str, int] | None = None  # by SKU

    def cleaned(self) -> World:
        """Return the world as the rules see it: texts trimmed, without the rows that are nobody's."""
        rows = []
        for row in self.rows:
            cells = {name: text.strip() for name, text in vars(row).items() if name != "row"}
            cells = {name: "" if text in FORMULA_ERRORS else text for name, text in cells.items()}
            if cells["category_id"] and cells["vtex_specification"] and cells["vtex_value"]:
                rows.append(Row(row.row, **cells))
        own, shared = self.sku_specifications, self.product_specifications
        if own is not None:
            own = [Specification(bare_id(one.owner), one.field.strip(), one.value.strip()) for one in own]
        if shared is not None:
            shared = [
                Specification(one.owner.strip(), one.field.strip(), one.value.strip()) for one in shared
            ]
        skus = [replace(sku, id=bare_id(sku.id), ean=sku.ean.strip()) for sku in self.skus]
        weights = self.weights and {bare_id(sku): weight for sku, weight in self.weights.items()}
        return replace(
            self, rows=rows, skus=skus, sku_specifications=own, product_specifications=shared, weights=weights
        )


def bare_id(sku: str) -> str:
    return sku.strip().removesuffix("p")


class Reason(NamedTuple):
    code: str
    state: str  # not-sent, blocked, at-risk
    row: int | None = None
    specification: str | None = None
    attribute: str | None = None
    value: str | None = None


class Send(NamedTuple):
    attribute: str
    vtex_value: str
    value: str
    row: int


@dataclass
class Result:
    sku: str
    product: str
    store: str
    global_: str
    sheet: str = ""  # the CategoryID whose rows are the SKU's
    state: str = ""
    unchecked: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    sends: list[Send] = field(default_factory=list)

    def add(self, code: str, *where: Any) -> None:
        cells: list[Any] = [None if one == "" else one for one in where]
        reason = Reason(code, *cells)
        if reason not in self.reasons:
            self.reasons.append(reason)


class Count(NamedTuple):
    """A line of `by_code`, in the best order."""

    code: str
    skus: int
    alone: int
    then_free: int
    weight: int | None


@dataclass
class Answer:
    category_ids: dict[str, str | int]
    uncovered_categories: list[str]
    skus: dict[str, int]
    by_code: list[Count]
    not_sent_by_code: dict[str, int]
    results: dict[str, Result]
