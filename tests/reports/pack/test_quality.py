from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from programme.access import Role
from programme.finding import Finding, Severity
from programme.period_figure import reported_for_quarters
from programme.quarter import Quarter
from programme.submission import Answered, Restatement
from programme.symbols import Status
from reports.pack.parts import BlockHeading, Tabled
from reports.pack.quality import (
    CARRIED,
    DEFINITIONS,
    HIDDEN,
    JUDGED,
    MONTHS,
    PROVISIONAL,
    QUERIED,
    REPORTED,
    RESTATED,
    RETURNED,
    SYMBOLS,
    quality_section,
    quality_topics,
)
from reports.progress.readings import Progress
from tests.reports.build import a_figure, a_version, records_of
from tests.reports.lines import commentary, plans
from tests.reports.pack.conftest import QUARTER
from tests.reports.periods import BAND, months, reported
from tests.store.returns.test_period_figures import WAITING

IN_TIME = datetime(2025, 1, 20, 9, tzinfo=UTC)
AS_AT = datetime(2025, 2, 12, 9, tzinfo=UTC)
OTHERS = a_version(1, workstreams=(1, 2, 4, 5), at=IN_TIME)
PLANS_RETURN = a_version(2, workstreams=(3,), at=IN_TIME)
FIGURES = tuple(plans([50, 60]))
VERSIONS = OTHERS, PLANS_RETURN


@cache
def known(figures):
    """What is known where nothing but some figures came."""
    return replace(records_of(*figures, versions=VERSIONS), as_at=AS_AT)


@cache
def progress(figures):
    """The progress of that: with whatever comes besides, its figures need not be judged again."""
    return Progress(known(figures), Role.READER)


@cache
def as_returned():
    """Topic by topic, what is told of nothing but the usual figures."""
    return quality_topics(progress(FIGURES), QUARTER)


def topics(figures=FIGURES, queried=None, **changes):
    records = replace(known(figures), **changes)
    return quality_topics(Progress(records, Role.READER, before=progress(figures)), QUARTER, queried)


def changed(before, after):
    """Topic by topic, the sentences that went and those that came."""
    found = {}
    for topic, sentences in before.items():
        gone = [each for each in sentences if each not in after[topic]]
        come = [each for each in after[topic] if each not in sentences]
        if gone or come:
            found[topic] = (gone, come)
    return found


def test_nothing_to_say_is_said():
    told = as_returned()
    assert told[PROVISIONAL] == ("No figure of the whole area is provisional.",)
    assert told[CARRIED] == ("No figure is carried forward.",)
    assert told[REPORTED] == (
        "Each figure of the whole area is worked out here from its counts, or is what a publisher printed.",
    )
    assert told[MONTHS] == ("No return gave months of this quarter.",)
    assert told[RESTATED] == ("No figure was restated since the returns for 2024/25 Q2 were due.",)
    assert told[JUDGED] == ("No rating was replaced by a lead's judgement.",)
    assert told[HIDDEN] == ("No figure is hidden from this reader.",)


def test_one_return_that_is_taken_out_changes_its_own_sentences_and_those_of_its_figures():
    found = changed(as_returned(), topics(figures=FIGURES[:2], versions=(OTHERS,)))
    assert set(found) == {RETURNED, SYMBOLS}
    gone, come = found[RETURNED]
    assert gone == [
        "Returns for 2024/25 Q3: none missing, none received late; 5 of 5 are there.",
        "Workstream 3: Quality of Education, Health and Care Plans (EHCPs): ✓ received on time (20 January 2025, "
        "2 of 101 figures).",
    ]
    assert come == [
        "Returns for 2024/25 Q3: 1 missing, none received late; 4 of 5 are there.",
        "Workstream 3: Quality of Education, Health and Care Plans (EHCPs): ✗ missing (due 5 February 2025).",
    ]


def test_a_value_that_was_reported_changes_its_own_sentence_and_that_it_was_missing():
    told = reported(str(QUARTER))
    records = records_of(*FIGURES[:2], versions=(OTHERS, PLANS_RETURN))
    evidence = replace(records.evidence, reported=reported_for_quarters([told]))
    found = changed(topics(FIGURES[:2]), topics(FIGURES[:2], evidence=evidence))
    assert set(found) == {REPORTED, SYMBOLS}
    assert found[REPORTED][1] == ["One figure is as reported, not worked out here: Plans issued within 20 weeks."]


