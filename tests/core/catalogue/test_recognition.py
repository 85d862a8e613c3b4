"""The right error for every message however it was pasted, and none for what is no error of ours."""

from __future__ import annotations

import random
import re
import string
import unicodedata
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.catalogue import entries
from listo.core.catalogue.own_words import odds_of_error
from listo.core.catalogue.recognition import Recognition, recognise
from listo.core.catalogue.templates import fold
from message_variants import KINDS, filled

DATA = Path(__file__).parents[2] / "data"
FOREIGN = (DATA / "foreign_messages.txt").read_text(encoding="utf-8").splitlines()
NUMBERS_OF_ERRORS = (DATA / "numbers_of_errors.txt").read_text(encoding="utf-8").split("\n")[:-1]
NUMBERS_OF_OTHERS = (DATA / "numbers_of_others.txt").read_text(encoding="utf-8").split("\n")[:-1]
ROUNDS = 3

MESSAGES = [
    (entry.id, message)
    for entry in entries.all_entries()
    for messages in entry.messages.values()
    for message in messages
]


def twins(kind: str) -> dict[str, set[str]]:
    """The errors whose messages become one text: any of them is right, for the text alone cannot tell."""
    same: dict[str, set[str]] = {}
    for error_id, message in MESSAGES:
        same.setdefault(as_seen(kind, message), set()).add(error_id)
    return same


def as_seen(kind: str, message: str) -> str:
    return fold(KINDS["cut at 60 %"](message, random.Random())) if kind.startswith("cut") else fold(message)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_message_is_still_recognised(kind: str) -> None:
    chance, same = random.Random(2026), twins(kind)
    missed = []
    for error_id, message in MESSAGES * ROUNDS:
        text = KINDS[kind](filled(message, chance), chance)
        found = recognise(text).matches
        if not found or found[0].error_id not in same[as_seen(kind, message)]:
            missed.append((error_id, text, found[:1]))
    share = 1 - len(missed) / (len(MESSAGES) * ROUNDS)
    print(f"{kind}: {share:.2%} of {len(MESSAGES) * ROUNDS}")
    assert share >= 0.99, missed


@pytest.mark.parametrize("behind", [" SKU 8541", ", sku: abc-9", " (SKU ID 12"])
def test_the_sku_behind_a_message_changes_nothing(behind: str) -> None:
    chance, others = random.Random(2026), []
    for _, message in MESSAGES:
        text = filled(message, chance)
        alone, with_sku = (recognise(said, nearest=False).matches[:1] for said in (text, text + behind))
        if [match.error_id for match in alone] != [match.error_id for match in with_sku]:
            others.append((text, alone, with_sku))
    assert len(others) <= 1, others


NAMES = (
    "Tamanho (BR)",
    "Kid's Tee",
    "Composição 80% poliéster, 20% algodão",
    "100% Cotton [US]",
    "Talla: EU",
    "XJ-900(B)",
    "L'Oréal",
    "Café c/ leite",
    "2,5 m",
)
LOST_NAMES = 5
"""Names taken otherwise than they are written: where nothing but a bracket parts two of one message."""

PASTED = ("{}", "2026-11-02 14:03:11 ERROR {}", '"{}"', "{} - SKU 10023", "Erro: {}")


def filled_messages() -> Iterator[tuple[str, str, set[str]]]:
    """Each message of the catalogue with names in its gaps, as it is pasted: error id, text and names."""
    names = cycle(NAMES)
    for entry, pasted in product(entries.all_entries(), PASTED):
        for message in (one for said in entry.messages.values() for one in said if "{" in one):
            fields = {*re.findall(r"\{(\w+)\}", message)}
            named = {field: next(names) for field in sorted(fields)}
            yield entry.id, pasted.format(message.format(**named)), set(named.values())


def test_names_with_marks_of_their_own_are_captured_as_written() -> None:
    right, lost = 0, []
    for error_id, text, names in filled_messages():
        found = recognise(text).matches
        if found and found[0].error_id == error_id:
            missing = names.difference(found[0].captured.values())
            right += len(names) - len(missing)
            lost += [(name, text) for name in missing]
    assert right >= 800
    assert len(lost) <= LOST_NAMES, lost


def test_a_foreign_message_fits_nothing() -> None:
    assert len(FOREIGN) >= 200
    wrong = [(text, recognise(text).matches[0]) for text in FOREIGN if recognise(text).matches]
    assert wrong == []


def test_what_fits_nothing_names_the_nearest_as_such() -> None:
    found = recognise("The listing was paused because the product was put on another shelf of the warehouse")
    assert found.matches == ()
    assert 1 <= len(found.nearest) <= 3


def test_a_sentence_that_is_not_answered_names_what_it_may_be_about() -> None:
    found = recognise("somebody in my team had it switched off, and so it never leaves")
    assert found.matches == ()
    assert found.nearest[0].error_id == "sku-inactive-warning"
    assert recognise("Whisk 3 eggs with 2 cups of flour and bake at 350 for 40 minutes").nearest == ()


