from dataclasses import replace

from programme.access import Role
from reports.documents.notes import ILLUSTRATIVE
from reports.documents.reminders import calendar_of, digest_text
from tests.reports.build import a_version
from tests.reports.meetings import ASKED, held, progress_after


def lines(progress, *roles) -> list[str]:
    return calendar_of(progress, roles).decode().replace("\r\n ", "").split("\r\n")


def test_a_calendar_names_its_roles_and_holds_what_concerns_them():
    found = lines(held(ASKED), Role.CHAIR)
    assert "NAME:WSoA Monitor: what comes due\\, for the chair" in found
    assert "SUMMARY:Answer due to the board: M1-1" in found
    assert "SUMMARY:Answer due to the board: M1-1" not in lines(held(ASKED), Role.ANALYST)
    assert "NAME:WSoA Monitor: what comes due\\, for the reader and chair" in lines(held(ASKED), Role.CHAIR, Role.READER)


def test_a_thing_bears_the_same_uid_when_its_day_moves():
    moved = replace(ASKED, said=replace(ASKED.said, due=ASKED.said.due.replace(day=20)))
    one, other = ([line for line in lines(held(item), Role.CHAIR) if line.startswith("UID")] for item in (ASKED, moved))
    assert sorted(one) == sorted(other)
    assert len(set(one)) == len(one)


def test_what_is_illustrative_says_so_in_every_entry():
    shown = lines(progress_after(), Role.CHAIR)
    assert not any("Demonstration data" in line for line in shown)
    told = progress_after()
    told.records = replace(told.records, versions=(a_version(illustrative=True),))
    described = [line for line in lines(told, Role.CHAIR) if line.startswith("DESCRIPTION") and "Not received" in line]
    assert described
    assert all(line.endswith(ILLUSTRATIVE.replace(";", "\\;")) for line in described)


def test_a_digest_is_plain_text_with_a_line_for_each_thing():
    assert digest_text("Digest 1", ["It says once."], {"Risks": ["R-01\nhigh.", "R-02."], "Minutes": ["Signed."]}) == (
        "Digest 1\n\nIt says once.\n\nRisks:\n- R-01 high.\n- R-02.\n\nMinutes:\n- Signed.\n"
    )
