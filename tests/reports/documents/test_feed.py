from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from reports.documents.feed import FeedEntry, atom_feed

NOW = datetime(2025, 2, 3, 12, tzinfo=UTC)
HOME = "https://wsoa.example/feed.atom"
Q2 = FeedEntry("published 1", "2024/25 Q2", "Signed off.", NOW - timedelta(days=60), NOW - timedelta(days=60), f"{HOME}?q=2")
Q3 = FeedEntry("published 2", "2024/25 Q3", "A & B <c>\x00", NOW - timedelta(days=1), NOW - timedelta(hours=1), HOME)
ATOM = "{http://www.w3.org/2005/Atom}"


def read(*entries, now=NOW):
    return ElementTree.fromstring(atom_feed("WSoA Monitor", HOME, entries, now))


def texts(element, name):
    return [each.text for each in element.iter(f"{ATOM}{name}")]


def test_a_feed_holds_what_was_published_the_newest_first():
    feed = read(Q2, Q3)
    assert feed.tag == f"{ATOM}feed"
    assert texts(feed, "title") == ["WSoA Monitor", "2024/25 Q3", "2024/25 Q2"]
    assert texts(feed, "summary") == ["A & B <c>", "Signed off."]
    assert texts(feed, "updated") == ["2025-02-03T11:00:00Z", "2025-02-03T11:00:00Z", "2024-12-05T12:00:00Z"]
    assert texts(feed, "published") == ["2025-02-02T12:00:00Z", "2024-12-05T12:00:00Z"]
    assert texts(feed, "name") == ["WSoA Monitor"]
    assert [each.attrib for each in feed.iter(f"{ATOM}link")] == [
        {"rel": "self", "href": HOME, "type": "application/atom+xml"},
        {"rel": "alternate", "href": HOME},
        {"rel": "alternate", "href": f"{HOME}?q=2"},
    ]


def test_an_id_stays_whatever_is_said_of_the_thing():
    (one,), (other,) = (
        [each.find(f"{ATOM}id").text for each in read(entry).iter(f"{ATOM}entry")]
        for entry in (Q2, replace(Q2, title="Corrected", updated=NOW))
    )
    assert one == other
    assert one.startswith("urn:uuid:")
    assert len(set(texts(read(Q2, Q3), "id"))) == 3


def test_what_is_under_embargo_is_not_in_it_until_its_moment():
    later = replace(Q3, at=NOW + timedelta(seconds=1))
    assert texts(read(Q2, later), "title") == ["WSoA Monitor", "2024/25 Q2"]
    assert texts(read(Q2, later, now=later.at), "title") == ["WSoA Monitor", "2024/25 Q3", "2024/25 Q2"]


def test_where_nothing_was_published_it_has_no_entry():
    feed = read()
    assert list(feed.iter(f"{ATOM}entry")) == []
    assert texts(feed, "updated") == ["2025-02-03T12:00:00Z"]
