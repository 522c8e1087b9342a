"""A version of a return by its name: what it is, for which quarter and workstreams, from whom."""

from collections.abc import Sequence

from programme.access import Role, sees_hidden
from programme.moment import day_text, time_text
from programme.parts import FIGURES
from programme.sheets.book import WRITTEN
from programme.submission import Answered, Restatement, Version
from programme.workstreams import short_name
from reports.language.grammar import and_list, counted


def version_title(version: Version) -> str:
    """`Version 3: return for 2024/25 Q3, all workstreams, Kent County Council`."""
    cover = version.cover
    what = f"return for {cover.quarter}" if cover.kind == "standard" else "history workbook"
    if version.withdraws is not None:
        what = f"withdrawal of version {version.withdraws} ({what})"
    return f"Version {version.number}: {what}, {_streams(cover.workstreams)}{cover.organisation}"


def answer_text(query: Answered) -> str:
    """A query with why it is right all the same: `Why must say something, got: tbc Reason: nobody is in post yet`."""
    return f"{query.finding.message} Reason: {query.reason}"


def withdrawn_text(withdrawal: Version) -> str:
    """`Version 3 was withdrawn by B. Nalyst on 3 May 2025, as version 5: “the wrong quarter”.`"""
    on = day_text(withdrawal.accepted_at)
    return (
        f"Version {withdrawal.withdraws} was withdrawn by {withdrawal.doer} on {on}, as version {withdrawal.number}: "
        f"“{withdrawal.reason}”."
    )


def parts_text(version: Version) -> str:
    """What it speaks for: `Figures and Actions`; all of its scope for one accepted before versions recorded that."""
    if version.withdraws is not None:
        return ""
    if version.parts is None:
        return "the whole of its scope"
    sheets = {part.sheet for part in version.parts}
    named = [sheet for sheet in (FIGURES, *(form.name for form in WRITTEN)) if sheet in sheets]
    makers = sorted({short_name(part.organisation) for part in version.parts if part.sheet == FIGURES})
    whose = f" of {and_list(makers)}" if makers else ""
    return and_list([sheet + (whose if sheet == FIGURES else "") for sheet in named])


def restated_sentence(own: Sequence[Restatement], role: Role) -> str:
    """`28 figures, 12 December 2024 at 11:15, by Head of management information (version 6): Correction: 18 plans …`.

    The reason quotes figures, and is for those who see all figures.
    """
    version = own[0].version
    told = f"{counted(len(own), 'figure')}, {time_text(version.accepted_at)}, by {version.doer} (version {version.number})"
    if not sees_hidden(role):
        return told
    return f"{told}: {version.reason or 'no reason was given'}"


def _streams(numbers: tuple[int, ...]) -> str:
    if len(numbers) in (0, 5):
        return "all workstreams, "
    return f"workstream{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}, "
