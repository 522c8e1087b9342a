"""Which layout a file is of, told by its words and shown with their share; a person may always say another."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from loaders.layouts.children import rows_about_children
from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedFile
from loaders.layouts.matching import Likeness, likeness
from loaders.layouts.taking import taken
from loaders.layouts.words_taken import words_taken
from loaders.reading.workbook import Workbook
from plumbing.listed import named_list
from programme.finding import Finding, Severity
from programme.names import Naming
from programme.period import Period
from programme.quarter import Quarter


@dataclass(frozen=True, slots=True)
class ByLayout:
    """How a file that is no form of ours is read: by the `layout` that a person says, or by the one of `layouts` that it
    looks like. `asked` is the period that a person says where the file says none, `sheets` the sheet that is meant by the
    word of each table for which there are several."""

    layouts: tuple[Layout, ...] = ()
    layout: Layout | None = None
    asked: Period | None = None
    sheets: Mapping[str, str] = field(default_factory=dict)


def mapped_file(workbook: Workbook, how: ByLayout, quarter: Quarter, names: Naming | None = None) -> MappedFile:
    """The workbook as it is to be read. `quarter` is today's, `names` what things are called."""
    if (refusal := rows_about_children(workbook, quarter)) is not None:
        return MappedFile(workbook, None, 0.0, (), (refusal,))
    if how.layout is not None:
        return _taken(workbook, likeness(workbook, how.layout), how, names)
    likes = sorted((likeness(workbook, layout) for layout in how.layouts), key=lambda like: -like.share)
    fitting = [like for like in likes if like.looks_like]
    if not fitting:
        return MappedFile(workbook, None, likes[0].share if likes else 0.0)
    alike = tuple(like.layout.name for like in fitting if like.share == fitting[0].share)
    if len(alike) > 1:
        return MappedFile(workbook, None, fitting[0].share, (), (_unclear(alike),), alike=alike)
    return _taken(workbook, fitting[0], how, names)


def _taken(workbook: Workbook, like: Likeness, how: ByLayout, names: Naming | None) -> MappedFile:
    layout = like.layout.meaning(how.sheets)
    if layout.of_figures:
        mapped = taken(workbook, layout, how.asked, like, names)
    else:
        mapped = words_taken(workbook, layout, how.asked, like)
    return replace(mapped, several=like.several)


def _unclear(alike: tuple[str, ...]) -> Finding:
    names = named_list(f"“{name}”" for name in alike)
    message = f"A file must look like one layout, got: {names}. Say which is meant. Nothing was stored."
    return Finding("layout_unclear", Severity.ERROR, "", "", message)
