from pages.parts import view
from programme.access import Role
from store.backups.backup_runs import backup_runs
from store.redactions import redactions
from tests.pages.looking import go, table, words
from tests.pages.signing import signed_in

WHY = "Why must it go? Do not repeat the words"


def button(app, label):
    return next(each for each in app.button if each.label == label)


def box(app, label):
    return next(each for each in app.text_input if each.label == label)


def test_who_keeps_the_store_reads_the_log_makes_a_backup_and_redacts(own_app):
    go(own_app, "upkeep")
    assert "is whole: each follows from the one before." in words(own_app)
    assert "looked at hidden figures" in set(table(own_app)["What"])
    go(own_app, "upkeep", tab="Backups")
    button(own_app, "Back up now").click().run()
    assert [run.made for run in backup_runs(view.database())] == [True]
    assert "The store is copied to wsoa-" in words(own_app)
    go(own_app, "upkeep", tab="Redaction")
    own_app.selectbox(key="kind of redaction").set_value("Words, such as a name").run()
    box(own_app, "Words").set_value("caseworkers")
    box(own_app, "Your name or role").set_value("analyst")
    box(own_app, WHY).set_value("so that caseworkers are not named")
    button(own_app, "Name it").click().run()
    assert "A reason must not repeat what is to be redacted" in words(own_app)
    assert [box(own_app, each).value for each in ("Words", WHY)] == ["caseworkers", "so that caseworkers are not named"]
    box(own_app, WHY).set_value("it names somebody")
    button(own_app, "Name it").click().run()
    assert "Named as number 1: words, wherever they stand." in words(own_app)
    assert box(own_app, WHY).value == ""
    assert "The words are: number 1, caseworkers." in words(go(own_app, "upkeep", tab="Redaction"))
    box(own_app, "Why? It is shown where the words stood").set_value("asked for by the family")
    box(own_app, "Your name or role").set_value("admin")
    button(own_app, "Redact for good").click().run()
    (done,) = redactions(view.database())
    assert done.ruling, [each.value for each in own_app.error]
    assert "Number 1 is redacted as of " in words(own_app)
    assert "These copies were made before and still hold what was redacted." in words(own_app)


def test_an_analyst_names_and_neither_reads_the_log_nor_backs_up(own_app, monkeypatch):
    go(own_app, "upkeep")
    signed_in(monkeypatch, Role.ANALYST)
    assert "Only an administrator may do this (read log)" in words(own_app.run())
    assert "Only an administrator may do this (back up)" in words(go(own_app, "upkeep", tab="Backups"))
    go(own_app, "upkeep", tab="Redaction")
    assert [each.label for each in own_app.button if each.label in ("Name it", "Redact for good")] == ["Name it"]
