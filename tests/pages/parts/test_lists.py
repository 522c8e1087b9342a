import re

from reports.sentences.heat import KEY
from tests.pages.looking import go, markup, offered, unfold, words


def labels(app, kind):
    return [each.proto.label for each in app.get(kind)]


def test_an_empty_store_offers_the_demonstration_and_an_upload(empty_app):
    go(empty_app, "overview")
    assert empty_app.title[0].value == "There are no figures yet"
    assert labels(empty_app, "button") == ["Load demonstration data"]
    assert '<a href="data?area=Kent">Upload a return</a>' in markup(empty_app).replace("quarter=2019%2F20+Q1&amp;", "")


def test_before_the_first_return_there_is_no_offer_but_the_way_back(app):
    go(app, "overview", as_at="2019-01-01")
    assert "Choose a later one, or empty the box to come back to now." in words(app)
    assert labels(app, "button") == []


def test_a_store_with_figures_is_not_stopped(app):
    assert "There are no figures yet" not in words(go(app, "overview"))


def test_the_headline_has_the_ratings_counted_beside_it(app):
    go(app, "weakness", weakness="6")
    counts = [int(count) for count in re.findall(r"<b>(\d+)</b> (?:red|amber|green|not rated)", markup(app))[:4]]
    finding = f"EHC process and plan quality: of {sum(counts)} KPIs, {counts[0]} are red"
    assert app.title[0].value.startswith(finding)


def test_a_list_of_kpis_has_its_key_its_words_and_its_downloads(app):
    go(app, "workstream", workstream="3")
    unfold(app, "The same as a list, with the rating of every quarter")
    assert re.findall('<p class="told quiet">(.*?)</p>', markup(app))[-2:] == [
        KEY,
        "Of 20 KPIs that can be compared, 12 really moved. If nothing had changed, chance alone would show fewer than one.",
    ]
    assert "<summary>Words on this page: " in markup(app)
    assert [file.label for file in offered(app)] == ["KPIs as CSV", "Heat map as CSV", "Heat map as image (SVG)"]


def test_where_there_is_no_kpi_there_is_no_list(app):
    go(app, "workstream", workstream="4", area="Ashford")
    assert 'class="grid"' not in markup(app)
    assert [file.label for file in offered(app)] == []
