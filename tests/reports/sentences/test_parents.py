import re

import pytest

from kpis.movement import REVISIT
from programme.access import Role
from programme.glossary import terms_in
from programme.moment import day_text
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from reports.language.linked import leads
from reports.progress.parents import for_parents
from reports.progress.readings import Progress
from reports.sentences.parents import WORDS, all_for_parents, parents_page
from tests.held import holding_plans
from tests.reports.lines import NOW


@pytest.fixture(scope="module", params=[Role.READER, Role.ANALYST])
def progress(request, demonstration_records, judged_once):
    return judged_once if request.param is Role.READER else Progress(demonstration_records, request.param)


@pytest.fixture(scope="module")
def pages_by_quarter(progress):
    """Every page that a parent could have read: of each weakness and of all nine, in every quarter."""
    pages = {}
    with holding_plans():  # as in every test here, of which this comes before the first
        for quarter in Quarter(2019, 1).to(NOW):
            found = [for_parents(progress, about, quarter) for about in weaknesses().values()]
            pages[quarter] = (*map(parents_page, found), all_for_parents(found))
    return pages


def text_of(page) -> str:
    return "\n".join([page.title, *(one.text for each in page.sections for one in (*each.sentences,))])


def test_a_parent_reads_at_most_250_words_in_any_quarter(pages_by_quarter):
    for pages in pages_by_quarter.values():
        for page in pages:
            assert page.words <= WORDS
            assert page.words >= len(text_of(page).split())


def test_the_page_says_what_was_wrong_what_changed_what_did_not_and_what_comes(progress):
    page = parents_page(for_parents(progress, weaknesses()[6], NOW))
    assert page.title == "Plans for children: getting better"
    assert [each.heading for each in page.sections][:4] == [
        "What was wrong",
        "What has changed since inspectors came back in 2022",
        "What has not",
        "What comes next",
    ]
    wrong, changed, _, coming, *_ = page.sections
    assert wrong.sentences[0].text.startswith("In 2019 inspectors found, in short: Plans that set out a child's help")
    first = changed.sentences[0]
    assert first.text == (
        "Where a review led to a changed plan, how many families had the final one within 12 weeks of the meeting? "
        "27 in 100 (367 of 1,346), October to December 2024; before, 12 in 100, July to September 2022."
    )
    assert first.led == leads("October to December 2024", "kpi", kpi="amended_plans_within_12_weeks")
    assert coming.sentences[0].text == "By 14 February 2025: Phase transfer plans ready by the statutory date."
    assert coming.sentences[0].led == leads(
        "Phase transfer plans ready by the statutory date", "actions", action="APP-6.12", at="APP-6.12"
    )


def test_no_term_of_the_glossary_stands_unexplained(pages_by_quarter):
    for quarter, pages in pages_by_quarter.items():
        for page in pages:
            told = text_of(page)
            unexplained = [each.term for each in terms_in([told]) if f"{each.term} means " not in told]
            assert unexplained == [], (quarter, page.title)


def test_a_word_is_explained_by_the_first_clause_of_its_meaning_and_what_explains_it_too(progress):
    told = text_of(parents_page(for_parents(progress, weaknesses()[7], NOW)))
    assert "\nDedicated Schools Grant means the yearly government grant for schools, early years and high needs." in told
    assert "High needs means the part of the Dedicated Schools Grant that pays for children" in told


def test_one_page_is_about_all_nine(progress):
    page = all_for_parents([for_parents(progress, about, NOW) for about in weaknesses().values()])
    assert page.title == "Help for children with special needs in Kent: 5 of 9 problems are getting better"
    told = {each.heading: [one.text for one in each.sentences] for each in page.sections}
    assert list(told) == [
        "What was wrong",
        "What has changed since then",
        "What has not",
        "What comes next",
        "How we know",
        "Words",
    ]
    assert told["What has changed since then"] == [
        "Parents' trust: getting better (5 figures better, 0 worse).",
        "Parents' say: getting better (3 figures better, 0 worse).",
        "Buying services together: getting better (4 figures better, 0 worse).",
        "Plans for children: getting better (13 figures better, 0 worse).",
        "Leadership: getting better (3 figures better, 0 worse).",
    ]
    assert told["What has not"] == [
        "A welcome in every school: better in part and worse in part (2 figures better, 2 worse).",
        "How children do at school: not really changed (0 figures better, 0 worse).",
        "Waiting for health care: better in part and worse in part (4 figures better, 4 worse).",
        "Checking what helped: not really changed (3 figures better, 2 worse).",
    ]
    assert page.sections[1].sentences[3].led == leads("Plans for children", "parents", weakness="6")


def test_what_comes_next_is_the_soonest_of_all_nine_each_once(progress):
    found = [for_parents(progress, about, NOW) for about in weaknesses().values()]
    coming = {each.now.ref: each for one in found for each in one.coming}
    assert sum(len(one.coming) for one in found) > len(coming), "an action may answer two weaknesses"
    (section,) = (each for each in all_for_parents(found).sections if each.heading == "What comes next")
    said = [one.text for one in section.sentences]
    first = min(coming.values(), key=lambda each: (each.expected, each.now.ref))
    assert said[0] == f"By {day_text(first.expected)}: {first.now.title}."
    assert len(said) == len(set(said)) == 2, "as many as fit"
    days = sorted(each.expected for each in coming.values())
    assert [each.split(":")[0] for each in said] == [f"By {day_text(day)}" for day in days[:2]]


def test_where_nothing_is_better_or_nothing_is_not_it_is_said(progress):
    found = [for_parents(progress, about, NOW) for about in weaknesses().values()]
    none, every = all_for_parents([found[4], found[8]]), all_for_parents([found[0], found[5]])
    assert none.title.endswith(": 0 of 2 problems are getting better")
    assert [one.text for one in none.sections[1].sentences] == ["None of them is getting better."]
    assert [one.text for one in every.sections[2].sentences] == ["All of them are getting better."]


def test_before_inspectors_came_back_nothing_is_told_of_their_coming(progress):
    found = [for_parents(progress, about, REVISIT) for about in weaknesses().values()]
    page = all_for_parents(found)
    assert [each.heading for each in page.sections][:2] == ["What was wrong", "What has changed since 2019/20"]
    assert [one.text for one in page.sections[0].sentences] == ["In 2019 inspectors found nine serious weaknesses."]
    assert parents_page(found[5]).sections[1].heading == "What has changed since 2019/20"
    assert "2022" not in parents_page(for_parents(progress, weaknesses()[6], Quarter(2020, 4))).sections[1].heading
    after = all_for_parents([for_parents(progress, about, REVISIT + 1) for about in weaknesses().values()])
    assert after.sections[0].sentences[0].text.endswith(" weaknesses. In 2022 none had improved enough.")


def test_a_share_is_said_aloud_unless_that_would_hide_a_change(progress):
    pages = [parents_page(for_parents(progress, about, NOW)) for about in weaknesses().values()]
    told = " ".join(text_of(page) for page in pages)
    assert "85 in 100 (201 of 236)" in told
    assert "100.6% (323,384 of 321,500), at the end of December 2024; before, 107.7%" in told, "more than a whole"
    for now, then in re.findall(r"(\d+) in 100[^;]*; before, (\d+) in 100", told):
        assert now != then
