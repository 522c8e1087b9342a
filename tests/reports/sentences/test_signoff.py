from dataclasses import replace
from datetime import UTC, datetime

from programme.areas import KENT
from programme.signoff import Correction, CorrectionKind, Signature, SignOff, SignOffDeed
from reports.language.linked import leads
from reports.sentences.signoff import (
    corrected_sentence,
    correction_sentence,
    given_headline,
    publication_title,
    publication_words,
    published_note,
    sign_off_headline,
    sign_off_sentence,
    signature_sentence,
    signed_sentence,
    state_sentence,
    strip_sentence,
)
from tests.reports.build import a_figure, a_version, records_of
from tests.reports.lines import NOW

DAY = datetime(2025, 2, 3, 9, tzinfo=UTC)
NEXT = datetime(2025, 2, 4, 9, tzinfo=UTC)
SENT = Signature(2, NOW, SignOffDeed.SENT, DAY, "Head of <SEND>", "", "ready", 1, DAY)
APPROVED = replace(SENT, change=3, deed=SignOffDeed.APPROVED, by="the chair", rests_on=2)
PUBLISHED = replace(APPROVED, change=4, deed=SignOffDeed.PUBLISHED, rests_on=3)
EMBARGOED = replace(PUBLISHED, embargo=NEXT)
WITHDRAWN = replace(PUBLISHED, change=5, deed=SignOffDeed.WITHDRAWN, rests_on=4, note="a slip")
MOVED = ("plans_issued", KENT.code, NOW)
COMMENT = ("Commentary", NOW, ("plans_within_20_weeks",))
CORRECTED = (
    Correction(CorrectionKind.RETURN, 2, "return.xlsx", NEXT, "analyst", (MOVED,)),
    Correction(CorrectionKind.WORDS, 1, "Commentary", NEXT, "A. Lead", (), COMMENT, "A. Lead"),
    Correction(CorrectionKind.WORDS, 2, "Commentary", NEXT, "A. Lead", (), COMMENT, "A. Lead"),
)
STANDS = records_of(a_figure("plans_issued", 10), versions=[a_version()])


def known(*signatures, **more):
    return replace(STANDS, sign_off=SignOff(signatures, DAY), **more)


def test_how_far_a_quarter_is():
    steps = [(), (SENT,), (SENT, APPROVED), (SENT, APPROVED, EMBARGOED), (SENT, APPROVED, PUBLISHED)]
    found = [(sign_off_headline(SignOff(each, DAY), NOW), state_sentence(SignOff(each, DAY), NOW)) for each in steps]
    at = "on 3 February 2025 at 09:00"
    assert found == [
        ("2024/25 Q3 is a draft", "Not signed off."),
        ("2024/25 Q3 waits for review", f"Not signed off: sent for review by Head of <SEND> {at}."),
        ("2024/25 Q3 is approved and not published", f"Not signed off: approved by the chair {at}."),
        (
            "2024/25 Q3 is published, under embargo",
            f"Not signed off: published by the chair {at}, under embargo until 4 February 2025 at 09:00.",
        ),
        ("2024/25 Q3 is published", f"Signed off: published by the chair {at}."),
    ]


def test_whoever_is_shown_what_was_published_is_told_nothing_of_what_is_being_signed():
    assert [given_headline(PUBLISHED, each) for each in (NOW, NOW - 1)] == [
        "2024/25 Q3 is published",
        "2024/25 Q2 is published with 2024/25 Q3",
    ]
    assert given_headline(WITHDRAWN, NOW) == "What was published of 2024/25 Q3 was withdrawn"


def test_who_works_on_it_is_told_what_readers_are_shown_and_what_was_corrected():
    assert sign_off_sentence(known(SENT, APPROVED, PUBLISHED, corrected=CORRECTED), NOW) == (
        "Signed off: published by the chair on 3 February 2025 at 09:00. Readers are shown 2024/25 Q3 as it stood on "
        "3 February 2025 at 09:00. Corrected since: 1 return was accepted and 2 texts were written; 1 figure says something "
        "else."
    )
    assert sign_off_sentence(known(PUBLISHED, WITHDRAWN), NOW) == (
        "Not signed off: its publication withdrawn by the chair on 3 February 2025 at 09:00. Readers are shown nothing that "
        "was returned."
    )
    assert sign_off_sentence(STANDS, NOW) == published_note(STANDS) == ""


def test_the_strip_says_it_shortly_for_each_quarter():
    published = known(SENT, APPROVED, PUBLISHED, corrected=CORRECTED)
    corrected = "Corrected since: 1 return was accepted and 2 texts were written; 1 figure says something else."
    assert strip_sentence(published, NOW) == f"Published on 3 February 2025. {corrected}"
    assert strip_sentence(published, NOW - 1) == f"Published with 2024/25 Q3 on 3 February 2025. {corrected}"
    assert strip_sentence(published, NOW + 1) == "Not signed off. Readers are shown 2024/25 Q3."
    assert (
        strip_sentence(known(SENT), NOW) == "Not signed off: sent for review by Head of <SEND> on 3 February 2025 at 09:00."
    )
    assert strip_sentence(STANDS, NOW) == ""


