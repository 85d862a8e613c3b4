"""Settings in files: TOML or JSON by whomever, tolerant of what is strange, written back the same."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.errors import InputError
from listo.core.settings.files import as_toml, document_of, parse_settings, read_settings, settings_of
from listo.core.settings.tokens import looks_secret
from listo.core.settings.types import FLAG_FIELDS, NAMES_FIELD, TEXT_FIELDS, Settings

TOML = """
seller_id = "A3TESTSELLERO"
shipping_type_name = "Modelo padrão "
shipping_type_name_at_amazon = ["Modelo padrão", "Retirada"]
authorized_on = 2026-01-14
expires_on = "14/1/2027"
trade_policy = 2
minimum_stock = 0
send_kits = "sim"
dont_send_price = false
"""
SETTINGS = Settings(
    seller_id="A3TESTSELLERO",
    shipping_type_name="Modelo padrão ",
    shipping_type_name_at_amazon=("Modelo padrão", "Retirada"),
    authorized_on="2026-01-14",
    expires_on="14/1/2027",
    trade_policy="2",
    minimum_stock="0",
    send_kits=True,
    dont_send_price=False,
)


def test_toml_and_json_mean_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(document_of(SETTINGS)), encoding="utf-8")
    assert read_settings(tmp_path / "a.toml").settings == SETTINGS
    assert read_settings(tmp_path / "a.json").settings == SETTINGS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_of_an_editor_is_read(encoding: str) -> None:
    assert parse_settings(TOML.encode(encoding), "a.toml").settings == SETTINGS


def test_without_a_name_the_content_tells_the_form() -> None:
    assert parse_settings(TOML, "-").settings == SETTINGS
    assert parse_settings(' {"trade_policy": 2}', "-").settings == Settings(trade_policy="2")
    assert parse_settings("", "-").settings == Settings()


def test_one_name_at_amazon_may_stand_alone() -> None:
    assert settings_of({NAMES_FIELD: "Retirada"}).settings.shipping_type_name_at_amazon == ("Retirada",)
    assert settings_of({NAMES_FIELD: ""}).settings == Settings()


def test_a_moment_counts_as_the_day_on_its_own_clock() -> None:
    parsed = parse_settings("authorized_on = 2026-01-14T23:30:00-03:00", "a.toml")
    assert parsed.settings.authorized_on == "2026-01-14"


def test_what_is_unknown_or_of_no_use_is_told_and_left_out() -> None:
    parsed = settings_of({"shop": "Ana", "seller_id": ["A"], "send_kits": "perhaps", "trade_policy": None})
    assert parsed.settings == Settings()
    assert (parsed.unknown_keys, parsed.mistaken) == (("shop",), ("seller_id", "send_kits"))


def test_a_secret_in_any_key_is_seen_and_not_repeated() -> None:
    parsed = settings_of(
        {"refresh": "Atzr|x", "Atza|y": 1, "nested": {"deep": "amzn.mws.z"}, "seller_id": ["Atzr|w"]}
    )
    assert parsed.secret_keys == ("refresh", "…", "nested", "seller_id")
    assert "Atz" not in repr(parsed)


@pytest.mark.parametrize(
    ("content", "line"),
    [("a = 1\nb = [", "2"), ('{\n"a": }', "2"), ("[1]", "1"), ("a = 1\n\n= 2", "3"), ("[" * 100_000, "1")],
)
def test_what_cannot_be_read_is_told_by_its_line(content: str, line: str) -> None:
    with pytest.raises(InputError) as error:
        parse_settings(content, "a.json" if content.startswith("[") else "a.txt")
    assert (error.value.code, error.value.arguments["line"]) == ("settings-not-readable", line)


def test_a_file_that_is_no_settings_file(tmp_path: Path) -> None:
    (tmp_path / "big.toml").write_bytes(b"#" * 2_500_000)
    wanted = {"big.toml": "file-too-large", "none.toml": "file-not-found", ".": "file-not-readable"}
    for name, code in wanted.items():
        with pytest.raises(InputError) as error:
            read_settings(tmp_path / name)
        assert error.value.code == code


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20).filter(
    lambda text: not looks_secret(text)  # what does is never written: see below
)
whole_settings = st.builds(
    Settings,
    **{name: texts for name in TEXT_FIELDS if name not in ("authorized_on", "expires_on")},
    **{name: st.none() | st.booleans() for name in FLAG_FIELDS},
    authorized_on=st.dates().map(str),
    **{NAMES_FIELD: st.lists(texts.filter(bool), max_size=3).map(tuple)},
)


@given(whole_settings)
def test_settings_come_back_from_a_file_as_they_were(settings: Settings) -> None:
    assert parse_settings(as_toml(settings), "a.toml").settings == settings
    assert parse_settings(json.dumps(document_of(settings)), "a.json").settings == settings


def test_dates_are_dates_in_the_file() -> None:
    assert "expires_on = 2027-01-14" in as_toml(SETTINGS)
    assert parse_settings(as_toml(SETTINGS), "").settings.expires_on == str(date(2027, 1, 14))


def test_a_secret_is_not_written() -> None:
    with pytest.raises(InputError) as error:
        as_toml(Settings(trade_policy="Atzr|x"))
    assert (error.value.code, error.value.arguments["field"]) == ("secret-refused", "trade_policy")
