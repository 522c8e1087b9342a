"""What a person sees on a page, as text."""

from streamlit.testing.v1 import AppTest


def go(app: AppTest, page: str, **choices: str) -> AppTest:
    """Open a page with choices in its address, and make sure that nothing broke."""
    app.run()
    app.switch_page(f"pages/{page}.py")
    for key, value in choices.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    """Every text of the page, one under the other."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.success, app.warning, app.error, app.info)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def table(app: AppTest, number: int = 0):
    """A table of the page as a DataFrame."""
    return app.table[number].value


def markup(app: AppTest) -> str:
    """All HTML of the page, one piece under the other."""
    return "\n".join(element.proto.body for element in app.get("html"))