def test_what_is_taken_away_says_what_it_is():
    assert published_note(known()) == "Not signed off: it is what stands."
    assert published_note(known(PUBLISHED)) == (
        "It is what stands; readers are shown 2024/25 Q3 as it stood on 3 February 2025 at 09:00."
    )
    assert published_note(known(PUBLISHED, given=PUBLISHED)) == (
        "Published on 3 February 2025 at 09:00, as it stood on 3 February 2025 at 09:00."
    )


def test_each_deed_and_each_correction():
    assert signature_sentence(EMBARGOED) == (
        "Published by the chair on 3 February 2025 at 09:00, to be shown from 4 February 2025 at 09:00: “ready”."
    )
    assert signature_sentence(WITHDRAWN) == ("Its publication withdrawn by the chair on 3 February 2025 at 09:00: “a slip”.")
    assert correction_sentence(CORRECTED[0]) == (
        "On 4 February 2025 at 09:00 return.xlsx was accepted, which changed: Plans issued, excluding exceptions, Kent, "
        "2024/25 Q3.",
    )


def test_of_words_that_came_or_went_it_is_said_whose_they_are_and_a_link_leads_to_where_they_stand():
    gone = replace(
        CORRECTED[1],
        kind=CorrectionKind.WORDS_WITHDRAWN,
        named="Summary",
        about=("Summary", NOW, (6, "alert", 2)),
        doer="the analyst",
    )
    overall = replace(gone, about=("Summary", NOW, (None, "alert", 2)))
    on = "On 4 February 2025 at 09:00 words of A. Lead on "
    assert [correction_sentence(each) for each in (CORRECTED[1], gone, overall)] == [
        (
            on,
            leads("Plans issued within 20 weeks", "kpi", kpi="plans_within_20_weeks", quarter="2024/25 Q3"),
            " (Commentary) were written here.",
        ),
        (
            on,
            leads("Weakness 6", "weakness", weakness="6", quarter="2024/25 Q3"),
            ", alert 2",
            " (Summary) were withdrawn.",
        ),
        (on, leads("alert 2", "overview", quarter="2024/25 Q3"), " (Summary) were withdrawn."),
    ]


def test_what_came_is_counted_as_a_person_would_say_it():
    def said(*kinds):
        return corrected_sentence([replace(CORRECTED[1], kind=each) for each in kinds])

    kind = CorrectionKind
    assert said() == ""
    assert said(kind.WORDS, kind.PRINTED) == "Corrected since: 1 text was written and 1 publication was brought out."
    assert said(kind.WORDS_WITHDRAWN, kind.WORDS) == "Corrected since: 1 text was written and 1 withdrawn."
    assert said(kind.WORDS, kind.WORDS, kind.WORDS_WITHDRAWN) == (
        "Corrected since: 2 texts were written and 1 was withdrawn."
    )
    assert said(kind.RELEASE, kind.WITHDRAWAL, kind.WITHDRAWAL, kind.RETURN, kind.RETURN) == (
        "Corrected since: 2 returns were accepted, 2 withdrawn and 1 release was loaded."
    )


def test_a_digest_says_the_newest_deed_of_a_quarter_and_of_a_publication_who_is_not_told():
    assert [signed_sentence(each) for each in (SENT, APPROVED, EMBARGOED, WITHDRAWN)] == [
        "2024/25 Q3: sent for review by Head of <SEND> on 3 February 2025 at 09:00.",
        "2024/25 Q3: approved by the chair on 3 February 2025 at 09:00.",
        "2024/25 Q3: published; shown from 4 February 2025 at 09:00, as it stood on 3 February 2025 at 09:00.",
        "2024/25 Q3: its publication was withdrawn on 3 February 2025 at 09:00: a slip.",
    ]


def test_a_feed_says_of_a_publication_from_when_it_was_shown_and_as_it_stood_when():
    gone = replace(WITHDRAWN, at=NEXT)
    assert [publication_title(PUBLISHED, each) for each in (None, gone)] == [
        "2024/25 Q3 is published",
        "The publication of 2024/25 Q3 was withdrawn",
    ]
    assert publication_words(EMBARGOED, None, False) == (
        "Published on 4 February 2025 at 09:00, as it stood on 3 February 2025 at 09:00."
    )
    assert publication_words(PUBLISHED, gone, True) == (
        "Published on 3 February 2025 at 09:00, as it stood on 3 February 2025 at 09:00. Withdrawn on 4 February 2025 at "
        "09:00: a slip. It is illustrative."
    )
