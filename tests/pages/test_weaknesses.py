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
    assert "Children without full-time provision whose outcomes were reviewed</a>: no evidence, no figure: not avail" in told
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


def test_every_kpi_has_a_small_chart_with_england_where_it_is_published(app):
    told = markup(go(app, "weakness", weakness="6", quarter="2024/25 Q3"))
    small = told[told.index('<ul class="multiples">') : told.index("</ul>", told.index('<ul class="multiples">'))]
    assert small.count("<li ") == small.count("<img ") == 22
    assert ">Plans within 20 weeks</a><p><b>58.5%</b>" in small
    assert "<small>target at least 80.0% · England 46.4%, 2024</small>" in small
    assert 'Answered by <a href="weaknesses?quarter=2024%2F25+Q3&amp;area=Kent&amp;workstream=3">' in told
