from pages.parts.meeting.keeping import STATEMENT
from pages.parts.view import database
from programme.submission import Acceptance
from reports import kept_commands
from store.signing.kept_packs import kept_packs
from store.signing.sign_offs import send_for_review
from tests.accepting import person
from tests.pages.looking import go, look_as, tables, unfold, words
from tests.pages.meeting import NOW
from tests.pages.test_data import box, press
from tests.store.signatures import LEAD

KEEP = "Keep the pack of this quarter"


def test_a_published_quarter_s_pack_is_kept_listed_offered_and_held_against_what_stands(own_app, monkeypatch):
    monkeypatch.setattr(kept_commands, "FORMATS", ("csv",))
    go(own_app, "meetings", tab="Sign-off")
    unfold(own_app, KEEP)
    box(own_app.text_area, "To whom it goes").set_value("DfE and *NHS* England")
    box(own_app.text_input, "Your name or role").set_value("The chair")
    press(own_app, KEEP)
    assert not own_app.error, own_app.error[0].value
    (pack,) = kept_packs(database(), person())
    assert (pack.quarter, pack.sendings[0].recipients, pack.sendings[0].by) == (NOW, "DfE and *NHS* England", "The chair")
    go(own_app, "meetings", tab="Sign-off")
    assert "1 pack of 2024/25 Q3 is kept" in words(own_app)
    (sent,) = (each for each in tables(own_app) if "Went to" in each.columns)
    assert (sent["Pack"][0], sent["Went to"][0], sent["State"][0]) == (pack.id, "DfE and *NHS* England", "published")
    unfold(own_app, f"What has moved since {pack.id}")
    (moved,) = (each for each in tables(own_app) if "Moved by" in each.columns)
    assert "Commentary: neurodevelopmental_over_52_weeks, What next" in list(moved["Of"])
    assert pack.files[0].sha256 in words(own_app)
    assert STATEMENT in words(own_app)
    unfold(own_app, KEEP)
    box(own_app.selectbox, "What goes").set_value("Statement for DfE and NHS England")
    box(own_app.text_area, "To whom it goes").set_value("NHS England")
    box(own_app.text_input, "Your name or role").set_value("The chair")
    press(own_app, KEEP)
    (statement,) = (each for each in kept_packs(database(), person()) if each.id != pack.id)
    assert (statement.files[0].name, statement.sendings[0].recipients) == ("statement-2024-25-Q3.pdf", "NHS England")
    go(own_app, "meetings", tab="Sign-off")
    assert "2 packs of 2024/25 Q3 are kept" in words(own_app)
    unfold(own_app, f"What has moved since {pack.id}")
    box(own_app.selectbox, "Held against").set_value(statement.id)
    own_app.run()
    assert "Nothing of it says anything else: no figure, rating, direction, sentence or word." in words(own_app)
    look_as(own_app, "reader", "meetings")
    go(own_app, "meetings", tab="Sign-off")
    assert "Went to" not in words(own_app) and KEEP not in [each.label for each in own_app.expander]


def test_nothing_is_kept_of_what_is_not_signed_off(own_app):
    go(own_app, "meetings", tab="Sign-off")
    assert KEEP in [each.label for each in own_app.expander]
    send_for_review(database(), NOW, Acceptance(LEAD, "ready"))
    go(own_app, "meetings", tab="Sign-off")
    assert KEEP not in [each.label for each in own_app.expander]
