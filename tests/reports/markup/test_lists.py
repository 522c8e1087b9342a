from programme.glossary import glossary
from reports.markup.lists import glossary_list, hits_list, searches_offered, words_explained
from reports.progress.search import Hit


def test_a_hit_says_its_kind_and_is_a_link():
    hit = Hit("KPI", "Plans <soon>", "Are they?", "kpi", {"kpi": "plans"})
    assert hits_list([hit], lambda page, **choices: f"{page}?{choices}") == (
        '<ul class="hits"><li><span class="kind-of">KPI</span> '
        '<a href="kpi?{&#39;kpi&#39;: &#39;plans&#39;}">Plans &lt;soon&gt;</a><small>Are they?</small></li></ul>'
    )


def test_other_searches_are_links_that_say_what_is_searched_for():
    offered = searches_offered(["a<b", "plans"], lambda page, **choices: f"{page}?{choices['q']}")
    links = '<a href="find?a&lt;b">a&lt;b</a>, <a href="find?plans">plans</a>'
    assert offered == f'<p class="told">Search instead for: {links}</p>'


def test_the_glossary_is_a_list_of_terms_and_meanings():
    markup = glossary_list(glossary())
    assert markup.count("<dt>") == markup.count("<dd>") == len(glossary())
    assert "<dt>SALT (Speech and language therapy)</dt>" in markup


def test_the_term_that_is_asked_for_is_marked_and_no_other():
    markup = glossary_list(glossary(), "SALT")
    assert markup.count("aria-current") == 1
    assert '<dt aria-current="true">SALT (Speech and language therapy)</dt>' in markup


def test_words_on_a_page_can_be_opened_where_they_stand():
    markup = words_explained(["The SALT service", "and SPC"])
    assert "<summary>Words on this page: SALT, SPC</summary>" in markup
    assert markup.count("<dt>") == 2


def test_a_page_without_terms_has_no_list():
    assert words_explained(["Nothing to explain"]) == ""
