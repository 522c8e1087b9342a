from programme.glossary import glossary
from tests.pages.looking import go, markup, read_as_markdown, words


def test_every_kpi_is_there_with_overdue_reviews_counted(app):
    go(app, "dictionary")
    assert "KPIs listed: 88." in words(app)
    assert "Definitions whose review is overdue: " in words(app)


def test_a_search_narrows_it_down_and_stands_in_the_address(app):
    go(app, "dictionary", definition="part-time timetables")
    assert "KPIs listed: 2." in words(app)
    assert markup(app).count("<dt>Worked out as</dt>") == 2
    assert app.query_params["definition"] == "part-time timetables"


def test_nothing_found_says_so(app):
    assert "No definition holds every word of “zebra”." in words(go(app, "dictionary", definition="zebra"))


def test_each_weakness_is_shown_with_its_evidence_which_is_little_nowhere_by_now(app):
    page = markup(go(app, "dictionary"))
    assert page.count(">some</td>") == 9
    assert "<b>little</b>" not in page


def test_what_was_searched_is_said_as_it_was_typed(app):
    go(app, "dictionary", definition="![x](http://evil/p.png) $a$")
    told = "No definition holds every word of “![x](http://evil/p.png) $a$”. Empty the box to see them all."
    assert f'<p class="told">{told}</p>' in markup(app)
    assert not [text for text in read_as_markdown(app) if "evil" in text or "$" in text]


def test_every_term_is_there(app):
    assert markup(go(app, "glossary")).count("<dt>") == len(glossary())


def test_a_link_opens_it_at_one_term(app):
    page = markup(go(app, "glossary", term="CAMHS"))
    assert '<dt aria-current="true">CAMHS (Child and adolescent mental health services)</dt>' in page
    assert page.count("<dt>") < 5


def test_a_word_that_is_not_there_says_so(app):
    assert "No word of the glossary holds that." in words(go(app, "glossary", term="zebra"))
