import re
from html import unescape

import pytest

from tests.pages.looking import go, markup, offered, words

KEYS = ("for_weakness", "for_workstream", "owner", "status", "headline", "function")
ROW = re.compile(r'<details class="row" id="([^"]*)"([^>]*)>')


def shown(app) -> dict[str, dict[str, str]]:
    """The actions that the list shows, with what each answers to every choice."""
    found = {}
    for ref, attributes in ROW.findall(markup(app)):
        if " hidden" not in attributes:
            answers = {key: re.search(f'data-{key}="([^"]*)"', attributes).group(1) for key in KEYS}
            found[unescape(ref)] = {key: unescape(each).strip("|") for key, each in answers.items()}
    return found


def test_there_are_six_choices_and_all_is_the_first_of_each(app):
    drawn = markup(go(app, "actions", quarter="2024/25 Q3"))
    assert re.findall(r'<label>([^<]*) <select data-filter="([^"]*)"><option value="" selected>all</option>', drawn) == [
        ("Weakness", "for_weakness"),
        ("Workstream", "for_workstream"),
        ("Lead role", "owner"),
        ("Status", "status"),
        ("Headline area", "headline"),
        ("Function", "function"),
    ]


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("owner", "SEND assessment and placement lead"),
        ("for_weakness", "8"),
        ("for_workstream", "3"),
        ("status", "Red"),
        ("headline", "New leadership"),
        ("function", "Single point of contact"),
    ],
)
def test_what_the_address_chooses_narrows_the_list_to_it(app, key, asked):
    found = shown(go(app, "actions", quarter="2024/25 Q3", **{key: asked}))
    assert 0 < len(found) < 117
    assert all(asked in each[key].split("|") for each in found.values())
    of_meetings = sum(each.startswith("M") for each in found)  # listed beside the plan, and in no count of it
    assert f'<b class="shown">{len(found) - of_meetings}</b> of 116 actions' in markup(app)


def test_a_choice_that_is_none_is_said_and_all_is_shown(app):
    assert len(shown(go(app, "actions", quarter="2024/25 Q3", status="Purple", for_weakness="77"))) == 117
    assert "There is no status “Purple” here: all is shown." in words(app)
    assert "There is no weakness “77” here: all is shown." in words(app)


def test_an_action_that_is_none_is_said(app):
    go(app, "actions", quarter="2024/25 Q3", action="APP-77")
    assert "There is no action “APP-77” here: the list of all is shown." in words(app)


def test_choices_that_leave_nothing_leave_the_choices(app):
    go(app, "actions", quarter="2024/25 Q3", for_workstream="3", owner="NHS commissioning lead", status="No status")
    assert "There is no lead role “NHS commissioning lead” here: all is shown." in words(app)
    assert shown(app) == {}
    assert '<b class="shown">0</b> of 116 actions' in markup(app)


def test_the_longest_late_is_said_and_stands_first_and_the_signs_are_explained(app):
    go(app, "actions", quarter="2024/25 Q3")
    assert app.header[0].value == (
        "Forty-six of 116 actions are past the date agreed first; the furthest from it is APP-8.02, forecast 1,826 days late"
    )
    assert next(iter(shown(app))) == "APP-8.02"
    assert "A hollow circle is the date agreed first, a diamond the forecast, a filled circle the day it was done" in words(
        app
    )


def test_one_action_is_told_with_its_criterion_and_its_dates(app):
    go(app, "actions", quarter="2024/25 Q3", action="APP-6.01")
    drawn = markup(app)
    assert drawn.count(" open><summary>") == 1 and re.search(r'id="APP-6.01"[^>]* open>', drawn)
    assert "<dt>Success criterion</dt>" in drawn
    assert "How the date of APP-6.01 moved" not in words(app), "it stands in the picture"
    assert [file.label for file in offered(app)][:2] == [
        "Table as CSV: Accelerated Progress Plan, actions as at 2024/25 Q3",
        "Table as CSV: Action APP-6.01",
    ]


def test_a_correction_of_words_alone_proves_what_was_done_and_leaves_the_figures(app):
    assert shown(go(app, "actions", quarter="2024/25 Q1", as_at="2024-08-31"))["APP-1.01"]["status"] == "Green"
    assert shown(go(app, "actions", quarter="2024/25 Q1", as_at="2024-09-30"))["APP-1.01"]["status"] == "Blue"


def test_a_correction_of_figures_alone_leaves_the_actions_of_the_return_that_it_corrects(app):
    before = shown(go(app, "actions", quarter="2024/25 Q2", as_at="2024-11-30"))
    after = shown(go(app, "actions", quarter="2024/25 Q2", as_at="2024-12-31"))
    assert len(before) == 116
    assert after.pop("M1-4")["owner"] == "NHS commissioner", "the board met between"
    assert after == before
