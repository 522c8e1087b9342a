from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from reports.documents.calendar import CalendarEntry, calendar_file, calendar_text, folded

MADE = datetime(2025, 2, 3, 12, 30, tzinfo=UTC)
DUE = CalendarEntry("a@wsoa-monitor", date(2025, 12, 31), "Returns due, for Q3; all", "One\nTwo \\ three")


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_calendar_is_as_the_standard_says():
    assert unfolded(calendar_file("What comes due", [DUE], MADE, 7)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//WSoA Monitor//Calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:What comes due",
        "X-WR-CALNAME:What comes due",
        "BEGIN:VEVENT",
        "UID:a@wsoa-monitor",
        "DTSTAMP:20250203T123000Z",
        "SEQUENCE:7",
        "DTSTART;VALUE=DATE:20251231",
        "DTEND;VALUE=DATE:20260101",
        "SUMMARY:Returns due\\, for Q3\\; all",
        "DESCRIPTION:One\\nTwo \\\\ three",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Returns due\\, for Q3\\; all",
        "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_without_words_there_is_no_description_of_it():
    lines = unfolded(calendar_file("A", [CalendarEntry("a", date(2025, 1, 1), "T")], MADE, 1))
    assert lines.count("DESCRIPTION:T") == 1
    assert sum(line.startswith("DESCRIPTION") for line in lines) == 1


def test_a_long_line_is_folded_at_seventy_five_octets():
    assert folded("x" * 75) == b"x" * 75 + b"\r\n"
    assert folded("x" * 76) == b"x" * 75 + b"\r\n x\r\n"
    assert folded("x" * 74 + "é") == b"x" * 74 + b"\r\n \xc3\xa9\r\n"


@given(st.text())
def test_whatever_is_typed_comes_back_and_no_line_is_too_long(typed):
    content = folded(f"SUMMARY:{calendar_text(typed)}")
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines), "no letter is cut in two"
    (one,) = unfolded(content)
    assert one == f"SUMMARY:{calendar_text(typed)}"


@given(st.text(alphabet="ab\\;,\n"))
def test_what_was_escaped_reads_as_it_was(typed):
    read, signs = "", iter(calendar_text(typed))
    for sign in signs:
        read += {"n": "\n"}.get(after := next(signs), after) if sign == "\\" else sign
    assert read == typed


def test_no_line_can_be_slipped_in_by_what_somebody_typed():
    for end in ("\r\n", "\r", "\n", "\u2028", "\x85"):
        assert calendar_text(f"a{end}END:VEVENT\x00") == "a\\nEND:VEVENT"