@pytest.mark.parametrize(
    "said",
    [
        "O valor {} da especificação Cor não é aceito pela Amazon",
        "El valor {} de la especificación Cor no es aceptado por Amazon",
        "The value {} of the specification Cor is not accepted by Amazon",
    ],
)
@pytest.mark.parametrize("written", ["Azul", '"Azul"', "(Azul)", "Azul da Prússia"])
def test_a_name_without_the_brackets_of_its_message_ends_where_it_is_said_whose_it_is(said, written) -> None:
    found = recognise(said.format(written)).matches[0]
    assert (found.error_id, found.captured) == ("map-value-not-accepted", {"value": written.strip('"()')})


def test_a_letter_alone_comes_near_no_error() -> None:
    for letter in (*string.ascii_letters, "o t", "ç", "s ", "n."):
        assert recognise(letter) == Recognition(letter, ()), letter


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("La corredora con el 8541 se torció el tobillo en la bajada", "sku-data-different"),
        ("La casa del vecino tiene el número 18076 y un jardín", "amazon-18076"),
        ("Kabum: pedido 90220 em separação", "amazon-90220"),
    ],
)
def test_a_number_that_may_be_of_anything_leads_to_its_error_as_one_of_the_nearest(text, error_id) -> None:
    found = recognise(text)
    assert found.matches == ()
    assert error_id in [match.error_id for match in found.nearest]
    assert all(match.captured["code"] in text for match in found.nearest if match.how == "code")


@pytest.mark.parametrize(
    "text",
    [
        "as fotos nao carregam na amazon, diz que nao consegue acessar o link, 20000 y nada",
        "falaram que o produto está muito pequeno na foto, 40 de 18254",
        "o titulo na amazon é outro e diz que contradiz o catálogo, 8541 y nada",
    ],
)
def test_an_error_that_its_words_and_its_number_tell_is_told_once(text: str) -> None:
    told = [match.error_id for match in recognise(text).matches]
    assert told
    assert len({*told}) == len(told)


def test_an_amount_leads_nowhere() -> None:
    for text in ("My rent is now $8541 a month", "o aluguel passou para R$ 90220,00", "8541 x 3 = 25623"):
        assert all(match.how != "code" for match in recognise(text).nearest), text


@pytest.mark.parametrize(
    ("text", "error_id", "captured"),
    [
        (
            "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU "
            "specification in your VTEX catalog",
            "map-specification-not-in-catalog",
            {"specification": "Cor"},
        ),
        (
            "O valor (Azul 100%) preenchido na planilha de mapeamento não é um valor de "
            "atributo/especificação aceito pela Amazon",
            "map-value-not-accepted",
            {"value": "Azul 100%"},
        ),
        (
            "Specification Gênero mapped not found neither in product or sku specifications",
            "raw-specification-not-in-product-or-sku",
            {"specification": "Gênero"},
        ),
        (
            "specificaton Cor (tecido) maped not found neither in product or sku specification",
            "raw-specification-not-in-product-or-sku",
            {"specification": "Cor (tecido)"},
        ),
        (
            "2026-10-05 [ERROR] bridge: msg=\"'Material Type' is required but not supplied.\" retry=1",
            "amazon-90220",
            {"attribute": "Material Type"},
        ),
        (
            "We cannot recognize your parent SKU: [AB-12]. For help on how to proceed, see the help pages",
            "amazon-8007",
            {"sku": "AB-12"},
        ),
        (
            "Uso indebido del logotipo de la marca comercial de Hugo Boss. Más información",
            "amazon-18146",
            {"brand": "Hugo Boss"},
        ),
        (
            "[2026-11-09 10:22] error: [Color [US]] specification value not mapped in file to any amazon "
            "possible values",
            "raw-value-not-mapped-to-amazon",
            {"specification": "Color [US]"},
        ),
        (
            '"Talla (MX)" specification valeu not mapped in file to any amazon possible values',
            "raw-value-not-mapped-to-amazon",
            {"specification": "Talla (MX)"},
        ),
        (
            "O valor de atributo (Cor) deste SKU na VTEX é diferente do da Amazon, na VTEX (Azul) e na "
            "Amazon (Jeans)",
            "match-attribute-divergence",
            {"attribute": "Cor", "vtex_value": "Azul", "amazon_value": "Jeans"},
        ),
        (
            '{"code": "8541", "message": "The SKU data provided is new: color (Merchant: \'Blue\' / '
            "Amazon: 'Navy').\"}",
            "sku-data-conflict",
            {"attribute": "color", "vtex_value": "Blue", "amazon_value": "Navy", "code": "8541"},
        ),
        (
            'msg="We can\'t accept the "Azul" you entered for Color Name" retry=4',
            "amazon-90244",
            {"value": "Azul", "attribute": "Color Name"},
        ),
        (
            "the value of attribute (item_name) for this SKU on VTEX is different from the value it has on "
            'Amazon. It has value (Baker\'s "Big" Bowl) on VTEX and value (Bowl, 2 L) on Amazon.',
            "match-attribute-divergence",
            {"attribute": "item_name", "vtex_value": 'Baker\'s "Big" Bowl', "amazon_value": "Bowl, 2 L"},
        ),
        (
            "Sin embargo, el valor del atributo (marca) de este SKU en VTEX es distinto del valor que tiene "
            "registrado en Amazon. En VTEX es (Peña y Cía.) y en Amazon es (Pena (2)).",
            "match-attribute-divergence",
            {"attribute": "marca", "vtex_value": "Peña y Cía.", "amazon_value": "Pena (2)"},
        ),
        (
            "SKU 77-B, Missing Attributes brand,color. SKU 77-B doesn't match any ASINs. Make sure that all "
            "standard product ids (such as UPC, ISBN, EAN, or JAN codes) are correct.",
            "asin-missing-attributes",
            {"sku": "77-B", "attributes": "brand,color"},
        ),
    ],
)
def test_the_names_in_a_message_are_captured(text: str, error_id: str, captured: dict[str, str]) -> None:
    best = recognise(text).matches[0]
    assert (best.error_id, dict(best.captured)) == (error_id, captured)


