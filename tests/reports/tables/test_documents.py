from datetime import date

from programme.documents import documents_by
from programme.inspections import spoken_with, strengths
from reports.language.linked import Linked
from reports.tables.documents import documents_table, spoken_with_table, strengths_table
from tests.reports.cells import missing, texts, values

LATE = date(2025, 1, 1)


def test_documents_have_days_and_addresses_or_say_that_they_are_to_be_confirmed():
    rows = {row["Document"]: row for row in texts(documents_table(documents_by(LATE)))}
    plan = rows["Written Statement of Action"]
    assert plan["Dated"] == "18 September 2019 (day of its clearance for publication)"
    assert plan["Address"].startswith("https://www.kent.gov.uk/")
    assert rows["Repositioning statement"] == {
        "Document": "Repositioning statement",
        "Kind of document": "self-evaluation",
        "Dated": "before the revisit of September 2022; day to be confirmed",
        "Address": "to be confirmed",
        "About the address": "address to be confirmed",
    }
    assert {value["Dated"] for value in values(documents_table(documents_by(LATE)))} > {None, date(2019, 3, 29)}


def test_a_past_day_shows_no_later_document():
    assert len(documents_table(documents_by(date(2019, 12, 31))).rows) == 4


def test_a_strength_that_is_not_known_is_to_be_confirmed():
    assert texts(strengths_table(strengths(LATE))) == [
        {
            "Letter of": "29 March 2019",
            "Strength": "to be confirmed",
            "Known from": "the inspection letter names strengths of the local area",
            "How far it is confirmed": "wording to be confirmed against the letter",
        }
    ]
    assert missing(strengths_table(strengths(LATE))) == [{"Strength": "to be confirmed"}]


def test_whom_inspectors_spoke_with_stands_under_its_letter():
    rows = texts(spoken_with_table(spoken_with(LATE)))
    assert [row["Letter of"] for row in rows] == ["29 March 2019"] + ["9 November 2022"] * 5
    assert rows[3]["Who"] == "Representatives of the parent carer forum (Kent PACT)"


def test_an_address_is_the_way_there_and_a_document_is_found_by_its_title():
    rows = {row[0].text: row for row in documents_table(documents_by(LATE)).rows}
    plan = rows["Written Statement of Action"]
    assert plan[0].at == "written-statement-of-action"
    assert plan[3].linked == (Linked(plan[3].text, plan[3].text),)
    assert rows["Repositioning statement"][3].linked == ()
