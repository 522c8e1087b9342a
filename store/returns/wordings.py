"""Words written on screen as the store keeps them: added and read, row by row; nothing of it is ever changed."""

from collections import defaultdict
from datetime import datetime

from programme.access import Person, demand
from programme.finding import Finding, Severity
from programme.quarter import Quarter
from programme.submission import Acceptance, Answered
from programme.wordings import TO_WRITE, Wording, WordingWithdrawal, WordsTyped
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.order import ledger
from store.rows.rows import insert

_ALL = """
    SELECT number, change, sheet, quarter, illustrative, written_at, written_by, reason FROM wordings ORDER BY number
"""
_GONE = "SELECT wording, change, withdrawn_at, withdrawn_by, reason FROM wording_withdrawals"
_CELLS = 'SELECT wording, heading, "text" FROM wording_cells ORDER BY wording, place'
_ANSWERED = "SELECT rule, severity, cell, message, reason FROM wording_answered WHERE wording = ? ORDER BY place"


def wordings_known(cursor: Cursor, as_at: datetime | None = None) -> list[Wording]:
    """Everything written on screen up to a moment (None: now), oldest first, with what had become of it by then."""
    rows = cursor.execute(_ALL).fetchall()
    if not rows:
        return []
    accounts = ledger.accounts_noted(cursor)
    gone = {
        number: WordingWithdrawal(moments.aware(at), by, accounts.get(change, ""), reason, change=change)
        for number, change, at, by, reason in cursor.execute(_GONE).fetchall()
    }
    cells: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, heading, text in cursor.execute(_CELLS).fetchall():
        cells[number].append((heading, text))
    found = [_wording(*row, tuple(cells[row[0]]), accounts.get(row[1], ""), gone.get(row[0])) for row in rows]
    return found if as_at is None else [each.then(as_at) for each in found if each.at <= as_at]


def wordings_of(database: Database, as_at: datetime | None = None) -> list[Wording]:
    """Everything written on screen up to a moment (None: now), for those who ask for nothing else. Raises StoreError."""
    with database.cursor() as cursor:
        return wordings_known(cursor, as_at)


def wording_numbered(known: list[Wording], number: int) -> Wording:
    """One of them. Raises StoreError for a number that is not there."""
    found = next((each for each in known if each.number == number), None)
    if found is None:
        raise StoreError(
            f"It must be one of the {len(known)} wordings that were written here, got: number {number}. Nothing was changed."
        )
    return found


def answered_of_wording(database: Database, number: int, person: Person) -> list[Answered]:
    """The queries that were answered when words were written, with their reasons; they quote the words.

    Raises NotAllowed for who may not write such words, and StoreError for a number that is not there.
    """
    with database.cursor() as cursor:
        found = wording_numbered(wordings_known(cursor), number)
        demand(person, TO_WRITE[found.sheet])
        rows = cursor.execute(_ANSWERED, [number]).fetchall()
    return [
        Answered(Finding(rule, Severity(severity), found.sheet, cell, message), reason)
        for rule, severity, cell, message, reason in rows
    ]


def add_wording(cursor: Cursor, typed: WordsTyped, acceptance: Acceptance) -> Wording:
    """Add words as the next thing ever stored, inside a transaction."""
    known = wordings_known(cursor)
    made = Wording(
        number=len(known) + 1,
        change=ledger.newest_change(cursor) + 1,
        sheet=typed.form.name,
        quarter=typed.quarter,
        cells=tuple(typed.cells.items()),
        at=ledger.next_moment_of_words(cursor, acceptance.at),
        by=acceptance.by.name,
        account=acceptance.by.account,
        reason=acceptance.reason,
        illustrative=typed.illustrative,
    )
    row = [made.number, made.change, made.sheet, str(made.quarter), made.illustrative, moments.stored(made.at), made.by]
    cursor.execute(f"INSERT INTO wordings VALUES ({', '.join('?' * 8)})", [*row, made.reason])
    insert(cursor, "wording_cells", ((made.number, place, *cell) for place, cell in enumerate(made.cells, start=1)))
    insert(cursor, "wording_answered", (_answered_row(made.number, *each) for each in enumerate(typed.answered, start=1)))
    ledger.note_account(cursor, made.change, made.account)
    return made


def add_wording_withdrawal(cursor: Cursor, wording: Wording, acceptance: Acceptance) -> None:
    """Take words back as the next thing ever stored, inside a transaction."""
    change, moment = ledger.newest_change(cursor) + 1, ledger.next_moment_of_words(cursor, acceptance.at)
    row = [wording.number, change, moments.stored(moment), acceptance.by.name, acceptance.reason]
    cursor.execute("INSERT INTO wording_withdrawals VALUES (?, ?, ?, ?, ?)", row)
    ledger.note_account(cursor, change, acceptance.by.account)


def _answered_row(number: int, place: int, answer: Answered) -> tuple:
    finding = answer.finding
    return number, place, finding.rule, finding.severity.value, finding.cell, finding.message, answer.reason


def _wording(number, change, sheet, quarter, illustrative, at, by, reason, cells, account, withdrawal) -> Wording:
    moment = moments.aware(at)
    return Wording(
        number, change, sheet, Quarter.parse(quarter), cells, moment, by, account, reason, illustrative, withdrawal
    )
