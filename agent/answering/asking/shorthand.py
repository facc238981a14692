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


_NUMBER_LAST = re.compile(  # "linkedin postings for TAMs in q2, the number"
    r"^(?!which|what|who|where|how)(?P<of>[^?.!]{8,}?)\s*[,:–-]\s*(?:the |exact |total |just )*(?:number|count)\W*$",
    re.I,
)


def written_out(text: str) -> str:
    """`text` with the usual short forms of chat in full: "fwd deployed", "snr", "w/"; a number that is asked for at its
    end is asked for at its beginning."""
    text = _NUMBER_LAST.sub(r"how many \g<of>?", text)
    return _SHORT.sub(lambda m: list(_SHORTHAND.values())[int(str(m.lastgroup)[1:])], text)
