from programme.areas import KENT
from reports.language.linked import plain_text
from reports.pack.parts import BlockHeading, PageEnds, Pictured, Points, Tabled, Words, blocks_of
from reports.pack.statements import read_together
from reports.progress.statement import statement
from reports.sentences.overview import group_headline
from reports.sentences.statement import missing_evidence
from tests.reports.pack.conftest import QUARTER


def blocks(pack, number, kind):
    return [each for each in blocks_of(pack.section(f"weakness-{number}")) if isinstance(each, kind)]


def test_nine_statements_of_two_pages_each_with_its_finding(pack, shown):
    for number in range(1, 10):
        section, of = pack.section(f"weakness-{number}"), statement(shown[0], number, QUARTER, KENT)
        assert section.finding == group_headline(of.about, of.judged)
        assert len(blocks(pack, number, PageEnds)) == 1
        assert len(blocks(pack, number, Pictured)) == 4
        measures = blocks(pack, number, Tabled)[0].table
        assert len(measures.rows) == len(of.judged)


def test_the_charts_are_those_to_be_read_together(shown):
    of = statement(shown[0], 6, QUARTER, KENT)
    assert [each.line.kpi.id for each in read_together(of.judged, 6)] == [
        "plans_within_20_weeks",
        "assessments_overdue",
        "oldest_open_assessment_weeks",
        "plans_over_52_weeks",
    ]


def test_what_is_missing_what_the_lead_says_and_challenges_stand_in_it(pack, shown):
    of = statement(shown[0], 8, QUARTER, KENT)
    headings = [each.text for each in blocks(pack, 8, BlockHeading)]
    assert "What the lead says about 4 reds" in headings
    assert "Challenged, not answered: 1 of 1" in headings
    told = {item for points in blocks(pack, 8, Points) for item in points.items}
    (missing,) = (each.text for each in blocks(pack, 8, Words) if each.text.startswith("Audiology"))
    assert all(plain_text(each) in missing for each in missing_evidence(of))
    assert any(each.startswith("M1-1 Challenge on Autism, ADHD") and " days overdue." in each for each in told)


def test_more_late_actions_than_are_listed_are_counted(pack):
    words = [each for each in blocks_of(pack.section("weakness-8")) if getattr(each, "text", "").startswith("5 more")]
    assert [each.text for each in words] == ["5 more stand among the late actions."]
