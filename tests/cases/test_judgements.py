"""What is said of a series: no more than its figures bear, and what must not be known cannot be worked out."""

from programme.access import Role
from tests.cases.imports import (
    DISTRICTS,
    FIRST_QUARTER,
    KENT,
    Figure,
    Hidden,
    Number,
    Progress,
    Source,
    Symbol,
    changes,
    decimals_needed,
    judge,
    number_text,
    ratings_table,
    read,
    registry,
    sentence,
)
from tests.cases.playing import Q3, Q, invented, progress_of

IN_TIME = "plans_issued_within_20_weeks"


def test_no_hidden_count_follows_from_the_rolling_year_beside_it(database):
    records = read(database)
    progress = Progress(records, Role.READER)
    quarterly, rolling = registry()["plans_within_20_weeks"], registry()["plans_within_20_weeks_rolling_year"]

    def count(kpi, area, quarter):
        shown = progress.reading(kpi, area, quarter).shown
        return shown.numerator if isinstance(shown, Number) else None

    def guesses(area, quarter):
        """What a reader works out: from two neighbouring rolling years, or from a rolling year and its other quarters."""
        year, year_before = count(rolling, area, quarter), count(rolling, area, quarter - 1)
        left = count(quarterly, area, quarter - 4)
        yield None if None in (year, year_before, left) else year - year_before + left
        for step, last in enumerate(quarter.to(min(quarter + 3, Q3))):
            year = count(rolling, area, last)
            others = [count(quarterly, area, last - back) for back in range(4) if back != step]
            yield None if None in (year, *others) else year - sum(others)

    def hidden(area, quarter):
        return isinstance(progress.reading(quarterly, area, quarter).shown, Hidden)

    places = [(area, quarter) for area in DISTRICTS for quarter in FIRST_QUARTER.to(Q3) if hidden(area, quarter)]
    true = {(area, quarter): records.evidence.figure(IN_TIME, area.code, quarter).value for area, quarter in places}
    assert len(places) > 0
    assert [place for place in places if true[place] in guesses(*place)] == []


def test_a_trend_across_a_break_says_the_break(database):
    def level(quarter, _):
        return (40 if quarter < Q("2022/23 Q4") else 70) + quarter.number % 2

    progress = invented({IN_TIME: level, "plans_issued": lambda *_: 100}, areas=(KENT,))
    said = sentence(judge(progress.line(registry()["plans_within_20_weeks"], KENT, FIRST_QUARTER.to(Q3))))
    assert "is improving" not in said or "break" in said


def test_a_rating_that_turns_with_its_target_says_so():
    progress = invented({IN_TIME: lambda *_: 65, "plans_issued": lambda *_: 100}, areas=(KENT,))
    rows = ratings_table(changes(progress, Q("2024/25 Q1")).ratings).to_dict("records")
    assert [row["KPI"] for row in rows] == ["Plans issued within 20 weeks"]
    assert [row["Turn"] for row in rows] == ["– neither: its target was lowered from at least 80.0% to at least 60.0%"]


def test_a_miss_is_shown_with_the_decimals_that_show_it():
    kpi = registry()["parents_say_needs_met"]
    target = kpi.target_in(Q3)
    shown = {value: number_text(value, decimals_needed(kpi, value, target)) for value in (59.9, 59.95, 59.98)}
    assert target.value == 60
    assert shown == {59.9: "59.9", 59.95: "59.95", 59.98: "59.98"}


def test_a_whole_with_a_part_that_is_no_number_is_not_said_to_round_to_nothing():
    source = Source("invented.xlsx", "Figures", "D2")
    figures = [Figure("assessments_overdue", area, Q3, 10.0, None, source) for area in DISTRICTS if area.name != "Ashford"]
    figures += [
        Figure("assessments_overdue", area, Q3, None, Symbol.ROUNDS_TO_ZERO, source)
        for area in DISTRICTS
        if area.name == "Ashford"
    ]
    shown = progress_of(figures).reading(registry()["assessments_overdue"], KENT, Q3).display
    assert "rounds to 0" not in shown
