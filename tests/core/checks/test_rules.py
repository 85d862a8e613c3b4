"""The finer points of single rules: what each says, where, and when it keeps silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from listo.core.checks.engine import run
from listo.core.checks.rows import column_letter, typed_before
from listo.core.checks.suggestions import suggest
from listo.core.checks.types import Finding, SheetExample, example
from listo.core.mapping.layout import find_mapping
from listo.core.mapping.sheet import COLUMNS, MappingSheet
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.reports.texts import say
from listo.core.skus.options import Options
from listo.core.texts import Texts
from listo.core.vocabulary import themes
from listo.core.vocabulary.attributes import is_age_unit, is_minimum_age
from listo.core.workbooks.model import Table, Workbook, area_of

RIGHT = dict(
    zip(COLUMNS, ("212", "", "Information", "Gênero", "TargetGender", "Feminino", "Female"), strict=True)
)
SIZE = {
    "VariationTheme": "SizeColor",
    "Type": "Variation",
    "VTEXSpecification": "Tamanho",
    "AmazonSpecification": "Size",
    "VTEXValue": "P",
    "AmazonValue": "S",
}
COLOR = {
    **SIZE,
    "VTEXSpecification": "Cor",
    "AmazonSpecification": "Color",
    "VTEXValue": "Azul",
    "AmazonValue": "Blue",
}


FOR_ALL = Options(covers={"": frozenset({"*"})})
"""The Amazon file of these tests, which has no name, is for all categories."""


def attribute(name: str, *values: str, **more: Any) -> Attribute:
    return Attribute(name, name, (name,), {"": values} if values else {}, **more)


def against(*attributes: Attribute, **more: Any) -> AmazonValues:
    return AmazonValues(generation=more.pop("generation", 3), attributes=attributes, **more)


def found(*rows: Mapping[str, str], values: AmazonValues | None = None) -> list[Finding]:
    references = References((values,) if values else ())
    return list(run(example(*rows).sheet(), references, options=FOR_ALL).findings)


def told(*rows: Mapping[str, str], values: AmazonValues | None = None) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in found(*rows, values=values)]


class TestCategories:
    @pytest.mark.parametrize("text", ["212", "0212", "504637"])
    def test_whole_numbers_are_fine(self, text: str) -> None:
        assert told({"CategoryID": text}) == []

    @pytest.mark.parametrize("text", ["3.5", "abc", "-3", "0", "1e3", "²", "9" * 30])
    def test_anything_else_is_not_a_number(self, text: str) -> None:
        assert told({"CategoryID": text}) == [("category-not-a-number", 2)]

    @pytest.mark.parametrize(
        ("text", "meant"),
        [("212.0", "212"), ("1.604", "1604"), ("212 - Camisas", "212"), ("２１２", "212")],
    )
    def test_the_number_that_is_meant(self, text: str, meant: str) -> None:
        assert found({"CategoryID": text})[0].suggestions == (meant,)

    @pytest.mark.parametrize("text", ["212 / 213", "-212", "n.º -212"])
    def test_two_numbers_and_less_than_none_mean_nothing(self, text: str) -> None:
        assert found({"CategoryID": text})[0].suggestions == ()

    @pytest.mark.parametrize("text", ["166", "167", "169", "2668", "5181"])
    def test_known_defects_are_known_categories(self, text: str) -> None:
        assert told({"CategoryID": text}) == [("category-known-defect", 2)]


class TestThemes:
    def test_a_theme_in_another_case_counts_as_the_right_one(self) -> None:
        assert told(SIZE, {**COLOR, "VariationTheme": "SIZECOLOR"}) == [("theme-case", 3)]

    def test_several_themes_in_other_cases_leave_the_choice(self) -> None:
        row = {**SIZE, "VariationTheme": "STYLENAME"}
        finding = found(row)[0]
        assert (finding.code, finding.safe_fix) == ("theme-case", None)
        assert set(finding.suggestions) == {"StyleName", "stylename"}

    def test_an_unknown_theme_is_no_second_theme(self) -> None:
        assert told(SIZE, COLOR, {**COLOR, "VariationTheme": "Foo9", "VTEXValue": "x"}) == [
            ("theme-unknown", 4)
        ]

    @pytest.mark.parametrize("text", ["Size Color", "SIZE/COLOR", "TamanhoCor"])
    def test_another_spelling_leads_to_the_theme(self, text: str) -> None:
        rows = ({**SIZE, "VariationTheme": text}, {**COLOR, "VariationTheme": text})
        assert found(*rows)[0].suggestions[0] == "SizeColor"

    def test_no_theme_is_suggested_for_what_the_category_does_not_map(self) -> None:
        for text in ("SIZE/COLOR", "Sise", "Voltage", "SizeColour"):
            elsewhere = {**COLOR, "CategoryID": "187", "VariationTheme": "Color"}
            [finding] = found({**SIZE, "VariationTheme": text}, elsewhere)
            assert {themes.attributes(one) for one in finding.suggestions} <= {("size",)}

    @pytest.mark.parametrize("text", ["SIZE/COLOR", "COLOR_NAME/SIZE_NAME", "COLOR/SIZE"])
    def test_amazon_s_newer_spelling_is_told_as_that_with_the_documented_one(self, text: str) -> None:
        rows = ({**SIZE, "VariationTheme": text}, {**COLOR, "VariationTheme": text})
        finding = found(*rows)[0]
        assert (finding.arguments["case"], finding.suggestions[:2]) == ("newer", ("SizeColor", "ColorSize"))

    @pytest.mark.parametrize("text", ["SizeColour", "SABOR_NOVO", "TYPE/WORD", "Sabor/Cor"])
    def test_another_text_is_no_newer_spelling(self, text: str) -> None:
        assert "case" not in found({**SIZE, "VariationTheme": text})[0].arguments

    def test_the_order_of_the_attributes_leads_the_suggestions(self) -> None:
        values = against(attribute("Size"), themes=("STYLE", "COLOR/SIZE", "SIZE"))
        rows = ({**SIZE, "VariationTheme": "Size-Color"}, {**COLOR, "VariationTheme": "Size-Color"})
        finding = found(*rows, values=values)[0]
        assert (finding.code, finding.suggestions[0]) == ("theme-not-offered", "COLOR/SIZE")

    def test_a_theme_of_the_workbook_is_accepted_in_its_spelling(self) -> None:
        values = against(attribute("Size"), themes=("FARBE/GRÖSSE",))
        assert told({**SIZE, "VariationTheme": "FARBE/GRÖSSE"}, values=values) == []

    def test_a_workbook_without_themes_offers_none_and_refuses_none(self) -> None:
        assert told({**SIZE, "VariationTheme": "Size"}, values=against(attribute("Size"))) == []

    def test_a_second_theme_is_told_once_with_its_other_rows(self) -> None:
        later = [{**COLOR, "VariationTheme": "Color", "VTEXValue": v, "AmazonValue": v} for v in "abc"]
        [finding] = found(SIZE, COLOR, *later)
        assert (finding.code, finding.row) == ("theme-mixed", 4)
        assert (finding.also_rows, finding.also_rows_total) == ((5, 6), 2)
        assert finding.suggestions == ("SizeColor",)

    @pytest.mark.parametrize(("name", "codes"), [("Size", ["theme-incomplete"]), ("Foo", []), ("", [])])
    def test_a_row_of_an_unknown_attribute_may_be_the_one_that_a_theme_lacks(
        self, name: str, codes: list[str]
    ) -> None:
        values = against(attribute("Size"), attribute("Color"))
        rows = found({**SIZE, "AmazonSpecification": name}, values=values)
        assert [one.code for one in rows if one.code.startswith("theme")] == codes

    def test_size_and_colour_apart_are_to_be_one_theme_for_all_rows(self) -> None:
        rows = (
            {**SIZE, "VariationTheme": "Size"},
            {**COLOR, "VariationTheme": "Color"},
            {**SIZE, "VariationTheme": "Size", "VTEXValue": "M", "AmazonValue": "M"},
        )
        [finding] = found(*rows)
        assert (finding.code, finding.row, finding.also_rows) == ("theme-mixed", 3, (2, 4))
        assert finding.suggestions == ("SizeColor",)
        assert "For size and color together there is one variation: SizeColor." in say(Texts("en"), finding)

    def test_themes_are_asked_for_in_a_sheet_by_the_stores_own_numbers(self) -> None:
        own = [{**SIZE, "CategoryID": "700001"}, {**COLOR, "CategoryID": "700001", "VariationTheme": "Color"}]
        assert told(*own) == [
            ("category-unknown", 2),
            ("category-unknown", 3),
            ("theme-mixed", 3),
        ]
        alone = [{**SIZE, "CategoryID": "700001"}]
        assert told(*alone) == [("category-unknown", 2), ("theme-incomplete", 2)]

    def test_of_a_category_that_is_a_slip_no_theme_is_asked(self) -> None:
        right = [SIZE, COLOR]
        assert told(*right, {**SIZE, "CategoryID": "700001"}) == [("category-unknown", 4)]

    def test_other_rows_are_capped_and_counted(self) -> None:
        rows = [{**SIZE, "VTEXValue": f"v{n}", "AmazonValue": f"a{n}"} for n in range(1500)]
        [finding] = found(*rows)
        assert finding.code == "theme-incomplete"
        assert (len(finding.also_rows), finding.also_rows_total) == (1000, 1499)

    def test_what_lacks_is_named(self) -> None:
        assert found(SIZE)[0].arguments["missing"] == "Color"
        assert found({**SIZE, "AmazonSpecification": "Style"})[0].arguments["missing"] == "Color, Size"

    @pytest.mark.parametrize("name", ["color_name", "color"])
    def test_other_names_of_size_and_colour_count(self, name: str) -> None:
        assert told(SIZE, {**COLOR, "AmazonSpecification": name}) == []

    @pytest.mark.parametrize(
        ("cells", "code"),
        [
            ({"AmazonSpecification": ""}, "amazon-specification-missing"),
            ({"AmazonSpecification": "#N/A"}, "cell-formula-error"),
            ({"Type": "Information"}, "type-theme-mismatch"),
            ({"VariationTheme": ""}, "type-theme-mismatch"),
            ({"VariationTheme": "Foo9"}, "theme-unknown"),
            ({"Type": ""}, "type-missing"),
        ],
    )
    def test_a_fault_in_the_only_row_of_colour_is_said_once(self, cells: dict[str, str], code: str) -> None:
        assert told(SIZE, {**COLOR, **cells}) == [(code, 3)]

    def test_an_unknown_attribute_may_be_the_one_that_lacks(self) -> None:
        row = {**COLOR, "AmazonSpecification": "Colr"}
        assert told(SIZE, row, values=against(attribute("Size"), attribute("Color"))) == [
            ("amazon-specification-unknown", 3)
        ]


class TestTypes:
    def test_the_type_that_goes_with_the_theme_comes_first(self) -> None:
        assert found({**SIZE, "VariationTheme": "Size", "Type": ""})[0].suggestions[0] == "Variation"
        assert found({"Type": ""})[0].suggestions[0] == "Information"

    def test_an_unknown_word_leads_to_the_nearest(self) -> None:
        assert found({"Type": "Informação"})[0].suggestions == ("Information", "Variation")


class TestRows:
    def test_a_third_copy_is_a_duplicate_and_no_conflict(self) -> None:
        other = {**SIZE, "VariationTheme": "Size", "AmazonValue": "Small"}
        first = {**other, "AmazonValue": "S"}
        assert told(first, other, first) == [("row-conflict", 3), ("row-duplicate", 4)]

    def test_blanks_do_not_hide_a_duplicate(self) -> None:
        row = {"VTEXValue": "a"}
        assert told(row, {"VTEXValue": "a "}) == [("row-duplicate", 3), ("cell-whitespace", 3)]

    def test_rows_that_cannot_be_read_are_not_held_against_each_other(self) -> None:
        unreadable = {"AmazonValue": "#REF!"}
        assert told(unreadable, unreadable) == [("cell-formula-error", 2), ("cell-formula-error", 3)]

    def test_columns_in_another_order_are_named_as_they_are_and_as_they_should_be(self) -> None:
        sheet = SheetExample(rows=({},), header=(*COLUMNS[1:], COLUMNS[0])).sheet()
        (finding,) = run(sheet, References()).findings
        assert (finding.code, finding.row, finding.value) == ("column-order", None, "")
        assert finding.arguments["order"].split(", ") == [*COLUMNS[1:], COLUMNS[0]]
        assert finding.arguments["right"].split(", ") == [*COLUMNS]

    def test_a_missing_value_contradicts_nothing(self) -> None:
        assert told({}, {"AmazonValue": ""}) == [("amazon-value-missing", 3)]

    def test_without_all_seven_columns_rows_are_not_compared(self) -> None:
        sheet = SheetExample(rows=({}, {}), header=COLUMNS[1:]).sheet()
        report = run(sheet, References())
        assert [finding.code for finding in report.findings] == ["column-missing"]

    def test_a_collision_is_told_once_for_each_further_value(self) -> None:
        rows = [{**SIZE, "VariationTheme": "Size", "VTEXValue": v} for v in ("P", "PP", "Pequeno")]
        assert told(*rows) == [("variation-collision", 3), ("variation-collision", 4)]

    def test_an_attribute_outside_the_theme_may_collide(self) -> None:
        rows = [{**SIZE, "VariationTheme": "Color", "VTEXValue": v} for v in ("P", "PP")]
        assert told(*rows) == []


class TestValues:
    GENDER = attribute("TargetGender", "Female", "Male", "Unisex")

    @pytest.mark.parametrize(
        ("name", "error_id"),
        [
            ("Size", "map-size-not-accepted"),
            ("color_name", "map-color-not-accepted"),
            ("SizeMap", "map-sizemap-not-accepted"),
            ("TargetGender", "map-targetgender-not-accepted"),
            ("Department", "map-material-or-department-not-accepted"),
            ("material_type", "map-material-or-department-not-accepted"),
            ("Voltage", "map-value-not-accepted"),
            ("", "map-value-not-accepted"),
        ],
    )
    def test_the_error_goes_by_the_attribute(self, name: str, error_id: str) -> None:
        finding = next(
            one
            for one in found({"AmazonSpecification": name, "AmazonValue": ""})
            if one.column == "AmazonValue"
        )
        assert finding.error_id == error_id

    def test_the_nearest_values_are_suggested_and_none_that_is_far(self) -> None:
        assert found({"AmazonValue": "Femael"}, values=against(self.GENDER))[0].suggestions[0] == "Female"
        assert found({"AmazonValue": "Xyz"}, values=against(self.GENDER))[0].suggestions == ()

    @pytest.mark.parametrize(
        ("types", "case"),
        [
            (("SHIRT",), {"case": "one-type", "type": "SHIRT"}),
            (("SHIRT", "SHOES"), {"case": "any-type"}),
        ],
    )
    @pytest.mark.parametrize("value", ["Plastic", "wool"])
    def test_whose_list_lacks_a_value_is_said_where_types_have_lists_of_their_own(
        self, types: tuple[str, ...], case: dict[str, str], value: str
    ) -> None:
        material = Attribute("material", "Material", (), {"SHIRT": ("Wool",), "SHOES": ("Leather",)})
        files = [against(material, product_types=(each,)) for each in types]
        sheet = example({"AmazonSpecification": "Material", "AmazonValue": value}).sheet()
        told = run(sheet, References(files), options=FOR_ALL).findings[0]
        assert told.arguments == {"attribute": "Material", **case}

    def test_an_attribute_without_a_list_takes_anything(self) -> None:
        assert told({"AmazonValue": "x"}, values=against(attribute("TargetGender"))) == []

    def test_an_unknown_attribute_silences_its_value(self) -> None:
        rows = {"AmazonSpecification": "Fabricolor", "AmazonValue": "nothing"}
        assert told(rows, values=against(self.GENDER)) == [("amazon-specification-unknown", 2)]

    def test_an_attribute_in_another_case_has_its_values_checked(self) -> None:
        rows = {"AmazonSpecification": "targetGENDER", "AmazonValue": "female"}
        assert told(rows, values=against(self.GENDER)) == [
            ("amazon-specification-case", 2),
            ("amazon-value-case", 2),
        ]

    def test_a_stray_blank_in_the_workbook_is_forgiven(self) -> None:
        fit = attribute("TargetGender", "Runs Small\u00a0", " Female")
        assert (
            told(
                {"AmazonValue": "Runs Small"},
                {"AmazonValue": "Female", "VTEXValue": "x"},
                values=against(fit),
            )
            == []
        )

    def test_two_values_in_another_case_leave_the_choice(self) -> None:
        twins = attribute("TargetGender", "Male", "MALE")
        finding = found({"AmazonValue": "male"}, values=against(twins))[0]
        assert (finding.suggestions, finding.safe_fix) == (("Male", "MALE"), None)

    def test_a_deprecated_value_is_not_suggested(self) -> None:
        some = attribute("TargetGender", "Female", "Femalee", deprecated=frozenset({"Femalee"}))
        finding = found({"AmazonValue": "Femalee"}, values=against(some))[0]
        assert (finding.code, finding.suggestions) == ("amazon-value-deprecated", ("Female",))

    def test_findings_of_equal_texts_share_their_suggestions(self) -> None:
        rows = [{"AmazonValue": "Femael", "VTEXValue": v} for v in "abc"]
        findings = found(*rows, values=against(self.GENDER))
        assert all(one.suggestions is findings[0].suggestions for one in findings)


class TestMandatory:
    MATERIAL = attribute("Material", required={"": "required"})
    GENDER = attribute("TargetGender", required={"": "optional"})

    def test_each_category_is_told_at_its_first_row(self) -> None:
        rows = [{"VTEXValue": "a"}, {"CategoryID": "1604"}, {"VTEXValue": "b"}]
        findings = found(*rows, values=against(self.MATERIAL, self.GENDER))
        assert [(one.row, one.value, one.also_rows) for one in findings] == [
            (2, "Material", (4,)),
            (3, "Material", ()),
        ]
        assert {one.error_id for one in findings} == {"asin-missing-attributes"}

    def test_a_row_without_a_value_tells_of_no_category_before_another_does(self) -> None:
        rows = [{"VTEXValue": ""}, {}, {"VTEXValue": ""}]
        findings = found(*rows, values=against(self.MATERIAL, self.GENDER))
        lacking = [one for one in findings if one.code == "mandatory-attribute-missing"]
        assert [(one.row, one.also_rows) for one in lacking] == [(3, (4,))]

    @pytest.mark.parametrize(
        ("name", "error_id"),
        [
            ("Color", "attr-color-missing"),
            ("Department", "attr-targetgender-mandatory"),
            ("Author", "map-author-missing"),
        ],
    )
    def test_the_error_goes_by_the_attribute(self, name: str, error_id: str) -> None:
        wanted = attribute(name, required={"": "required"})
        assert found({}, values=against(wanted, self.GENDER))[0].error_id == error_id

    @pytest.mark.parametrize(
        "wanted",
        [
            attribute("Material", required={"": "may-be-required"}),
            attribute("Material", required={"shirt": "required", "sweater": "optional"}),
            attribute("Material", required={"shirt": "required"}, product_types=("shirt",)),
        ],
    )
    def test_what_may_be_required_is_a_warning(self, wanted: Attribute) -> None:
        values = against(wanted, self.GENDER, product_types=("shirt", "sweater"))
        [finding] = found({}, values=values)
        assert (finding.code, finding.severity) == ("mandatory-attribute-missing", "warning")
        assert "perhaps for some" in say(Texts("en"), finding)
        assert "talvez" in say(Texts("pt"), finding)
        assert "quizá" in say(Texts("es"), finding)

    def test_an_unknown_name_may_be_the_one_that_lacks(self) -> None:
        row = {"AmazonSpecification": "Materia"}
        assert told(row, values=against(self.MATERIAL, self.GENDER)) == [("amazon-specification-unknown", 2)]

    def test_an_unknown_name_cannot_stand_for_two(self) -> None:
        second = attribute("Style", required={"": "required"})
        row = {"AmazonSpecification": "Materia"}
        codes = [code for code, _ in told(row, values=against(self.MATERIAL, second))]
        assert codes.count("mandatory-attribute-missing") == 2


class TestAges:
    @pytest.mark.parametrize(
        "name",
        [
            "MinimumManufacturerAgeRecommended",
            "mfg_minimum",
            "mfg_minimum_unit_of_measure",
            "manufacturer_minimum_age",
            "Minimum Manufacturer Age Recommended",
            "Idade mínima recomendada pelo fabricante",
            "Edad mínima recomendada por el fabricante",
        ],
    )
    def test_names_of_a_minimum_age(self, name: str) -> None:
        assert is_minimum_age(name)

    @pytest.mark.parametrize(
        "name", ["MaximumManufacturerAgeRecommended", "Size", "AgeRangeDescription", "MinimumOrder"]
    )
    def test_names_of_something_else(self, name: str) -> None:
        assert not is_minimum_age(name)

    @pytest.mark.parametrize(
        ("value", "code", "best"),
        [
            ("3 years", None, None),
            ("24 months", None, None),
            ("6", "age-unit-missing", "6 years"),
            ("3 anos", "age-unit-spelling", "3 years"),
            ("3años", "age-unit-spelling", "3 years"),
            ("Meses", "age-unit-spelling", "months"),
            ("1 year", "age-unit-spelling", "1 years"),
            ("1 a 3 anos", "age-unit-spelling", None),
            ("90 days", "age-unit-not-accepted", "3 months"),
            ("3 yrs", "age-unit-not-accepted", "3 years"),
            ("36 mos.", "age-unit-not-accepted", "36 months"),
            ("2 semanas", "age-unit-not-accepted", "1 months"),
            ("3 lustros", "age-unit-not-accepted", None),
        ],
    )
    def test_units(self, value: str, code: str | None, best: str | None) -> None:
        findings = found({"AmazonSpecification": "mfg_minimum", "AmazonValue": value})
        assert [one.code for one in findings] == ([code] if code else [])
        assert [one.suggestions[:1] for one in findings] == ([(best,) if best else ()] if code else [])

    def test_another_attribute_may_say_days(self) -> None:
        assert told({"AmazonSpecification": "ShelfLife", "AmazonValue": "90 days"}) == []

    def test_what_the_workbook_lists_is_right(self) -> None:
        unit = attribute("mfg_minimum_unit_of_measure", "Months", "Years")
        row = {"AmazonSpecification": "mfg_minimum_unit_of_measure", "AmazonValue": "Years"}
        assert told(row, values=against(unit)) == []
        assert told({**row, "AmazonValue": "anos"}, values=against(unit)) == [("age-unit-spelling", 2)]


class TestHeader:
    def test_columns_are_named_as_excel_names_them(self) -> None:
        assert [column_letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]

    def test_a_missing_column_is_no_matter_of_order(self) -> None:
        sheet = SheetExample(header=COLUMNS[1:]).sheet()
        findings = run(sheet, References()).findings
        assert [(one.code, one.row, one.column) for one in findings] == [("column-missing", 1, "CategoryID")]

    def test_blanks_in_a_header_are_safely_mended(self) -> None:
        sheet = replace(example(), header=("CategoryID ", *COLUMNS[1:])).sheet()
        [finding] = run(sheet, References()).findings
        assert (finding.code, finding.safe_fix) == ("column-renamed", "CategoryID")
        sheet.set_header("CategoryID", "CategoryID")
        assert run(sheet, References()).findings == ()


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        ("10/12/2026", ("10/12", "12/10", "10-12", "12-10")),
        ("2026-12-10", ("10/12", "12/10", "10-12", "12-10")),
        ("2026-12-10 00:00:00", ("10/12", "12/10", "10-12", "12-10")),
        ("08/08/2026", ("8/8", "8-8")),
        ("10-dez", ("10/12", "12/10", "10-12", "12-10")),
        ("10 de diciembre", ("10/12", "12/10", "10-12", "12-10")),
        ("10/12/26 0:00", ("10/12", "12/10", "10-12", "12-10")),
        ("Dec-32", ("12/32", "32/12", "12-32", "32-12")),
        ("Dec/18", ("12/18", "18/12", "12-18", "18-12")),
        ("dez/18", ("12/18", "18/12", "12-18", "18-12")),
        ("dic.-18", ("12/18", "18/12", "12-18", "18-12")),
        ("dezembro de 2018", ("12/18", "18/12", "12-18", "18-12")),
        ("December 2018", ("12/18", "18/12", "12-18", "18-12")),
        ("12/2018", ("12/18", "18/12", "12-18", "18-12")),
        ("2018-12", ("12/18", "18/12", "12-18", "18-12")),
        ("2018-12-01", ("1/12", "12/1", "1-12", "12-1", "12/18", "12-18")),
        ("10-xyz", ()),
        ("0:00", ()),
    ],
)
def test_what_was_typed_before_excel_made_a_date(shown: str, typed: tuple[str, ...]) -> None:
    assert typed_before(shown) == typed


def test_suggestions_fold_case_accents_and_blanks_first() -> None:
    assert suggest("algodao  Pima", ["Algodón", "Algodão Pima", "Alg"])[0] == "Algodão Pima"
    assert len(suggest("aaaa", [f"aaa{n}" for n in range(9)])) == 5


class TestCells:
    @pytest.mark.parametrize(
        ("text", "mended"),
        [
            ("Male\n", "Male"),
            ("\r\n Male", "Male"),
            ("Dark\u00a0Blue", "Dark Blue"),
            ("Dark  Blue", "Dark Blue"),
            ("Ma\u200ble", "Male"),
            ("Dark\tBlue", "Dark Blue"),
        ],
    )
    def test_blanks_are_put_right_safely(self, text: str, mended: str) -> None:
        finding = found({"AmazonValue": text})[0]
        assert (finding.code, finding.suggestions, finding.safe_fix) == ("cell-whitespace", (mended,), mended)

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\u0085", "\n\n", " \n "])
    def test_of_several_lines_each_is_offered_and_none_taken(self, end: str) -> None:
        [finding] = found({"AmazonValue": f"Male{end}Unisex"})
        assert (finding.code, finding.safe_fix) == ("cell-whitespace", None)
        assert finding.suggestions == ("Male", "Unisex", "Male Unisex")

    def test_several_lines_are_not_a_value_that_amazon_refuses(self) -> None:
        values = against(attribute("TargetGender", "Male", "Unisex"))
        assert told({"AmazonValue": "Male\nUnisex"}, values=values) == [("cell-whitespace", 2)]

    def test_what_the_repaired_text_says_counts_for_the_other_checks(self) -> None:
        values = against(attribute("TargetGender", "Gênero"))
        assert told({"AmazonValue": "GÃªnero"}, values=values) == [("cell-garbled", 2)]

    def test_a_letter_is_garbled_and_no_blank(self) -> None:
        [finding] = found({"VTEXValue": "Ã\u00a0 vista"})
        assert (finding.code, finding.safe_fix) == ("cell-garbled", "À vista".replace("À", "à"))

    def test_blanks_around_a_garbled_text_are_a_fault_of_their_own(self) -> None:
        findings = found({"VTEXValue": " AlgodÃ£o "})
        assert {(one.code, one.safe_fix) for one in findings} == {
            ("cell-whitespace", "Algodão"),
            ("cell-garbled", "Algodão"),
        }

    @pytest.mark.parametrize(
        "text", ["#ERROR!", "Loading...", "Loading…", "Carregando...", "#N/A", "Err:502", "#ERRO!"]
    )
    def test_what_spreadsheets_show_instead_of_a_text(self, text: str) -> None:
        assert told({"AmazonValue": text}) == [("cell-formula-error", 2)]

    def test_a_formula_without_result_is_neither_missing_nor_a_blank_row(self) -> None:
        blank: dict[str, str] = dict.fromkeys(COLUMNS, "")
        sheet = SheetExample(rows=({}, blank), kinds={(1, "AmazonValue"): "formula"}).sheet()
        findings = [one for one in run(sheet, References()).findings if one.column == "AmazonValue"]
        assert [(one.code, one.row, one.arguments) for one in findings] == [
            ("cell-formula-error", 3, {"case": "unsaved"})
        ]


class TestMergedCells:
    """Cells that are merged show the text of the first; VTEX gets nothing from the others."""

    @staticmethod
    def sheet(*areas: str, rows: tuple[dict[str, str], ...] = ()) -> MappingSheet:
        cells = [{**RIGHT, **row} for row in rows]
        texts = [[row[name] for name in COLUMNS] for row in cells]
        merged = [area_of(area.encode()) for area in areas]
        found = find_mapping(
            Workbook(Path("a.xlsx"), "xlsx", (Table("P", [COLUMNS, *texts], merged=merged),))
        )
        assert found is not None
        return found

    def test_the_merged_category_is_offered_for_the_cells_below(self) -> None:
        rows = (SIZE, {**COLOR, "CategoryID": ""}, {**COLOR, "CategoryID": "", "VTEXValue": "Verde"})
        found_ = run(self.sheet("A2:A4", rows=rows), References()).findings
        told_ = [
            (one.code, one.row, one.suggestions, one.safe_fix) for one in found_ if one.severity == "error"
        ]
        assert told_ == [("category-missing", row, ("212",), None) for row in (3, 4)]

    def test_a_merged_theme_is_no_reason_to_change_the_type(self) -> None:
        rows = (SIZE, {**COLOR, "CategoryID": "", "VariationTheme": ""})
        found_ = run(self.sheet("A2:A3", "B2:B3", rows=rows), References()).findings
        assert {(one.code, one.row, one.suggestions) for one in found_} == {
            ("category-missing", 3, ("212",)),
            ("type-theme-mismatch", 3, ()),
        }

    def test_the_other_checks_take_the_cell_for_what_it_shows(self) -> None:
        values = against(attribute("Size"), attribute("Color", "Blue"))
        rows = (SIZE, {**COLOR, "CategoryID": "", "AmazonSpecification": "", "AmazonValue": "Bluee"})
        sheet = self.sheet("A2:A3", "E3:E4", rows=(rows[0], {**COLOR, "AmazonValue": "Blue"}, rows[1]))
        codes = {one.code for one in run(sheet, References([values])).findings if one.row == 4}
        assert "amazon-specification-missing" in codes

    def test_a_row_in_which_nothing_else_stands_is_empty(self) -> None:
        blank = dict.fromkeys(COLUMNS, "")
        found_ = run(self.sheet("A2:A3", rows=({}, blank, {"VTEXValue": "x"})), References()).findings
        assert [(one.code, one.row) for one in found_] == [("row-blank", 3)]

    def test_a_cell_that_was_filled_is_told_no_more(self) -> None:
        sheet = self.sheet("A2:A3", rows=({}, {"CategoryID": "", "VTEXValue": "x"})).copy()
        sheet.set_text(1, "CategoryID", "212")
        assert run(sheet, References()).findings == ()


@pytest.mark.parametrize(
    ("name", "is_unit"),
    [
        ("mfg_minimum_unit_of_measure", True),
        ("MfgMinimumUnitOfMeasure", True),
        ("Unidade da idade mínima", True),
        ("Unidad de edad mínima", True),
        ("mfg_minimum", False),
        ("United Kingdom", False),
        ("", False),
    ],
)
def test_an_attribute_that_holds_the_unit_of_an_age_is_known_by_its_name(name: str, is_unit: bool) -> None:
    assert is_age_unit(name) is is_unit
