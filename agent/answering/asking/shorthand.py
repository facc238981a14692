"""The usual short forms of chat, in full."""

from __future__ import annotations

import re

_SHORTHAND = {
    r"fwd": "forward",
    r"snr": "senior",
    r"jnr|jr": "junior",
    r"mgrs?": "manager",
    r"ppl": "people",
    r"swes?": "software engineer",
    r"w/": "with",
    r"b/c|cuz|bc": "because",
    r"exp": "experience",
    r"thx|ty": "thanks",
    r"wef": "World Economic Forum",
    r"(?<!forward )(?<!forward-)(?<!field )deployed engineers?": "forward deployed engineer",
    r"(?:customer|client)-side engineers?": "forward deployed engineer",
    r"ai sales(?! (?:engineer\w*|eng|se))": "AI sales engineering",
}
_SHORT = re.compile("|".join(f"(?P<s{i}>(?<![\\w/-])(?:{p})(?!\\w))" for i, p in enumerate(_SHORTHAND)), re.I)


def written_out(text: str) -> str:
    """`text` with the usual short forms of chat in full: "fwd deployed", "snr", "w/"."""
    return _SHORT.sub(lambda m: list(_SHORTHAND.values())[int(str(m.lastgroup)[1:])], text)
