from datetime import UTC, datetime

from loaders.layouts.known import layouts_known, with_kept
from loaders.layouts.layout import Layout, layout_text
from programme.kept_layouts import KeptLayout

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
OURS = Layout("Ours", period="asked", headings={"Plans": "plans_issued"})
TRIBUNALS = Layout("send TRIBUNALS", period="asked", headings={"Appeals": "appeals_registered"})


def test_without_a_database_there_are_those_that_come_with_the_programme():
    assert [layout.name for layout in layouts_known(None)] == ["NHS community health", "SEND tribunals"]


def test_one_that_people_kept_takes_the_place_of_another_of_its_name():
    kept = [KeptLayout(n, each.name, layout_text(each), DAY, "A", "", "why") for n, each in enumerate((OURS, TRIBUNALS), 1)]
    assert [layout.name for layout in with_kept(kept)] == ["NHS community health", "Ours", "send TRIBUNALS"]
    assert with_kept(kept)[1:] == (OURS, TRIBUNALS)
