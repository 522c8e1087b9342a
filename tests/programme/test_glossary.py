import re

import pytest

from kpis.registry import registry
from plumbing.reference import rows
from programme.glossary import glossary, terms_holding, terms_in
from programme.measures import measures


def names(*texts):
    return [term.term for term in terms_in(texts)]


def test_the_abbreviations_that_readers_meet_are_all_explained():
    known = {term.term for term in glossary()}
    assert known >= {"EHCP", "SALT", "CAMHS", "WSoA", "APP", "SEND", "SPC", "BRAG", "ICB", "R12M", "SEN2", "KPI", "EHC"}


def test_terms_are_unique_and_in_order_and_have_a_meaning():
    terms = [term.term for term in glossary()]
    assert terms == sorted(set(terms), key=str.casefold)
    assert all(term.meaning.endswith(".") for term in glossary())


def test_an_abbreviation_is_written_out_and_a_word_is_not():
    written = {term.term: term.title for term in glossary()}
    assert written["SALT"] == "SALT (Speech and language therapy)"
    assert written["Restatement"] == "Restatement"


def test_whole_words_are_found_in_the_plural_too():
    assert names("EHCPs were late", "a restatement") == ["EHCP", "Restatement"]
    assert names("targeted") == []


def test_an_abbreviation_is_only_found_in_its_own_capitals():
    assert names("an app with salt") == []
    assert names("the APP and SALT") == ["APP", "SALT"]


NAMES = {"AQA", "EWHC", "QS51", "SI", "SLT", "KPIs"}
"""Names and numbers of documents, and words explained under another form."""


def test_every_abbreviation_in_definitions_measures_events_and_the_glossary_itself_is_explained():
    texts = [measure.description for measure in measures().values()] + [row["event"] for row in rows("events")]
    texts += [term.meaning for term in glossary()]
    for kpi in registry().values():
        texts += [kpi.title, kpi.question, kpi.why, kpi.numerator, kpi.denominator, kpi.source, kpi.caution, kpi.tier_reason]
        texts += [ground.title for ground in kpi.grounds] + [target.basis for target in kpi.targets] + [*kpi.breaks.values()]
    used = {word for text in texts for word in re.findall(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*\b", text)}
    assert used - {term.term for term in glossary()} == NAMES & used


@pytest.mark.parametrize(
    "term",
    [
        "Attainment 8",
        "Good level of development",
        "Dedicated Schools Grant",
        "EHC needs assessment",
        "Educational psychologist",
        "Ombudsman",
        "Mediation",
        "Personal budget",
        "Safety valve",
        "Suspension",
        "Part-time timetable",
        "Resource provision",
        "Permitted exceptions",
        "CDC",
    ],
)
def test_what_a_board_member_has_to_ask_is_in_the_glossary(term):
    assert term in {each.term for each in glossary()}


def test_a_term_is_found_by_what_stands_in_it_however_it_was_pasted():
    assert [term.term for term in terms_holding("\u200eIMPROVEMENT notice")] == ["Improvement Notice"]
    assert len(terms_holding("")) == len(glossary())
    assert terms_holding("zebra") == []


def test_a_review_ends_with_the_decision_and_writing_is_not_tested():
    meanings = {term.term: term.meaning for term in glossary()}
    assert "In law the decision ends it, not the meeting." in meanings["Annual review"]
    assert "writing is assessed by teachers" in meanings["Key stage 2"]
    assert "must be reviewed and, where necessary, amended" in meanings["Phase transfer"]
    assert meanings["Improvement Notice"].startswith("A formal notice to improve")
