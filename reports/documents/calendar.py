"""A calendar file that every calendar programme opens: RFC 5545, strictly, of things that have a day and no hour."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST = 75  # octets of a line, without its end
REMINDED = 7  # days before
MADE_BY = "-//WSoA Monitor//Calendar//EN"
CALENDAR = "text/calendar; charset=utf-8"
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n|\r|[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One day on which something is due. `uid` is the same in every calendar that holds it, so that it moves in place."""

    uid: str
    day: date
    title: str
    words: str = ""


def calendar_file(name: str, entries: Iterable[CalendarEntry], made: datetime, sequence: int) -> bytes:
    """The file: CRLF after every line, lines of at most 75 octets. `sequence` must grow with what is known, or programmes
    keep what they had; `made` is an aware moment."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{MADE_BY}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{calendar_text(name)}",
        f"X-WR-CALNAME:{calendar_text(name)}",
        *(line for entry in entries for line in _event(entry, made, sequence)),
        "END:VCALENDAR",
    )
    return b"".join(folded(line) for line in lines)


def calendar_text(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line end escaped, and no control character that none may hold."""
    return re.sub(r"[\\;,\n]", lambda found: _ESCAPED[found[0]], calendar_plain(text))


def calendar_plain(text: str) -> str:
    """Text without the control characters that neither a calendar nor XML may hold; every line end is one sign."""
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text)).encode("utf-8", "replace").decode()


def folded(line: str) -> bytes:
    """A line in UTF-8 with its end; where it is too long it goes on after a line end and a space, never inside a letter."""
    whole, parts = line.encode(), []
    while whole:
        size = LONGEST - bool(parts)
        while size < len(whole) and whole[size] & 0xC0 == 0x80:  # the next octet goes on with a letter
            size -= 1
        parts.append(whole[:size])
        whole = whole[size:]
    return b"\r\n ".join(parts) + b"\r\n"


def _event(entry: CalendarEntry, made: datetime, sequence: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{calendar_text(entry.uid)}"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{calendar_text(entry.title)}"
    if entry.words:
        yield f"DESCRIPTION:{calendar_text(entry.words)}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy because something is due
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{calendar_text(entry.title)}")
    yield from (f"TRIGGER:-P{REMINDED}D", "END:VALARM", "END:VEVENT")
