"""What happened to the figures: the versions of returns, what each changed, and every restatement, as tables."""

from collections.abc import Iterable

import pandas as pd

from disclosure.rule import small_count
from programme.access import Role
from programme.figure import Figure
from programme.measures import measures
from programme.moment import time_text
from programme.submission import Restatement, Version
from reports.language.numbers import figure_text
from reports.sentences.versions import version_title


def versions_table(versions: Iterable[Version]) -> pd.DataFrame:
    """Every version, newest first."""
    known = list(versions)
    withdrawn = {version.withdraws: version for version in known}
    return pd.DataFrame([_version_row(version, withdrawn.get(version.number)) for version in reversed(known)])


def _version_row(version: Version, withdrawal: Version | None) -> dict[str, str]:
    return {
        "Version": str(version.number),
        "What": version_title(version).partition(": ")[2],
        "Accepted": time_text(version.accepted_at),
        "By": version.accepted_by,
        "Why": version.reason,
        "Status": f"withdrawn by version {withdrawal.number}" if withdrawal else str(version.cover.status),
        "File": version.file_name,
        "Fingerprint (sha256)": version.sha256[:12],
    }


def restatements_table(found: Iterable[Restatement], role: Role = Role.READER) -> pd.DataFrame:
    """Figures that changed after they had been seen, newest first: old, new, when, why, by whom.

    Where either is a small count of children a reader sees neither, since one would give the other away.
    """
    return pd.DataFrame(
        [
            {
                "Figure": measures()[each.measure].description,
                "Area": each.area.name,
                "Quarter": str(each.quarter),
                "Old": _disclosed(each, each.old, role),
                "New": _disclosed(each, each.new, role),
                "When": time_text(each.version.accepted_at),
                "Why": each.version.reason or "no reason was given",
                "By": each.version.accepted_by,
                "Version": str(each.version.number),
                "Cell": str((each.new or each.old).source),
            }
            for each in reversed(list(found))
        ]
    )


def _disclosed(each: Restatement, figure: Figure | None, role: Role) -> str:
    hidden = role is Role.READER and (small_count(each.old) or small_count(each.new))
    return "c (hidden)" if hidden and figure is not None and figure.value is not None else figure_text(figure)
