from http import HTTPStatus

import pytest

from web.sign_in_page import FormNote, first_password_page, sign_in_page

PAGES = {
    "sign in": lambda note: sign_in_page("t", "/a", "n", note, HTTPStatus.OK),
    "first password": lambda note: first_password_page("t", "l", note, HTTPStatus.OK),
}


@pytest.mark.parametrize("page", PAGES)
def test_what_is_wrong_is_read_aloud_stands_in_the_title_and_has_the_focus(page):
    text = PAGES[page](FormNote("Too <short>", wait=7)).body.decode()
    assert (
        '<div class="wrong" role="alert" tabindex="-1" id="wrong"><h2>That did not work</h2><p>Too &lt;short&gt;</p></div>'
        in text
    )
    assert "<title>Error: " in text
    assert 'document.getElementById("wrong").focus()' in text


@pytest.mark.parametrize("page", PAGES)
def test_nothing_wrong_is_no_alert_and_no_copy_is_kept_on_the_way(page):
    found = PAGES[page](FormNote())
    assert "role=" not in found.body.decode() and "Error" not in found.body.decode()
    assert found.headers["cache-control"] == "no-store"
    assert "retry-after" not in found.headers


def test_how_long_to_wait_is_told_to_programs_too():
    assert PAGES["sign in"](FormNote("wait", wait=7)).headers["retry-after"] == "7"


def test_what_was_typed_is_text():
    text = sign_in_page('"><b>', '/"><i>', "<script>", FormNote(note="<u>"), HTTPStatus.OK).body.decode()
    for typed in ('"><b>', '/"><i>', '<script>"', "<u>"):
        assert typed not in text
    assert '<p role="status">&lt;u&gt;</p>' in text


@pytest.mark.parametrize("name", ["name", "password"])
def test_each_box_has_its_label_and_its_purpose(name):
    text = PAGES["sign in"](FormNote()).body.decode()
    assert f'<label for="{name}">' in text
    assert 'autocomplete="username"' in text and 'autocomplete="current-password"' in text
    assert PAGES["first password"](FormNote()).body.decode().count('autocomplete="new-password"') == 2
