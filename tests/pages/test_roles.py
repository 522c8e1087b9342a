"""Page by role: what a page offers to do, and every file it offers, are for whoever may. The deed itself asks again."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, is_zipfile

import pytest

from pages.parts.bar import LOOKING
from pages.parts.places import PLACES, QUIET
from programme.access import Deed, Role
from reports import pack_commands
from store.returns.versions import answered, versions
from tests.accepting import person
from tests.pages.looking import go, look_as, offered, words
from tests.pages.typed import ANSWER, WHY
from web.shelf import FileOffered


def files_offered(app) -> list[FileOffered]:
    """Every file of a page but for originals, which have a route of their own."""
    links = [file.address for file in offered(app) if not file.address.startswith("/originals/")]
    return [app.session_state["shelf"].file(link.rpartition("/")[2]) for link in links]


def looking_as(app, role, page):
    """The page as one role sees it from the start."""
    app.session_state[LOOKING] = str(role)
    return go(app, page)


@pytest.fixture(scope="module")
def analysts_words(typed_store):
    """What analysts wrote, and were asked, about a return: it may quote a figure that is hidden."""
    newest = versions(typed_store)[-1]
    asked = {each.finding.message for each in answered(typed_store, newest.number, person())}
    assert asked and WHY in newest.reason
    return {WHY, ANSWER, *asked}


@pytest.fixture(scope="module")
def analysts_words_in(analysts_words):
    """Which of them a page or a file says, looked for once in each: two pages offer the same pack."""
    return cache(lambda made: {text for each in texts_of(made) for text in analysts_words if text in each})


@pytest.fixture(scope="module")
def packs_once():
    """The same pack of the same store is made once, whichever page offers it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pack_commands, "pack_files", cache(pack_commands.pack_files))
        yield


def texts_of(made: str | bytes) -> Iterator[str]:
    """What a file says, part by part where it is an archive (a pack, a workbook, slides): packed, no word is found."""
    if isinstance(made, str):
        yield made
    elif is_zipfile(BytesIO(made)):
        with ZipFile(BytesIO(made)) as archive:
            for name in archive.namelist():
                yield from texts_of(archive.read(name))
    else:
        yield made.decode("utf-8", "replace")


def test_the_words_of_a_file_are_found_however_often_it_is_packed():
    inner, outer = BytesIO(), BytesIO()
    with ZipFile(inner, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", f"{WHY}\n" * 9)
    with ZipFile(outer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("inner.zip", inner.getvalue())
    assert WHY not in outer.getvalue().decode("latin-1")
    assert [WHY in text for text in texts_of(outer.getvalue())] == [True]


@pytest.mark.usefixtures("packs_once")
@pytest.mark.parametrize("page", [*QUIET, *PLACES])
def test_a_reader_is_told_and_offered_nothing_that_was_written_for_analysts(typed_app, analysts_words_in, page):
    looking_as(typed_app, Role.READER, page)
    files = files_offered(typed_app)
    assert {file.deed for file in files} <= {Deed.TAKE_AWAY}
    assert {file.person.roles for file in files} <= {frozenset({Role.READER})}
    assert [file.address for file in offered(typed_app) if file.address.startswith("/originals/")] == []
    told = [words(typed_app), *(file.make() for file in files)]
    assert set().union(*map(analysts_words_in, told)) == set()


@pytest.mark.parametrize("page", [*QUIET, *PLACES])
def test_every_file_that_an_analyst_is_offered_is_for_analysts(typed_app, page):
    looking_as(typed_app, Role.ANALYST, page)
    files = files_offered(typed_app)
    for_readers = [each for each in offered(typed_app) if each.label.startswith("Board pack of ")]
    assert [file.deed for file in files].count(Deed.TAKE_AWAY) == len(for_readers) == (page in ("overview", "changes"))
    assert {file.deed for file in files} <= {Deed.SEE_HIDDEN, Deed.UPLOAD, Deed.TAKE_AWAY}
    assert {file.person.roles for file in files} <= {frozenset({Role.ANALYST})}
    originals = [file.address for file in offered(typed_app) if file.address.startswith("/originals/")]
    assert originals == (["/originals/12?look_as=analyst"] if page == "returns" else [])
    assert (WHY in words(typed_app)) == (page == "returns")


def deeds_offered(app) -> set[str]:
    """What can be pressed on a page to do a deed."""
    labels = {button.label for button in app.button} | {toggle.label for toggle in app.toggle}
    return labels & {"Accept the return", "Withdraw this version", "Show what would change", "Load the figures"}


@pytest.mark.parametrize("role", ["", *Role])
def test_a_deed_is_offered_to_who_may(app, role):
    found = {page: deeds_offered(look_as(app, role, page)) for page in ("returns", "published")}
    analyst = role in ("", Role.ANALYST)
    assert found == {
        "returns": {"Withdraw this version"} if analyst else set(),
        "published": {"Show what would change", "Load the figures"} if analyst else set(),
    }


@pytest.mark.parametrize("role", ["", *Role])
def test_a_return_is_taken_of_who_may(app, role):
    look_as(app, role, "upload")
    if role in ("", Role.ANALYST):
        assert [box.label for box in app.get("file_uploader")] == [
            "A filled form, a history workbook, or anybody's spreadsheet (.xlsx, .ods or .csv)"
        ]
        return
    assert not app.get("file_uploader") and not app.button
    assert f"Only an analyst may do this (upload), got: {role}. Nothing was changed." in words(app)
