"""The command `demonstration`: where nothing is yet, what was loaded before is laid down, and no return is read."""

import sys
from argparse import Namespace

from loaders.kept import lay_down, lay_down_in
from loaders.sample_missing import missing_from
from plumbing.command_line import DONE
from store.database import Database
from store.place import place_named
from store.returns.versions import versions


def fill_with_demonstration(asked: Namespace) -> int:
    """Fill an empty database with the demonstration returns."""
    if laid := lay_down(place_named(asked.database)):
        return _told_of_demonstration(laid)
    with Database.open(asked.database) as database:
        if asked.if_empty and versions(database):
            print(" ".join(("The database holds returns already; it is left as it is.", *missing_from(database))))
            return DONE
        return _told_of_demonstration(lay_down_in(database) or _loaded(database))


def _loaded(database: Database) -> int:
    """Load the returns, and say how many there are; how far it is, where a person watches."""
    from tqdm import tqdm

    from loaders.sample import load_demonstration  # and all that checks returns: only where it must be loaded

    with tqdm(total=1, unit="file", leave=False, disable=not sys.stderr.isatty()) as bar:

        def tell(done: int, of: int, name: str) -> None:
            bar.total = of
            bar.set_postfix_str(name)
            bar.update(done - bar.n)

        return len(load_demonstration(database, tell))


def _told_of_demonstration(returns: int) -> int:
    print(f"{returns} demonstration returns were loaded. Their figures are illustrative.")
    return DONE
