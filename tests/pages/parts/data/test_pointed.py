from pages.parts.data.file_at_hand import HandedIn
from pages.parts.data.pointed import Pointing, period_typed, place_beside


def test_boxes_of_different_files_and_kinds_have_keys_of_their_own():
    one, other = (Pointing(HandedIn("x.xlsx", content), None, None, "labels", "Board", "B4", "") for content in (b"1", b"2"))
    assert one.key("area").startswith("area labels ")
    assert one.key("area") != other.key("area")


def test_nothing_is_typed_as_a_period_at_first():
    assert period_typed(HandedIn("x.xlsx", b"")) == ""


def test_a_place_beside_a_label_is_told_by_it():
    assert place_beside("beside Quarter") == "beside “Quarter”"
