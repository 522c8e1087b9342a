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
