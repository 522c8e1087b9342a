from kpis.ids import kpi_ids
from kpis.registry import registry


def test_the_ids_are_those_of_the_registry_in_its_order():
    assert list(kpi_ids()) == list(registry())
