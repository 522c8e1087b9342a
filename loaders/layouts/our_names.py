"""Names in a file, and in a layout, as what they are of ours: measures, KPIs and areas; several where one must ask."""

from functools import cache

from kpis.ids import kpi_ids
from loaders.layouts.spoken import Spoken, without_notes, words_said
from programme.areas import areas
from programme.measures import measures


@cache
def _measures() -> dict[Spoken, str]:
    return {words_said(name): measure.id for measure in measures().values() for name in (measure.id, measure.description)}


@cache
def _areas() -> dict[Spoken, str]:
    return {words_said(name): area.code for area in areas() for name in (area.code, area.name)}


def measures_meant(text: str) -> tuple[str, ...]:
    """The ids of the measures that a name may mean; none where it is nothing of ours."""
    return _meant(_measures(), text)


def kpis_meant(text: str) -> tuple[str, ...]:
    """The ids of the KPIs that a name may mean."""
    return tuple(each for each in kpi_ids() if words_said(each) == words_said(text))


def areas_meant(text: str) -> tuple[str, ...]:
    """The codes of the areas that a name may mean."""
    return _meant(_areas(), text)


def _meant(known: dict[Spoken, str], text: str) -> tuple[str, ...]:
    words = words_said(text)
    return tuple(dict.fromkeys(known[key] for key in (words, without_notes(words)) if key in known))
