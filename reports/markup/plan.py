"""Delivery, risks and “You said, we did” as accessible HTML: real tables with headings, words beside every colour."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from programme.sheets.actions import Brag
from programme.sheets.participation import Participation
from programme.sheets.risks import SCALE, Risk, Score
from programme.workstreams import Weakness
from reports.language.dates import day_given
from reports.markup.pieces import scrolling
from reports.palette import BRAGS, LEVELS, POSITIONS, Mark
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.sentences.participation import people_text

Href = Callable[..., str]
"""The address of a page with its choices: `href("actions", for_weakness="6")`."""


def brag_counts(counts: Mapping[Brag, int]) -> str:
    """How many actions have each status, as one line: `✔ 12 blue ● 9 green ◆ 4 amber …`."""
    return f'<p class="counts">{"".join(_count(BRAGS[brag], counts[brag]) for brag in BRAGS)}</p>'


def _count(mark: Mark, count: int) -> str:
    quiet = " none" if count == 0 else ""
    return (
        f'<span class="count{quiet}" style="--fill:{mark.fill};--ink:{mark.ink}">'
        f'<span aria-hidden="true">{mark.shape}</span> <b>{count}</b> {escape(mark.word.lower())}</span> '
    )


def beside_table(found: Iterable[DeliveryBesideOutcome], href: Href) -> str:
    """Delivery and outcome in two groups of columns that never meet: each has its own unit and its own numbers.

    The number of actions leads to the actions, the name to the KPIs behind the other side.
    """
    heads = (
        "Actions",
        "Complete",
        "With evidence",
        "Overdue",
        "KPIs",
        "Improved",
        "Worsened",
        "Same",
        "Not comparable",
        "Evidence position",
    )
    named = "".join(f'<th scope="col">{head}</th>' for head in heads)
    rows = "".join(_beside_row(each, href) for each in found)
    return (
        '<div class="scroll" role="region" tabindex="0" aria-label="Delivered beside changed"><table class="grid beside">'
        "<caption>What was delivered, beside what changed since 2019/20</caption><thead>"
        '<tr><td></td><th colspan="4" scope="colgroup">Delivered</th>'
        '<th colspan="6" scope="colgroup" class="year">Changed since 2019/20</th></tr>'
        f'<tr><th scope="col">About</th>{named}'
        f"</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _beside_row(each: DeliveryBesideOutcome, href: Href) -> str:
    part, about, mark = each.delivered, each.about, POSITIONS[each.outcome.evidence]
    page = "weakness" if isinstance(about, Weakness) else "workstream"
    name = f'<a href="{escape(href(page, **{page: str(about.number)}))}">{escape(about.name)}</a>'
    actions = href("actions", **{f"for_{page}": str(about.number)})
    numbers = (len(part.done), len(part.evidenced), len(part.overdue), *each.kpi_counts)
    return (
        f'<tr><th scope="row">{name}</th><td><a href="{escape(actions)}">{len(part.actions)}</a></td>'
        f"{''.join(f'<td>{number}</td>' for number in numbers)}"
        f'<td class="position"><span aria-hidden="true">{mark.shape}</span> {mark.word}</td></tr>'
    )


def risk_matrix(risks: Iterable[Risk]) -> str:
    """Likelihood by impact, 5 × 5, each risk by its ref in its cell; the level stands in every cell as a word."""
    placed: dict[tuple[int, int], list[str]] = {}
    for risk in risks:
        if risk.current:
            placed.setdefault((risk.current.likelihood, risk.current.impact), []).append(risk.ref)
    heads = "".join(f'<th scope="col">Impact {impact}</th>' for impact in SCALE)
    rows = "".join(
        f'<tr><th scope="row">Likelihood {likelihood}</th>'
        f"{''.join(_matrix_cell(Score(likelihood, impact), placed.get((likelihood, impact), [])) for impact in SCALE)}</tr>"
        for likelihood in reversed(SCALE)
    )
    return scrolling(
        "Risks by likelihood and impact",
        '<table class="matrix"><caption>Risks by likelihood and impact</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>",
    )


def _matrix_cell(score: Score, refs: list[str]) -> str:
    mark = LEVELS[score.level]
    held = f"<b>{escape(', '.join(refs))}</b>" if refs else ""
    return f'<td style="--fill:{mark.fill}">{held}<span class="level">{score.value} {score.level}</span></td>'


def said_and_done(rows: Iterable[Participation]) -> str:
    """“You said, we did” as cards that a parent can read; what made no difference yet says so."""
    return "".join(_card(each) for each in rows)


def _card(each: Participation) -> str:
    facts = [
        day_given(each.day) if each.day else str(each.quarter),
        each.group,
        people_text(each),
    ]
    return (
        f'<article class="said"><h2>You said: {escape(each.you_said or "(not recorded)")}</h2>'
        f"<p><b>We did:</b> {escape(each.we_did or 'nothing is recorded yet')}</p>"
        f"<p><b>The difference it made:</b> {escape(each.difference or 'not known yet')}</p>"
        f'<p class="facts">{escape(" · ".join(filter(None, facts)))}</p></article>'
    )
