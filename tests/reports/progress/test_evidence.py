from collections import Counter

from kpis.registry import registry
from programme.workstreams import weaknesses
from reports.progress.evidence import WeaknessEvidence, evidence_by_weakness


def test_evidence_is_counted_apart_for_a_weakness_alone_and_shared():
    tally = Counter((number, len(kpi.weaknesses) > 1) for kpi in registry().values() for number in kpi.weaknesses)
    assert {each.weakness.number: (len(each.own), len(each.shared)) for each in evidence_by_weakness()} == {
        number: (tally[number, False], tally[number, True]) for number in range(1, 10)
    }


def test_a_weakness_with_fewer_than_three_kpis_of_its_own_has_little_evidence():
    kpis = tuple(registry().values())
    assert WeaknessEvidence(weaknesses()[9], kpis[:2], kpis[2:]).little
    assert not WeaknessEvidence(weaknesses()[9], kpis[:3], ()).little


def test_one_measure_speaks_to_weakness_9_alone():
    ninth = evidence_by_weakness()[8]
    assert "outcomes_reviewed_for_children_without_full_provision" in {kpi.id for kpi in ninth.own}
