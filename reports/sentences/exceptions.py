"""What is missing where a red has no whole management action, in words."""

from reports.language.linked import Pieces, plain_text
from reports.progress.exceptions import Unanswered
from reports.sentences.ways import reading_link


def exception_sentence(unanswered: Unanswered) -> str:
    """Which red it is, and what is not recorded of its management action."""
    return plain_text(exception_linked(unanswered))


def exception_linked(unanswered: Unanswered) -> Pieces:
    """The same, the KPI leading to its page."""
    title = reading_link(unanswered.reading, unanswered.reading.kpi.title)
    if "management action" in unanswered.lacks:
        return (title, " is red and no management action is recorded.")
    return (title, f" is red; its management action has no {' and no '.join(unanswered.lacks)}.")
