"""Where a database is: a file of this machine, or the address of a server. What people name is read here alone."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from plumbing.unsaid import without_passwords

FILE = "file"
BACKUPS = "backups"
SERVERS = frozenset({"postgresql", "postgres"})
DEFAULT = Path(__file__).parent.parent / "data" / "wsoa.duckdb"
NAMED = re.compile(r"/([\w-]+)(?:\?|$)", re.ASCII)
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]+:/|.*://", re.DOTALL)  # one letter alone before the colon is a drive


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database is. One of `file` and `address` is set; as text, the address goes without its password."""

    file: Path | None = None
    address: str = field(default="", repr=False)

    @property
    def kind(self) -> str:
        """`file`, or what the address begins with: the engine that is asked for."""
        return self.address.partition(":")[0].lower() if self.address else FILE

    @property
    def missing(self) -> bool:
        """Whether it is a file that is not there. Of an address nobody can say so without asking."""
        return self.file is not None and not self.file.exists()

    @property
    def backups(self) -> Path:
        """The folder of its copies: beside a file; of a server what `WSOA_BACKUPS` names, or `data/backups` here."""
        if self.file is not None:
            return self.file.absolute().parent / BACKUPS
        return Path(os.environ.get("WSOA_BACKUPS") or DEFAULT.parent / BACKUPS).absolute()

    @property
    def stem(self) -> str:
        """What the names of its copies begin with: the name of the file, or of the database where the address says it."""
        if self.file is not None:
            return self.file.stem
        found = NAMED.search(self.address.partition("://")[2])
        return found[1] if found else "server"

    def __str__(self) -> str:
        return without_passwords(self.address) if self.address else str(self.file)


def place_named(name: "str | Path | Place | None" = None) -> Place:
    """The place of that name; without one what `WSOA_DATABASE` names, or `data/wsoa.duckdb` under the project."""
    if isinstance(name, Place):
        return name
    text = str(name or os.environ.get("WSOA_DATABASE") or DEFAULT)
    return Place(address=text) if _ADDRESS.match(text) else Place(Path(text))
