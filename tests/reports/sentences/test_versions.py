from dataclasses import replace

from programme.access import Role
from programme.areas import KENT
from programme.finding import Finding, Severity
from programme.parts import FIGURES, Part
from programme.quarter import Quarter
from programme.submission import Answered, Restatement
from reports.sentences.versions import answer_text, parts_text, restated_sentence, version_title, withdrawn_text
from tests.reports.build import a_version

KCC, NHS = "Kent County Council", "NHS Kent and Medway"


def test_versions_are_named_by_what_they_are():
    assert version_title(a_version(3)) == "Version 3: return for 2024/25 Q3, all workstreams, Kent County Council"
    assert (
        version_title(a_version(3, workstreams=(5,)))
        == "Version 3: return for 2024/25 Q3, workstream 5, Kent County Council"
    )
    assert (
        version_title(a_version(4, workstreams=(1, 2), withdraws=3))
        == "Version 4: withdrawal of version 3 (return for 2024/25 Q3), workstreams 1, 2, Kent County Council"
    )
    assert version_title(a_version(1, kind="history", quarter=None)) == (
        "Version 1: history workbook, all workstreams, Kent County Council"
    )


def test_a_query_is_told_with_why_it_is_right_all_the_same():
    query = Finding("no_answer", Severity.QUERY, "Commentary", "E5", "Why must say something, got: tbc")
    assert answer_text(Answered(query, "nobody is in post yet")) == (
        "Why must say something, got: tbc Reason: nobody is in post yet"
    )


def test_what_a_version_speaks_for_is_said_in_the_order_of_the_form():
    about = Quarter(2024, 3)
    parts = frozenset(
        {
            Part("Risks", KCC, about, 5),
            Part("Actions", KCC, about, 5),
            Part(FIGURES, KCC, about, 5),
            Part(FIGURES, NHS, about, 5),
        }
    )
    assert parts_text(replace(a_version(1), parts=parts)) == "Figures of KCC and NHS, Actions and Risks"
    words = frozenset({Part("Actions", KCC, about, 3)})
    assert parts_text(replace(a_version(1), parts=words)) == "Actions"
    assert parts_text(a_version(1)) == "the whole of its scope"
    assert parts_text(a_version(2, withdraws=1)) == ""


def test_what_a_version_restated_is_one_sentence_and_its_reason_is_for_those_who_see_figures():
    version = replace(a_version(6), reason="Counted twice")
    own = [Restatement(version, "plans_issued", KENT, Quarter.parse("2024/25 Q2"), None, None)] * 28
    told = "28 figures, 20 January 2025 at 09:00, by analyst (version 6)"
    assert restated_sentence(own, Role.READER) == told
    assert restated_sentence(own, Role.ANALYST) == f"{told}: Counted twice"


def test_who_withdrew_a_version_when_and_why_is_one_sentence():
    gone = replace(a_version(6, withdraws=3), reason="The wrong quarter")
    assert withdrawn_text(gone) == (
        "Version 3 was withdrawn by analyst on 20 January 2025, as version 6: “The wrong quarter”."
    )
