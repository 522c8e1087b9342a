import pytest

from programme.access import Role


def test_a_role_is_named_as_it_is_typed_on_the_command_line():
    assert [str(role) for role in Role] == ["reader", "analyst"]
    assert Role("reader") is Role.READER


def test_a_word_that_is_no_role_is_refused():
    with pytest.raises(ValueError, match="'chair' is not a valid Role"):
        Role("chair")
