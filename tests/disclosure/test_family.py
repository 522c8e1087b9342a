from dataclasses import replace

from disclosure.decide import decided_alone
from disclosure.family import cell_seen, families, restatements_seen
from disclosure.rule import Hidden, NoFigure, Number
from disclosure.seen import Undisclosed
from kpis.evidence import Evidence, facts_of
from kpis.outcome import Reason
from kpis.registry import registry
from programme.areas import DISTRICTS, ENGLAND, KENT, NHS_KENT_AND_MEDWAY
from programme.hidden import HiddenThen, Item
from programme.quarter import Quarter
from programme.submission import Restatement
from tests.reports.build import a_figure, a_version

EXCLUSIONS = registry()["permanent_exclusions_send"]
PLANS = registry()["plans_within_20_weeks"]
IN_TIME, ISSUED = PLANS.formula.measures
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


def test_districts_without_their_whole_stand_alone():
    assert families(replace(EXCLUSIONS, areas=DISTRICTS))[DISTRICTS[2]] == (DISTRICTS[2],)


def test_from_facts_to_what_a_reader_may_see():
    facts = evidence(88, [0, 3, 9, 8, 8, 8, 8, 8, 9, 9, 9, 9])
    hidden = decided_alone(facts.facts).items
    undisclosed = Undisclosed(facts, hidden)
    found = {area: undisclosed.result(EXCLUSIONS, area, Q3).shown for area in (KENT, *DISTRICTS)}
    assert (found[KENT], found[DISTRICTS[0]], found[DISTRICTS[1]]) == (Number(88), Number(0), Hidden())
    assert list(found.values()).count(Hidden()) == 2  # one more, or it would be Kent less the others


def test_whoever_sees_everything_sees_every_figure_and_nobody_one_that_is_not_there():
    undisclosed = Undisclosed(evidence(88, [0, 3]), frozenset())
    found = [undisclosed.result(EXCLUSIONS, area, Q3).shown for area in DISTRICTS[:3]]
    assert found == [Number(0), Number(3), NoFigure(Reason.NOT_RETURNED, "permanent_exclusions_send for 2024/25 Q3")]


def item(measure, area=KENT, span=1):
    return Item(measure, area.code, Q3, span)


def test_a_returned_figure_is_seen_where_one_kpi_shows_it():
    key = (ISSUED, KENT.code, Q3)
    assert cell_seen(key, set())
    assert not cell_seen(key, {item(IN_TIME)})  # the one KPI of the quarter shows both or none
    assert cell_seen(key, {item(ISSUED, span=4)})
    assert not cell_seen(("send_16_17_not_known", KENT.code, Q3), set())  # no KPI shows it
    assert cell_seen(("schools", KENT.code, Q3), set())


def test_a_restatement_of_what_is_or_ever_was_hidden_is_not_told():
    old, new = a_figure(EXCLUSIONS.id, 3), a_figure(EXCLUSIONS.id, 12)
    change = Restatement(a_version(2), EXCLUSIONS.id, KENT, Q3, old, new)
    assert restatements_seen([change], HiddenThen()) == (change,)
    assert restatements_seen([change], HiddenThen(ever=frozenset({item(EXCLUSIONS.id)}))) == ()
