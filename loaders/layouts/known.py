"""Every layout there is: those that come with WSoA Monitor, and those that people made, which come before them."""

from collections.abc import Iterable

from loaders.layouts.layout import Layout, layout_read, layout_text
from loaders.layouts.shipped import shipped_layouts
from programme.kept_layouts import KeptLayout, ListedLayout, layouts_standing
from programme.sheets.typed import plain
from store.database import Database
from store.returns.layouts import layouts_kept


def layouts_known(database: Database | None) -> tuple[Layout, ...]:
    """Every layout that files are read with; without a database those that come with the programme. Raises StoreError."""
    return with_kept(layouts_kept(database) if database else ())


def with_kept(kept: Iterable[KeptLayout]) -> tuple[Layout, ...]:
    """Those that come with the programme, and those kept that stand; one kept under the name of another takes its place."""
    own = [layout_read(each.layout, each.name) for each in layouts_standing(kept)]
    names = {plain(layout.name) for layout in own}
    others = [layout for layout in shipped_layouts() if plain(layout.name) not in names]
    return tuple(sorted([*own, *others], key=lambda layout: layout.name))


def layouts_listed(kept: Iterable[KeptLayout]) -> list[ListedLayout]:
    """Those that files are read with, by name, and after them those that people made and nothing is read with any more."""
    kept = tuple(kept)
    own = {each.name: each for each in layouts_standing(kept)}
    read_with = [
        ListedLayout(each.name, each.says or f"brings {each.to}", layout_text(each), own.get(each.name))
        for each in with_kept(kept)
    ]
    gone = (each for each in kept if each not in own.values())
    return read_with + [ListedLayout(each.name, "", each.layout, each, stands=False) for each in gone]
