"""Which of several counts, where something was written on screen: who wrote it when, and what else was said."""

from typing import Any

from kpis.registry import registry
from programme.moment import day_text
from programme.sheets.commentary import COMMENTARY
from programme.sheets.letters import LETTERS
from programme.sheets.summary import SUMMARY
from programme.wordings import ON_SCREEN, AboutRow, Wording
from reports.language.grammar import capitalised, counted
from reports.language.linked import Linked, Pieces, Way
from reports.progress.wordings import Telling, Worded


def worded_sentence(worded: Worded) -> str:
    """`Written here on 3 February 2025 by Head of SEND; the return of 1 February 2025 said Why: “…”.`, or the other way
    round; that everything written was withdrawn."""
    if worded.counting is None:
        return f"{withdrawn_words(worded.former[0])}."
    told = [_brought(worded), *(f"{_said_by(each)} {_otherwise(worded, each)}" for each in worded.others)]
    sentence = "; ".join(told)
    return sentence if sentence.endswith((".", ".”")) else f"{sentence}."


def former_heading(worded: Worded) -> str:
    """`2 earlier wordings`."""
    return counted(len(worded.former), "earlier wording")


def former_sentences(worded: Worded) -> list[str]:
    """Each wording that counts no more: what it said, who wrote it when and why, and who took it back."""
    return [f"{wording_words(each)} {_deeds(each)}." for each in worded.former]


def wording_words(wording: Wording) -> str:
    """`Why: “…”; What next: “…”`: what it says, but for what tells its row apart."""
    form = wording.form
    apart = {column.heading for column in form.named(*form.apart)}
    return "; ".join(f"{heading}: “{text}”" for heading, text in wording.cells if heading not in apart)


def wording_about(wording: Wording) -> str:
    """What words are about: the title of a KPI, `Weakness 6`, `alert 2`, `Weakness 6, sentence 1`; of a letter
    `DfE, 20 November 2024, Weakness 6`."""
    return _named(wording.about)


def words_linked(about: AboutRow) -> Pieces:
    """The same, the KPI, the weakness or else the words themselves leading to where such words stand in their quarter."""
    sheet, quarter, _ = about
    told = _apart(about)
    if sheet == COMMENTARY.name:
        choices = (("kpi", told["kpi"]),)
    else:
        choices = (("weakness", str(told["weakness"])),) if told["weakness"] else ()
    thing = next((name for name, _ in choices), "overview")
    whole, said = _named(about), _weakness(told)
    before, leading, after = whole.partition(said) if said else ("", whole, "")
    way = Way(thing, (*choices, ("quarter", str(quarter))))
    return tuple(filter(None, (before, Linked(leading, way), after)))


def _named(about: AboutRow) -> str:
    form, told = ON_SCREEN[about[0]], _apart(about)
    if form is COMMENTARY:
        kpi = registry().get(told["kpi"])
        return kpi.title if kpi else str(told["kpi"])
    weakness = _weakness(told)
    if form is LETTERS and told["day"]:
        return f"{told['sender']}, {day_text(told['day'])}, {weakness}"
    place = f"{told['kind']} {told['place']}" if form is SUMMARY else ""
    return ", ".join(filter(None, (weakness, place)))


def _weakness(told: dict[str, Any]) -> str:
    return f"Weakness {told['weakness']}" if told.get("weakness") else ""


def _apart(about: AboutRow) -> dict[str, Any]:
    """What tells such a row from others, by the names of its columns."""
    sheet, _, values = about
    return dict(zip(ON_SCREEN[sheet].apart, values, strict=True))


def written_words(wording: Wording) -> str:
    """`written here on 3 February 2025 by Head of SEND, why: more is known`."""
    why = f", why: {wording.reason}" if wording.reason else ""
    return f"written here on {day_text(wording.at)} by {wording.doer}{why}"


def withdrawn_words(wording: Wording) -> str:
    """`What was written here was withdrawn on 3 February 2025 by Head of SEND: a slip`."""
    gone = wording.withdrawal
    return f"What was written here was withdrawn on {day_text(gone.at)} by {gone.doer}: {gone.reason}"


def _brought(worded: Worded) -> str:
    telling = worded.counting
    if telling.here:
        return capitalised(written_words(telling.by))
    later = " and came later" if worded.others else ""
    return f"The return of {day_text(telling.at)} says this{later}"


def _said_by(telling: Telling) -> str:
    if telling.here:
        return f"{written_words(telling.by)}:"
    return f"the return of {day_text(telling.at)} said"


def _otherwise(worded: Worded, telling: Telling) -> str:
    """In what another says something else, and what it says there."""
    columns = worded.differing(telling)
    if not columns:
        return "the same"
    told = ((column, column.said(getattr(telling.row, column.name))) for column in columns)
    return "; ".join(f"{column}: “{text}”" if text else f"{column}: nothing" for column, text in told)


def _deeds(wording: Wording) -> str:
    gone = wording.withdrawal
    taken = f"; withdrawn on {day_text(gone.at)} by {gone.doer}: {gone.reason}" if gone else ""
    return f"({written_words(wording)}{taken})"
