"""The areas that figures are about: Kent, its twelve districts, the NHS area, and what Kent is compared with."""

from dataclasses import dataclass
from functools import cache

from plumbing.reference import rows
from programme.sheets.typed import plain


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """One area. Areas are joined by `code` (ONS), never by name: names differ between sources.

    There is one object for each area of `areas.csv`, so that two are the same area when they are the same object: areas
    are compared and looked up a hundred thousand times for one page.
    """

    code: str
    name: str
    kind: str
    parent_code: str
    note: str = ""


@cache
def areas() -> tuple[Area, ...]:
    """Every area of `areas.csv`, in its order."""
    return tuple(Area(row["area_code"], row["area"], row["kind"], row["parent_code"], row["note"]) for row in rows("areas"))


@cache
def _by_code() -> dict[str, Area]:
    return {area.code: area for area in areas()}


@cache
def _by_name() -> dict[str, Area]:
    return {plain(area.name): area for area in areas()}


def area_coded(code: str) -> Area:
    """The area with this ONS code. Raises KeyError for an unknown code."""
    return _by_code()[code]


def area_named(name: str) -> Area:
    """The area with this name, whatever its capitals and spaces. Raises ValueError for an unknown name."""
    found = _by_name().get(plain(name))
    if found is None:
        raise ValueError(f"An area must be one of areas.csv, got: {name}")
    return found


KENT = area_named("Kent")
NHS_KENT_AND_MEDWAY = area_named("NHS Kent and Medway ICB")
ENGLAND = area_named("England")
SOUTH_EAST = area_named("South East")
DISTRICTS: tuple[Area, ...] = tuple(area for area in areas() if area.kind == "district")
PROGRAMME_AREAS: tuple[Area, ...] = (KENT, *DISTRICTS, NHS_KENT_AND_MEDWAY)


def programme_area(text: str) -> Area:
    """One of the areas that returns are about, by its name or its code. Raises ValueError for any other."""
    found = next((area for area in PROGRAMME_AREAS if plain(text) in (plain(area.name), plain(area.code))), None)
    if found is None:
        raise ValueError(f"An area must be Kent, one of its districts or NHS Kent and Medway ICB, got: {text}")
    return found


@cache
def parts_of(area: Area) -> tuple[Area, ...]:
    """The districts that make up `area`; empty for an area that has no parts here."""
    return tuple(part for part in DISTRICTS if part.parent_code == area.code)


@cache
def whole_of(area: Area) -> Area | None:
    """The area that a district is a part of; None for an area that is a whole itself."""
    return area_coded(area.parent_code) if area.kind == "district" else None
