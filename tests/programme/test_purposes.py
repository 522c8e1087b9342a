from programme.purposes import purposes
from programme.workstreams import workstreams


def test_every_workstream_has_a_purpose_and_no_desired_outcome_is_invented():
    assert set(purposes()) == set(workstreams())
    assert {each.desired_outcome for each in purposes().values()} == {""}
    assert all(
        "to be confirmed" in each.outcome_status and "to be confirmed" in each.progress_status
        for each in purposes().values()
    )
