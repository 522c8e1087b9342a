"""A definition's formula, areas, targets and worked examples, put into words."""

from collections.abc import Iterator

from kpis.formulas import Count, Formula, Latest, Maximum, PublishedValue, Rate, Ratio, Share
from kpis.kpi import Example, ExampleInput, Ground, Kpi
from kpis.outcome import Reason
from kpis.registry import superseded_by
from programme.areas import DISTRICTS, Area
from programme.measures import measures
from programme.published import Published, published_figures
from programme.symbols import MEANING, symbol_typed
from reports.language.grammar import uncapitalised
from reports.language.numbers import amount_text, number_text, target_text


def areas_in_words(areas: tuple[Area, ...]) -> str:
    """`Kent and its 12 districts`."""
    names = [area.name for area in areas if area not in DISTRICTS]
    return " and ".join(names + ([f"its {len(DISTRICTS)} districts"] if set(DISTRICTS) <= set(areas) else []))


def formula_in_words(formula: Formula) -> str:
    """The arithmetic, in the descriptions of its measures."""
    first, second = [*(measures()[name].description for name in formula.measures), "", ""][:2]
    match formula:
        case Share():
            return f"{first}, as a percentage of: {uncapitalised(second)}"
        case Rate(per=per):
            return f"{first}, for every {per:,} of: {uncapitalised(second)}"
        case Ratio():
            return f"{first}, divided by: {uncapitalised(second)}"
        case Count():
            return f"{first}, added up over the period"
        case Latest():
            return f"{first}, at the end of the period"
        case Maximum():
            return f"{first}; over areas the largest, never the sum"
        case PublishedValue(series=series):
            return f"As published: {printed(series).title}"


def printed(series: str) -> Published:
    """One row of a published series: its title and source are those of all."""
    return next(each for each in published_figures().values() if each.series == series)


def targets_in_words(kpi: Kpi) -> Iterator[str]:
    """Each target with its floor, first quarter and basis, or an activity indicator's expected range."""
    for target in kpi.targets:
        near = kpi.better == "target"
        floor = f"within {number_text(target.floor, kpi.decimals)} of it" if near else amount_text(kpi, target.floor)
        yield f"from {target.since}: {target_text(kpi, target)}, floor {floor} ({target.basis})"
    if kpi.expected:
        low, high = amount_text(kpi, kpi.expected.low), amount_text(kpi, kpi.expected.high)
        yield f"not rated; expected between {low} and {high} ({kpi.expected.basis})"
    elif kpi.better is None:
        yield "not rated; no agreed range"


def ground_in_words(ground: Ground) -> str:
    """`Regulation: …, regulation 13(2) (4 June 2014)`; what nobody here has read is said to be unconfirmed."""
    unread = "" if ground.confirmed else "; to be confirmed"
    return f"{ground.kind.capitalize()}: {ground.title} ({ground.dated}{unread})"


def tier_in_words(kpi: Kpi) -> str:
    """Which pages it belongs on, and why."""
    where = {"headline": "Headline, for the board's first pages", "supporting": "Supporting"}[kpi.tier]
    return f"{where}. {kpi.tier_reason}"


def replacement_in_words(kpi: Kpi) -> tuple[tuple[str, str], ...]:
    """Which definition it took the place of, and which takes its: each with the quarter it changed in. Mostly empty."""
    newer = superseded_by(kpi)
    before = (
        (("Supersedes", f"{kpi.supersedes}, from {kpi.since}; earlier quarters keep that one"),) if kpi.supersedes else ()
    )
    after = (("Superseded by", f"{newer.id}, from {newer.since}; earlier quarters keep this one"),) if newer else ()
    return before + after


def given_in_words(kpi: Kpi, example: Example) -> str:
    """What a worked example starts from: `2024/25 Q3: plans_issued = 100; …`."""
    names = (kpi.formula.series,) if isinstance(kpi.formula, PublishedValue) else kpi.formula.measures
    listed = "; ".join(f"{name} = {_value(example.given.get(name))}" for name in names)
    return f"{example.quarter}: {listed}"


def _value(given: ExampleInput | None) -> str:
    match given:
        case None:
            return "nothing"
        case tuple():
            return ", ".join(_value(each) for each in given)
        case str():
            return f"{given} ({MEANING[symbol_typed(given)]})"
        case _:
            return f"{given:,}".replace("-", "−")


def gives_in_words(kpi: Kpi, example: Example) -> str:
    """What a worked example comes to: an amount, or why there is none."""
    return f"no figure: {example.gives}" if isinstance(example.gives, Reason) else amount_text(kpi, example.gives)
