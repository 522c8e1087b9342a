"""The sets that can be asked for, each made of what is known and disclosed to whoever asks."""

from dataclasses import replace

from api.action_rows import action_rows, actions_told
from api.asked import FeedAsked
from api.change_rows import change_rows, changes_told
from api.columns import DataSet, joined_sets, of_no_quarter, of_quarter
from api.dictionary_rows import column_rows, dictionary_rows, entries_told
from programme.quarter import Quarter
from reports.pack.data import figures_set, figures_told
from reports.progress.readings import Progress


def data_of(progress: Progress, asked: FeedAsked) -> DataSet:
    """The rows that were asked for. Where nothing was returned there are none, in the same columns."""
    match asked.name:
        case "columns":
            return column_rows((*_without_rows().values(), entries_told(())))
        case "dictionary":
            return dictionary_rows(asked.quarter, asked.kpi)
        case _:
            found = [of_quarter(_of_one(progress, asked, each), progress, each) for each in _quarters(progress, asked)]
            return joined_sets(found or [_without_rows()[asked.name]])


def _quarters(progress: Progress, asked: FeedAsked) -> list[Quarter]:
    if asked.every:
        return progress.records.quarters
    quarter = asked.quarter or progress.records.newest
    return [quarter] if quarter else []


def _of_one(progress: Progress, asked: FeedAsked, quarter: Quarter) -> DataSet:
    match asked.name:
        case "results":
            return replace(figures_set(progress, quarter, asked.kpi, asked.area), name="results")
        case "actions":
            return action_rows(progress, quarter, asked.kpi)
        case _:
            return change_rows(progress, quarter, asked.area, asked.kpi)


def _without_rows() -> dict[str, DataSet]:
    none = replace(figures_told(()), name="results"), actions_told(()), changes_told(())
    return {each.name: of_no_quarter(each) for each in none}
