from programme.glossary import glossary, terms_in


def names(*texts):
    return [term.term for term in terms_in(texts)]


def test_the_abbreviations_that_readers_meet_are_all_explained():
    known = {term.term for term in glossary()}
    assert known >= {"EHCP", "SALT", "CAMHS", "WSoA", "APP", "SEND", "SPC", "BRAG", "ICB", "R12M", "SEN2", "KPI", "EHC"}


def test_terms_are_unique_and_in_order_and_have_a_meaning():
    terms = [term.term for term in glossary()]
    assert terms == sorted(set(terms), key=str.casefold)
    assert all(term.meaning.endswith(".") for term in glossary())


def test_an_abbreviation_is_written_out_and_a_word_is_not():
    written = {term.term: term.title for term in glossary()}
    assert written["SALT"] == "SALT (Speech and language therapy)"
    assert written["Restatement"] == "Restatement"


def test_whole_words_are_found_in_the_plural_too():
    assert names("EHCPs were late", "a restatement") == ["EHCP", "Restatement"]
    assert names("targeted") == []


def test_an_abbreviation_is_only_found_in_its_own_capitals():
    assert names("an app with salt") == []
    assert names("the APP and SALT") == ["APP", "SALT"]
