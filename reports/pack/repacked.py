"""An Office file as the same bytes each time, with one moment in place of the machine's, and charts that leave gaps."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
CORE = "docProps/core.xml"
VISIBLE, GAPS = b'<c:plotVisOnly val="1"/>', b'<c:dispBlanksAs val="gap"/>'
"""In a chart: a cell without a number is a gap. Where that is not said, a program may draw it as zero."""
_MOMENTS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def repacked(content: bytes, moment: datetime) -> bytes:
    """The same file: its moments and those of the workbooks in it are `moment`, and its charts say that a gap is one."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = ZipInfo(name, EARLIEST)
            part.compress_type, part.external_attr = ZIP_DEFLATED, 0o600 << 16
            after.writestr(part, _at(name, before.read(name), moment))
    return written.getvalue()


def _at(name: str, content: bytes, moment: datetime) -> bytes:
    if name.endswith(".xlsx"):
        return repacked(content, moment)
    told = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    if name == CORE:
        return _MOMENTS.sub(rb"\g<1>" + told + rb"\g<2>", content)
    return content if GAPS in content else content.replace(VISIBLE, VISIBLE + GAPS)
