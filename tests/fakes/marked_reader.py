"""A Reader for tests that understands marks instead of English, so that a test says exactly what was heard.

`travel=none` is that option said plainly, `travel~none` hedged, `travel!none` denied, `travel^none` another's
view; `(vague)` and `(dodge)` are what they say; a sentence that ends in "?" is a question; a few bare words
are commands, as `skip` or `finish`.
"""

from __future__ import annotations

import re
from typing import cast, get_args

from agent.guide import Guide
from agent.reading import Evidence, Intent, Reading

_MARK = re.compile(r"([a-z][a-z-]*)([=~!^])([a-z-]+)")
_NO_BUTTON = {"answer", "question", "change", "off_topic", "empty"}  # these are heard, or need more than a word
_INTENTS = set(get_args(Intent)) - _NO_BUTTON


class MarkedReader:
    def read(self, message: str, guide: Guide, pending: str | None, settled: frozenset[str]) -> Reading:
        del pending, settled  # marks say it all
        text = message.strip()
        if not text:
            return Reading("empty")
        evidence = tuple(_evidence(found, guide) for found in _MARK.finditer(message))
        change = re.match(r"change ([a-z-]+)", text)
        if change:
            return Reading("change", evidence, target=change[1])
        if text in _INTENTS:
            return Reading(cast(Intent, text))
        asked = re.search(r"[^.!?]*\?", message)
        if asked and not evidence:
            return Reading("question", question=asked[0].strip())
        return Reading(
            "answer",
            evidence,
            asked[0].strip() if asked else "",
            vague="(vague)" in text,
            dodged="(dodge)" in text,
            values=tuple((slot, value) for slot, value in re.findall(r"@(\w+):(\S+)", text)),
            left_out=tuple(re.findall(r"\(private:(\w+)\)", text)),
        )


def _evidence(found: re.Match[str], guide: Guide) -> Evidence:
    topic, sign, option = found[1], found[2], found[3]
    known = {o.id for t in guide.topics if t.id == topic for o in t.options}
    strength = {"=": 1.0, "~": 0.5, "!": -1.0, "^": 0.0}[sign]
    return Evidence(
        topic,
        option if option in known else None,
        strength,
        found[0],
        found.start(),
        found.end(),
        "hedged" if sign == "~" else "negated" if sign == "!" else "stated",
    )
