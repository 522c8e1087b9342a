"""An Atom feed (RFC 4287) of what was published: made of a list of published things, and asking nobody for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5
from xml.etree import ElementTree

from reports.documents.calendar import calendar_plain

ATOM = "http://www.w3.org/2005/Atom"
FEED = "application/atom+xml; charset=utf-8"
AUTHOR = "WSoA Monitor"
FEED_NAME = "WSoA Monitor: what was published"
FEED_PLACE = "/feed.atom"
FEED_LINK = "application/atom+xml"
_OURS = UUID("8b7bd0a6-3e5b-5f0a-9a53-6f3c1f1f5d0e")
"""The namespace of the ids, which must never change: a reader tells by an id what it has read."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that was published: `thing` tells it from all others for good; `at` when readers could first see it,
    `updated` when what they see of it changed last; `address` where it is shown, whole."""

    thing: str
    title: str
    words: str
    at: datetime
    updated: datetime
    address: str


def atom_feed(title: str, address: str, entries: Iterable[FeedEntry], now: datetime) -> bytes:
    """The feed as it stands at `now` (aware): the newest first; what is under embargo until later is not in it.

    `address` is where the feed itself is. Where nothing was published it has no entry, and is of `now`.
    """
    out = sorted((each for each in entries if each.at <= now), key=lambda each: (each.updated, each.thing), reverse=True)
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _text(feed, "id", _id(f"feed {address}"))
    _text(feed, "title", title)
    _text(feed, "updated", _moment(max((each.updated for each in out), default=now)))
    ElementTree.SubElement(feed, "link", rel="self", href=address, type=FEED_LINK)
    _text(ElementTree.SubElement(feed, "author"), "name", AUTHOR)
    for each in out:
        _add(feed, each)
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)


def _add(feed: ElementTree.Element, entry: FeedEntry) -> None:
    element = ElementTree.SubElement(feed, "entry")
    _text(element, "id", _id(entry.thing))
    _text(element, "title", entry.title)
    _text(element, "published", _moment(entry.at))
    _text(element, "updated", _moment(entry.updated))
    ElementTree.SubElement(element, "link", rel="alternate", href=entry.address)
    _text(element, "summary", entry.words)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = calendar_plain(text)


def _id(thing: str) -> str:
    return f"urn:uuid:{uuid5(_OURS, thing)}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
