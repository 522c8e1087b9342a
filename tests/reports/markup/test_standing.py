import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from kpis.movement import REVISIT
from programme.access import Role
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from programme.workstreams import weaknesses, workstreams
from record.logs import Logs
from reports.markup.standing import judged_in_short, standing_table
from reports.progress.readings import Progress
from reports.progress.standing import standings
from tests.reports.acting import DONE, UNEVIDENCED, log, spoken
from tests.reports.build import progress_in_force, records_of
from tests.reports.lines import NOW, plans

NINE, FIVE = tuple(weaknesses().values()), tuple(workstreams().values())


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def text(element) -> str:
    return "".join(element.itertext())


def drawn(progress, groups=NINE, area=KENT, quarter=NOW) -> ElementTree.Element:
    frame = ElementTree.fromstring(str(standing_table(standings(progress, area, quarter, groups), href)))
    assert (frame.get("class"), frame.get("tabindex"), frame.get("role")) == ("scroll", "0", "region")
    return frame.find("table")


def cells(table, place: int) -> list[ElementTree.Element]:
    return list(table.findall("tbody/tr")[place])


def known(logs, *figures):
    return Progress(replace(records_of(*figures), logs=logs), Role.READER)


@pytest.fixture
def nine(demonstration):
    return drawn(demonstration)


def test_nine_rows_each_a_heading_that_leads_to_its_weakness(nine):
    assert text(nine.find("caption")) == "Where the nine weaknesses stand"
    assert [text(head) for head in nine.findall("thead/tr/th")] == [
        "Weakness, and a parent's words",
        "Progress: inspectors",
        "Since the revisit",
        "Since last year",
        "Ratings now",
        "Actions",
        "Progress: the lead",
    ]
    heads = [row.find("th") for row in nine.findall("tbody/tr")]
    assert [head.get("scope") for head in heads] == ["row"] * 9
    assert [head.find("a").get("href") for head in heads] == [f"weakness?weakness={number}" for number in range(1, 10)]


def test_a_row_says_everything_in_words(nine):
    assert [text(cell) for cell in cells(nine, 0)] == [
        "1 Parental confidenceWe could never reach anyone",
        "Not sufficient",
        "↗ Improving5 better, 0 worse. Of 12 KPIs, 5 really better since the revisit (2022/23 Q2), 0 really worse, "
        "5 without real change; 2 cannot be compared.",
        "↗ Improving8 better, 0 worse. Of 12 KPIs, 8 really better since last year, 0 really worse, "
        "4 without real change; 0 cannot be compared.",
        "▲ 3 red ◆ 7 amber ● 2 green ○ 1 not rated ",
        "9 of 16 done 8 evidenced 5 late. Of 16 actions, 9 are complete, 8 of them with evidence; 0 not started, "
        "5 past the date agreed first.",
        "Not yet sufficient",
    ]


def test_the_lead_who_differs_from_the_evidence_has_a_flag(nine):
    flagged = [row for row in nine.findall("tbody/tr") if "⚑" in text(row)]
    assert [text(row[0])[:12] for row in flagged] == ["7 Governance"]
    assert text(flagged[0][-1]) == "Sufficient⚑ mixed since 2019/20: the evidence differs"


def test_the_bars_are_in_proportion_and_for_the_eye_alone(nine):
    ratings, actions = (cells(nine, 0)[place].find("span[@class='bar']") for place in (4, 5))
    assert ratings.get("aria-hidden") == actions.get("aria-hidden") == "true"
    assert [re.match(r"flex:(\d+);", part.get("style"))[1] for part in ratings] == ["3", "7", "2", "1"]
    assert [part.get("style") for part in actions] == [
        "flex:8;background:var(--done)",
        "flex:1;background:var(--claimed)",
        "flex:5;background:var(--late)",
        "flex:2;background:var(--to-come)",
    ]


