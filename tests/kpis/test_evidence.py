from kpis.evidence import Evidence, facts_of
from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from tests.kpis.building import evidence, figure


def test_a_figure_is_found_by_measure_area_and_quarter():
    held = figure("plans_issued", 41)
    known = evidence(held)
    assert known.figure("plans_issued", KENT.code, Quarter(2024, 3)) is held
    assert known.figure("plans_issued", KENT.code, Quarter(2024, 2)) is None
    assert known.figure("plans_issued", DISTRICTS[0].code, Quarter(2024, 3)) is None
    assert known.figure("plans_issued_all", KENT.code, Quarter(2024, 3)) is None


def test_evidence_may_be_empty():
    assert Evidence().figure("plans_issued", KENT.code, Quarter(2024, 3)) is None
    assert facts_of([]) == {}


def test_evidence_is_the_same_while_everything_in_it_is():
    facts = facts_of([figure("plans_issued", 41)])
    known = Evidence(facts, {("share", KENT.code, "2023/24"): "4.7"}, {("share", KENT.code, Quarter(2024, 3)): "5"})
    assert known.same_as(Evidence(facts, dict(known.published), dict(known.reported)))
    others = Evidence(dict(facts), known.published, known.reported), Evidence(facts, {}, known.reported)
    assert [known.same_as(other) for other in (*others, Evidence(facts, known.published))] == [False] * 3