@pytest.mark.parametrize("text", ["13013", "error 13013", "Erro: 13013", "código 13013", '"code": "13013"'])
def test_an_error_number_of_amazon_is_enough(text: str) -> None:
    assert "ki-13013" in [match.error_id for match in recognise(text).matches]


ASKED = """
error no. 8541|erro nº 8541|error n.º 8541|erro n 8541|error núm. 8541|Erro Nr. 8541|error nro 8541|err 8541
Err. 8541|ERR-8541|error8541|erro_8541|code-8541|failed with 8541|got a 8541 error|8541 again|8541 otra vez
what does 8541 mean?|o que é 8541|qué significa 8541|ajuda 8541|amz 8541|Amazon says 8541|falha 8541
fallo: 8541|<MessageCode>8541</MessageCode>|messageCode: 8541|issueCode: 8541|código de resultado 8541
reason code 8541|"SKU-1","8541","Error","x"|SKU-1,8541,Error,x|fatal 8541|exception 8541|8541 missing values
me sale 8541|el listing no entra (8541)|errorCode%3D8541|error 8541 & 90999|clave de error 8541|motivo: 8541
8541 please help|what's 8541|no. 8541 amazon|deu o 8541 de novo|tá dando 8541|I keep seeing 8541
8541 attribute error|o relatório mostra 8541|feed result 8541|número 8541 da amazon|8541 atributos ausentes
o erro da amazon é o 8541, da cor
"""
MEANT_OTHERWISE = """
{} seguidores|${}|{} mAh|{} km|marca {} horas|{} errores en el log|{} errors found|getting {} visits a day
ERP code {}|internal code {}|código interno {}|supplier code {}|http error {}|código {} do almoxarifado
{},Camiseta,P,59.90|{};Camiseta;P|deu {} reais|amazon vendió {} unidades|shows {} views|error on line {}
ticket #{}|cod fornecedor {}|código da loja {}|CEP {}-000|R$ {}|me dio {} pesos
pedido número {} na amazon|I see {} people|muestra {} unidades|see {} Main Street, Austin, TX|dando {} reais
"""


def said(lines: str) -> list[str]:
    return [text for line in lines.split("\n") for text in line.split("|") if text]


@pytest.mark.parametrize("text", said(ASKED))
def test_an_error_number_is_known_in_whatever_words_it_is_met(text: str) -> None:
    assert "match-attribute-divergence" in {match.error_id for match in recognise(text).matches}


@pytest.mark.parametrize("number", ["8541", "90220", "18320", "20000"])
@pytest.mark.parametrize("text", said(MEANT_OTHERWISE))
def test_a_number_of_other_things_is_no_error(text: str, number: str) -> None:
    assert recognise(text.format(number)).matches == ()


def codes_in(text: str) -> set[str]:
    """The known numbers that a text may name: also with wide digits and with parted thousands."""
    said = unicodedata.normalize("NFKC", text).casefold()
    joined = re.sub(r"(?<=[0-9])[., ](?=[0-9]{3}\b)", "", said)
    return entries.all_codes().intersection(re.findall(r"md[0-9]+|[0-9]+|[a-z]+_[a-z]+", f"{said} {joined}"))


