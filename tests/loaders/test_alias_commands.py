import json

import pytest

from loaders.__main__ import main
from store.database import Database
from store.returns.aliases import aliases_of


@pytest.fixture
def place(database):
    """Of a store that stays open beside the commands: no command begins the engine anew."""
    return str(database.path)


def run(capsys, place, *arguments):
    code = main([*arguments, "--database", place])
    out, err = capsys.readouterr()
    return code, (out + err).strip()


def test_an_alias_is_added_listed_and_taken_back(capsys, place):
    added = run(capsys, place, "alias", "Shepway", "--area", "Folkestone & Hythe", "--by", "Ann")
    assert added == (0, "Kept as number 1: “Shepway” means the area Folkestone and Hythe, from now on and always.")
    meant = ("--measure", "community_paediatrics_waiting", "--by", "Ann", "--why", "the NHS calls it so")
    assert run(capsys, place, "alias", "Community paeds", *meant)[0] == 0
    taken = run(capsys, place, "withdraw-alias", "1", "--by", "Bo", "--reason", "the old name is gone")
    assert taken == (0, "The alias number 1 was withdrawn. What was accepted by it stays as it is.")
    code, listed = run(capsys, place, "aliases")
    first, second = listed.split("\n")
    assert code == 0
    assert first.startswith("1  area: “Shepway” means Folkestone and Hythe. Added by Ann")
    assert first.endswith(": the old name is gone")
    assert second.startswith("2  measure: “Community paeds” means Children waiting for community paediatrics. Added by Ann")
    assert second.endswith(" (the NHS calls it so)")
    objects = json.loads(run(capsys, place, "aliases", "--json")[1])
    assert [(each["number"], each["kind"], each["of"], each["called"]) for each in objects] == [
        (1, "area", "E07000112", "Shepway"),
        (2, "measure", "community_paediatrics_waiting", "Community paeds"),
    ]
    assert [each["withdrawn"] and each["withdrawn"]["by"] for each in objects] == ["Bo", None]


@pytest.mark.parametrize(
    "arguments, told",
    [
        (("Ashford", "--area", "Dover"), "An alias must be no name of another area, Ashford, got: Ashford for Dover."),
        (("Old town", "--area", "Dovr"), "It must be the area of a name that there is: did you mean Dover? got: Dovr."),
        (("Old town", "--kpi", "spring"), "It must be the kpi of a name that there is, got: spring."),
    ],
)
def test_what_cannot_be_an_alias_is_refused_with_a_sentence(capsys, place, arguments, told):
    with Database.open(place) as database:
        before = aliases_of(database)
    assert run(capsys, place, "alias", *arguments, "--by", "Ann") == (1, f"{told} Nothing was stored.")
    with Database.open(place) as database:
        assert aliases_of(database) == before
