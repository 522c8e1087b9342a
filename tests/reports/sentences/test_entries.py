from datetime import date

import pytest

from kpis.registry import registry
from reports.sentences.entries import DictionaryEntry, dictionary_entries


def of(kpi: str) -> DictionaryEntry:
    return DictionaryEntry(registry()[kpi])


def found(search: str) -> list[str]:
    return [entry.kpi.id for entry in dictionary_entries(search)]


def test_every_kpi_has_its_entry():
    assert found("") == list(registry())


def test_an_entry_names_its_workstream_and_weaknesses():
    entry = of("tribunal_appeal_rate")
    assert entry.workstream.name == "Workstream 4: Joint commissioning and governance"
    assert [weakness.number for weakness in entry.weaknesses] == [1, 6, 7]


@pytest.mark.parametrize(
    "kpi, arrives",
    [
        (
            "plans_within_20_weeks",
            "Return of workstream 3 (Kent County Council), sheet Figures: Kent and its 12 districts, in the quarter, "
            "due in every quarter from 2018/19 Q4",
        ),
        (
            "phase_transfers_on_time",
            "Return of workstream 3 (Kent County Council), sheet Figures: Kent, school year, due in Q4 from 2019/20 Q4",
        ),
        (
            "neurodevelopmental_waiting",
            "Return of workstream 5 (NHS Kent and Medway), sheet Figures: NHS Kent and Medway ICB, at quarter end, "
            "due in every quarter from 2019/20 Q1",
        ),
        ("returns_on_time", "Worked out by the system from its own records; no return carries it"),
        (
            "attainment_8_ehcp",
            "Published: DfE, Local Authority Interactive Tool, April 2026 data, measure SEN_Stat_AVG_Attain8_Score; "
            "no return carries it",
        ),
    ],
)
def test_a_feed_says_which_return_and_sheet_bring_it(kpi, arrives):
    assert of(kpi).feeds[0].arrives == arrives


def test_a_kpi_may_be_fed_by_two_returns():
    complaints, plans = of("complaints_per_1000_plans").feeds
    assert complaints.arrives.startswith("Return of workstream 1") and plans.arrives.startswith("Return of workstream 3")


def test_companions_are_the_definitions_themselves():
    assert [kpi.id for kpi in of("requests_refused").companions] == ["requests_received", "tribunal_appeal_rate"]


@pytest.mark.parametrize("day, overdue", [(date(2026, 5, 31), False), (date(2026, 6, 1), True)])
def test_a_review_is_overdue_from_the_day_after(day, overdue):
    assert of("board_attendance").review_overdue(day) is overdue


def test_search_wants_every_word_somewhere_whatever_its_capitals():
    assert found("wheelchair") == ["wheelchairs_children_within_18_weeks", "wheelchairs_within_18_weeks"]
    assert found("TRIBUNAL appealable") == ["tribunal_appeal_rate"]
    assert found("casework_staff_trained") == ["staff_trained_in_sen_law"]
    assert found("weakness 9: provision outcomes reviewed were") == ["outcomes_reviewed_for_children_without_full_provision"]
    assert found("submarine") == []
