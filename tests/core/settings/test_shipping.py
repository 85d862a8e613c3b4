"""What a category template says of the seller's account."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import builders_amazon as build
from listo.core.errors import InputError
from listo.core.settings.checks import check
from listo.core.settings.shipping import read_template
from listo.core.settings.types import CategoryTemplate, example

TODAY = date(2026, 11, 21)


def test_a_template_tells_names_account_marketplace_and_day(tmp_path: Path) -> None:
    path = build.save(build.generation_3("pt"), tmp_path / "t.xlsx")
    assert read_template(path) == CategoryTemplate(
        ("Migrated Template", "Freeship above 15$"), build.ACCOUNT, build.MARKETPLACE, date(2026, 8, 7)
    )


def test_the_settings_are_compared_with_it(tmp_path: Path) -> None:
    template = read_template(build.save(build.generation_3("pt"), tmp_path / "t.xlsx"))
    changed = {"shipping_type_name": "Freeship above 15$ ", "shipping_type_name_at_amazon": ()}
    found = check(example(**changed, marketplace="MX").settings, today=TODAY, template=template).findings
    assert [one.code for one in found] == [
        "shipping-type-mismatch",
        "template-old",
        "template-other-marketplace",
        "template-other-account",
    ]


def test_a_template_without_an_account_holds_only_the_placeholder(tmp_path: Path) -> None:
    template = read_template(build.save(build.generation_1(), tmp_path / "t.xlsx"))
    found = check(example(shipping_type_name_at_amazon=()).settings, today=TODAY, template=template).findings
    assert {"shipping-type-uncompared", "template-without-names"} <= {one.code for one in found}


def test_another_spreadsheet_is_refused(tmp_path: Path) -> None:
    path = build.save(build.processing_report(), tmp_path / "report.xlsx")
    with pytest.raises(InputError) as error:
        read_template(path)
    assert error.value.code == "reference-not-recognised"
