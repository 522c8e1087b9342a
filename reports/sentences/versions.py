"""A version of a return by its name: what it is, for which quarter and workstreams, from whom."""

from programme.submission import Version


def version_title(version: Version) -> str:
    """`Version 3: return for 2024/25 Q3, all workstreams, Kent County Council`."""
    cover = version.cover
    what = f"return for {cover.quarter}" if cover.kind == "standard" else "history workbook"
    if version.withdraws is not None:
        what = f"withdrawal of version {version.withdraws} ({what})"
    return f"Version {version.number}: {what}, {_streams(cover.workstreams)}{cover.organisation}"


def _streams(numbers: tuple[int, ...]) -> str:
    if len(numbers) in (0, 5):
        return "all workstreams, "
    return f"workstream{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}, "
