from programme.quarter import Quarter
from reports.language.linked import Linked, plain_text
from reports.sentences.letters import letter_name, letter_words, shown_later
from tests.reports.letters import ADDRESS, OLDER, letter


def test_a_letter_is_named_by_who_wrote_it_and_when():
    assert letter_name(letter()) == "DfE, 20 November 2024"
    assert letter_name(OLDER) == "DfE and NHS England, 26 April 2024"


def test_its_words_stand_in_quotation_marks_with_the_way_to_the_document():
    assert plain_text(letter_words(letter())) == f"“Clear the oldest first.” The document: {ADDRESS}."
    assert Linked(ADDRESS, ADDRESS) in letter_words(letter())
    assert letter_words(OLDER) == ("“Too many wait.” Where the document is was not given.",)


def test_a_letter_of_a_later_day_is_shown_with_its_quarter():
    assert shown_later(Quarter(2024, 4)) == "It is of 2024/25 Q4, and is shown from that quarter on."
