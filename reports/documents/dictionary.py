"""The KPI dictionary as a document: `docs/kpi-dictionary.md` is this, written out, and a test keeps it fresh."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kpis.kpi import Kpi
from programme.moment import day_text
from programme.workstreams import workstreams
from reports.language.numbers import typed_text
from reports.progress.evidence import LITTLE, WeaknessEvidence, evidence_by_weakness
from reports.sentences.entries import DictionaryEntry, dictionary_entries

INTRODUCTION = """# KPI dictionary

Generated from the definitions in `kpis/` by `python -m reports dictionary`. Do not edit it: change the definition.

Green means that the target is met, amber that it is missed and the floor standard met, red that the floor standard is
missed. Meeting exactly is meeting. A figure is judged unrounded, by the target in force in its quarter. A figure that is
missing, suppressed or not due is never zero, and is not rated. Where the figure is a count, its target is for the first
area named and not for a district.

A count of 1 to 4 children is hidden from readers, and so is whatever would reveal it: both read `c`. Where a district has 1
to 4 in a quarter and all of them together fewer than 60, every district is hidden in that quarter, those with 0 too, but for
one that can be worked out from what is shown anyway. Elsewhere a 0 is shown. A share of fewer than 10 replies is hidden."""


def write_dictionary(path: Path, on: date | None = None) -> None:
    """Write the dictionary to `path`, with the reviews that are overdue on a day (today) marked."""
    path.write_text(dictionary_markdown(on), encoding="utf-8", newline="\n")


def dictionary_markdown(on: date | None = None) -> str:
    """The whole dictionary in Markdown, with the reviews that are overdue on a day (today) marked."""
    listed, on = dictionary_entries(), on or date.today()
    parts = [INTRODUCTION, *_evidence(evidence_by_weakness()), *_reviews(listed, on)]
    for stream in workstreams().values():
        parts.append(f"## {stream.name}")
        parts += [_entry(entry) for entry in listed if entry.workstream == stream]
    return "\n\n".join(parts) + "\n"


def _table(headings: tuple[str, ...], rows: Iterator[tuple[str, ...]] | list[tuple[str, ...]]) -> str:
    lines = [headings, ("---",) * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def _link(kpi: Kpi) -> str:
    return f"[{kpi.title}](#{kpi.id})"


def _evidence(evidence: list[WeaknessEvidence]) -> Iterator[str]:
    yield "## Evidence for each weakness"
    yield f"A weakness with fewer than {LITTLE} KPIs of its own, which name it first, has little evidence."
    yield _table(
        ("Weakness", "KPIs of its own", "Borrowed from others", "Evidence"),
        [
            (each.weakness.name, str(len(each.own)), str(len(each.borrowed)), "**little**" if each.little else "some")
            for each in evidence
        ],
    )


def _reviews(listed: list[DictionaryEntry], on: date) -> Iterator[str]:
    yield "## Reviews, in order of their date"
    yield f"Overdue is marked as on {day_text(on)}."
    yield _table(
        ("Next review", "KPI", "Written by", "Checked by"),
        [
            (
                day_text(entry.kpi.next_review) + (" **overdue**" if entry.review_overdue(on) else ""),
                _link(entry.kpi),
                entry.kpi.written_by,
                entry.kpi.checked_by,
            )
            for entry in sorted(listed, key=lambda entry: entry.kpi.next_review)
        ],
    )


def _entry(entry: DictionaryEntry) -> str:
    kpi = entry.kpi
    return "\n\n".join(
        (
            f'<a id="{kpi.id}"></a>\n\n### {kpi.title}',
            f"`{kpi.id}` · {kpi.basis.name} · {entry.areas} · {', '.join(each.name for each in entry.weaknesses)}",
            f"**{kpi.question}** {kpi.why}",
            "\n".join(f"- **{name}:** {text}" for name, text in _particulars(entry)),
            f"**Take care:** {kpi.caution}",
            _table(
                ("Fed by", "What it is", "How it arrives"), [(f"`{f.what}`", f.description, f.arrives) for f in entry.feeds]
            ),
            _table(("Worked example", "Gives"), list(entry.examples)),
            f"Written by: {kpi.written_by}. Checked by: {kpi.checked_by}. Next review: {day_text(kpi.next_review)}.",
        )
    )


def _particulars(entry: DictionaryEntry) -> Iterator[tuple[str, str]]:
    """What is said of every KPI, then what only some have."""
    kpi = entry.kpi
    yield "Short name", kpi.short
    yield "Numerator", kpi.numerator
    if kpi.denominator:
        yield "Denominator", kpi.denominator
    yield "Formula", entry.formula
    better = {None: "neither: an activity indicator", "target": "close to the target"}
    yield "Better", better.get(kpi.better, kpi.better)
    yield from (("Target" if kpi.targets else "Range", text) for text in entry.targets)
    yield "Source", kpi.source
    yield from (("Stands on", ground) for ground in entry.grounds)
    yield "Tier", entry.tier
    if kpi.companions:
        yield "Never shown without", "; ".join(_link(companion) for companion in entry.companions)
    if kpi.better:
        yield "Least change", f"{typed_text(kpi.least_change)}. Basis: {kpi.least_change_basis}"
    if kpi.rated_from:
        yield "Rated from", f"a denominator of {kpi.rated_from:,}; below it there is no rating, no direction and no position"
    if kpi.seasonal:
        yield "Seasonal", "compare with the same quarter last year"
    yield from (("Break in the series", f"{quarter}: {reason}") for quarter, reason in kpi.breaks.items())
    yield from (("Not held", f"{period}: {reason}") for period, reason in kpi.not_held.items())
    yield from entry.replacement
