from dataclasses import replace
from xml.etree import ElementTree

from programme.quarter import Quarter
from programme.signoff import SignOff
from reports.documents.published_feed import published_feed
from tests.reports.documents.test_feed import texts
from tests.reports.sentences.test_signoff import APPROVED, DAY, EMBARGOED, NEXT, PUBLISHED, SENT, WITHDRAWN


def feed(*signatures, at=DAY, illustrative=False):
    known = SignOff((SENT, APPROVED, *signatures), at)
    return ElementTree.fromstring(published_feed(known, illustrative, "https://wsoa.example"))


def told(found):
    return texts(found, "title")[1:], texts(found, "summary"), texts(found, "updated")


def test_a_publication_is_an_entry_that_leads_to_its_quarter():
    found = feed(PUBLISHED, illustrative=True)
    words = "Published on 3 February 2025 at 09:00, as it stood on 3 February 2025 at 09:00. It is illustrative."
    assert told(found) == (["2024/25 Q3 is published"], [words], ["2025-02-03T09:00:00Z"] * 2)
    links = [each.attrib["href"] for each in found.iter("{http://www.w3.org/2005/Atom}link")]
    assert links == ["https://wsoa.example/feed.atom", "https://wsoa.example/?quarter=2024%2F25+Q3"]


def test_under_embargo_it_is_not_there_and_nothing_says_that_it_will_be():
    before = feed(EMBARGOED)
    assert told(before) == ([], [], ["2025-02-03T09:00:00Z"])
    assert b"2024/25" not in ElementTree.tostring(before)
    assert texts(feed(EMBARGOED, at=NEXT), "title")[1:] == ["2024/25 Q3 is published"]


def test_a_withdrawal_changes_the_entry_and_adds_none():
    gone = replace(WITHDRAWN, at=NEXT)
    before, after = feed(PUBLISHED), feed(PUBLISHED, gone, at=NEXT)
    assert texts(after, "id") == texts(before, "id")
    assert told(after)[0] == ["The publication of 2024/25 Q3 was withdrawn"]
    assert told(after)[1][0].endswith("Withdrawn on 4 February 2025 at 09:00: a slip.")
    assert texts(after, "updated") == ["2025-02-04T09:00:00Z"] * 2


def test_what_is_published_anew_is_another_entry_and_the_newest_stands_first():
    again = replace(PUBLISHED, change=8, quarter=Quarter(2024, 4), at=NEXT)
    found = feed(PUBLISHED, again, at=NEXT)
    assert texts(found, "title")[1:] == ["2024/25 Q4 is published", "2024/25 Q3 is published"]
    assert len(set(texts(found, "id"))) == 3


def test_what_is_only_sent_or_approved_is_nobodys_news():
    assert told(feed())[0] == []
