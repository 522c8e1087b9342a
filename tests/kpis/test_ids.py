from kpis.ids import kpi_ids, workstream_of_kpi
from kpis.registry import registry


def test_the_ids_are_those_of_the_registry_in_its_order():
    assert list(kpi_ids()) == list(registry())


def test_the_workstream_of_a_kpi_is_that_of_its_definition():
    assert {kpi: workstream_of_kpi(kpi) for kpi in registry()} == {kpi: each.workstream for kpi, each in registry().items()}
    assert workstream_of_kpi("happiness") is None
