import csv
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import StringIO
from itertools import pairwise
from posixpath import dirname, join, normpath

import pytest

from programme.access import Role
from programme.areas import KENT
from programme.quarter import Quarter
from programme.signoff import Signature, SignOff, SignOffDeed
from reports.exports.results import results
from reports.pack.glance import measured_table
from reports.progress.overview import overview
from reports.progress.readings import Progress
from reports.public.made import KIND, NotPublic, not_public, public_site
from reports.sentences.kpi import kpi_headline, kpi_sentence
from tests.reports.build import a_figure, records_of
from tests.reports.public.conftest import QUARTER, said

AT = datetime(2025, 2, 3, 9, tzinfo=UTC)
ASKED = datetime(2025, 3, 1, tzinfo=UTC)


def test_the_manifest_says_what_it_is_and_names_every_file_with_its_hash(site, written):
    told = site.manifest
    named = ["id", "kind", "quarter", "as_at", "role", "change", "program", "definitions", "files", "state"]
    assert list(told) == named
    assert (told["kind"], told["quarter"], told["role"], told["state"]) == (KIND, "2024/25 Q3", "reader", "published")
    assert told["id"].startswith("2024-25-Q3-public-")
    assert {each["name"]: each["sha256"] for each in told["files"]} == {
        name: sha256(content).hexdigest() for name, content in written.items() if name != "manifest.json"
    }
    assert list(written)[-1] == "manifest.json"


def test_every_measure_stands_on_its_page_as_the_pages_of_the_app_say_it(shown, pages):
    judged = overview(shown[0], KENT, QUARTER).judged
    assert len(judged) == 87
    for each in judged:
        (section,) = pages[f"weakness-{each.line.kpi.weaknesses[0]}.html"].xpath(f"//section[@id='{each.line.kpi.id}']")
        assert said(section.find("h3")).partition(" ")[2] == kpi_headline(each)
        assert said(section.find("p")) == kpi_sentence(each)
        grid = {
            f"{year} {quarter}": said(cell)
            for row in section.xpath(".//tbody/tr")
            for quarter in [said(row.find("th"))]
            for year, cell in zip(map(said, section.xpath(".//thead//th")[1:]), row.findall("td"), strict=True)
        }
        for reading in each.line.readings:
            shown_there = grid[str(reading.quarter)]
            assert shown_there in (reading.display, "–") or reading.display.startswith((shown_there, "no figure")), (
                reading.kpi.id,
                reading.quarter,
            )
            assert (shown_there == "c") == reading.hidden


def test_the_tables_of_measures_are_those_of_the_page(shown, pages):
    table = measured_table(overview(shown[0], KENT, QUARTER).judged, "")
    rows = [[said(cell) for cell in row] for row in pages["measures.html"].xpath("(//table)[1]/tbody/tr")]
    assert rows == [[" ".join(cell.text.split()) for cell in row] for row in table.rows]


def test_the_data_hold_what_other_programs_get_and_nothing_that_is_hidden(shown, written):
    told = results(shown[0], QUARTER)
    lines = list(csv.DictReader(StringIO(written["data/figures.csv"].decode("utf-8-sig"))))
    for page, line in zip(told, lines, strict=True):
        assert (line["kpi"], line["area"], line["rating"]) == (page["kpi"], page["area"], page["rating"])
        assert (float(line["value"]) if line["value"] else None) == page["value"]
    hidden = [line for line in lines if line["missing"].startswith("Hidden so that no child")]
    assert hidden
    assert {(line["display"], line["value"], line["numerator"], line["denominator"]) for line in hidden} == {
        ("c", "", "", "")
    }


def test_what_is_said_of_hidden_figures_to_those_who_see_them_stands_in_no_file(shown, written):
    given = shown[0]
    whole = Progress(replace(shown[2].signed, concealed=None), Role.ANALYST)
    secret = {
        f"{each['numerator']:g} of {each['denominator']:g}" if each["denominator"] else each["sentence"]
        for each, page in zip(results(whole, QUARTER), results(given, QUARTER), strict=True)
        if page["value"] is None and each["value"] is not None
    }
    text = b"\n".join(written.values()).decode()
    assert secret
    assert [each for each in secret if len(each) > 8 and f"({each})" in text] == []
    assert [each for each in secret if len(each) > 40 and each in text] == []


