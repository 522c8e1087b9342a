"""A past moment to read the records as at, written as people write it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def moment(text: str) -> datetime:
    """`2025-03-31` is the end of that day in Kent; a time without an offset is local. Raises ValueError with its input."""
    try:
        if len(text.strip()) == 10:
            return end_of(date.fromisoformat(text.strip()))
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"A moment is written like 2025-03-31 or 2025-03-31T09:30, got: {text}") from None
    return (read if read.tzinfo else read.replace(tzinfo=LONDON)).astimezone(UTC)


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
