"""What pages ask of a copy of the demonstration that is as it was laid down, worked out once for every test."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any

from loaders.impact import foreseen_hiding, impact, impact_of_version, impact_of_withdrawal
from loaders.pipeline import check_file, known_to
from pages.parts.data import accepted, handed_in, upload, versions
from programme.access import Deed, may
from programme.submission import Submission
from reports.tables.impact import impact_tables
from store.database import Database
from store.returns.aliases import aliases_of
from store.returns.versions import latest_change
from store.returns.versions import versions as versions_of
from tests.factories import read_here
from tests.kept_returns import all_read, give_returns

ASKED_ON = {
    known_to: (handed_in,),
    check_file: (handed_in,),
    impact: (upload,),
    foreseen_hiding: (upload,),
    impact_tables: (upload, versions, accepted),
    impact_of_withdrawal: (versions,),
    impact_of_version: (accepted,),
}
"""What is shared, and the parts of pages that ask for it."""


def works_out_anew(monkeypatch) -> None:
    """Let pages work everything out as they always do."""
    _let_pages_ask(monkeypatch, lambda works_out: works_out)


def _let_pages_ask(monkeypatch, answers: Callable[[Callable], Callable]) -> None:
    for works_out, parts in ASKED_ON.items():
        for part in parts:
            monkeypatch.setattr(part, works_out.__name__, answers(works_out))


class LaidDown:
    """The answers for every copy of `database`, which stays open and as it was laid down: of it alone anything is asked.

    What is asked of any other store, or about anything that was not answered here, is worked out as it always is. Files are
    read in this process: for any other store a child reads them.
    """

    def __init__(self, database: Database):
        self._database, self._newest, self._names = database, latest_change(database), aliases_of(database)
        known = all_read(database)
        self._versions, self._signed = len(known.versions), known.signed  # and what counted when a quarter was signed
        self._found: dict[Hashable, Any] = {}
        self._ours: dict[int, Any] = {}

    def returns_known_to(self, copy: Database) -> None:
        """Let a copy keep from the start what its returns say and what came of it: that never changes."""
        give_returns(self._database, copy)

    def asked_by_pages(self, monkeypatch) -> None:
        """Let pages ask here."""
        _let_pages_ask(monkeypatch, lambda works_out: getattr(self, works_out.__name__))

    def known_to(self, database, person):
        if not self._copied(database):
            return known_to(database, person)
        return self._once((known_to, may(person, Deed.UPLOAD)), lambda: known_to(self._database, person))

    def check_file(self, content, file_name, *, known, how):
        if not self._is_ours(known):
            return check_file(content, file_name, known=known, how=how)
        seen = self._once((check_file, content, file_name, id(known), date.today()), list)
        found = next((each for read_so, each in seen if read_so == how), None)
        if found is None:
            found = check_file(content, file_name, known=known, how=how, read=read_here)
            seen.append((how, found))
            self._keep(found.submission)
        return found

    def impact(self, database, submission, person):
        if not (self._copied(database) and self._is_ours(submission)):
            return impact(database, submission, person)
        key = impact, id(submission), may(person, Deed.PREVIEW)
        return self._once(key, lambda: impact(self._database, submission, person))

    def foreseen_hiding(self, database, submission, person):
        if not (self._copied(database) and self._is_ours(submission)):
            return foreseen_hiding(database, submission, person)
        key = foreseen_hiding, id(submission), may(person, Deed.PREVIEW)
        return self._once(key, lambda: foreseen_hiding(self._database, submission, person))

    def impact_tables(self, foreseen, role, *, accepted=False):
        def work():
            return impact_tables(foreseen, role, accepted=accepted)

        return self._once((impact_tables, id(foreseen), role, accepted), work) if self._is_ours(foreseen) else work()

    def impact_of_withdrawal(self, database, number, person):
        if not self._copied(database):
            return impact_of_withdrawal(database, number, person)
        key = impact_of_withdrawal, number, may(person, Deed.PREVIEW)
        return self._once(key, lambda: impact_of_withdrawal(self._database, number, person))

    def impact_of_version(self, database, number, person):
        def work():
            return impact_of_version(database, number, person)

        submission = self._on_top(database, number)
        return self._once((impact_of_version, id(submission), may(person, Deed.PREVIEW)), work) if submission else work()

    def _copied(self, database: Database, *, more: int = 0) -> bool:
        """Whether a store says the same in everything, but for `more` changes; the names that people add are none."""
        stands = database.exchanged, latest_change(database), aliases_of(database)
        return stands == (0, self._newest + more, self._names)

    def _on_top(self, database: Database, number: int) -> Submission | None:
        """The form that was looked at here, where this version of it is all that was stored since."""
        if number != self._versions + 1 or not self._copied(database, more=1):
            return None
        made = versions_of(database)[-1]
        forms = (each for each in self._ours.values() if isinstance(each, Submission) and each.read_by is None)
        return next((each for each in forms if (each.sha256, each.file_name) == (made.sha256, made.file_name)), None)

    def _once(self, key: Hashable, work: Callable[[], Any]) -> Any:
        if key not in self._found:
            self._found[key] = work()
            self._keep(self._found[key])
        return self._found[key]

    def _keep(self, thing: Any) -> None:
        self._ours[id(thing)] = thing

    def _is_ours(self, thing: Any) -> bool:
        return id(thing) in self._ours
