"""One KPI's dictionary entry in HTML, and what evidence each weakness has."""

from collections.abc import Iterable
from datetime import date
from html import escape

from programme.moment import day_text
from reports.markup.grids import Href
from reports.sentences.entries import Entry, WeaknessEvidence


def entry_markup(entry: Entry, on: date, href: Href) -> str:
    """What the KPI asks, how it is worked out, what feeds it, who answers for it; an overdue review is said."""
    kpi = entry.kpi
    facts = [
        ("Worked out as", entry.formula),
        ("Numerator", kpi.numerator),
        ("Denominator", kpi.denominator or "none"),
        ("Period", kpi.basis.name),
        ("Areas", entry.areas),
        *(("Target" if kpi.targets else "Range", text) for text in entry.targets),
        ("Speaks to", "; ".join(each.name for each in entry.weaknesses)),
        *(("Fed by", f"{feed.description} ({feed.what}). {feed.arrives}.") for feed in entry.feeds),
        ("Take care", kpi.caution),
        ("Source", kpi.source),
        ("Signed", f"written by {kpi.written_by}, checked by {kpi.checked_by}, {_review(entry, on)}"),
    ]
    return (
        f'<p><b>{escape(kpi.question)}</b> {escape(kpi.why)} <a href="{escape(href("kpi", kpi=kpi.id))}">Its figures</a></p>'
        f'<dl class="facts">{"".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in facts)}</dl>'
    )


def _review(entry: Entry, on: date) -> str:
    word = "REVIEW OVERDUE since" if entry.review_overdue(on) else "next review"
    return f"{word} {day_text(entry.kpi.next_review)}"


def entry_title(entry: Entry, on: date) -> str:
    """The KPI's title, with a mark where its review is overdue."""
    return entry.kpi.title + (" (review overdue)" if entry.review_overdue(on) else "")


def evidence_table(found: Iterable[WeaknessEvidence], href: Href) -> str:
    """The nine weaknesses with how many KPIs speak to each; little evidence is said in words."""
    rows = "".join(
        f'<tr><th scope="row"><a href="{escape(href("weakness", weakness=str(each.weakness.number)))}">'
        f"{escape(each.weakness.name)}</a></th><td>{len(each.own)}</td><td>{len(each.shared)}</td>"
        f"<td>{'<b>little</b>' if each.little else 'some'}</td></tr>"
        for each in found
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Weakness", "KPIs of its own", "Shared", "Evidence"))
    return (
        '<table class="grid narrow"><caption>How many KPIs speak to each weakness</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )
