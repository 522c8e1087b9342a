from reports.language.linked import Linked, Way, joined, leads, plain_text, slug


def test_a_text_that_leads_says_to_what_and_to_which_one():
    assert leads("APP-6.01", "actions", action="APP-6.01") == Linked("APP-6.01", Way("actions", (("action", "APP-6.01"),)))


def test_pieces_read_as_one_text():
    assert plain_text(("Of ", leads("22 reds", "meeting"), ", 4 are worsening.")) == "Of 22 reds, 4 are worsening."


def test_texts_are_joined_with_something_between_each_and_the_next():
    one = leads("1", "weakness", weakness="1")
    assert joined([one, "3"], ", ") == (one, ", ", "3")
    assert joined([("a", one), ("b",)], "; ") == ("a", one, "; ", "b")
    assert joined([], ", ") == ()


def test_a_title_becomes_what_its_row_is_found_by():
    assert slug("Decision 21/00019, SEND Strategy") == "decision-21-00019-send-strategy"
    assert slug("“You said, we did”: 2021") == "you-said-we-did-2021"
