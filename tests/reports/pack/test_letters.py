from reports.pack.letters import european, letter_named, letter_refused, printable


def test_what_is_no_letter_is_left_out():
    assert printable("a\x00b\x07c\ud800d\uffffe\ue000f\u202eg") == "a b c d e f g"
    assert printable("Zürich, ŵ, 你好, 😀\n≥ 5") == "Zürich, ŵ, 你好, 😀\n≥ 5"


def test_a_refused_letter_is_read_from_the_message():
    assert letter_refused('PDF/A-2a error: the text `"😀"` could not be displayed with font `"Source Sans Pro"`') == "😀"
    assert letter_refused('PDF/A-2a error: the PDF contains the codepoint `"\\u{e000}"`') == "\ue000"
    assert letter_refused("missing document title") == ""


def test_it_is_told_by_its_name():
    assert letter_named("😀") == "[grinning face]"
    assert letter_named("\ue000") == "[?]"


def test_the_last_resort_keeps_european_letters_and_our_signs():
    assert european("Łódź ≥ 5 ▲ 你好") == "Łódź ≥ 5 ▲ ??"
