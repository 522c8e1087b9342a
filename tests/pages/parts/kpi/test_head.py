from pages.parts.telling import literal
from tests.pages.looking import go, markup, words

QUARTER = "2024/25 Q3"


def test_the_title_is_the_finding_and_the_sentence_can_be_said_aloud(app):
    go(app, "kpi", kpi="plans_over_52_weeks", quarter=QUARTER)
    title = "Plans issued after more than a year: 8.8%, floor missed, no real change since 2024/25 Q2"
    assert app.title[0].value == literal(title) == title
    said = "Plans issued after more than a year (Kent, October to December 2024) stood at 8.8% (50 of 566), which misses the"
    assert said in words(app)


def test_a_red_with_an_action_tells_it_and_warns_of_nothing(app):
    go(app, "kpi", kpi="plans_over_52_weeks", quarter=QUARTER)
    assert "Management action: " in words(app)
    assert "Read from 2024-25-Q3.xlsx, Commentary!" in words(app)
    assert not app.warning


def test_a_red_without_one_is_warned_of(app):
    go(app, "kpi", kpi="permanent_exclusions_send", quarter=QUARTER)
    assert [each.value for each in app.warning] == [
        "Permanent exclusions of pupils with SEND is red and no management action is recorded."
    ]


def test_what_the_return_says_is_said_of_the_whole_and_not_of_a_district(app):
    by_district = "plans_within_20_weeks_rolling_year"
    assert 'class="response"' in markup(go(app, "kpi", kpi=by_district, quarter=QUARTER))
    assert 'class="response"' not in markup(go(app, "kpi", kpi=by_district, quarter=QUARTER, area="Ashford"))


def test_a_kpi_that_stands_alone_is_read_with_nothing(app):
    assert 'class="companions"' in markup(go(app, "kpi", kpi="plans_within_20_weeks", quarter=QUARTER))
    assert 'class="companions"' not in markup(go(app, "kpi", kpi="board_attendance", quarter=QUARTER))
