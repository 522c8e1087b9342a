"""One KPI's dictionary entry in HTML, and what evidence each weakness has."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from programme.moment import day_text
from reports.markup.pieces import Href, bullets, column_heads, link, together
from reports.progress.evidence import WeaknessEvidence
from reports.sentences.entries import DictionaryEntry


def entry_markup(entry: DictionaryEntry, on: date, href: Href) -> Markup:
    """What the KPI asks, how it is worked out, what feeds it, who answers for it; an overdue review is said."""
    kpi = entry.kpi
    particulars = [
        ("Short name", kpi.short),
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
        *(("Stands on", ground) for ground in entry.grounds),
        ("Tier", entry.tier),
        *(("Break in the series", f"{quarter}: {reason}") for quarter, reason in kpi.breaks.items()),
        *entry.replacement,
        ("Signed", f"written by {kpi.written_by}, checked by {kpi.checked_by}, {_review(entry, on)}"),
    ]
    told = together(Markup("<dt>{}</dt><dd>{}</dd>").format(*each) for each in particulars)
    return Markup('<p><b>{}</b> {} {}</p><dl class="facts">{}</dl>').format(
        kpi.question, kpi.why, link(href("kpi", kpi=kpi.id), f"Figures: {kpi.short}"), told
    )


def definition_markup(entry: DictionaryEntry) -> Markup:
    """What the figure of the KPI is and who answers for it, with the worked examples that run as tests."""
    kpi = entry.kpi
    breaks = [("Break in the series", f"{quarter}: {reason}") for quarter, reason in kpi.breaks.items()]
    particulars = [
        ("Short name", kpi.short),
        ("Worked out as", entry.formula),
        ("Numerator", kpi.numerator),
        ("Denominator", kpi.denominator or "none"),
        ("Period", kpi.basis.name),
        ("Collected for", entry.areas),
        *(("Target" if kpi.targets else "Range", text) for text in entry.targets),
        ("Source", kpi.source),
        *(("Stands on", ground) for ground in entry.grounds),
        ("Tier", entry.tier),
        *entry.replacement,
        ("Weaknesses", "; ".join(each.name for each in entry.weaknesses)),
        *(breaks or [("Breaks in the series", "none")]),
        ("Written by", kpi.written_by),
        ("Checked by", kpi.checked_by),
        ("Next review", day_text(kpi.next_review)),
    ]
    told = bullets(Markup("<b>{}:</b> {}").format(*each) for each in particulars)
    examples = bullets(f"{given} gives {gives}" for given, gives in entry.examples)
    return Markup('<div class="told">{}<p>Worked examples, which run as tests:</p>{}</div>').format(told, examples)


def _review(entry: DictionaryEntry, on: date) -> str:
    word = "REVIEW OVERDUE since" if entry.review_overdue(on) else "next review"
    return f"{word} {day_text(entry.kpi.next_review)}"


def entry_title(entry: DictionaryEntry, on: date) -> str:
    """The KPI's title, with a mark where its review is overdue."""
    return entry.kpi.title + (" (review overdue)" if entry.review_overdue(on) else "")


def evidence_table(evidence: Iterable[WeaknessEvidence], href: Href) -> Markup:
    """The nine weaknesses with how many KPIs speak to each; little evidence is said in words."""
    caption = "How many KPIs speak to each weakness"
    heads = column_heads(("Weakness", "KPIs of its own", "Borrowed", "Evidence"))
    return Markup(
        '<table class="grid narrow"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(caption, heads, together(_evidence_row(each, href) for each in evidence))


def _evidence_row(evidence: WeaknessEvidence, href: Href) -> Markup:
    name = link(href("weakness", weakness=str(evidence.weakness.number)), evidence.weakness.name)
    word = Markup("<b>little</b>") if evidence.little else "some"
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>').format(
        name, len(evidence.own), len(evidence.borrowed), word
    )