def test_up_to_the_revisit_a_row_is_told_since_the_baseline_year(demonstration):
    table = drawn(demonstration, quarter=REVISIT)
    assert [text(head) for head in table.findall("thead/tr/th")][2:4] == ["Since 2019/20", "Since last year"]
    assert "revisit" not in text(table)
    assert cells(table, 0)[2].get("data-head") == "Since 2019/20"
    flags = [text(row[-1]).partition("⚑ ")[2] for row in table.findall("tbody/tr") if "⚑" in text(row)]
    assert flags and all(re.fullmatch("[a-z ]+: the evidence differs", each) for each in flags), "since when stands above"


def test_five_workstreams_have_neither_inspectors_nor_voices_nor_the_leads_word(demonstration):
    table = drawn(demonstration, FIVE)
    assert text(table.find("caption")) == "Where the five workstreams stand"
    assert [text(head) for head in table.findall("thead/tr/th")] == [
        "Workstream",
        "Since the revisit",
        "Since last year",
        "Ratings now",
        "Actions",
    ]
    assert [row.find("th/a").get("href") for row in table.findall("tbody/tr")] == [
        f"workstream?workstream={number}" for number in range(1, 6)
    ]
    assert text(cells(table, 0)[0]) == "1 Parental confidence"
    assert cells(table, 0)[4].find("a").get("href") == "actions?for_workstream=1"


def test_what_is_not_known_is_said_and_never_shown_as_nothing():
    row = cells(drawn(progress_in_force(), quarter=Quarter.parse("2020/21 Q1")), 5)
    assert text(row[0]) == "6 EHC process and plan qualityNothing heard in the last year"
    assert (text(row[1]), text(row[5]), text(row[6])) == ("No judgement yet", "no action", "not returned")
    assert text(row[2]).startswith("? Too little evidence0 better, 0 worse")


def test_a_group_without_a_kpi_for_the_area_says_so():
    assert text(cells(drawn(progress_in_force(), area=area_named("Ashford")), 6)[4]) == "no KPI for this area"


def test_done_without_evidence_is_not_counted_as_evidenced():
    table = drawn(known(log(Q3=[DONE, UNEVIDENCED | {"Ref": "APP-6.02"}])))
    cell = cells(table, 5)[5]
    assert text(cell).startswith("2 of 2 done 1 evidenced 0 late")
    assert cell.find("a").get("href") == "actions?for_weakness=6"
    assert [part.get("style") for part in cell.find("span[@class='bar']")] == [
        "flex:1;background:var(--done)",
        "flex:1;background:var(--claimed)",
    ]


def test_what_a_parent_said_is_only_text():
    heard = spoken("2024/25 Q3", **{"You said": '<b>"Call" us</b>'})
    said = str(standing_table(standings(known(Logs(participation=(heard,)), *plans([20])), KENT, NOW, NINE), href))
    typed = "&lt;b&gt;&#34;Call&#34; us&lt;/b&gt;"
    assert f'<small title="{typed}">{typed}</small>' in said


@pytest.mark.parametrize(
    ("judgement", "short"),
    [
        ("not yet sufficient progress", "not yet sufficient"),
        ("sufficient progress", "sufficient"),
        ("progress unclear", "progress unclear"),
        ("", ""),
    ],
)
def test_a_judgement_is_short_where_the_head_of_the_column_says_progress(judgement, short):
    assert judged_in_short(judgement) == short


def test_beside_the_figures_of_a_district_stand_neither_plan_nor_leads_nor_inspectors(demonstration):
    ashford = area_named("Ashford")
    own = ElementTree.fromstring(str(standing_table(standings(demonstration, ashford, NOW, NINE), href, whole=False)))
    heads = [text(head) for head in own.findall("table/thead/tr/th")]
    assert heads == ["Weakness", "Since the revisit", "Since last year", "Ratings now"]
    assert {len(row) for row in own.findall("table/tbody/tr")} == {4}
    assert "done" not in text(own.find("table/tbody"))
