from kpis.registry import registry
from programme.areas import KENT
from reports.charts.svg_small import small_svg
from reports.markup.multiples import SmallChart, small_charts, small_multiples
from reports.progress.comparison import England
from reports.progress.judgement import judgement_of
from tests.reports.lines import NOW, PLANS, count, judged, plans, progress_with
from tests.reports.markup.test_grids import href, text, tree
from tests.reports.progress.test_comparison import shown

STEADY = judged(plans([50, 51, 52]), quarters=3)


def test_each_kpi_has_its_name_figure_rating_target_direction_and_england():
    (chart,) = small_charts(progress_with(plans([50, 51, 52])), [STEADY], KENT, NOW)
    england = England(shown()[0].own, 46.44)
    drawn = tree(f"<div>{small_multiples([SmallChart(STEADY, chart.chart, england)], href, 'The key.')}</div>")
    (item,) = drawn.iter("li")
    assert (item.find("a").get("href"), item.find("a").text) == ("kpi?kpi=plans_within_20_weeks", "Plans within 20 weeks")
    assert item.get("data-rating") == "amber"
    assert "52.0%" in text(item) and "target at least 80.0% · England 46.4%, 2024" in text(item)
    assert item.find("img").get("alt") == chart.chart.alternative
    assert text(drawn.find("p")) == "The key."


def test_the_chart_is_that_of_the_kpi_s_line_without_events():
    progress = progress_with(plans([50, 51, 52]))
    kpi = judgement_of(progress, registry()[PLANS], KENT, NOW)
    (small,) = small_charts(progress, [kpi], KENT, NOW)
    assert small.chart.subject == "Plans issued within 20 weeks, Kent"
    assert small.chart.events == () and small.england is None


def test_nothing_is_drawn_of_nothing():
    assert small_multiples([], href, "The key.") == ""


def test_a_hidden_figure_has_no_sign_at_the_end_of_its_line():
    figures = count("permanent_exclusions_send", [20, 19, 3])
    hidden = judged(figures, "permanent_exclusions_send", quarters=3)
    (small,) = small_charts(progress_with(figures), [hidden], KENT, NOW)
    assert [each.signs for each in small.chart.series] == [()]
    assert "<path" in small_svg(small.chart) and "<circle" not in small_svg(small.chart)
