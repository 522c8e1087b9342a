"""*Needs the board* in HTML: each kind with its count as a link to its list, and the lists with their ways on."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kpis.movement import Reference
from programme.moment import day_text
from record.receipts import Receipt
from reports.markup.pieces import Href, link, together
from reports.progress.judgement import Judgement
from reports.progress.needs import NeedsTheBoard
from reports.progress.readings import Reading
from reports.sentences.kpi import carried_clause
from reports.sentences.meeting import NEEDS

ANCHOR = "needs"


@dataclass(frozen=True, slots=True)
class _Need:
    """One line: what it is, the way to it, and the number or word beside it."""

    name: str
    address: str
    beside: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of need and all its lines."""

    name: str
    nothing: str
    lines: tuple[_Need, ...]


def needs_counts(needs: NeedsTheBoard, href: Href, whole: bool = True) -> Markup:
    """The counts by kind, each leading to its whole list below. A part of the `whole` has only what its figures need."""
    kinds = _kinds(needs, href, whole)
    listed = together(
        Markup('<li><a href="#{}">{}</a> <b>{}</b></li>').format(_anchor(at), kind.name, len(kind.lines))
        for at, kind in enumerate(kinds)
    )
    return Markup('<section class="needs"><h2>Needs the board <b>{}</b></h2><ul>{}</ul></section>').format(
        sum(len(kind.lines) for kind in kinds), listed
    )


def needs_lists(needs: NeedsTheBoard, href: Href, whole: bool = True) -> Markup:
    """Every kind with all that is in it; a kind with nothing says so."""
    return Markup('<div class="needed">{}</div>').format(
        together(_kind_list(at, kind) for at, kind in enumerate(_kinds(needs, href, whole)))
    )


def _kind_list(at: int, kind: _Kind) -> Markup:
    lines = together(
        Markup("<li>{} <span>{}</span></li>").format(link(each.address, each.name), each.beside) for each in kind.lines
    )
    body = Markup("<ul>{}</ul>").format(lines) if lines else Markup("<p>{}</p>").format(kind.nothing)
    return Markup('<section id="{}"><h2>{} <b>{}</b></h2>{}</section>').format(_anchor(at), kind.name, len(kind.lines), body)


def _anchor(at: int) -> str:
    return f"{ANCHOR}-{at + 1}"


def _kinds(needs: NeedsTheBoard, href: Href, whole: bool) -> tuple[_Kind, ...]:
    worsening = _Kind(NEEDS["worsening"], "No KPI is red and worsening.", _kpis(needs.worsening, href))
    if not whole:
        return (worsening,)
    return (
        worsening,
        _Kind(NEEDS["unanswered"], "Every red has an action, an owner and a date.", _kpis(needs.unanswered, href)),
        _Kind(NEEDS["judged"], "No lead judged a red otherwise.", _judged(needs, href)),
        _Kind(NEEDS["passed"], "No forecast has passed.", _passed(needs, href)),
        _Kind(NEEDS["differing"], "No lead differs from the evidence.", _differing(needs, href)),
        _Kind(NEEDS["due"], "No proposed decision waits.", _due(needs, href)),
        _Kind(NEEDS["missing"], "No return is missing.", _missing(needs.missing, href)),
    )


def _kpis(judged: Iterable[Judgement], href: Href) -> tuple[_Need, ...]:
    return tuple(_Need(each.line.kpi.short, _address(each, href), _stands(each.reading)) for each in judged)


def _judged(needs: NeedsTheBoard, href: Href) -> tuple[_Need, ...]:
    return tuple(
        _Need(each.line.kpi.short, _address(each, href), f"judged {each.reading.rated.rating}, {_stands(each.reading)}")
        for each in needs.judged
    )


def _stands(reading: Reading) -> str:
    """`3.6%`; of a figure that is carried forward, `3.6%, calendar year 2023, carried forward`."""
    return ", ".join(filter(None, (reading.display, carried_clause(reading))))


def _address(judged: Judgement, href: Href) -> str:
    return href("kpi", kpi=judged.line.kpi.id)


def _passed(needs: NeedsTheBoard, href: Href) -> tuple[_Need, ...]:
    return tuple(
        _Need(f"{each.now.ref} {each.now.title}", href("actions", action=each.now.ref), day_text(each.now.forecast))
        for each in needs.passed
    )


def _differing(needs: NeedsTheBoard, href: Href) -> tuple[_Need, ...]:
    return tuple(
        _Need(
            f"{each.weakness.number} {each.weakness.label}",
            href("weakness", weakness=str(each.weakness.number)),
            f"lead: {each.lead.text}; evidence {Reference.BASELINE}: {each.evidence}",
        )
        for each in needs.differing
    )


def _due(needs: NeedsTheBoard, href: Href) -> tuple[_Need, ...]:
    return tuple(
        _Need(f"{each.reference} {each.title}", href("decisions", at=each.reference), _noticed(each.notice))
        for each in needs.due
    )


def _noticed(notice) -> str:
    return f"notice {day_text(notice)}" if notice else "no date"


def _missing(missing: Iterable[Receipt], href: Href) -> tuple[_Need, ...]:
    return tuple(
        _Need(f"{each.quarter}, workstream {each.workstream}", href("returns"), f"due {day_text(each.due)}")
        for each in missing
    )
