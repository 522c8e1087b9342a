from reports.markup.wordings import summary_note, worded_note
from tests.reports.progress.test_wordings import RETURNED, found, read, wording


def test_nothing_stands_beside_what_nobody_wrote_about():
    assert worded_note(None) == ""


def test_what_counts_is_said_and_earlier_wordings_are_folded_away():
    first, second = wording(1, 3, "<b>late</b>"), wording(2, 4)
    assert worded_note(found(read(first), wordings=(first,))) == (
        '<p class="wording"><small>Written here on 3 February 2025 by Head of SEND.</small></p>'
    )
    html = worded_note(found(RETURNED, read(second), wordings=(first, second)))
    assert '<details class="words"><summary>1 earlier wording</summary><ul><li>Assessment: “sufficient progress”;' in html
    assert "Reason: “&lt;b&gt;late&lt;/b&gt;” (written here on 3 February 2025" in html


def test_what_was_written_of_a_quarter_is_folded_away_as_a_whole():
    first = wording(1, 3)
    assert summary_note(()) == ""
    html = summary_note((("sentence 1", found(RETURNED, read(first), wordings=(first,))),))
    assert html.startswith('<details class="words"><summary>Written here: by whom, and what else was said</summary><ul><li>')
    assert '<b>sentence 1</b> <p class="wording"><small>Written here on 3 February 2025 by Head of SEND; the return' in html
