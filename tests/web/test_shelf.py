import pytest

from programme.access import Deed, person_here
from web.shelf import FileOffered, Shelf, shelf_of


def a_file(name="a.csv"):
    return FileOffered(name, "text/csv", lambda: "a", person_here("somebody"), Deed.TAKE_AWAY)


def place(address):
    return address.rpartition("/")[2]


def test_a_file_has_an_address_that_nobody_can_guess():
    shelf, file = Shelf("mine"), a_file()
    address = shelf.lay(file, "a.csv")
    start, files, shelf_id, at = address.split("/")
    assert (start, files, shelf_id) == ("", "files", shelf.id)
    assert len(shelf.id) >= 24, "144 bits"
    assert shelf.file(at) is file
    assert shelf.file("elsewhere") is None
    assert Shelf("mine").lay(file, "a.csv") != address


def test_it_belongs_to_its_session_alone():
    shelf = Shelf("mine")
    assert shelf_of(shelf.id, "mine") is shelf
    assert shelf_of(shelf.id, "another") is None
    assert shelf_of("guessed", "mine") is None


def test_it_goes_with_the_window_that_holds_it():
    shelf = Shelf("mine")
    shelf_id = shelf.id
    del shelf
    assert shelf_of(shelf_id, "mine") is None


def test_what_the_page_before_offered_stays_until_the_next_drawing_is_done():
    shelf, first, second = Shelf("mine"), a_file(), a_file()
    address = shelf.lay(first, "a.csv")
    shelf.turn(0)
    assert shelf.file(place(address)) is first, "its link still stands on the screen"
    assert shelf.lay(second, "a.csv") == address
    assert shelf.file(place(address)) is second
    shelf.turn(0)
    shelf.turn(0)
    assert shelf.file(place(address)) is None


def test_two_files_of_a_page_cannot_share_an_address():
    shelf = Shelf("mine")
    shelf.lay(a_file(), "a.csv")
    shelf.lay(a_file(), "b.csv")
    with pytest.raises(ValueError, match=r"each file of a page has a key of its own, got twice: a\.csv"):
        shelf.lay(a_file(), "a.csv")


def test_what_the_page_before_offered_goes_with_the_file_that_it_told_of():
    shelf = Shelf("mine")
    address = shelf.lay(a_file(), "a.csv")
    shelf.turn(1)
    assert (shelf.file(place(address)), shelf.exchanged) == (None, 1)