def test_a_number_that_nothing_else_explains_is_that_of_an_error() -> None:
    assert len(NUMBERS_OF_ERRORS) >= 800
    missed = []
    for text in NUMBERS_OF_ERRORS:
        right = {entry.id for code in codes_in(text) for entry in entries.find_by_code(code)}
        found = recognise(text).matches
        if not found or found[0].error_id not in right:
            missed.append((text, found[:1]))
    assert missed == []


def test_thousands_of_numbers_in_one_line_are_judged_in_no_more_time_than_a_few() -> None:
    """Without a bound each is held against all others, which takes a minute."""
    found = recognise("8541 " * 20_000)
    assert "sku-data-conflict" in {match.error_id for match in found.matches}
    header = "code;" * 20_000
    assert isinstance(recognise(f"{header}\n" + "8541;\n" * 2_000).matches, tuple)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 30_000 + " 8541",
        "erro" + " " * 90_000 + "8541",
        "erro" + "\n" * 90_000 + "8541",
        "err" * 30_000,
        "(" * 90_000,
        "\\" * 90_000,
        " \u2018" * 45_000,
    ],
)
def test_what_is_long_and_of_one_kind_is_read_once(text: str) -> None:
    """Patterns that begin anew at each letter take from seven seconds to three minutes for these."""
    assert isinstance(recognise(text), Recognition)


def named(text: str) -> set[str]:
    return {match.captured["code"] for match in recognise(text).matches if match.how == "code"}


@pytest.mark.parametrize(
    "text", ["8541 8572", "8541/8572", "8541\n8572", "8541, 8572 obrigado", "18299\t8541"]
)
def test_numbers_of_errors_and_nothing_else_are_all_named(text: str) -> None:
    assert named(text) == set(re.findall("[0-9]+", text))


def test_a_number_beside_a_whole_message_is_named_too() -> None:
    found = recognise("error 90220 'color' is required but not supplied. and error 99022").matches
    assert {"amazon-90220", "amazon-99022"} <= {match.error_id for match in found}
    assert named("Error 99022: https://sellercentral.amazon.com/gp/errorcode/200692370") == {"99022"}
    assert named("sellercentral.amazon.com/errorCode/8541 and error 8572") == {"8541", "8572"}


@pytest.mark.parametrize(
    "text",
    ["Error 8541 in Photoshop", "Shopee error code 90009", "Minecraft error code 5000.", "Excel error 8541"],
)
def test_a_number_of_another_program_or_shop_is_none_of_amazons(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    "text", ["tá dando 90220 na camiseta", "me sale 8541 en la taza", "why 18299 on my mug"]
)
def test_what_says_nothing_changes_nothing(text: str) -> None:
    number = named(text)
    assert number
    for changed in (
        f"{text}.",
        f"{text} ",
        f'"{text}"',
        f"oi, {text}",
        f"{text}, gracias",
        text.replace(" ", "\xa0"),
    ):
        assert named(changed) == number, changed


@pytest.mark.parametrize("picture", ["\\ud83d\\ude00", "\ud83d", "\U0001f600"])
def test_a_picture_beside_a_number_is_read_whole_or_halved(picture: str) -> None:
    assert named(f"erro 8541 {picture} na caneca") == {"8541"}


@pytest.mark.parametrize("said", ["Hi, these are the errors", "Oi, recebi estes erros:", "SKU, errores:"])
def test_a_sentence_above_numbers_is_no_header(said: str) -> None:
    assert named(f"{said}\n8541, 90220") == {"8541", "90220"}


def test_numbers_under_a_header_of_something_else_are_none_of_errors() -> None:
    assert named("SKU;Error code;Price\n18299;8541;4000") == {"8541"}
    assert named("SKU\tStatus\tMessage\n8541\tError\tNo EAN") == set()


def test_a_number_is_an_errors_in_the_column_of_a_table_that_says_so() -> None:
    told = "SKU;Quantidade;Código do erro\nA-1;3;8541\nA-2;5;90220"
    assert {"sku-data-conflict", "amazon-90220"} <= {match.error_id for match in recognise(told).matches}
    assert recognise("Código;Descrição;Preço;Qtd\n8101;Caneca gato;34,90;52").matches == ()


@pytest.mark.parametrize(
    "text",
    [
        "8541;Camiseta azul;Inativo",
        "8541,Mug,inactive",
        "SKU;Código;Preço\nA-1;8541;59,90",
        "https://minhaloja.com.br/busca?q=8541",
    ],
)
def test_a_number_of_a_product_is_none_of_an_error(text: str) -> None:
    assert [match for match in recognise(text).matches if match.how == "code"] == []


def test_a_row_that_is_off_sale_ends_with_why() -> None:
    found = recognise("Capinha astronauta,CAP-ASTR-11,inativo,18146").matches
    assert "amazon-18146" in {match.error_id for match in found}


