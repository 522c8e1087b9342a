"""What is said and drawn is tested on a definition that the tests hold themselves, not on the targets of the day."""

import pytest

from tests.held import holding_plans


@pytest.fixture(autouse=True)
def plans_with_targets_and_a_break_of_our_own(request):
    """Plans within 20 weeks, as the words expected here know them; the dictionary shows what is signed."""
    if request.path.name == "test_dictionary.py":
        yield
        return
    with holding_plans():
        yield
