"""Where published figures come from: each source with its file, when it was loaded, and what it gives."""

from collections.abc import Iterable

import pandas as pd

from programme.moment import time_text
from programme.published import LoadedRelease, PublishedFigures


def releases_table(published: PublishedFigures, releases: Iterable[LoadedRelease]) -> pd.DataFrame:
    """One row per source of the figures in use; one that a newer load replaced wholly is not in use."""
    loaded = {release.number: release for release in releases}
    uses: dict[tuple[str, int | None], list] = {}
    for figure in published.values():
        uses.setdefault((figure.source if figure.loaded is None else "", figure.loaded), []).append(figure)
    rows = []
    for (source, number), figures in uses.items():
        release = loaded.get(number)
        rows.append(
            {
                "Source": release.release if release else source,
                "File": figures[0].file,
                "Figures": f"{len(figures):,}",
                "Areas": str(len({figure.area_code for figure in figures})),
                "Periods": f"{min(figure.period for figure in figures)} to {max(figure.period for figure in figures)}",
                "Loaded": f"{time_text(release.loaded_at)} by {release.loaded_by}" if release else "with WSoA Monitor",
            }
        )
    return pd.DataFrame(sorted(rows, key=lambda row: (row["Loaded"] == "with WSoA Monitor", row["Source"])))
