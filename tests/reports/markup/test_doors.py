import re

import pytest

from programme.workstreams import weaknesses, workstreams
from reports.markup.doors import doors


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def open_door(about) -> list[str]:
    return re.findall(r'<a href="([^"]*)" title="[^"]*" aria-current="page">', doors(about, href))


def beside(about) -> list[tuple[str, str]]:
    (aside,) = re.findall(r'<span class="beside">(.*?)</span>', doors(about, href))
    return re.findall(r'<a href="([^"]*)">([^<]*)</a>', aside)


def test_nine_weaknesses_and_five_workstreams_each_with_its_name_for_the_ear_and_the_pointer():
    told = doors(weaknesses()[6], href)
    assert told.startswith('<nav class="doors" aria-label="Weaknesses and workstreams"><span>Weaknesses ')
    assert re.findall(r'<a href="([^"]*)" title=', told) == [
        *(f"weakness?weakness={number}" for number in range(1, 10)),
        *(f"workstream?workstream={number}" for number in range(1, 6)),
    ]
    assert (
        '<a href="workstream?workstream=5" title="Service provision">5<span class="spoken"> Service provision</span></a>'
        in told
    )


@pytest.mark.parametrize(
    ("about", "address"), [(weaknesses()[3], "weakness?weakness=3"), (workstreams()[3], "workstream?workstream=3")]
)
def test_the_open_door_is_marked_and_no_other_of_the_same_number(about, address):
    assert open_door(about) == [address]


def test_the_ones_beside_it_are_named():
    assert beside(weaknesses()[6]) == [
        ("weakness?weakness=5", "‹ 5 Standards and progress"),
        ("weakness?weakness=7", "7 Governance ›"),
    ]


def test_they_go_round_the_ends():
    assert [address for address, _ in beside(weaknesses()[1])] == ["weakness?weakness=9", "weakness?weakness=2"]
    assert beside(workstreams()[5]) == [
        ("workstream?workstream=4", "‹ 4 Joint commissioning"),
        ("workstream?workstream=1", "1 Parental confidence ›"),
    ]
