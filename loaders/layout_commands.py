"""What the command line says of layouts, and of files that are read by one."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from loaders.layouts.known import layouts_known, layouts_listed, with_kept
from loaders.layouts.layout import Layout, LayoutUnsoundError, layout_read, layout_text
from loaders.layouts.mapped import MappedFile
from loaders.rules.words import said
from plumbing.command_line import DONE, print_each
from plumbing.listed import named_list
from programme.access import person_here
from programme.finding import Finding
from programme.kept_layouts import KeptLayout, ListedLayout
from programme.moment import day_text
from programme.sheets.typed import plain
from programme.submission import Acceptance
from store.database import Database
from store.errors import StoreError
from store.place import place_named
from store.returns.layouts import keep_layout, layouts_kept, withdraw_layout


def layouts_there(named: str | None) -> tuple[tuple[Layout, ...], str]:
    """The layouts that files are checked by, and why those that people made are not among them, where that is so.

    `named` is the layout that is asked for, if any: where it is a file, no database is opened. Raises StoreError where it
    may be one that people made, and cannot be asked.
    """
    if named and _is_path(named):
        return layouts_known(None), ""
    try:
        return with_kept(kept_there(None)), ""
    except StoreError as refusal:
        if named:
            raise
        return layouts_known(None), f"The layouts that people made were not asked. {refusal}"


def _is_path(named: str) -> bool:
    return Path(named).suffix == ".toml" or Path(named).is_file()


def layout_named(named: str, layouts: Iterable[Layout]) -> Layout:
    """The one of these layouts with this name, or the one in the file at this path. Raises LayoutUnsoundError."""
    if _is_path(named):
        return _in_file(Path(named))
    found = next((layout for layout in layouts if plain(layout.name) == plain(named)), None)
    if found is None:
        holds = f"A layout must be a file (.toml), or {named_list((each.name for each in layouts), 'or')}"
        raise LayoutUnsoundError(f"{said(holds, named)}. Nothing was stored.")
    return found


def _in_file(path: Path) -> Layout:
    try:
        return layout_read(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as fault:
        got = f"{path} ({getattr(fault, 'strerror', None) or 'not written in UTF-8'})"
        raise LayoutUnsoundError(f"A layout must be a file that can be read, got: {got}. Nothing was stored.") from None


def told_alike(file_name: str, mapped: MappedFile) -> str:
    """`x.xlsx looks like NHS community health (8 of 8 tables, 100% of its words): 24 figures of 2023-01.`"""
    found, of = mapped.tables
    figures = f"{len(mapped.values):,} figure{'' if len(mapped.values) == 1 else 's'}"
    periods = f" of {named_list(mapped.periods)}" if mapped.periods else ""
    tables = f"{found} of {of} table{'' if of == 1 else 's'}, {mapped.matched:.0%} of its words"
    return f"{file_name} looks like {mapped.layout.name} ({tables}): {figures}{periods}."


def mapped_object(file: str, mapped: MappedFile, findings: Iterable[Finding]) -> dict[str, object]:
    """The object that scripts read of a file that is no form of ours."""
    return {
        "file": file,
        "layout": mapped.layout and mapped.layout.name,
        "matched": mapped.matched,
        "findings": [asdict(finding) for finding in findings],
        "values": [value.as_json() for value in mapped.values],
    }


def mapped_lines(mapped: MappedFile) -> list[str]:
    """One line a figure: its cell, what it is of, and as it stands there."""
    places = [f"{value.sheet}!{value.value_cell.ref}" for value in mapped.values]
    width = max(map(len, places), default=0)
    return [
        f"  {place:{width}}  {value.measure}, {value.area.name}, {value.period}: {value.as_printed}"
        for place, value in zip(places, mapped.values, strict=True)
    ]


def list_layouts(asked: Namespace) -> int:
    """List the layouts, those that people made among them where there is a database, or write one as a file."""
    kept = kept_there(asked.database)
    if asked.export:
        return _export(layout_named(asked.export, with_kept(kept)), asked.output)
    print_each(layouts_listed(kept), asked.json, _as_object, _as_line, "There are no layouts.")
    return DONE


def kept_there(place: str | None) -> list[KeptLayout]:
    """The layouts that people made, where there is a database; none where there is not."""
    if place_named(place).missing:
        return []
    with Database.open(place, create=False) as database:
        return layouts_kept(database)


def _as_object(listed: ListedLayout) -> dict[str, object]:
    kept = listed.kept
    back = kept and kept.withdrawal
    return {
        "name": listed.name,
        "says": listed.says,
        "layout": listed.text,
        "number": kept and kept.number,
        "made_at": kept and kept.at.isoformat(),
        "made_by": kept and kept.by,
        "reason": kept and kept.reason,
        "withdrawn": back and {"at": back.at.isoformat(), "by": back.by, "account": back.account, "reason": back.reason},
    }


def _as_line(listed: ListedLayout) -> str:
    kept = listed.kept
    made = f"; number {kept.number}, made by {kept.doer} on {day_text(kept.at)}: {kept.reason}" if kept else ""
    back = kept and kept.withdrawal
    gone = f"; withdrawn by {back.doer} on {day_text(back.at)}: {back.reason}" if back else ""
    return f"{listed.name}{': ' if listed.says else ''}{listed.says}{made}{gone}"


def keep_layout_file(asked: Namespace) -> int:
    """Keep the layout in a file, so that files of its kind are recognised from then on."""
    layout = _in_file(asked.file)
    with Database.open(asked.database) as database:
        acceptance = Acceptance(person_here(asked.by), asked.reason, confirmed=asked.today)
        kept = keep_layout(database, layout.name, layout_text(layout), acceptance)
    print(f"The layout {layout.name} is kept as number {kept.number}.")
    return DONE


def take_layout_back(asked: Namespace) -> int:
    """Take a layout back."""
    with Database.open(asked.database, create=False) as database:
        acceptance = Acceptance(person_here(asked.by), asked.reason, confirmed=asked.today)
        found = withdraw_layout(database, asked.number, acceptance)
    print(f"The layout {found.name} (number {found.number}) was withdrawn. What was read with it stays as it is.")
    return DONE


def _export(layout: Layout, output: Path) -> int:
    try:
        output.write_text(layout_text(layout), "utf-8")
    except OSError as refusal:
        raise StoreError(f"{output} must be a file that can be written, got: {refusal.strerror}.") from refusal
    print(f"The layout {layout.name} is {output}.")
    return DONE
