"""Everything that the dropped references say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from listo.core.references.attribute_names import AttributeNames
from listo.core.references.model import AmazonValues
from listo.core.references.vtex_products import VtexProducts, merge_products
from listo.core.references.vtex_specifications import VtexFields, VtexSpecifications


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
