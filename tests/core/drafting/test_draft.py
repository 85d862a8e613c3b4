"""Whole drafts: of synthetic stores, with answers, with an older mapping, of stores that lack something."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

import builders_amazon as build
from drafting_stores import (
    LANGUAGES,
    Counts,
    answer_all,
    is_left_open,
    make_store,
    measure,
    right_answer,
    share,
)
from examination_files import Amazon, Catalogue, Listed, Sku, amazon_file, products_file, specifications_file
from listo.core.checks.engine import run
from listo.core.drafting.draft import accepted_answers, make_draft
from listo.core.drafting.model import Answers, Draft, OldMapping
from listo.core.drafting.value_match import ValueMatcher
from listo.core.file_kinds import identify, references_of
from listo.core.mapping.sheet import COLUMNS
from listo.core.readiness.readiness import Readiness
from listo.core.references.files import References
from listo.core.skus.options import Options

GLOBAL = Options(category_ids="global", covers={"values.xlsx": frozenset({"*"})})
COLOR = Listed("Color", "color_name", "color#1.value", ("Black", "Blue", "White", "Red"))
SIZE = Listed("Size", "size_name", "size#1.value", ("Small", "Medium", "Large", "X-Large", "XX-Large"))
GENDER = Listed("Target Gender", "target_gender", "target_gender#1.value", ("Male", "Female"), (), True)
FABRIC = Listed("Fabric Type", "fabric_type", "fabric_type#1.value", (), (), True)
THEMES = ("SizeColor", "Size", "Color")


def sku(number: int, product: int, category: str = "212", **values: str) -> Sku:
    spelled = {name.replace("_", " "): value for name, value in values.items()}
    return Sku(str(number), str(product), category, "7891000315507", values=spelled)


def references(
    skus: list[Sku],
    *attributes: Listed,
    themes: tuple[str, ...] = THEMES,
    product_fields: frozenset[str] = frozenset(),
) -> References:
    catalogue = Catalogue(skus, product_fields)
    files = [
        amazon_file(Amazon(list(attributes), themes), "generation-3"),
        products_file(catalogue),
        specifications_file(catalogue, "sku"),
        specifications_file(catalogue, "product"),
    ]
    return references_of(identify(each) for each in files)


def shirts(*colours: str) -> list[Sku]:
    sizes = ("P", "M", "G")
    return [
        sku(10 * at + place, 1, Cor=colour, Tamanho=size, Gênero="Masculino")
        for at, colour in enumerate(colours, 1)
        for place, size in enumerate(sizes)
    ]


def cells(draft: Draft) -> set[tuple[str, ...]]:
    return {row.cells for row in draft.rows}


def open_ids(draft: Draft) -> list[str]:
    return [each.id for each in draft.questions]


def draft_of(
    refs: References, answers: dict[str, str | None] | None = None, options: Options = GLOBAL
) -> Draft:
    return make_draft(refs, options, Answers(answers or {}))


# Synthetic stores


def test_the_measures_are_held():
    """On few stores; `tests/drafting_stores.py` prints them over as many as one likes."""
    counts = Counts()
    for seed in range(1, 21):
        measure(make_store(seed), counts)
    assert share(counts.fields) >= 0.97
    assert share(counts.values) >= 0.95
    assert share(counts.odd_left_out) == 1
    assert share(counts.silent) >= 0.995
    assert share(counts.themes) == 1
    assert counts.errors == {}


@pytest.mark.parametrize("seed", range(200, 212))
def test_a_draft_has_no_error_but_what_was_left_open(seed):
    store = make_store(seed, products=12)
    refs = store.references
    draft = make_draft(refs, store.options)
    found = run(draft.sheet("Mapping"), refs, options=store.options).findings
    assert [one for one in found if one.severity == "error" and not is_left_open(one, draft)] == []


@pytest.mark.parametrize("seed", range(300, 306))
def test_all_answered_all_are_ready_but_for_what_no_field_holds(seed):
    store = make_store(seed, products=12)
    refs = store.references
    last, _, _ = answer_all(store, refs)
    assert last.questions == ()
    counts = Readiness(last.sheet("Mapping"), refs, store.options).numbers.skus
    twins_apart = counts.blocked == 0
    assert twins_apart or last.advice


@pytest.mark.parametrize("language", range(len(LANGUAGES)))
def test_the_order_of_files_and_rows_changes_nothing(language):
    store = make_store(600 + language, products=12)
    files = [store.amazon, store.products, store.skus, store.product_fields]
    draft = make_draft(store.references, store.options)
    random.Random(language).shuffle(files)
    turned = [replace(each, tables=tuple(_turned(table) for table in each.tables)) for each in files]
    turned[files.index(store.amazon)] = store.amazon
    other = make_draft(references_of(identify(each) for each in turned), store.options)
    assert other.rows == draft.rows
    assert [(q.id, q.options, q.skus) for q in other.questions] == [
        (q.id, q.options, q.skus) for q in draft.questions
    ]


def _turned(table):
    head, *rows = table.rows
    return replace(table, rows=[head, *reversed(rows)])


def test_questions_come_in_the_order_of_the_skus_that_they_unlock():
    draft = make_draft(make_store(7).references, make_store(7).options)
    assert len(draft.questions) > 1
    assert [each.skus for each in draft.questions] == sorted(
        (each.skus for each in draft.questions), reverse=True
    )
    assert all(1 <= len(each.products) <= 3 and len(each.options) <= 5 for each in draft.questions)


def test_an_open_row_stands_in_the_sheet_and_waits():
    store = make_store(7)
    draft = make_draft(store.references, store.options)
    waiting = {("value", row.field, row.vtex_value) for row in draft.rows if row.how == "open"}
    assert waiting == {
        (each.kind, each.field, each.value) for each in draft.questions if each.kind == "value"
    }
    answered = {each.id: right_answer(store, each) for each in draft.questions}
    after = make_draft(store.references, store.options, Answers(answered))
    assert all(row.how != "open" for row in after.rows)


# Small stores


def test_a_simple_store():
    draft = draft_of(references(shirts("Azul", "Preto"), COLOR, SIZE, GENDER))
    assert draft.questions == draft.advice == ()
    assert ("212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue") in cells(draft)
    assert ("212", "SizeColor", "Variation", "Tamanho", "Size", "G", "Large") in cells(draft)
    assert ("212", "", "Information", "Gênero", "TargetGender", "Masculino", "Male") in cells(draft)
    assert len(draft.rows) == 6
    assert [row.value for row in draft.rows if row.attribute == "Size"] == ["Small", "Medium", "Large"]


def test_only_what_varies_inside_products_is_in_the_theme():
    skus = [sku(at, 1, Cor="Azul", Tamanho=size) for at, size in enumerate(("P", "M"))]
    skus += [sku(at, 2, Cor="Preto", Tamanho=size) for at, size in enumerate(("P", "M"), 5)]
    draft = draft_of(references(skus, COLOR, SIZE))
    assert {(row.theme, row.attribute) for row in draft.rows} == {("Size", "Size"), ("", "Color")}


def test_without_variations_there_is_no_theme():
    draft = draft_of(references([sku(1, 1, Cor="Azul"), sku(2, 2, Cor="Preto")], COLOR, SIZE))
    assert {row.theme for row in draft.rows} == {""}
    assert draft.questions == ()


def test_the_theme_is_spelled_as_documented_in_the_order_of_the_file():
    draft = draft_of(references(shirts("Azul", "Preto"), COLOR, SIZE, themes=("COLOR/SIZE", "COLOR")))
    assert {row.theme for row in draft.rows if row.theme} == {"ColorSize"}


def test_a_theme_that_leaves_twins_is_asked():
    pattern = Listed("Pattern", "pattern_name", "pattern#1.value", ("Solid", "Striped"))
    skus = [
        sku(at, 1, Cor=colour, Estampa=pattern_)
        for at, (colour, pattern_) in enumerate(
            (c, p) for c in ("Azul", "Preto") for p in ("Liso", "Listrado")
        )
    ]
    refs = references(skus, COLOR, pattern, themes=("Color",))
    draft = draft_of(refs)
    assert [(each.kind, each.options) for each in draft.questions] == [("theme", ("Color",))]
    assert {row.theme for row in draft.rows} == {""}
    answered = draft_of(refs, {draft.questions[0].id: "Color"})
    assert answered.questions == ()
    assert {(row.attribute, row.theme) for row in answered.rows} == {("Color", "Color"), ("PatternName", "")}
    assert draft_of(refs, {draft.questions[0].id: None}).questions == ()


def test_two_fields_of_different_store_categories_answer_one_attribute():
    skus = [replace(each, store_category=("1", "Camisas")) for each in shirts("Azul", "Preto")]
    skus += [
        Sku(str(900 + at), "90", "212", "7891000315507", store_category=("2", "Polos"), values=values)
        for at, values in enumerate({"Cores": "Azul", "Tamanhos": size} for size in ("P", "G"))
    ]
    draft = draft_of(references(skus, COLOR, SIZE, GENDER))
    assert draft.questions == ()
    assert {(row.field, row.attribute) for row in draft.rows if row.theme} == {
        ("Cor", "Color"), ("Cores", "Color"), ("Tamanho", "Size"), ("Tamanhos", "Size"),
    }  # fmt: skip


def test_two_fields_of_the_same_skus_that_answer_one_attribute_are_asked_about():
    skus = [replace(each, values={**each.values, "Cores": "Azul"}) for each in shirts("Azul", "Preto")]
    draft = draft_of(references(skus, COLOR, SIZE, GENDER))
    assert {each.field for each in draft.questions} <= {"Cor", "Cores"}
    assert len({row.field for row in draft.rows if row.attribute == "Color"}) <= 1


def test_what_is_of_two_colours_is_sent_as_several():
    several = replace(COLOR, values=(*COLOR.values, "Multicolor"))
    draft = draft_of(references(shirts("Azul", "Azul/Branco"), several, SIZE, GENDER))
    assert {row.vtex_value: row.value for row in draft.rows if row.attribute == "Color"} == {
        "Azul": "Blue", "Azul/Branco": "Multicolor",
    }  # fmt: skip


def test_a_required_attribute_that_no_field_answers_is_advice():
    draft = draft_of(references(shirts("Azul"), COLOR, SIZE, FABRIC))
    assert draft.questions == ()
    assert [(each.kind, each.attribute, each.skus, each.category) for each in draft.advice] == [
        ("constant", "FabricType", 3, 212)
    ]


def test_a_field_answers_a_second_attribute_where_that_is_required():
    department = Listed("Department", "department_name", "department#1.value", ("Mens", "Womens"), (), True)
    draft = draft_of(references(shirts("Azul", "Preto"), COLOR, SIZE, GENDER, department))
    assert {row.attribute: row.value for row in draft.rows if row.field == "Gênero"} == {
        "TargetGender": "Male", "Department": "Mens",
    }  # fmt: skip
    assert draft.advice == draft.questions == ()


def test_fields_of_other_purposes_stay_out():
    skus = [
        replace(each, values={**each.values, "Frete grátis": "Sim", "Vídeo": "https://v"})
        for each in shirts("Azul", "Preto")
    ]
    draft = draft_of(
        references(skus, COLOR, SIZE, Listed("Is Fragile", "is_fragile", "f#1.value", ("Yes", "No")))
    )
    assert {each.field for each in draft.left_out} == {"Frete grátis", "Vídeo", "Gênero"}
    assert draft.questions == ()


def test_a_required_yes_or_no_is_not_asked_of_a_field_about_something_else():
    batteries = Listed("Batteries Included", "are_batteries_included", "b#1.value", ("Yes", "No"), (), True)
    answers = ("Sim", "Não", "Sim")
    skus = [
        replace(each, values={**each.values, "Frete grátis": answer})
        for each, answer in zip(shirts("Azul"), answers, strict=True)
    ]
    draft = draft_of(references(skus, COLOR, SIZE, batteries))
    assert draft.questions == ()
    assert [each.attribute for each in draft.advice] == ["Batteries Included"]


def test_an_answer_counts_for_all_categories_that_accept_it():
    skus = [
        *shirts("Azul", "Xodó"),
        *(sku(90 + at, 9, "187", Cor=c, Tamanho="P") for at, c in enumerate(("Xodó", "Azul"))),
    ]
    refs = references(skus, COLOR, SIZE, GENDER)
    draft = draft_of(refs)
    asked = [each for each in draft.questions if each.value == "Xodó"]
    assert [(each.id, each.category, each.skus) for each in asked] == [("value/Cor/Color/Xodó", None, 4)]
    after = draft_of(refs, {"value/Cor/Color/Xodó": "red"})
    assert {row.category for row in after.rows if row.value == "Red"} == {187, 212}
    assert "value/Cor/Color/Xodó" not in open_ids(after)
    alone = draft_of(refs, {"value/Cor/Color/Xodó": "Red", "value/Cor/Color/Xodó/187": None})
    assert {row.category for row in alone.rows if row.vtex_value == "Xodó"} == {212}


def test_the_draft_after_an_answer_looks_no_value_up_again(monkeypatch):
    refs = references(shirts("Azul", "Xodó"), COLOR, SIZE, GENDER)
    before = draft_of(refs)
    monkeypatch.delattr(ValueMatcher, "_matched")
    after = draft_of(refs, {"value/Cor/Color/Xodó": "Red"})
    assert len(after.rows) == len(before.rows)
    assert open_ids(before)
    assert not open_ids(after)


def test_null_leaves_a_row_and_a_field_out():
    refs = references(shirts("Azul", "Xodó"), COLOR, SIZE, GENDER)
    draft = draft_of(refs, {"value/Cor/Color/Xodó": None, "attribute/Gênero": None})
    assert draft.questions == ()
    assert not [row for row in draft.rows if row.vtex_value == "Xodó" or row.field == "Gênero"]


def test_an_answer_may_open_new_questions():
    refs = references(shirts("Azul", "Preto"), COLOR, SIZE, GENDER)
    after = draft_of(refs, {"attribute/Gênero": "Color", "attribute/Cor": None})
    assert [each.id for each in after.questions if each.kind == "value"] == ["value/Gênero/Color/Masculino"]


def test_answers_that_nothing_accepts_or_nothing_asks_are_told():
    draft = draft_of(
        references(shirts("Azul"), COLOR, SIZE), {"value/Cor/Color/Azul": "Azul", "nothing": "x"}
    )
    assert [(each.id, each.text) for each in draft.refused_answers] == [("value/Cor/Color/Azul", "Azul")]
    assert draft.unknown_answers == ("nothing",)


def test_what_category_ids_hold_is_asked_once_and_global_until_then():
    refs = references(shirts("Azul"), COLOR, SIZE, GENDER)
    draft = draft_of(refs, options=replace(GLOBAL, category_ids=None))
    assert open_ids(draft) == ["category-ids"]
    assert {row.category for row in draft.rows} == {212}
    stored = draft_of(refs, {"category-ids": "store"}, replace(GLOBAL, category_ids=None))
    assert {row.category for row in stored.rows} == {12}
    assert stored.questions == ()


def test_a_category_without_an_amazon_file_is_said_as_missing():
    draft = draft_of(references(shirts("Azul"), COLOR, SIZE), options=replace(GLOBAL, covers={}))
    assert (draft.rows, draft.questions, draft.uncovered) == ((), (), (212,))


def test_a_field_with_thousands_of_values_asks_nothing():
    skus = [sku(at, at, Código=f"X{at}Z", Cor="Azul") for at in range(3000)]
    draft = draft_of(references(skus, COLOR, SIZE))
    assert [each.field for each in draft.left_out] == ["Código"]
    assert draft.questions == ()


# An older mapping


OLD = ("212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Black")


def with_old(refs: References, *rows: tuple[str, ...], answers: dict[str, str | None] | None = None) -> Draft:
    opened = identify(build.workbook(build.table("Old", [list(COLUMNS), *map(list, rows)])))
    return make_draft(refs, GLOBAL, Answers(answers or {}), OldMapping(opened.mapping))


def test_an_older_mapping_outranks_every_guess():
    refs = references(shirts("Azul", "Xodó"), COLOR, SIZE, GENDER)
    other = ("187", "", "Information", "Cor", "Color", "Xodó", "Red")
    draft = with_old(refs, OLD, other)
    assert OLD in cells(draft)
    assert {row.value for row in draft.rows if row.vtex_value == "Xodó"} == {"Red"}
    assert draft.questions == ()


def test_an_answer_outranks_an_older_mapping():
    draft = with_old(references(shirts("Azul"), COLOR, SIZE), OLD, answers={"value/Cor/Color/Azul": "White"})
    assert {row.value for row in draft.rows if row.vtex_value == "Azul"} == {"White"}


def test_where_rows_of_an_older_mapping_contradict_each_other_it_is_asked():
    refs, other = references(shirts("Azul"), COLOR, SIZE), (*OLD[:-1], "White")
    (question,) = with_old(refs, OLD, other).questions
    assert (question.id, set(question.options[:2])) == ("value/Cor/Color/Azul", {OLD[-1], "White"})
    assert with_old(refs, OLD, (*OLD[:-1], "No such colour")).questions == ()


def test_what_is_wrong_in_an_older_mapping_is_drafted_anew():
    refs = references(shirts("Azul", "Preto"), COLOR, SIZE, GENDER)
    wrong = [
        ("212", "StyleSize2", "Variation", "Cor", "Color", "Azul", "Bleu"),
        ("212", "", "", "Tamanho", "Nonsense", "P", "S"),
        ("x", "", "", "", "", "", ""),
        ("212", "", "Information", "Cor", "Color", "Preto", "#N/A"),
    ]
    assert cells(with_old(refs, *wrong)) == cells(draft_of(refs))


def test_rows_of_a_category_that_no_file_covers_stay():
    refs = references(shirts("Azul"), COLOR, SIZE)
    opened = Options(category_ids="global")
    old = OldMapping(identify(build.workbook(build.table("Old", [list(COLUMNS), list(OLD)]))).mapping)
    draft = make_draft(refs, opened, Answers({}), old)
    assert [(row.vtex_value, row.value) for row in draft.rows] == [("Azul", "Black")]
    assert draft.uncovered == ()


def test_ids_can_be_written_and_read():
    refs = references([*shirts("Azul/Xodó 100%"), sku(99, 1, Cor="Azul", Tamanho="P")], COLOR, SIZE)
    asked = [each.id for each in draft_of(refs).questions if "Xod" in each.id]
    assert asked == ["value/Cor/Color/Azul%2FXodó 100%25"] or asked == []
    assert json.loads(json.dumps(asked)) == asked


def test_global_categories_are_proposed_where_skus_have_none():
    skus = [*shirts("Azul"), sku(90, 9, "", Cor="Azul")]
    draft = draft_of(references(skus, SIZE, COLOR))
    assert draft.without_category == 1
    (one,) = draft.to_find
    assert one.skus == 1
    assert all(len(each.words) > 0 for each in one.guesses)


def test_what_is_doubted_is_asked_with_what_was_proposed_first():
    refs = references(shirts("Azul", "Preto"), SIZE, COLOR)
    plain = draft_of(refs)
    assert not plain.questions
    for its_id, proposed in (("value/Cor/Color/Azul", "Blue"), ("attribute/Cor", "Color")):
        doubted = make_draft(refs, GLOBAL, Answers({}, [its_id]))
        (question,) = doubted.questions
        assert (question.id, question.options[0], question.categories) == (its_id, proposed, (212,))
        assert proposed in accepted_answers(refs, GLOBAL, question)


def test_what_was_chosen_before_for_the_store_outranks_every_guess():
    refs = references(shirts("Azul"), SIZE, COLOR)
    before = OldMapping(remembered={("color", "Azul"): "Black", ("size", "P"): "Nonsense"})
    rows = {(row.attribute, row.vtex_value): row.value for row in make_draft(refs, GLOBAL, old=before).rows}
    assert (rows["Color", "Azul"], rows["Size", "P"]) == ("Black", "Small")


def test_of_some_categories_alone():
    skus = [*shirts("Azul"), sku(90, 9, "300", Cor="Azul"), sku(91, 9, "300", Cor="Preto")]
    refs = references(skus, SIZE, COLOR)
    draft = make_draft(refs, GLOBAL, among=[300])
    assert {row.category for row in draft.rows} == {300}
    assert {row for row in draft_of(refs).rows if row.category == 300} == set(draft.rows)


def test_a_value_that_resembles_none_has_no_guess():
    """The first of the list are offered for `Vinho`, and are no guesses; `XG` is one of two."""
    few = Listed("Color", "color_name", "color#1.value", ("Black", "Blue", "White"))
    large = sku(99, 1, Cor="Azul", Tamanho="XG", Gênero="Masculino")
    draft = draft_of(references([*shirts("Azul", "Preto", "Branco", "Vinho"), large], few, SIZE))
    asked = {each.value: each for each in draft.questions}
    assert (asked["Vinho"].options, asked["Vinho"].has_guess) == (("Black", "Blue", "White"), False)
    assert asked["XG"].has_guess
