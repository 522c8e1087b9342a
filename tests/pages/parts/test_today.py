from datetime import timedelta

import pytest

from programme.moment import day_text
from store import moments
from store.database import Database
from store.returns import versions
from tests import dfe_files
from tests.accepting import by
from tests.pages.looking import go, unmarked, words
from tests.pages.parts.data.test_tabs import load
from tests.store.submissions import ISSUED, standard

ASKED = "Nothing was stored for a long time. Is the clock of this machine right?"


@pytest.fixture
def long_ago(tmp_path, empty_app):
    """The app on a store whose newest return is real and was accepted 121 days ago; and today, in words."""
    now = moments.aware(moments.now())
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        versions.accept(database, standard({ISSUED: 41}), by(at=now - timedelta(days=121)))
    return empty_app, day_text(now)


def test_after_a_long_silence_the_page_asks_for_the_day_once(long_ago):
    app, today = long_ago
    go(app, "published")
    assert ASKED in words(app)
    assert [box.label for box in app.checkbox] == [f"Today is {today}"]
    load(app, dfe_files.requests())
    assert "somebody must confirm the machine's day" in unmarked(app.error[0].value)
    app.checkbox[0].check()
    load(app, dfe_files.requests())
    assert not app.error
    assert "requests.csv: 8 published figures are loaded." in words(app)
    assert not app.checkbox


def test_a_withdrawal_asks_too(long_ago):
    app, _ = long_ago
    go(app, "returns")
    app.toggle[0].set_value(True).run()
    for label, text in (("Your name or role", "Analyst"), ("Why is it withdrawn?", "Wrong quarter")):
        next(box for box in app.text_input if box.label == label).set_value(text)
    app.checkbox[0].check()
    next(button for button in app.button if button.label == "Withdraw").click().run()
    assert not app.exception, app.exception
    assert [each.value for each in app.success] == ["Version 1 is withdrawn, as version 2."]


def test_the_demonstration_asks_nothing(app):
    go(app, "published")
    assert ASKED not in words(app)
    assert not app.checkbox
