"""Ten corrections after a pack was approved and sent: its bytes stay, and `moved` lists exactly what they moved."""

import json
from datetime import date
from hashlib import sha256

import pytest

from programme.access import NotAllowed, Person, Role
from programme.sheets.commentary import COMMENTARY
from programme.wordings import WordsTyped
from reports import kept_commands
from reports.__main__ import main
from reports.kept_commands import keep_signed
from reports.pack.made import NothingToPack
from reports.pack.monitoring import DOCUMENT as STATEMENT
from reports.pack.parts import Tabled
from reports.statement_commands import statement_pack
from store.database import Database
from store.returns import versions
from store.returns.writing import write_words
from store.signing.kept_packs import kept_packs, pack_contents
from store.signing.sign_offs import approve_quarter, send_for_review
from tests.accepting import by, person
from tests.reports.cells import texts
from tests.store.signatures import CHAIR, LEAD, because
from tests.store.submissions import Q2, Q3, standard
from tests.store.wordings import later

SHARES = {
    "amended_plans_within_12_weeks": "amended_plans_due",
    "review_decisions_within_4_weeks": "review_decisions",
    "ep_advice_in_6_weeks": "ep_advice_requested",
    "health_advice_in_6_weeks": "health_advice_requested",
    "social_care_advice_in_6_weeks": "social_care_advice_requested",
}
KPIS = (
    *("amended_plans_within_12_weeks", "annual_review_decisions_within_4_weeks"),
    *("educational_psychology_advice_in_6_weeks", "health_advice_in_6_weeks", "social_care_advice_in_6_weeks"),
)
THEN = ("--as-at", later(11).isoformat())
"""After every correction, and before publishers brought out anything else."""

TO = "DfE and NHS England"


def returned(restated: int):
    """The return with the first so many figures corrected from 500 of 1,000 to 910 and more."""
    counts = {measure: 910 + 10 * place if place < restated else 500 for place, measure in enumerate(SHARES)}
    return standard(counts | dict.fromkeys(SHARES.values(), 1000))


