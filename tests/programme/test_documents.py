from datetime import date

from programme.documents import documents, documents_by


def test_a_day_shows_what_existed_then_oldest_first():
    early = documents_by(date(2019, 9, 18))
    assert [each.title for each in early] == [
        "Ofsted and CQC inspection letter: nine areas of significant weakness",
        "Written Statement of Action",
        "Response letter of Ofsted and the CQC to the Written Statement of Action",
    ]
    assert documents_by(date(2019, 3, 28)) == ()


def test_self_evaluation_and_repositioning_statement_are_there_with_what_is_known_of_their_day():
    found = {each.title: each for each in documents_by(date(2022, 11, 9)) if each.kind == "self-evaluation"}
    assert set(found) == {"Self-evaluation of the local area", "Repositioning statement"}
    assert {(each.day, each.no_later_than) for each in found.values()} == {(None, date(2022, 9, 27))}
    assert all(each.day_note.endswith("to be confirmed") for each in found.values())


def test_whatever_has_no_address_or_no_day_says_that_it_is_to_be_confirmed():
    assert all(each.address.startswith("https://") or "to be confirmed" in each.note for each in documents())
    assert all(each.day or "to be confirmed" in each.day_note for each in documents())
