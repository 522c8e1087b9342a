"""What a published file must hold to in itself: shares that are those of its counts, countries that are made of areas."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from loaders.published.against import about, row_query
from loaders.published.dfe_mapping import mapping
from loaders.rules.words import said, written
from plumbing.listed import named_list
from programme.areas import KENT, areas
from programme.finding import Finding
from programme.published import Published
from programme.sheets.typed import plain

COUNTRY_CODE, REGION_CODE = "E92", "E12"  # how the codes of countries and of regions begin
ADDED_UP = 5.0  # points: where the denominator is a sum of columns the DfE may print the share of a slightly larger whole


def doubts_within(figures: Sequence[Published]) -> tuple[Finding, ...]:
    """A query for each way in which the figures of one file contradict each other."""
    codes = tuple(_another_code(figures)) or tuple(_without_kent(figures))
    return (*codes, *_against_counts(figures), *_outside_its_areas(figures), *_below_its_areas(figures))


def _another_code(figures: Iterable[Published]) -> Iterator[Finding]:
    """Kent under another code would be nobody we know, and what is held against it would be gone without a word."""
    called = {plain(area.name): area for area in areas()}
    coded = {area.code: area for area in areas()}
    for (code, name), (first, *_) in _by(figures, "area_code", "area").items():
        ours = coded.get(code) or called.get(plain(name))
        if ours and (ours.code, plain(ours.name)) != (code, plain(name)):
            yield row_query(
                "dfe_area_code", first, said(f"{ours.name} must have the code {ours.code}", f"{name} with {code}")
            )


def _without_kent(figures: Iterable[Published]) -> Iterator[Finding]:
    """A period that has other authorities and not Kent says nothing of Kent, and nobody would miss it."""
    found = _by((each for each in figures if not _country(each) and not _region(each)), "file", "period")
    gone = {period: own[0] for (_, period), own in found.items() if KENT.code not in {each.area_code for each in own}}
    if gone:
        first = gone[min(gone)]
        holds = f"{KENT.name} ({KENT.code}) must have a line for each period that other authorities have one for"
        yield row_query("dfe_area_missing", first, said(holds, f"none for {named_list(sorted(gone))}"))


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
                yield row_query("dfe_share_against_counts", each, said(holds, written(each.value)))


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
                yield row_query("dfe_country_outside_areas", each, message)


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
                        yield row_query("dfe_country_below_areas", country, said(holds, written(whole)))


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
