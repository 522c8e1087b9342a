"""The app works through its guard, and whoever comes from elsewhere sees a sentence and nothing else."""

import shutil
import socket
import subprocess

import pytest

from pages.parts.places import PAGES
from tests.browser.conftest import CHROMIUM, QUIET_BROWSER, serve
from tests.browser.steps import visit

pytestmark = pytest.mark.browser
TITLE = "WSoA Monitor does not answer · WSoA Monitor"
ONLY = "WSoA Monitor is served to this machine only, because nobody is asked to sign in:"


def other_address() -> str:
    """An address of this machine that is not its own alone: that of the interface that leads away from it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # sends nothing
        except OSError:
            pytest.skip("this machine has no other address to ask from")
        return asking.getsockname()[0]


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory):
    """The address of a server that was told to listen on every interface, in spite of what is configured."""
    yield from serve(tmp_path_factory.mktemp("everywhere") / "empty.duckdb", address="0.0.0.0")


def told(page, address: str) -> str:
    """The sentence at an address that is refused."""
    answer = page.goto(address)
    assert (answer.status, page.title()) == (503, TITLE)
    assert page.locator("h1").inner_text() == "WSoA Monitor does not answer"
    return page.locator("main p").inner_text()


def test_from_another_interface(page, everywhere):
    port = everywhere.rpartition(":")[2]
    address = other_address()
    assert told(page, f"http://{address}:{port}/measures") == (
        f"{ONLY} the address that asks must be the machine's own, got: {address}. "
        f"Open it in a browser on the machine where it runs, at http://localhost:{port}. Nothing was shown or changed."
    )


def test_under_a_name_that_somebody_else_gave_this_machine(chromium, filled):
    """A page elsewhere can let its own name lead to 127.0.0.1, and would then be of the same origin."""
    port = filled.rpartition(":")[2]
    misled = [*QUIET_BROWSER, "--host-resolver-rules=MAP monitor.example 127.0.0.1"]
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=misled)
    try:
        found = told(browser.new_page(), f"http://monitor.example:{port}/measures")
    finally:
        browser.close()
    assert f"the address in the browser must be localhost or 127.0.0.1, got: monitor.example:{port}." in found


def test_through_a_proxy(chromium, filled):
    context = chromium.new_context(extra_http_headers={"X-Forwarded-For": "127.0.0.1"})
    try:
        found = told(context.new_page(), filled)
    finally:
        context.close()
    assert "no request may come through a proxy or a tunnel, got: the forwarding header x-forwarded-for." in found


@pytest.mark.parametrize(
    ("asked", "got"),
    [
        (["--header", "Host: monitor.example"], "got: monitor.example."),
        (["--header", "X-Forwarded-For: 127.0.0.1"], "got: the forwarding header x-forwarded-for."),
        (["--header", "Forwarded: for=127.0.0.1"], "got: the forwarding header forwarded."),
        (["--interface"], "the address that asks must be the machine's own"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/livez", "/_stcore/health", "/originals/1"])
def test_by_curl(everywhere, asked, got, path):
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    port = everywhere.rpartition(":")[2]
    elsewhere = asked == ["--interface"]
    address = f"http://{other_address() if elsewhere else 'localhost'}:{port}{path}"
    command = ["curl", "--silent", "--write-out", "%{http_code}", *([] if elsewhere else asked), address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith(ONLY) and done.stdout.endswith("503") and got in done.stdout


def test_the_app_works_and_nothing_of_it_is_stopped(chromium, filled):
    """Every page is drawn through its websocket, and the policy that stops strangers' pictures stops nothing of ours."""
    context = chromium.new_context()
    page = context.new_page()
    stopped, refused = [], []
    page.on("console", lambda line: stopped.append(line.text) if "Content Security Policy" in line.text else None)
    page.on("response", lambda answer: refused.append((answer.status, answer.url)) if answer.status >= 400 else None)
    for name in PAGES:
        visit(page, f"{filled}/{name}")
    visit(page, f"{filled}/measures?kpi=plans_within_20_weeks")
    page.wait_for_selector(".js-plotly-plot svg")
    (session,) = [cookie for cookie in context.cookies() if cookie["name"].startswith("wsoa_session_")]
    context.close()
    assert (session["httpOnly"], session["sameSite"], session["expires"]) == (True, "Strict", -1)
    assert (stopped, refused) == ([], [])


def test_an_upload_that_is_refused_is_said_and_one_that_is_taken_is_read(chromium, filled):
    """By Streamlit's own route: with no session any more, with a window that looks as a reader, and as it should be."""
    context = chromium.new_context()
    page = context.new_page()
    visit(page, f"{filled}/upload")
    (session,) = [cookie for cookie in context.cookies() if cookie["name"].startswith("wsoa_session_")]
    file = {"name": "return.xlsx", "mimeType": "application/octet-stream", "buffer": b"no workbook"}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    page.get_by_text("Nothing was stored").first.wait_for()
    with page.expect_response(lambda answer: "/_stcore/upload_file/" in answer.url) as refused:
        context.clear_cookies(name=session["name"])
        page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file | {"name": "again.xlsx"})
    assert refused.value.status == 401
    page.get_by_text("again.xlsx").first.wait_for()
    context.close()


STOPPED = """(picture) => new Promise((done) => {
  document.addEventListener("securitypolicyviolation", (event) => done([event.effectiveDirective, event.blockedURI]));
  document.body.insertAdjacentHTML("beforeend", `<img src="${picture}">`);
})"""


def test_a_picture_from_elsewhere_is_not_fetched(chromium, filled):
    """Not even one that is there: the app under its other name is another site to the browser."""
    picture = f"{filled.replace('127.0.0.1', 'localhost')}/favicon.png"
    context = chromium.new_context()
    page = context.new_page()
    fetched = []
    page.on("response", lambda answer: fetched.append(answer.url))
    visit(page, filled)
    stopped = page.evaluate(STOPPED, picture)
    context.close()
    assert stopped == ["img-src", picture]
    assert filled + "/" in fetched and picture not in fetched


def test_the_app_is_framed_by_nobody(chromium, filled):
    page = chromium.new_page()
    page.set_content(f'<iframe src="{filled}" name="frame"></iframe>')
    page.wait_for_timeout(1_500)
    text = page.frame("frame").evaluate("document.body ? document.body.innerText : ''")
    page.close()
    assert "WSoA" not in text


def test_a_server_that_was_started_without_the_guard_shows_nothing(page, tmp_path):
    for address in serve(tmp_path / "empty.duckdb", page="frame.py"):
        page.goto(address)
        page.get_by_text("Start it with: streamlit run app.py. Nothing was shown or changed.").wait_for()
        assert page.locator("h1").count() == 0
