from kpis.registry import definitions_in_force
from programme.areas import KENT
from programme.workstreams import workstreams
from reports.progress.overview import overview, verdicts
from reports.sentences.overview import group_headline, overview_headline, tiers_sentence
from tests.reports.build import progress_in_force
from tests.reports.lines import NOW, commentary, in_force_with, plans
from tests.reports.progress.test_overview import FALLING, seen

KPIS = len(definitions_in_force(NOW))
OF_STREAM = sum(kpi.workstream == 3 for kpi in definitions_in_force(NOW).values())


def test_the_headline_parts_the_reds_by_where_they_go():
    assert (
        overview_headline(seen(*plans(FALLING)))
        == f"Of {KPIS} KPIs, 2 are red: 1 red and worsening · 1 red, direction cannot be said"
    )
    assert overview_headline(seen(*plans([20]))) == f"Of {KPIS} KPIs, 1 is red: 1 red, direction cannot be said"
    assert overview_headline(seen()) == f"None of {KPIS} KPIs is red"


def test_a_group_has_its_own_headline():
    stream = workstreams()[3]
    found = verdicts(progress_in_force(*plans(FALLING)), KENT, NOW, stream)
    assert (
        group_headline(stream, found)
        == f"EHC plan quality: of {OF_STREAM} KPIs, 2 are red: 1 red and worsening · 1 red, direction cannot be said"
    )
    assert group_headline(stream, []) == "EHC plan quality: no KPI is collected for this area"


def test_it_says_which_kpis_are_counted_and_how_the_headline_ones_stand():
    assert tiers_sentence(seen(*plans([20]))) == (
        f"All {KPIS} KPIs are counted, 15 of them headline KPIs, for the board's first pages: 1 of those is red. "
        "The others are supporting."
    )
    assert "0 of those are red" in tiers_sentence(seen())


def judged(*ratings):
    """What is said of two reds, each judged otherwise by its lead."""
    kpis = ("plans_within_20_weeks", "plans_within_20_weeks_rolling_year")
    written = [commentary(kpi, rating, "because") for kpi, rating in zip(kpis, ratings, strict=False)]
    return overview_headline(overview(in_force_with(plans([20, 20, 20, 20]), *written), KENT, NOW))


def test_what_leads_judge_otherwise_stays_counted():
    assert judged() == f"Of {KPIS} KPIs, 2 are red: 1 red, no real change · 1 red, direction cannot be said"
    assert judged("amber") == f"Of {KPIS} KPIs, 1 is red, and 1 judged amber by its lead: 1 red, direction cannot be said"
    assert judged("amber", "amber") == f"None of {KPIS} KPIs is red, and 2 judged amber by their leads"
    assert judged("amber", "green") == f"None of {KPIS} KPIs is red, and 1 judged green and 1 judged amber by their leads"
