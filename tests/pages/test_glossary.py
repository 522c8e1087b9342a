from programme.glossary import glossary
from tests.pages.looking import go, markup, words


def test_every_term_is_there(app):
    assert markup(go(app, "glossary")).count("<dt>") == len(glossary())


def test_a_link_opens_it_at_one_term(app):
    page = markup(go(app, "glossary", term="CAMHS"))
    assert "<dt>CAMHS (Child and adolescent mental health services)</dt>" in page
    assert page.count("<dt>") < 5


def test_nothing_found_says_so(app):
    assert "No word of the glossary holds that." in words(go(app, "glossary", term="zebra"))
