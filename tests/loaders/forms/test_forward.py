from dataclasses import replace
from datetime import UTC, date, datetime

from loaders.forms.forward import brought_forward
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.letters import LETTERS
from programme.wordings import Wording
from tests.loaders.rules.standing_words import COUNCIL, NHS, standing, version
from tests.loaders.rules.written_rows import row

Q3, Q4 = Quarter(2024, 3), Quarter(2024, 4)
BEFORE = version(quarter=Q3)


def actions(*numbers, **more):
    return [row("Actions", ref=f"APP-6.{number:02}", **more) for number in numbers]


def brought(*found, quarter=Q4, streams=(3,), organisation=COUNCIL, **more):
    words = {each.rows[0].sheet: [other for other in found if other.rows[0].sheet == each.rows[0].sheet] for each in found}
    return brought_forward(words, quarter, streams, organisation, **more)


def refs(forward, sheet="Actions", heading="Ref"):
    return [row[heading] for row in forward.rows[sheet]]


DONE = {"actual": "2024-11-01", "evidence": "DOC-7"}


def test_open_actions_risks_and_decisions_go_on_and_what_is_finished_does_not():
    forward = brought(
        standing("Actions", *actions(1), *actions(2, **DONE), *actions(3, actual="2024-11-01", evidence="TBC"), by=BEFORE),
        standing("Risks", row("Risks"), by=BEFORE),
        standing(
            "Decisions",
            row("Decisions", reference="21/1"),
            row("Decisions", reference="21/2", status="proposed"),
            by=BEFORE,
        ),
        standing("Commentary", row("Commentary"), by=BEFORE),
    )
    assert refs(forward) == ["APP-6.01", "APP-6.03"]
    assert refs(forward, "Risks") == ["R-01"]
    assert refs(forward, "Decisions", "Reference") == ["21/2"]
    assert (forward.rows["Commentary"], forward.left) == ([], ())


def test_cells_are_typed_as_what_they_hold():
    (typed,) = brought(standing("Actions", *actions(1, complete="12.5"), by=BEFORE)).rows["Actions"]
    assert (typed["Start"], typed["Workstream"], typed["% complete"]) == (date(2024, 4, 1), 3, 12.5)
    assert (typed["Weaknesses"], typed["Status"]) == ("6; 9", "Green")
    assert "Forecast" not in typed


def test_a_correction_begins_with_everything_that_stands_for_its_quarter():
    own = version(2, quarter=Q4)
    forward = brought(
        standing("Actions", *actions(1, 9), by=BEFORE),
        standing("Actions", *actions(1), *actions(2, **DONE), by=own),
        standing("Commentary", row("Commentary"), by=own),
    )
    assert refs(forward) == ["APP-6.01", "APP-6.02"]
    assert refs(forward, "Commentary", "KPI") == ["plans_within_20_weeks"]


def test_without_words_what_stands_for_the_quarter_is_left_as_it_is():
    before, own = standing("Actions", *actions(1), by=BEFORE), standing("Risks", row("Risks"), by=version(2, quarter=Q4))
    forward = brought(before, own, leave=True)
    assert (forward.rows, forward.left) == ({}, {"Risks"})


def test_the_last_quarter_that_is_known_counts_workstream_by_workstream():
    forward = brought(
        standing("Actions", *actions(1, 2), by=version(quarter=Q3 - 1)),
        standing("Actions", *actions(4, workstream=4), by=version(quarter=Q3, streams=(4,))),
        standing("Actions", {"Quarter": "2024/25 Q3", **actions(7)[0]}, by=version(kind="history", streams=(3, 4))),
        streams=(3, 4),
    )
    assert refs(forward) == ["APP-6.04", "APP-6.07"]


def test_neither_anothers_nor_another_workstreams_nor_a_former_plans_actions_are_brought():
    assert refs(brought(standing("Actions", *actions(1), by=version(quarter=Q3, organisation=NHS)))) == []
    assert refs(brought(standing("Actions", *actions(1, workstream=2), by=version(quarter=Q3, streams=(2, 3))))) == []
    former = standing("Actions", row("Actions", ref="WSOA-3.04"), by=version(quarter=Quarter(2022, 1)))
    assert refs(brought(former)) == []


def test_each_thing_is_brought_once_as_the_newest_says_it():
    forward = brought(
        standing("Actions", *actions(1, status="Green"), by=version(1, quarter=Q3)),
        standing("Actions", *actions(1, status="Red"), by=version(2, quarter=Q3)),
    )
    assert [each["Status"] for each in forward.rows["Actions"]] == ["Red"]


def test_decisions_without_a_reference_and_plans_of_several_areas_are_all_brought():
    own = version(2, quarter=Q4)
    forward = brought(
        standing("Decisions", *(row("Decisions", reference=None, title=title) for title in ("One", "Two", "one")), by=own),
        standing("Trajectory", *(row("Trajectory", area=area) for area in ("Ashford", "Dover")), by=own),
    )
    assert refs(forward, "Decisions", "Title") == ["one", "Two"]
    assert [each["Area"] for each in forward.rows["Trajectory"]] == ["Ashford", "Dover"]


def assessed(reason, day, weakness="6", form=ASSESSMENT, **typed):
    cells = typed or form.typed(weakness=weakness, reason=reason)
    at = datetime(2025, 5, day, 12, tzinfo=UTC)
    return Wording(1, 9, form.name, Q4, tuple(cells.items()), at, "A. Lead", "", "")


def reasons(*written, organisation=COUNCIL, **more):
    own = version(2, quarter=Q4, organisation=organisation)
    returned = standing("Assessment", {"Weakness": "Weakness 6", "Assessment": "not yet", "Reason": "late"}, by=own)
    forward = brought(returned, written=written, organisation=organisation, **more)
    return [(row["Weakness"], row["Reason"]) for row in forward.rows["Assessment"]]


def test_a_correction_brings_what_was_written_on_screen_since_in_place_of_what_was_returned():
    assert reasons() == [(6, "late")]
    assert reasons(assessed("on time", 2)) == [(6, "on time")]
    assert reasons(replace(assessed("before", 2), at=datetime(2025, 4, 30, tzinfo=UTC))) == [(6, "late")]
    assert reasons(assessed("of another quarter", 2), quarter=Q3) == []


def test_what_no_return_says_is_brought_to_the_first_organisation_alone():
    both = (assessed("on time", 2), assessed("shared", 3, weakness="9"))
    assert reasons(*both, streams=(1, 2, 3, 4, 5)) == [(6, "on time"), (9, "shared")]
    assert reasons(*both, streams=(1, 2, 3, 4, 5), organisation=NHS) == [(6, "on time")]


def test_a_letter_recorded_on_screen_is_brought_into_the_form_of_its_quarter():
    cells = LETTERS.typed(day="2025-02-03", sender="DfE", weakness="6", wording="Clear them.")
    forward = brought(standing("Actions", *actions(1), by=BEFORE), written=[assessed("", 2, form=LETTERS, **cells)])
    (typed,) = forward.rows["Letters"]
    assert (typed["Date"], typed["From"], typed["Wording"]) == (date(2025, 2, 3), "DfE", "Clear them.")
    assert refs(forward) == ["APP-6.01"], "what is open is brought as well"
