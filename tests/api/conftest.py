"""What every role is shown of the demonstration, worked out once."""

import pytest

from programme.access import Role
from reports.progress.readings import Progress


@pytest.fixture(scope="session")
def reader(demonstration_records):
    return Progress(demonstration_records, Role.READER)


@pytest.fixture(scope="session")
def analyst(demonstration_records):
    return Progress(demonstration_records, Role.ANALYST)
