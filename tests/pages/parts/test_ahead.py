import pytest

from pages.parts import ahead, view
from pages.parts.ahead import work_ahead
from programme.access import Role
from record import known
from record.known import Moments
from reports.progress import judgement
from reports.progress.readings import Progress
from tests.pages.looking import go


def test_the_first_page_finds_read_and_judged_what_was_worked_out_ahead(app, monkeypatch):
    monkeypatch.setattr(view, "KNOWN", Moments(Progress))
    judged, verdict = [], judgement.verdict
    monkeypatch.setattr(judgement, "verdict", lambda *given: judged.append(given) or verdict(*given))
    work_ahead()
    assert len(judged) > 80
    judged.clear()
    monkeypatch.setattr(known, "read", None)
    assert not go(app, "overview").exception
    assert len(judged) < 10


@pytest.mark.parametrize("content", [None, b"no database at all"])
def test_a_store_without_figures_or_that_cannot_be_read_is_told_of_by_who_asks(alone, tmp_path, monkeypatch, content):
    path = tmp_path / "wsoa.duckdb"
    if content:
        path.write_bytes(content)
    monkeypatch.setenv("WSOA_DATABASE", str(path))
    assert work_ahead() is None
    if content:
        path.unlink()


def test_where_people_sign_in_what_a_reader_sees_is_worked_out(app, monkeypatch):
    expected = []
    monkeypatch.setattr(ahead, "read_ahead", lambda role: expected.append(role) or view.read_ahead(role))
    work_ahead()
    monkeypatch.setattr(ahead, "who_is_here", lambda database, cookie: "nobody, who is asked to sign in")
    work_ahead()
    assert expected == [Role.ANALYST, Role.READER]
