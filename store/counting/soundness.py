"""What must hold before the store takes a submission: the last check, for callers that skipped the loaders' rules."""

from hashlib import sha256
from math import isfinite

from programme.figure import Figure
from programme.measures import measures
from programme.parts import FIGURES, Part
from programme.period import PeriodKind
from programme.submission import Cover, Submission


def refuse_unsound(submission: Submission, by: str) -> None:
    """Raise ValueError, naming the first thing that does not hold."""
    cover = submission.cover
    _must(by.strip(), "Whoever accepts a return must be named", by)
    _must((cover.kind == "history") == (cover.quarter is None), "A standard return, and only that, has a quarter", cover)
    _must(
        sha256(submission.content).hexdigest() == submission.sha256, "The fingerprint must be the file's", submission.sha256
    )
    _must(submission.parts is None or submission.parts or submission.kept, "A return must speak for something", cover)
    seen = set()
    for figure in submission.figures:
        _must(figure.measure in measures(), "A figure's measure must be one of measures.csv", figure.measure)
        _must(figure.value is None or isfinite(figure.value), "A figure must be finite", figure)
        _must(figure.key not in seen, "A return carries one value for a measure, area and quarter", figure)
        _must(cover.kind == "history" or _covered(figure, cover), "A figure must be of its cover's scope", figure)
        _must(submission.parts is None or _part(figure) in submission.parts, "A return must speak for its figures", figure)
        seen.add(figure.key)
    _refuse_unsound_kept(submission)


def _refuse_unsound_kept(submission: Submission) -> None:
    """Of a return of one quarter nothing is kept beside; counts of a quarter are figures and nothing else."""
    seen = set()
    _must(
        not submission.kept or submission.cover.kind == "history", "A standard return keeps nothing beside", submission.kept
    )
    for each in submission.kept:
        of_a_quarter = each.counted and each.period.kind is PeriodKind.QUARTER
        _must(not of_a_quarter, "What is kept beside must be no count of a quarter", each)
        _must(not each.counted or each.measure in measures(), "A count's measure must be one of measures.csv", each.measure)
        _must(each.value is None or isfinite(each.value), "A figure must be finite", each)
        _must(each.key not in seen, "A return carries one value for a measure, area and period", each)
        seen.add(each.key)


def _covered(figure: Figure, cover: Cover) -> bool:
    return figure.quarter == cover.quarter and measures()[figure.measure].workstream in cover.workstreams


def _part(figure: Figure) -> Part:
    measure = measures()[figure.measure]
    return Part(FIGURES, measure.organisation, figure.quarter, measure.workstream)


def _must(holds: object, rule: str, got: object) -> None:
    if not holds:
        raise ValueError(f"{rule}, got: {got}")
