"""What the person says of the integration: it decides what is found, is kept, remembered and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

import builders_amazon as build
from examination_files import Amazon, Listed, amazon_file
from listo import cli
from listo.core.mapping.sheet import COLUMNS
from listo.core.reports.texts import ReportTexts
from listo.core.texts import LANGUAGES, Language
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import FileScope, Overview

MATERIAL = Listed("Material", "material_type", "material#1.value", ("Cotton", "Leather"))
SHIRTS, BOOKS, ODD = 212, 784, 99999
EXPORT = ("_SkuId (Não alterável)", "_ProductId (Não alterável)", "_GlobalCategoryId", "_CategoryId", "_Kit")


def quiet(*_: object) -> None:
    """Hear of no progress."""


def sheet(path: Path, *categories: int) -> Path:
    """Write a mapping sheet with a value that no template has, once for each category."""
    book = openpyxl.Workbook()
    book.active.append(COLUMNS)
    for each in categories:
        book.active.append([str(each), "", "Information", "Tecido", "Material", "Couro", "Plutonium"])
    book.save(path)
    return path


def template(path: Path, *types: str) -> Path:
    return build.save(amazon_file(Amazon([MATERIAL], ("Size",), types=types), "generation-3"), path)


class Files(NamedTuple):
    mapping: Path
    shirts: Path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(sheet(tmp_path / "m.xlsx", SHIRTS, BOOKS), template(tmp_path / "shirt.xlsx", "SHIRT"))


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


def wrong_values(overview: Overview) -> int:
    return sum(group.count for group in overview.groups if group.code == "amazon-value-not-accepted")


def scope(overview: Overview, path: Path) -> FileScope:
    found = overview.coverage.scope_of(path)
    assert found is not None
    return found


def resumed(overview: Overview) -> Overview:
    """Return the work as a process begins with that is started after this one died."""
    assert overview.session is not None
    with closing(Jobs()) as other:
        return other.resume(quiet, overview.session)


def said(overview: Overview, path: Path) -> Sequence[str] | None:
    answer = scope(overview, path).said
    return None if answer is None else sorted(answer)


def test_a_file_whose_name_tells_is_asked_about_nothing(jobs: Jobs, files: Files) -> None:
    overview = jobs.open(quiet, files)
    assert scope(overview, files.shirts) == FileScope(
        files.shirts, ("SHIRT",), (SHIRTS,), {"told": (SHIRTS,)}
    )
    assert overview.coverage.uncovered == (BOOKS,)
    assert wrong_values(overview) == 1


def test_a_file_that_tells_nothing_is_asked_about(jobs: Jobs, tmp_path: Path) -> None:
    kurta = template(tmp_path / "kurta.xlsx", "KURTA")
    overview = jobs.open(quiet, [sheet(tmp_path / "m.xlsx", SHIRTS, BOOKS), kurta])
    assert scope(overview, kurta).is_doubtful
    assert scope(overview, kurta).categories == ()
    files, *_ = overview.wizard.steps
    assert (files.condition, files.total) == ("to-do", 1)
    assert overview.checks_in_effect < set(overview.checks_run)
    assert overview.coverage.uncovered == (SHIRTS, BOOKS)
    overview = jobs.set_covers(quiet, kurta, [str(BOOKS)])
    assert not scope(overview, kurta).is_doubtful
    assert overview.coverage.uncovered == (SHIRTS,)
    assert overview.wizard.steps[0].condition == "done"
    assert overview.checks_in_effect == set(overview.checks_run)
    overview = jobs.set_covers(quiet, kurta, [])
    assert not scope(overview, kurta).is_doubtful
    assert overview.coverage.uncovered == (SHIRTS, BOOKS)
    assert scope(jobs.set_covers(quiet, kurta, None), kurta).is_doubtful


def test_what_a_file_is_for_is_checked_changed_taken_back_and_kept(jobs: Jobs, files: Files) -> None:
    jobs.open(quiet, files)
    overview = jobs.set_covers(quiet, files.shirts, [str(BOOKS)])
    assert (wrong_values(overview), overview.coverage.uncovered) == (2, ())
    assert scope(overview, files.shirts).covered == {"told": (SHIRTS,), "confirmed": (BOOKS,)}
    assert (said(resumed(overview), files.shirts), wrong_values(resumed(overview))) == ([str(BOOKS)], 2)
    overview = jobs.set_covers(quiet, files.shirts, ["*"])
    assert (wrong_values(resumed(overview)), said(resumed(overview), files.shirts)) == (2, ["*"])
    overview = jobs.set_covers(quiet, files.shirts, None)
    assert (wrong_values(overview), said(resumed(overview), files.shirts)) == (1, None)


def test_an_answer_stays_while_other_files_come_and_go(jobs: Jobs, files: Files, tmp_path: Path) -> None:
    jobs.open(quiet, files)
    jobs.set_covers(quiet, files.shirts, [str(BOOKS)])
    overview = jobs.open(quiet, [template(tmp_path / "shoes.xlsx", "SHOES")])
    assert wrong_values(overview) == 2
    assert wrong_values(jobs.remove(quiet, files.shirts)) == 0
    assert wrong_values(jobs.open(quiet, [files.shirts])) == 2
    assert wrong_values(jobs.open(quiet, [files.mapping])) == 2
    assert wrong_values(jobs.reload_file(quiet)) == 2


def test_the_next_sheet_of_the_shop_knows_a_template_under_any_name(
    jobs: Jobs, files: Files, tmp_path: Path
) -> None:
    jobs.open(quiet, files)
    jobs.set_covers(quiet, files.shirts, [str(BOOKS)])
    jobs.set_ean(quiet, "exempt")
    again = template(tmp_path / "shirt (2).xlsx", "SHIRT")
    jobs.remove(quiet, files.shirts)
    overview = jobs.open(quiet, [sheet(tmp_path / "next.xlsx", SHIRTS, BOOKS, 187)])
    assert (overview.coverage.files, overview.ean) == ((), "exempt")
    overview = jobs.open(quiet, [again])
    assert (said(overview, again), said(resumed(overview), again)) == ([str(BOOKS)], [str(BOOKS)])
    assert overview.coverage.uncovered == (187,)
    jobs.set_covers(quiet, again, None)
    overview = jobs.open(quiet, [sheet(tmp_path / "third.xlsx", SHIRTS, BOOKS)])
    assert said(overview, again) is None


def test_that_a_file_is_for_no_category_is_true_of_one_sheet_alone(jobs: Jobs, tmp_path: Path) -> None:
    kurta = template(tmp_path / "kurta.xlsx", "KURTA")
    jobs.open(quiet, [sheet(tmp_path / "m.xlsx", SHIRTS, BOOKS), kurta])
    jobs.set_covers(quiet, kurta, [])
    overview = jobs.open(quiet, [sheet(tmp_path / "next.xlsx", SHIRTS, BOOKS)])
    assert scope(overview, kurta).is_doubtful


def test_an_answer_that_names_no_category_of_this_sheet_is_asked_for_again(
    jobs: Jobs, tmp_path: Path
) -> None:
    kurta = template(tmp_path / "kurta.xlsx", "KURTA")
    jobs.open(quiet, [sheet(tmp_path / "m.xlsx", SHIRTS, BOOKS), kurta])
    jobs.set_covers(quiet, kurta, [str(BOOKS)])
    overview = jobs.open(quiet, [sheet(tmp_path / "next.xlsx", SHIRTS, ODD)])
    assert (said(overview, kurta), scope(overview, kurta).is_doubtful) == ([str(BOOKS)], True)


def test_each_shop_has_its_own_answers(jobs: Jobs, files: Files, tmp_path: Path) -> None:
    jobs.open(quiet, files)
    jobs.set_shop(quiet, "Norte")
    jobs.set_covers(quiet, files.shirts, [str(BOOKS)])
    jobs.set_kits(quiet, "not-sent")
    jobs.open(quiet, [sheet(tmp_path / "next.xlsx", SHIRTS, BOOKS)])
    overview = jobs.set_shop(quiet, "Sul")
    assert (overview.kits, wrong_values(overview), said(overview, files.shirts)) == (None, 1, None)
    assert resumed(overview).kits is None
    jobs.set_kits(quiet, "sent")
    overview = jobs.set_shop(quiet, "Norte")
    assert (overview.kits, wrong_values(overview)) == ("not-sent", 2)
    assert (resumed(overview).kits, wrong_values(resumed(overview))) == ("not-sent", 2)


def test_what_was_said_before_the_shop_had_a_name_goes_with_it(
    jobs: Jobs, files: Files, tmp_path: Path
) -> None:
    jobs.open(quiet, files)
    jobs.set_covers(quiet, files.shirts, [str(BOOKS)])
    overview = jobs.set_shop(quiet, "Norte")
    assert said(overview, files.shirts) == [str(BOOKS)]
    overview = jobs.open(quiet, [sheet(tmp_path / "next.xlsx", SHIRTS, BOOKS)])
    assert (overview.shop, said(overview, files.shirts)) == ("Norte", [str(BOOKS)])


def test_all_that_was_said_is_forgotten_with_the_decisions(jobs: Jobs, files: Files, tmp_path: Path) -> None:
    jobs.open(quiet, files)
    jobs.set_covers(quiet, files.shirts, ["*"])
    jobs.forget_decision(quiet, None)
    overview = jobs.open(quiet, [sheet(tmp_path / "next.xlsx", SHIRTS, BOOKS)])
    assert said(overview, files.shirts) is None


def test_the_sample_is_nobodys(jobs: Jobs, files: Files) -> None:
    overview = jobs.sample(quiet)
    [values] = [card.path for card in overview.files if card.kind == "amazon-values"]
    jobs.set_covers(quiet, values, ["*"])
    jobs.set_kits(quiet, "not-sent")
    assert jobs.open(quiet, files).kits is None
    jobs.set_kits(quiet, "sent")
    assert jobs.sample(quiet).kits is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_names_the_categories_without_a_file_as_the_command_line_does(
    jobs: Jobs, files: Files, tmp_path: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    jobs.open(quiet, files)
    assert cli.main(["check", str(files.mapping), "--against", str(files.shirts), "--lang", language]) == 1
    said = ReportTexts(language).say("uncovered", count=1, categories=str(BOOKS))
    assert said in " ".join(capsys.readouterr().out.split())
    for form in ("html", "pdf"):
        written = jobs.report(quiet, tmp_path / f"r.{form}", form, language, overwrite=True)
        assert said in written.read_text("utf-8")
    table = jobs.report(quiet, tmp_path / "r.xlsx", "xlsx", language, overwrite=True)
    cells = (cell for sheet in openpyxl.load_workbook(table) for row in sheet.values for cell in row)
    assert any(said in str(cell) for cell in cells)
    jobs.set_covers(quiet, files.shirts, ["*"])
    assert said not in jobs.report(quiet, tmp_path / "r.html", "html", language, True).read_text("utf-8")


def test_what_is_only_forgotten_is_stored_again_with_all_that_was_said(jobs: Jobs, files: Files) -> None:
    jobs.forget(quiet, jobs.open(quiet, files).session)
    overview = jobs.set_covers(quiet, files.shirts, [str(BOOKS)])
    assert wrong_values(resumed(overview)) == 2


def test_what_category_id_holds_is_told_and_can_be_said(jobs: Jobs, files: Files, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(EXPORT)
    for number in range(4):
        book.active.append([str(number + 1), "7", str(SHIRTS), "33", "Sim" if number else "Não"])
    book.save(tmp_path / "products.xlsx")
    overview = jobs.open(quiet, [*files, tmp_path / "products.xlsx"])
    reading = overview.category_ids
    assert reading is not None
    assert (reading.reading, reading.by, reading.by_global) == ("global", "exports", 4)
    assert overview.has_kits
    overview = jobs.set_category_ids(quiet, "store")
    for each in (overview, resumed(overview)):
        assert each.category_ids is not None
        assert (each.category_ids.reading, each.category_ids.by) == ("store", "person")
    again = jobs.set_category_ids(quiet, None).category_ids
    assert again == reading
