from programme.headings import voice_headings
from programme.quarter import Quarter
from programme.sheets.participation import PARTICIPATION
from record.logs import Logs
from reports.progress.voices import PeriodNumbers, by_heading, heard, numbers_by_period
from tests.reports.acting import progress_on, returned

Q3 = Quarter.parse("2021/22 Q3")


def voice(quarter="2021/22 Q3", **changes):
    plain = {"you_said": "Nobody rings back", "heading": "Listening more", "published": "no"}
    (found,) = returned(PARTICIPATION, quarter, PARTICIPATION.typed(**(plain | changes)))
    return found


TOTAL = voice(people="2,466", activities="221", published="yes", period="July to November 2021", weaknesses="1; 3")
VOICES = (
    voice("2020/21 Q3", ref="P-0"),
    voice("2020/21 Q4", ref="P-1", people="41", activities="3"),
    voice(ref="P-2", people="318", activities="12"),
    voice(ref="P-3", people="120", heading="EHC plans", weaknesses="6"),
    voice(ref="P-4", heading=""),
    TOTAL,
)


def known(quarter=Q3, weakness=None):
    return heard(progress_on(Logs(participation=VOICES)), quarter, weakness)


def test_a_year_is_heard_newest_first_of_all_or_of_one_weakness():
    assert [each.ref for each in known()] == ["", "P-4", "P-3", "P-2", "P-1"]
    assert [each.ref for each in known(weakness=6)] == ["P-3"]
    assert known(Quarter.parse("2019/20 Q1")) == ()


def test_each_of_the_four_headings_is_named_and_what_stands_under_none_comes_last():
    groups = by_heading(known())
    assert [group.heading for group in groups] == [*voice_headings(), None]
    assert [len(group.voices) for group in groups] == [3, 0, 1, 0, 1]
    assert len(by_heading((TOTAL,))) == 4


def test_a_published_total_is_never_added_to_entries():
    assert numbers_by_period(known()) == (
        PeriodNumbers("July to November 2021", True, 1, 221, 2466),
        PeriodNumbers("2021/22 Q3", False, 3, 12, 438),
        PeriodNumbers("2020/21 Q4", False, 1, 3, 41),
    )


def test_entries_without_numbers_have_none_and_not_zero():
    assert numbers_by_period((voice(),)) == (PeriodNumbers("2021/22 Q3", False, 1, None, None),)
    assert numbers_by_period(()) == ()


def test_two_published_totals_stand_beside_each_other():
    other = voice(people="500", published="yes")
    assert numbers_by_period((TOTAL, other)) == (
        PeriodNumbers("July to November 2021", True, 1, 221, 2466),
        PeriodNumbers("2021/22 Q3", True, 1, None, 500),
    )


def test_entries_of_which_nobody_says_whether_they_are_a_total_are_not_added_up():
    unsaid = voice(published="", people="41")
    assert numbers_by_period((unsaid, unsaid, voice(people="5"))) == (
        PeriodNumbers("2021/22 Q3", False, 1, None, 5),
        PeriodNumbers("2021/22 Q3", None, 2, None, None),
    )