def test_of_months_it_is_said_which_are_missing():
    waiting = months(WAITING, {"2024-10": 7020, "2024-11": 7125, "2024-12": 7244})
    found = changed(as_returned(), topics(period_figures=(*waiting, *months(BAND, {"2024-10": 1388}))))
    assert found[MONTHS][1] == [
        "Two measures were counted by month too, with 2 of the three months missing.",
        "November 2024 is not there: Children who have waited more than 52 weeks for community paediatrics.",
        "December 2024 is not there: Children who have waited more than 52 weeks for community paediatrics.",
    ]
    whole = topics(period_figures=waiting)[MONTHS]
    assert whole == ("One measure was counted by month too, with none of the three months missing.",)


def test_one_figure_that_is_restated_changes_the_sentence_of_restated_figures_alone():
    correction = a_version(3, workstreams=(3,), at=datetime(2025, 2, 6, 9, tzinfo=UTC))
    old, new = a_figure("plans_issued", 90, quarter="2024/25 Q2"), a_figure("plans_issued", 100, quarter="2024/25 Q2")
    restated = Restatement(correction, "plans_issued", old.area, Quarter(2024, 2), old, new)
    found = changed(as_returned(), topics(restatements=(restated,)))
    assert found == {
        RESTATED: (
            ["No figure was restated since the returns for 2024/25 Q2 were due."],
            [
                "One figure was restated since the returns for 2024/25 Q2 were due, none of them in districts: "
                "version 3 on 6 February 2025."
            ],
        )
    }


def test_a_provisional_figure_and_a_judgement_are_told_each_in_their_own_sentence():
    provisional = topics(figures=tuple(plans([50, 60], status=Status.PROVISIONAL)))
    assert changed(as_returned(), provisional) == {
        PROVISIONAL: (
            ["No figure of the whole area is provisional."],
            ["Two figures may still change: Plans issued within 20 weeks; Plans issued within 20 weeks, rolling 12 months."],
        )
    }
    base = records_of(*FIGURES)
    judged = replace(base.logs, commentary=(commentary("plans_within_20_weeks", "green", "Cases were complex"),))
    ((_, come),) = changed(as_returned(), topics(logs=judged)).values()
    assert come == [
        "Plans issued within 20 weeks: judged green in the return (Cases were complex); worked out from the figure: "
        f"{'green' if 'green' in come[0].rpartition(':')[2] else 'amber'}."
    ]


def test_queries_quote_figures_and_are_for_those_who_see_them():
    finding = Finding("jump", Severity.QUERY, "Figures", "D5", "Plans issued went up by half.")
    answered = {2: (Answered(finding, "A backlog was cleared"),)}
    assert as_returned()[QUERIED] == (
        "What the checks asked, and what was answered, quotes figures: it is for those who see every figure.",
    )
    assert topics(queried={})[QUERIED] == (
        "No figure of these returns was queried by the checks, so none was accepted against one.",
    )
    assert topics(queried=answered)[QUERIED] == (
        "1 query was answered on loading.",
        "Version 2, Figures D5: Plans issued went up by half. Answered: “A backlog was cleared”.",
    )


def test_the_demonstration_tells_every_topic_with_its_restated_figures_as_a_table(pack, shown):
    section = pack.section("quality")
    assert section.finding == "Returns for 2024/25 Q3: none missing, none received late; 18 figures were restated"
    assert [each.text for each in section.blocks if isinstance(each, BlockHeading)] == list(
        quality_topics(shown[0], QUARTER)
    )
    (table,) = (each.table for each in section.blocks if isinstance(each, Tabled))
    assert len(table.rows) == 18
    assert quality_topics(shown[0], QUARTER)[DEFINITIONS] == (
        "All 87 definitions are inside their review date; the first falls due on 31 May 2026.",
    )
    assert quality_section(shown[0], QUARTER) == section