def test_a_number_that_something_else_explains_is_none_of_an_error() -> None:
    assert len(NUMBERS_OF_OTHERS) >= 800
    found = ((text, recognise(text).matches) for text in NUMBERS_OF_OTHERS)
    assert [(text, matches) for text, matches in found if any(m.how == "code" for m in matches)] == []


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        (
            'El valor del atributo "Size" de la hoja de mapeo no es aceptado por Amazon',
            "map-size-not-accepted",
        ),
        ('El valor de "SizeMap" en la hoja no es aceptado por Amazon', "map-sizemap-not-accepted"),
        ("Valor (Azul) não aceito pela Amazon", "map-value-not-accepted"),
        (
            "The value (Dark blue) in the mapping spreadsheet isn't accepted by Amazon",
            "map-value-not-accepted",
        ),
        ("The mapping sheet's \"Color\" attribute value isn't supported by Amazon", "map-color-not-accepted"),
        ("A Amazon não aceita as variações de SKU da planilha", "map-variation-not-accepted"),
        ("Child ASIN B01 cannot join parent ASIN B02: product types differ", "amazon-100900"),
        ("This SKU is linked to more than one GCID, which isn't permitted", "amazon-8684"),
        ("La factura subida no es un PDF", "amazon-79503"),
        ("Approval is required to list products of this brand", "amazon-18299"),
    ],
)
def test_a_reworded_message_is_recognised(text: str, error_id: str) -> None:
    assert recognise(text).matches[0].error_id == error_id


@pytest.mark.parametrize(
    "text",
    [
        "This field is required",
        "Valor inválido",
        "product",
        "approval to sell the house",
        "Campo obrigatório",
        "faltou a cor da parede",
        "el lector de código de barras no funciona",
        "Permission denied",
    ],
)
def test_what_anybody_says_fits_nothing(text: str) -> None:
    assert recognise(text).matches == ()


@pytest.mark.parametrize("label", ["merchant_shipping_group", "Grupo de la marina mercante (ES)"])
def test_a_name_in_a_message_can_make_it_a_more_special_error(label: str) -> None:
    message = (
        f"No podemos aceptar Modelo 1 que has introducido para {label}. Para solucionarlo, selecciona un "
        "valor aprobado de la lista para tu categoría de productos y vuelve a enviarlo."
    )
    best = recognise(message).matches[0]
    assert (best.error_id, best.captured["value"]) == ("amazon-99036", "Modelo 1")


def test_a_number_holds_the_answer_to_its_errors_where_the_wording_is_new() -> None:
    reworded = '{"code": "90220", "message": "The attribute color is needed here and was left out."}'
    assert [match.error_id for match in recognise(reworded).matches] == ["amazon-90220"]


@pytest.mark.parametrize(
    "text",
    [
        "http://sellercentral.amazon.es/gp/errorcode/6024",
        "https://sellercentral.amazon.com.br/gp/errorcode/6024?ref=x",
        "El vendedor no está autorizado. Para más información, consulta "
        "http://sellercentral.amazon.es/gp/errorcode/6024",
        "errorcode: 6024",
    ],
)
def test_the_address_of_an_error_is_answered_by_its_number(text: str) -> None:
    assert [match.error_id for match in recognise(text).matches] == ["brand-not-authorized"]


def test_the_address_of_an_error_that_is_not_known_is_no_other_error() -> None:
    text = "El vendedor no está autorizado a publicar productos de esta marca. http://x/gp/errorcode/987654"
    assert recognise(text).matches == ()


def test_a_short_number_among_words_of_the_field_is_amazons() -> None:
    found = recognise("codigo de erro 5665 marca não aprovada").matches
    assert {match.error_id for match in found} == {"brand-must-be-approved", "inv-brand-must-be-approved"}


def test_words_of_a_short_number_that_is_not_amazons_fit_nothing() -> None:
    assert recognise("SAP error 5003: posting period is closed").matches == ()


def test_a_cut_message_is_known_by_the_name_that_it_quotes() -> None:
    assert recognise("'Material' is required").matches[0].error_id == "amazon-90220"
    assert recognise("Field 'email' is required").matches == ()


@pytest.mark.parametrize(
    ("sentence", "error_id"),
    [
        ("the fabric percentage is missing for amazon", "amazon-90004200"),
        ("le falta una parte al atributo que pide amazon", "amazon-99022"),
        ("os skus da família se contradizem segundo a amazon", "amazon-8805"),
        ("o item está bloqueado no marketplace", "order-unavailable-status"),
    ],
)
def test_a_sentence_that_no_rule_leads_from_is_held_against_what_errors_are_about(sentence, error_id) -> None:
    assert recognise(sentence).matches[0].error_id == error_id