def wrote(database, kpi: str, why: str, day: float, reason: str = "") -> None:
    typed = WordsTyped(COMMENTARY, Q3, COMMENTARY.typed(kpi=kpi, why=why), 3)
    write_words(database, typed, by(reason=reason, at=later(day)))


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A store with an approved quarter whose pack went out, the pack, its bytes, and ten corrections after that."""
    path = tmp_path_factory.mktemp("kept") / "wsoa.duckdb"
    with Database.open(path) as database:
        versions.accept(database, returned(0), by(at=later(0)))
        for place, kpi in enumerate(KPIS):
            wrote(database, kpi, f"as sent {place}", 0.1 + place / 100)
        send_for_review(database, Q3, because(LEAD, at=later(1)))
        approve_quarter(database, Q3, because(CHAIR, at=later(2)))
        pack = keep_signed(database, Q3, TO, because(CHAIR, at=later(3)))
        content = pack_contents(database, pack, person())
        for place, kpi in enumerate(KPIS):
            versions.accept(database, returned(place + 1), by(reason=f"recount {place}", at=later(4 + place)))
            wrote(database, kpi, f"corrected {place}", 4.5 + place, f"because {place}")
        assert pack_contents(database, pack, person()) == content
    return path, pack, content


def told(capsys, *asked) -> list | dict:
    assert main([str(each) for each in asked]) == 0
    return json.loads(capsys.readouterr().out)


def test_after_ten_corrections_moved_lists_exactly_them_with_version_and_reason(sent, capsys):
    path, pack, _ = sent
    moves = told(capsys, "moved", "--pack", pack.id, *THEN, "--json", "--database", path)
    figures = [each for each in moves if each["kind"] == "figure"]
    assert [(each["kpi"], *shares(each), each["version"], each["reason"]) for each in sorted_by(figures)] == [
        (kpi, 50, 91 + place, 2 + place, f"recount {place}") for place, kpi in enumerate(KPIS)
    ]
    words = [each for each in moves if each["kind"] == "words"]
    assert [(each["about"], each["then"], each["now"], each["wording"], each["reason"]) for each in sorted_by(words)] == [
        (f"Commentary: {kpi}", f"as sent {place}", f"corrected {place}", 6 + place, f"because {place}")
        for place, kpi in enumerate(KPIS)
    ]
    ratings = [each for each in moves if each["kind"] == "rating"]
    assert {each["kpi"] for each in ratings} <= set(KPIS) and all(each["then"] != each["now"] for each in ratings)
    assert {each["version"] for each in ratings} <= set(range(2, 7)) and ratings
    directions = [each for each in moves if each["kind"] == "direction"]
    assert directions == [], "of one quarter no direction can be said, then as now"
    sentences = [each for each in moves if each["kind"] == "sentence"]
    assert sorted(each["kpi"] for each in sentences if each["kpi"]) == sorted(KPIS)
    told_of = {(each["about"], each["heading"]) for each in sentences if not each["kpi"]}
    assert told_of == {
        ("2024/25 Q3", "Finding"),
        ("Weakness 4: Joint commissioning", "Finding"),
        ("Weakness 6: EHC process and plan quality", "Finding"),
    }
    assert all(each["then"] != each["now"] for each in (*directions, *sentences))
    assert len(figures) + len(words) + len(ratings) + len(directions) + len(sentences) == len(moves)
    by_rule = [each for each in sentences if not each["kpi"]]
    assert {each["cause"] for each in by_rule} == {"the figures, actions and words that it is said of"}
    assert all((each["quarter"], each["by"]) == ("2024/25 Q3", "analyst") for each in moves if each not in by_rule)


def shares(move: dict) -> tuple[float, float]:
    return float(move["then"].removesuffix("%")), float(move["now"].removesuffix("%"))


def sorted_by(moves):
    return sorted(moves, key=lambda each: each["version"] or each["wording"])


def test_the_bytes_are_written_as_they_were_sent_and_their_hashes_are_told(sent, capsys, tmp_path):
    path, pack, content = sent
    (found,) = told(capsys, "packs", "--pack", pack.id, "--output", tmp_path, "--json", "--database", path)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == dict(content)
    assert {each["name"]: each["sha256"] for each in found["files"]} == {
        name: sha256(stands).hexdigest() for name, stands in content
    }
    assert found["sent"][0]["to"] == TO
    manifest = json.loads(dict(content)["board-pack-2024-25-Q3-manifest.json"])
    assert (manifest["id"], manifest["state"], manifest["role"]) == (pack.id, "approved", "reader")
    assert (found["definitions"], found["state"]) == (manifest["definitions"], "approved")


def test_the_day_before_it_was_not_there(sent, capsys):
    path, pack, _ = sent
    assert told(capsys, "packs", "--json", "--as-at", later(2.5).isoformat(), "--database", path) == []
    assert main(["packs", "--pack", pack.id, "--as-at", later(2.5).isoformat(), "--database", str(path)]) == 1
    assert "A pack must be one of those that are kept (none), got: " in capsys.readouterr().err


def test_two_packs_beside_each_other_differ_in_the_same_and_a_pack_from_itself_in_nothing(
    sent, capsys, tmp_path, monkeypatch
):
    monkeypatch.setattr(kept_commands, "FORMATS", ("csv",))  # what the packs say does not depend on it
    path, pack, _ = sent
    copy = tmp_path / "wsoa.duckdb"
    copy.write_bytes(path.read_bytes())
    with Database.open(copy) as database:
        send_for_review(database, Q3, because(LEAD, at=later(10)))
        approve_quarter(database, Q3, because(CHAIR, at=later(11)))
    kept = told(
        capsys,
        *("keep", "--quarter", Q3, "--to", "The board", "--by", "Chair", "--today", date.today().isoformat()),
        *("--json", "--database", copy),
    )
    assert kept["id"] != pack.id and [each["to"] for each in kept["sent"]] == ["The board"]
    moves = told(capsys, "moved", "--pack", pack.id, "--beside", kept["id"], "--json", "--database", copy)
    figures = [each for each in moves if each["kind"] == "figure"]
    assert [(each["kpi"], *shares(each)) for each in sorted(figures, key=shares)] == [
        (kpi, 50, 91 + place) for place, kpi in enumerate(KPIS)
    ]
    assert [each["now"] for each in moves if each["kind"] == "words"] == [f"corrected {place}" for place in range(5)]
    assert list(moves[0]) == ["kind", "kpi", "about", "area", "quarter", "heading", "then", "now"]
    assert told(capsys, "moved", "--pack", kept["id"], *THEN, "--json", "--database", copy) == []
    with Database.open(copy) as database:
        _, statement = statement_pack(database, Q3, later(11), CHAIR)
    (moved,) = (
        each.table
        for each in statement.section("went").blocks
        if isinstance(each, Tabled) and "Moved by" in each.table.headings
    )
    now = sorted(float(row["Now"].removesuffix("%")) for row in texts(moved) if row["What"] == "figure")
    assert now == [91 + place for place in range(5)]
    assert statement.origin.state == "approved"


def test_until_a_quarter_is_signed_its_statement_is_of_what_stands(sent):
    with Database.open(sent[0]) as database:
        _, statement = statement_pack(database, Q3, later(0.5), CHAIR)
    assert (statement.origin.state, str(statement.origin.role)) == ("draft", "lead")
    assert statement.section("went").finding == "No pack or statement that is kept went to anybody before this one"


def test_a_statement_is_kept_like_a_pack_and_is_the_same_whoever_else_it_goes_to(sent, tmp_path):
    copy = tmp_path / "wsoa.duckdb"
    copy.write_bytes(sent[0].read_bytes())
    with Database.open(copy) as database:
        first, second = (
            keep_signed(database, Q3, to, because(CHAIR, at=later(20 + place)), STATEMENT)
            for place, to in enumerate((TO, "The board"))
        )
    assert first.id == second.id and first.id.startswith("2024-25-Q3-statement-")
    assert [each.recipients for each in second.sendings] == [TO, "The board"]
    assert [each.name for each in second.files] == ["statement-2024-25-Q3.pdf", "statement-2024-25-Q3-manifest.json"]


def test_a_pack_that_is_kept_goes_to_another_without_being_made_again(sent, tmp_path, monkeypatch):
    path, pack, content = sent
    copy = tmp_path / "wsoa.duckdb"
    copy.write_bytes(path.read_bytes())
    with Database.open(copy) as database:
        monkeypatch.setattr(kept_commands, "files_of", None)  # nobody asks for it
        again = keep_signed(database, Q3, "The board", because(CHAIR, at=later(20)))
        assert again.id == pack.id and again.files == pack.files
        assert [each.recipients for each in again.sendings] == [TO, "The board"]
        assert pack_contents(database, again, person()) == content


def test_what_is_not_signed_is_not_kept_and_who_may_not_is_told_so(sent):
    with Database.open(sent[0]) as database:
        with pytest.raises(NothingToPack, match=r"approved or published quarter is kept, got: 2024/25 Q2, which is neither"):
            keep_signed(database, Q2, TO, because(CHAIR))
        with pytest.raises(NotAllowed, match=r"^Only a lead or chair may do this \(keep pack\), got: reader\."):
            keep_signed(database, Q3, TO, because(Person("R", "r", frozenset({Role.READER}))))
        assert len(kept_packs(database, person())) == 1


def test_moved_says_each_in_a_line(sent, capsys):
    path, pack, _ = sent
    assert main(["moved", "--pack", pack.id, "--database", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("Kent 2024/25 Q3: 50.0% -> 91.0% (return return.xlsx: recount 0)" in each for each in lines)
    assert main(["packs", "--database", str(path)]) == 0
    assert f"  to {TO}, " in capsys.readouterr().out
