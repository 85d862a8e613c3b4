"""The states, tabs and actions of Product Publication: known by their names, silent as anybody's words."""

from __future__ import annotations

import pytest

from listo.core.catalogue.entries import get_entry, get_text
from listo.core.catalogue.recognition import recognise
from listo.core.texts import LANGUAGES, Language

KNOWN = {
    "pp-pending-review": [
        "Revisão pendente",
        "Pending review",
        "Pendiente de revisión",
        "Revisión pendiente",
        "meu SKU está em revisão pendente",
        "my SKU is in pending review",
        "mi SKU está en pendiente de revisión",
        "the match is in pending review",
        "Confirmar e publicar",
        "Recusar sugestão",
        "Rechazar sugerencia",
        "Apenas recusar",
        "Recusar e solicitar revisão",
        "Solo rechazar",
        "Refuse and request review",
    ],
    "pp-sent": [
        "SKU com estado Enviado na Publicação de produtos",
        "estado Publicado en Publicación de producto",
        "status Published on Product Publication",
    ],
    "pp-ready": [
        "Pronto para cadastro",
        "Ready for registration",
        "Listo para registro",
        "Prontos para vincular",
        "Ready to link",
        "Listos para vincular",
        "Prontos para criar e enviar",
        "Ready to create and send",
        "Listos para crear y enviar",
    ],
    "pp-restricted": ["status Restrito na Publicação de produtos", "SKU Restrito", "Solicitar autorização"],
    "pp-returned-with-error": ["Retornado com erro", "Devolvido com erro", "Devuelto con error"],
    "pp-incomplete": [
        "Cadastro incompleto",
        "Registro incompleto",
        "at least 3 keywords",
        "al menos 3 palabras clave",
        "mínimo de 3 palavras-chave",
        "Salvar e enviar não habilita",
        "Guardar y enviar no se habilita",
        "Save and send is disabled",
    ],
}

CAME_BACK = [
    "match back in pending review",
    "match confirmed but it is pending review",
    'SKU reverts to "Pending Review" after match confirmation',
    "confirmei o vínculo e ele está de novo em revisão pendente",
    "pendiente de revisión otra vez después de confirmar",
]

AFTER_CONFIRMATION = [
    "Pending review after confirmation",
    "Revisão pendente após a confirmação",
    "Pendiente de revisión después de la confirmación",
    "revisión pendiente tras confirmar",
]

STAYS_OFF = [
    "Confirmar e publicar não habilita",
    "botão Confirmar e publicar cinza",
    "confirmar e publicar fica apagado",
    "Confirm and publish greyed out",
    "Confirm and publish stays off",
    "Confirmar y publicar no se habilita",
    "Confirmar y publicar deshabilitado",
    "Confirmar y publicar desactivado",
]

ANYBODYS = [
    *("recusar", "solo rechazo llamadas", "apenas recusar a proposta do cliente"),
    *("Enviado", "Publicado", "Restrito", "Restringido", "Restricted", "Sent", "Published"),
    "order status sent",
    "status do pedido: enviado",
    "my blog post is published",
    "app in pending review on Google Play",
    "pull request pending review",
    "comentario pendiente de revisión",
    "ready to link my bank account",
    "use at least 3 keywords in your blog post",
]


@pytest.mark.parametrize(("error_id", "said"), [(one, said) for one, all_ in KNOWN.items() for said in all_])
def test_a_state_is_explained_as_the_state_that_it_is(error_id: str, said: str) -> None:
    assert recognise(said).matches[0].error_id == error_id


@pytest.mark.parametrize("said", CAME_BACK)
def test_what_came_back_after_it_was_confirmed_is_the_known_issue(said: str) -> None:
    assert recognise(said).matches[0].error_id == "ki-match-back-to-review"


@pytest.mark.parametrize("said", AFTER_CONFIRMATION)
def test_a_review_that_waits_after_the_confirmation_is_the_known_issue(said: str) -> None:
    matches = recognise(said).matches
    assert matches[0].error_id == "ki-match-reverts-later"
    assert "1446100" in get_entry(matches[0].error_id).issues


@pytest.mark.parametrize("said", STAYS_OFF)
def test_a_button_that_stays_off_is_that_of_its_own_tab(said: str) -> None:
    found = [match.error_id for match in recognise(said).matches]
    assert found == ["pp-restricted", "pp-too-few-images"]


@pytest.mark.parametrize("said", KNOWN["pp-pending-review"][:7])
def test_a_bare_state_is_no_known_issue(said: str) -> None:
    assert not [match for match in recognise(said).matches if match.error_id.startswith("ki-")]


@pytest.mark.parametrize("said", ANYBODYS)
def test_words_that_are_anybodys_stay_silent(said: str) -> None:
    assert recognise(said).matches == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_few_images_are_those_of_the_suggested_listing(language: Language) -> None:
    suggests = {"en": "Amazon suggests", "pt": "a Amazon sugere", "es": "Amazon sugiere"}
    assert suggests[language] in get_text("pp-too-few-images", language).causes[0]
