"""The districts of a whole in words."""

from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from reports.language.numbers import amount_text
from reports.progress.districts import ChanceBase, ChanceVerdict, District, Districts, chance_base

BANDS = (
    "The thick band holds 95 of 100 districts of the same size if chance alone made the difference, the thin one 998 of "
    "1,000. Districts differ in other ways than by chance, so a figure outside its band is a question, not a verdict."
)
METHODS = {
    ChanceBase.SHARE: "Each district is expected to have Kent's percentage (exact binomial limits).",
    ChanceBase.RATE: "Each district is expected to have Kent's rate (exact Poisson limits).",
    ChanceBase.CASES: "Each district is expected to have its share of Kent's cases, by its number of children with a plan "
    "(exact Poisson limits).",
    ChanceBase.NOTHING: "",
}


def districts_headline(districts: Districts) -> str:
    """Which districts differ from the whole by more than chance."""
    known = [district for district in districts.ranked if district.value is not None]
    if not known:
        return "No district's figure can be shown"
    if districts.whole.hidden:
        return f"Ranked only: {districts.whole.area.name}'s figure is {HIDDEN_SIGN}. {HIDDEN_WORDS}"
    if all(district.band is None for district in known):
        return "Ranked only: chance cannot be worked out for this kind of figure"
    far = [district for district in known if district.verdict is ChanceVerdict.BEYOND]
    if not far:
        hidden = any(district.reading.hidden for district in districts.ranked)
        which = "No district that can be shown" if hidden else "No district"
        return f"{which} differs from {_base(districts)} by more than chance would give"
    names = ", ".join(f"{district.reading.area.name} ({district.reading.display})" for district in far)
    return f"Further from {_base(districts)} than chance would give, {len(far)} of {len(known)} districts: {names}"


def _base(districts: Districts) -> str:
    by_cases = chance_base(districts.kpi) is ChanceBase.CASES
    return "its share of Kent's cases" if by_cases else f"Kent's {districts.whole.display}"


def districts_method(districts: Districts) -> str:
    """How the bands are worked out, and what they leave out."""
    return f"{METHODS[chance_base(districts.kpi)]} {BANDS}"


def districts_alternative(districts: Districts) -> str:
    """The chart in words, best first."""
    said = [
        f"{district.reading.area.name} {district.reading.display}"
        + (f" (by chance {_span(districts, district)}; {district.verdict})" if district.band else "")
        for district in districts.ranked
        if district.value is not None
    ]
    return f"{districts.kpi.title}, districts in {districts.quarter}, best first: {'; '.join(said)}."


def _span(districts: Districts, district: District) -> str:
    low, high = (amount_text(districts.kpi, edge) for edge in district.band.usual)
    return f"{low} to {high}"
