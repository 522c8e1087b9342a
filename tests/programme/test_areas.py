import pytest

from programme.areas import (
    DISTRICTS,
    ENGLAND,
    KENT,
    NHS_KENT_AND_MEDWAY,
    PROGRAMME_AREAS,
    SOUTH_EAST,
    area_coded,
    area_named,
    areas,
    parts_of,
    programme_area,
    whole_of,
)


def test_kent_has_its_twelve_districts():
    assert len(DISTRICTS) == 12
    assert parts_of(KENT) == DISTRICTS
    assert {district.code[:3] for district in DISTRICTS} == {"E07"}


def test_medway_is_in_the_nhs_area_and_not_in_the_programme():
    assert area_named("Medway") not in PROGRAMME_AREAS
    assert parts_of(NHS_KENT_AND_MEDWAY) == ()


def test_the_programme_covers_kent_its_districts_and_the_nhs_area():
    assert list(PROGRAMME_AREAS) == [KENT, *DISTRICTS, NHS_KENT_AND_MEDWAY]


def test_areas_are_joined_by_code():
    assert area_coded("E10000016") is KENT
    assert (ENGLAND.code, SOUTH_EAST.code) == ("E92000001", "E12000008")
    with pytest.raises(KeyError):
        area_coded("E99999999")


def test_codes_and_names_are_each_used_once():
    assert len({area.code for area in areas()}) == len({area.name.casefold() for area in areas()}) == len(areas())


@pytest.mark.parametrize("name", ["Kent", "KENT", " kent ", "\u200eKent"])
def test_a_name_is_found_whatever_its_capitals(name):
    assert area_named(name) is KENT


def test_a_name_is_found_whatever_its_spaces():
    assert area_named("tunbridge\u00a0wells") is area_named("Tunbridge  Wells")


@pytest.mark.parametrize("text", ["Kent", " e10000016 ", "KENT\u00a0"])
def test_an_area_of_the_programme_is_found_by_name_and_by_code(text):
    assert programme_area(text) is KENT


@pytest.mark.parametrize("text", ["Medway", "England", "E92000001", "Atlantis", ""])
def test_no_other_area_is_one_of_the_programme(text):
    with pytest.raises(ValueError) as refused:
        programme_area(text)
    told = f"An area must be Kent, one of its districts or NHS Kent and Medway ICB, got: {text}"
    assert str(refused.value) == told


def test_an_unknown_name_is_refused_and_shown():
    with pytest.raises(ValueError, match=r"An area must be one of areas\.csv, got: Cantebury"):
        area_named("Cantebury")


def test_parents_are_areas_themselves():
    assert {area.parent_code for area in areas()} - {""} <= {area.code for area in areas()}


def test_the_whole_of_a_district_is_kent_and_a_whole_has_none():
    assert {whole_of(district) for district in DISTRICTS} == {KENT}
    assert [whole_of(area) for area in (KENT, NHS_KENT_AND_MEDWAY, ENGLAND)] == [None, None, None]
