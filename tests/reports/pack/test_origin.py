import re
from dataclasses import replace

import pytest

from programme.access import Role
from programme.signoff import SignOff
from reports.pack.origin import origin_of, program_fingerprint
from reports.progress.readings import Progress
from tests.reports.build import progress_of, records_of
from tests.reports.lines import plans
from tests.reports.pack.conftest import QUARTER


def test_it_is_made_of_a_moment_and_of_nothing_else():
    with pytest.raises(ValueError, match="A pack is made of what was known at a moment, got: records of now"):
        origin_of(progress_of(), QUARTER, 1)


def test_program_and_definitions_are_told_by_their_fingerprints(pack):
    assert re.fullmatch("[0-9a-f]{12}", program_fingerprint())
    assert pack.origin.program == program_fingerprint() != pack.origin.definitions


def test_its_state_is_what_the_sign_off_says_and_what_may_point_to_a_child_stays_a_draft(pack):
    assert pack.origin.state == "published"
    at = pack.origin.as_at
    draft = replace(records_of(*plans([50])), as_at=at)
    approved = replace(draft, sign_off=_Approved((), at))
    assert origin_of(Progress(draft, Role.READER), QUARTER, 1).state == "draft"
    assert origin_of(Progress(approved, Role.READER), QUARTER, 1).state == "approved"
    assert origin_of(Progress(approved, Role.ANALYST), QUARTER, 1).state == "draft"


class _Approved(SignOff):
    def state(self, quarter):
        return "approved"
