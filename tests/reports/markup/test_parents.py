from reports.language.linked import leads
from reports.markup.parents import others_markup, parents_markup
from reports.sentences.parents import ParentsPage, Plain, Section
from tests.reports.markup.test_grids import href, text, tree

CHECKED = leads("2024", "kpi", kpi="plans_within_20_weeks")
PAGE = ParentsPage(
    "Plans: better",
    (
        Section("What was wrong", (Plain("Plans <b>came</b> late."),)),
        Section(
            "What has changed",
            (Plain("Plans in time? 59 in 100, 2024.", CHECKED), Plain("One more figure is better.")),
        ),
    ),
)


def test_one_sentence_is_a_paragraph_and_several_are_a_list():
    article = tree(parents_markup(PAGE, href))
    assert [text(each) for each in article.iter("h2")] == ["What was wrong", "What has changed"]
    assert [text(each) for each in article.iter("p")] == ["Plans <b>came</b> late."]
    assert [text(each) for each in article.iter("li")] == ["Plans in time? 59 in 100, 2024.", "One more figure is better."]


def test_a_figure_leads_to_where_it_can_be_checked():
    (way,) = tree(parents_markup(PAGE, href)).iter("a")
    assert (way.text, way.get("href")) == ("2024", "kpi?kpi=plans_within_20_weeks")


def test_the_ways_lead_to_all_nine_and_to_each_but_the_one_that_is_open():
    ways = [each.text for each in tree(others_markup("2", href)).iter("a")]
    assert (len(ways), ways[:3]) == (9, ["All nine problems", "Parents' trust", "Parents' say"])
