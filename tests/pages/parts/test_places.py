import ast
from pathlib import Path

import pytest

from pages.parts.places import (
    HOME,
    MENU,
    NEEDED,
    PAGES,
    PLACES,
    QUIET,
    TABS_BEFORE,
    WITHIN,
    PageTab,
    address_of,
    led,
    place_of,
)

FILES = Path(__file__).parent.parent.parent.parent / "pages"
BEFORE = {
    "overview": "./",
    "changes": "./?tab=What+changed",
    "weakness": "weaknesses",
    "workstream": "weaknesses?workstream=1",
    "kpi": "measures",
    "delivery": "plan?tab=Delivered+and+changed",
    "actions": "plan",
    "risks": "plan?tab=Risks",
    "participation": "voices",
    "decisions": "plan?tab=Decisions",
    "meeting": "meetings",
    "find": "search",
    "upload": "data",
    "returns": "data?tab=Returns",
    "restatements": "data?tab=Restatements",
    "published": "data?tab=Published+figures",
    "dictionary": "data?tab=Dictionary",
    "glossary": "data?tab=Glossary",
    "accessibility": "about",
}
"""Every address that a page had before, and where it leads."""


def tabs_of(page: str) -> list[str]:
    """The tabs that a page opens, from the dictionaries in its own file, in their order."""
    tree = ast.parse((FILES / f"{page}.py").read_text(encoding="utf-8"))
    return [key.value for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys]


def test_seven_pages_stand_in_the_menu_and_each_has_its_file():
    assert len(MENU) == 7
    assert set(PAGES) == set(MENU) | set(QUIET) == {path.stem for path in FILES.glob("*.py")}


@pytest.mark.parametrize("thing", [*PLACES, *WITHIN])
def test_a_thing_is_shown_on_a_page_that_is_there_in_a_tab_that_it_has(thing):
    place = place_of(thing)
    assert place.page in PAGES
    assert place.tab in ("", *tabs_of(place.page)[1:]), "the first tab needs no name"


def test_every_tab_that_an_old_link_names_is_one_of_a_measure():
    assert set(TABS_BEFORE.values()) - {""} == set(tabs_of("measures")[1:])


def test_a_page_is_found_by_its_own_name_and_home_is_where_the_app_begins():
    assert place_of("plan") == PageTab("plan")
    assert place_of("plan").path == "plan"
    assert PageTab(HOME).path == "./"


def test_all_nineteen_addresses_of_before_lead_somewhere():
    assert {old: led(old, {}) for old in PLACES} == BEFORE
    assert len(BEFORE) == 19
    assert not set(BEFORE) & set(PAGES), "an address cannot be a page and lead to another"


def test_an_old_address_keeps_all_that_it_asked_for():
    asked = {"quarter": "2023/24 Q4", "area": "Ashford", "as_at": "2024-12-01"}
    kept = "quarter=2023%2F24+Q4&area=Ashford&as_at=2024-12-01"
    assert led("risks", asked) == f"plan?tab=Risks&{kept}"
    assert led("overview", asked) == f"./?{kept}"
    assert led("find", {"q": "a & b"}) == "search?q=a+%26+b"


def test_a_workstream_that_was_asked_for_is_not_replaced():
    assert led("workstream", {"workstream": "5"}) == "weaknesses?workstream=5"
    assert NEEDED == {"workstream": {"workstream": "1"}}


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Chart", "measures?kpi=a"),
        ("Table", "measures?kpi=a"),
        ("Districts", "measures?kpi=a&tab=Places"),
        ("Comparators", "measures?kpi=a&tab=Compared"),
        ("Process control", "measures?kpi=a&tab=Reliability"),
        ("Definition", "measures?kpi=a&tab=Definition+and+source"),
        ("Where it comes from", "measures?kpi=a&tab=Definition+and+source"),
        ("Places", "measures?kpi=a&tab=Places"),
    ],
)
def test_a_tab_of_a_kpi_leads_to_the_one_that_holds_it_now(before, now):
    assert led("kpi", {"kpi": "a", "tab": before}) == now


def test_choices_come_after_the_tab_and_may_name_another():
    assert address_of("risks", {"quarter": "2024/25 Q3"}) == "plan?tab=Risks&quarter=2024%2F25+Q3"
    assert address_of("risks", {"tab": "Decisions"}) == "plan?tab=Decisions"
    assert address_of("voices", {}) == "voices"


def test_a_place_on_a_page_stands_behind_its_address():
    assert address_of("changes", {"quarter": "2024/25 Q3", "at": "changed-risks"}) == (
        "./?tab=What+changed&quarter=2024%2F25+Q3#changed-risks"
    )
    assert address_of("kpi", {"at": "a b"}) == "measures#a%20b"
