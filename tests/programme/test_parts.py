from programme.parts import FIGURES, Part, Says
from programme.quarter import Quarter


def test_a_part_says_whose_it_is():
    part = Part(FIGURES, "Kent County Council", Quarter(2024, 3), 3)
    assert (part.sheet, part.organisation, str(part.quarter), part.workstream) == (
        "Figures",
        "Kent County Council",
        "2024/25 Q3",
        3,
    )


def test_the_cover_says_one_of_three_things_of_a_sheet():
    assert list(map(str, Says)) == ["left as it is", "replaced by what is here", "none any more"]
