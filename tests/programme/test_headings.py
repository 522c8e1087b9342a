import pytest

from kpis.registry import registry
from programme.headings import headline_areas, kpis_of_function, labels, redesign_functions, voice_headings


def test_the_four_headings_of_you_said_stand_in_the_order_of_the_update():
    assert [each.meaning for each in voice_headings()] == [
        "You said we need to listen more",
        "Mainstream schools including children",
        "Systems, processes and quality of EHC plans",
        "Waiting times, funding of local health services, trained staff",
    ]


def test_the_four_headline_areas_and_the_six_functions():
    assert labels(headline_areas()) == (
        "New leadership",
        "Focus on the child",
        "Improved parent experience",
        "Provision in mainstream schools",
    )
    assert labels(redesign_functions()) == (
        "Statutory assessment",
        "Placements",
        "Maintaining plans",
        "Support to settings",
        "Single point of contact",
        "Practice and quality",
    )


@pytest.mark.parametrize("headings", [voice_headings, headline_areas, redesign_functions])
def test_a_form_can_offer_them(headings):
    """Excel takes a list of choices with commas between them, of at most 255 characters."""
    assert "," not in "".join(labels(headings()))
    assert len(",".join(labels(headings()))) <= 255
    assert all(each.status for each in headings())


def test_every_function_has_kpis_that_exist_and_none_is_in_two():
    mapped = [kpi for each in redesign_functions() for kpi in kpis_of_function(each.label)]
    assert set(mapped) <= set(registry()) and len(set(mapped)) == len(mapped)
    assert all(kpis_of_function(each.label) for each in redesign_functions())
    assert kpis_of_function("Single point of contact") == (
        "enquiries_received",
        "enquiries_resolved_at_first_contact",
        "enquiries_resolved_within_5_days",
        "complaints_answered_in_time",
    )
    assert kpis_of_function("Catering") == ()
