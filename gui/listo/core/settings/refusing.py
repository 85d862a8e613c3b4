"""The check that no field holds a secret. What it finds never says what stood there."""

from __future__ import annotations

from collections.abc import Iterable

from listo.core.settings.model import FIELDS, Case, Check, Found, Settings, example
from listo.core.settings.secrets import looks_secret


def secret_fields(settings: Settings) -> tuple[str, ...]:
    """Return the fields whose values look like a token, password or key."""
    return tuple(name for name, texts in settings.texts().items() if any(map(looks_secret, texts)))


def _secret(case: Case) -> Iterable[Found]:
    return (Found(name, "") for name in case.secret)


CHECKS = (
    Check(
        code="secret-in-field",
        severity="error",
        fields=FIELDS,
        judge=_secret,
        wrong=(
            example(affiliate_email="Atzr|IwEBIExampleOfARefreshToken"),
            example(seller_id="amzn.mws.4ea38b7b-f563-7709-4bae-87aeaEXAMPLE"),
            example(shipping_type_name_at_amazon=("Entrega rápida 15$", "Atza|IwEBIExample")),
            example(default_zip="AKIAIOSFODNN7EXAMPLE"),
            example(trade_policy="amzn1.oa2-cs.v1.example"),
        ),
    ),
)
