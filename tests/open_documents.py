"""Builds OpenDocument spreadsheets as XML: cells as LibreOffice writes them, and such as nobody would."""

from tests.wrong_files import zipped

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
HIDDEN = (
    '<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def spreadsheet(*tables: str, before: str = "", parts: dict[str, str] | None = None, head: str = "") -> bytes:
    """A file of these tables; `before` stands in front of them, `head` in front of the document."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {NAMES}>'
        f"<office:automatic-styles>{HIDDEN}</office:automatic-styles><office:body><office:spreadsheet>{before}"
        f"{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": mimetype, "content.xml": content, **(parts or {})})


def table(*rows: str, name: str = "Figures", style: str = "seen") -> str:
    """A sheet of these rows."""
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def row(*cells: str, **attributes: str) -> str:
    """A row of these cells; `number_rows_repeated="3"` stands for `table:number-rows-repeated`."""
    return f"<table:table-row{_attributes(attributes)}>{''.join(cells)}</table:table-row>"


def cell(content: str = "", kind: str = "string", **attributes: str) -> str:
    """A cell of a kind; `value="41"` stands for `office:value`, every other name for one of `table:`."""
    value = attributes.pop("value", None)
    name = {"date": "date-value", "boolean": "boolean-value", "time": "time-value"}.get(kind, "value")
    said = f' office:{name}="{value}"' if value is not None else ""
    typed = f' office:value-type="{kind}"' if kind else ""
    return f"<table:table-cell{typed}{said}{_attributes(attributes)}>{content}</table:table-cell>"


def text(words: str) -> str:
    """A paragraph."""
    return f"<text:p>{words}</text:p>"


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {_name(name)}="{value}"' for name, value in attributes.items())


def _name(name: str) -> str:
    prefix, name = ("calcext", name.removeprefix("calcext_")) if name.startswith("calcext_") else ("table", name)
    return f"{prefix}:{name.replace('_', '-')}"
