import re

import pytest

from kpis.registry import registry
from tests.pages.looking import go, markup, offered, table, tables, unfold, words

TABS = ("Trend", "Places", "Compared", "Reliability", "Definition and source")
QUARTERS = "Kent, quarter by quarter and around each event"


def kpi(app, name="plans_within_20_weeks", tab="Trend", quarter="2024/25 Q3", area="Kent"):
    return go(app, "kpi", kpi=name, tab=tab, quarter=quarter, area=area)


def test_the_title_states_the_finding(app):
    kpi(app)
    assert app.title[0].value == (
        "Plans issued within 20 weeks: 58.5%, target missed but floor met, no real change since 2024/25 Q2"
    )
    said = words(app)
    assert "Since last figure (Kent's scorecard rule) ↗ Improved since 2024/25 Q2 (then 49.1%)." in said
    assert "Trend (Kent's performance report rule) ~ No clear trend since 2021/22 Q4." in said
    assert "Target: at least 80.0%, floor 40.0%, since 2023/24 Q3. Basis: 80%, Accelerated Progress Plan as reported" in said
    assert "None is on record." in said
    assert "At the pace of the last eight quarters" in said


def test_it_is_never_shown_without_its_companions(app):
    kpi(app)
    said = words(app)
    assert "The same over another period. Kent, 12 months to December 2024." in said
    assert said.count("Never without it.") == 3


def test_every_tab_opens_from_the_address_and_alone(app):
    for tab in TABS:
        kpi(app, tab=tab)
        assert [each.label for each in app.tabs] == list(TABS)
        assert [bool(each.children) for each in app.tabs] == [each == tab for each in TABS]


def test_the_chart_tells_what_happened(app):
    kpi(app, tab="Trend")
    assert "What happened: 2019/20 Q2 WSoA cleared" in words(app)
    assert "does not show what brought it about" in words(unfold(app, QUARTERS))


def test_the_table_has_every_quarter_with_its_cells(app):
    kpi(app, tab="Trend")
    found = next(each for each in tables(unfold(app, QUARTERS)) if "Read from" in each)
    assert (len(found), found.iloc[0]["Figure"]) == (23, "58.5%")
    assert found.iloc[0]["Read from"].startswith("2024-25-Q3.xlsx version ")
    assert all(found["Read from"].str.contains("!"))


def test_the_districts_say_which_differences_are_noise(app):
    kpi(app, tab="Places")
    found = table(app)
    assert len(found) == 13
    assert "no more than chance would give" in set(found["Difference from the whole"])
    assert "exact binomial limits" in words(app)


def test_all_six_averages_of_2024_are_on_the_page(app):
    kpi(app, tab="Compared")
    shown = [dict(zip(each["Held against"], each["Figure"], strict=True)) for each in tables(app) if "Held against" in each]
    assert list(shown[1].values()) == [
        "32.3%",
        "45.9%",
        "37.9%",
        "33.2%",
        "30.3%",
        "27.7%",
        "37.4%",
        "40.5%",
        "35.5%",
        "32.1%",
        "64.0%",
    ]
    assert "Another definition: includes plans with permitted exceptions, which this KPI leaves out." in words(app)
    assert "2025-05 set: Kent is 7 of 11 (1 is best; itself and 10 neighbours)." in words(app)


def test_process_control_gives_two_answers(app):
    kpi(app, tab="Reliability")
    assert [each.value for each in app.header if "?" in each.value] == [
        "Is it changing?",
        "Will it keep meeting the target?",
    ]
    assert "These are trial limits" not in words(app)
    assert "Limits start afresh in 2021/22 Q4: in the published figures: DfE's SEN2 return changes" in words(app)


def test_the_definition_says_who_answers_for_it(app):
    kpi(app, tab="Definition and source")
    assert "Written by: SEND performance analyst" in words(app)
    assert "Take care: It counts plans issued, not children waiting" in words(app)


