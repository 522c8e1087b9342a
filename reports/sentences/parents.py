"""A page for parents: at most 250 words, no term unexplained, every number one that can be checked."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from disclosure.rule import Number
from kpis.direction import Direction
from kpis.movement import BASELINE_YEAR, Reference
from kpis.position import EvidencePosition
from programme.glossary import Term, terms_in
from programme.moment import day_text
from record.tracked import Tracked
from reports.language.grammar import begun, counted, is_or_are, uncapitalised
from reports.language.linked import Linked, leads
from reports.progress.parents import ForParents, Moved, soonest
from reports.progress.readings import Reading
from reports.sentences.kpi import counts_clause
from reports.sentences.ways import action_link, kpi_link

WORDS = 250
FOUND = "In 2019 inspectors found nine serious weaknesses."
FOUND_AGAIN = " In 2022 none had improved enough."
COUNTED = "We count only figures that really moved, by rules that anybody can read. Each figure can be opened and checked."
LISTED = 3  # figures better, and not better; actions to come
STANDS = {
    EvidencePosition.IMPROVING: "getting better",
    EvidencePosition.WORSENING: "getting worse",
    EvidencePosition.MIXED: "better in part and worse in part",
    EvidencePosition.NO_REAL_CHANGE: "not really changed",
    EvidencePosition.TOO_LITTLE: "too little is known to say",
}


@dataclass(frozen=True, slots=True)
class Plain:
    """A sentence, and those of its words that lead on: when a figure was counted, an action, the name of a problem."""

    text: str
    led: Linked | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentences."""

    heading: str
    sentences: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class ParentsPage:
    """A title and its sections; the last explains the words that need it, where any does."""

    title: str
    sections: tuple[Section, ...]

    @property
    def words(self) -> int:
        """How many words a parent reads."""
        said = (text for each in self.sections for text in (each.heading, *(one.text for one in each.sentences)))
        texts = (self.title, *said)
        return sum(len(text.split()) for text in texts)


def parents_page(of: ForParents) -> ParentsPage:
    """The page about one weakness, as long as fits."""
    return _fitting(partial(_page, of))


def _fitting(page: Callable[[int], ParentsPage]) -> ParentsPage:
    """With as much listed as leaves the page short enough; with nothing listed where none does."""
    longer = (page(listed) for listed in range(LISTED, 0, -1))
    return next((each for each in longer if each.words <= WORDS), None) or page(0)


def _page(of: ForParents, listed: int) -> ParentsPage:
    sections = (
        Section("What was wrong", (Plain(f"In 2019 inspectors found, in short: {of.about.plain}"),)),
        Section(_has_changed(of.since), _changed(of, listed)),
        Section("What has not", _not_changed(of, listed)),
        Section("What comes next", _coming(of.coming[: max(listed - 1, 1)])),
    )
    return ParentsPage(f"{of.about.plain_name}: {STANDS[_word(of)]}", _explained(sections))


def _word(of: ForParents) -> EvidencePosition:
    return of.both.outcome.since(of.since).word


def _has_changed(since: Reference) -> str:
    then = "inspectors came back in 2022" if since is Reference.REVISIT else BASELINE_YEAR
    return f"What has changed since {then}"


def _changed(of: ForParents, listed: int) -> tuple[Plain, ...]:
    if not of.better:
        return (Plain("Nothing that we measure is really better."),)
    return (*map(_figure, of.better[:listed]), *_more(len(of.better) - listed, "better"))


def _not_changed(of: ForParents, listed: int) -> tuple[Plain, ...]:
    if not of.not_better:
        return (Plain("Nothing that we measure is worse, or below the lowest level agreed."),)
    return (*map(_figure, of.not_better[:listed]), *_more(len(of.not_better) - listed, "not good enough"))


def _more(count: int, word: str) -> tuple[Plain, ...]:
    return (Plain(f"{begun(count, 'more figure')} {is_or_are(count)} {word}."),) if count > 0 else ()


