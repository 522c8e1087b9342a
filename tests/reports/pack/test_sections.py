from reports.pack.parts import BlockHeading, Points, Tabled, Words, blocks_of
from reports.pack.sections import decisions_section, minutes_section, risks_section, voices_section
from reports.sentences.plan import board_decisions_sentence
from tests.reports.build import progress_of
from tests.reports.cells import column
from tests.reports.pack.conftest import QUARTER


def tables(pack, key):
    return [each.table for each in blocks_of(pack.section(key)) if isinstance(each, Tabled)]


def test_every_late_action_stands_there_the_longest_first_and_then_those_done_late(pack):
    late, done = tables(pack, "late")
    assert (len(late.rows), column(late, "Ref")[0]) == (46, "APP-8.02")
    assert pack.section("late").finding == (
        "Forty-six of 116 actions are past the date agreed first; the furthest from it is APP-8.02, forecast 1,826 days late"
    )
    slips = [row[late.headings.index("Slip")].value for row in late.rows]
    assert slips == sorted(slips, reverse=True) and all(each > 0 for each in slips)
    assert all(row[done.headings.index("Slip")].value > 0 for row in done.rows)


def test_risks_voices_decisions_and_workstreams_are_all_there(pack):
    assert len(tables(pack, "risks")[0].rows) == 8
    headings = [each.text for each in blocks_of(pack.section("workstreams")) if isinstance(each, BlockHeading)]
    assert [each.partition(":")[0] for each in headings] == [f"Workstream {number}" for number in range(1, 6)]
    voices = [each for each in blocks_of(pack.section("voices")) if isinstance(each, Points)]
    assert sum(len(each.items) for each in voices) == 18


def test_a_board_s_own_decision_is_counted_among_the_decisions_as_on_the_page(pack):
    section = pack.section("decisions")
    assert section.finding == "Of 9 decisions on record by 2024/25 Q3, 1 is proposed and not yet taken"
    assert Words(board_decisions_sentence(1)) in blocks_of(section)
    references = column(tables(pack, "decisions")[0], "Reference")
    assert (len(references), references[0]) == (9, "M1-3")


def test_what_arises_is_told_with_its_meeting(pack):
    (points,) = blocks_of(pack.section("arising"))
    assert pack.section("arising").finding == "Two matters arise from earlier meetings, 1 of them overdue"
    assert points.items[0].startswith(
        "Meeting of 17 December 2024 on 2024/25 Q2. M1-1 Challenge on Autism, ADHD: over a year"
    )


def test_the_minutes_of_last_time_stand_as_they_were_signed(pack):
    section = pack.section("minutes")
    words = [each.text for each in section.blocks if isinstance(each, Words)]
    assert section.finding == "Meeting of 17 December 2024 on 2024/25 Q2"
    assert words[0].startswith("Minutes signed on ") and words[-1].startswith("Signed on ")


def test_where_nothing_is_known_it_is_said():
    nothing = progress_of()
    assert minutes_section(nothing, QUARTER).finding == "No minutes are on record"
    assert risks_section(nothing, QUARTER).finding == "No risk was returned for 2024/25 Q3"
    assert decisions_section(nothing, QUARTER).finding == "No decision had been returned by 2024/25 Q3"
    assert blocks_of(voices_section(nothing, QUARTER)) == (Words("That is not the same as that nobody spoke."),)
