from programme.areas import KENT
from programme.kept_packs import PackLineKind
from reports.pack.lines import about_text, lines_now, lines_to_keep
from tests.reports.pack.conftest import QUARTER


def test_every_figure_and_rating_of_the_data_is_a_line_with_its_exact_value(shown, pack):
    lines = lines_now(shown[0], QUARTER)
    key = (PackLineKind.FIGURE, "plans_within_20_weeks", KENT.code, QUARTER, "")
    assert lines[key].text == "58.5%" and lines[key].exact.startswith("58.5")
    assert lines[PackLineKind.RATING, *key[1:]].text == "amber"
    rows = {(row[0], row[6], row[8]) for each in pack.data[:2] for row in each.rows}
    kinds = [each.kind for each in lines.values()]
    assert kinds.count(PackLineKind.FIGURE) == kinds.count(PackLineKind.RATING) == len(rows)


def test_directions_and_sentences_are_lines_of_the_quarter_and_of_each_weakness(shown, pack):
    lines = lines_now(shown[0], QUARTER)
    about = "plans_within_20_weeks", KENT.code, QUARTER, ""
    assert lines[PackLineKind.DIRECTION, *about].text == "no real change"
    assert lines[PackLineKind.SENTENCE, *about].text.startswith(
        "Plans issued within 20 weeks (Kent, October to December 2024)"
    )
    (finding,) = (each for each in pack.sections if each.key == "weakness-6")
    assert lines[PackLineKind.SENTENCE, finding.subject, "", QUARTER, "Finding"].text == finding.finding
    assert f"{lines[PackLineKind.SENTENCE, str(QUARTER), '', QUARTER, 'Finding'].text}." == pack.cover.answer
    changed = lines[PackLineKind.SENTENCE, finding.subject, "", QUARTER, "Changed since last year"].text
    assert changed.startswith("Of 20 KPIs (1 borrowed), 15 really better since last year, ")


def test_words_are_those_of_the_quarter_by_sheet_row_and_heading(shown):
    words = [each for each in lines_now(shown[0], QUARTER).values() if each.kind is PackLineKind.WORDS]
    key = (PackLineKind.WORDS, "Commentary: neurodevelopmental_over_52_weeks", "", QUARTER, "What next")
    assert [each.text for each in words if each.key == key] == [
        "Longest waits first, and clinics on Saturdays from April (illustrative)"
    ]
    assert {each.quarter for each in words if each.about.startswith("Actions")} == {QUARTER}
    assert not [each for each in words if each.heading in ("KPI", "Quarter") and each.about.startswith("Commentary")]


def test_all_text_of_the_pack_stands_beside_them_for_redactions(shown, pack):
    said = {each.about: each.text for each in lines_to_keep(shown[0], pack) if each.kind is PackLineKind.SAID}
    assert {"cover", "glance", "notes", *(each.key for each in pack.sections)} <= set(said)
    assert pack.cover.answer in said["cover"] and pack.notes[0] in said["notes"]
    assert pack.section("voices").finding in said["voices"]


def test_what_a_row_is_about_is_told_without_its_quarter():
    assert about_text((QUARTER, "plans_within_20_weeks")) == "plans_within_20_weeks"
    assert about_text((QUARTER, KENT, 8, None, "advise")) == "Kent, 8, advise"
