from collections import Counter

from kpis.registry import registry
from programme.workstreams import weaknesses
from reports.progress.evidence import WeaknessEvidence, evidence_by_weakness


def test_a_kpi_is_the_own_of_the_weakness_it_names_first_as_in_its_position():
    tally = Counter((number, number != kpi.weaknesses[0]) for kpi in registry().values() for number in kpi.weaknesses)
    assert {each.weakness.number: (len(each.own), len(each.borrowed)) for each in evidence_by_weakness()} == {
        number: (tally[number, False], tally[number, True]) for number in range(1, 10)
    }


def test_a_weakness_with_fewer_than_three_kpis_of_its_own_has_little_evidence():
    kpis = tuple(registry().values())
    assert WeaknessEvidence(weaknesses()[9], kpis[:2], kpis[2:]).little
    assert not WeaknessEvidence(weaknesses()[9], kpis[:3], ()).little


def test_three_kpis_are_the_own_of_weakness_9():
    ninth = evidence_by_weakness()[8]
    assert {kpi.id for kpi in ninth.own} == {
        "outcomes_reviewed_for_children_without_full_provision",
        "children_without_school_place",
        "severe_absence_ehcp",
    }
