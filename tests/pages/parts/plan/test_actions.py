import pytest

from tests.pages.looking import go, offered, tables, words


def listed(app):
    return next((found for found in tables(app) if "Forecast moved" in found), None)


def choice(app, label):
    return next(box for box in app.selectbox if box.label == label)


def test_there_are_four_choices_and_all_is_the_first_of_each(app):
    go(app, "actions", quarter="2024/25 Q3")
    for label in ("Weakness", "Workstream", "Lead role", "Status"):
        assert choice(app, label).options[0] == "all"
        assert choice(app, label).value == "all"


@pytest.mark.parametrize(
    ("key", "asked", "heading", "held"),
    [
        ("owner", "SEND assessment and placement lead", "Lead role", "SEND assessment and placement lead"),
        ("for_weakness", "8", "Weaknesses", "8"),
    ],
)
def test_what_is_chosen_narrows_the_list_to_it(app, key, asked, heading, held):
    found = listed(go(app, "actions", quarter="2024/25 Q3", **{key: asked}))
    assert 0 < len(found) < 116
    assert all(held in text for text in found[heading])


def test_the_actions_of_a_workstream_are_fewer_and_their_lead_roles_its_own(app):
    found = listed(go(app, "actions", quarter="2024/25 Q3", for_workstream="3"))
    assert 0 < len(found) < 116
    assert "SEND assessment and placement lead" in set(found["Lead role"])


def test_a_choice_that_is_none_is_all(app):
    assert len(listed(go(app, "actions", quarter="2024/25 Q3", status="Purple", for_weakness="77"))) == 116


def test_choices_that_leave_nothing_leave_the_choices(app):
    go(app, "actions", quarter="2024/25 Q3", for_workstream="3", owner="NHS commissioning lead", status="No status")
    assert listed(app) is None
    assert "No action here is past the date agreed first." in words(app)
    assert len(app.selectbox) == 3 + 4, "quarter, area and who looks, and the four choices; no action to choose"


def test_the_chart_of_dates_says_how_it_is_read(app):
    key = "Each line starts at the date agreed first; level is on time, a line that climbs slips, a filled sign is done."
    assert key in words(go(app, "actions", quarter="2024/25 Q3"))


def test_one_action_is_told_with_its_criterion_and_its_dates(app):
    go(app, "actions", quarter="2024/25 Q3", action="APP-6.01")
    assert choice(app, "Action").value == "APP-6.01"
    assert "Success criterion: " in words(app)
    assert [file.label for file in offered(app)][-2:] == [
        "Chart as image (SVG): How the date of APP-6.01 moved",
        "Table as CSV: Action APP-6.01",
    ]


def test_a_correction_of_words_alone_proves_what_was_done_and_leaves_the_figures(app):
    before = listed(go(app, "actions", quarter="2024/25 Q1", as_at="2024-08-31")).set_index("Ref")
    assert before.loc["APP-1.01", "Status"].endswith("Green")
    after = listed(go(app, "actions", quarter="2024/25 Q1", as_at="2024-09-30")).set_index("Ref")
    assert after.loc["APP-1.01", "Status"].endswith("Blue")


def test_a_correction_of_figures_alone_leaves_the_actions_of_the_return_that_it_corrects(app):
    before = listed(go(app, "actions", quarter="2024/25 Q2", as_at="2024-11-30"))
    after = listed(go(app, "actions", quarter="2024/25 Q2", as_at="2024-12-31"))
    assert len(before) == 116
    assert after.equals(before)
