"""An independent look at what the interviewer says: question marks, leading and praising words, and quotes.
Written without the product's own linter, so that the two can disagree."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»|‘[^’]*’(?!\w)")
_MARKER = re.compile(r"\[\d+\]")
_LEADING = re.compile(
    r"\b(?:don|wouldn|isn|aren|won|haven|shouldn|doesn|can|didn)['’]t (?:you|it|that|they|this)\b"
    r"|\b(?:surely|obviously|clearly|of course|naturally|no doubt|certainly)\b"
    r"|\byou(?:['’]d| would| must| probably) (?:agree|prefer|rather|surely|admit)\b"
    r"|\b(?:do|would) you agree\b"
    r"|\bi (?:assume|presume|suppose|bet|guess|imagine|take it)\b"
    r"|,\s*(?:right|correct|yes|no|okay|true)\s*\?"
    r"|\bmost (?:people|engineers|companies|candidates|founders)\b"
    r"|\bwhy (?:not|don['’]t you|wouldn['’]t you)\b"
    r"|\bhow (?:much|badly|strongly) (?:do|did|would) you (?:love|hate|enjoy|dislike|want)\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:great|excellent|impressive|wonderful|fantastic|awesome|amazing|perfect|brilliant|lovely|congrat\w*"
    r"|well done|good (?:answer|point|question|choice|for you|to hear)|interesting|fascinating|admirable"
    r"|insightful|smart|love (?:that|it|this)|kudos|nice|glad|thrilled|exciting|thanks for sharing)\b|!",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:you should|you ought|you['’]d better|i(?:['’]d| would)? (?:recommend|suggest|advise)|my advice"
    r"|you might want to)\b",
    re.IGNORECASE,
)


def bare(text: str) -> str:
    """Without quoted words and citation markers."""
    return _MARKER.sub("", _QUOTED.sub("…", text))


def marks(text: str) -> int:
    """Question marks outside quotes."""
    return len(re.findall(r"[?？]+", bare(text)))


def question(text: str) -> str:
    """The last sentence that asks, bare of case and punctuation, to find the same one twice; "" if none."""
    asked = [part for part in re.split(r"(?<=[.!?？:])\s+|\n+", text.strip()) if part.endswith(("?", "？"))]
    return re.sub(r"\W+", " ", asked[-1].lower()).strip() if asked else ""


def faults(text: str) -> list[str]:
    """Leading words of what is asked, praise and advice anywhere; quoted words are not ours."""
    whole = bare(text)
    asked = " ".join(re.findall(r"[^.!?\n]*[?？]", whole))
    found = []
    for kind, pattern, part in (
        ("leading", _LEADING, asked),
        ("praise", _PRAISE, whole),
        ("advice", _ADVICE, whole),
    ):
        if match := pattern.search(part):
            found.append(f"{kind}: {match[0].strip()}")
    return found


def plain(text: str) -> str:
    """For comparing words: lower case, straight quotes, single spaces."""
    straight = text.lower().translate(str.maketrans("’‘“”", "''\"\""))
    return " ".join(straight.split())
