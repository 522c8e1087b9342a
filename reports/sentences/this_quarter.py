"""The finding of a quarter, and the three sentences that the figures say of it."""

from collections.abc import Sequence

from kpis.movement import told_since
from kpis.position import EvidencePosition
from kpis.rating import Rating
from reports.language.grammar import capitalised, counted, is_or_are, spelt
from reports.language.linked import Pieces, leads
from reports.progress.changes import Changes
from reports.progress.delivery import Delivery
from reports.progress.judgement import RedGroup
from reports.progress.overview import Overview
from reports.progress.standing import Standing
from reports.sentences.changes import ratings_sentence
from reports.sentences.outcomes import delivery_headline
from reports.sentences.overview import judged_away_clause


def quarter_headline(rows: Sequence[Standing], seen: Overview) -> str:
    """`Two of nine weaknesses are improving since the revisit; 17 of 75 KPIs are red`.

    Up to the quarter of the revisit nothing can have moved since, and they are held against the baseline year.
    """
    red = seen.counts[Rating.RED]
    total = len(seen.judged)
    if not total:
        return f"No KPI is collected for {seen.area.name}"
    counted_red = f"{red} of {total} KPIs {is_or_are(red)} red" if red else f"none of {total} KPIs is red"
    reds = f"{counted_red}{judged_away_clause(seen.judged)}"
    since = told_since(seen.quarter)
    improving = sum(each.both.outcome.since(since).word is EvidencePosition.IMPROVING for each in rows)
    count = spelt(improving) if improving else "None"
    of_nine = f"{capitalised(count)} of {spelt(len(rows)).lower()} weaknesses"
    return f"{of_nine} {is_or_are(improving or 1)} improving {since.partition(' (')[0]}; {reds}"


def figures_say(seen: Overview, changed: Changes, plan: Delivery) -> tuple[Pieces, ...]:
    """Three sentences, each leading on: where the reds go, which ratings turned, what the plan delivered."""
    late = len(plan.overdue)
    delivered = (leads(capitalised(delivery_headline(plan)), "actions"), f"; {late} {is_or_are(late)} late.")
    return (_reds(seen), ratings_sentence(changed), delivered)


def _reds(seen: Overview) -> Pieces:
    groups = {group: len(found) for group, found in seen.red_groups.items() if found}
    total = sum(groups.values())
    if not total:
        return ("No KPI is red.",)
    words = {
        RedGroup.WORSENING: "worsening",
        RedGroup.NO_REAL_CHANGE: "without real change",
        RedGroup.RECOVERING: "recovering",
        RedGroup.CANNOT_BE_SAID: "of unknown direction",
    }
    parted = ", ".join(f"{count} {is_or_are(count)} {words[group]}" for group, count in groups.items())
    return ("Of ", leads(counted(total, "red"), "meeting"), f", {parted}.")
