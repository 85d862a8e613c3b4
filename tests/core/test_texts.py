"""Which language a person reads."""

from __future__ import annotations

import pytest

from listo.core.texts import language_of, system_language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("pt-BR", "pt"),
        ("pt_BR.UTF-8", "pt"),
        ("es_MX", "es"),
        ("ES", "es"),
        ("es.UTF-8", "es"),
        ("es@euro", "es"),
        ("pt_BR:pt:en", "pt"),
        ("gl:es:en", "es"),
        ("en_US.UTF-8", "en"),
        ("Portuguese_Brazil", "pt"),
        ("Spanish_Mexico", "es"),
        ("de_DE", "en"),
        ("C", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_that_serves_a_tag(tag: str | None, language: str) -> None:
    assert language_of(tag) == language


def test_the_system_says_it_where_the_environment_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "es_CO.UTF-8")
    assert system_language() == "es"
