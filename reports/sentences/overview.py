"""The one sentence that says where an area, a weakness or a workstream stands."""

from collections.abc import Sequence

from kpis.rating import Rating
from programme.workstreams import Weakness, Workstream
from reports.language.grammar import is_or_are, uncapitalised
from reports.progress.judgement import Judgement
from reports.progress.overview import Overview


def overview_headline(overview: Overview) -> str:
    """The one sentence to say if there is only time for one."""
    return _headline(overview.judged, overview.area.name)


def tiers_sentence(overview: Overview) -> str:
    """Which KPIs are counted: all of them, and how the headline ones among them stand."""
    leading = [each for each in overview.judged if each.line.kpi.tier == "headline"]
    red = sum(each.reading.rated.rating is Rating.RED for each in leading)
    return (
        f"All {len(overview.judged)} KPIs are counted. {len(leading)} of them are headline KPIs, for the board's first "
        f"pages: {red} of those {is_or_are(red)} red. The others are supporting."
    )


def group_headline(about: Weakness | Workstream, judged: Sequence[Judgement]) -> str:
    """`EHC plan quality: of 17 KPIs, 4 are red, and 2 of those are getting worse`."""
    return f"{about.label}: {uncapitalised(_headline(judged, 'this area'))}"


def _headline(judged: Sequence[Judgement], where: str) -> str:
    total, worse = len(judged), sum(each.red_and_worsening for each in judged)
    red = sum(each.reading.rated.rating is Rating.RED for each in judged)
    if not total:
        return f"No KPI is collected for {where}"
    if not red:
        return f"None of {total} KPIs is red"
    also = "none of those is getting worse" if not worse else f"{worse} of those {is_or_are(worse)} getting worse"
    return f"Of {total} KPIs, {red} {is_or_are(red)} red, and {also}"
