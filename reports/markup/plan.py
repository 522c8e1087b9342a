"""Delivery and risks as accessible HTML: real tables with headings, words beside every colour."""

from collections.abc import Iterable

from markupsafe import Markup

from programme.sheets.risks import SCALE, Risk, Score
from programme.workstreams import Weakness
from reports.language.linked import joined
from reports.markup.pieces import Href, column_heads, link, linked_text, scrolling, sign, together
from reports.palette import LEVELS, POSITIONS
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.sentences.ways import risk_link

DELIVERED = ("Actions", "Complete", "With evidence", "Overdue")
CHANGED = ("KPIs", "Improved", "Worsened", "Same", "Not comparable", "Evidence position")


def beside_table(sides: Iterable[DeliveryBesideOutcome], href: Href, whole: bool = True) -> Markup:
    """Delivery and outcome in two groups of columns that never meet: each has its own unit and its own numbers.

    The number of actions leads to the actions, the name to the KPIs behind the other side. The plan is that of the `whole`:
    beside the figures of a part it does not stand.
    """
    delivered = Markup('<th colspan="{}" scope="colgroup">Delivered</th>').format(len(DELIVERED)) if whole else ""
    table = Markup(
        '<table class="grid beside"><caption>{}</caption><thead><tr><td></td>{}'
        '<th colspan="{}" scope="colgroup" class="year">Changed since 2019/20</th></tr>'
        "<tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(
        "What was delivered, beside what changed since 2019/20" if whole else "What changed since 2019/20",
        delivered,
        len(CHANGED),
        column_heads(("About", *(DELIVERED if whole else ()), *CHANGED)),
        together(_beside_row(each, href, whole) for each in sides),
    )
    return scrolling("Delivered beside changed" if whole else "Changed", table)


def _beside_row(both: DeliveryBesideOutcome, href: Href, whole: bool) -> Markup:
    part, about, mark = both.delivered, both.about, POSITIONS[both.outcome.evidence]
    page = "weakness" if isinstance(about, Weakness) else "workstream"
    actions = link(href("actions", **{f"for_{page}": str(about.number)}), str(len(part.actions)))
    delivered = (actions, len(part.done), len(part.evidenced), len(part.overdue)) if whole else ()
    numbers = (*delivered, *both.kpi_counts())
    return Markup('<tr><th scope="row">{}</th>{}<td class="position">{} {}</td></tr>').format(
        link(href(page, **{page: str(about.number)}), about.name),
        together(map(Markup("<td>{}</td>").format, numbers)),
        sign(mark.shape),
        mark.word,
    )


def risk_matrix(risks: Iterable[Risk], href: Href) -> Markup:
    """Likelihood by impact, 5 × 5, each risk by its ref in its cell; the level stands in every cell as a word."""
    placed: dict[Score, list[str]] = {}
    for risk in risks:
        if risk.current:
            placed.setdefault(risk.current, []).append(risk.ref)
    caption = "Risks by likelihood and impact"
    table = Markup(
        '<table class="matrix"><caption>{}</caption><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(
        caption,
        column_heads(f"Impact {impact}" for impact in SCALE),
        together(_matrix_row(likelihood, placed, href) for likelihood in reversed(SCALE)),
    )
    return scrolling(caption, table)


def _matrix_row(likelihood: int, placed: dict[Score, list[str]], href: Href) -> Markup:
    scores = [Score(likelihood, impact) for impact in SCALE]
    return Markup('<tr><th scope="row">Likelihood {}</th>{}</tr>').format(
        likelihood, together(_matrix_cell(score, placed.get(score, []), href) for score in scores)
    )


def _matrix_cell(score: Score, refs: list[str], href: Href) -> Markup:
    held = Markup("<b>{}</b>").format(linked_text(joined(map(risk_link, refs), ", "), href)) if refs else ""
    return Markup('<td style="--fill:{}">{}<span class="level">{} {}</span></td>').format(
        LEVELS[score.level].colours.background, held, score.value, score.level
    )
