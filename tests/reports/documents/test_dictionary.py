import re
from datetime import date, datetime
from pathlib import Path

import pytest

from kpis.registry import registry
from reports.documents.dictionary import dictionary_markdown, write_dictionary
from reports.progress.evidence import evidence_by_weakness

DOCUMENT = Path(__file__).parents[3] / "docs" / "kpi-dictionary.md"
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def markdown():
    return dictionary_markdown(DAY)


def entry(markdown: str, kpi: str) -> str:
    """The part of the document about one KPI."""
    start = markdown.index(f'<a id="{kpi}"></a>')
    return markdown[start : markdown.find("<a id=", start + 1)]


def test_the_document_in_docs_is_fresh():
    written = DOCUMENT.read_text(encoding="utf-8")
    day = re.search(r"Overdue is marked as on (.+)\.", written)[1]
    again = dictionary_markdown(datetime.strptime(day, "%d %B %Y").date())
    assert written == again, "docs/kpi-dictionary.md must be written again: python -m reports dictionary"


def test_it_is_written_as_text(tmp_path, markdown):
    write_dictionary(tmp_path / "dictionary.md", DAY)
    assert (tmp_path / "dictionary.md").read_bytes().decode("utf-8") == markdown


def test_every_kpi_stands_under_its_workstream(markdown):
    parts = re.split(r"\n## (?=Workstream)", markdown)[1:]
    found = [(number, kpi) for number, part in enumerate(parts, start=1) for kpi in re.findall(r'<a id="(.+)"></a>', part)]
    assert found == [(kpi.workstream, kpi.id) for kpi in registry().values()]


def test_every_link_leads_somewhere(markdown):
    assert set(re.findall(r"\]\(#(.+?)\)", markdown)) == set(registry())


def test_an_overdue_review_is_marked_from_the_day_after(markdown):
    assert "| 31 May 2026 **overdue** | [Improvement board members attending](#board_attendance) |" in markdown
    assert "| 31 May 2026 | [Improvement board" in dictionary_markdown(date(2026, 5, 31))
    assert "| 31 May 2026 **overdue** | [Improvement board" in dictionary_markdown(date(2026, 6, 1))


def test_weaknesses_with_little_evidence_are_shown_as_such(markdown):
    shown = re.findall(r"\| (Weakness \d: [^|]+) \| (\d+) \| (\d+) \| (\S+) \|", markdown)
    assert shown == [
        (each.weakness.name, str(len(each.own)), str(len(each.borrowed)), "**little**" if len(each.own) < 3 else "some")
        for each in evidence_by_weakness()
    ]
    assert {evidence for *_, evidence in shown} == {"some"}  # each has three of its own by now


def test_an_entry_says_what_a_reader_must_know(markdown):
    found = entry(markdown, "plans_within_20_weeks")
    assert "`plans_within_20_weeks` · quarter · Kent and its 12 districts · Weakness 6: EHC process" in found
    assert "- **Target:** from 2023/24 Q3: at least 80.0%, floor 40.0% (80%, Accelerated Progress Plan" in found
    assert "- **Never shown without:** [Assessments open for more than 20 weeks](#assessments_overdue); [Oldest" in found
    assert "- **Break in the series:** 2021/22 Q4: in the published figures: DfE's SEN2 return changes" in found
    assert "- **Stands on:** Regulation: Special Educational Needs and Disability Regulations 2014 (SI 2014/1530), " in found
    assert "regulation 13(2) and (3) (4 June 2014)\n" in found
    assert "- **Tier:** Headline, for the board's first pages. The limit in law, and what families" in found
    assert "**Take care:** It counts plans issued, not children waiting" in found
    assert "| `plans_issued` | Plans issued, excluding exceptions | Return of workstream 3 (Kent County Council)" in found
    assert "| 2024/25 Q3: plans_issued_within_20_weeks = 41; plans_issued = 100 | 41.0% |" in found
    assert "Checked by: Head of management information. Next review: 1 April 2027." in found


def test_what_only_some_kpis_have_is_said_where_they_have_it(markdown):
    survey = entry(markdown, "parents_say_needs_met")
    assert "- **Rated from:** a denominator of 50" in survey
    assert "Seasonal" not in survey and "Break in the series" not in survey
    assert "- **Seasonal:** compare with the same quarter last year" in entry(markdown, "requests_received")
    assert "- **Range:** not rated; expected between 650 and 1,100 (illustrative)" in entry(markdown, "requests_received")
    assert "- **Not held:** 2020: no tests were held (Covid)" in entry(markdown, "ks2_rwm_ehcp")
    assert "**Denominator:**" not in entry(markdown, "personal_budgets")
    assert "- **Better:** close to the target" in entry(markdown, "plans_per_caseworker")


def test_tables_have_as_many_cells_as_headings(markdown):
    tables = [block.splitlines() for block in markdown.split("\n\n") if block.startswith("|")]
    assert len(tables) == 2 + 2 * len(registry())
    assert [table for table in tables if len({line.count(" | ") for line in table}) != 1] == []


def test_it_says_which_districts_are_hidden_and_that_zeros_are_among_them(markdown):
    said = " ".join(markdown.split())
    assert (
        "Where a district has 1 to 4 in a quarter and all of them together fewer than 60, every district is hidden in that "
        "quarter, those with 0 too, but for one that can be worked out from what is shown anyway." in said
    )
