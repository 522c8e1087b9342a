import pytest

from benchmarks.replicas import loaded_at_once, replica
from tests.serving import made, started

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def server():
    with started() as folder:
        yield folder


@pytest.fixture(scope="module")
def address(server):
    return made(server, "clicked")


@pytest.fixture(scope="module")
def replicas(address):
    with replica(address) as one, replica(address) as other:
        yield one, other


def test_what_one_replica_accepts_the_other_shows_at_its_next_click(replicas):
    one, other = replicas
    assert one.asked("click") == other.asked("click") == [0]
    assert one.asked("accept 41") == [1]
    assert other.asked("click") == one.asked("click") == [1, 41]
    assert other.asked("accept 44") == [2]
    assert one.asked("click") == [2, 44]


def test_two_that_load_at_once_lose_nothing(address, replicas):
    assert loaded_at_once(address, replicas, 3) == (6, 0, 0)
