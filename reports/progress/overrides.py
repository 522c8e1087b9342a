"""A rating that a recorded judgement replaces: only in a return, only with a reason, and never without the computed one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpis.rating import Rated, Rating
from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.commentary import Commentary
from programme.sheets.typed import plain

Overriding = Mapping[tuple[str, Quarter], Commentary]
"""What returns write about a KPI and quarter, where they judge its rating."""


@dataclass(frozen=True, slots=True)
class Override:
    """The `computed` rating that a return replaced by `rating`, why it did, and the row that says so."""

    computed: Rated
    rating: Rating
    why: str
    source: Source

    @property
    def rated(self) -> Rated:
        """What stands instead, with both ratings in its reason."""
        reason = f"judged {self.rating} in the return ({self.why}); worked out from the figure: {self.computed.rating}"
        return Rated(self.rating, self.computed.target, reason)


def overriding(commentary: Iterable[Commentary]) -> Overriding:
    """The commentaries that judge a rating. One without a reason, or in other words than a rating's, does not count."""
    return {
        (each.kpi, each.quarter): each
        for each in commentary
        if each.judgement_reason and _rating(each.judgement) is not None
    }


def about_carried(
    written: Mapping[tuple[str, Quarter], Commentary], kpi_id: str, reported: Quarter, quarter: Quarter
) -> Commentary | None:
    """What was written last, up to `quarter`, about the figure reported in `reported`: it holds while that is carried."""
    if reported == quarter:
        return written.get((kpi_id, quarter))
    return next((written[kpi_id, each] for each in reported.to(quarter)[::-1] if (kpi_id, each) in written), None)


def override(computed: Rated, judged: Commentary | None) -> Override | None:
    """What a judgement makes of a computed rating: it can change one and cannot make one where there is none."""
    if judged is None or computed.rating is Rating.NOT_RATED:
        return None
    rating = _rating(judged.judgement)
    return None if rating is computed.rating else Override(computed, rating, judged.judgement_reason, judged.source)


def _rating(typed: str) -> Rating | None:
    """The rating that a word stands for. Nobody can judge a figure to be not rated."""
    return next((rating for rating in Rating if rating == plain(typed) and rating is not Rating.NOT_RATED), None)
