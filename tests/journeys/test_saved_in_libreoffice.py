"""LibreOffice, which shares nothing with Listo, opens every saved file and shows what was put into it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import handmade
import rich_workbook
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
from study_material import SHARED
from timeouts import TIMEOUT_S

SOFFICE = shutil.which("soffice")
TEMPLATES = sorted(SHARED.glob("data/amazon-templates/*.xls?"))
_AS_TEXT = "Text - txt - csv (StarCalc):44,34,76,1,1/2/2/2/3/2"
"""Commas, double quotes, UTF-8, from line 1 on, three columns of text: what a person ticks in the dialog."""

pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not on this machine")


@dataclass(frozen=True)
class Saved:
    """A file that Listo wrote: the sheet with the new texts, and the texts of some cells that were there."""

    path: Path
    sheet: str
    texts: dict[Cell, str]


def old_excel(path: Path) -> Path:
    return handmade.xls(path, b"".join(handmade.xls_label(row, 0, f"old {row}") for row in range(9)))


def opendocument(path: Path) -> Path:
    cell = '<table:table-cell office:value-type="string"><text:p>a &amp; b</text:p></table:table-cell>'
    return handmade.ods(path, {"Plan1": f"<table:table-row>{cell}{cell}</table:table-row>" * 5})


def commas(path: Path) -> Path:
    path.write_bytes(("\ufeffCategoryID,Valor\r\n" + '12,"Azul, claro"\r\n' * 9).encode())
    return path


MAKERS = {
    "xlsxwriter": rich_workbook.write_rich,
    "openpyxl": rich_workbook.write_with_openpyxl,
    "old-excel": old_excel,
    "opendocument": opendocument,
    "text": commas,
}
NEW = ("Listo < 1 & ção", " two\nlines ", "00123")


def saved(path: Path, folder: Path) -> Saved:
    """Write a copy with new texts in the first sheet with something in it, over old cells and beyond them."""
    workbook = read_workbook(path)
    table = next(table for table in workbook.tables if len(table.rows) > 3)
    texts = {Cell(row, column): text for row, column, text in zip((1, 3, 700), (0, 1, 2), NEW, strict=True)}
    copy = write_copy(workbook, folder / path.stem, {table.name: texts})
    kept = {Cell(row, 0): table.text(row, 0) for row in range(min(12, len(table.rows)))}
    return Saved(copy, table.name, kept | texts)


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> dict[str, tuple[Saved, Path]]:
    """Give for each name the saved file, and what LibreOffice wrote after it had opened it."""
    folder = tmp_path_factory.mktemp("libreoffice")
    originals = [make(folder / f"{name}.original") for name, make in MAKERS.items()]
    copies = folder / "saved"
    copies.mkdir()
    files = {path.stem: saved(path, copies) for path in (*originals, *TEMPLATES)}
    damaged = copies / "damaged.xlsx"
    damaged.write_bytes(files["openpyxl"].path.read_bytes()[:-300])
    texts = [file.path for file in files.values() if file.path.suffix == ".csv"]
    others = [file.path for file in files.values() if file.path.suffix != ".csv"]
    convert(folder / "profile", folder / "out", [damaged, *others])  # all with one start, which takes long
    convert(folder / "profile", folder / "out", texts, f"--infilter={_AS_TEXT}")
    files["damaged"] = Saved(damaged, "", {})
    return {name: (file, folder / "out" / f"{name}.xlsx") for name, file in files.items()}


def convert(profile: Path, folder: Path, files: list[Path], *options: str) -> None:
    """Have LibreOffice open the files and write each again, with nobody there to let it repair one."""
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += [*options, "--convert-to", "xlsx", "--outdir", str(folder), *map(str, files)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(TIMEOUT_S)
    finally:
        if process.poll() is None and sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)  # the program itself is a child of what was started
            process.wait()


@pytest.mark.parametrize("name", [*MAKERS, *(path.stem for path in TEMPLATES)])
def test_a_saved_file_opens_with_its_new_texts(opened, name):
    file, written = opened[name]
    workbook = read_workbook(written)
    table = workbook.table(file.sheet) or workbook.tables[0]  # a text file's sheet has another name there
    assert {cell: table.text(*cell).strip() for cell in file.texts} == {
        cell: text.strip() for cell, text in file.texts.items()
    }


def test_a_damaged_file_would_have_been_noticed(opened):
    assert not opened["damaged"][1].exists()


def test_hidden_sheets_are_hidden_there_too(opened):
    tables = read_workbook(opened["xlsxwriter"][1]).tables
    assert [table.name for table in tables if table.hidden] == ["Hidden", "Very hidden"]
