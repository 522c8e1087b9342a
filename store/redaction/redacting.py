"""Carries out a redaction: the words go out of all that is kept, and the store is written into a new file without them."""

from dataclasses import dataclass

from plumbing.kept import Kept
from programme.access import Deed, demand
from programme.log import Logged
from programme.redaction import Redaction, redacted_sentence
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.log import log
from store.redaction.redaction_plan import ANYWHERE, RedactionPlan, plan_of_redaction
from store.redaction.rewriting import rewrite
from store.redactions import all_redactions, keep_ruling, open_redaction, refuse_to_repeat, words_of
from store.two_people import refuse_the_same_person, refuse_unsaid

ANOTHER = "What one person named to be redacted must be carried out by another"


@dataclass(frozen=True, slots=True)
class RedactionDone:
    """What was redacted: how many texts changed, originals and drafts went, and rows of the log changed."""

    redaction: Redaction
    texts: int
    files: int
    drafts: int
    log: int


def carry_out(database: Database, number: int, acceptance: Acceptance) -> RedactionDone:
    """Redact what was named under `number`, and write the store anew. Figures, versions and moments stay as they were.

    Raises NotAllowed, also for whoever named it where people can be told apart, and StoreError: nothing waits under this
    number, nobody says why or the reason says the words, somebody of that name may sign in, what is meant is no words.
    """
    demand(acceptance.by, Deed.REDACT)
    refuse_unsaid(acceptance, "A redaction must say who carries it out and why")
    now, said, planned = moments.aware(moments.now()), {}, Kept(1)

    def plan_made(cursor: Cursor) -> RedactionPlan:
        """The one made before, unless something was stored or logged since: both may say the words."""
        return planned.answer((database.stored, log.log_ends(cursor)), lambda: made_anew(cursor))

    def made_anew(cursor: Cursor) -> RedactionPlan:
        found = open_redaction(cursor, number)
        refuse_the_same_person(found, acceptance.by, ANOTHER, "named and to be carried out")
        refuse_to_repeat(found.place, f"{acceptance.reason} {acceptance.by.name}", words_of(cursor, found.place))
        plan = plan_of_redaction(cursor, found, redacted_sentence(now, acceptance.reason), said)
        plan.texts["redactions", "words", ANYWHERE].pop(found.place.words, None)  # it goes with the ruling
        return plan

    def finish(cursor: Cursor, plan: RedactionPlan) -> None:
        cursor.execute("UPDATE redactions SET words = '' WHERE number = ?", [number])
        keep_ruling(cursor, number, acceptance, carried_out=True)
        for stands in plan.files.values():
            cursor.execute("INSERT INTO redacted_files VALUES (?, ?)", [stands, number])
        for pack in sorted(plan.packs):
            cursor.execute("INSERT INTO redacted_packs VALUES (?, ?)", [pack, number])
        for row in [each for each in log.log_rows(cursor) if each.number in plan.log]:
            what = log.left_words(row.number, row.words)
            log.log_deed(cursor, Logged.REDACTED_LOG, acceptance.by, what, redacts=row.number)
        told = next(each for each in all_redactions(cursor) if each.number == number).place.told
        log.log_deed(cursor, Logged.REDACTED, acceptance.by, f"number {number}: {told}")

    with database.reading() as cursor:  # what takes long, before anybody has to wait for it
        plan_made(cursor)
    plan = rewrite(database, plan_made, finish)
    with database.cursor() as cursor:
        done = next(each for each in all_redactions(cursor) if each.number == number)
    texts = sum(len(changed) for changed in plan.texts.values())
    return RedactionDone(done, texts, len(plan.files), len(plan.drafts), len(plan.log))
