import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.aliases import Alias, Thing
from programme.measures import measures
from programme.names import Naming, aliases_in, own_names, plainly, shipped_naming, title_of, without_digits

NAMES = shipped_naming()
FOLKESTONE = "E07000112"


@pytest.mark.parametrize(
    "typed",
    [
        "Folkestone and Hythe",
        "folkestone & hythe",
        "FOLKESTONE\xa0AND  HYTHE",
        "Folkestone-and-Hythe",
        " Folkestone and Hythe: ",
    ],
)
def test_names_are_compared_plainly(typed):
    assert plainly(typed) == "folkestone and hythe"
    assert NAMES.one(Thing.AREA, typed) == FOLKESTONE


@pytest.mark.parametrize(
    "typed, kind, of",
    [
        ("E07000112", Thing.AREA, FOLKESTONE),
        ("Folkestone and Hythe3", Thing.AREA, FOLKESTONE),
        ("Folkestone and Hythe [note 2]", Thing.AREA, FOLKESTONE),
        ("Folkestone & Hythe¹", Thing.AREA, FOLKESTONE),
        ("Folkestone and Hythe *", Thing.AREA, FOLKESTONE),
        ("Kent County Council", Thing.AREA, "E10000016"),
        ("KCC", Thing.AREA, "E10000016"),
        ("KENT AND MEDWAY", Thing.AREA, "E54000032"),
        ("NHS Kent & Medway Integrated Care Board", Thing.AREA, "E54000032"),
        ("kcc", Thing.ORGANISATION, "Kent County Council"),
        ("NHS Kent and Medway CCG", Thing.ORGANISATION, "NHS Kent and Medway"),
        ("plans_issued", Thing.MEASURE, "plans_issued"),
        ("Plans-Issued", Thing.MEASURE, "plans_issued"),
        ("Plans issued, excluding exceptions", Thing.MEASURE, "plans_issued"),
        ("Children waiting for community paediatrics1,2", Thing.MEASURE, "community_paediatrics_waiting"),
        ("Phase transfer plans due by the statutory date", Thing.MEASURE, "phase_transfers"),
        ("Prov.", Thing.STATUS, "provisional"),
        ("FINAL", Thing.STATUS, "final"),
        ("measure", Thing.HEADING, "Measure"),
        ("KPI id", Thing.HEADING, "KPI"),
        ("actions", Thing.SHEET, "Actions"),
    ],
)
def test_a_thing_is_known_by_each_of_its_names(typed, kind, of):
    assert NAMES.meant(kind, typed) == (of,)


@pytest.mark.parametrize("typed", ["Shepway", "", "***", "Kent1x", "x" * 301, "Plans"])
def test_what_is_no_name_of_ours_means_nothing(typed):
    assert NAMES.meant(Thing.AREA, typed) == NAMES.meant(Thing.MEASURE, typed) == ()
    assert NAMES.one(Thing.AREA, typed) is None


@pytest.mark.parametrize("measure", measures().values(), ids=lambda measure: measure.id)
def test_the_words_of_our_own_form_are_a_measures_name(measure):
    assert NAMES.meant(Thing.MEASURE, measure.description) == NAMES.meant(Thing.MEASURE, measure.id) == (measure.id,)


def test_a_name_of_two_things_is_asked_about():
    own = {Thing.MEASURE: {"a_1": ("a_1", "Plans (new)", "Plans"), "a_2": ("a_2", "Plans (old)", "Plans")}}
    names = Naming(own)
    assert names.meant(Thing.MEASURE, "plans") == ("a_1", "a_2")
    assert names.one(Thing.MEASURE, "plans") is None
    assert names.with_aliases([Alias(Thing.MEASURE, "a_2", "Plans")]).one(Thing.MEASURE, "plans") == "a_2"


def test_the_digits_of_an_id_are_no_footnotes():
    names = Naming({Thing.MEASURE: {each: (each, f"Number {each}") for each in ("ETS01", "ETS02", "CS02a")}})
    assert [names.one(Thing.MEASURE, each) for each in ("ets01", "ETS02", "cs02a")] == ["ETS01", "ETS02", "CS02a"]
    assert names.one(Thing.MEASURE, "ETS03") is None
    assert without_digits("appeals registered1,2") == "appeals registered"


@pytest.mark.parametrize(
    "kind, of, called, amiss",
    [
        (Thing.AREA, FOLKESTONE, "Shepway", ""),
        (Thing.AREA, FOLKESTONE, "ashford", "be no name of another area, Ashford"),
        (Thing.AREA, FOLKESTONE, "Folkestone & Hythe", "be new: Folkestone and Hythe is called so already"),
        (Thing.AREA, "E07000199", "Shepway", "be of an area that there is"),
        (Thing.AREA, FOLKESTONE, " * ", "have letters or digits, and at most 300 signs"),
        (Thing.ORGANISATION, "Kent County Council", "Shepway", ""),
        (
            Thing.MEASURE,
            "plans_issued",
            "Plans issued, including exceptions",
            "be no name of another measure, Plans issued, including exceptions",
        ),
    ],
)
def test_an_alias_is_no_name_of_another_thing(kind, of, called, amiss):
    assert NAMES.amiss(Alias(kind, of, called)) == amiss


def test_the_aliases_that_come_with_the_system_are_sound():
    names = Naming(own_names())
    for alias in aliases_in():
        assert names.amiss(alias) == "", alias
        names = names.with_aliases([alias])


def test_things_are_called_as_people_call_them():
    assert NAMES.called(Thing.AREA, FOLKESTONE) == "Folkestone and Hythe"
    assert NAMES.called(Thing.MEASURE, "plans_issued") == "Plans issued, excluding exceptions"
    assert NAMES.called(Thing.ORGANISATION, "Kent County Council") == "Kent County Council"


def test_a_title_is_what_stands_before_a_colon_or_a_bracket():
    assert title_of("Plans issued (new): all") == "Plans issued"


@given(st.text(max_size=40))
def test_comparing_twice_is_comparing_once(text):
    assert plainly(plainly(text)) == plainly(text)
