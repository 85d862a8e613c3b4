"""Plain words as sellers type them, in three languages: the error that they mean is among the first three."""

from __future__ import annotations

import pytest

from listo.core.catalogue.recognition import recognise

PORTUGUESE = [
    ("frete", "config-shipping-type-name-mismatch"),
    ("nome do frete errado", "config-shipping-type-name-mismatch"),
    ("tipo de frete", "config-shipping-type-name-mismatch"),
    ("modelo de envio", "amazon-99036"),
    ("token vencido", "token-expired-or-no-permission"),
    ("token expirado", "token-expired-or-no-permission"),
    ("renovar token", "token-expired-or-no-permission"),
    ("autorização vencida", "token-expired-or-no-permission"),
    ("token revogado", "amazon-invalid-grant"),
    ("categoria global", "map-global-category-missing-or-wrong"),
    ("categoria global não preenchida", "map-global-category-missing-or-wrong"),
    ("categoria global não encontrada", "map-global-category-id-not-found"),
    ("planilha não enviada", "map-spreadsheet-not-uploaded"),
    ("valor não aceito", "map-value-not-accepted"),
    ("tamanho não aceito", "map-size-not-accepted"),
    ("cor não aceita", "map-color-not-accepted"),
    ("variação não aceita", "map-variation-not-accepted"),
    ("tema de variação", "map-variation-not-accepted"),
    ("idade mínima", "map-minimum-age-unit"),
    ("autor", "map-author-missing"),
    ("gênero", "attr-targetgender-mandatory"),
    ("falta a cor", "attr-color-missing"),
    ("especificação não encontrada", "map-specification-not-in-catalog"),
    ("código de barras", "amazon-90188"),
    ("ean inválido", "amazon-90188"),
    ("ean errado", "amazon-90188"),
    ("ean curto", "ean-too-short"),
    ("sem gtin", "sem-gtin-not-valid-ean"),
    ("zeros à esquerda", "amazon-90226"),
    ("ean de outra marca", "amazon-19098"),
    ("imagem", "amazon-20000"),
    ("imagem principal", "amazon-18320"),
    ("foto com marca d'água", "amazon-18027"),
    ("foto", "amazon-20000"),
    ("marca registrada", "amazon-18146"),
    ("aprovação da marca", "amazon-18299"),
    ("marca não autorizada", "brand-not-authorized"),
    ("produto restrito", "amazon-18076"),
    ("categoria bloqueada", "amazon-8026"),
    ("recall", "amazon-19045"),
    ("seller id errado", "inv-invalid-seller-id"),
    ("seller id inválido", "inv-invalid-seller-id"),
    ("sku inativo", "order-inactive-sku"),
    ("estoque zerado", "ki-stock-stays-zero"),
    ("divergência de preço", "order-price-divergence"),
    ("preço muito alto", "amazon-18555"),
    ("erro interno", "amazon-5002"),
    ("título muito longo", "amazon-90225"),
    ("peso zero", "amazon-90221"),
    ("atributo obrigatório", "amazon-90220"),
    ("variação duplicada", "amazon-100899"),
    ("produto pai", "amazon-8007"),
    ("transportadora", "order-carrier-not-in-erp"),
]