@pytest.mark.parametrize(
    "question",
    [
        "o que é política comercial na VTEX?",
        "¿Qué es el tema de variación?",
        "what is a trade policy",
        "qual a diferença entre FBA e DBA na Amazon?",
        "qué diferencia hay entre un SKU y un ASIN",
        "como funciona o DBA da Amazon",
        "how much does Amazon charge for a seller account",
    ],
)
def test_who_asks_what_a_word_means_tells_of_no_error(question: str) -> None:
    assert recognise(question).matches == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "I returned the blender to Amazon last month and there is no refund on my card",
        "devolvi os fones, mas não me reembolsaram na Amazon",
        "la edad mínima para entrar al parque es de 12 años",
        "a câmera de segurança mostra acesso negado de madrugada",
        "the cough syrup is out of stock at the pharmacy",
        "esta reserva do hotel não pode ser cancelada",
        "unknown column 'total'",
        "try again later",
    ],
)
def test_what_others_say_with_the_words_of_errors_is_no_error(sentence: str) -> None:
    assert recognise(sentence).matches == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "idade mínima em meses ou anos?",
        "minimum age of this product is 3 years",
        "código vencido",
        "wrong size",
    ],
)
def test_few_words_that_sellers_say_of_an_error_lead_to_it(sentence: str) -> None:
    assert recognise(sentence).matches


def test_who_asks_what_an_error_is_tells_of_it() -> None:
    assert recognise("what is this error: " + "AuthToken is not valid for SellerId").matches
    assert recognise("o que é isso: token da Amazon vencido").matches


def test_an_order_by_its_number_is_no_error() -> None:
    assert recognise("pedido número 8541 na amazon").matches == ()
    assert recognise("número 8801 da amazon").matches[0].error_id == "amazon-number-alone"


def test_a_number_that_is_no_error_fits_nothing() -> None:
    assert recognise("12345").matches == ()


def test_twins_come_together() -> None:
    found = [match.error_id for match in recognise("Inactive SKU").matches]
    assert {"order-inactive-sku", "sla-inactive-sku", "oos-inactive-sku"} <= set(found)
    assert found[0] == "order-inactive-sku"


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    found = recognise(text)
    assert found.text == text
    assert all(0 <= match.score <= 1 for match in (*found.matches, *found.nearest))


def test_capitals_that_have_no_small_letters_are_a_name_like_others() -> None:
    name = "\N{MATHEMATICAL BOLD CAPITAL A}" * 90
    text = f"In the file, entry {name} did not have an espec mapped correctly"
    assert name in recognise(text).matches[0].captured.values()


_HALVES = (
    ("attribute/specification", "attribute", "specification"),
    ("atributo/especificação", "atributo", "especificação"),
    ("atributo/especificación", "atributo", "especificación"),
)


@pytest.mark.parametrize(
    ("error_id", "text"),
    [
        (entry.id, message.replace(both, half).replace("{value}", "Azul").replace("{attribute}", "Color"))
        for entry in entries.all_entries()
        for messages in entry.messages.values()
        for message in messages
        for both, *halves in _HALVES
        if both in message
        for half in halves
    ],
)
def test_an_attribute_or_a_specification_alone_is_the_same_error(error_id, text):
    assert recognise(f"SKU 13000: {text}").matches[0].error_id == error_id


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("deu erro 8058 e também 99022", ["8058", "99022"]),
        ("erro 8058 e 90220 no mesmo SKU", ["8058", "90220"]),
        ("Error 8058, error 90220", ["8058", "90220"]),
        ("fixed 8058 but now 90220", ["8058", "90220"]),
        ("8058/90220", ["8058", "90220"]),
        ("pedido 8058 saiu, pedido 90220 não", []),
        ("error 8058, 5000 units sold", ["8058"]),
        ("erro 8058 no pedido 90220", ["8058"]),
    ],
)
def test_numbers_that_are_named_together_are_answered_each(text, codes):
    found = [match.captured.get("code") for match in recognise(text).matches]
    assert list(dict.fromkeys(found)) == codes


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("O SKU filho [CAM-1] já está ligado a outro pai. Um filho tem um único pai.", "amazon-8032"),
        ("No hay ningún producto con el SKU 77, así que su imagen no se asoció.", "amazon-20005"),
        ("The energy label of this appliance was not provided, or it is not valid.", "amazon-100229"),
    ],
)
def test_a_message_in_other_words_is_known_by_what_it_says(text: str, error_id: str) -> None:
    assert recognise(text).matches[0].error_id == error_id


@pytest.mark.parametrize(
    "text",
    [
        "o preço do produto na Amazon é 99,90",
        "no se encontró el archivo productos.csv",
        "The condition of the road is bad.",
    ],
)
def test_what_has_words_in_common_with_a_message_is_none(text: str) -> None:
    assert recognise(text).matches == ()


def test_of_errors_that_share_a_number_amazons_own_is_first() -> None:
    assert recognise("error 5000").matches[0].error_id.startswith("amazon-")
    assert recognise("erro n° 8541").matches[0].error_id == "sku-data-conflict"


