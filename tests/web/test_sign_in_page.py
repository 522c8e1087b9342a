import re
from http import HTTPStatus

import pytest

from web.sign_in_page import FormNote, first_password_page, issuer_page, sign_in_page

PAGES = {
    "sign in": lambda note: sign_in_page("t", "/a", "n", note, HTTPStatus.OK),
    "first password": lambda note: first_password_page("t", "l", note, HTTPStatus.OK),
    "issuer": lambda note: issuer_page("/sign-in/issuer?to=%2F", "Kent", note, HTTPStatus.OK, "Sign in", ""),
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


@pytest.mark.parametrize(("page", "boxes"), [("sign in", ["name", "password"]), ("first password", ["password", "again"])])
def test_each_box_is_described_by_what_is_wrong_with_it(page, boxes):
    for note, wrong in ((FormNote("so"), True), (FormNote(), False)):
        text = PAGES[page](note).body.decode()
        for box in boxes:
            (tag,) = re.findall(rf'<input id="{box}"[^>]*>', text)
            described = (re.findall(r'aria-describedby="([^"]*)"', tag) or [""])[0].split()
            assert ("wrong" in described, 'aria-invalid="true"' in tag) == (wrong, wrong)
            assert all(f'id="{each}"' in text for each in described)


def test_the_way_to_an_issuer_and_out_of_it_is_text_and_addresses():
    text = issuer_page("/a?b&c", "<b>", FormNote(), HTTPStatus.OK, "Sign in", 'https://x/?"&d').body.decode()
    assert '<a class="act" href="/a?b&amp;c">Sign in with &lt;b&gt;</a>' in text
    assert '<a href="https://x/?&#34;&amp;d">sign out there as well</a>' in text
