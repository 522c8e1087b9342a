"""Words are written on screen by who may: what is wrong is said, nothing typed is lost, and who comes second is told."""

from access.signing import sign_in, sign_out
from disclosure.decide import decider
from pages.parts.view import database as store
from programme.access import Role
from programme.sheets.summary import ALERT
from store.returns.versions import accept
from store.returns.wordings import wordings_of
from store.returns.writing import write_words
from tests.accepting import by
from tests.pages.looking import go, unfold, unmarked, words
from tests.pages.parts.data.test_handed_in import another_window
from tests.pages.parts.test_who import turned_away
from tests.pages.signing import open_with, signed_in
from tests.pages.test_data import box, press
from tests.store.submissions import exclusions
from tests.store.wordings import comment

HIDDEN = "permanent_exclusions_send"
KPI = "plans_within_20_weeks"
WHY = "Why is it written, or written otherwise than it stands?"
ASSESS, WRITE = "Assess this weakness", "Write about this figure, or what is done about it"


def written() -> list:
    """What was written on screen beside what the demonstration has of it."""
    return [each for each in wordings_of(store()) if not each.illustrative]


def labels(app) -> list[str]:
    return [expander.label for expander in app.expander]


def errors(app) -> list[str]:
    return [unmarked(each.value) for each in app.error]


def test_a_lead_writes_about_a_figure_and_takes_it_back(own_app, monkeypatch):
    go(own_app, "kpi", kpi=KPI)
    signed_in(monkeypatch, Role.LEAD)
    unfold(go(own_app, "kpi", kpi=KPI), WRITE)
    box(own_app.text_area, "Why").set_value("Two *caseworkers* left")
    box(own_app.text_area, "Management action").set_value("Hire two")
    box(own_app.text_input, "Action owner role").set_value("Head of SEND")
    box(own_app.text_input, "Action due date").set_value("soon")
    press(own_app, "Store these words")
    assert errors(own_app) == [
        "Plans issued within 20 weeks: Action due date must be a date, like 31 March 2025, got: soon",
        "It was not stored: 1 answer must be put right. What you typed is not lost.",
    ]
    box(own_app.text_input, "Action due date").set_value("31 May 2025")
    press(own_app, "Store these words")
    (made,) = written()
    assert (made.by, made.sheet, made.cells[0]) == ("Ann", "Commentary", ("KPI", KPI))
    own_app = unfold(go(another_window(own_app), "kpi", kpi=KPI), WRITE)
    assert "Hire two (Head of SEND, by 31 May 2025)." in words(own_app)
    assert "Said of 2024/25 Q3." in words(own_app)
    assert "by Ann (local:1)." in words(own_app)
    assert box(own_app.text_area, "Why").value == "Two *caseworkers* left", "whoever writes anew begins with what stands"
    box(own_app.toggle, "Withdraw what is written here").set_value(True).run()
    box(own_app.text_input, "Why is it withdrawn?").set_value("a slip")
    press(own_app, "Withdraw")
    own_app = go(another_window(own_app), "kpi", kpi=KPI)
    assert written()[0].withdrawal.reason == "a slip"
    assert "What was written here was withdrawn on" in words(own_app)
    assert "1 earlier wording" in words(own_app)


