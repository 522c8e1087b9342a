import re

import pytest

from pages.parts.bar import PRINT, search_form
from tests.pages.looking import go, look_as, markup, unmarked


def popovers(app):
    return [block.popover.label for block in blocks(app)]


def blocks(app):
    """Every popover of the page, from the top."""
    found = []

    def walk(node):
        proto = getattr(node, "proto", None)
        if proto is not None and getattr(proto, "WhichOneof", None) and proto.DESCRIPTOR.name == "Block":
            found.extend([proto] if proto.WhichOneof("type") == "popover" else [])
        for child in getattr(node, "children", {}).values():
            walk(child)

    walk(app._tree)
    return found


def test_the_bar_has_view_and_take_away_and_the_way_to_present(app):
    page = markup(go(app, "glossary"))
    assert popovers(app) == ["View", "Take away"]
    assert PRINT in page
    assert re.findall(r'<a class="present" href="([^"]*)">Present</a>', page) == [
        "present?quarter=2024%2F25+Q3&amp;area=Kent"
    ]


@pytest.mark.parametrize(
    ("choices", "label"),
    [
        ({"area": "Kent"}, "View"),
        ({"area": "Ashford"}, "View: Ashford"),
        ({"as_at": "2024-11-30"}, "View: as at 2024-11-30"),
        ({"area": "Dover", "as_at": "2024-11-30"}, "View: Dover, as at 2024-11-30"),
        ({"area": "Atlantis"}, "View"),
    ],
)
def test_view_says_what_differs_before_it_is_opened(app, choices, label):
    go(app, "glossary", **choices)
    assert unmarked(popovers(app)[0]) == label


def test_view_says_as_whom_one_looks(app):
    look_as(app, "reader", "glossary")
    assert unmarked(popovers(app)[0]) == "View: as reader"
    look_as(app, "", "glossary")
    assert popovers(app)[0] == "View"


def test_who_looks_is_kept_from_page_to_page(app):
    look_as(app, "reader", "glossary")
    go(app, "risks")
    assert unmarked(popovers(app)[0]) == "View: as reader"


def test_the_search_box_stands_on_every_page_and_keeps_what_is_looked_at(app):
    page = markup(go(app, "risks", quarter="2023/24 Q4", area="Ashford", as_at="2024-11-30"))
    (form,) = re.findall(r'<form class="search".*?</form>', page)
    assert re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form) == [
        ("quarter", "2023/24 Q4"),
        ("area", "Ashford"),
        ("as_at", "2024-11-30"),
    ]
    assert 'action="search"' in form and 'name="q" value=""' in form


def test_what_was_asked_stands_in_the_box_as_text():
    form = search_form('"><b>a & b', {"area": '"x'})
    assert 'name="q" value="&#34;&gt;&lt;b&gt;a &amp; b"' in form
    assert '<input type="hidden" name="area" value="&#34;x">' in form
    assert 'aria-label="Search KPIs, actions, decisions, risks, voices and words"' in form


def test_a_quarter_that_is_none_is_said_and_the_newest_shown(app):
    go(app, "glossary", quarter="1999/00 Q1")
    assert [unmarked(each.value) for each in app.warning] == ["There is no quarter “1999/00 Q1” here: 2024/25 Q3 is shown."]
    assert app.query_params["quarter"] == "2024/25 Q3"
