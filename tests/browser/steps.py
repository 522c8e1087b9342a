"""What a person does in the browser, in one place."""

from playwright.sync_api import TimeoutError

from pages.parts.places import PAGES, PLACES, TAB, WITHIN, address_of

MEASURE_TABS = ("Trend", "Places", "Compared", "Reliability", "Definition and source")

READY = (
    "document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
    " && !document.querySelector('[data-testid=stSkeleton]')"  # stands where a part of Streamlit's own is still fetched
)
STILL = f"""() => {{
    const looks = {READY} ? (window.looksAtStill ?? 0) + 1 : 0;
    window.looksAtStill = looks % 3;
    return looks === 3;
}}"""


def visit(page, address: str) -> None:
    """Open an address and wait until the page is drawn."""
    page.goto(address)
    page.wait_for_selector("h1")
    settle(page)


def settle(page) -> None:
    """Wait until the script has stopped running and every part of the page stands there.

    It is looked at three times: between a click and its run, and between one run and the next, nothing runs for a moment.
    """
    page.wait_for_function(STILL, polling=50)


def press(button, told) -> None:
    """Press a button until what it does is told.

    A press that falls between two drawings of its page is lost: nothing was done, what was typed stands there still, and a
    person presses again.
    """
    for patience in (15_000, 15_000, 30_000):
        button.click()
        try:
            told.wait_for(timeout=patience)
            return
        except TimeoutError:
            continue
    raise AssertionError(f"{button} was pressed three times and nothing was told")


def arrive(page, finding: str) -> None:
    """Wait until a page is drawn whose finding, its main heading, begins like this."""
    page.wait_for_function("begins => document.querySelector('h1')?.innerText.startsWith(begins)", arg=finding)
    settle(page)


def go_to(page, path: str) -> None:
    """Go to an address without an area as a link inside the app does, and wait until it is drawn.

    Every run writes the area into the address, also one that is over before anything could be seen of it.
    """
    page.evaluate("path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }", path)
    page.wait_for_function(f"location.search.includes('area=') && {READY}")
    page.wait_for_selector("h1")
    settle(page)
    page.wait_for_function("!document.querySelector('[data-stale=true]')")


def every_view() -> list[str]:
    """The address of every page, of every tab of each, and of a measure with its tabs."""
    things = [address_of(name, {}) for name in (*PAGES, *PLACES, *WITHIN)]
    measure = [address_of("kpi", {"kpi": "plans_within_20_weeks", TAB: tab}) for tab in MEASURE_TABS]
    others = [address_of("overview", {TAB: "Workstreams"}), address_of("workstream", {"workstream": "3"})]
    asked = [address_of("find", {"q": "speech"}), address_of("dictionary", {"definition": "timetables"})]
    return list(dict.fromkeys(f"/{each.removeprefix('./')}" for each in (*things, *measure, *others, *asked)))


def refused_requests(page) -> list[tuple[int, str]]:
    """The list of what the page asks for and is refused, which grows while the page is used."""
    refused: list[tuple[int, str]] = []
    page.on("response", lambda answer: refused.append((answer.status, answer.url)) if answer.status >= 400 else None)
    return refused
