"""What a person does in the browser, in one place."""

from pages.parts.places import PAGES, PLACES, TAB, address_of

MEASURE_TABS = ("Trend", "Places", "Compared", "Reliability", "Definition and source")

READY = "document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"


def visit(page, address: str) -> None:
    """Open an address and wait until the page is drawn."""
    page.goto(address)
    page.wait_for_selector("h1")
    settle(page)


def settle(page) -> None:
    """Wait until the script has stopped running."""
    page.wait_for_function(READY)


def arrive(page, finding: str) -> None:
    """Wait until a page is drawn whose finding, its main heading, begins like this."""
    page.wait_for_function("begins => document.querySelector('h1')?.innerText.startsWith(begins)", arg=finding)
    settle(page)


COUNT_RUNS = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  window.runsBegun = 0;
  window.watching?.disconnect();
  window.watching = new MutationObserver(() => (window.runsBegun += 1)); // short runs are over when it is told
  window.watching.observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
}"""


def go_to(page, path: str) -> None:
    """Go to another page as a link inside the app does, without loading it again, and wait until it is drawn."""
    page.evaluate(COUNT_RUNS)
    page.evaluate("path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }", path)
    page.wait_for_function(f"window.runsBegun > 0 && {READY}")
    page.wait_for_selector("h1")
    page.wait_for_function("!document.querySelector('[data-stale=true]')")


def every_view() -> list[str]:
    """The address of every page, of every tab of each, and of a measure with its tabs."""
    things = [address_of(name, {}) for name in (*PAGES, *PLACES)]
    measure = [address_of("kpi", {"kpi": "plans_within_20_weeks", TAB: tab}) for tab in MEASURE_TABS]
    others = [address_of("overview", {TAB: "Workstreams"}), address_of("workstream", {"workstream": "3"})]
    asked = [address_of("find", {"q": "speech"}), address_of("dictionary", {"definition": "timetables"})]
    return list(dict.fromkeys(f"/{each.removeprefix('./')}" for each in (*things, *measure, *others, *asked)))
