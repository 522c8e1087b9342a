"""What the commands about aliases do: add one, list those that people added, take one back."""

from argparse import Namespace

from loaders.naming import naming
from loaders.rules.words import nearest
from plumbing.command_line import DONE, print_each
from plumbing.listed import named_list
from programme.access import person_here
from programme.aliases import AddedAlias, Alias, Thing
from programme.moment import day_text
from programme.submission import Acceptance
from store.database import Database
from store.errors import StoreError
from store.returns.aliases import aliases_of, keep_alias, withdraw_alias


def add_alias(asked: Namespace) -> int:
    """Keep what somebody means by a name."""
    kind, thing = asked.meant
    alias = Alias(kind, _thing(kind, thing), asked.called)
    with Database.open(asked.database) as database:
        acceptance = Acceptance(person_here(asked.by), asked.why or "", confirmed=asked.today)
        made = keep_alias(database, alias, acceptance, naming())
    called = naming().called(alias.kind, alias.of)
    print(f"Kept as number {made.number}: “{alias.called}” means the {alias.kind} {called}, from now on and always.")
    return DONE


def list_aliases(asked: Namespace) -> int:
    """Say which aliases people added, oldest first, and which of them were withdrawn."""
    with Database.open(asked.database, create=False) as database:
        found = aliases_of(database)
    print_each(found, asked.json, _object, alias_line, "Nobody added an alias.")
    return DONE


def take_alias_back(asked: Namespace) -> int:
    """Take an alias back."""
    with Database.open(asked.database, create=False) as database:
        acceptance = Acceptance(person_here(asked.by), asked.reason, confirmed=asked.today)
        withdraw_alias(database, asked.number, acceptance)
    print(f"The alias number {asked.number} was withdrawn. What was accepted by it stays as it is.")
    return DONE


def _thing(kind: Thing, typed: str) -> str:
    """The id of the thing that is typed by any name of its own. Raises StoreError for none, and for one of several."""
    ids, names = naming().meant(kind, typed), naming().own[kind]
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise StoreError(
            f"It must be said which {kind} is meant: {named_list(ids, 'or')}, got: {typed}. Nothing was stored."
        )
    near = nearest(typed, [naming().called(kind, of) for of in names] + list(names))
    meant = f": did you mean {near}? got: {typed}" if near else f", got: {typed}"
    raise StoreError(f"It must be the {kind} of a name that there is{meant}. Nothing was stored.")


def _object(each: AddedAlias) -> dict[str, object]:
    gone = each.withdrawal
    taken = gone and {"at": gone.at.isoformat(), "by": gone.by, "account": gone.account, "reason": gone.reason}
    return {
        "number": each.number,
        "kind": each.alias.kind.value,
        "of": each.alias.of,
        "called": each.alias.called,
        "added_at": each.at.isoformat(),
        "by": each.by,
        "account": each.account,
        "reason": each.reason,
        "withdrawn": taken,
    }


def alias_line(each: AddedAlias) -> str:
    """`1  area: “Shepway” means Folkestone and Hythe. Added by …`, for people."""
    gone, called = each.withdrawal, naming().called(each.alias.kind, each.alias.of)
    taken = f"; withdrawn by {gone.doer} on {day_text(gone.at)}: {gone.reason}" if gone else ""
    why = f" ({each.reason})" if each.reason else ""
    told = f"“{each.alias.called}” means {called}. Added by {each.doer} on {day_text(each.at)}{why}{taken}"
    return f"{each.number}  {each.alias.kind}: {told}"
