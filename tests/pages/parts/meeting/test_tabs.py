from reports.sentences.meeting import HOW_TO_ASK
from tests.pages.looking import go, look_as, markup, words


def test_what_arises_opens_the_agenda_with_what_its_kpi_has_done_since(app):
    told = words(go(app, "meetings"))
    assert "Two matters arise from earlier meetings, 1 of them overdue" in told
    assert "Not answered, 3 days overdue." in told
    assert "Since then: 69% in 2024/25 Q2, 71% in 2024/25 Q3 (worsening since 2024/25 Q2)." in told


def test_each_thing_on_record_leads_to_what_the_board_saw(app):
    page = markup(go(app, "records"))
    assert [f'<li id="M1-{number}"' in page for number in range(1, 5)] == [True] * 4
    assert "as_at=2024-12-17T10%3A04%3A00%2B00%3A00" in page
    assert "As the board saw it on 17 December 2024 at 10:20: <a href=" in page
    go(app, "kpi", kpi="neurodevelopmental_over_52_weeks", quarter="2024/25 Q2", as_at="2024-12-17T10:04:00+00:00")
    assert not app.error and "As at 17 December 2024 at 10:04:" in words(app)


def test_as_at_the_day_before_the_meeting_is_not_there(app):
    go(app, "records", as_at="2024-12-16")
    assert [each.value for each in app.title] == ["No meeting is on record"]
    assert "Seven in ten wait" not in words(go(app, "kpi", kpi="neurodevelopmental_over_52_weeks", as_at="2024-12-16"))
    assert "arise from earlier meetings" not in words(go(app, "meetings", as_at="2024-12-16"))
    go(app, "records", as_at="")


def test_a_follow_up_stands_among_the_actions_with_its_source(app):
    told = words(go(app, "actions"))
    assert "Follow-ups from meetings: 1 of 1 open" in told
    assert "M1-4" in told and "Meeting of 17 December 2024 on 2024/25 Q2" in told


def test_the_weakness_says_that_it_was_challenged(app):
    assert "Challenged, not answered: 1 of 1" in words(go(app, "weakness", weakness="8"))
    assert "Challenged and answered: 1" in words(go(app, "weakness", weakness="6"))


def test_who_may_record_nothing_is_told_where_to_ask(app):
    assert HOW_TO_ASK in words(look_as(app, "reader", "records"))
    assert HOW_TO_ASK not in words(look_as(app, "", "records"))
