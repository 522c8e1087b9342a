"""The sign-off on the command line: who works there is one person, so that nothing is approved or published."""

import json
from datetime import datetime

import pytest

from programme.moment import LONDON
from store.__main__ import main
from store.database import Database
from store.signing.sign_offs import approve_quarter
from store.signing.signoff_rows import sign_off_of
from tests.store.signatures import CHAIR, because, later, opened, published, sent
from tests.store.submissions import Q3

DEED = ("--quarter", str(Q3), "--by", "Head of SEND", "--note", "ready *for* the board")


@pytest.fixture
def path(tmp_path):
    opened(tmp_path).close()
    return str(tmp_path / "wsoa.duckdb")


def run(capsys, path, *words) -> tuple[int, str, str]:
    code = main(["sign-off", *words, "--database", path])
    told = capsys.readouterr()
    return code, told.out, told.err


def today() -> tuple[str, str]:
    """More than 120 days after what is stored the machine's day must be confirmed."""
    return "--today", str(datetime.now(LONDON).date())


def test_a_quarter_is_sent_for_review_with_its_note_and_the_day_is_asked_about(path, capsys):
    code, _, refused = run(capsys, path, "send", *DEED)
    assert code == 1 and "somebody must confirm the machine's day" in refused
    assert run(capsys, path, "send", *DEED, *today()) == (0, "2024/25 Q3 is sent for review.\n", "")
    with Database.open(path) as database:
        (signed,) = sign_off_of(database).signatures
    assert (signed.by, signed.note, "@" in signed.account) == ("Head of SEND", "ready *for* the board", True)


@pytest.mark.parametrize("deed", ["approve", "publish"])
def test_where_nobody_signs_in_it_is_neither_approved_nor_published(path, capsys, deed):
    with Database.open(path) as database:
        sent(database)
        if deed == "publish":
            approve_quarter(database, Q3, because(CHAIR, at=later(2)))
        held = sign_off_of(database).signatures
    assert run(capsys, path, deed, *DEED, *today()) == (
        1,
        "",
        f"This ({deed}) needs a second person, who wrote none of the words, got: a machine that asks nobody to sign in. It "
        "can be done once people sign in. Nothing was changed.\n",
    )
    with Database.open(path) as database:
        assert sign_off_of(database).signatures == held


@pytest.mark.parametrize(
    ("deed", "told"),
    [("approve", "2024/25 Q3 is approved."), ("publish", "2024/25 Q3 is published, to be shown from 1 July 2999 at 09:00.")],
)
def test_people_who_can_be_told_apart_approve_and_publish(path, capsys, monkeypatch, deed, told):
    monkeypatch.setattr("store.sign_off_commands.person_here", CHAIR.called)
    with Database.open(path) as database:
        sent(database)
        if deed == "publish":
            approve_quarter(database, Q3, because(CHAIR, at=later(2)))
    embargo = ["--embargo", "2999-07-01T09:00"] if deed == "publish" else []
    assert run(capsys, path, deed, *DEED, *embargo, *today()) == (0, f"{told}\n", "")


def test_an_embargo_that_has_passed_is_refused_and_one_that_is_no_moment_is_wrong_use(path, capsys, monkeypatch):
    monkeypatch.setattr("store.sign_off_commands.person_here", CHAIR.called)
    with Database.open(path) as database:
        sent(database)
        approve_quarter(database, Q3, because(CHAIR, at=later(2)))
    code, _, refused = run(capsys, path, "publish", *DEED, "--embargo", "2020-01-31", *today())
    assert code == 1 and refused.startswith("An embargo must end after now, ")
    assert "got: 31 January 2020 at 00:00." in refused
    with pytest.raises(SystemExit) as left:
        run(capsys, path, "publish", *DEED, "--embargo", "soon")
    assert left.value.code == 64
    assert "A moment is written like 2025-03-31 or 2025-03-31T09:30, got: soon" in capsys.readouterr().err


def test_a_publication_is_withdrawn_with_its_reason_and_all_of_it_is_listed(path, capsys):
    assert run(capsys, path, "list")[1] == "Nothing was sent for review yet: every quarter is a draft.\n"
    with Database.open(path) as database:
        published(database)
    (told,) = json.loads(run(capsys, path, "list", "--json")[1])
    assert (told["quarter"], told["state"], told["shown_to_readers"]) == ("2024/25 Q3", "published", True)
    assert [each["deed"] for each in told["deeds"]] == ["sent", "approved", "published"]
    assert told["deeds"][2] == {
        "change": 4,
        "deed": "published",
        "at": "2025-01-23T09:00:00+00:00",
        "by": "The chair",
        "account": "chair@desk-4",
        "note": "as discussed",
        "as_it_stood_at": "2025-01-21T09:00:00+00:00",
        "rests_on": 3,
        "embargo": None,
    }
    code, said, _ = run(capsys, path, "withdraw", *DEED, *today())
    assert (code, said) == (0, "The publication of 2024/25 Q3 is withdrawn.\n")
    lines = run(capsys, path, "list")[1].splitlines()
    assert lines[0] == "2024/25 Q3  draft"
    assert lines[1] == "  21 January 2025 at 09:00: sent for review by A. Lead (lead@desk-3): as discussed"
    assert ": publication withdrawn by Head of SEND (" in lines[4] and lines[4].endswith(": ready *for* the board")
