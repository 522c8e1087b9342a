from dataclasses import replace

import pytest

from programme.access import Role
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from reports.language.linked import Linked, leads, plain_text
from reports.progress.changes import changes
from reports.progress.delivery import delivery
from reports.progress.overview import overview
from reports.progress.readings import Progress
from reports.progress.standing import standings
from reports.sentences.this_quarter import figures_say, quarter_headline
from tests.reports.build import progress_in_force
from tests.reports.lines import NOW, plans

NINE = tuple(weaknesses().values())
FALLING = [60, 55, 50, 45, 38, 30, 20]


@pytest.fixture(scope="module")
def demonstration(demonstration_records):
    return Progress(demonstration_records, Role.LEAD)


def headline(progress, quarter=NOW, area=KENT):
    return quarter_headline(standings(progress, area, quarter, NINE), overview(progress, area, quarter))


def said(progress, quarter=NOW):
    told = figures_say(overview(progress, KENT, quarter), changes(progress, quarter), delivery(progress, quarter))
    return tuple(map(plain_text, told))


def test_the_finding_says_how_many_weaknesses_improve_and_how_many_kpis_are_red(demonstration):
    assert (
        headline(demonstration)
        == "Five of nine weaknesses are improving since the revisit; 22 of 87 KPIs are red, and 1 judged amber by its lead"
    )


def test_up_to_the_revisit_there_is_no_since_the_revisit(demonstration):
    revisit = Quarter.parse("2022/23 Q2")
    assert headline(demonstration, revisit).startswith("None of nine weaknesses is improving since 2019/20; 38 of 87")
    assert " since 2019/20; " in headline(demonstration, revisit - 4)
    assert " since the revisit; " in headline(demonstration, revisit + 1)


def test_one_and_none_have_their_own_words():
    assert headline(progress_in_force(*plans([20]))) == (
        "None of nine weaknesses is improving since the revisit; 1 of 87 KPIs is red"
    )
    assert headline(progress_in_force()) == "None of nine weaknesses is improving since the revisit; none of 87 KPIs is red"


def test_an_area_for_which_nothing_is_collected_says_so():
    ashford = area_named("Ashford")
    seen = replace(overview(progress_in_force(), ashford, NOW), judged=())
    assert quarter_headline(standings(progress_in_force(), ashford, NOW, NINE), seen) == "No KPI is collected for Ashford"


def test_the_figures_say_three_sentences(demonstration):
    assert said(demonstration) == (
        "Of 22 reds, 4 are worsening, 12 are without real change, 6 are recovering.",
        "Since 2024/25 Q2, 22 ratings changed: 16 for the better (12 with a real change of the figure), 5 for the worse "
        "(1 with a real change of the figure), 1 because a rating began or ended.",
        "Of 116 actions, 54 are complete, 51 of them with evidence; 46 are late.",
    )


def test_each_of_the_three_leads_to_what_it_counts(demonstration):
    told = figures_say(overview(demonstration, KENT, NOW), changes(demonstration, NOW), delivery(demonstration, NOW))
    assert [piece for sentence in told for piece in sentence if isinstance(piece, Linked)] == [
        leads("22 reds", "meeting"),
        leads("22 ratings", "changes", at="changed-ratings"),
        leads("Of 116 actions, 54 are complete, 51 of them with evidence", "actions"),
    ]


def test_reds_are_counted_in_their_number_and_none_is_none():
    assert said(progress_in_force(*plans(FALLING)))[0] == "Of 2 reds, 1 is worsening, 1 is of unknown direction."
    assert said(progress_in_force(*plans([20])))[0] == "Of 1 red, 1 is of unknown direction."
    assert said(progress_in_force())[0] == "No KPI is red."
