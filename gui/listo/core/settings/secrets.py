"""What looks like a token, password or key, which no field takes and nothing keeps, and the check of it.

What the check finds never says what stood there.

The forms are those of Amazon's and VTEX's own documents; a long run of mixed letters and digits counts too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from listo.core.settings.differences import is_unseen
from listo.core.settings.types import FIELDS, Case, FieldVerdict, Settings, SettingsCheck, example

_FORMS = re.compile(
    r"""
      atz[a-z] (?: \| | %7c )                       # tokens of Login with Amazon: refresh, access
    | amzn \. mws \.                                # MWS authorisation
    | amzn1 \. oa2-cs                               # client secret
    | (?<! [a-z0-9] ) (?-i: A (?: KIA | SIA ) [A-Z0-9]{16} ) (?! [a-z0-9] )     # AWS key
    | (?<! [a-z0-9/+] ) (?= [a-z0-9/+]* [0-9] ) (?-i: (?= [a-z0-9/+]* [A-Z] ) (?= [A-Z0-9/+]* [a-z] ) )
      [a-z0-9/+]{40} (?! [a-z0-9/+=] )              # AWS secret
    | vtexapp (?: key | token )                     # keys of the VTEX Admin
    | eyj [a-z0-9_-]{8,} \. [a-z0-9_-]{4,} \.       # JSON web token, such as VTEX's cookie
    | -----begin
    | bearer [ ] [a-z0-9+/=_.~-]{16,}
    | (?: client_secret | refresh_token | access_token | auth_?token ) ["']? \s* [:=] \s* \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RUN = re.compile(r"[A-Za-z0-9]{32,}")
"""32 is how many digits 128 bits have, less than which is no key."""

_LONGEST_WORD = 48
"""So many letters or digits in a row are no name: the longest word of a Portuguese dictionary has 46."""


def looks_secret(text: str) -> bool:
    """Return whether a text is, or holds, what looks like a token, password or key."""
    shown = "".join(c for c in unicodedata.normalize("NFKC", text) if not is_unseen(c))
    return bool(_FORMS.search(shown)) or any(_is_key(run) for run in _RUN.findall(shown))


def _is_key(run: str) -> bool:
    """Return whether a run of letters is mixed as only a machine mixes them."""
    return len(run) >= _LONGEST_WORD or all(re.search(kind, run) for kind in ("[a-z]", "[A-Z]", "[0-9]"))


def secret_fields(settings: Settings) -> tuple[str, ...]:
    """Return the fields whose values look like a token, password or key."""
    return tuple(name for name, texts in settings.texts().items() if any(map(looks_secret, texts)))


def _secret(case: Case) -> Iterable[FieldVerdict]:
    return (FieldVerdict(name, "") for name in case.secret)


CHECKS = (
    SettingsCheck(
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
