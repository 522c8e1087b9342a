"""By which rules it is decided what readers may not see, for whoever stores something."""

from programme.hidden import Decider


def rules_in_force() -> Decider:
    """The rules. They bring numpy and the solver, for which nobody waits who stores nothing."""
    from disclosure.decide import decider

    return decider()
