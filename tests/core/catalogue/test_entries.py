"""The error catalogue is complete, consistent, and says what the documents say."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from urllib.parse import urlsplit

import pytest

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.entries import make_answer
from listo.core.catalogue.recognition import recognise
from listo.core.settings.checks import CHECKS
from listo.core.texts import LANGUAGES
from listo.core.vocabulary import marketplaces
from study_material import SHARED, needs_shared

VTEX_IDS = [
    "map-global-category-missing-or-wrong",
    "map-specification-not-in-catalog",
    "map-value-not-accepted",
    "map-global-category-id-not-found",
    "map-material-or-department-not-accepted",
    "map-spreadsheet-not-uploaded",
    "map-specification-value-not-in-product",
    "map-minimum-age-unit",
    "map-variation-not-accepted",
    "map-sizemap-not-accepted",
    "map-targetgender-not-accepted",
    "map-color-and-size-not-found",
    "map-author-missing",
    "map-size-not-accepted",
    "map-color-not-accepted",
    "attr-color-missing",
    "attr-targetgender-mandatory",
    "asin-missing-attributes",
    "match-attribute-divergence",
    "token-expired-or-no-permission",
    "mws-account-no-permission",
    "config-shipping-type-name-mismatch",
    "config-seller-id-mismatch",
    "config-kit-not-sent",
    "global-category-not-configured",
    "sku-inactive-warning",
    "raw-sku-is-inactive",
    "raw-requested-value-information-not-found",
    "raw-category-not-available",
    "raw-missing-attributes-color",
    "raw-specification-not-in-product-or-sku",
    "raw-value-not-mapped-to-amazon",
    "raw-xml-minimum-age",
    "raw-xml-enumeration-invalid",
    "raw-variation-theme-invalid",
    "raw-entry-spec-not-mapped",
    "ean-too-short",
    "asin-creation-not-allowed-for-brand",
    "listing-privilege-removed",
    "brand-not-authorized",
    "missing-standard-product-id",
    "sem-gtin-not-valid-ean",
    "merchant-not-authorized-restricted-group",
    "brand-must-be-approved",
    "sku-data-conflict",
    "sku-data-different",
    "inv-invalid-seller-id",
    "inv-sku-not-in-amazon-catalog",
    "inv-brand-must-be-approved",
    "inv-brand-field-misuse",
    "inv-account-not-eligible",
    "inv-submitfeed-denied",
    "inv-feed-rejected",
    "inv-authtoken-invalid",
    "inv-access-denied",
    "order-no-available-sla",
    "order-sku-out-of-stock",
    "order-sku-inactive-or-out-of-channel",
    "order-inactive-sku",
    "order-sku-without-trade-policy",
    "order-sku-not-in-vtex-store",
    "order-catalog-unauthorized-channel",
    "order-price-divergence",
    "sla-out-of-stock",
    "sla-item-not-in-collection-or-channel",
    "sla-zip-not-covered",
    "sla-dock-without-channel",
    "sla-inactive-sku",
    "oos-items-unavailable",
    "oos-inactive-sku",
    "oos-negative-inventory",
    "oos-item-not-in-collection-or-channel",
    "order-incomplete-shipping-info",
    "order-amount-divergence",
    "order-invalid-sku-id",
    "order-unavailable-inventory",
    "order-unavailable-status",
    "order-carrier-not-in-erp",
    "ki-13013",
    "ki-category-not-in-browse-node",
    "ki-object-reference",
    "ki-number-of-items-missing",
    "ki-order-reservation-sla-not-available",
    "ki-order-status-canceled",
    "ki-listing-review-attributes",
    "ki-mapping-import-generic",
]

HOSTS = {
    "help.vtex.com",
    "drive.google.com",
    "assets.ctfassets.net",
    "sellercentral.amazon.com",
    "sellercentral.amazon.com.br",
    "sellercentral.amazon.es",
    "sellercentral-europe.amazon.com",
    "brandservices.amazon.com",
    "brandservices.amazon.com.br",
    "brandservices.amazon.com.mx",
    "brandservices.amazon.es",
    "brandservices.amazon.de",
    "brandservices.amazon.ca",
    "brandservices.amazon.in",
    "developer-docs.amazon.com",
}

LATER_CHECKS = {"fba-dock-missing"}
"""Codes that came after the contract; the program has them."""

ENTRIES = entries.all_entries()
FIELD = re.compile(r"\{(\w+)\}")

every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def all_texts(error_id, language):
    said = entries.get_text(error_id, language)
    example = (said.example.intro,) if said.example else ()
    return (
        *(said.title, said.meaning, said.meaning_plain, said.afterwards, said.note),
        *said.causes,
        *said.steps,
        *said.keywords,
        *example,
    )


def fields(*texts):
    return {name for text in texts for name in FIELD.findall(text)}


def test_every_message_of_vtex_has_an_entry():
    assert len(VTEX_IDS) == 86
    assert set(VTEX_IDS) <= {entry.id for entry in ENTRIES}


def test_an_id_stands_in_one_file_only():
    folder = resources.root() / "errors"
    ids = [key for path in folder.glob("*.facts.json") for key in json.loads(path.read_text("utf-8"))]
    assert len(ids) == len(set(ids)) == len(ENTRIES)


@every_language
def test_texts_are_there_for_the_entries_and_for_nothing_else(language):
    folder = resources.root() / "errors"
    written = [
        key for path in folder.glob(f"*.texts.{language}.json") for key in json.loads(path.read_text("utf-8"))
    ]
    ids = [entry.id for entry in ENTRIES]
    differing = sorted(set(written) ^ set(ids))
    assert sorted(written) == sorted(ids), f"{differing}: in *.facts.json or in *.texts.{language}.json alone"


@every_language
@every_entry
def test_an_entry_says_everything_it_must(entry, language):
    said = entries.get_text(entry.id, language)
    assert said.title
    assert not said.title.endswith(".")
    assert all((said.meaning, said.meaning_plain, said.steps, said.keywords))
    assert all(text == text.strip() and "  " not in text for text in all_texts(entry.id, language))


@every_language
@pytest.mark.parametrize("error_id", VTEX_IDS)
def test_a_vtex_entry_names_its_causes(error_id, language):
    assert entries.get_text(error_id, language).causes


@every_language
@every_entry
def test_titles_tell_entries_apart(entry, language):
    title = entries.get_text(entry.id, language).title
    assert [one.id for one in ENTRIES if entries.get_text(one.id, language).title == title] == [entry.id]


@every_entry
def test_no_language_repeats_another(entry):
    meanings = {entries.get_text(entry.id, language).meaning for language in LANGUAGES}
    assert len(meanings) == len(LANGUAGES)


@every_entry
def test_languages_have_the_same_shape(entry):
    shapes = set()
    for language in LANGUAGES:
        said = entries.get_text(entry.id, language)
        rows = len(said.example.rows) if said.example else 0
        shapes.add((len(said.causes), len(said.steps), bool(said.afterwards), rows))
    assert len(shapes) == 1


@every_entry
def test_languages_use_the_same_fields(entry):
    used = set()
    for language in LANGUAGES:
        said = entries.get_text(entry.id, language)
        parts = ((said.meaning,), said.causes, said.steps, (said.note, said.afterwards))
        used.add(tuple(frozenset(fields(*part)) for part in parts))
    assert len(used) == 1


@every_language
@every_entry
def test_fields_are_captured_by_a_message_and_have_words_for_when_they_are_not(entry, language):
    captured = fields(*(template for said in entry.messages.values() for template in said))
    used = fields(*all_texts(entry.id, language))
    assert used <= captured
    unsaid = used - set(entries.get_common(language).fields)
    assert not unsaid, f"what else to say for these belongs under `fields` in common*.{language}.json"


@every_language
@every_entry
def test_the_plain_meaning_needs_no_names(entry, language):
    said = entries.get_text(entry.id, language)
    assert not fields(said.title, said.meaning_plain)


@every_language
@every_entry
def test_marks_come_in_pairs_and_phrases_are_filled_in(entry, language):
    for text in all_texts(entry.id, language):
        assert text.count("**") % 2 == 0
        assert not re.search(r"@[a-z]", text)


@every_entry
def test_facts_point_at_what_exists(entry):
    assert entry.area in entries.all_areas()
    assert entry.where in ("products", "inventory", "orders")
    assert entry.severity in ("error", "warning", "info")
    assert entry.era in ("spreadsheet", "amazon-listing", "product-publication", "any")
    assert not set(entry.english_on) & {"en", *entry.messages}
    assert "en" in entry.messages or not entry.english_on
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", entry.date)
    assert entry.id not in entry.related
    assert set(entry.related) <= {one.id for one in ENTRIES}
    assert set(entry.links) <= set(entries.get_link_addresses())
    assert entry.source in entries.get_common("en").sources
    for part in (entry.codes, entry.checks, entry.settings, entry.links, entry.related):
        assert len(part) == len(set(part))


@every_entry
def test_a_shown_answer_is_whole_in_every_language(entry):
    for language in LANGUAGES:
        answer = make_answer(entry, {}, language)
        shown = " ".join((answer.title, answer.meaning, *answer.causes, *answer.steps, answer.afterwards))
        assert not re.search(r"[{}@]|\*\*", shown + answer.note)
        assert answer.afterwards
        assert answer.source.endswith(entry.date)


@every_language
@pytest.mark.parametrize("part", entries.Common.__slots__)
def test_shared_texts_have_the_same_keys_and_fields(part, language):
    english, here = (
        getattr(entries.get_common("en"), part),
        getattr(entries.get_common(language), part),
    )
    assert here.keys() == english.keys()
    assert all(fields(here[key]) == fields(english[key]) for key in english)


@every_language
def test_shared_texts_cover_areas_links_and_pages(language):
    shared = entries.get_common(language)
    assert set(entries.all_areas()) <= set(shared.areas)
    assert set(entries.get_link_addresses()) <= set(shared.links)
    assert set(shared.afterwards) == {"products", "inventory", "orders"}
    assert set(shared.eras) == {"spreadsheet", "amazon-listing", "product-publication", "any"}


@pytest.mark.parametrize(("key", "addresses"), entries.get_link_addresses().items())
def test_links_are_whole_and_lead_to_known_places(key, addresses):
    own = {"any", *LANGUAGES, *marketplaces.countries()}
    assert set(addresses) <= own or set(addresses) == {"marketplace"}
    for language, url in addresses.items():
        if language == "marketplace":
            assert re.fullmatch(r"/[\w/-]*", url)
            continue
        parts = urlsplit(url)
        assert parts.scheme == "https"
        assert parts.netloc in HOSTS
        assert not re.search(r"[#\s]", url)
        if parts.netloc == "help.vtex.com":
            assert parts.path.startswith(f"/{language}/")


@pytest.mark.parametrize("country", ["", *marketplaces.countries()])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_seller_central_are_those_of_the_marketplace(language, country):
    code = country or {"en": "US", "pt": "BR", "es": "MX"}[language]
    host = marketplaces.seller_central(code)
    assert re.fullmatch(r"sellercentral(-europe)?\.amazon\.[a-z.]+", host)
    for key in (
        "seller-central",
        "seller-support",
        "ean-exemption",
        "help-copyright",
        "help-gcid",
        "help-gpsr",
    ):
        assert urlsplit(entries.make_link(key, language, country).url).netloc == host


@pytest.mark.parametrize(
    ("language", "country", "host"),
    [
        ("es", "", "brandservices.amazon.com.mx"),
        ("es", "ES", "brandservices.amazon.es"),
        ("en", "ES", "brandservices.amazon.es"),
        ("pt", "BR", "brandservices.amazon.com.br"),
        ("es", "US", "brandservices.amazon.com"),
        ("en", "SE", "brandservices.amazon.com"),
        ("pt", "", "brandservices.amazon.com.br"),
        ("pt", "DE", "brandservices.amazon.de"),
        ("es", "DE", "brandservices.amazon.de"),
        ("es", "BR", "brandservices.amazon.com.br"),
        ("pt", "CA", "brandservices.amazon.ca"),
        ("es", "SE", "brandservices.amazon.com"),
    ],
)
def test_the_brand_registry_is_that_of_the_country(language, country, host):
    assert urlsplit(entries.make_link("brand-registry", language, country).url).netloc == host


def test_each_known_issue_has_its_number_and_one_number_is_one_entry():
    numbers = [issue for entry in ENTRIES if entry.area == "known-issues" for issue in entry.issues]
    assert all(entry.issues for entry in ENTRIES if entry.area == "known-issues")
    assert len(numbers) == len(set(numbers))
    assert {"417639", "482173", "557223", "990197", "1127410"} <= set(numbers)


@pytest.mark.parametrize(
    ("error_id", "texts"),
    [
        (
            "amazon-invalid-grant-code",
            (
                "A solicitação tem um parâmetro de concessão inválido: code",
                "La solicitud tiene un parámetro de concesión no válido: code",
            ),
        ),
        ("amazon-invalid-grant", ("La solicitud tiene un parámetro de concesión no válido: refresh_token",)),
        (
            "amazon-participations-denied",
            (
                "O acesso a Sellers.ListMarketplaceParticipations foi negado.",
                "Se denegó el acceso a Sellers.ListMarketplaceParticipations.",
            ),
        ),
        ("amazon-79503", ("Amazon will generate invoice for shipmentId N/A, orderId N/A",)),
        ("amazon-18146", ("Uma marca registrada é usada sem direito",)),
    ],
)
def test_a_text_of_amazons_leads_to_its_entry_in_each_language(error_id, texts):
    for text in texts:
        assert recognise(text).matches[0].error_id == error_id


def test_an_error_number_leads_to_its_entries():
    assert "asin-creation-not-allowed-for-brand" in {entry.id for entry in entries.find_by_code("5461")}
    assert entries.find_by_code("no such number") == ()


def test_twins_know_each_other():
    ids = ("order-inactive-sku", "sla-inactive-sku", "oos-inactive-sku")
    for one in ids:
        assert set(ids) - {one} <= set(entries.get_entry(one).related)


# What the study material says, wherever it is at hand.


def as_compared(text):
    """The message as it is compared: entities, quotes, case, blanks and the last full stop do not count."""
    plain = unicodedata.normalize("NFC", html.unescape(text))
    plain = re.sub("[“”‘’]", lambda quote: '"' if quote[0] in "“”" else "'", plain)
    return re.sub(r"\s+", " ", plain).strip().rstrip(".").casefold()


def as_pattern(template):
    pattern = re.escape(as_compared(template)).replace(r"\ ", " ")
    pattern = re.sub(r"(?:\\\()?\\\{\w+\\\}(?:\\\))?", r"\\(?.+?\\)?", pattern)
    return re.compile(pattern.replace(r" \(?.+?\)?", r" ?\(?.+?\)?"))


def fits(entry, message):
    templates = [template for said in entry.messages.values() for template in said]
    return any(as_pattern(template).fullmatch(as_compared(message)) for template in templates)


def shared_messages():
    path = SHARED / "domain" / "vtex-messages.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else []


@needs_shared
def test_the_ids_are_those_of_the_domain_notes():
    assert sorted(one["id"] for one in shared_messages()) == sorted(VTEX_IDS)


@needs_shared
@pytest.mark.parametrize("known", shared_messages(), ids=lambda known: known["id"])
def test_every_message_and_variant_is_in_a_template(known):
    entry = entries.get_entry(known["id"])
    spellings = [said for said in known["message"].values() if said] + known.get("variants", [])
    assert [said for said in spellings if not fits(entry, said)] == []


@needs_shared
@pytest.mark.parametrize("known", shared_messages(), ids=lambda known: known["id"])
def test_every_language_of_a_message_is_accounted_for(known):
    entry = entries.get_entry(known["id"])
    stored = {language for language, said in known["message"].items() if said}
    assert stored <= set(entry.messages) | set(entry.english_on)


def contract_rows(section):
    path = SHARED / "design" / "contract.md"
    if not path.is_file():
        return []
    text = path.read_text("utf-8").split(f"## {section}.")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in text.splitlines()]
    return [(row[0].strip("`"), row[-1]) for row in rows if row[0].startswith("`") and len(row) > 2]


@needs_shared
def test_the_errors_that_checks_name_have_entries_that_name_the_checks():
    ids = {entry.id for entry in ENTRIES}
    for section, part in ((2, "checks"), (3, "settings")):
        rows = contract_rows(section)
        assert len(rows) > 10
        for code, said in rows:
            for error_id in set(re.findall(r"[a-z]+(?:-[a-z]+)+", said)) & ids:
                assert code in getattr(entries.get_entry(error_id), part), (code, error_id)


@needs_shared
@pytest.mark.parametrize(("section", "part"), [(2, "checks"), (3, "settings")])
def test_the_checks_that_entries_name_exist(section, part):
    codes = {code for code, _ in contract_rows(section)} | LATER_CHECKS
    assert {code for entry in ENTRIES for code in getattr(entry, part)} <= codes
    assert {one.code for one in CHECKS} >= LATER_CHECKS


def seed_messages():
    """The messages of the seed documents: lines all in bold, or all in backticks."""
    found = []
    for path in sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []:
        for line in path.read_text("utf-8").splitlines():
            bare = line.strip().removeprefix("- ")
            if re.fullmatch(r"\*\*.{30,}\*\*\s*", bare) or re.fullmatch(r"`[^`]+`", bare):
                found.append(bare.replace("**", "").replace("`", "").strip())
    return found


# What each answer must name of the seed documents: words of every cause and of every step.
SEEDS = {
    "map-global-category-missing-or-wrong": [
        "no VTEX global category",
        "does not correspond",
        "Set the global category",
        "match one of Amazon’s general categories",
    ],
    "map-specification-not-in-catalog": [
        "No product or SKU specification",
        "as a SKU specification",
        "as a product specification",
        "VALID VALUES",
    ],
    "map-value-not-accepted": [
        "not one that Amazon supports",
        "create it in the VTEX catalog",
        "VALID VALUES",
    ],
    "map-global-category-id-not-found": ["is not set, or is set to the wrong one", "Set the global category"],
    "map-material-or-department-not-accepted": [
        "requires Department or Material",
        "Add the attribute",
        "Add a row to the sheet as in the example",
    ],
    "map-spreadsheet-not-uploaded": ["was never uploaded", "Fill in VTEX’s mapping template", "Upload it"],
    "map-specification-value-not-in-product": [
        "was not added to the SKU in the VTEX catalog",
        "add it in the catalog",
        "Redo the row",
    ],
    "map-minimum-age-unit": ["years or in months", "Upload the corrected sheet"],
    "map-variation-not-accepted": ["VariationTheme", "SizeColor", "ColorSize", "Correct every row"],
    "map-sizemap-not-accepted": ["value mapped to SizeMap is wrong", "VALID VALUES"],
    "map-targetgender-not-accepted": ["value mapped to TargetGender is wrong", "VALID VALUES"],
    "map-color-and-size-not-found": [
        "No values were added for Color and Size",
        "mandatory",
        "VALID VALUES",
        "accepted value",
    ],
    "map-author-missing": [
        "mandatory Author attribute was not added",
        "VALID VALUES",
        "Create a product specification",
    ],
    "map-size-not-accepted": ["Size value was not filled in correctly", "VALID VALUES"],
    "map-color-not-accepted": ["Color value was not filled in correctly", "VALID VALUES"],
    "attr-color-missing": [
        "mandatory",
        "The SKU has no value",
        "no row for it",
        "Add a SKU specification",
        "Redo the mapping",
    ],
    "attr-targetgender-mandatory": [
        "mandatory",
        "Department or TargetGender",
        "Add the product specification TargetGender",
        "Redo the mapping",
    ],
    "match-attribute-divergence": [
        "differently in the two catalogs",
        "Change the attribute’s value in the VTEX",
    ],
    "asin-missing-attributes": [
        "matches no ASIN",
        "not enough to create one",
        "mandatory-attribute spreadsheet",
    ],
    "token-expired-or-no-permission": [
        "serial number of the MWS authorization token",
        "contact Amazon",
        "Authorize VTEX again",
        "Edit configuration",
    ],
    "mws-account-no-permission": ["permission is missing", "Contact Amazon through Seller Central"],
    "config-shipping-type-name-mismatch": ["differ", "Seller Central’s own help", "Paste the name"],
    "config-seller-id-mismatch": [
        "the ID that Amazon gave you",
        "Seller Central’s own help",
        "Amazon Seller Id",
    ],
    "global-category-not-configured": [
        "does not exist at Amazon",
        "Check the product’s global category mapping",
        "linked to one of Amazon’s",
    ],
    "sku-inactive-warning": [
        "only active SKUs",
        "old collection",
        "trade policy",
        "Catalog > Products and SKUs",
        "activate it",
    ],
    "order-no-available-sla": ["rules out every delivery option", "shipping simulation", "Fix the cause"],
    "order-sku-out-of-stock": ["too little stock", "Fix the cause"],
    "order-sku-inactive-or-out-of-channel": [
        "Catalog > Products and SKUs",
        "own registration",
        "in bulk",
        "not associated with the integration’s trade policy",
        "associate them with the trade policy",
    ],
    "order-sku-not-in-vtex-store": [
        "removed from the catalog",
        "Amazon sent wrong information",
        "contact Amazon",
    ],
}


def told(error_id):
    answer = make_answer(entries.get_entry(error_id), {}, "en")
    return " ".join((answer.meaning, *answer.causes, *answer.steps))


@pytest.mark.parametrize("error_id", SEEDS)
def test_an_answer_names_each_cause_and_step_of_its_seed(error_id):
    said = told(error_id)
    assert [words for words in SEEDS[error_id] if words not in said] == []


@needs_shared
def test_every_message_of_the_seeds_is_in_the_catalogue():
    messages = seed_messages()
    assert len(messages) >= 29
    found = {message: [entry.id for entry in ENTRIES if fits(entry, message)] for message in messages}
    assert {message: ids for message, ids in found.items() if len(ids) != 1} == {}
    assert {ids[0] for ids in found.values()} == set(SEEDS)


@every_language
def test_the_worked_example_of_the_seed_is_shown(language):
    example = make_answer(entries.get_entry("map-material-or-department-not-accepted"), {}, language).example
    names = {"en": ("Gender", "Women"), "pt": ("Gênero", "Feminino"), "es": ("Género", "Femenino")}
    field, value = names[language]
    assert example.rows == (("3", "", "Information", field, "Department", value, "Female"),)


@every_entry
def test_examples_are_rows_of_the_template(entry):
    for language in LANGUAGES:
        example = entries.get_text(entry.id, language).example
        for row in example.rows if example else ():
            category, theme, kind, *_ = row
            assert len(row) == 7
            assert category.isdigit()
            assert kind == ("Variation" if theme else "Information")


def test_each_entry_was_held_against_its_page_on_one_day_after_its_text():
    listed = [error_id for held in resources.read_json("errors/held.json").values() for error_id in held]
    assert sorted(listed) == sorted(entry.id for entry in ENTRIES)
    assert [entry.id for entry in ENTRIES if entry.held < entry.date] == []


def test_each_paraphrase_is_of_an_error_and_in_every_language() -> None:
    written = resources.read_json("errors/paraphrases.json")
    assert {entry.id for entry in entries.all_entries()} >= written.keys()
    assert all(said.keys() == set(LANGUAGES) for said in written.values())
