import pytest

from programme.areas import DISTRICTS, KENT, NHS_KENT_AND_MEDWAY
from programme.measures import due_measures, measures
from programme.quarter import Quarter
from programme.symbols import Symbol
from programme.workstreams import organisations

ALL = list(measures().values())


def test_a_row_becomes_a_measure():
    measure = measures()["survey_needs_met"]
    assert measure.areas == (KENT, *DISTRICTS)
    assert measure.symbols == tuple(Symbol)
    assert (measure.first_quarter, measure.due_in) == (Quarter(2019, 1), (1, 2, 3, 4))
    assert (measure.at_most, measure.combine, measure.whole, measure.negative) == ("survey_responses", "sum", True, False)


@pytest.mark.parametrize(
    "measure, quarter, due",
    [
        ("plans_issued", "2018/19 Q4", True),
        ("plans_issued", "2018/19 Q3", False),
        ("enquiries_received", "2022/23 Q4", False),
        ("enquiries_received", "2023/24 Q1", True),
        ("phase_transfers", "2024/25 Q4", True),
        ("phase_transfers", "2024/25 Q3", False),
        ("sessions_missed_ehcp", "2024/25 Q3", True),
        ("returns_due", "2024/25 Q3", False),  # computed, not returned
    ],
)
def test_a_measure_is_due_from_its_first_quarter_in_its_quarters(measure, quarter, due):
    assert measures()[measure].due(Quarter.parse(quarter)) is due


def test_a_return_carries_its_workstreams_measures_in_the_files_order():
    due = due_measures(Quarter(2024, 3), (1, 3))
    assert {measure.workstream for measure in due} == {1, 3}
    assert [measure.id for measure in due] == [each for each in measures() if each in {measure.id for measure in due}]
    assert "phase_transfers" not in {measure.id for measure in due}


def test_nothing_is_due_before_the_programme():
    assert due_measures(Quarter(2018, 3), (1, 2, 3, 4, 5)) == []


@pytest.mark.parametrize("measure", ALL, ids=lambda measure: measure.id)
def test_every_measure_is_sound(measure):
    assert measure.description
    assert measure.organisation in organisations()
    assert measure.unit in {"count", "weeks", "percent", "thousand pounds"}
    assert measure.period in {
        "in the quarter",
        "at quarter end",
        "academic year",
        "school year",
        "calendar year",
        "financial year",
    }
    assert measure.combine in {"sum", "maximum", "none"}
    assert measure.collected in {"return", "computed", "layout"}
    assert measure.counts in {"children", "replies", "people", "no"}
    assert measure.protected_because
    assert set(measure.due_in) <= {1, 2, 3, 4} and measure.due_in
    assert {Symbol.SUPPRESSED, Symbol.NOT_AVAILABLE, Symbol.NOT_APPLICABLE} <= set(measure.symbols)


@pytest.mark.parametrize("measure", [each for each in ALL if each.at_most], ids=lambda measure: measure.id)
def test_a_part_has_a_whole_that_is_due_when_it_is(measure):
    whole = measures()[measure.at_most]
    assert set(measure.areas) <= set(whole.areas)
    assert whole.first_quarter <= measure.first_quarter
    assert set(measure.due_in) <= set(whole.due_in)
    assert (measure.unit, measure.collected) == (whole.unit, whole.collected)


def test_only_a_deficit_may_be_negative():
    assert [measure.id for measure in ALL if measure.negative] == ["dsg_deficit_thousand_pounds"]


def test_the_oldest_case_combines_by_maximum_and_a_percentage_not_at_all():
    assert [measure.id for measure in ALL if measure.combine == "maximum"] == ["oldest_open_assessment_weeks"]
    assert [measure.id for measure in ALL if measure.combine == "none"] == ["educational_psychology_posts_vacant"]


def test_a_measure_of_the_nhs_is_for_the_nhs_area():
    nhs = [measure for measure in ALL if measure.organisation == "NHS Kent and Medway"]
    assert {measure.areas for measure in nhs} == {(NHS_KENT_AND_MEDWAY,)}
    assert {measure.workstream for measure in nhs} == {5}


def test_a_measure_that_ended_is_due_no_more():
    ended, follows = measures()["wheelchairs_delivered"], measures()["wheelchair_children_equipped"]
    for quarter, due in (("2024/25 Q4", (True, False)), ("2025/26 Q1", (False, True))):
        assert (ended.due(Quarter.parse(quarter)), follows.due(Quarter.parse(quarter))) == due


def test_small_counts_of_children_replies_and_people_are_protected_and_those_of_nobody_are_not():
    counts = {measure.id: measure.counts for measure in ALL}
    assert (counts["plans_issued"], counts["speech_and_language_waiting"]) == ("children", "children")
    assert {name for name, kind in counts.items() if kind == "replies"} == {
        *("survey_responses", "survey_needs_met", "survey_confident", "survey_involved")
    }
    assert (counts["complaints_received"], counts["engagement_participants"]) == ("people", "people")
    assert (counts["schools"], counts["casework_staff"], counts["board_places"]) == ("no", "no", "no")
    assert measures()["plans_issued"].protected and not measures()["schools"].protected


def test_a_part_is_protected_as_its_whole_is():
    apart = {each.id for each in ALL if each.at_most and measures()[each.at_most].protected != each.protected}
    assert apart == set()


BANDS = [measure for measure in ALL if measure.collected == "layout"]


def test_the_bands_of_the_nhs_tables_are_in_no_form_and_owed_by_nobody():
    assert len(BANDS) == 21
    assert {(measure.organisation, measure.areas, measure.months) for measure in BANDS} == {
        ("NHS Kent and Medway", (NHS_KENT_AND_MEDWAY,), "last")
    }
    assert not any(measure.due(Quarter(2024, number)) for measure in BANDS for number in (1, 2, 3, 4))


def test_it_is_stated_of_every_measure_how_a_quarter_takes_its_months():
    by_period = {(measure.period, measure.months) for measure in ALL}
    assert by_period == {
        ("in the quarter", "sum"),
        ("in the quarter", "refused"),
        ("at quarter end", "last"),
        *((f"{kind} year", "refused") for kind in ("academic", "school", "calendar", "financial")),
    }
