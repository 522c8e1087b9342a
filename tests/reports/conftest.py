"""What is said and drawn is tested on a definition that the tests hold themselves, not on the targets of the day."""

import pytest

from programme.access import Role
from record.records import read
from reports.progress.readings import Progress
from reports.public.made import public_site
from store.database import Database
from store.order.points import point_at
from tests.held import holding_plans


@pytest.fixture(autouse=True)
def plans_with_targets_and_a_break_of_our_own(request):
    """Plans within 20 weeks, as the words expected here know them; the dictionary shows what is signed."""
    if request.path.name == "test_dictionary.py":
        yield
        return
    with holding_plans():
        yield


@pytest.fixture(scope="session")
def judged_once(demonstration_records):
    """What readers are given of the demonstration, to be judged by the definition held here alone: see `demonstration`."""
    return Progress(demonstration_records, Role.READER)


@pytest.fixture
def demonstration(plans_with_targets_and_a_break_of_our_own, judged_once):
    """The same for a test: what one test has judged is there for the next. It is of no wider scope, so that nothing of it
    can be judged before the definition is held."""
    return judged_once


@pytest.fixture(scope="session")
def shown(demonstration_copy, tmp_path_factory):
    """What a reader is given at the newest point of the demonstration, its change, and all that was known then."""
    with Database.open(demonstration_copy(tmp_path_factory.mktemp("pack"))) as database:
        point = point_at(database)
        records = read(database, point.moment)
        given = Progress(records, Role.READER)
        yield given, point_at(database, given.records.as_at).change, records


@pytest.fixture(scope="session")
def site(shown):
    """The public pages of the newest quarter of the demonstration."""
    return public_site(shown[0], shown[0].records.newest, shown[1])
