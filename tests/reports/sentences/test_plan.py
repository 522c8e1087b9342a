from programme.documents import documents_by
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from reports.progress.changes import RiskMove
from reports.sentences.plan import (
    board_decisions_sentence,
    decisions_headline,
    documents_headline,
    done_or_forecast_text,
    lateness_headline,
    moved_sentence,
    risk_course,
    risk_direction,
    risks_headline,
    slip_alternative,
    slip_headline,
    slip_key,
    slip_text,
)
from tests.reports.acting import DONE, LATER, LATEST, Q1, Q2, Q3, followed, log, risk

SLIPPED = log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATEST)])


def test_the_chart_is_told_in_words():
    assert slip_alternative([followed(SLIPPED)]) == (
        "APP-6.01 was agreed for 30 September 2024 and is now forecast for 30 June 2025, 273 days later."
    )
    assert slip_alternative([followed(log(Q3=[DONE]))]).endswith("was done 20 September 2024, 10 days earlier.")
    assert slip_alternative([]) == "No action here has both a first agreed date and a forecast or actual one."


def test_slips_in_words():
    assert slip_text(followed(log(Q2=[{}]), Q2)) == "on its date"
    assert slip_text(followed(log(Q3=[{}]))) == "92 days late and counting"
    assert slip_text(followed(log(Q3=[ACTIONS.typed(baseline=LATEST, forecast="2024-12-30")]))) == (
        "forecast of 30 December 2024 passed 1 day ago and it is not done"
    )
    assert slip_text(followed(log(Q3=[ACTIONS.typed(forecast="")]))) == "not known"
    assert slip_text(followed(log(Q3=[ACTIONS.typed(forecast="2028-01-31")]))) == "forecast 1,218 days late"
    assert slip_text(followed(log(Q3=[DONE]))) == "10 days early"


def test_how_often_a_forecast_moved_is_said_in_words():
    logs = [
        log(Q1=[{}]),
        log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)]),
        log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATEST)]),
    ]
    assert [moved_sentence(followed(each)) for each in logs] == [
        "Its forecast never moved.",
        "Its forecast moved once.",
        "Its forecast moved twice.",
    ]


def test_a_risks_direction_in_words():
    now = risk(Q3, "R-1")
    assert risk_direction(RiskMove(risk(Q2, "R-1", "5"), now)) == "↓ lower (was 20)"
    assert risk_direction(RiskMove(None, now)) == "+ new"
    assert risk_direction(RiskMove(risk(Q2, "R-1", ""), now)) == "? not scored in both quarters"


def test_the_headline_says_how_far_the_furthest_is():
    rows = [{}, {"Ref": "APP-6.02", "Forecast": LATEST}]
    both = [followed(log(Q3=rows)), followed(log(Q3=rows), ref="APP-6.02")]
    on_time = followed(log(Q2=[{}]), Q2)
    assert slip_headline(both) == "the furthest from the date agreed first is APP-6.02, 273 days later"
    assert slip_headline([on_time]) == "on its date"
    assert slip_headline(both[:1]) == "92 days late and counting"
    assert slip_headline([followed(log(Q3=[DONE]))]) == "10 days earlier"
    assert slip_headline([]) == "No action here has both dates"


def test_risks_are_counted_and_those_that_are_high_are_said():
    assert risks_headline([risk(Q3, "R-1", "5"), risk(Q3, "R-2", "2"), risk(Q3, "R-3", "")]) == "Of 3 risks, 1 is high"
    assert risks_headline([risk(Q3, "R-1", "2")]) == "Of 1 risk, 0 are high"


def test_how_many_are_late_and_which_the_longest_is_said_in_one_line():
    late, later = {"Forecast": LATER}, {"Ref": "APP-6.02", "Forecast": LATEST}
    both = [followed(log(Q3=[late, later])), followed(log(Q3=[late, later]), ref="APP-6.02")]
    assert lateness_headline(both) == (
        "Two of 2 actions are past the date agreed first; the furthest from it is APP-6.02, forecast 273 days late"
    )
    assert lateness_headline([followed(log(Q3=[DONE])), *both[:1]]) == (
        "One of 2 actions is past the date agreed first; the furthest from it is APP-6.01, forecast 123 days late"
    )
    assert lateness_headline([followed(log(Q3=[DONE]))]) == "No action is past the date agreed first"
    unknown = followed(log(Q3=[ACTIONS.typed(forecast="")]))
    assert lateness_headline([unknown]) == "One of 1 action is past the date agreed first"


def test_the_day_it_was_done_or_is_forecast_for():
    assert done_or_forecast_text(followed(log(Q3=[DONE]))) == "done 20 September 2024"
    assert done_or_forecast_text(followed(log(Q3=[ACTIONS.typed(forecast=LATER)]))) == "31 January 2025"
    assert done_or_forecast_text(followed(log(Q3=[ACTIONS.typed(forecast="")]))) == "not given"
    assert slip_key(Quarter.parse(Q3)).endswith("the dotted line is the end of 2024/25 Q3.")


def test_the_course_of_a_risk_names_each_score_with_the_quarter_from_which_it_held():
    now = risk(Q3, "R-1", "5")
    ever = [now, risk(Q1, "R-1", "3"), risk(Q2, "R-1", "3"), risk(Q1, "R-2", "1"), risk("2024/25 Q4", "R-1", "1")]
    assert risk_course(now, ever) == "12 from 2024/25 Q1, 20 from 2024/25 Q3"
    assert risk_course(now, [now, risk(Q2, "R-1", "")]) == "not scored from 2024/25 Q2, 20 from 2024/25 Q3"
    assert risk_course(now, []) == ""


def test_decisions_and_documents_are_headed_by_what_is_still_open():
    assert (
        decisions_headline((), Quarter.parse(Q3))
        == "Of 0 decisions on record by 2024/25 Q3, none is proposed and not yet taken"
    )
    known = documents_by(Quarter.parse(Q3).end)
    told = "Of 15 documents on record by 2024/25 Q3, the address of 4 is to be confirmed"
    assert documents_headline(known, Quarter.parse(Q3)) == told
    dated = [each for each in known if each.address]
    assert documents_headline(dated, Quarter.parse(Q3)).endswith(", the address of none is to be confirmed")


def test_decisions_of_the_board_are_said_to_be_its_own():
    rest = " taken by the board in a meeting: it is the record of the meeting that says so, and no return."
    assert [board_decisions_sentence(count) for count in (1, 2)] == [f"One of them was{rest}", f"Two of them were{rest}"]
