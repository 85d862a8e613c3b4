"""What looks like a token, password or key is seen wherever it stands; what a seller types is not one."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from listo import cli
from listo.core import paths
from listo.core.errors import InputError
from listo.core.settings.checks import check
from listo.core.settings.messages import message_of
from listo.core.settings.tokens import looks_secret
from listo.core.settings.types import NAMES_FIELD, TEXT_FIELDS, Settings
from listo.core.storage.tables import Profiles
from listo.core.texts import Texts

PLANTED = "Zq7PlantedSecret4Listo"
SECRETS = [
    f"Atzr|IwEBI{PLANTED}",
    f"Atza|IwEBI{PLANTED}",
    f"atzr%7CIwEBI{PLANTED}",
    "amzn.mws.4ea38b7b-f563-7709-4bae-87aeaEXAMPLE",
    f"amzn1.oa2-cs.v1.{PLANTED}",
    "AKIAIOSFODNN7EXAMPLE",
    "my key is ASIAIOSFODNN7EXAMPLE.",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    f"  At\u200bzr|{PLANTED}",
    f"refresh_token={PLANTED}",
    "vtexappkey-store-ABCDEF",
    "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl",
    "-----BEGIN RSA PRIVATE KEY-----",
    "Bearer 0123456789abcdefXYZ",
    "A1b2" * 12,
]
ORDINARY = [
    "A3TESTSELLERO",
    "AKIATESTSELLER",
    "Modelo padrão da Amazon",
    "Basic delivery in metropolitan areas",
    "Frete Expresso Transportadora Interestadual",
    "https://sellercentral.amazon.com.br/sw/AccountInfo/MerchantToken/step/MerchantToken",
    "/home/ana/Documentos/Amazon/Modelos_de_categoria/Flat.File.Shoes-lite.br_2026-11-21.xlsm",
    r"C:\Users\Ana Souza\Downloads\CAMISETA_SHIRT_TEMPLATE_2026.xlsm",
    "123e4567-e89b-12d3-a456-426614174000",
    "amzn1.application-oa2-client.1234",
    "ana.souza+amazon@lojadaanaemsaopaulo.com.br",
    "7.99=6.99+1.00",
    "Catzr|x"[1:4],
    "",
]


@pytest.mark.parametrize("text", SECRETS)
def test_a_secret_is_seen_in_every_field(text: str) -> None:
    assert looks_secret(text)
    for name in (*TEXT_FIELDS, NAMES_FIELD):
        settings = Settings(**{name: (text,) if name == NAMES_FIELD else text})
        report = check(settings, today=date(2026, 11, 21))
        of_field = [found for found in report.findings if found.field == name]
        assert [(found.code, found.value) for found in of_field] == [("secret-in-field", "")]
        assert text.strip() not in repr(report)
        assert not any(text in message_of(found, Texts("en")) for found in report.findings)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_a_seller_types_is_no_secret(text: str) -> None:
    assert not looks_secret(text)


def everything_kept() -> Iterator[bytes]:
    for folder in {paths.data_folder(), paths.log_folder()}:
        for file in folder.rglob("*"):
            if file.is_file():
                yield file.read_bytes()


def test_a_planted_secret_is_found_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    handler = logging.FileHandler(paths.log_folder() / "listo.log", encoding="utf-8")
    logging.getLogger().addHandler(handler)
    secret = f"Atzr|IwEBI{PLANTED}"
    file = tmp_path / "store.json"
    try:
        with closing(Profiles()) as profiles:
            profiles.save("Ana", Settings(seller_id="A3TESTSELLERO"))
            for name in TEXT_FIELDS:
                with pytest.raises(InputError):
                    profiles.save("Ana", Settings(**{name: secret}))
            with pytest.raises(InputError):
                profiles.save("Ana", Settings(shipping_type_name_at_amazon=("Frete", secret)))
            for attempt in (
                lambda: profiles.save(secret, Settings()),
                lambda: profiles.rename("Ana", secret),
            ):
                with pytest.raises(InputError):
                    attempt()
            file.write_text(
                json.dumps({"affiliate_id": secret, "other": [secret], secret: 1}), encoding="utf-8"
            )
            for form in ("text", "json", "ics"):
                cli.main(["settings", str(file), "--format", form])
            file.write_text(f'seller_id = "{secret}" {secret}', encoding="utf-8")
            assert cli.main(["settings", str(file)]) == 2
            kept = b"".join(everything_kept())
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    out = capsys.readouterr()
    assert b"A3TESTSELLERO" in kept
    for said in (kept.decode("utf-8", "replace"), out.out, out.err, caplog.text):
        assert PLANTED not in said
