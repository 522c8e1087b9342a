from loaders.answers.unknown_names import UnknownName, unknown_names
from programme.aliases import Thing
from tests.loaders.parsing.test_unread import parsed
from tests.loaders.rules.one_change import all_of, written


def test_each_name_that_is_nothing_of_ours_is_asked_about_once_with_what_is_near():
    typed = {"C3": "Ashfrod", "C10": "Shepway", "C11": "SHEPWAY ", "A20": "Plans issed, excluding exceptions", "C21": "KCC"}
    changes = [written("Figures", ref, text) for ref, text in typed.items()]
    assert unknown_names(parsed(all_of(*changes, written("Cover", "B6", "Kent council")))) == (
        UnknownName(Thing.ORGANISATION, "Kent council", "Cover!B6", "Kent County Council"),
        UnknownName(Thing.AREA, "Ashfrod", "Figures!C3", "E07000105"),
        UnknownName(Thing.AREA, "Shepway", "Figures!C10", "E06000035"),
        UnknownName(Thing.MEASURE, "Plans issed, excluding exceptions", "Figures!A20", "plans_issued"),
    )


def test_in_a_form_as_it_is_there_is_nothing_to_ask():
    assert unknown_names(parsed()) == ()
    assert unknown_names(parsed(history=("plans_issued",))) == ()
