"""What a published file must hold to in itself: shares that are those of its counts, countries that are made of areas."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from loaders.published.against import about
from loaders.published.dfe_mapping import mapping
from loaders.rules.words import said, written
from programme.finding import Finding, Severity
from programme.published import Published

COUNTRY_CODE, REGION_CODE = "E92", "E12"  # how the codes of countries and of regions begin
ADDED_UP = 5.0  # points: where the denominator is a sum of columns the DfE may print the share of a slightly larger whole


def doubts_within(figures: Sequence[Published]) -> tuple[Finding, ...]:
    """A query for each way in which the figures of one file contradict each other."""
    return (*_against_counts(figures), *_outside_its_areas(figures), *_below_its_areas(figures))


def _against_counts(figures: Iterable[Published]) -> Iterator[Finding]:
    """A share that its own counts do not give, within the rounding that the column is printed with."""
    added_up = {each.series for found in mapping().values() for each in found if len(each.denominator) > 1}
    for series, group in _by(figures, "series").items():
        shares = [each for each in group if each.unit == "percent" and each.value is not None]
        within = ADDED_UP if series in added_up else _rounding(shares)
        for each in shares:
            if each.numerator is None or not each.denominator:
                continue
            exact = 100 * each.numerator / each.denominator
            if abs(exact - each.value) > within + 1e-9:
                counts = f"{written(each.numerator)} of {written(each.denominator)}"
                holds = f"{about(each, 'value')} must be what its counts give, {exact:.1f} ({counts})"
                yield _query("dfe_share_against_counts", each, said(holds, written(each.value)))


def _rounding(shares: Iterable[Published]) -> float:
    """Half of the last digit that any share of the column is printed with."""
    decimals = max((-Decimal(f"{each.value:g}").as_tuple().exponent for each in shares), default=0)
    return 0.5 / 10 ** max(decimals, 0)


def _outside_its_areas(figures: Iterable[Published]) -> Iterator[Finding]:
    """A national value outside the range of the areas in it: that stood in national files for months."""
    for group in _by((each for each in figures if each.value is not None), "series", "period").values():
        areas = [each.value for each in group if not _country(each)]
        for each in filter(_country, group):
            if len(areas) > 1 and not min(areas) <= each.value <= max(areas):
                span = f"between {written(min(areas))} and {written(max(areas))}, as its areas do"
                message = said(f"{about(each, 'value')} must lie {span}", written(each.value))
                yield _query("dfe_country_outside_areas", each, message)


def _below_its_areas(figures: Iterable[Published]) -> Iterator[Finding]:
    """A country counts at least what its regions count together, and its authorities."""
    for group in _by(figures, "series", "period").values():
        parts = [each for each in group if not _country(each)]
        kinds = {
            "regions": [each for each in parts if _region(each)],
            "authorities": [each for each in parts if not _region(each)],
        }
        for country in filter(_country, group):
            for counted in ("numerator", "denominator"):
                for kind, own in kinds.items():
                    whole, together = getattr(country, counted), sum(getattr(each, counted) or 0 for each in own)
                    if whole is not None and together > whole:
                        holds = f"{about(country, counted)} must be no less than its {kind} together, {written(together)}"
                        yield _query("dfe_country_below_areas", country, said(holds, written(whole)))


def _country(each: Published) -> bool:
    return each.area_code.startswith(COUNTRY_CODE)


def _region(each: Published) -> bool:
    return each.area_code.startswith(REGION_CODE)


def _by(figures: Iterable[Published], *names: str) -> dict:
    found: dict = defaultdict(list)
    for each in figures:
        key = tuple(getattr(each, name) for name in names)
        found[key if len(names) > 1 else key[0]].append(each)
    return found


def _query(rule: str, each: Published, message: str) -> Finding:
    return Finding(rule, Severity.QUERY, each.file, f"A{each.row}", message)
