from programme.quarter import Quarter
from reports.markup.summary import alert_advise_assure, before_the_finding, lead_sentences, signature
from tests.reports.progress.test_summary import summed


def test_the_sentences_are_signed_with_role_and_day():
    assert lead_sentences(summed()) == (
        '<section class="lead"><h2>The lead says</h2><ul><li>The backlog is cleared.</li><li>Suspensions rise.</li></ul>'
        "<small>Director of SEND, accepted 3 February 2025</small></section>"
    )


def test_a_quarter_or_weakness_without_words_says_so():
    assert lead_sentences(summed(Quarter.parse("2024/25 Q4"))) == ("<p>No lead has summed up 2024/25 Q4 in a sentence.</p>")
    assert before_the_finding(summed(weakness=6)) == alert_advise_assure(summed(weakness=6)) == ""


def test_what_is_read_before_the_finding_stands_apart():
    assert before_the_finding(summed()) == (
        '<p class="before"><b>Before the finding:</b> Read it with the backlog. '
        "<small>Director of SEND, accepted 3 February 2025</small></p>"
    )


def test_three_lists_are_named_even_where_one_is_empty():
    assert alert_advise_assure(summed()) == (
        '<div class="three-lists">'
        "<section><h2>Alert</h2><ul><li>Waits grow. "
        "<small>Director of SEND, accepted 3 February 2025</small></li></ul></section>"
        "<section><h2>Advise</h2><p>Nothing.</p></section>"
        "<section><h2>Assure</h2><ul><li>Wheelchairs recovered. "
        "<small>NHS lead, accepted 3 February 2025</small></li></ul></section></div>"
    )


def test_who_gave_no_role_and_what_no_version_brought_is_not_signed_with_more():
    assert signature(summed(weakness=6).signed) == "no role given, accepted 3 February 2025"
    assert signature(summed(weakness=6, versions=()).signed) == "no role given"
