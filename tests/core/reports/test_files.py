"""Reports as files: written whole or not at all, and never over a source."""

from __future__ import annotations

import pytest

from listo.core.errors import InputError
from listo.core.reports.files import write_report
from report_documents import document


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_report_is_never_written_over_a_source(tmp_path, form):
    source = tmp_path / "mapping.xlsx"
    source.write_bytes(b"mine")
    with pytest.raises(InputError, match="file-is-original"):
        write_report(document(), source, form, sources=[source], overwrite=True)
    other = tmp_path / "other.html"
    other.write_bytes(b"theirs")
    with pytest.raises(InputError, match="file-exists"):
        write_report(document(), other, form, sources=[source])
    assert (source.read_bytes(), other.read_bytes()) == (b"mine", b"theirs")
    write_report(document(), other, form, sources=[source], overwrite=True)
    assert len(other.read_bytes()) > 1000
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_report_that_is_stopped_leaves_nothing(tmp_path, form):
    def stop(_done, _total):
        raise KeyError("stop")

    with pytest.raises(KeyError):
        write_report(document(["x"] * 1000), tmp_path / "r", form, progress=stop)
    with pytest.raises(InputError, match="file-not-writable"):
        write_report(document(["x"]), tmp_path / "missing" / "r", form)
    assert list(tmp_path.iterdir()) == []
