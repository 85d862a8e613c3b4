"""What the seller's own Amazon category template says of the account, and the checks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from listo.core.errors import InputError
from listo.core.references.detection import detect_kind, read_amazon_values
from listo.core.references.model import AmazonValues
from listo.core.settings.dates import parse_date
from listo.core.settings.model import Case, Check, Found, Template, example
from listo.core.settings.shipping import is_placeholder
from listo.core.vocabulary import marketplaces
from listo.core.workbooks import read_workbook

FRESH = timedelta(days=90)
"""How old a template may be before Listo says so. The span is ours."""

_FIELD = "amazon_template"


def read_template(path: Path, progress: Callable[[int, int], None] | None = None) -> Template:
    """Return what a category template says of the account.

    Raises InputError: what reading a workbook raises, `reference-not-recognised` for another spreadsheet.
    """
    workbook = read_workbook(path, progress=progress)
    if detect_kind(workbook) != "amazon-values":
        raise InputError("reference-not-recognised", file=path.name, case="template")
    return template_of(read_amazon_values(workbook))


def template_of(values: AmazonValues) -> Template:
    """Return what a category template that was read already says of the account."""
    made_on = parse_date(values.timestamp)
    return Template(values.shipping_templates, values.account, values.marketplace, made_on)


def _old(case: Case) -> Iterable[Found]:
    made_on = case.template and case.template.made_on
    if made_on and case.today - made_on > FRESH:
        arguments = {"date": str(made_on), "days": str((case.today - made_on).days)}
        yield Found(_FIELD, case.settings.amazon_template, arguments=arguments)


def _other_marketplace(case: Case) -> Iterable[Found]:
    made_for = marketplaces.country(case.template.marketplace) if case.template else None
    country = marketplaces.country_code(case.settings.marketplace)
    if made_for and country and made_for != country:
        words = {"made_for": f"country.{made_for}", "country": f"country.{country}"}
        yield Found(_FIELD, case.settings.amazon_template, words=words)


def _other_account(case: Case) -> Iterable[Found]:
    account = case.template.account if case.template else ""
    typed = case.settings.seller_id.strip()
    if account and typed and typed != account:
        arguments = {"account": account}
        yield Found("seller_id", case.settings.seller_id, "", arguments, suggestions=(account,))


def _without_names(case: Case) -> Iterable[Found]:
    if case.template is None or any(not is_placeholder(name) for name in case.template.shipping_names):
        return
    variant = "placeholder" if case.template.shipping_names else "none"
    yield Found(_FIELD, case.settings.amazon_template, variant)


_BRAZIL = "A2Q3Y263D00KWC"
_RIGHT = Template(("Entrega rápida 15$",), "A3TESTSELLERO", _BRAZIL, date(2026, 8, 23))

CHECKS = (
    Check(
        code="template-old",
        severity="warning",
        fields=(_FIELD,),
        judge=_old,
        wrong=(example(Template(_RIGHT.shipping_names, made_on=date(2026, 8, 22))),),
        right=(example(_RIGHT), example()),
    ),
    Check(
        code="template-other-marketplace",
        severity="warning",
        fields=(_FIELD,),
        judge=_other_marketplace,
        wrong=(example(Template(_RIGHT.shipping_names, marketplace="A1AM78C64UM0Y8")),),
        right=(example(_RIGHT),),
    ),
    Check(
        code="template-other-account",
        severity="info",
        fields=("seller_id",),
        judge=_other_account,
        wrong=(example(Template(_RIGHT.shipping_names, "A3ANOTHERONE00")),),
        right=(example(_RIGHT), example(Template(_RIGHT.shipping_names))),
    ),
    Check(
        code="template-without-names",
        severity="info",
        fields=(_FIELD,),
        judge=_without_names,
        variants=("placeholder", "none"),
        wrong=(example(Template(("default",))), example(Template(()))),
        right=(example(_RIGHT),),
    ),
)
