from dataclasses import replace

from loaders.answers.unknown_names import UnknownName, unknown_names
from loaders.layouts.mapped import NameLeftOut
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


def test_what_a_layout_has_read_is_not_asked_about():
    known = parsed()
    rows = [replace(row, measure_cell=replace(row.measure_cell, value="(CYP) Community paediatrics")) for row in known.rows]
    assert unknown_names(replace(known, rows=tuple(rows))) == ()
    (asked,) = unknown_names(replace(known, rows=(replace(rows[0], measure=None),)))
    assert asked.typed == "(CYP) Community paediatrics"


def test_names_that_a_layout_left_out_are_asked_about_once_too():
    left = (
        NameLeftOut(Thing.AREA, "Romney Marsh", "Sheet1!A4"),
        NameLeftOut(Thing.AREA, "ROMNEY MARSH", "Sheet1!A9"),
        NameLeftOut(Thing.KPI, "Plans issued in 20 weeks", "Sheet1!A5"),
    )
    assert unknown_names(None, left) == (
        UnknownName(Thing.AREA, "Romney Marsh", "Sheet1!A4", None),
        UnknownName(Thing.KPI, "Plans issued in 20 weeks", "Sheet1!A5", "plans_within_20_weeks"),
    )
