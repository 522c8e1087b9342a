import re

from tests.pages.looking import go, markup, unfold, unmarked, words

LIST = "The same as a list, with the rating of every quarter"


def test_each_kpi_of_the_workstream_has_a_row_and_reds_come_first(app):
    page = markup(unfold(go(app, "workstream", workstream="3"), LIST))
    assert re.fullmatch(r"EHC plan quality: of 21 KPIs, \d+ are red.*", app.title[0].value)
    titles = re.findall(r'<th scope="row"><a href="measures\?[^"]*">([^<]+)</a>', page)
    assert len(titles) == len(set(titles)) == 21
    assert page.count('<li data-rating="') == 21
    grid = page[page.index('<table class="grid">') :]
    chips = re.findall(r'class="chip"[^>]*><span aria-hidden="true">.</span> ([^<]+)<', grid)
    assert chips == sorted(chips, key=["Red", "Amber", "Green", "Not rated"].index)


def test_delivery_and_change_are_two_sentences(app):
    text = words(go(app, "workstream", workstream="3"))
    assert re.search(r"Delivered: Of \d+ actions , \d+ are complete", text)
    assert re.search(r"Changed: Of 19 KPIs, \d+ really better since 2019/20", text)
    assert "<dt>Lead role</dt><dd>SEND assessment and placement lead</dd>" in markup(app)


def test_the_signs_are_explained_and_so_are_the_words(app):
    go(app, "workstream", workstream="3")
    assert "<summary>Words on this page:" in markup(app)
    assert "no figure returned or published" in words(unfold(app, LIST))


def test_what_the_address_asks_for_is_shown_and_what_is_not_there_is_said(app):
    go(app, "workstream", workstream="5")
    assert app.title[0].value.startswith("Service provision:")
    go(app, "workstream", workstream="*77*")
    assert [unmarked(each.value) for each in app.warning] == ["There is no workstream “*77*” here: weakness 1 is shown."]
    assert app.title[0].value.startswith("Parental confidence:")


def test_without_a_number_it_is_the_first_weakness_and_nothing_is_warned_of(app):
    page = markup(go(app, "weakness"))
    assert app.title[0].value.startswith("Parental confidence:") and not app.warning
    assert 'title="Parental confidence" aria-current="page">1<' in page


def test_a_weakness_that_is_none_is_said(app):
    go(app, "weakness", weakness="12")
    assert [each.value for each in app.warning] == ["There is no weakness “12” here: weakness 1 is shown."]


def test_an_area_without_its_kpis_says_so(app):
    go(app, "workstream", workstream="4", area="Ashford")
    assert not app.exception
    assert app.title[0].value == "Joint commissioning: no KPI is collected for this area"


def test_a_workstream_says_what_the_plan_says_of_it(app):
    go(app, "workstream", workstream="3", quarter="2020/21 Q3")
    told = markup(app)
    assert "<dt>Desired outcome</dt><dd>to be confirmed against the Written Statement</dd>" in told
    assert "No assessment open for more than 20 weeks (illustrative)" in told
    assert "<dt>Timescale</dt><dd>From 1 October 2019 to 18 October 2021; next due 8 March 2021: <a href=" in told
    assert 'action=WSOA-3.12#WSOA-3.12">WSOA-3.12</a>, Named caseworker for every family.</dd>' in told


def test_a_lead_says_what_to_read_before_the_finding(app):
    go(app, "weakness", weakness="6", quarter="2024/25 Q3")
    told = markup(app)
    assert "<b>Before the finding:</b> A plan that is issued late lowers the share" in told
    assert "SEND assessment and placement lead (illustrative), accepted 3 February 2025" in told
