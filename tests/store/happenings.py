"""What people do with the store, one thing after another, drawn at random.

Nothing here may hold a database: Hypothesis keeps its strategies, and all they can reach, until the very end.
"""

from dataclasses import replace

from hypothesis import strategies as st

from programme.areas import DISTRICTS, KENT
from programme.measures import owed_by
from programme.parts import FIGURES, Part
from programme.submission import Submission
from programme.symbols import Symbol
from tests.store.submissions import COUNCIL, IN_TIME, ISSUED, NHS, Q2, Q3, figure, history, standard

WORKSTREAM = {ISSUED: 3, IN_TIME: 3, "complaints_received": 1, "speech_and_language_waiting": 5}

a_value = st.one_of(st.integers(0, 4).map(float), st.sampled_from(Symbol))


@st.composite
def a_standard_return(draw) -> Submission:
    streams = draw(st.sampled_from([(3,), (5,), (1, 3), (3, 5)]))
    covered = [measure for measure, stream in WORKSTREAM.items() if stream in streams]
    values = draw(st.dictionaries(st.sampled_from(covered), a_value))
    quarter, organisation = draw(st.sampled_from([Q2, Q3])), draw(st.sampled_from([COUNCIL, NHS]))
    return standard(values, workstreams=streams, quarter=quarter, organisation=organisation)


@st.composite
def a_history(draw) -> Submission:
    keys = st.tuples(st.sampled_from(sorted(WORKSTREAM)), st.sampled_from([KENT, DISTRICTS[0]]), st.sampled_from([Q2, Q3]))
    return history(
        tuple(
            figure(measure, value, area=area, quarter=quarter)
            for (measure, area, quarter), value in draw(st.dictionaries(keys, a_value, max_size=4)).items()
        )
    )


def with_parts(submission: Submission) -> Submission:
    """The same return, which says that it speaks for the figures that it carries, and for its actions where it has none."""
    cover = submission.cover
    carried = {Part(FIGURES, owed_by(each.measure), each.quarter, WORKSTREAM[each.measure]) for each in submission.figures}
    words = {Part("Actions", cover.organisation, cover.quarter or Q3, stream) for stream in cover.workstreams}
    return replace(submission, parts=frozenset(carried or words))


def as_they_came(happened: list[Submission | int], before: int) -> list[Submission | int]:
    """The first `before` as they were accepted before versions recorded their parts, the others since."""
    since = (with_parts(step) if isinstance(step, Submission) else step for step in happened[before:])
    return [*happened[:before], *since]


steps = st.builds(
    as_they_came, st.lists(st.one_of(a_standard_return(), a_history(), st.integers(0, 9)), max_size=6), st.integers(0, 6)
)
"""What people do, one after another: accept a return, or withdraw one of those that can be (a number chooses which)."""
