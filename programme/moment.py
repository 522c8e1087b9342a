"""A past moment to read the records as at, written as people write it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.sheets.typed import date_typed, no_such_day

LONDON = ZoneInfo("Europe/London")


def moment(text: str) -> datetime:
    """`2025-03-31`, `31/03/2025` and `31 March 2025` are the end of that day in Kent; a time without an offset is local.

    Raises ValueError, with its input, for what is not written like that and for a day that has not come yet.
    """
    try:
        at = _moment(text.strip())
        come = at <= end_of(datetime.now(LONDON).date())
    except ValueError:
        raise ValueError(day_refused("A moment is written like 2025-03-31, 31/03/2025 or 2025-03-31T09:30", text)) from None
    except OverflowError:  # the last day of the calendar has no end in it
        come = False
    if not come:
        raise ValueError(f"A moment to look back to is a day that has been, today at the latest, got: {text}")
    return at


def moment_to_come(text: str) -> datetime:
    """When something begins: `2025-03-31` is the first minute of that day in Kent; a time without an offset is local.

    Raises ValueError, with its input, for what is not written like that; not for what has passed.
    """
    try:
        day = date_typed(text.strip())
        return _local(datetime.fromisoformat(text.strip()) if day is None else datetime.combine(day, time()))
    except (ValueError, OverflowError):
        raise ValueError(day_refused("A moment is written like 2025-03-31 or 2025-03-31T09:30", text)) from None


def _moment(text: str) -> datetime:
    day = date_typed(text)
    return _local(datetime.fromisoformat(text)) if day is None else end_of(day)


def _local(read: datetime) -> datetime:
    return (read if read.tzinfo else read.replace(tzinfo=LONDON)).astimezone(UTC)


def day_typed(text: str) -> date:
    """A day written like 2025-06-26. Raises ValueError, with what it got."""
    try:
        if len(text) != 10:
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(day_refused("A day must be written like 2025-06-26", text)) from None


def day_refused(written: str, got: str) -> str:
    """How it is written; or, of a day that the calendar does not have, that there is none."""
    why = no_such_day(got)
    return f"{f'There is no such day, because {why}' if why else written}, got: {got}"


def end_of(day: date) -> datetime:
    """The last moment of a day in Kent."""
    return (datetime.combine(day + timedelta(days=1), time(), LONDON) - timedelta(microseconds=1)).astimezone(UTC)


def day_text(day: date | datetime) -> str:
    """`29 March 2019`, in Kent's time."""
    local = day.astimezone(LONDON) if isinstance(day, datetime) else day
    return f"{local.day} {local:%B %Y}"


def time_text(at: datetime) -> str:
    """`29 March 2019 at 14:05`, in Kent's time."""
    return f"{day_text(at)} at {at.astimezone(LONDON):%H:%M}"
