"""The calendar of what comes due for some roles, and a digest as text: what is known, laid out as files."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from programme.access import Role
from reports.documents.calendar import CalendarEntry, calendar_file
from reports.documents.notes import ILLUSTRATIVE
from reports.language.grammar import and_list
from reports.progress.due import Due, due_for
from reports.progress.readings import Progress
from reports.sentences.due import due_title, due_words


def calendar_of(progress: Progress, roles: Iterable[Role]) -> bytes:
    """The calendar file of everything that concerns these roles and has a day, as it is known in this progress."""
    held = [role for role in Role if role in set(roles)]
    note = ILLUSTRATIVE if progress.records.illustrative else ""
    name = f"WSoA Monitor: what comes due, for the {and_list(held)}"
    return calendar_file(
        name, (_entry(each, note) for each in due_for(progress, held)), progress.now, progress.records.change
    )


def _entry(due: Due, note: str) -> CalendarEntry:
    uid = f"{sha256(due.thing.encode('utf-8', 'replace')).hexdigest()[:32]}@wsoa-monitor"
    return CalendarEntry(uid, due.day, due_title(due), "\n".join(filter(None, (due_words(due), note))))


def digest_text(headline: str, introduction: Sequence[str], parts: Mapping[str, Sequence[str]]) -> str:
    """A digest as plain text, to be read or sent on: its headline, what it is, and its sentences under their headings."""
    blocks = [headline, *introduction]
    for heading, sentences in parts.items():
        blocks.append("\n".join((f"{heading}:", *(f"- {_one_line(each)}" for each in sentences))))
    return "\n\n".join(blocks) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
