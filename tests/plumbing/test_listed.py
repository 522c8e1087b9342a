import pytest

from plumbing.listed import named_list


@pytest.mark.parametrize(("names", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")])
def test_a_list_in_words(names, expected):
    assert named_list(names) == expected


def test_a_choice_in_words():
    assert named_list(("c", "x", "z"), "or") == "c, x or z"
