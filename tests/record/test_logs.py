from datetime import UTC, datetime, timedelta

from programme.quarter import Quarter
from programme.sheets.commentary import COMMENTARY
from programme.submission import Entry
from programme.wordings import WordsTyped
from record import logs as record_logs
from record.logs import Logs
from store.returns import versions
from store.returns.writing import withdraw_words, write_words
from store.snapshot import snapshot
from tests.accepting import by
from tests.programme.rows import entries
from tests.reports.acting import PLAIN
from tests.store.submissions import COUNCIL, ISSUED, NHS, Q2, Q3, figure, history, standard

MONDAY, TUESDAY = datetime(2025, 1, 6, tzinfo=UTC), datetime(2025, 1, 7, tzinfo=UTC)


def read_logs(database, as_at=None) -> Logs:
    with snapshot(database, as_at) as known:
        return record_logs.read_logs(known)


def accept(database, *sheets, at=None, **cover):
    typed: list[Entry] = [entry for sheet, rows in sheets for entry in entries(sheet, *rows)]
    made = standard({ISSUED: len(versions.versions(database))}, entries=tuple(typed), **cover)
    return versions.accept(database, made, by("analyst", at=at))


def action(**changes):
    return {**PLAIN, **changes}


def test_an_empty_store_has_empty_logs(database):
    assert read_logs(database) == Logs()


PLANNED = {
    "KPI": "plans_within_20_weeks",
    "Area": "Kent",
    "Quarter": "2025/26 Q4",
    "Planned value": "45",
    "Basis": "Recovery plan",
    "Agreed on": "2025-01-20",
}


def test_of_two_returns_that_plan_one_quarter_the_later_counts_but_another_days_plan_is_another(database):
    accept(database, ("Trajectory", [PLANNED]), organisation=COUNCIL)
    accept(database, ("Trajectory", [PLANNED | {"Planned value": "50"}]), organisation=NHS)
    accept(database, ("Trajectory", [PLANNED | {"Planned value": "55", "Agreed on": "2025-03-20"}]), workstreams=(3, 4))
    planned = [(each.planned, each.agreed_on.month) for each in read_logs(database).trajectory]
    assert sorted(planned) in ([(50, 1), (55, 3)], [(55, 3)])


def test_every_sheet_of_words_is_read(database):
    accept(
        database,
        ("Actions", [action()]),
        ("Risks", [{"Ref": "R-1", "Workstream": "3"}]),
        ("Participation", [{"You said": "Ask us"}]),
        ("Decisions", [{"Reference": "21/00019"}]),
        ("Assessment", [{"Weakness": "6", "Assessment": "sufficient progress"}]),
        ("Commentary", [{"KPI": "plans_within_20_weeks", "Why": "Vacancies"}]),
        ("Events", [{"Date": "2024-11-20", "Event": "New case system", "Short": "System"}]),
        ("Trajectory", [PLANNED]),
    )
    logs = read_logs(database)
    counts = [len(getattr(logs, name)) for name in ("actions", "risks", "participation", "decisions", "assessments")]
    assert (counts, len(logs.commentary), logs.events[0].short) == ([1] * 5, 1, "System")
    assert [(each.kpi, each.planned, each.source.version) for each in logs.trajectory] == [("plans_within_20_weeks", 45, 1)]
    assert logs.returned == {(Q3, 3)}
    assert (logs.actions[0].source.version, str(logs.actions[0].source)) == (1, "Actions!A2")


def test_a_correction_replaces_the_words_of_its_workstreams_only(database):
    first = ("Actions", [action(), action(Ref="APP-4.01", Workstream="4")])
    accept(database, first, workstreams=(3, 4))
    accept(database, ("Actions", [action(Status="Red")]), workstreams=(3,))
    assert [(each.ref, str(each.status), each.source.version) for each in read_logs(database).actions] == [
        ("APP-4.01", "Green", 1),
        ("APP-6.01", "Red", 2),
    ]


def test_of_two_organisations_that_speak_of_the_same_action_the_later_counts(database):
    accept(database, ("Actions", [action()]), organisation=COUNCIL)
    accept(database, ("Actions", [action(Status="Amber")]), organisation=NHS)
    assert [(each.ref, str(each.status)) for each in read_logs(database).actions] == [("APP-6.01", "Amber")]


def test_each_row_of_a_history_workbook_belongs_to_its_own_quarter(database):
    from dataclasses import replace

    rows = [{"Quarter": "2021/22 Q1", **action(Ref="WSOA-1")}, {"Quarter": "2021/22 Q2", **action(Ref="WSOA-1")}]
    made = history((figure(ISSUED, 5),))
    versions.accept(database, replace(made, entries=tuple(entries("Actions", *rows))), by("analyst"))
    logs = read_logs(database)
    assert [str(each.quarter) for each in logs.actions] == ["2021/22 Q1", "2021/22 Q2"]
    assert {quarter for quarter, _ in logs.returned} == {Quarter(2021, 1), Quarter(2021, 2)}
    assert {stream for _, stream in logs.returned} == {1, 2, 3, 4, 5}


def test_a_return_without_a_single_action_is_no_log(database):
    accept(database, ("Actions", [action()]), quarter=Q2)
    accept(database, quarter=Q3)
    assert read_logs(database).returned == {(Q2, 3)}


def test_the_past_is_read_as_it_was(database):
    accept(database, ("Actions", [action()]), at=MONDAY)
    accept(database, ("Actions", [action(Status="Red")]), at=TUESDAY)
    assert [str(each.status) for each in read_logs(database, MONDAY).actions] == ["Green"]
    assert [str(each.status) for each in read_logs(database).actions] == ["Red"]


def test_a_withdrawn_return_takes_its_words_with_it(database):
    made = accept(database, ("Actions", [action()]))
    versions.withdraw(database, made.number, by("analyst", "wrong file"))
    assert read_logs(database) == Logs()


def test_what_is_written_on_screen_counts_beside_what_is_returned_and_what_came_last_counts(database):
    kpi, days = "plans_within_20_weeks", [MONDAY + timedelta(days=days) for days in range(4)]
    accept(database, ("Commentary", [{"KPI": kpi, "Why": "returned"}]), at=days[0])
    typed = WordsTyped(COMMENTARY, Q3, COMMENTARY.typed(kpi=kpi, why="written"), 3)
    write_words(database, typed, by(reason="more is known", at=days[1]))
    assert [each.why for each in read_logs(database, days[0]).commentary] == ["returned"]
    logs = read_logs(database)
    (counting,) = logs.commentary
    assert (counting.why, logs.wording(counting.source).reason) == ("written", "more is known")
    assert [each.why for each in logs.told["Commentary", Q3, (kpi,)]] == ["returned", "written"]
    accept(database, ("Commentary", [{"KPI": kpi, "Why": "returned again"}]), at=days[2])
    logs = read_logs(database)
    (counting,) = logs.commentary
    assert (counting.why, logs.wording(counting.source)) == ("returned again", None)
    assert [each.why for each in logs.told["Commentary", Q3, (kpi,)]] == ["written", "returned again"]
    withdraw_words(database, 1, by(reason="a slip", at=days[3]))
    assert read_logs(database).told == {}
    assert [each.withdrawal.reason for each in read_logs(database).wordings] == ["a slip"]
    assert read_logs(database, days[2]).told == logs.told
