"""How long Amazon's authorisation still holds, and which texts look like a token, password or key.

Amazon documents 365 days, not a calendar year: authorised on 1 March 2027, it ends on 29 February 2028.

No field takes a secret and nothing keeps one; what the check finds never says what stood there. The forms
are those of Amazon's and VTEX's own documents; a long run of mixed letters and digits counts too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from listo.core.settings.differences import is_unseen
from listo.core.settings.types import (
    FIELDS,
    Case,
    FieldVerdict,
    Settings,
    SettingsCheck,
    TextField,
    Token,
    TokenState,
    example,
    parse_date,
)

LIFETIME = timedelta(days=365)
"""Amazon's documents, see above."""

SOON = 30
"""Days left from which Amazon itself reminds the seller."""

URGENT = 7
"""Days left from which it is said more strongly. Chosen: a week, to find who may renew it."""

_ERROR = "token-expired-or-no-permission"
_KINDS = ("sp-api", "mws")


def token_state(settings: Settings, today: date) -> Token:
    """Return how the authorisation stands on a day; `unknown` where the dates do not tell or contradict.

    It holds through the day `expires_on`; a given day counts for more than one reckoned from the
    day of authorisation.
    """
    authorized, expires = parse_date(settings.authorized_on), parse_date(settings.expires_on)
    if authorized and expires and expires < authorized:
        return Token(None, None, "unknown")
    if authorized and authorized > today:
        authorized = None
    end = expires or (authorized and _end_of(authorized))
    if end is None:
        return Token(None, None, "unknown", authorized)
    days_left = (end - today).days
    return Token(end, days_left, _state(days_left), authorized)


def _end_of(authorized: date) -> date | None:
    try:
        return authorized + LIFETIME
    except OverflowError:  # the year 9999
        return None


def _state(days_left: int) -> TokenState:
    if days_left < 0:
        return "expired"
    return "soon" if days_left <= SOON else "valid"


def _expired(case: Case) -> Iterable[FieldVerdict]:
    token = token_state(case.settings, case.today)
    if token.days_left is not None and token.days_left < 0:
        yield _about(case, token, "since", -token.days_left)


def _expires_soon(case: Case) -> Iterable[FieldVerdict]:
    token = token_state(case.settings, case.today)
    if token.state == "soon" and token.days_left is not None:
        variant = "today" if token.days_left == 0 else "urgent" if token.days_left <= URGENT else "soon"
        yield _about(case, token, variant, token.days_left)


def _about(case: Case, token: Token, variant: str, days: int) -> FieldVerdict:
    """Return what is found at the date that tells it."""
    name: TextField = "expires_on" if parse_date(case.settings.expires_on) else "authorized_on"
    arguments = {"days": str(days), "date": str(token.expires_on)}
    return FieldVerdict(name, case.settings.text(name), variant, arguments)


def _unknown(case: Case) -> Iterable[FieldVerdict]:
    if not case.settings.authorized_on.strip() and not case.settings.expires_on.strip():
        yield FieldVerdict("authorized_on", "")


def _implausible(case: Case) -> Iterable[FieldVerdict]:
    settings = case.settings
    names: tuple[TextField, ...] = ("authorized_on", "expires_on")
    for name in names:
        if settings.text(name).strip() and parse_date(settings.text(name)) is None:
            yield FieldVerdict(name, settings.text(name), "not-a-date")
    authorized, expires = parse_date(settings.authorized_on), parse_date(settings.expires_on)
    if authorized and authorized > case.today:
        yield FieldVerdict("authorized_on", settings.authorized_on, "future", {"today": str(case.today)})
    elif authorized and expires and expires < authorized:
        yield FieldVerdict("expires_on", settings.expires_on, "before", {"authorized": str(authorized)})


def _is_mws(case: Case) -> Iterable[FieldVerdict]:
    if _kind(case) == "mws":
        yield FieldVerdict("token_kind", case.settings.token_kind)


def _kind_unknown(case: Case) -> Iterable[FieldVerdict]:
    if _kind(case) and _kind(case) not in _KINDS:
        yield FieldVerdict("token_kind", case.settings.token_kind, suggestions=_KINDS)


def _kind(case: Case) -> str:
    return case.settings.token_kind.strip().lower().replace("_", "-").replace(" ", "-")


_BOTH = ("authorized_on", "expires_on")

TOKEN_CHECKS = (
    SettingsCheck(
        code="token-expired",
        severity="error",
        error_id=_ERROR,
        fields=_BOTH,
        judge=_expired,
        variants=("since",),
        wrong=(example(expires_on="2026-11-20"), example(authorized_on="2025-11-20")),
        right=(example(expires_on="2027-01-20"), example(authorized_on="2026-11-21")),
    ),
    SettingsCheck(
        code="token-expires-soon",
        severity="warning",
        error_id=_ERROR,
        fields=_BOTH,
        judge=_expires_soon,
        variants=("soon", "urgent", "today"),
        wrong=(
            example(expires_on="2026-12-21"),
            example(authorized_on="2025-11-28"),
            example(expires_on="21/11/2026"),
        ),
        right=(example(expires_on="2026-12-22"), example(authorized_on="2025-12-22")),
    ),
    SettingsCheck(
        code="token-date-unknown",
        severity="warning",
        fields=("authorized_on",),
        judge=_unknown,
        wrong=(example(authorized_on=""),),
        right=(example(authorized_on="", expires_on="2027-02-01"),),
    ),
    SettingsCheck(
        code="token-date-implausible",
        severity="error",
        fields=_BOTH,
        judge=_implausible,
        variants=("not-a-date", "future", "before"),
        wrong=(
            example(authorized_on="last week"),
            example(authorized_on="2026-11-22"),
            example(authorized_on="2026-06-01", expires_on="2026-05-31"),
        ),
        right=(example(authorized_on="1/6/2026"), example(expires_on="2027-06-01")),
    ),
    SettingsCheck(
        code="token-is-mws",
        severity="warning",
        error_id=_ERROR,
        fields=("token_kind",),
        judge=_is_mws,
        wrong=(example(token_kind="mws"),),
        right=(example(token_kind="SP-API"), example(token_kind="")),
    ),
    SettingsCheck(
        code="token-kind-unknown",
        severity="warning",
        fields=("token_kind",),
        judge=_kind_unknown,
        wrong=(example(token_kind="oauth"),),
    ),
)


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
    | (?<! [a-z0-9] ) (?: password | passwd | passphrase | pwd | senha | contrase[ñn]a | api[ _-]?key )
      ["']? \s* [:=] \s* \S                          # what stands before a password
    | :// [^\s/:@]+ : [^\s/@]+ @                     # a password in an address
    | authorization ["']? \s* : \s* ["']? [a-z]+ [ ] [a-z0-9+/=_.~-]{6,}
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


SECRET_CHECKS = (
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
