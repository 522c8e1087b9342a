"""What this edition's demonstration has and the one in a database has not: asked wherever the demonstration is laid down."""

from hashlib import sha256
from pathlib import Path

from loaders.sample_files import ALIASES, LAYOUTS, MEETING, SAMPLE, SIGN_OFFS, WORDS_SENT, listed_lines, manifest
from programme.measures import measures
from programme.sheets.letters import LETTERS
from programme.signoff import SignOffDeed
from store.database import Database
from store.meetings.meetings import meetings
from store.returns.aliases import aliases_of
from store.returns.layouts import layouts_kept
from store.returns.versions import versions
from store.returns.wordings import wordings_of
from store.signing.signoff_rows import sign_off_of


def missing_from(database: Database, folder: Path = SAMPLE) -> tuple[str, ...]:
    """Sentences that say what this edition's demonstration has and the one in a database has not.

    None where the database holds no demonstration, or today's.
    """
    ours = {line.file: sha256((folder / line.file).read_bytes()).hexdigest() for line in manifest(folder)}
    held = {each.file_name: each.sha256 for each in versions(database) if each.cover.illustrative and each.file_name in ours}
    other = [file for file in ours if held.get(file) != ours[file]]
    returned = (*_without_figures(database), *_without_letters(database)) if other else ()
    beside = (_without_meeting, _without_words, _without_sign_offs, _without_aliases, _without_layouts)
    lacking = (*returned, *filter(None, (without(database, folder) for without in beside)))
    if not held or not (other or lacking):
        return ()
    return (
        f"Its demonstration is of an earlier edition: of {len(ours)} files of today's, {len(other)} are missing or others.",
        *lacking,
        "To see today's, name a new file in WSOA_DATABASE and load it there; this one keeps what it has.",
    )


def _without_figures(database: Database) -> tuple[str, ...]:
    """What was asked for in quarters that the database holds, and nobody returned."""
    from store.returns.facts import facts  # reads every figure: only where a return of today's is missing

    figures = facts(database)
    quarters, given = {quarter for _, _, quarter in figures}, {measure for measure, _, _ in figures}
    lacking = [each for each in measures().values() if each.id not in given and any(map(each.due, quarters))]
    if not lacking:
        return ()
    return (f"It has no figures at all for: {'; '.join(each.description for each in lacking)}.",)


def _without_letters(database: Database) -> tuple[str, ...]:
    """What stands for the letters where no return of the demonstration brought any."""
    from store.snapshot import snapshot  # the same

    with snapshot(database) as known:
        held = any(rows for version, rows in known.rows(LETTERS.name) if version.cover.illustrative)
    return () if held else ("It has no letter of the DfE, NHS England or inspectors.",)


def _without_meeting(database: Database, folder: Path) -> str:
    """What stands for the meeting where it has none that is illustrative and today's has one."""
    if not (folder / MEETING).exists() or any(each.illustrative for each in meetings(database)):
        return ""
    return "It has no meeting of the board: no challenge, decision, follow-up or minutes."


def _without_words(database: Database, folder: Path) -> str:
    """That words which leads wrote on screen are missing."""
    ours = [line for line in listed_lines(folder / WORDS_SENT) if not line["withdraws"]]
    held = [each for each in wordings_of(database) if each.illustrative]
    if len(held) >= len(ours):
        return ""
    return f"It has {len(held) or 'none'} of today's {len(ours)} words that leads wrote on screen."


def _without_sign_offs(database: Database, folder: Path) -> str:
    """That no quarter was published, where one is today."""
    published = any(each.deed is SignOffDeed.PUBLISHED for each in sign_off_of(database).signatures)
    if published or not listed_lines(folder / SIGN_OFFS):
        return ""
    return "It has no quarter that was approved and published, and none that was corrected since."


def _without_aliases(database: Database, folder: Path) -> str:
    """That nobody said of any name what it means, where somebody does today."""
    if not listed_lines(folder / ALIASES) or aliases_of(database):
        return ""
    return "It has no name of which somebody said what is meant by it."


def _without_layouts(database: Database, folder: Path) -> str:
    """That nobody made a layout and nothing was read with one, where that is so today."""
    if not listed_lines(folder / LAYOUTS) or layouts_kept(database):
        return ""
    return "It has no file that was read by a layout: no figure of a month, and no value that somebody else worked out."
