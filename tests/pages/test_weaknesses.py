import pytest

from tests.pages.looking import go, markup


@pytest.mark.parametrize("number", range(1, 10))
def test_every_weakness_has_its_statement(app, number):
    go(app, "weakness", weakness=str(number), quarter="2024/25 Q3")
    assert "KPIs" in app.title[0].value


def test_the_statement_says_what_inspectors_said_and_what_is_missing(app):
    go(app, "weakness", weakness="9", quarter="2024/25 Q3")
    told = markup(app)
    assert "9 November 2022, Ofsted and CQC: <b>not sufficient progress</b>" in told
    assert (
        "Children without full-time provision whose outcomes were reviewed: no evidence, no figure: not available." in told
    )
    assert told.index("<h2>Delivered</h2>") < told.index("<h2>Changed</h2>")
    headings = (
        "Actions past the date agreed first",
        "What parents said",
        "Risks",
        "The lead&#39;s own assessment",
        "What evidence is missing",
    )
    places = [told.index(f"<h2>{heading}</h2>") for heading in headings]
    assert places == sorted(places)


def test_at_the_revisit_the_lead_and_the_evidence_disagree(app):
    go(app, "weakness", weakness="6", quarter="2022/23 Q2")
    assert "the evidence position is “worsening”. The two disagree." in markup(app)


def test_a_district_without_any_kpi_of_the_weakness_says_that_evidence_is_missing(app):
    go(app, "weakness", weakness="8", quarter="2024/25 Q3", area="Ashford")
    assert "No KPI of this weakness is collected for Ashford." in markup(app)