@pytest.mark.parametrize(
    "text", ["erro 8.572", "error 8,572", "nº8572", "el famoso 8572 otra vez", "o 8572 de novo"]
)
def test_a_number_is_known_as_people_write_it(text: str) -> None:
    assert recognise(text).matches[0].error_id == "amazon-8572"


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        (
            'Amazon won\'t take the value of the "Size" attribute in my mapping spreadsheet',
            "map-size-not-accepted",
        ),
        (
            "o valor do atributo SizeMap na planilha de mapeamento não é aceito pela Amazon",
            "map-sizemap-not-accepted",
        ),
        (
            "A value is missing from one or more required columns from this group: [number_of_items = null]",
            "ki-number-of-items-missing",
        ),
        ("Access to Feeds.SubmitFeed denied", "inv-submitfeed-denied"),
        ("Order reservation failed, no SLA available", "ki-order-reservation-sla-not-available"),
        (
            '{"code":"99022","message":"O campo \'standardized_values\' para o atributo \'color\' não tem '
            'valores suficientes"}',
            "ki-color-standardized-values",
        ),
    ],
)
def test_words_of_a_message_can_make_it_a_more_special_error(text: str, error_id: str) -> None:
    assert recognise(text).matches[0].error_id == error_id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Value [750 ml] from the mapping spreadsheet is not an attribute value supported by Amazon",
            "750 ml",
        ),
        (
            "O valor **Verde Oliva** da planilha de mapeamento não é um valor aceito pela Amazon",
            "Verde Oliva",
        ),
        ("La especificación `Ancho útil` de la plantilla de mapeo no está en mi catálogo VTEX", "Ancho útil"),
        (
            "nao achou no catalogo da vtex (produto nem sku) a especificacao 'Cor Base (frente)' da planilha "
            "de mapeamento",
            "Cor Base (frente)",
        ),
        ("the specification Toe Box from the mapping sheet isn't in my VTEX catalog", "Toe Box"),
        ("Entry <b>tipo_de_pelo</b> does not have its spec mapped correctly in the file", "tipo_de_pelo"),
        (
            "No encuentran la especificación Número de bolsillos de la plantilla de mapeo en catálogo VTEX",
            "Número de bolsillos",
        ),
        (
            "the quantities for order id 113-5550012-0042319 were higher than what could be fulfilled, ok",
            "113-5550012-0042319",
        ),
        (
            "acesso não autorizado do seller lojadoze01 ao sales channel 4, falha na comunicação c/ Catálogo",
            "lojadoze01",
        ),
        (
            "O valor (Lilás) da especificação (Cor da alça) da planilha de mapeamento não é aceito na Amazon",
            "Lilás",
        ),
        (
            "El valor 'Rojo (mate)' en la plantilla de mapeo no es un valor de atributo/especificación "
            "aceptado por Amazon",
            "Rojo (mate)",
        ),
        (
            "7731;Pine Shelf 60x20;ERROR;Specification (Shelf Depth) from the mapping spreadsheet was not "
            "found in the product or SKU speci",
            "Shelf Depth",
        ),
        (
            "Ocorreu erro de comunicação com o Catálogo - Acesso não autorizado do seller casadolinho ao sa",
            "casadolinho",
        ),
        (
            "A communication error with Catalog System has occurred - Unauthorized access from seller linho2 "
            "to sales channel 14 <<< anyone else?",
            "14",
        ),
    ],
)
def test_the_name_in_a_reworded_message_is_taken_without_its_marks(text: str, name: str) -> None:
    assert name in recognise(text).matches[0].captured.values()


def test_the_names_of_a_longer_message_are_told_though_a_shorter_one_stands_whole_in_it() -> None:
    """The text ends within the longer one."""
    text = (
        "The SKU data provided conflicts with the Amazon catalog. The standard_product_id value(s) provided "
        "correspond to the ASIN B0C1D2E3F4, but some information contradicts the Amazon catalog. The next"
    )
    assert recognise(text).matches[0].captured["asin"] == "B0C1D2E3F4"


@pytest.mark.parametrize(
    "text",
    [
        "error TS2741: Property 'brand' is missing in type '{ sku: string; }' but required in type 'Item'.",
        "¿Es lo mismo la política comercial que el canal de ventas en VTEX?",
        "Quantas fotos cabem em um anúncio da Amazon, e aceita vídeo também?",
        "Amazon moved the deadline for holiday stock to November 20, our calendar is updated.",
    ],
)
def test_what_speaks_of_no_error_fits_nothing_however_near_its_words_are(text: str) -> None:
    assert recognise(text).matches == ()


@pytest.mark.parametrize(
    "text",
    [
        "fatal: could not read Username for 'https://git.example.net': No such device or address",
        "npm ERR! code ENOENT, no such file or directory, open '/srv/app/package.json' at line 12",
        "Hoje tem promoção de café na padaria da esquina, alguém quer que eu traga?",
    ],
)
def test_what_surely_speaks_of_no_error_is_told_only_what_comes_nearest(text: str) -> None:
    assert odds_of_error(text) < -3
    assert recognise(text).matches == recognise(text, nearest=False).matches == ()


