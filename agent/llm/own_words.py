"""Do a model's few words say nothing but what the person said? The check on acknowledgements and probes.

A model may give words back or ask about them; it may not add to them. So what it says is held against what
was said, word by word: a word of meaning that the person did not use, a number, a lost or added "not", is
enough to drop the whole sentence, and our own wording is used instead. Strict on purpose: dropping is cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import Stemmer

from agent.lint import lint
from agent.llm.sentences import split

ACKNOWLEDGED = 24  # words of an acknowledgement at most
PROBED = 30
TOLD = 45


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_CLAUSE = re.compile(
    r"[.,;:!?\n()–—]+(?=\s|$)|\s-\s|\b(?:but|and|though|although|because|while|so|then|or|if)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"[<>{}\[\]_*`|#@\\/$€£₹%=~^]|https?:|www\.|\n")
# words that carry no stance of their own; "would", "want" or "like" do, so they must be the person's
_FRAME = _words(
    "a about all also am an and any are as at be been being but by did do does doing each for from had "
    "has have having here how i if in into is it its just me more most my of off on one or other our out "
    "over own s said saying say says so some such than that the their them then there these they this "
    "those through to under up us was we were what when where which while who with you your yours "
    "yourself mention mentioned told tell put noted day days week weeks month months year years time "
    "times part parts side thing things way rather both between"
)
_NOT = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|nor|neither|without|against|hardly|rarely|barely|cannot|"
    r"refus\w*|avoid\w*|hat(?:e|es|ed|ing)|dislik\w*|stop\w*|quit\w*|tired|sick of|drain\w*|less|little|few|"
    r"away|un(?:interested|willing|able|happy)|instead of|rather than|anything but|far from|end of|"
    r"enough of|w/o)\b|n['’]t\b",
    re.IGNORECASE,
)
_ASKING = _words(
    "what how which when where who whom could can would describe tell say give walk example examples "
    "recent recently last first latest next usual usually typical typically look looks like mean means "
    "meant matter matters important importance difference different compare change changed changes made "
    "make makes work working worked happen happened happens situation moment case kind kinds sort often "
    "long much many far few lot concrete concretely specific specifically feel think see take takes came "
    "come go went involve involved reason reasons behind decide decided weigh choose prefer want need "
    "part project projects people person role job answer question word words detail details something "
    "someone anything instead while during after before between within ideal hours hour number roughly "
    "about around please"
)
_TELLING = _words("because since therefore so follows fits fit best you your said")
_MARKUP = re.compile(r"[<>{}\[\]_*`|\\]|https?:|www\.|\n")
_OPENS = re.compile(
    r"(?:(?:in|on|to|for|with|at|by|from|of) )?(?:what|how|which|when|where|who|whom)\b|"
    r"(?:can|could|would) you (?:give|tell|describe|name|walk|put|think of|recall|share|explain)\b",
    re.IGNORECASE,
)


def fair_acknowledgement(text: str, message: str) -> bool:
    """Whether `text` only gives `message` back: every clause of it stands in one clause of the message."""
    if "?" in text or "？" in text or not _plain(text, ACKNOWLEDGED, message):
        return False
    if any(fault.kind != "question" for fault in lint(text)):
        return False
    said = [(stems(clause), bool(_NOT.search(clause))) for clause in _clauses(message)]
    given = [(stems(clause), bool(_NOT.search(clause))) for clause in _clauses(text)]
    if not any(words for words, _ in given):
        return False
    return all(
        not words or any(words <= there and negated == denied for there, denied in said) for words, negated in given
    )


def fair_probe(text: str, message: str, topic: Iterable[str]) -> bool:
    """Whether `text` is one open question about `message` or `topic` (its own texts), nothing else."""
    if not text.endswith("?") or not _OPENS.match(text) or not _plain(text, PROBED, message):
        return False
    if lint(text) or re.search(r"[.!;:]\s", text):
        return False
    known = stems(message) | stems(" ".join(topic))
    words = stems(text)
    return bool(words & known) and words <= known | _stemmed(_ASKING)


def told_from(text: str, facts: Sequence[str]) -> bool:
    """Whether `text` is one sentence that says nothing which does not stand in `facts`. "You" and "your" count
    as "I" and "my"; an order of the facts, or a part of one, may be given."""
    source = " ".join(facts)
    if "?" in text or len(split(text)) != 1 or not _plain(text, TOLD, source, markup=_MARKUP):
        return False
    if any(fault.kind in ("praise", "protected", "words") for fault in lint(text)):
        return False
    if len(_NOT.findall(text)) > len(_NOT.findall(source)):
        return False
    words = stems(text)
    # whatever a fact denies must still be denied where its words are used
    for clause in _clauses(source):
        if _NOT.search(clause) and len(stems(clause) & words) > len(stems(clause)) / 2 and not _NOT.search(text):
            return False
    return bool(words) and words <= stems(source) | _stemmed(_TELLING)


def _plain(text: str, most: int, message: str, markup: re.Pattern[str] | None = None) -> bool:
    numbers = {n.strip(".,") for n in re.findall(r"\d[\d.,]*", text)}
    return (
        0 < len(text.split()) <= most
        and text.isprintable()
        and not (markup or _FORBIDDEN).search(text)
        and numbers <= {n.strip(".,") for n in re.findall(r"\d[\d.,]*", message)}
    )


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.split(text) if clause.strip()]


def stems(text: str) -> frozenset[str]:
    """The stems of the words that mean something; "don't" counts as "do", the "not" is counted elsewhere."""
    words = (w.lower().replace("’", "'").partition("'")[0] for w in _WORD.findall(text))
    return _stemmed(frozenset(w.strip(".,") for w in words if w not in _FRAME))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def _stemmed(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_stemmer().stemWords(sorted(words)))
