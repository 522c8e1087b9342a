"""Forty texts that point to one child, invented ones, and texts that look alike and do not."""

import pytest

from programme.personal import UPN_LETTERS, first_names, personal_in
from programme.quarter import Quarter

QUARTER = Quarter.parse("2024/25 Q3")


def nhs(first_nine: str) -> str:
    """A number of ten digits with its check digit."""
    check = 11 - sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True)) % 11
    return first_nine + str(check % 11)


def upn(twelve: str) -> str:
    """A pupil number with its check letter."""
    return UPN_LETTERS[sum(int(sign) * weight for sign, weight in zip(twelve, range(2, 14), strict=True)) % 23] + twelve


NUMBER = nhs("943476591")
PLANTS = {
    "an NHS number": [
        f"NHS no {NUMBER} is still waiting",
        f"{NUMBER[:3]} {NUMBER[3:6]} {NUMBER[6:]}",
        f"see {NUMBER[:3]}-{NUMBER[3:6]}-{NUMBER[6:]}.",
        f"({nhs('401023213')})",
        f"therapist: {nhs('123456788')}, seen twice",
        f"case {nhs('987654432')}",
        f"delayed;{nhs('600000001')}",
        f"NHS {nhs('450557710')} moved to Medway",
    ],
    "a unique pupil number (UPN)": [
        f"UPN {upn('886201401001')}",
        f"pupil {upn('886300012345').lower()} has no place",
        f"({upn('801200001001')})",
        f"Two plans late: {upn('886999900012')}, {upn('886999900013')}",
        f"ref {upn('886123420001')}.",
        f"{upn('830432112345')} is back at school",
        f"No review of {upn('886555500007')}",
        f"UPN:{upn('886777700009')}",
    ],
    "a postcode with a house number": [
        "lives at 12 Acacia Avenue, Maidstone ME14 1XX",
        "taxi from 7a High Street CT1 2AB",
        "14, TN23 1ZZ",
        "the family moved to 221B Long Lane, Dover, CT16 1AA in May",
        "equipment sent to 3 The Green ME99 1aa",
        "visit at 45 St John's Road, TN1 1XY",
        "5 Mill Lane CT21AB",
        "from 110 Station Approach Road, Ashford, TN23 9ZZ",
    ],
    "a date of birth": [
        "born 3 May 2015",
        "DOB 03/05/15",
        "d.o.b. 3.5.2023",
        "date of birth: 2016-11-30",
        "aged 9 (12/10/2015)",
        "waiting since referral, 14 March 2014",
        "17/06/2012: no school since",
        "birthday on 1st June 2023",
    ],
    "a first name beside a child": [
        "pupil Oliver has no place",
        "the child, Amelia, was out of school",
        "her son Noah waited a year",
        "a daughter called Isla",
        "Freya's daughter was refused",
        "the girl Poppy was excluded",
        "Oscar, a pupil in Year 4",
        "the boy (Alfie) is on a part-time timetable",
    ],
}
FORTY = [(what, text) for what, texts in PLANTS.items() for text in texts]


OTHER_FORMS = [
    ("an NHS number", f"{NUMBER[:3]}\u00a0{NUMBER[3:6]}\u00a0{NUMBER[6:]}"),
    ("an NHS number", f"NHS: {NUMBER[:3]}.{NUMBER[3:6]}.{NUMBER[6:]}"),
    ("an NHS number", f"{NUMBER[:3]}–{NUMBER[3:6]}–{NUMBER[6:]}"),
    ("an NHS number", f"{NUMBER[:3]}\u200b{NUMBER[3:6]}\u2060{NUMBER[6:]}\u200e"),
    ("a first name beside a child", "the pu\u00adpil Oli\u00adver has no place"),
    ("a date of birth", "born 3 May 15"),
    ("a date of birth", "DoB: May 3rd, 2016"),
    ("a date of birth", "D O B 03.05.2016"),
    ("a date of birth", "date of birth 2016/05/03"),
    ("a date of birth", "his birth on the 3rd of May 2016"),
    ("a date of birth", "age 9, 12/10/15"),
    ("a postcode with a house number", "Flat 2, 12-14 High Street, Dover CT16 1AA"),
    ("a first name beside a child", "Oliver Smith, a pupil of Year 4, waits"),
    ("a first name beside a child", "the child's name is Oliver"),
    ("a first name beside a child", "daughter: Isla Jones"),
    ("a first name beside a child", "pupil OLIVER"),
]
"""Others of the same kinds, as other people write them."""


@pytest.mark.parametrize(("what", "text"), OTHER_FORMS)
def test_other_ways_of_writing_it_are_found(what, text):
    assert what in personal_in(text, QUARTER)


def test_of_forty_planted_texts_at_least_thirty_five_are_found():
    assert len(FORTY) == 40
    missed = [text for what, text in FORTY if what not in personal_in(text, QUARTER)]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1234567890 pounds were spent",
        f"account {NUMBER[:-1]}{(int(NUMBER[-1]) + 1) % 10}",
        "0000000000",
        f"{NUMBER}7",
        "A886201401001" if upn("886201401001")[0] != "A" else "B886201401001",
        "UPN to follow",
        "the team is at ME14 1XX",
        "12 schools in Kent, 3 in Medway",
        "born of long delays; aged debt is falling",
        "inspected on 28 January 2025",
        "in May 2024 the board met; from April 2023 on",
        "Version 943.476.5918 of the software",
        "the plan of 5 March 2022 was replaced",
        "a child will wait less; each pupil is seen; son and daughter alike",
        "Child Health and Pupil Referral Units",
        "Grace period for the child's plan",
        "the Head of SEND, Mason House",
        "31/02/2010 is no day",
    ],
)
def test_what_only_looks_alike_is_not(text):
    assert list(personal_in(text, QUARTER)) == []


def test_a_row_about_the_past_may_speak_of_its_days():
    text = "approved on 5 March 2021"
    assert list(personal_in(text, QUARTER)) == ["a date of birth"]
    assert list(personal_in(text, QUARTER, [Quarter.parse("2020/21 Q4").start])) == []


def test_names_are_compared_whatever_their_capitals_and_words_are_no_names():
    assert {"oliver", "amelia", "muhammad"} <= first_names()
    assert first_names().isdisjoint({"the", "will", "may", "head", "plan", "health"})