def test_a_query_is_asked_and_its_reason_kept(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    signed_in(monkeypatch, Role.LEAD)
    unfold(go(own_app, "weakness", weakness="6"), ASSESS)
    box(own_app.selectbox, "Assessment").set_value("sufficient progress")
    box(own_app.text_area, "Reason").set_value("tbc")
    box(own_app.text_input, WHY).set_value("the plans are on time")
    press(own_app, "Store these words")
    assert errors(own_app) == ["It was not stored: 1 query needs a reason. What you typed is not lost."]
    assert [unmarked(each.value) for each in own_app.warning if "counts as blank" in each.value] == [
        "Weakness 6: Reason must say something or stay blank, because this counts as blank, got: tbc"
    ]
    for each in [each for each in own_app.text_input if each.label == "Why is it right all the same?"]:
        each.set_value("it is being written")
    press(own_app, "Store these words")
    assert [each.reason for each in written()] == ["the plans are on time"]
    assert "the return of 3 February 2025 said" in words(own_app)
    asked = "Weakness 6: Reason must say something or stay blank, because this counts as blank, got: tbc"
    assert f"Asked when it was written: {asked} Reason: it is being written" in words(unfold(own_app, ASSESS))


def test_the_second_of_two_is_told_what_the_first_wrote_and_keeps_what_was_typed(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    first = signed_in(monkeypatch, Role.LEAD)
    second = signed_in(monkeypatch, Role.LEAD, name="Bo")
    open_with(monkeypatch, second)
    unfold(go(own_app, "weakness", weakness="6"), ASSESS)
    open_with(monkeypatch, first)
    window = unfold(go(another_window(own_app), "weakness", weakness="6"), ASSESS)
    assessed(window, "Ann writes")
    open_with(monkeypatch, second)
    assessed(own_app, "Bo writes")
    (told,) = errors(own_app)
    assert told.startswith("What you were shown is no longer what is said: Ann (local:1) wrote here on ")
    assert "Reason: “Ann writes” in place of “" in told
    assert box(own_app.text_area, "Reason").value == "Bo writes"
    press(own_app, "Store these words")
    assert [each.by for each in written()] == ["Ann", "Bo"]


def assessed(app, reason):
    box(app.text_area, "Reason").set_value(reason)
    box(app.text_input, WHY).set_value("more is known")
    press(app, "Store these words")


def test_what_was_sent_too_late_stands_there_after_signing_in_with_what_it_was_written_over(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    cookie = signed_in(monkeypatch, Role.LEAD)
    other = signed_in(monkeypatch, Role.LEAD, name="Bo")
    open_with(monkeypatch, cookie)
    unfold(go(own_app, "weakness", weakness="6"), ASSESS)
    sign_out(store(), cookie)
    box(own_app.text_area, "Reason").set_value("Ann writes")
    press(own_app, "Store these words")
    turned_away(own_app)
    open_with(monkeypatch, other)
    assessed(unfold(go(another_window(own_app), "weakness", weakness="6"), ASSESS), "Bo writes")
    open_with(monkeypatch, sign_in(store(), 1, frozenset(), "127.0.0.1", ""))
    window = unfold(go(another_window(own_app), "weakness", weakness="6"), ASSESS)
    assert box(window.text_area, "Reason").value == "Ann writes"
    box(window.text_input, WHY).set_value("more is known")
    press(window, "Store these words")
    assert errors(window)[0].startswith("What you were shown is no longer what is said: Bo (local:2) wrote here on ")
    assert len(written()) == 1


def test_a_sentence_is_put_in_its_place(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    signed_in(monkeypatch, Role.LEAD)
    unfold(go(own_app, "overview"), "Write what leads say of 2024/25 Q3")
    box(own_app.selectbox, "Kind").set_value(ALERT).run()
    chosen = box(own_app.selectbox, "Place")
    chosen.set_value(len(chosen.options)).run()
    box(own_app.text_area, "Words").set_value("Waits for speech and language therapy grow.")
    box(own_app.text_input, "Role").set_value("Director of SEND")
    press(own_app, "Store these words")
    assert errors(own_app) == []
    assert "Waits for speech and language therapy grow. Director of SEND, written here " in words(own_app)
    assert "Written here: by whom, and what else was said" in words(own_app)


def test_who_may_not_write_and_who_looks_at_the_past_is_offered_nothing(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    signed_in(monkeypatch, Role.CHAIR)
    assert ASSESS not in labels(go(own_app, "weakness", weakness="6"))
    assert WRITE not in labels(go(own_app, "kpi", kpi=KPI))
    signed_in(monkeypatch, Role.LEAD, name="Bo")
    assert WRITE in labels(go(own_app, "kpi", kpi=KPI))
    assert WRITE not in labels(go(own_app, "kpi", kpi=KPI, as_at="2025-02-10"))
    assert written() == []


def test_what_is_written_about_a_hidden_figure_reaches_those_who_see_it_and_they_alone_write(own_app, monkeypatch):
    go(own_app, "glossary")
    accept(store(), exclusions([3] + [0] * 11), by(), decider())
    signed_in(monkeypatch, Role.LEAD, Role.ANALYST)
    unfold(go(own_app, "kpi", kpi=HIDDEN), WRITE)
    box(own_app.text_area, "Why").set_value("Three pupils of one school")
    box(own_app.text_input, WHY).set_value("asked by the board")
    press(own_app, "Store these words")
    assert "Three pupils of one school" in words(go(another_window(own_app), "kpi", kpi=HIDDEN))
    signed_in(monkeypatch, Role.LEAD, name="Bo")
    window = go(another_window(own_app), "kpi", kpi=HIDDEN)
    assert "Whoever writes about a figure must see it: this one is hidden from you." in words(window)
    assert "What was written about this figure reaches those who see it." in words(window)
    assert (WRITE in labels(window), "Three pupils" in words(window), "Written here" in words(window)) == (False,) * 3
    assert "Three pupils" not in words(go(window, "returns"))


def test_what_another_wrote_meanwhile_is_not_withdrawn_unread(own_app):
    go(own_app, "kpi", kpi=KPI)
    write_words(store(), comment("Two left"), by("Ann"))
    unfold(go(own_app, "kpi", kpi=KPI), WRITE)
    box(own_app.toggle, "Withdraw what is written here").set_value(True).run()
    box(own_app.text_input, "Why is it withdrawn?").set_value("a slip")
    write_words(store(), comment("Three left"), by("Bo", reason="one more"))
    press(own_app, "Withdraw")
    (refusal,) = errors(own_app)
    assert refusal.startswith("What you were shown is no longer what is said: Bo ")
    assert [each.withdrawal for each in written()] == [None, None]
    assert box(own_app.text_input, "Why is it withdrawn?").value == "a slip"
