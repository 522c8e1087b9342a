from loaders.sample_files import SAMPLE
from pages.parts.data import published
from store.database import StoreError
from tests import dfe_files
from tests.pages.looking import content, go, look_as, table, unmarked, words
from tests.pages.parts.data.test_tabs import load


def test_every_release_says_how_much_it_gives(app):
    found = table(go(app, "published"))
    assert found.columns[0] == "What is published"
    assert len(found) > 3


def test_at_a_past_moment_there_is_no_form(app):
    go(app, "published", as_at="2024-11-30")
    assert not app.file_uploader
    assert not app.button


def test_a_files_name_is_told_as_it_is(app):
    go(app, "published")
    load(app, b"a,b\n1,2\n", "![x](y) $a$.csv")
    assert [unmarked(each.value) for each in app.error] == ["![x](y) $a$.csv was not loaded. Nothing was stored."]
    assert app.error[0].value.startswith("!\\[x\\](y) \\$a\\$.csv")
    assert table(app, 2)["What"].tolist() == ["error: must be put right"]


def test_what_the_store_refuses_is_a_sentence(app, monkeypatch):
    sentence = "The records are being *written*: try again. Nothing was stored."

    def refuse(*_):
        raise StoreError(sentence)

    monkeypatch.setattr(published, "check_release", refuse)
    go(app, "published")
    load(app, dfe_files.requests())
    assert [unmarked(each.value) for each in app.error] == [sentence]


def test_a_release_is_looked_into_by_who_may_see_originals(app):
    """The queries about it with the reasons given, and its file as it was loaded."""
    go(app, "published")
    box = next(box for box in app.selectbox if box.label == "Look into a release")
    assert box.options == ["1: SEN2 2025, draft (illustrative), sen2-2025-draft.csv"]
    box.set_value(1).run()
    assert "No query was raised when it was loaded." in words(app)
    assert content(app, "Download its file as it was loaded") == (SAMPLE / "sen2-2025-draft.csv").read_bytes()
    assert not [box for box in look_as(app, "lead", "published").selectbox if box.label == "Look into a release"]
