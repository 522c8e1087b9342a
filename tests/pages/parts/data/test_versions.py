from dataclasses import replace

from pages.parts.data import versions
from store.database import StoreError
from store.returns.versions import accept
from tests.accepting import by
from tests.pages.looking import go, markup, offered, table, tables, unmarked, words
from tests.pages.parts.data.test_handed_in import store
from tests.pages.test_data import drop, press


def look_into(app, number):
    box = next(box for box in app.selectbox if box.label == "Look into a version")
    box.set_value(number).run()
    assert not app.exception, app.exception


def labels(app):
    return [file.label for file in offered(app)]


def test_the_newest_version_is_looked_into_first(app):
    go(app, "returns")
    box = next(box for box in app.selectbox if box.label == "Look into a version")
    assert box.value == 11
    assert box.options[0].startswith("Version 11: return for 2024/25 Q3")
    assert "It changed no figure that had been seen before." in words(app)
    assert labels(app)[-1] == "Download the original file"


def test_a_correction_shows_what_it_changed(app):
    go(app, "returns")
    accepted = table(app, 1).set_index("Version")["Why"]
    correction = accepted[accepted.str.startswith("Correction")].index[0]
    look_into(app, int(correction))
    assert "It changed 28 figures that had been seen before:" in words(app)
    found = tables(app)[2]
    assert len(found) == 28
    assert not {"When", "By", "Version"} & set(found.columns)


def test_nothing_is_taken_back_at_a_past_moment(app):
    go(app, "returns", as_at="2024-11-30")
    assert not app.toggle
    assert labels(app)[-1] == "Download the original file"


def test_what_is_taken_back_cannot_be_taken_back_again(own_app):
    go(own_app, "returns")
    own_app.toggle[0].set_value(True).run()
    told = words(own_app)
    assert "It will no longer count; what was accepted before it for the same, if anything, counts again." in told
    assert "The tables below list the first 200 lines." in told
    for caption in ("KPIs that would change", "KPIs that would change in the districts", "Figures that would change"):
        assert f"<caption>{caption}</caption>" in markup(own_app)
    for label, text in (("Your name or role", "Analyst"), ("Why is it withdrawn?", "Wrong quarter")):
        next(box for box in own_app.text_input if box.label == label).set_value(text)
    press(own_app, "Withdraw")
    assert [each.value for each in own_app.success] == ["Version 11 is withdrawn, as version 12."]
    look_into(own_app, 11)
    assert not own_app.toggle
    look_into(own_app, 12)
    assert not own_app.toggle
    assert labels(own_app)[-1] != "Download the original file", "a withdrawal has no file"


def test_what_the_store_refuses_is_a_sentence(app, monkeypatch):
    sentence = "Version 6 is *withdrawn* already. Nothing was changed."

    def refuse(*_):
        raise StoreError(sentence)

    monkeypatch.setattr(versions, "take_back_version", refuse)
    go(app, "returns")
    app.toggle[0].set_value(True).run()
    press(app, "Withdraw")
    assert [unmarked(each.value) for each in app.error] == [sentence]


def test_an_empty_store_has_none(empty_app):
    assert "No return has been accepted yet." in words(go(empty_app, "returns"))


def test_what_was_accepted_since_it_was_shown_is_told_before_anything_is_withdrawn(own_app, usual_return):
    """The page that a press draws has read the newest already, and nobody has looked at that yet."""
    go(own_app, "upload")
    drop(own_app, usual_return)
    submission = own_app.session_state["checked"].submission
    accept(store(), submission, by("Analyst"))
    go(own_app, "returns")
    own_app.toggle[0].set_value(True).run()
    assert "Figures: 0 new, 0 changed, 103 withdrawn" in words(own_app)
    for label, text in (("Your name or role", "Analyst"), ("Why is it withdrawn?", "Wrong quarter")):
        next(box for box in own_app.text_input if box.label == label).set_value(text)
    accept(store(), replace(submission, file_name="theirs.xlsx"), by("Ann Other"))
    press(own_app, "Withdraw")
    (refusal,) = [unmarked(each.value) for each in own_app.error]
    assert refusal.startswith(
        "What you were shown is no longer what is stored: Ann Other accepted theirs.xlsx as version 13"
    )
    assert "Figures: 0 new, 0 changed, 0 withdrawn" in words(own_app)
    press(own_app, "Withdraw")
    assert [each.value for each in own_app.success] == ["Version 12 is withdrawn, as version 14."]
