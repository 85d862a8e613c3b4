"""Which language a person reads, and one name for one thing in all that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.texts import language_of, system_language

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


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


@pytest.mark.parametrize("language", ["en", "pt", "es"])
def test_a_menu_of_vtex_is_said_by_its_newer_name_first(language: str) -> None:
    """Connections, which older Admins call Integrations: one order, wherever the way to a page is told."""
    older = {"en": "Integrations", "pt": "Integrações", "es": "Integraciones"}[language]
    paths = (f"errors/common.{language}.json", f"settings/{language}.json", f"texts/{language}.json")
    for path in paths:
        text = (RESOURCES / path).read_text(encoding="utf-8")
        assert f"> {older} >" not in text, path
        assert "MARKETPLACE" not in text, path
        assert older in text, f"{path}: the older name is told too"
