"""The pages of the door: signing in, setting a first password, and what is wrong said so that it is read aloud."""

from dataclasses import dataclass
from http import HTTPStatus

from markupsafe import Markup
from starlette.responses import HTMLResponse

from access.passwords import LEAST

_PAGE = Markup(
    """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{begins}{title} · WSoA Monitor</title>
<style>
:root {{ color-scheme: light dark; --ink: #16191d; --ground: #fff; --line: #5b6570; --act: #1f4e79; --on: #fff;
  --wrong: #a3161b; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --ink: #f4f6f8; --ground: #12161b; --line: #9aa5b1; --act: #9cc4ea; --on: #12161b; --wrong: #ff9a94; }}
}}
* {{ box-sizing: border-box; }}
body {{ font: 1.05rem/1.5 "Source Sans", "Segoe UI", Arial, sans-serif; color: var(--ink); background: var(--ground);
  margin: 10vh auto; max-width: 26rem; padding: 0 1rem; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }}
label {{ display: block; font-weight: 600; margin: 1rem 0 .25rem; }}
.hint {{ margin: 0 0 .25rem; }}
input {{ width: 100%; font: inherit; padding: .5rem; color: inherit; background: var(--ground);
  border: 2px solid var(--line); border-radius: 4px; }}
a {{ color: var(--act); }}
button, a.act {{ display: inline-block; font: inherit; font-weight: 600; margin-top: 1.5rem; padding: .6rem 1.2rem;
  color: var(--on); background: var(--act); border: 0; border-radius: 4px; text-decoration: none; cursor: pointer; }}
:focus-visible {{ outline: 3px solid var(--act); outline-offset: 2px; }}
.wrong {{ border-left: 5px solid var(--wrong); padding: .25rem 0 .25rem .75rem; }}
.wrong h2 {{ font-size: 1.05rem; margin: 0; color: var(--wrong); }}
.wrong p {{ margin: 0; }}
</style>
</head>
<body><main>
<h1>{title}</h1>
{told}{form}
</main></body>
</html>
"""
)
_WRONG = Markup('<div class="wrong" role="alert" tabindex="-1" id="wrong"><h2>{head}</h2><p>{sentence}</p></div>\n')
_FOCUS = Markup('<script>document.getElementById("wrong").focus()</script>')
_NOTE = Markup('<p role="status">{}</p>\n')
_SIGN_IN = Markup(
    """<form method="post" action="/sign-in">
<input type="hidden" name="token" value="{token}"><input type="hidden" name="to" value="{to}">
<label for="name">Name</label>
<input id="name" name="name" value="{name}" autocomplete="username" autocapitalize="none" spellcheck="false" required{wrong}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required{wrong}>
<button>Sign in</button>
</form>
<p>No password yet, or forgotten? An administrator gives you a link by which you set one.</p>"""
)
_FIRST = Markup(
    """<form method="post" action="/first-password">
<input type="hidden" name="token" value="{token}"><input type="hidden" name="link" id="link" value="{link}">
<label for="password">New password</label>
<p class="hint" id="how">At least {least} characters. Three words that do not belong together do well.</p>
<input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="how{also}"
 required{wrong}>
<label for="again">The same again</label>
<input id="again" name="again" type="password" autocomplete="new-password" required{again}>
<button>Set the password and sign in</button>
</form>
<script>
const link = document.getElementById("link");
if (!link.value) link.value = location.hash.slice(1);
</script>"""
)
_ISSUER = Markup("""<p><a class="act" href="{way}">Sign in with {called}</a></p>\n""")
_OUT_THERE = Markup(
    """<p>You may still be signed in with {called} itself: <a href="{way}">sign out there as well</a>, where others use this
computer.</p>\n"""
)
_INVALID = Markup(' aria-invalid="true" aria-describedby="wrong"')


@dataclass(frozen=True, slots=True)
class FormNote:
    """What a page of the door says before its form: what is wrong, which is read aloud, or a quiet note."""

    wrong: str = ""
    note: str = ""
    wait: int = 0


def sign_in_page(token: str, to: str, name: str, told: FormNote, status: HTTPStatus) -> HTMLResponse:
    """The form for name and password. `to` is the view that somebody wanted, `name` what they typed before."""
    form = _SIGN_IN.format(token=token, to=to, name=name, wrong=_INVALID if told.wrong else "")
    return _answer("Sign in", form, told, status)


def first_password_page(token: str, link: str, told: FormNote, status: HTTPStatus) -> HTMLResponse:
    """The form for a new password. The link's token stands behind # in the address, and comes into the form from there."""
    said = {"also": " wrong", "wrong": Markup(' aria-invalid="true"'), "again": _INVALID} if told.wrong else {}
    form = _FIRST.format_map({"also": "", "wrong": "", "again": "", "token": token, "link": link, "least": LEAST} | said)
    return _answer("Set your password", form, told, status)


def issuer_page(way: str, called: str, told: FormNote, status: HTTPStatus, title: str, leads_out: str) -> HTMLResponse:
    """The way to the issuer, as it is `called`; once signed out also the way `leads_out` there, where it is known."""
    form = _ISSUER.format(way=way, called=called)
    if leads_out:
        form += _OUT_THERE.format(way=leads_out, called=called)
    return _answer(title, form, told, status)


def _answer(title: str, form: Markup, told: FormNote, status: HTTPStatus) -> HTMLResponse:
    said = _NOTE.format(told.note) if told.note else Markup("")
    if told.wrong:
        said += _WRONG.format(head="That did not work", sentence=told.wrong)
        form += _FOCUS
    page = _PAGE.format(begins="Error: " if told.wrong else "", title=title, told=said, form=form)
    headers = {"cache-control": "no-store"} | ({"retry-after": str(told.wait)} if told.wait else {})
    return HTMLResponse(page, status, headers)
