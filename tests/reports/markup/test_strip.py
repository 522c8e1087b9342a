from dataclasses import replace
from datetime import UTC, datetime

from programme.areas import KENT
from programme.signoff import Signature, SignOff, SignOffDeed
from programme.symbols import Status
from record.records import Records
from reports.markup.strip import strip
from tests.reports.build import a_figure, a_version, records_of
from tests.reports.lines import NOW

FIGURE = a_figure("plans_issued", 10)
REAL = records_of(FIGURE, versions=[a_version()])


def test_it_says_quarter_area_when_known_and_how_settled():
    assert strip(REAL, NOW, KENT) == (
        '<p class="strip" role="note"><b>2024/25 Q3, Kent</b>, final. As known now, newest return 20 January 2025.</p>'
    )


def test_demonstration_data_says_so():
    records = records_of(FIGURE, versions=[a_version(illustrative=True)])
    assert "<b>Demonstration data.</b>" in strip(records, NOW, KENT)


def test_a_past_moment_says_so_and_has_a_way_back():
    past = replace(REAL, as_at=datetime(2025, 2, 1, 9, tzinfo=UTC))
    told = strip(past, NOW, KENT, "?quarter=1&area=2")
    assert told.startswith('<p class="strip past"')
    assert "<b>As at 1 February 2025 at 09:00:</b> what was known then" in told
    assert '<a href="?quarter=1&amp;area=2">Back to now</a>' in told


def test_provisional_partly_provisional_and_history():
    def settled(*versions):
        return strip(records_of(FIGURE, versions=versions), NOW, KENT).split("</b>")[1].split(" As")[0]

    one = a_version(1, workstreams=(1, 2), status=Status.PROVISIONAL)
    assert settled(one) == ", provisional."
    assert settled(one, a_version(2, workstreams=(2,))) == ", partly provisional."
    assert settled(one, a_version(2, workstreams=(1, 2))) == ", final."
    assert settled(a_version(1, kind="history", quarter=None)) == "."


def test_an_empty_store_has_nothing_to_say():
    assert strip(Records(REAL.evidence, ()), NOW, KENT) == ""


DONE = datetime(2025, 2, 3, 9, tzinfo=UTC)
SIGNED = Signature(2, NOW, SignOffDeed.PUBLISHED, DONE, "The chair", "", "as discussed", 1, DONE, 1)
GONE = replace(SIGNED, change=3, deed=SignOffDeed.WITHDRAWN, rests_on=2, note="a slip")


def test_where_nothing_is_published_it_is_marked_not_signed_off():
    assert strip(replace(REAL, sign_off=SignOff((), DONE)), NOW, KENT).endswith(
        "As known now, newest return 20 January 2025. <b>Not signed off.</b></p>"
    )


def test_what_is_published_says_as_it_stood_when_and_is_no_look_back():
    records = replace(REAL, as_at=DONE, sign_off=SignOff((SIGNED,), DONE), given=SIGNED)
    assert strip(records, NOW, KENT, "?now") == (
        '<p class="strip" role="note"><b>2024/25 Q3, Kent</b>, final. <b>Published on 3 February 2025 at 09:00, as it stood '
        "on 3 February 2025 at 09:00.</b></p>"
    )
    past = replace(records, sign_off=SignOff((SIGNED,), DONE, past=True))
    assert "what was published then. <a href=" in strip(past, NOW, KENT, "?now")


def test_who_is_shown_what_stands_is_told_that_it_is_published():
    assert strip(replace(REAL, sign_off=SignOff((SIGNED,), DONE)), NOW, KENT).endswith(
        "As known now, newest return 20 January 2025. <b>Published on 3 February 2025.</b></p>"
    )


def test_a_withdrawn_publication_says_why_nothing_is_shown():
    records = replace(Records(REAL.evidence, ()), sign_off=SignOff((SIGNED, GONE), DONE), given=GONE)
    assert strip(records, NOW, KENT) == (
        '<p class="strip" role="note"><b>What was published of 2024/25 Q3 was withdrawn on 3 February 2025 at 09:00: a '
        "slip. Nothing else is published, so that nothing that was returned is shown.</b></p>"
    )
