import re

import pytest

from tests.browser.steps import visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("weakness", ["2", "6", "8", "9"])
def test_a_statement_prints_on_two_pages(page, filled, weakness):
    visit(page, f"{filled}/weaknesses?weakness={weakness}&quarter=2024/25 Q3")
    page.get_by_role("heading", name="What evidence is missing").wait_for()
    printed = page.pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2
