"""What the command line says of layouts, and of files that are read by one."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from loaders.layouts.layout import Layout, LayoutUnsoundError, layout_read, layout_text
from loaders.layouts.mapped import MappedFile
from loaders.layouts.shipped import shipped_layouts
from loaders.rules.words import named_list, said
from plumbing.command_line import print_each
from programme.finding import Finding
from programme.sheets.typed import plain
from store.errors import StoreError

DONE = 0


def layout_named(named: str) -> Layout:
    """The layout of this name, or in the file at this path. Raises LayoutUnsoundError; opens no database for a path."""
    path = Path(named)
    if path.suffix == ".toml" or path.is_file():
        return _in_file(path)
    found = next((layout for layout in shipped_layouts() if plain(layout.name) == plain(named)), None)
    if found is None:
        holds = f"A layout must be a file (.toml), or {named_list((each.name for each in shipped_layouts()), 'or')}"
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
    """List the layouts, or write one as a file."""
    if asked.export:
        return _export(layout_named(asked.export), asked.output)
    print_each(shipped_layouts(), asked.json, _as_object, _as_line, "There are no layouts.")
    return DONE


def _as_object(layout: Layout) -> dict[str, object]:
    return {"name": layout.name, "says": layout.says, "to": layout.to, "by": None, "layout": layout_text(layout)}


def _as_line(layout: Layout) -> str:
    return f"{layout.name}: {layout.says or 'brings ' + layout.to}"


def _export(layout: Layout, output: Path) -> int:
    try:
        output.write_text(layout_text(layout), "utf-8")
    except OSError as refusal:
        raise StoreError(f"{output} must be a file that can be written, got: {refusal.strerror}.") from refusal
    print(f"The layout {layout.name} is {output}.")
    return DONE