def test_a_figure_is_followed_to_its_cell_version_and_file(app):
    kpi(app, tab="Definition and source")
    found = table(app)
    assert list(found["Value"]) == ["322", "550"]
    assert set(found["File"]) == {"2024-25-Q3.xlsx"}
    assert all(found["Cell"].str.startswith("D"))
    assert offered(app)[-1].label.startswith("Download 2024-25-Q3.xlsx as handed in")


def test_every_value_that_a_restated_figure_had(app):
    kpi(app, tab="Definition and source", quarter="2024/25 Q2")
    versions = {version for each in tables(app) for version in each.get("Version", [])}
    assert len(versions) > 1


def test_a_judged_rating_shows_both_ratings(app):
    kpi(app, "phase_transfers_on_time")
    assert "Rating: judged amber in the return (" in words(app)
    assert "worked out from the figure: red" in words(app)


def test_a_red_shows_its_management_action_or_that_there_is_none(app):
    kpi(app, "community_paediatrics_within_18_weeks")
    assert "Management action: APP-8.04 (" in words(app)
    kpi(app, "permanent_exclusions_send")
    assert "Permanent exclusions of pupils with SEND is red and no management action is recorded." in words(app)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("outcomes_reviewed_for_children_without_full_provision", "Kent"),  # no figure now
        ("permanent_exclusions_send", "Ashford"),  # small numbers
        ("autism_first_appointment_after_13_weeks", "Kent"),  # published, of another area
        ("plans_within_20_weeks_rolling_year", "Kent"),  # no process control
        ("requests_received", "Kent"),  # an activity indicator
    ],
)
def test_every_state_has_its_words_and_nothing_breaks(app, name, area):
    for tab in TABS:
        kpi(app, name, tab=tab, area=area)
        assert registry()[name].title in app.title[0].value
        assert not re.search(r"\b(None[.,;)%]|nan\b)", words(app))


def test_the_first_quarter_alone(app):
    for tab in ("Trend", "Reliability", "Compared"):
        kpi(app, quarter="2019/20 Q1", tab=tab)
        assert app.title[0].value == "Plans issued within 20 weeks: 28.6%, not rated, direction cannot be said"


def test_a_kpi_that_is_not_collected_for_the_area_is_shown_for_kent_and_says_so(app):
    kpi(app, "board_attendance", area="Ashford")
    assert "Board attendance is not collected for Ashford: what is shown is Kent." in words(app)


def test_the_way_back_leads_to_the_list_and_to_the_weakness(app):
    page = markup(kpi(app))
    way = page[page.index('<nav class="way"') :]
    assert way.startswith(
        '<nav class="way" aria-label="The way back"><a href="measures?quarter=2024%2F25+Q3&amp;area=Kent">'
    )
    assert '>6 EHC process and plan quality</a> › <span aria-current="page">' in way


def test_an_empty_store_says_what_to_do(empty_app):
    go(empty_app, "kpi")
    assert "There are no figures yet" in words(empty_app)


def test_where_the_right_comparison_is_not_held_the_page_says_what_is_missing(app):
    kpi(app, "plans_educated_in_mainstream", tab="Compared")
    said = words(app)
    assert "Missing: the DfE's own series, plans by placement in January" in said
    assert "LA maintained mainstream" not in said


def test_where_the_publisher_counts_otherwise_the_page_says_it_beside_the_number(app):
    kpi(app, "requests_refused", tab="Compared")
    assert "Another definition: the DfE follows the requests received in a calendar year" in words(app)


def test_the_definition_says_what_it_stands_on_and_what_takes_its_place(app):
    kpi(app, "wheelchairs_within_18_weeks", tab="Definition and source")
    said = words(app)
    assert "Stands on: Guidance: NHS planning guidance: 92% of children within 18 weeks" in said
    assert "Tier: Supporting." in said
    assert "Superseded by: wheelchairs_children_within_18_weeks, from 2025/26 Q1" in said
