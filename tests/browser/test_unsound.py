"""A server that starts beside a reference file with a slip: a person reads a sentence, under every address."""

import urllib.error
import urllib.request

import pytest

from programme.reference_check import PUT_RIGHT
from tests.browser.conftest import serve
from tests.reference_copies import project_copied, put

pytestmark = pytest.mark.browser


@pytest.fixture
def unsound(tmp_path):
    project = project_copied(tmp_path)
    put(project / "data" / "reference", "areas.csv", "area_code,area,", "area_code,areas,")
    yield from serve(tmp_path / "none.duckdb", project=project)


@pytest.mark.parametrize("address", ["", "upload"])
def test_a_person_reads_which_file_and_row(page, unsound, address):
    page.goto(f"{unsound}/{address}")
    page.get_by_text("data/reference/areas.csv, row 1: it must have the column area, got: areas").wait_for()
    assert page.get_by_role("heading", name="The reference files must be put right first").count() == 1
    page.get_by_text(PUT_RIGHT).wait_for()
    assert page.get_by_text("Traceback").count() == 0
    with pytest.raises(urllib.error.HTTPError) as answered:
        urllib.request.urlopen(f"{unsound}/readyz", timeout=5)
    with answered.value as refusal:
        assert refusal.code == 503
