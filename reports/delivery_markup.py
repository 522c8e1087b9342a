"""Delivery, risks and “You said, we did” as accessible HTML: real tables with headings, words beside every colour."""

from collections.abc import Iterable, Mapping
from html import escape

from programme.actions import Brag
from programme.participation import Participation
from programme.risks import SCALE, Risk, Score
from reports.action_tables import day
from reports.change_words import counted
from reports.outcomes import DeliveryBesideOutcome
from reports.palette import BRAGS, LEVELS, Mark
from reports.wording import number_text


def brag_counts(counts: Mapping[Brag, int]) -> str:
    """How many actions have each status, as one line: `✔ 12 blue ● 9 green ◆ 4 amber …`."""
    return f'<p class="counts">{"".join(_count(BRAGS[brag], counts[brag]) for brag in BRAGS)}</p>'


def _count(mark: Mark, count: int) -> str:
    quiet = " none" if count == 0 else ""
    return (
        f'<span class="count{quiet}" style="--fill:{mark.fill};--ink:{mark.ink}">'
        f'<span aria-hidden="true">{mark.shape}</span> <b>{count}</b> {escape(mark.word.lower())}</span> '
    )


def beside_table(found: Iterable[DeliveryBesideOutcome]) -> str:
    """Delivery and outcome in two groups of columns that never meet: each has its own unit and its own numbers."""
    heads = ("Actions", "Complete", "With evidence", "Overdue", "KPIs", "Improved", "Worsened", "Same", "Not comparable")
    rows = "".join(_beside_row(each) for each in found)
    return (
        '<table class="beside"><caption>What was delivered, beside what changed since 2019/20</caption><thead>'
        '<tr><td></td><th colspan="4" scope="colgroup">Delivered</th><th colspan="5" scope="colgroup">Changed</th></tr>'
        f'<tr><th scope="col">About</th>{"".join(f"<th scope=col>{head}</th>" for head in heads)}</tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _beside_row(each: DeliveryBesideOutcome) -> str:
    part = each.delivered
    numbers = (len(part.actions), len(part.done), len(part.evidenced), len(part.overdue), *each.kpi_counts)
    return f'<tr><th scope="row">{escape(each.about.name)}</th>{"".join(f"<td>{number}</td>" for number in numbers)}</tr>'


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
    return (
        '<table class="matrix"><caption>Risks by likelihood and impact</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
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
        day(each.day) if each.day else str(each.quarter),
        each.group,
        _people(each),
    ]
    return (
        f'<article class="said"><h3>You said: {escape(each.you_said or "(not recorded)")}</h3>'
        f"<p><b>We did:</b> {escape(each.we_did or 'nothing is recorded yet')}</p>"
        f"<p><b>The difference it made:</b> {escape(each.difference or 'not known yet')}</p>"
        f'<p class="facts">{escape(" · ".join(filter(None, facts)))}</p></article>'
    )


def _people(each: Participation) -> str:
    """`212 people in 14 activities`, as far as it is known."""
    people = f"{number_text(each.people, 0)} {'person' if each.people == 1 else 'people'}" if each.people is not None else ""
    if each.activities is None:
        return people
    activities = "1 activity" if each.activities == 1 else f"{number_text(each.activities, 0)} activities"
    return f"{people} in {activities}" if people else activities


def participation_sentence(rows: list[Participation]) -> str:
    """How many took part, as far as numbers were given; a person who came twice is counted twice."""
    people = [each.people for each in rows if each.people is not None]
    activities = [each.activities for each in rows if each.activities is not None]
    if not people:
        return f"{counted(len(rows), 'entry')}, none with a number of people.".replace("entrys", "entries")
    without = len(rows) - len(people)
    also = f" {counted(without, 'entry').replace('entrys', 'entries')} gave no number of people." if without else ""
    return (
        f"{number_text(sum(people), 0)} people took part in {number_text(sum(activities), 0)} activities; "
        f"someone who came more than once is counted each time.{also}"
    )