def test_a_whole_message_is_known_within_what_surely_speaks_of_none() -> None:
    text = "Java heap space at com.shop.Bar(Main.java:31) Requested value 'Information' was not found"
    assert odds_of_error(text) < -3
    assert recognise(text).matches == recognise(text, nearest=False).matches != ()


@pytest.mark.parametrize(
    ("well", "ill"),
    [
        ("Amazon approved our brand", "Amazon has not approved our brand"),
        ("Planilha de mapeamento enviada com sucesso", "A planilha de mapeamento não foi enviada"),
        ("El token se renovó", "El token venció y hay que renovarlo"),
    ],
)
def test_what_says_that_all_is_well_is_no_error(well: str, ill: str) -> None:
    assert recognise(well).matches == recognise(well, nearest=False).matches == ()
    assert recognise(ill).matches


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the attribute [wattage] with value [2000 W] not accepted", {"wattage", "2000 W"}),
        ("O valor (Vinho) da especificação (Cor do forro) não foi aceito pela Amazon", {"Vinho"}),
        ("In the file, entry closure did not have an espec mapped correctly", {"closure"}),
        (
            "SKU ZT-8, Missing Attributes number_of_pockets, strap_type. SKU ZT-8 doesn't match any ASINs.",
            {"ZT-8", "number_of_pockets, strap_type"},
        ),
        (
            "VTEX GLOBAL CATEGORY GARDEN HOSES ISN'T CONFIGURED CORRECTLY IN THE INTEGRATION FOR THE SKU",
            {"GARDEN HOSES"},
        ),
    ],
)
def test_a_name_is_what_stands_behind_the_word_that_says_what_it_is(text: str, names: set[str]) -> None:
    assert set(recognise(text).matches[0].captured.values()) == names


def test_a_row_that_begins_with_its_sku_is_the_message_in_it() -> None:
    """5503 is a number of Amazon's, too."""
    said = "Value (Ocre) from the mapping spreadsheet is not an attribute value supported by Amazon"
    assert recognise(f"5503;Gym Towel;{said}").matches[0].error_id == "map-value-not-accepted"
    assert recognise("5503;the product-id does not match").matches[0].error_id == "amazon-5503"


def test_a_message_that_somebody_quotes_and_cuts_off_is_known() -> None:
    text = 'The screen says "Specification Rim Width mapped not found neither in product or" and no more'
    best = recognise(text).matches[0]
    assert (best.error_id, best.captured["specification"]) == (
        "raw-specification-not-in-product-or-sku",
        "Rim Width",
    )


def test_what_is_surely_of_an_error_is_known_though_it_names_something_of_others() -> None:
    said = "the ERP has no record of that carrier (UPS), so the Amazon order failed: carrier not registered"
    assert recognise(said).matches[0].error_id == "order-carrier-not-in-erp"
    assert recognise("UPS: the carrier is not registered in the ERP of the supplier").matches == ()


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("HTTP 403, code: Unauthorized, POST /listingsItems/2021-08-01", "amazon-unauthorized"),
        ("<Error><Type>Sender</Type><Code>AccessDenied</Code></Error>", "inv-authtoken-invalid"),
    ],
)
def test_a_code_that_is_a_word_is_amazons_in_answers_of_its_interface(text: str, error_id: str) -> None:
    assert recognise(text).matches[0].error_id == error_id
    others = text.replace("listingsItems/2021-08-01", "x").replace("403", "401")
    assert recognise(others.replace("<Type>Sender</Type>", "")).matches == ()


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("The VTEX global category (Garden > Ho", "global-category-not-configured"),
        ("2026-11-30 09:00 WARN La categoría global VTEX (Jard", "global-category-not-configured"),
        ("O valor da especificação (Comprim", "map-specification-value-not-in-product"),
    ],
)
def test_a_message_that_ends_within_its_name_is_known_by_what_stands_before(text: str, error_id: str) -> None:
    """The name is not told: it is not all there."""
    best = recognise(text).matches[0]
    assert (best.error_id, best.captured) == (error_id, {})
    assert recognise("a minha categoria (Jard").matches == ()


@pytest.mark.parametrize(
    "text",
    [
        "El valor (Tinta de color) en la plantilla de mapeo no es un valor de atributo/especificación "
        "aceptado por Amazon",
        "Value (Guide for size) from the mapping spreadsheet is not an attribute/specification value "
        "supported by Amazon",
    ],
)
def test_a_name_in_brackets_makes_a_message_no_more_special_one(text: str) -> None:
    assert recognise(text).matches[0].error_id == "map-value-not-accepted"
