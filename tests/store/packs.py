"""A small pack as it is kept, for the tests of what keeps it."""

from programme.kept_packs import PackLine, PackLineKind, PackToKeep
from tests.store.submissions import Q3
from tests.store.wordings import KPI, later

SAID = "Two caseworkers left"
FILES = (("board-pack-2024-25-Q3.pdf", b"%PDF as it was"), ("board-pack-2024-25-Q3-manifest.json", b"{}"))
LINES = (
    PackLine(PackLineKind.FIGURE, KPI, "E10000016", Q3, "", "41.0%", "41.0 | 41 | 100 | "),
    PackLine(PackLineKind.RATING, KPI, "E10000016", Q3, "", "red"),
    PackLine(PackLineKind.WORDS, f"Commentary: {KPI}", "", Q3, "Why", SAID),
    PackLine(PackLineKind.SAID, "cover", "", Q3, "", f"The board pack\n{SAID} in December"),
)


def pack_to_keep(signed: int, name: str = "2024-25-Q3-reader-0a1b", files=FILES, lines=LINES) -> PackToKeep:
    """A pack of what the change `signed` approved."""
    return PackToKeep(name, Q3, later(1), 2, signed, "approved", "prog", "defs", files, lines)
