from kpis.ids import kpi_ids, kpi_title, workstream_of_kpi
from kpis.registry import registry


def test_the_ids_are_those_of_the_registry_in_its_order():
    assert list(kpi_ids()) == list(registry())


def test_a_title_is_read_without_running_the_file():
    assert {kpi: kpi_title(kpi) for kpi in kpi_ids()} == {kpi: each.title for kpi, each in registry().items()}
    assert kpi_title("happiness") == "happiness"


def test_the_workstream_of_a_kpi_is_that_of_its_definition():
    assert {kpi: workstream_of_kpi(kpi) for kpi in registry()} == {kpi: each.workstream for kpi, each in registry().items()}
    assert workstream_of_kpi("happiness") is None
