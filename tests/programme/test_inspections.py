from datetime import date

from programme.inspections import spoken_with, strengths


def test_nobody_knows_whom_inspectors_spoke_with_before_their_letter():
    assert len(spoken_with(date(2022, 11, 8))) == 1
    assert spoken_with(date(2019, 3, 28)) == strengths(date(2019, 3, 28)) == ()


def test_the_revisit_spoke_with_five_groups_all_to_be_confirmed():
    revisit = [each for each in spoken_with(date(2022, 11, 9)) if each.letter == date(2022, 11, 9)]
    assert [each.text for each in revisit] == [
        "Children and young people with SEND",
        "Parents and carers, nearly 2,000 of them in the inspectors' survey",
        "Representatives of the parent carer forum (Kent PACT)",
        "School leaders from across the area",
        "Staff of the local authority and the NHS",
    ]
    assert {each.status for each in revisit} == {"to be confirmed against the letter"}


def test_a_strength_is_not_invented():
    (only,) = strengths(date(2025, 1, 1))
    assert (only.text, only.status) == ("", "wording to be confirmed against the letter")
