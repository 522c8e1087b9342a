"""The public pages of a quarter, made of what is published and nothing else: every file by its name, and what they are."""

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from programme.access import Role
from programme.moment import time_text
from programme.quarter import Quarter
from programme.signoff import SignOffDeed, SignOffState, signed_last
from record.records import Records
from reports.documents.notes import ILLUSTRATIVE, RETURNS, notes
from reports.exports.csv_text import csv_text
from reports.pack.data import pack_data
from reports.pack.data_csv import csv_bytes
from reports.pack.files import PackFile, manifest_of
from reports.pack.measures import measures_of
from reports.pack.origin import origin_of
from reports.pack.parts import PackMeasure, PackOrigin
from reports.progress.readings import Progress
from reports.public.frame import STYLE, PublicOrigin, page_bytes
from reports.public.pages import public_pages
from reports.public.pictures import figures_file, picture_files
from reports.public.prose import about_page, accessibility_page
from reports.sentences.signoff import corrected_sentence

MANIFEST = "manifest.json"
KIND = "public export of WSoA Monitor"
STYLESHEET = Path(__file__).with_name(STYLE)
NOTHING_LOST = "Nothing was written; nothing was lost."
FIRST = "Have it signed off first (Meetings, Sign-off)."
NOT_SIGNED = "not signed off"
UNPUBLISHED = {
    SignOffState.FOR_REVIEW: "sent for review and not published",
    SignOffState.APPROVED: "approved and not published",
}
KEEPS_NOTHING = "These pages keep nothing about you and ask nobody for anything."


class NotPublic(Exception):  # noqa: N818 - a refusal, whose text is a sentence
    """That quarter cannot be exported for the public; the text says why."""


@dataclass(frozen=True, slots=True)
class PublicSite:
    """The files of the public pages, and the manifest that says what they are."""

    manifest: dict
    files: tuple[PackFile, ...]

    @property
    def all(self) -> tuple[PackFile, ...]:
        """Every file, the manifest last."""
        told = json.dumps(self.manifest, ensure_ascii=False, indent=2) + "\n"
        return (*self.files, PackFile(MANIFEST, told.encode()))


def public_site(progress: Progress, quarter: Quarter, change: int) -> PublicSite:
    """The public pages of `quarter`, of a reader's `progress`; `change` is the newest thing stored by its moment.

    Raises NotPublic where readers are not shown that quarter by a publication, and ValueError for anybody else's progress.
    """
    if progress.role is not Role.READER:
        raise ValueError(f"Public pages are made of what readers see, got: those of {progress.role}")
    if said := not_public(progress.records, quarter):
        raise NotPublic(said)
    origin = replace(origin_of(progress, quarter, change), state=str(SignOffState.PUBLISHED))
    files = (*_pages(progress, origin), PackFile(STYLE, STYLESHEET.read_bytes()))
    return PublicSite(_manifest(origin, files), files)


def not_public(records: Records, quarter: Quarter) -> str:
    """Why a quarter cannot be exported, as a sentence; empty where it can. `records` are what readers are given."""
    given, sign_off = records.given, records.sign_off
    must = "Only what is published to readers is exported for the public, got:"
    if given and given.deed is SignOffDeed.WITHDRAWN:
        return f"{must} {quarter}, while what was published of {given.quarter} is withdrawn: {given.note}. {NOTHING_LOST}"
    if given and quarter <= given.quarter and quarter in records.quarters:
        return ""
    state = sign_off.state(quarter) if sign_off else SignOffState.DRAFT
    if state is SignOffState.EMBARGOED:
        until = time_text(signed_last(sign_off.signatures, quarter).embargo)
        return f"{must} {quarter}, which is under embargo until {until}. Export it after that. {NOTHING_LOST}"
    shown = f" Readers are shown {given.quarter}." if given else " Nothing is published to readers."
    return f"{must} {quarter}, which is {UNPUBLISHED.get(state, NOT_SIGNED)}.{shown} {FIRST} {NOTHING_LOST}"


def _pages(progress: Progress, origin: PackOrigin) -> list[PackFile]:
    """Every page, what stands around each, and the charts and files that they lead to."""
    records, quarter = progress.records, origin.quarter
    measures = {each.id: each for each in measures_of(progress, quarter)}
    data = pack_data(progress, quarter)
    pages = [*public_pages(progress, quarter, measures, data), about_page(records, origin, _told(origin))]
    pages.append(accessibility_page(len(pages) + 1))
    around = PublicOrigin(quarter, _strip(records, origin), _foot(origin))
    return [
        *(PackFile(each.name, page_bytes(each, around)) for each in pages),
        *(drawn for each in measures.values() for drawn in picture_files(each)),
        *(PackFile(f"data/{each.name}.csv", csv_bytes(each)) for each in data),
        *(_own_figures(records, origin, each) for each in measures.values()),
    ]


def _own_figures(records: Records, origin: PackOrigin, measure: PackMeasure) -> PackFile:
    """The figures of one measure, under what every download says of itself."""
    told = notes(records, measure.title, str(origin.quarter))
    return PackFile(figures_file(measure), csv_text(measure.table, told).encode("utf-8-sig"))


def _strip(records: Records, origin: PackOrigin) -> tuple[str, ...]:
    """What stands over every page: that it is not all real, and what was corrected since."""
    return tuple(filter(None, (ILLUSTRATIVE if origin.illustrative else "", corrected_sentence(records.corrected))))


def _foot(origin: PackOrigin) -> tuple[str, ...]:
    return (
        f"{origin.figures_as_known}. Source: {RETURNS}.",
        KEEPS_NOTHING,
    )


def _told(origin: PackOrigin) -> tuple[str, ...]:
    """What is said of the pages' own making."""
    return (
        f"Source: {RETURNS}.",
        f"{origin.figures_as_known}.",
        f"Definitions {origin.definitions}, program {origin.program}: with both, the same records give the same files.",
    )


def _manifest(origin: PackOrigin, files: tuple[PackFile, ...]) -> dict:
    """What the pack's says, and what kind of files these are; the id is a fingerprint of all of them."""
    seal = sha256("\n".join(f"{each.name} {each.object['sha256']}" for each in files).encode()).hexdigest()[:12]
    own = {"id": f"{origin.quarter.file_name}-public-{seal}", "kind": KIND}
    return own | {key: value for key, value in manifest_of(origin, files).items() if key != "id"}