SPANISH = [
    ("flete", "config-shipping-type-name-mismatch"),
    ("envío", "config-shipping-type-name-mismatch"),
    ("plantilla de envío", "amazon-99036"),
    ("modelo de envío", "amazon-99036"),
    ("tamaño no aceptado", "map-size-not-accepted"),
    ("talla no aceptada", "map-size-not-accepted"),
    ("color no aceptado", "map-color-not-accepted"),
    ("categoría global", "map-global-category-missing-or-wrong"),
    ("sin stock", "order-sku-out-of-stock"),
    ("falta de stock", "sla-out-of-stock"),
    ("stock en cero", "ki-stock-stays-zero"),
    ("código de barras inválido", "amazon-90188"),
    ("ean incorrecto", "amazon-90188"),
    ("imagen principal", "amazon-18320"),
    ("imagen", "amazon-20000"),
    ("marca de agua", "amazon-18027"),
    ("aprobación de marca", "amazon-18299"),
    ("derechos de autor", "amazon-19122"),
    ("persona responsable", "amazon-18616"),
    ("autorización vencida", "token-expired-or-no-permission"),
    ("acceso denegado", "inv-access-denied"),
    ("seller id equivocado", "inv-invalid-seller-id"),
    ("diferencia de precio", "order-price-divergence"),
    ("producto restringido", "amazon-18076"),
    ("faltan atributos", "amazon-8058"),
    ("plantilla no cargada", "map-spreadsheet-not-uploaded"),
    ("edad mínima", "map-minimum-age-unit"),
    ("código postal", "sla-zip-not-covered"),
    ("valor no aceptado", "map-value-not-accepted"),
    ("retirada del mercado", "amazon-19045"),
]

ENGLISH = [
    ("freight", "config-shipping-type-name-mismatch"),
    ("shipping template", "amazon-99036"),
    ("token expired", "token-expired-or-no-permission"),
    ("access denied", "inv-access-denied"),
    ("refresh token", "amazon-invalid-grant"),
    ("brand approval", "amazon-18299"),
    ("brand not authorized", "brand-not-authorized"),
    ("invalid ean", "amazon-90188"),
    ("barcode", "amazon-90188"),
    ("check digit", "amazon-90188"),
    ("main image", "amazon-18320"),
    ("picture", "amazon-20000"),
    ("watermark", "amazon-18027"),
    ("size not accepted", "map-size-not-accepted"),
    ("color not accepted", "map-color-not-accepted"),
    ("missing color", "attr-color-missing"),
    ("global category", "map-global-category-missing-or-wrong"),
    ("minimum age", "map-minimum-age-unit"),
    ("wrong seller id", "inv-invalid-seller-id"),
    ("inactive sku", "order-inactive-sku"),
    ("out of stock", "sla-out-of-stock"),
    ("price divergence", "order-price-divergence"),
    ("zip code not covered", "sla-zip-not-covered"),
    ("required attribute", "amazon-90220"),
    ("value not in the list", "amazon-90244"),
    ("title too long", "amazon-90225"),
    ("restricted product", "amazon-18076"),
    ("gpsr", "amazon-100526"),
    ("copyright", "amazon-19122"),
    ("trademark", "amazon-18146"),
    ("trade policy", "order-sku-without-trade-policy"),
    ("duplicate variation", "amazon-100899"),
    ("business price", "amazon-95021"),
    ("internal error", "amazon-5002"),
    ("variation theme", "map-variation-not-accepted"),
]


def test_the_table_is_long_enough() -> None:
    assert len({words for words, _ in (*PORTUGUESE, *SPANISH, *ENGLISH)}) >= 90


def first_three(words: str) -> list[str]:
    """The errors that are named first: of several words as answers, of a lone one as the nearest."""
    found = recognise(words)
    if len(words.split()) == 1:
        assert all(match.how != "words" for match in found.matches)
    return [match.error_id for match in (found.matches or found.nearest)[:3]]


@pytest.mark.parametrize(("words", "error_id"), [*PORTUGUESE, *SPANISH, *ENGLISH])
def test_plain_words_find_the_error(words: str, error_id: str) -> None:
    assert error_id in first_three(words)


@pytest.mark.parametrize(("words", "error_id"), [*PORTUGUESE, *SPANISH, *ENGLISH])
def test_case_and_blanks_around_do_not_matter(words: str, error_id: str) -> None:
    assert error_id in first_three(f"  {words.upper()} ")


@pytest.mark.parametrize("words", ["not", "is not", "it is not", "não", "não é", "no es", "no está"])
def test_words_that_only_deny_find_nothing(words: str) -> None:
    assert not recognise(words).matches
