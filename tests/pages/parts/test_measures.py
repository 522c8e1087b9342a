import re

import pytest

from programme.headings import redesign_functions
from tests.pages.looking import go, markup, offered, unmarked


def test_every_kpi_is_listed_once_under_its_weakness_with_the_ratings_counted(app):
    page = markup(go(app, "measures", quarter="2024/25 Q3"))
    assert app.title[0].value.startswith("Six KPIs usually miss their target at a concerning level; ")
    assert page.count("<tr data-rating=") == 87
    assert page.count('scope="rowgroup"') == 9
    assert "▲" in page and ">All 87</button>" in page
    assert "<caption>Every KPI, Kent, 2024/25 Q3</caption>" in page


def test_red_stands_first_in_its_group(app):
    page = markup(go(app, "measures", quarter="2024/25 Q3"))
    group = page[page.index("8 Health waiting times</a> <span") :]
    assert group.index("Autism, ADHD: over a year") < group.index("Wheelchairs in 18 weeks")


def test_the_list_can_be_grouped_by_workstream(app):
    page = markup(go(app, "measures", quarter="2024/25 Q3", by="workstream"))
    assert page.count('scope="rowgroup"') == 5
    assert page.count("<tr data-rating=") == 87


def test_the_list_can_be_grouped_by_function_of_the_redesign_and_the_rest_stands_last(app):
    page = markup(go(app, "measures", quarter="2024/25 Q3", by="function"))
    groups = re.findall(r'<tr class="group" id="([^"]*)">', page)
    assert groups == [*(each.label for each in redesign_functions()), "Under no function"]
    assert page.count("<tr data-rating=") == 87


def test_the_list_can_be_taken_away(app):
    labels = [file.label for file in offered(go(app, "measures", quarter="2024/25 Q3"))]
    assert labels == ["Table as CSV: Every KPI, Kent, 2024/25 Q3", "Heat map as CSV", "Heat map as image (SVG)"]


def test_a_kpi_that_is_none_is_said_and_the_list_shown(app):
    page = markup(go(app, "measures", kpi="*nonsense*"))
    assert [unmarked(each.value) for each in app.warning] == ["There is no KPI “*nonsense*” here: the list of all is shown."]
    assert page.count("<tr data-rating=") == 87


@pytest.mark.parametrize(("by", "groups"), [("function", 7), ("strategy", 2)])
def test_the_list_can_be_grouped_by_function_and_strategy(app, by, groups):
    page = markup(go(app, "measures", quarter="2024/25 Q3", by=by))
    assert page.count('scope="rowgroup"') == groups
    assert page.count("<tr data-rating=") == 87


def test_a_rating_in_the_address_hides_the_others(app):
    page = markup(go(app, "measures", quarter="2024/25 Q3", show="red"))
    assert page.count('<tr data-rating="red"><th') == 22
    assert page.count('" hidden><th scope="row">') == 65


def test_a_grouping_and_a_rating_that_are_none_are_said(app):
    go(app, "measures", by="colour", show="purple")
    assert [each.value for each in app.warning] == [
        "There is no grouping “colour” here: weakness is shown.",
        "There is no rating “purple” here: all is shown.",
    ]
