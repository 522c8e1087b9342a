from programme.areas import KENT
from reports.progress.overview import overview
from reports.sentences.minutes import minutes_draft, update_draft
from tests.reports.meetings import EVERYTHING, LATER, THEN, held, meeting, progress_after


def test_the_draft_says_what_was_recorded_line_by_line():
    assert minutes_draft(held(*EVERYTHING), meeting(*EVERYTHING), THEN).splitlines() == [
        "Meeting of 17 December 2024 on 2024/25 Q2. Opened by The chair. Present: Chair and Head of SEND. Apologies: NHS "
        "commissioner.",
        "Agenda:",
        "1. Red and worsening",
        "2. Staffing",
        "Nothing arises from earlier meetings.",
        "On record: 2 challenges, 1 decision, 1 follow-up.",
        "M1-1 Challenge on Plans within 20 weeks: Parent carer forum asked: “Why are plans late?” Answer due 31 January "
        "2025. Not answered, 3 days overdue.",
        "M1-2 Challenge on Plans within 20 weeks: Chair asked: “How would we have known”. Answered on 17 December 2024 by "
        "The lead: “We check now.” The board is satisfied.",
        "M1-3 Decision on Plans within 20 weeks: agreed: “A second analyst counts.”",
        "M1-4 Follow-up on Plans within 20 weeks: Head of SEND: “Fill two posts.” To be done by 14 February 2025. Not done.",
        "Closed on 17 December 2024 at 11:30.",
    ]


def test_the_next_meeting_begins_with_what_arises():
    from dataclasses import replace

    following = replace(meeting(closed=False), number=2, quarter=LATER, agenda=(), attendance=())
    lines = minutes_draft(progress_after(meeting(*EVERYTHING), following), following, LATER).splitlines()
    assert lines[1] == "Two matters arise from earlier meetings, 1 of them overdue:"
    assert [line[:4] for line in lines[2:4]] == ["M1-1", "M1-4"]
    assert lines[4:] == ["Nothing is on record."]


def test_the_chairs_update_has_three_sentences():
    progress = held(*EVERYTHING)
    seen = overview(progress, KENT, THEN)
    first, second, third = update_draft(progress, meeting(*EVERYTHING), THEN, seen).splitlines()
    assert first.startswith("2024/25 Q2: ") and first.endswith(".")
    assert second == "On 17 December 2024 the board put on record: 2 challenges, 1 decision, 1 follow-up."
    assert third == "It waits for 2 things, 1 overdue; of 2 challenges, 2 changed something, and 1 waits for an answer."
    assert update_draft(held(), meeting(), THEN, seen).splitlines()[1:] == [
        "On 17 December 2024 the board put on record: nothing.",
        "It waits for 0 things, none overdue; no challenge is on record.",
    ]
