"""Reference files: what each one is, told by what stands in it, never by its name, and all that they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from listo.core.references.amazon_template import read_template
from listo.core.references.mandatory_attributes import is_mandatory_workbook, read_mandatory
from listo.core.references.messages import is_report, read_messages
from listo.core.references.model import AmazonValues, AttributeNames, ReferenceKind
from listo.core.references.sku_weights import find_sku_weights
from listo.core.references.template_layout import TemplateLayout
from listo.core.references.vtex_catalog import VtexFields, VtexProducts, VtexSpecifications, merge_products
from listo.core.references.vtex_export import find_export
from listo.core.workbooks.model import Workbook


def detect_kind(workbook: Workbook) -> ReferenceKind | None:
    """Return what kind of reference a workbook is, None where it is none that we know.

    A mapping sheet is none; whether there is one is for `mapping.layout.find_mapping` to say, first.
    """
    if is_report(workbook):
        return "processing-report"
    if is_amazon(workbook) or _is_mandatory(workbook):
        return "amazon-values"
    if (export := find_export(workbook)) is not None:
        return export.kind
    if read_messages(workbook):
        return "messages"
    return "sku-weights" if find_sku_weights(workbook) else None


def is_amazon(workbook: Workbook) -> bool:
    """Return whether a workbook is a category template of Amazon, or has a sheet of one that lists values."""
    layout = TemplateLayout(workbook)
    return bool(layout.horizontal_values) or (_has_ids(layout) and layout.is_of_amazon)


def _is_mandatory(workbook: Workbook) -> bool:
    """Return whether a workbook is VTEX's with the mandatory attributes: names of attributes, and no ids."""
    return is_mandatory_workbook(workbook) and not _has_ids(TemplateLayout(workbook))


def _has_ids(layout: TemplateLayout) -> bool:
    """Return whether a workbook is a template of some marketplace, with ids beside the labels."""
    return bool(layout.template or layout.vertical_values or (layout.definitions and layout.named_values))


def read_amazon_values(workbook: Workbook) -> AmazonValues:
    """Return what Amazon accepts, from a category template of Amazon or VTEX's mandatory attributes."""
    mandatory = not is_amazon(workbook) and is_mandatory_workbook(workbook)
    values = read_mandatory(workbook) if mandatory else read_template(workbook)
    return replace(values, file=str(workbook.path))


class References:
    """The reference files of one session. Look-ups are cheap; build it anew when a file comes or goes."""

    def __init__(
        self,
        amazon_values: Iterable[AmazonValues] = (),
        vtex_products: Iterable[VtexProducts] = (),
        vtex_specifications: Iterable[VtexSpecifications] = (),
    ) -> None:
        self.amazon_values = tuple(amazon_values)
        self.vtex_products = tuple(vtex_products)
        self.vtex_specifications = tuple(vtex_specifications)

    def needs(self) -> frozenset[str]:
        """Return which of the checks' needs are met: kinds of reference, and `column-…` of the exports."""
        met = {
            "amazon-values": self.amazon_values,
            "vtex-products": self.vtex_products,
            "vtex-specifications": self.vtex_specifications,
            "column-field-name": any(each.names_fields for each in self.vtex_specifications),
        }
        columns = {f"column-{column}" for each in self.vtex_products for column in each.columns}
        return frozenset(columns | {need for need, there in met.items() if there})

    @cached_property
    def products(self) -> VtexProducts | None:
        """Return the exports of products and SKUs as one, None without any."""
        return merge_products(self.vtex_products)

    @property
    def knows_skus(self) -> bool:
        """Whether an export of products names SKUs."""
        return self.products is not None and "sku-id" in self.products.columns

    @cached_property
    def fields(self) -> VtexFields:
        """Return the fields of products and SKUs that the exports of specifications name."""
        return VtexFields(self.vtex_specifications, self.products)

    @cached_property
    def store_categories(self) -> Mapping[int, str]:
        """Return the categories of the store by id, with their names, as any VTEX export tells them."""
        found = [each.names_of_store_categories for each in self.vtex_specifications]
        found += [each.names_of_store_categories for each in self.vtex_products]
        return {number: name for names in found for number, name in names.items()}

    @cached_property
    def attribute_names(self) -> tuple[AttributeNames, ...]:
        """Return the names of each Amazon file's attributes, in the order of the files."""
        return tuple(AttributeNames(values.attributes) for values in self.amazon_values)
