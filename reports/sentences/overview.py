"""The one sentence that says where an area, a weakness or a workstream stands."""

from collections.abc import Sequence

from kpis.rating import Rating
from programme.workstreams import Weakness, Workstream
from reports.language.grammar import and_list, is_or_are, uncapitalised
from reports.progress.judgement import Judgement, RedGroup
from reports.progress.overview import Overview


def overview_headline(overview: Overview) -> str:
    """The one sentence to say if there is only time for one."""
    return _headline(overview.judged, overview.area.name)


def tiers_sentence(overview: Overview) -> str:
    """Which KPIs are counted: all of them, and how the headline ones among them stand."""
    leading = [each for each in overview.judged if each.line.kpi.tier == "headline"]
    red = sum(each.reading.rated.rating is Rating.RED for each in leading)
    return (
        f"All {len(overview.judged)} KPIs are counted, {len(leading)} of them headline KPIs, for the board's first "
        f"pages: {red} of those {is_or_are(red)} red. The others are supporting."
    )


def group_headline(about: Weakness | Workstream, judged: Sequence[Judgement]) -> str:
    """`EHC plan quality: of 17 KPIs, 4 are red: 1 red and worsening · 3 red, no real change`."""
    return f"{about.label}: {uncapitalised(_headline(judged, 'this area'))}"


def _headline(judged: Sequence[Judgement], where: str) -> str:
    total, groups = len(judged), [each.red_group for each in judged if each.red_group]
    if not total:
        return f"No KPI is collected for {where}"
    away = judged_away_clause(judged)
    if not groups:
        return f"None of {total} KPIs is red{away}"
    parted = " · ".join(f"{groups.count(group)} {group}" for group in RedGroup if group in groups)
    return f"Of {total} KPIs, {len(groups)} {is_or_are(len(groups))} red{away}: {parted}"


def judged_away_clause(judged: Sequence[Judgement]) -> str:
    """`, and 1 judged amber by its lead`: the reds by rule that leads judge otherwise; empty where there are none."""
    ratings = [each.reading.rated.rating for each in judged if each.judged_away]
    if not ratings:
        return ""
    parts = [f"{ratings.count(rating)} judged {rating}" for rating in Rating if rating in ratings]
    return f", and {and_list(parts)} by {'its lead' if len(ratings) == 1 else 'their leads'}"
