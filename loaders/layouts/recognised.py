"""Which layout a file is of, told by its words and shown with their share; a person may always say another."""

from collections.abc import Iterable

from loaders.layouts.children import rows_about_children
from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedFile
from loaders.layouts.matching import Likeness, likeness
from loaders.layouts.taking import taken
from loaders.layouts.words_taken import words_taken
from loaders.reading.workbook import Workbook
from loaders.rules.words import named_list
from programme.finding import Finding, Severity
from programme.names import Naming
from programme.period import Period
from programme.quarter import Quarter


def mapped_file(
    workbook: Workbook,
    layouts: Iterable[Layout],
    quarter: Quarter,
    said: Layout | None = None,
    asked: Period | None = None,
    names: Naming | None = None,
) -> MappedFile:
    """The workbook as the layout that was `said` reads it, or else the one of `layouts` that it looks like.

    `asked` is the period that a person says where the file says none, `quarter` today's, `names` what things are called.
    """
    if (refusal := rows_about_children(workbook, quarter)) is not None:
        return MappedFile(workbook, None, 0.0, (), (refusal,))
    if said is not None:
        return _taken(workbook, likeness(workbook, said), asked, names)
    likes = sorted((likeness(workbook, layout) for layout in layouts), key=lambda like: -like.share)
    fitting = [like for like in likes if like.looks_like]
    if not fitting:
        return MappedFile(workbook, None, likes[0].share if likes else 0.0)
    if len(fitting) > 1 and fitting[1].share == fitting[0].share:
        return MappedFile(workbook, None, fitting[0].share, (), (_unclear(fitting),))
    return _taken(workbook, fitting[0], asked, names)


def _taken(workbook: Workbook, like: Likeness, asked: Period | None, names: Naming | None) -> MappedFile:
    if like.layout.of_figures:
        return taken(workbook, like.layout, asked, like, names)
    return words_taken(workbook, like.layout, asked, like)


def _unclear(likes: list[Likeness]) -> Finding:
    names = named_list(f"“{like.layout.name}”" for like in likes if like.share == likes[0].share)
    message = f"A file must look like one layout, got: {names}. Say which is meant. Nothing was stored."
    return Finding("layout_unclear", Severity.ERROR, "", "", message)
