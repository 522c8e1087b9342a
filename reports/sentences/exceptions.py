"""What is missing where a red has no whole management action, in words."""

from reports.progress.exceptions import Unanswered


def exception_sentence(unanswered: Unanswered) -> str:
    """Which red it is, and what is not recorded of its management action."""
    title = unanswered.reading.kpi.title
    if "management action" in unanswered.lacks:
        return f"{title} is red and no management action is recorded."
    return f"{title} is red; its management action has no {' and no '.join(unanswered.lacks)}."
