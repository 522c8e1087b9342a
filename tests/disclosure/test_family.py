from dataclasses import replace

from disclosure.family import disclosed, families
from disclosure.rule import SECONDARY, SMALL, Hidden, NoFigure, Number
from kpis.evidence import Evidence, facts_of
from kpis.outcome import Reason
from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, ENGLAND, KENT, NHS_KENT_AND_MEDWAY
from programme.quarter import Quarter
from tests.reports.build import a_figure

EXCLUSIONS = registry()["permanent_exclusions_send"]
Q3 = Quarter.parse("2024/25 Q3")


def evidence(total, counts):
    parts = [a_figure(EXCLUSIONS.id, count, area=area) for area, count in zip(DISTRICTS, counts, strict=False)]
    return Evidence(facts_of([a_figure(EXCLUSIONS.id, total), *parts]))


def test_a_whole_and_its_parts_are_one_family_whichever_is_asked_for():
    found = families(EXCLUSIONS)
    assert {found[area] for area in (KENT, *DISTRICTS)} == {(KENT, *DISTRICTS)}


def test_areas_that_are_no_part_of_another_stand_alone():
    national = replace(EXCLUSIONS, areas=(*EXCLUSIONS.areas, NHS_KENT_AND_MEDWAY, ENGLAND))
    assert families(national)[NHS_KENT_AND_MEDWAY] == (NHS_KENT_AND_MEDWAY,)
    assert families(national)[ENGLAND] == (ENGLAND,)
    assert families(national)[KENT] == (KENT, *DISTRICTS)


def test_districts_without_their_whole_betray_nobody():
    assert families(replace(EXCLUSIONS, areas=DISTRICTS))[DISTRICTS[2]] == (DISTRICTS[2],)


def test_from_facts_to_what_a_reader_may_see():
    facts = evidence(88, [0, 3, 9, 8, 8, 8, 8, 8, 9, 9, 9, 9])
    found = {result.area: shown for result, shown in disclosed(EXCLUSIONS, (KENT, *DISTRICTS), Q3, facts, Role.READER)}
    assert (found[KENT], found[DISTRICTS[0]]) == (Number(88), Number(0))
    assert (found[DISTRICTS[1]], found[DISTRICTS[3]]) == (Hidden(SMALL), Hidden(SECONDARY))


def test_an_analyst_sees_every_figure_and_nobody_one_that_is_not_there():
    found = [shown for _, shown in disclosed(EXCLUSIONS, DISTRICTS[:3], Q3, evidence(88, [0, 3]), Role.ANALYST)]
    assert found == [Number(0), Number(3), NoFigure(Reason.NOT_RETURNED, "permanent_exclusions_send for 2024/25 Q3")]
