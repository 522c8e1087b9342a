"""What is taken away says what it is, and that the demonstration is illustrative."""

import pytest

from reports.documents.notes import ILLUSTRATIVE
from tests.browser.steps import visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "button", "name", "about"),
    [
        ("/restatements", "Download as CSV", "restatements.csv", "Figures that have changed"),
        ("/returns", "Download as CSV", "returns.csv", "Returns received, by quarter"),
        (
            "/kpi?kpi=plans_within_20_weeks",
            "Chart as image (SVG)",
            "plans_within_20_weeks.svg",
            "Plans issued within 20 weeks",
        ),
        ("/meeting?item=permanent_exclusions_send", "Chart as image (SVG)", "permanent_exclusions_send.svg", "Permanent"),
    ],
)
def test_a_table_and_a_chart_bear_what_they_are_and_whether_it_is_real(page, filled, path, button, name, about):
    visit(page, f"{filled}{path}")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).first.click()
    assert waiting.value.suggested_filename == name
    told = waiting.value.path().read_text(encoding="utf-8")
    assert about in told and ILLUSTRATIVE in told
