"""What a person does in the browser, in one place."""

READY = "document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"


def visit(page, address: str) -> None:
    """Open an address and wait until the page is drawn."""
    page.goto(address)
    page.wait_for_selector("h1")
    settle(page)


def settle(page) -> None:
    """Wait until the script has stopped running."""
    page.wait_for_function(READY)


def arrive(page, title: str) -> None:
    """Wait until the page with this title is drawn."""
    page.wait_for_function("title => document.title === title", arg=f"{title} · WSoA Monitor")
    page.wait_for_selector("h1")
    settle(page)


def go_to(page, path: str, title: str) -> None:
    """Go to another page as a link inside the app does, without loading it again."""
    page.evaluate("path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }", path)
    arrive(page, title)
