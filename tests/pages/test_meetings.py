import re

from tests.pages.looking import go, markup, words


def test_every_red_is_an_item_that_leads_to_its_place_in_the_presentation(app):
    page = markup(go(app, "meetings", quarter="2024/25 Q3"))
    assert app.title[0].value == "For the meeting: 22 KPIs are red in 2024/25 Q3, and 1 judged amber by its lead"
    groups = re.findall(r'<section class="agenda"><h2>(.*?)</h2><ol start="(\d+)">(.*?)</ol>', page)
    assert groups[0][2].startswith(
        '<li><a href="present?quarter=2024%2F25+Q3&amp;area=Kent&amp;item=neurodevelopmental_over_52_weeks">'
        "Autism, ADHD: over a year</a> <b>71%</b> "
    )
    assert [(name, listed.count("<li>")) for name, _, listed in groups][:4] == [
        ("Red and worsening", 4),
        ("Red, no real change", 12),
        ("Red and recovering", 6),
        ("Red by the rule, judged amber by its lead", 1),
    ]
    assert [name for name, _, _ in groups][4:] == ["Good news: green and improving"]
    assert [int(start) for _, start, _ in groups] == [1, 5, 17, 23, 24]


def test_without_reds_there_is_nothing_to_step_through(app):
    go(app, "meetings", quarter="2019/20 Q1")
    assert app.title[0].value == "No KPI of Kent is red"
    assert "Nothing to step through for Kent in 2019/20 Q1." in words(app)


def test_an_empty_store_offers_the_demonstration(empty_app):
    assert "There are no figures yet" in words(go(empty_app, "meetings"))
