"""The finer points of the checks against VTEX's exports, and what is said where exports tell half of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.checks.engine import run
from listo.core.checks.types import Finding, example
from listo.core.mapping.cell_text import is_clean
from listo.core.mapping.sheet import COLUMNS
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.reports.texts import say, with_name
from listo.core.skus.options import CategoryIds, Options
from listo.core.texts import Texts

GENDER = ("Gênero", "Gênero")


def products(**columns: Sequence[str]) -> VtexProducts:
    return VtexProducts({name.replace("_", "-"): texts for name, texts in columns.items()})  # type: ignore[misc]


def fields(*pairs: tuple[str, str], kind: str = "sku", **more: Sequence[str]) -> VtexSpecifications:
    columns = {
        "field-name": [name for name, _ in pairs],
        "specification-value": [value for _, value in pairs],
    }
    return VtexSpecifications(
        kind,  # type: ignore[arg-type]
        columns | {name.replace("_", "-"): list(texts) for name, texts in more.items()},  # type: ignore[arg-type]
    )


def found(
    *rows: Mapping[str, str], references: References, policy: str | None = None
) -> list[tuple[str, int | None, str]]:
    report = run(example(*rows).sheet(), references, options=Options(trade_policy=policy))
    return [(one.code, one.row, one.value) for one in report.findings]


def first(*rows: Mapping[str, str], references: References) -> Finding:
    return run(example(*rows).sheet(), references).findings[0]


class TestSkus:
    def test_only_skus_that_would_be_sent_are_asked_for_a_barcode_and_a_category(self) -> None:
        export = products(
            sku_id=["1", "2"], sku_active=["no", "yes"], ean=["", ""], global_category_id=["", ""]
        )
        assert found({}, references=References(vtex_products=(export,))) == [
            ("sku-inactive", None, "1"),
            ("sku-without-global-category", None, "2"),
            ("ean-missing", None, "2"),
        ]

    def test_with_an_exemption_a_barcode_may_be_missing_but_not_wrong(self) -> None:
        export = products(sku_id=["1", "2", "3"], ean=["", "SEM GTIN", "239"])
        report = run(example().sheet(), References(vtex_products=(export,)), options=Options(ean="exempt"))
        assert [(one.code, one.value) for one in report.findings] == [("ean-invalid", "3")]

    def test_numbers_of_other_lengths_are_one_where_their_fourteen_digits_are(self) -> None:
        export = products(sku_id=["1", "2", "3"], ean=["036000291452", "0036000291452", "00036000291452"])
        finding = first({}, references=References(vtex_products=(export,)))
        assert (finding.code, finding.value, finding.also_skus) == ("ean-duplicate", "1", ("2", "3"))
        assert (finding.also_skus_total, finding.skus) == (2, 3)

    @pytest.mark.parametrize(
        ("count", "named"), [(1, "11"), (5, "11, 12, 13, 14, 15"), (6, "11, 12, 13, 14, 15 …")]
    )
    def test_of_skus_with_one_barcode_five_are_named_and_more_are_hinted_at(self, count, named) -> None:
        skus = [str(10 + number) for number in range(1 + count)]
        export = products(sku_id=skus, ean=["7891000315507"] * len(skus))
        finding = first({}, references=References(vtex_products=(export,)))
        assert (finding.code, finding.arguments["others"]) == ("ean-duplicate", named)
        assert (finding.skus, finding.also_skus_total) == (1 + count, count)

    @pytest.mark.parametrize(
        ("ean", "said"),
        [
            ("2000000000008", "own use"),
            ("0212345678909", "own use"),
            ("17891000315504", "carton"),
            ("7777777777772", "repeated"),
        ],
    )
    def test_a_right_number_that_names_no_product_for_everybody(self, ean: str, said: str) -> None:
        finding = first({}, references=References(vtex_products=(products(sku_id=["1"], ean=[ean]),)))
        assert (finding.code, finding.severity) == ("ean-restricted", "warning")
        assert said in say(Texts("en"), finding)

    def test_a_kit_and_an_inactive_product_are_not_sent_and_asked_no_more(self) -> None:
        export = products(
            sku_id=["1", "2"],
            sku_active=["yes", "yes"],
            product_id=["10", "20"],
            product_active=["yes", "no"],
            bundle=["yes", "no"],
            ean=["", ""],
        )
        report = run(example().sheet(), References(vtex_products=(export,)), options=Options(kits="not-sent"))
        assert [(one.code, one.value) for one in report.findings] == [
            ("product-inactive", "2"),
            ("sku-kit", "1"),
        ]

    @pytest.mark.parametrize(
        ("ean", "error"), [("239", "ean-too-short"), ("7891000315508", "asin-missing-attributes")]
    )
    def test_the_error_goes_by_the_length(self, ean: str, error: str) -> None:
        export = products(sku_id=["1"], ean=[ean])
        assert first({}, references=References(vtex_products=(export,))).error_id == error

    @pytest.mark.parametrize("policies", ["1,2,7", "7", "07", "1; 7"])
    def test_a_sku_in_the_policy(self, policies: str) -> None:
        export = products(sku_id=["1"], sku_active=["yes"], trade_policies=[policies])
        assert found({}, references=References(vtex_products=(export,)), policy=" 7") == []

    @pytest.mark.parametrize("policies", ["1,2", "17", "", "1,70"])
    def test_a_sku_outside_the_policy(self, policies: str) -> None:
        export = products(sku_id=["1"], sku_active=["yes"], trade_policies=[policies])
        told = found({}, references=References(vtex_products=(export,)), policy="7")
        assert told == [("sku-outside-trade-policy", None, "1")]

    def test_a_sku_of_two_exports_is_told_once(self) -> None:
        one, other = products(sku_id=["1"], ean=[""]), products(sku_id=["1", "2"], sku_active=["no", "no"])
        assert found({}, references=References(vtex_products=(one, other))) == [
            ("sku-inactive", None, "1"),
            ("sku-inactive", None, "2"),
        ]


class TestSkipped:
    def test_a_column_that_the_export_lacks_is_named(self) -> None:
        export = products(sku_id=["1"], sku_active=["yes"], category_id=["12"])
        report = run(example().sheet(), References(vtex_products=(export,)))
        skipped = dict(report.checks_skipped)
        assert skipped["ean-missing"] == "column-ean"
        assert skipped["sku-without-global-category"] == "column-global-category-id"
        assert skipped["sku-kit"] == "column-bundle"
        assert skipped["sku-outside-trade-policy"] == "column-trade-policies"
        assert "sku-inactive" in report.checks_run

    def test_fields_without_names_cannot_be_looked_up(self) -> None:
        export = VtexSpecifications("sku", {"sku-id": ["1"], "specification-value": ["P"]})
        skipped = dict(run(example().sheet(), References(vtex_specifications=(export,))).checks_skipped)
        assert skipped["value-unmapped"] == "column-field-name"


class TestCategories:
    def test_a_category_of_the_store_is_known_with_an_export(self) -> None:
        export = products(sku_id=["1"], category_id=["99000001"], category=["Camisas"])
        assert found({"CategoryID": "99000001"}, references=References()) == [
            ("category-unknown", 2, "99000001")
        ]
        assert found({"CategoryID": "99000001"}, references=References(vtex_products=(export,))) == []
        of_fields = fields(GENDER, category_id=["99000001"])
        told = found({"CategoryID": "99000001"}, references=References(vtex_specifications=(of_fields,)))
        assert ("category-unknown", 2, "99000001") not in told

    def test_where_an_export_names_the_stores_own_that_is_said(self) -> None:
        of_others = References(
            vtex_products=(products(sku_id=["1"], category_id=["7"], category=["Camisas"]),)
        )
        row = {"CategoryID": "99000001"}
        told = next(one for one in run(example(row).sheet(), of_others).findings if one.row)
        assert (told.code, told.arguments.get("case")) == ("category-unknown", "with-export")
        assert "case" not in run(example(row).sheet(), References()).findings[0].arguments

    STORE = products(
        sku_id=["1", "2"],
        sku_active=["yes", "yes"],
        global_category_id=["212", "187"],
        category_id=["3", "4"],
        category=["Camisas", "Sapatos"],
    )

    def unmapped(self, *categories: str, told: CategoryIds | None = None) -> list[Finding]:
        rows = [{"CategoryID": each} for each in categories]
        references = References(vtex_products=(self.STORE,))
        report = run(example(*rows).sheet(), references, options=Options(category_ids=told))
        return [one for one in report.findings if one.code == "category-unmapped"]

    @pytest.mark.parametrize("categories", [("212", "187"), ("3", "4"), ("212", "4"), ("3", "187")])
    def test_a_sheet_may_go_by_global_ids_by_the_stores_or_by_both(self, categories: Sequence[str]) -> None:
        assert self.unmapped(*categories) == []

    @pytest.mark.parametrize(
        ("there", "told", "value", "severity", "said"),
        [
            ("212", None, "187", "error", "global category 187 (Shoes)"),
            ("3", None, "4", "error", "your store’s category 4 (Sapatos)"),
            ("212", "store", "3", "error", "your store’s category 3 (Camisas)"),
            ("500", None, "187", "warning", "none of the categories of your SKUs"),
        ],
    )
    def test_a_category_without_rows_is_said_by_the_reading(
        self, there: str, told: CategoryIds | None, value: str, severity: str, said: str
    ) -> None:
        finding = self.unmapped(there, told=told)[0]
        assert (finding.value, finding.severity, finding.skus) == (value, severity, 1)
        assert said in say(Texts("en"), finding)

    def test_mixed_readings_give_warnings_only(self) -> None:
        export = products(
            sku_id=["1", "2", "3"], global_category_id=["212", "187", "166"], category_id=["3", "4", "5"]
        )
        rows = ({"CategoryID": "212"}, {"CategoryID": "4"})
        report = run(example(*rows).sheet(), References(vtex_products=(export,)))
        assert report.category_ids.reading == "both"
        assert [(one.code, one.value, one.severity) for one in report.findings] == [
            ("category-unmapped", "166", "warning")
        ]

    @pytest.mark.parametrize("category", ["212", "159", "3"])
    def test_the_published_examples_of_vtex_give_no_error(self, category: str) -> None:
        rows = [
            ("SizeColor", "Variation", "Tamanho", "Size", "P", "S"),
            ("SizeColor", "Variation", "Tamanho", "Size", "M", "M"),
            ("", "Information", "Gênero", "Department", "Feminino", "Female"),
        ]
        names = COLUMNS[1:]
        cells = [{"CategoryID": category, **dict(zip(names, each, strict=True))} for each in rows]
        report = run(example(*cells).sheet(), References())
        assert not [one for one in report.findings if one.severity == "error"]

    def test_a_number_not_written_as_one_counts_as_mapped(self) -> None:
        export = products(sku_id=["1"], sku_active=["yes"], global_category_id=["212.0"])
        told = found({"CategoryID": "212 - Camisas"}, references=References(vtex_products=(export,)))
        assert [code for code, _, _ in told] == ["category-not-a-number"]

    def test_inactive_skus_need_no_rows(self) -> None:
        export = products(sku_id=["1"], sku_active=["não"], global_category_id=["187"])
        told = found({}, references=References(vtex_products=(export,)))
        assert [code for code, _, _ in told] == ["sku-inactive"]


class TestFields:
    def test_what_is_missing_where_only_one_of_the_exports_is_there(self) -> None:
        finding = first(
            {"VTEXSpecification": "Sexo"}, references=References(vtex_specifications=[fields(GENDER)])
        )
        assert "SKU" in say(Texts("en"), finding)
        assert "product specifications" in say(Texts("en"), finding)

    def test_both_exports_are_taken_together(self) -> None:
        exports = [fields(("Cor", "Azul")), fields(("Gênero", "Feminino"), kind="product")]
        assert found({}, references=References(vtex_specifications=exports)) == []

    def test_a_field_in_another_spelling_counts_as_the_right_one(self) -> None:
        references = References(vtex_specifications=[fields(("Gênero", "Feminino"))])
        assert found({"VTEXSpecification": "GENERO"}, references=references) == [
            ("vtex-specification-case", 2, "GENERO")
        ]

    def test_fields_that_differ_in_case_alone_are_two(self) -> None:
        references = References(vtex_specifications=[fields(("COR", "x"), ("Cor", "Azul"))])
        assert found({"VTEXSpecification": "Cor", "VTEXValue": "Azul"}, references=references) == []

    def test_an_unknown_field_silences_its_value(self) -> None:
        references = References(vtex_specifications=[fields(("Gênero", "Feminino"))])
        told = found({}, {"VTEXSpecification": "Sexo", "VTEXValue": "??"}, references=references)
        assert [code for code, _, _ in told] == ["vtex-specification-not-in-catalog"]

    def test_blanks_in_the_export_are_forgiven(self) -> None:
        export = fields(("Gênero ", "Feminino"))
        read = VtexSpecifications("sku", {"field-name": ["Gênero"], "specification-value": ["Feminino"]})
        assert found({}, references=References(vtex_specifications=[read])) == []
        assert export.names_fields

    def test_a_value_on_offer_is_known_and_need_not_be_mapped(self) -> None:
        export = fields(("Gênero", "Feminino"), ("Gênero", ""), field_value=["Feminino", "Masculino"])
        references = References(vtex_specifications=[export])
        assert found({}, references=references) == []
        told = found({}, {"VTEXValue": "Masculino"}, references=references)
        assert told == [("row-spare", 3, "Masculino")]


class TestUnmapped:
    EXPORT = fields(("Gênero", "Feminino"), ("Gênero", "Masculino"), sku_id=["1", "2"])

    def test_a_value_in_use_is_told_at_the_first_row_of_its_field(self) -> None:
        rows = ({"VTEXSpecification": "", "VTEXValue": "x"}, {}, {"CategoryID": "187"})
        report = run(example(*rows).sheet(), References(vtex_specifications=(self.EXPORT,)))
        [finding] = [one for one in report.findings if one.code == "value-unmapped"]
        assert (finding.row, finding.column, finding.value, finding.also_rows) == (3, None, "Masculino", (4,))

    def test_what_only_inactive_skus_use_need_not_be_mapped(self) -> None:
        inactive = products(sku_id=["1", "2"], sku_active=["yes", "no"])
        references = References(vtex_products=(inactive,), vtex_specifications=(self.EXPORT,))
        assert found({}, references=references) == [("sku-inactive", None, "2")]

    def test_a_product_counts_while_one_of_its_skus_is_active(self) -> None:
        export = fields(
            ("Gênero", "Feminino"), ("Gênero", "Masculino"), kind="product", product_id=["1", "2"]
        )
        for active, told in (("yes", ["value-unmapped"]), ("no", [])):
            skus = products(product_id=["2", "2"], sku_active=["no", active])
            references = References(vtex_products=(skus,), vtex_specifications=(export,))
            assert [code for code, _, _ in found({}, references=references)] == told

    def test_a_slip_counts_as_the_value_that_it_leads_to(self) -> None:
        references = References(vtex_specifications=(self.EXPORT,))
        told = found({}, {"VTEXValue": "Masculin"}, references=references)
        assert [code for code, _, _ in told] == ["vtex-value-not-in-catalog"]

    def test_a_date_counts_as_what_was_typed(self) -> None:
        export = fields(("Tamanho", "10/12"))
        row = {"VTEXSpecification": "Tamanho", "VTEXValue": "10/12/2026"}
        sheet = example(row).sheet()
        sheet.set_text(0, "VTEXValue", "10/12/2026", "date")
        report = run(sheet, References(vtex_specifications=(export,)))
        assert [one.code for one in report.findings] == ["cell-date"]

    def test_several_values_in_one_cell_of_a_check_box(self) -> None:
        export = fields(("Gênero", "Feminino, Masculino"), field_type=["CheckBox"])
        references = References(vtex_specifications=(export,))
        assert found({}, references=references) == [("value-unmapped", 2, "Masculino")]
        assert found({}, {"VTEXValue": "Masculino"}, references=references) == []
        assert found({"VTEXValue": "Feminino, Masculino"}, references=references) == []


class TestProductTypes:
    VALUES = AmazonValues(
        generation=3,
        attributes=(
            Attribute("fit", "Fit", ("fit",), {"SHIRT": ("Slim", "Loose"), "SHOES": ("Wide",)}),
            Attribute("sole", "Sole", ("sole",), required={"SHOES": "required"}, product_types=("SHOES",)),
            Attribute("heel", "Heel", ("heel",), {"SHOES": ("High",)}),
        ),
        product_types=("SHIRT", "SHOES"),
    )
    SHIRT, SHOES, BIKE = "212", "187", "3214"
    FOR_ALL = Options(covers={"": frozenset({"*"})})

    def told(self, category: str, attribute: str, value: str) -> list[Finding]:
        row = {"CategoryID": category, "AmazonSpecification": attribute, "AmazonValue": value}
        report = run(example(row).sheet(), References((self.VALUES,)), options=self.FOR_ALL)
        return [one for one in report.findings if one.code != "mandatory-attribute-missing"]

    def test_the_list_of_the_type_that_the_category_tells(self) -> None:
        assert self.told(self.SHIRT, "Fit", "Slim") == []
        [finding] = self.told(self.SHIRT, "Fit", "Wide")
        assert finding.code == "amazon-value-not-accepted"
        assert say(Texts("en"), finding) == "“Wide” is not in Amazon’s list of Fit for SHIRT."
        assert self.told(self.SHOES, "Fit", "Wide") == []

    def test_the_union_where_the_category_does_not_tell(self) -> None:
        assert self.told(self.BIKE, "Fit", "Wide") == []
        [finding] = self.told(self.BIKE, "Fit", "Broad")
        assert "for any type of product" in say(Texts("en"), finding)

    def test_nothing_is_tested_where_the_file_covers_nothing(self) -> None:
        row = {"CategoryID": self.BIKE, "AmazonSpecification": "Fit", "AmazonValue": "Broad"}
        report = run(example(row).sheet(), References((self.VALUES,)))
        assert report.findings == ()
        assert report.uncovered_categories == (int(self.BIKE),)

    def test_an_attribute_without_a_list_for_the_type_takes_anything(self) -> None:
        assert self.told(self.SHIRT, "Heel", "Anything") == []

    def test_another_case_is_looked_for_in_the_same_list(self) -> None:
        assert [one.code for one in self.told(self.SHOES, "Fit", "wide")] == ["amazon-value-case"]
        assert [one.code for one in self.told(self.SHIRT, "Fit", "wide")] == ["amazon-value-not-accepted"]

    def test_what_a_type_requires_is_asked_of_its_categories_alone(self) -> None:
        def severities(category: str) -> list[str]:
            row = {"CategoryID": category, "AmazonSpecification": "Fit", "AmazonValue": ""}
            report = run(example(row).sheet(), References((self.VALUES,)), options=self.FOR_ALL)
            return [one.severity for one in report.findings if one.code == "mandatory-attribute-missing"]

        assert severities(self.SHOES) == ["error"]
        assert severities(self.SHIRT) == []
        assert severities(self.BIKE) == ["warning"]


@pytest.mark.parametrize(
    ("language", "named"), [("en", "Shirts & Tops"), ("pt", "Camisetas e tops"), ("es", "Camis")]
)
def test_a_category_is_said_by_its_name_in_the_readers_language(language: str, named: str) -> None:
    assert with_name("212", language).startswith(f"212 ({named}")  # type: ignore[arg-type]
    assert with_name("99000001", language) == "99000001"  # type: ignore[arg-type]


right_texts = st.lists(
    st.text(min_size=1, max_size=6).filter(lambda text: is_clean(text) and not text.startswith("#")),
    min_size=1,
    max_size=5,
    unique=True,
)


@given(st.dictionaries(st.sampled_from(["Tamanho", "Cor", "COR", "Ño"]), right_texts, min_size=1))
def test_a_right_sheet_gives_nothing_whatever_its_texts(values_of: dict[str, list[str]]) -> None:
    pairs = [(field, value) for field, values in values_of.items() for value in values]
    attributes = (Attribute("style", "Style", ("style",), {"": tuple(value for _, value in pairs)}),)
    references = References(
        [AmazonValues(generation=3, attributes=attributes)],
        [products(sku_id=["1"], sku_active=["yes"], ean=["7891000315507"], global_category_id=["212"])],
        [fields(*pairs)],
    )
    rows = [
        {
            "VTEXSpecification": field,
            "VTEXValue": value,
            "AmazonSpecification": "Style",
            "AmazonValue": value,
        }
        for field, value in pairs
    ]
    assert found(*rows, references=references) == []


class TestByCategory:
    """What is asked where the exports tell which SKUs go by the rows of a category."""

    SKUS = products(
        product_id=["10", "10", "20"],
        sku_id=["1", "2", "3"],
        sku_active=["yes", "yes", "yes"],
        global_category_id=["212", "212", "187"],
        category_id=["3", "3", "4"],
    )
    GENDERS = fields(
        ("Gênero", "Feminino"), ("Gênero", "Unissex"), ("Gênero", "Masculino"), sku_id=["1", "2", "3"]
    )
    OF_PRODUCTS = fields(("Marca", "A"), kind="product", product_id=["10"])
    REQUIRED = AmazonValues(
        generation=3,
        attributes=(Attribute("target_gender", "TargetGender", (), required={"": "required"}),),
        product_types=("SHIRT", "SHOES"),
    )

    def told(self, *rows: Mapping[str, str], amazon: bool = False) -> list[Finding]:
        files = [self.REQUIRED] if amazon else []
        references = References(files, [self.SKUS], [self.GENDERS, self.OF_PRODUCTS])
        return list(run(example(*rows).sheet(), references).findings)

    def test_a_value_of_another_category_is_spare_here_and_its_own_lacks_a_row(self) -> None:
        found = self.told({}, {"VTEXValue": "Masculino"})
        assert [(one.code, one.row, one.value, one.severity, one.skus) for one in found] == [
            ("category-unmapped", None, "187", "error", 1),
            ("value-unmapped", 2, "Unissex", "warning", 1),
            ("row-spare", 3, "Masculino", "info", 0),
        ]
        assert "SKUs of category 212 (Shirts & Tops) have “Unissex”" in say(Texts("en"), found[1])

    def test_what_amazon_requires_makes_it_an_error(self) -> None:
        [_, finding] = [one for one in self.told({}, amazon=True) if one.skus]
        assert (finding.code, finding.severity) == ("value-unmapped", "error")

    def test_a_slip_is_told_of_its_own_cell_and_counts_the_skus_that_it_holds_up(self) -> None:
        found = self.told({}, {"VTEXValue": "Unisex"})[1:]
        assert [(one.code, one.row, one.suggestions, one.skus) for one in found] == [
            ("vtex-value-not-in-catalog", 3, ("Unissex",), 1)
        ]
        found = self.told({}, {"VTEXValue": "UNISSEX"})[1:]
        assert [(one.code, one.row, one.suggestions, one.skus) for one in found] == [
            ("vtex-value-case", 3, ("Unissex",), 1)
        ]

    @pytest.mark.parametrize(("count", "more"), [(12, ""), (13, " …")])
    def test_twelve_categories_of_the_store_without_a_field_are_named(self, count: int, more: str) -> None:
        skus = [str(number) for number in range(1, 2 + count)]
        of_one = ["212"] * len(skus)
        export = products(sku_id=skus, product_id=skus, global_category_id=of_one, category_id=skus)
        genders = fields(("Gênero", "Feminino"), *[("Cor", "Azul")] * count, sku_id=skus)
        references = References([], [export], [genders, self.OF_PRODUCTS])
        found = run(example().sheet(), references).findings
        [finding] = [one for one in found if one.code == "field-not-in-category"]
        assert finding.arguments["stores"] == ", ".join(skus[1:13]) + more

    def test_a_slip_stands_for_the_likeliest_value_alone_and_the_next_lacks_a_row(self) -> None:
        names = fields(("Gênero", "Zarabola"), ("Gênero", "Zarabolinha"), sku_id=["1", "2"])
        references = References([], [self.SKUS], [names, self.OF_PRODUCTS])
        found = run(example(VTEXValue="Zarabolia").sheet(), references).findings
        told = {(one.code, one.value): one for one in found}
        assert told["vtex-value-not-in-catalog", "Zarabolia"].suggestions == ("Zarabola", "Zarabolinha")
        assert ("value-unmapped", "Zarabola") not in told
        assert ("value-unmapped", "Zarabolinha") in told

    def test_a_slip_in_case_stands_for_every_spelling_of_its_value(self) -> None:
        names = fields(("Gênero", "UNISSEX"), ("Gênero", "Unissex"), sku_id=["1", "2"])
        references = References([], [self.SKUS], [names, self.OF_PRODUCTS])
        told = [
            (one.code, one.value) for one in run(example(VTEXValue="unissex").sheet(), references).findings
        ]
        assert ("vtex-value-case", "unissex") in told
        assert "value-unmapped" not in [code for code, _ in told]

    def test_another_spelling_of_a_value_that_has_its_row_holds_nothing_up(self) -> None:
        found = self.told({}, {"VTEXValue": "Unissex"}, {"VTEXValue": "UNISSEX"})[1:]
        assert [(one.code, one.severity, one.skus) for one in found] == [("vtex-value-case", "info", 0)]

    def test_what_no_sku_goes_by_is_information_but_a_fault_of_the_cell_itself(self) -> None:
        row = {"CategoryID": "166", "VTEXSpecification": "GENERO", "Type": "information"}
        found = [one for one in self.told({}, row) if one.row == 3]
        assert [(one.code, one.severity, one.skus) for one in found] == [
            ("category-known-defect", "info", 0),
            ("type-case", "error", 0),
            ("vtex-specification-case", "info", 0),
            ("row-spare", "info", 0),
        ]

    def test_without_specifications_the_skus_of_a_row_are_not_known(self) -> None:
        references = References((), [self.SKUS])
        [finding] = [one for one in run(example(Type="x").sheet(), references).findings if one.row]
        assert (finding.code, finding.severity, finding.skus) == ("type-unknown", "error", None)

    def test_a_field_that_one_of_two_exports_lacks_may_be_in_the_other(self) -> None:
        genders = fields(("Gênero", "Feminino"), ("Gênero", ""), sku_id=["1", "2"])
        both = [genders, self.OF_PRODUCTS]
        for specifications, severity, skus in (([genders], "info", 0), (both, "error", 1)):
            references = References([self.REQUIRED], [self.SKUS], specifications)
            found = run(example().sheet(), references).findings
            [finding] = [one for one in found if one.code == "value-missing-in-catalog"]
            assert (finding.value, finding.also_skus, finding.severity) == ("1", ("2",), severity)
            assert finding.skus == skus
            [unknown] = [
                one
                for one in run(example(VTEXSpecification="Sexo").sheet(), references).findings
                if one.code == "vtex-specification-not-in-catalog"
            ]
            assert (unknown.severity, unknown.skus == 0) == (severity, not skus)
            assert finding.error_id == "attr-targetgender-mandatory"

    def test_what_another_field_sends_for_the_attribute_is_not_missed(self) -> None:
        other = fields(("Público", "Mulheres"), sku_id=["2"])
        genders = fields(("Gênero", "Feminino"), sku_id=["1"])
        joined = References([self.REQUIRED], [self.SKUS], [genders, other, self.OF_PRODUCTS])
        rows = [{}, {"VTEXSpecification": "Público", "VTEXValue": "Mulheres"}]
        found = run(example(*rows).sheet(), joined).findings
        assert [one.code for one in found] == ["category-unmapped"]

    @pytest.mark.parametrize(("given", "lacking"), [("sku", "product"), ("product", "SKU")])
    def test_where_one_export_alone_is_there_the_other_is_asked_for(self, given: str, lacking: str) -> None:
        owners = {"sku_id": ["1", "2"]} if given == "sku" else {"product_id": ["10", "20"]}
        genders = fields(("Gênero", "Feminino"), ("Gênero", ""), kind=given, **owners)
        rows = ({}, {"CategoryID": "187"})
        found = run(example(*rows).sheet(), References([self.REQUIRED], [self.SKUS], [genders])).findings
        [finding] = [one for one in found if one.code == "value-missing-in-catalog"]
        assert f"add VTEX’s export of {lacking} specifications too" in say(Texts("en"), finding)

    def test_where_a_field_of_the_theme_may_be_in_another_export_none_are_called_twins(self) -> None:
        sizes = fields(("Tamanho", "P"), ("Tamanho", "P"), sku_id=["1", "2"])
        texts = ("Size", "Variation", "Tamanho", "Size", "P", "S")
        size = dict(zip(COLUMNS[1:], texts, strict=True))
        unknown = {**size, "VTEXSpecification": "Tamanho do calçado"}
        references = References((), [self.SKUS], [sizes])
        assert "variation-twins" in [code for code, _, _ in found(size, references=references)]
        assert "variation-twins" not in [code for code, _, _ in found(size, unknown, references=references)]

    @pytest.mark.parametrize(("values", "case"), [(("P", "P"), "same"), (("P", "PP"), None)])
    def test_twins_of_one_value_are_told_from_those_of_two_that_are_sent_alike(self, values, case) -> None:
        sizes = fields(*(("Tamanho", value) for value in values), sku_id=["1", "2"])
        rows = [
            dict(zip(COLUMNS[1:], ("Size", "Variation", "Tamanho", "Size", value, "S"), strict=True))
            for value in dict.fromkeys(values)
        ]
        told = run(example(*rows).sheet(), References((), [self.SKUS], [sizes])).findings
        [twins] = [one for one in told if one.code == "variation-twins"]
        assert twins.arguments.get("case") == case

    @pytest.mark.parametrize(("type_", "is_told"), [("Variation", True), ("Information", False)])
    def test_by_a_theme_that_nobody_knows_products_vary_in_their_variation_rows(self, type_, is_told) -> None:
        sizes = fields(("Tamanho", "P"), ("Tamanho", "P"), sku_id=["1", "2"])
        texts = ("Sabor e tamanho", type_, "Tamanho", "Size", "P", "S")
        row = dict(zip(COLUMNS[1:], texts, strict=True))
        told = found(row, references=References((), [self.SKUS], [sizes]))
        assert (("variation-twins", 2, "S") in told) is is_told

    @pytest.mark.parametrize(
        ("mapped", "first", "row"),
        [
            (("PP", "P"), "P", 3),
            (("P", "PP"), "P", 3),
            (("U", "P", "PP"), "U", 4),
            (("P", "PP", "U"), "U", 3),
        ],
    )
    def test_twins_are_told_at_the_second_row_by_which_they_are(self, mapped, first, row) -> None:
        """Rows that all of them go by count only where they have no two others."""
        own = [("1", first), ("2", first), ("2", "PP"), *([("1", "P")] if "U" in mapped else [])]
        sizes = fields(*(("Tamanho", value) for _, value in own), sku_id=[sku for sku, _ in own])
        rows = [
            dict(zip(COLUMNS[1:], ("Size", "Variation", "Tamanho", "Size", value, "S"), strict=True))
            for value in mapped
        ]
        told = found(*rows, references=References((), [self.SKUS], [sizes]))
        assert ("variation-twins", row, "S") in told

    @pytest.mark.parametrize("place", [0, 1])
    def test_what_a_field_of_two_attributes_lacks_is_told_once_as_what_weighs_more(self, place: int) -> None:
        known = replace(
            self.REQUIRED, attributes=(*self.REQUIRED.attributes, Attribute("style", "Style", ()))
        )
        rows: list[dict[str, str]] = [{}, {}]
        rows[place] = {"AmazonSpecification": "Style", "AmazonValue": "x"}
        references = References([known], [self.SKUS], [self.GENDERS, self.OF_PRODUCTS])
        findings = run(example(*rows).sheet(), references).findings
        found = [(one.value, one.severity, one.skus) for one in findings if one.code == "value-unmapped"]
        assert found == [("Unissex", "error", 1)]

    @pytest.mark.parametrize(("sent", "is_missed"), [("Female", False), ("", True)])
    def test_a_field_whose_rows_send_nothing_makes_up_for_no_other(self, sent: str, is_missed: bool) -> None:
        genders = fields(("Gênero", "Feminino"), ("Gênero", "Feminino"), sku_id=["1", "2"])
        other = fields(("Público", "Mulheres"), ("Público", "Moças"), sku_id=["1", "2"])
        joined = References([], [self.SKUS], [genders, other, self.OF_PRODUCTS])
        rows = ({"AmazonValue": sent}, {"VTEXSpecification": "Público", "VTEXValue": "Mulheres"})
        assert (("value-unmapped", 3, "Moças") in found(*rows, references=joined)) is is_missed

    def test_a_category_of_the_store_is_said_by_its_own_name(self) -> None:
        export = products(
            sku_id=["1", "2"],
            global_category_id=["212", "212"],
            category_id=["3", "3"],
            category=["Polos", "Polos"],
        )
        genders = fields(("Gênero", "Feminino"), ("Gênero", "Unissex"), sku_id=["1", "2"])
        report = run(example(CategoryID="3").sheet(), References((), [export], [genders]))
        assert report.category_ids.reading == "store"
        assert "SKUs of category 3 (Polos)" in say(Texts("en"), report.findings[0])
        assert report.store_categories == {3: "Polos"}
