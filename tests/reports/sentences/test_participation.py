from reports.sentences.participation import participation_sentence, voice_words
from tests.reports.acting import Q3, spoken


def test_people_are_added_up_only_as_far_as_they_were_counted():
    known, half, unknown = spoken(Q3, People="2,466", Activities="221"), spoken(Q3, People="4"), spoken(Q3)
    assert participation_sentence([known]) == (
        "As far as is known, 2,466 people took part in 221 activities; someone who came more than once is counted each time."
    )
    assert participation_sentence([half, unknown]) == (
        "As far as is known, 4 people took part; someone who came more than once is counted each time. "
        "One entry gave no number of people."
    )
    assert participation_sentence([unknown, unknown]) == "Two entries, none with a number of people."


def test_a_published_total_and_other_entries_are_never_added():
    total, one, unknown = (
        spoken(Q3, People="2,466", Activities="221"),
        spoken(Q3, People="4", Activities="1"),
        spoken(Q3),
    )
    assert participation_sentence([one, total, unknown]) == (
        "Two entries give a number of people, the largest 2,466 people in 221 activities; someone who came more than once "
        "is counted each time, and entries are not added up, because a published total can hold the people of others. "
        "One entry gave no number of people."
    )


def test_where_it_is_said_which_are_published_totals_the_sentence_says_so():
    total, one = (
        spoken(Q3, People="2,466", **{"Published total": "yes"}),
        spoken(Q3, People="4", **{"Published total": "no"}),
    )
    twice = "someone who came more than once is counted each time"
    assert participation_sentence([one, total]) == (
        f"Two entries give a number of people, the largest 2,466 people; {twice}, "
        "and published totals are not added to other entries, whose people they can hold."
    )
    assert participation_sentence([one, one]) == (
        f"Two entries give a number of people, the largest 4 people; {twice}, and none is a published total."
    )


def test_only_a_quotation_with_its_source_stands_in_quotation_marks():
    assert voice_words(spoken(Q3)) == "Nobody rings back"
    quoted = {"Quotation": "I rang forty times", "Source of quotation": "illustrative"}
    assert voice_words(spoken(Q3, **quoted)) == "“I rang forty times” (speaker not given; illustrative)"
    assert voice_words(spoken(Q3, **quoted, **{"Who speaks": "Mother"})) == "“I rang forty times” (Mother; illustrative)"
    assert voice_words(spoken(Q3, Quotation="I rang forty times")) == "Nobody rings back"
