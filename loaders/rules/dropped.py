"""Stage 6, what a return leaves out of what stands: rows that it would drop, and sheets and figures that it leaves as they
are."""

from collections.abc import Hashable, Iterator

from loaders.forms.layouts import standard
from loaders.parsing.speaking import line_says, rows_typed, speaks
from loaders.rules.case import Case
from loaders.rules.outside import stream_of
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import said
from loaders.rules.written_row import row_called
from plumbing.listed import named_list
from programme.finding import Severity
from programme.measures import due_measures
from programme.parts import FIGURES, Says
from programme.sheets.form import FormSheet
from programme.sheets.still_open import still_open
from programme.sheets.written import Row

MOST_DROPPED = 0.1  # of the rows that stood
MOST_NAMED = 30  # in one sentence


def stood(case: Case, form: FormSheet) -> dict[Hashable, Row]:
    """The rows that a return of this cover would replace on one sheet, by what tells them apart; none of a history, which
    stays beside it."""
    cover = case.cover
    if case.known is None or cover is None or case.many_quarters:
        return {}
    found: dict[Hashable, Row] = {}
    for standing in case.known.words.get(form.name, ()):
        own = standing.version.cover
        streams = standing.streams & set(cover.workstreams)
        if own.kind == "standard" and (own.organisation, own.quarter) == (cover.organisation, cover.quarter) and streams:
            for row in standing.rows:
                if row.has_needed(form) and stream_of(row, form.name) in (None, *streams):
                    found[row.told_apart(form)] = row
    return found


def _named(names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return named_list(names)
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED:,} more"


@rule(Stage.HISTORY, Severity.QUERY)
def rows_dropped(case: Case) -> Iterator[Fault]:
    """A correction that brings some of the rows takes the others away: an open action, or many rows, are asked about."""
    for form in standard.WRITTEN if case.cover else ():
        before = stood(case, form)
        if not before or not speaks(case.parsed, form):
            continue
        here = {row.told_apart(form) for row in rows_typed(case.parsed, form)}
        dropped = [row for key, row in before.items() if key not in here]
        if len(dropped) > MOST_DROPPED * len(before) or any(still_open(form, row) for row in dropped):
            version = max(row.version for row in dropped)
            holds = f"{form.name} must still have the rows that stand for {case.cover.quarter} (version {version})"
            names = _named([row_called(row, form) for row in dropped])
            yield Fault(form.name, "", f"{holds}, got: no row for {names} ({len(dropped):,} of {len(before):,})")


@rule(Stage.HISTORY, Severity.QUERY)
def words_left_out(case: Case) -> Iterator[Fault]:
    """A fresh form has none of the words of the return that it corrects: they stay, and whoever emptied one should know."""
    silent = [form for form in standard.WRITTEN if not speaks(case.parsed, form)]
    left = {form.name: len(rows) for form in silent if not _said_so(case, form.name) and (rows := stood(case, form))}
    if left:
        counts = named_list(f"{name} ({count:,})" for name, count in left.items())
        holds = f"A sheet with rows that stand for {case.cover.quarter} must have them, or the Cover must say “{Says.LEFT}”"
        stay = f"no row on {counts}: they stay. Only “{Says.NONE}” empties a sheet"
        yield Fault(next(iter(left)), "", said(holds, stay))


def _said_so(case: Case, sheet: str) -> bool:
    return line_says(case.parsed, sheet) is Says.LEFT


@rule(Stage.HISTORY, Severity.QUERY)
def figures_left_out(case: Case) -> Iterator[Fault]:
    """Words alone correct words: whoever forgot the figures should see that those of before stay."""
    if not case.cover or not case.words_alone:
        return
    if not _said_so(case, FIGURES):
        holds = f"{FIGURES} must be given, or the Cover must say “{Says.LEFT}”"
        yield Fault(*_figures_line(case), said(holds, "no figure: those that were accepted stay"))
    elif case.known and (missing := _never_given(case)):
        holds = f"{FIGURES} of workstream {named_list(missing)} must be given for {case.cover.quarter}"
        yield Fault(*_figures_line(case), said(holds, f"“{Says.LEFT}”, and none were accepted"))


def _figures_line(case: Case) -> tuple[str, str]:
    field = case.parsed.fields.get(FIGURES)
    return (standard.COVER, field.ref) if field else ("", "")


def _never_given(case: Case) -> list[int]:
    """The workstreams whose figures the organisation owes and never gave."""
    owing = {each.workstream for each in due_measures(case.cover.quarter, case.cover.workstreams, case.cover.organisation)}
    return sorted(owing - case.streams_given)
