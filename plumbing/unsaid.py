"""What must not be said: passwords that stand in addresses."""

import re

UNSAID = "…"
_IN_ADDRESS = re.compile(r"((?:\w{2}:/|://)[^:]*:).*@", re.DOTALL)
_AS_PARAMETER = re.compile(r"(\b\w*(?:password|passwd|pwd|secret|token)=)[^\s&;]+", re.IGNORECASE)


def without_passwords(text: str) -> str:
    """The text with the password of an address (`kind://name:password@host`, `?password=…`) left out.

    A password may hold any sign, `@` and spaces too: all is left out from the name to the last `@` there is.
    """
    return _AS_PARAMETER.sub(rf"\1{UNSAID}", _IN_ADDRESS.sub(rf"\1{UNSAID}@", text))
