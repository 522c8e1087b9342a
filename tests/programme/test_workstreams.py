from datetime import date
from pathlib import Path

import pytest

import kpis
from programme.workstreams import organisation_called, organisations, weaknesses, workstreams, workstreams_of


def test_there_are_five_workstreams_in_their_official_order():
    assert {number: stream.title for number, stream in workstreams().items()} == {
        1: "Parental confidence, engagement and co-production",
        2: "Inclusive practice and the outcomes, progress and attainment of children and young people",
        3: "Quality of Education, Health and Care Plans (EHCPs)",
        4: "Joint commissioning and governance",
        5: "Service provision",
    }
    assert workstreams()[5].name == "Workstream 5: Service provision"
    assert all(stream.lead_role for stream in workstreams().values())


def test_every_workstream_has_its_folder_of_kpis():
    assert all((Path(kpis.__path__[0]) / stream.folder).is_dir() for stream in workstreams().values())


def test_there_are_nine_weaknesses():
    assert list(weaknesses()) == list(range(1, 10))
    assert weaknesses()[6].name == "Weakness 6: EHC process and plan quality"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 3, 31), "the eight clinical commissioning groups of Kent and Medway"),
        (date(2020, 4, 1), "NHS Kent and Medway CCG"),
        (date(2022, 6, 30), "NHS Kent and Medway CCG"),
        (date(2022, 7, 1), "NHS Kent and Medway"),
    ],
)
def test_an_organisation_bears_the_name_it_had(day, name):
    assert organisation_called("NHS Kent and Medway", day) == name
    assert organisation_called("Kent County Council", day) == "Kent County Council"


def test_wording_that_is_not_confirmed_says_so():
    assert [number for number, weakness in weaknesses().items() if "to be confirmed" in weakness.wording_status] == list(
        range(1, 10)
    )


def test_each_weakness_is_answered_by_workstreams_the_primary_one_first():
    assert {number: workstreams_of(number) for number in weaknesses()} == {
        1: [1, 3],
        2: [2],
        3: [1],
        4: [4],
        5: [2],
        6: [3],
        7: [4],
        8: [5, 4],
        9: [2, 5],
    }


def test_two_organisations_make_returns():
    assert organisations() == ["Kent County Council", "NHS Kent and Medway"]
