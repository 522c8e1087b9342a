from pages.parts.upkeep import _place
from programme.redaction import RedactedKind, RedactedPlace


def test_what_is_typed_becomes_a_place():
    assert _place("version", 3, "", "", "") == RedactedPlace(RedactedKind.FILE, version=3)
    assert _place("release", 2, "", "", "") == RedactedPlace(RedactedKind.FILE, release=2)
    assert _place("cell", 3, " Actions ", "C5", "") == RedactedPlace(RedactedKind.ENTRY, 3, None, "Actions", "C5")
    assert _place("words", 0, "", "", "Jane") == RedactedPlace(RedactedKind.NAME, words="Jane")