def _figure(moved: Moved) -> Plain:
    """`How many plans are ready in time? 59 in 100 (322 of 550), October to December 2024; 42 in 100, July to …`

    It is asked as a parent would ask, and said so that it can be said aloud; the counts are those of the figure's own page.
    """
    reading, before = moved.judged.reading, moved.before
    now, then = _aloud(reading, before)
    told = f"{reading.kpi.question} {now}{counts_clause(reading)}, {reading.result.period}"
    counted_in = kpi_link(reading.kpi, reading.result.period)
    return Plain(f"{told}; before, {then}, {before.result.period}." if before else f"{told}.", counted_in)


def _aloud(*readings: Reading | None) -> list[str]:
    """Shares as so many in 100, unless that would hide a change between them; everything else as it is written."""
    known = [each for each in readings if each]
    shares = [round(each.shown.value) for each in known if each.kpi.unit == "percent" and isinstance(each.shown, Number)]
    whole = len(shares) == len(known) == len(set(shares)) and all(0 < each < 100 for each in shares)
    said = [f"{share} in 100" for share in shares] if whole else [each.display for each in known]
    return [*said, *[""] * (len(readings) - len(said))]


def _coming(coming: Sequence[Tracked]) -> tuple[Plain, ...]:
    said = (Plain(f"By {day_text(each.expected)}: {each.now.title}.", action_link(each, each.now.title)) for each in coming)
    return tuple(said) or (Plain("No action with a date ahead is on record."),)


def _explained(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, and what every term in them means; a term that explains another is explained beside it."""
    said = [one.text for each in sections for one in each.sentences]
    meanings: dict[str, Plain] = {}
    while fresh := [term for term in terms_in(said) if term.term not in meanings]:
        meanings |= {term.term: Plain(f"{term.term} means {_in_short(term)}.") for term in fresh}
        said = [each.text for each in meanings.values()]
    return (*sections, Section("Words", tuple(meanings.values()))) if meanings else tuple(sections)


def _in_short(term: Term) -> str:
    """What an abbreviation stands for; of the meaning of a word its first clause."""
    return term.stands_for or uncapitalised(re.split("[.;:]", term.meaning)[0])


def all_for_parents(found: Sequence[ForParents]) -> ParentsPage:
    """One page about all nine weaknesses: those that get better, the others, each with its counts, and what comes next."""
    return _fitting(partial(_page_of_all, found))


def _page_of_all(found: Sequence[ForParents], listed: int) -> ParentsPage:
    since = found[0].since
    wrong = FOUND + (FOUND_AGAIN if since is Reference.REVISIT else "")
    better = [each for each in found if _word(each) is EvidencePosition.IMPROVING]
    others = [each for each in found if each not in better]
    coming = soonest(each for one in found for each in one.coming)
    sections = (
        Section("What was wrong", (Plain(wrong),)),
        Section(
            "What has changed since then" if since is Reference.REVISIT else _has_changed(since),
            tuple(map(_in_a_line, better)) or (Plain("None of them is getting better."),),
        ),
        Section("What has not", tuple(map(_in_a_line, others)) or (Plain("All of them are getting better."),)),
        Section("What comes next", _coming(coming[: max(listed, 1)])),
        Section("How we know", (Plain(COUNTED),)),
    )
    title = f"Help for children with special needs in Kent: {len(better)} of {len(found)} problems are getting better"
    return ParentsPage(title, _explained(sections))


def _in_a_line(of: ForParents) -> Plain:
    found = of.both.outcome.since(of.since)
    better, worse = found.going(Direction.IMPROVING), found.going(Direction.WORSENING)
    name = of.about.plain_name
    told = f"{name}: {STANDS[_word(of)]} ({counted(better, 'figure')} better, {worse} worse)."
    return Plain(told, leads(name, "parents", weakness=str(of.about.number)))
