"""Stage 6, refs: a row is found again by its ref, and carries on the action that it says it carries on."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from loaders.forms.layouts import standard
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.sheets import must
from loaders.rules.words import nearest
from loaders.rules.written_row import WrittenRow
from plumbing.listed import named_list
from programme.finding import Severity
from programme.sheets.actions import ACTIONS, Action
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.holds import REF
from programme.sheets.refs import looks_like


def _ref_column(form: FormSheet) -> FormColumn | None:
    """The column whose ref tells a sheet's rows apart or calls them by name: the first of its kind."""
    return next((column for column in form.columns if column.holds is REF), None)


def _accepted(case: Case) -> tuple[Action, ...]:
    return case.known.actions if case.known else ()


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def ref_looks_alike(case: Case) -> Iterator[Fault]:
    """APP-6.O1 with a letter O is another action than APP-6.01 to every programme, and the same to every reader."""
    for form in standard.WRITTEN:
        column = _ref_column(form)
        known = _accepted(case) if form is ACTIONS else ()
        seen = {looks_like(each.ref): (each.ref, partial(_held, each)) for each in known}
        named = {ref for ref, _ in seen.values()} | {each.ref for each in _accepted(case)}
        for row in case.written(form) if column else ():
            ref = row[column]
            if not ref:
                continue
            first, place = seen.setdefault(looks_like(ref), (ref, partial(row.place, column)))
            if ref != first and ref not in named:
                named.add(ref)
                yield must(row, column, f"not look like {first} ({place()}) and be another", row.text(column), first)


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def ref_respelt(case: Case) -> Iterator[Fault]:
    """An action app-6.01 is read as the APP-6.01 that was returned before; whoever typed it may have meant a new one."""
    known = {each.ref: each for each in reversed(_accepted(case))}
    for row in case.written(ACTIONS):
        earlier = known.get(row[ACTIONS.ref])
        if earlier and row.text(ACTIONS.ref) != earlier.ref:
            do = f"be spelt as before, {earlier.ref} ({_held(earlier)}), which it is read as"
            yield must(row, ACTIONS.ref, do, row.text(ACTIONS.ref))


def _held(action: Action) -> str:
    """Where an action stands: in this workbook, or in a version accepted before."""
    return f"version {action.source.version}, {action.source}" if action.source.version else str(action.source)


def _carried(case: Case) -> Iterator[tuple[WrittenRow, Action]]:
    """The rows that carry on another action, the first of each ref."""
    told = set()
    for row, action in sorted(case.actions, key=lambda pair: pair[1].quarter):
        if action.former_ref and action.ref not in told:
            told.add(action.ref)
            yield row, action


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def former_ref_unknown(case: Case) -> Iterator[Fault]:
    """An action that carries on one that nobody returned begins anew, and how long it has been due is lost."""
    before = [*_accepted(case), *(action for _, action in case.actions)]
    if not _accepted(case) and not case.many_quarters:
        return  # nothing is known of earlier returns: nobody can say
    for row, action in _carried(case):
        earlier = {each.ref for each in before if each.quarter < action.quarter and each.ref != action.ref}
        if action.former_ref not in earlier:
            do = "be the ref of another action that was returned for an earlier quarter"
            yield must(row, ACTIONS.former_ref, do, row.text(ACTIONS.former_ref), nearest(action.former_ref, earlier))


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def former_ref_shared(case: Case) -> Iterator[Fault]:
    """Where two actions carry on one, its delays are counted twice; one of them may be meant for another."""
    carrying: dict[str, dict[str, str]] = defaultdict(dict)
    for action in (*_accepted(case), *(action for _, action in case.actions)):
        if action.former_ref:
            carrying[action.former_ref].setdefault(action.ref, _held(action))
    for row, action in _carried(case):
        others = [f"{ref} ({place})" for ref, place in carrying[action.former_ref].items() if ref != action.ref]
        if others:
            do = f"be carried on by one action only: {named_list(others)} {'does' if len(others) == 1 else 'do'} too"
            yield must(row, ACTIONS.former_ref, do, row.text(ACTIONS.former_ref))


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def former_ref_late(case: Case) -> Iterator[Fault]:
    """What an action carries on was so from its first return: given later, or changed, it alters what readers have seen."""
    first: dict[str, Action] = {}
    for action in sorted((*_accepted(case), *(each for _, each in case.actions)), key=lambda each: each.quarter):
        first.setdefault(action.ref, action)
    for row, action in case.actions:
        begun = first[action.ref]
        if action.former_ref and begun.quarter < action.quarter and begun.former_ref != action.former_ref:
            said_then = f"said {begun.former_ref}" if begun.former_ref else "was blank"
            do = f"stay as in the action's first return, {begun.quarter} ({_held(begun)}), where it {said_then}"
            yield must(row, ACTIONS.former_ref, do, row.text(ACTIONS.former_ref))
