"""A filled return that LibreOffice opened and saved again, as .xlsx and as .ods, says the same to the last word."""

import shutil
import subprocess
from datetime import date

import pytest

from loaders.pipeline import check_file, load
from loaders.sample_files import SAMPLE
from programme.sheets.book import WRITTEN
from store.database import Database
from store.snapshot import snapshot
from tests.accepting import by

SOFFICE = shutil.which("soffice")
TODAY = date(2025, 2, 4)


def saved_by_libreoffice(source, kind, folder):
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{source.stem}.{kind}"


def told(checked):
    """The figures and the words of a return, without the file they came from."""
    figures = {(each.key, each.value, each.symbol, each.status, each.note) for each in checked.submission.figures}
    words = [(each.sheet, each.row, each.heading, each.text) for each in checked.submission.entries]
    return figures, words, checked.submission.cover


def held(database):
    """The figures that count, and the words of every sheet, as the store gives them back."""
    with snapshot(database) as known:
        figures = {key: (each.value, each.symbol, each.status, each.note) for key, each in known.facts.items()}
        words = {form.name: [row.cells for _, rows in known.rows(form.name) for row in rows] for form in WRITTEN}
        return figures, words


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_return_survives_libreoffice_into_the_store(kind, tmp_path):
    source = SAMPLE / "2024-25-Q3.xlsx"
    before = check_file(source.read_bytes(), source.name, today=TODAY)
    again = saved_by_libreoffice(source, kind, tmp_path)
    after = check_file(again.read_bytes(), again.name, today=TODAY)
    assert (before.findings, after.findings) == ((), ())
    assert told(after) == told(before)
    stores = []
    for file in (source, again):
        with Database.open(tmp_path / f"{file.suffix[1:]}-{len(stores)}.duckdb") as database:
            assert load(database, file.read_bytes(), file.name, by(), today=TODAY).version.number == 1
            stores.append(held(database))
    assert stores[0] == stores[1]
    assert len(stores[0][0]) == len(before.submission.figures)