def test_no_link_is_dead_nothing_is_fetched_from_elsewhere_and_no_script_runs(pages, written):
    for name, page in pages.items():
        for address in (*page.xpath("//@href"), *page.xpath("//@src"), *page.xpath("//@srcset")):
            path, _, anchor = address.partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            assert target in written, (name, address)
            assert not anchor or pages[target].xpath(f"//*[@id='{anchor}']"), (name, address)
        assert page.xpath("//script | //iframe | //form | //@onclick | //@onload") == []
    assert b"url(" not in written["style.css"] and b"@import" not in written["style.css"]
    drawn = [content.decode() for name, content in written.items() if name.endswith(".svg")]
    assert not [each for each in drawn if re.search(r"<script|<image|href=", each)]
    assert len(drawn) == 2 * 87


def test_every_page_is_british_has_one_title_of_its_own_and_no_name_twice(pages):
    titles = [said(page.find(".//title")) for page in pages.values()]
    assert len(set(titles)) == len(titles) == 14
    for name, page in pages.items():
        assert page.get("lang") == "en-GB"
        assert len(page.xpath("//h1")) == 1, name
        ids = page.xpath("//@id")
        assert len(set(ids)) == len(ids), name
        assert all(page.xpath("//img/@alt")) and len(page.xpath("//img[not(@alt)]")) == 0
        levels = [int(each.tag[1]) for each in page.xpath("//h1|//h2|//h3")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_a_parent_reads_at_most_250_words(pages):
    for number in range(1, 10):
        page = pages[f"weakness-{number}.html"]
        words = f"{said(page.find('.//h1'))} {said(page.find('.//article'))}".split()
        assert 40 < len(words) <= 250


@pytest.mark.parametrize("role", [Role.LEAD, Role.ANALYST])
def test_nobody_else_s_figures_are_made_public(role):
    with pytest.raises(ValueError, match=f"Public pages are made of what readers see, got: those of {role}"):
        public_site(Progress(records_of(a_figure("requests", 3)), role), QUARTER, 1)


def signed(*deeds, embargo=None):
    """Records under the sign-off of these deeds, a day after one another."""
    found = []
    for at, deed in enumerate(deeds, start=1):
        until = embargo if deed is SignOffDeed.PUBLISHED else None
        day = AT + timedelta(days=at)
        found.append(Signature(at, QUARTER, deed, day, "the chair", "", "as discussed", at - 1, AT, at - 1, until))
    sign_off = SignOff(tuple(found), ASKED)
    return replace(records_of(a_figure("requests", 3)), sign_off=sign_off, given=sign_off.governs)


SENT, APPROVED, PUBLISHED, WITHDRAWN = (
    *(SignOffDeed.SENT, SignOffDeed.APPROVED),
    *(SignOffDeed.PUBLISHED, SignOffDeed.WITHDRAWN),
)
MUST = "Only what is published to readers is exported for the public, got: 2024/25 Q3, "
LOST = "Nothing was written; nothing was lost."
FIRST = f" Nothing is published to readers. Have it signed off first (Meetings, Sign-off). {LOST}"


@pytest.mark.parametrize(
    ("deeds", "embargo", "why"),
    [
        ((), None, f"which is not signed off.{FIRST}"),
        ((SENT,), None, f"which is sent for review and not published.{FIRST}"),
        ((SENT, APPROVED), None, f"which is approved and not published.{FIRST}"),
        (
            (SENT, APPROVED, PUBLISHED),
            ASKED + timedelta(days=1),
            f"which is under embargo until 2 March 2025 at 00:00. Export it after that. {LOST}",
        ),
        (
            (SENT, APPROVED, PUBLISHED, WITHDRAWN),
            None,
            "while what was published of 2024/25 Q3 is withdrawn: as discussed. Nothing was written; nothing was lost.",
        ),
    ],
)
def test_what_is_not_published_is_refused_with_the_reason(deeds, embargo, why):
    assert not_public(signed(*deeds, embargo=embargo), QUARTER) == MUST + why


def test_a_published_quarter_and_those_before_it_are_exported_and_later_ones_are_not():
    records = signed(SENT, APPROVED, PUBLISHED)
    assert not_public(records, QUARTER) == not_public(records, Quarter(2024, 2)) == ""
    assert not_public(records, Quarter(2024, 4)) == (
        "Only what is published to readers is exported for the public, got: 2024/25 Q4, which is not signed off. "
        f"Readers are shown 2024/25 Q3. Have it signed off first (Meetings, Sign-off). {LOST}"
    )
    with pytest.raises(NotPublic, match="got: 2024/25 Q4"):
        public_site(Progress(records, Role.READER), Quarter(2024, 4), 1)
