import json

from access.__main__ import main
from programme.access import Deed


def test_the_table_has_a_line_for_every_deed(capsys):
    assert main(["deeds"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(Deed) + 2
    assert lines[0] == f"{'see hidden':27}  analyst"
    assert f"{'revoke token':27}  reader, analyst, lead, chair, administrator" in lines
    assert lines[-1] == (
        "A person may hold several roles. Approve and publish need a second person, who wrote none of the words."
    )


def test_as_json_it_is_one_object(capsys):
    main(["deeds", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert list(told) == list(map(str, Deed))
    assert told["approve"] == ["chair"]
