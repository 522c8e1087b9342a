"""A filled return that LibreOffice opened and saved again, as .xlsx and as .ods, says the same to the last word."""

import shutil
import subprocess
from datetime import date

import pytest

from loaders.pipeline import check_file
from loaders.sample import SAMPLE

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


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_return_survives_libreoffice(kind, tmp_path):
    source = SAMPLE / "2024-25-Q3.xlsx"
    before = check_file(source.read_bytes(), source.name, today=TODAY)
    again = saved_by_libreoffice(source, kind, tmp_path)
    after = check_file(again.read_bytes(), again.name, today=TODAY)
    assert (before.findings, after.findings) == ((), ())
    assert told(after) == told(before)
