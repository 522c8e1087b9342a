from kpis.ids import kpi_ids
from loaders.naming import naming
from programme.aliases import Alias, Thing

SHEPWAY = Alias(Thing.AREA, "E07000112", "Shepway")


def test_a_kpi_is_known_by_its_id_and_its_title():
    assert naming().meant(Thing.KPI, "plans-within-20-weeks") == ("plans_within_20_weeks",)
    title = naming().called(Thing.KPI, "plans_within_20_weeks")
    assert naming().one(Thing.KPI, title.upper()) == "plans_within_20_weeks"


def test_every_kpi_is_known_by_its_title():
    for kpi in kpi_ids():
        assert naming().meant(Thing.KPI, naming().called(Thing.KPI, kpi)) == (kpi,)


def test_what_people_added_counts_beside_what_comes_with_the_system():
    assert naming().one(Thing.AREA, "Shepway") is None
    assert naming([SHEPWAY]).one(Thing.AREA, "shepway") == "E07000112"
    assert naming([SHEPWAY]).one(Thing.AREA, "KCC") == "E10000016"
