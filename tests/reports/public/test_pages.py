from kpis.registry import registry
from programme.areas import KENT
from programme.workstreams import weaknesses
from reports.progress.overview import overview
from reports.progress.parents import for_parents
from reports.progress.statement import statement
from reports.public.pages import home_of, measure_place
from reports.sentences.parents import all_for_parents, parents_page
from tests.reports.public.conftest import QUARTER, said


def test_the_pages_for_parents_say_what_the_app_s_say_word_for_word(shown, pages):
    found = {number: for_parents(shown[0], about, QUARTER) for number, about in weaknesses().items()}
    each_one = {f"weakness-{number}.html": parents_page(of) for number, of in found.items()}
    for name, page in {"index.html": all_for_parents(tuple(found.values())), **each_one}.items():
        article = pages[name].find(".//article")
        assert said(pages[name].find(".//h1")) == page.title
        assert [said(each) for each in article.findall(".//h2")] == [each.heading for each in page.sections]
        told = [said(each) for each in article.xpath(".//p|.//li")]
        assert told == [" ".join(one.text.split()) for each in page.sections for one in each.sentences]


def test_the_first_page_leads_to_the_nine_and_an_action_leads_nowhere(pages):
    index = pages["index.html"].xpath("//article//a/@href")
    assert sorted(index) == [f"weakness-{number}.html" for number in weaknesses()], "those that are better come first"
    ways = [way for number in weaknesses() for way in pages[f"weakness-{number}.html"].xpath("//article//a/@href")]
    assert ways and all("#" in way for way in ways)


def test_a_measure_stands_with_the_weakness_it_speaks_to_first_and_others_lead_there(shown, pages):
    kpi = registry()["plans_within_20_weeks"]
    assert (home_of(kpi), measure_place(kpi)) == (6, "weakness-6.html#plans_within_20_weeks")
    known = {each.line.kpi.id for each in overview(shown[0], KENT, QUARTER).judged}
    drawn = [one for number in weaknesses() for one in pages[f"weakness-{number}.html"].xpath("//section[@id]/@id")]
    assert sorted(drawn) == sorted(known)
    of = statement(shown[0], 9, QUARTER, KENT)
    borrowed = sum(home_of(each.line.kpi) != 9 for each in of.judged)
    assert borrowed > 1
    told = f"{borrowed} charts stand with another problem; the name leads there."
    assert told in map(said, pages["weakness-9.html"].xpath("//main/p"))


def test_inspectors_words_say_whether_they_are_confirmed(pages):
    about = weaknesses()[6]
    assert said(pages["weakness-6.html"].xpath("//blockquote")[0]) == about.wording
    assert f"Inspectors, 2019, weakness 6 of nine (wording: {about.wording_status})" in said(pages["weakness-6.html"].body)


def test_every_file_with_figures_can_be_had(pages, written):
    offered = set(pages["downloads.html"].xpath("//main//a/@href"))
    assert offered == {name for name in written if name.startswith("data/")}
    assert said(pages["downloads.html"].find(".//h1")) == "90 files with every figure on these pages"
