"""Do the citations carry the answer? Checked from the JSON alone, without the product's own claim check.

Recall: of the claims of an answer (sentences and table cells that say something of a role or a figure), how
many have a marker whose quotes hold their figures and most of their words. Precision: of the citations, how
many quote what stands at their offsets and share a figure or words with the claim they are put to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from Stemmer import Stemmer

from tests.quality.questions.match import canonical, figures
from tests.quality.questions.score import Reply

_STOP = frozenset(
    re.findall(
        r"\w+",
        """a an and are as at be been but by can do does for from has have he her his how i if in into is it
        its more most no not of on or our own she so than that the their them there these they this those to
        too up was we were what when where which while who whom why will with without you your about also
        among both each either then only engineer engineers role roles""",
    )
)
# Sentences about the articles themselves (what they do not state, why they differ, whose interest they serve)
# claim nothing of a role: they are read off the library, and no passage could carry them.
_SILENCE = re.compile(
    r"not stated|(?:do|does|did|is) not (?:say|state|cover|give|mention|name|compare|report|list|tell|answer)"
    r"|(?:don't|doesn't) (?:say|cover|give|state)|none of the articles|no article|not covered"
    r"|nothing (?:on|about|in)"
    r"|^\W*(?:the articles (?:differ|give no|name no|describe no)|they (?:cover|give|should)|these figures come)"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATED = re.compile(rf",? (?:{_MONTHS}) 20\d\d", re.I)
_NOTE = re.compile(r"\W*(?:Why they differ|On the source)")  # whole lines on the articles
_MARK = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Claim:
    """A piece of an answer that says something; `context` are its table row and column."""

    text: str
    markers: tuple[int, ...]
    context: str = ""


def stems(text: str) -> set[str]:
    bare = [word for word in re.findall(r"[a-z][a-z0-9/&'-]+", canonical(text)) if word not in _STOP]
    return set(Stemmer("english").stemWords(bare))


def claims(answer: str) -> Iterator[Claim]:
    """The claims of `answer`, in order. Headings, labels and words on what is not stated are none."""
    header: list[str] = []
    for line in answer.splitlines():
        if line.lstrip().startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if not header:
                header = cells
            elif not re.fullmatch(r"[\s|:-]+", line):
                for column, cell in zip(header[1:], cells[1:], strict=False):
                    if _says(cell, cell=True):
                        yield _claim(cell, f"{column} {cells[0]}")
            continue
        header = []
        if not line.strip() or re.match(r"\s*#|\W*\*\*[^*]+\*\*:?\W*$", line) or _NOTE.match(line):
            continue
        for sentence in re.split(r"(?<=[.!?])(?<!U\.S\.)(?<!vs\.)(?<!e\.g\.)\s+(?!\[\d)|(?<=\d\])\s+(?=[^\s\[])", line):
            if _says(sentence):
                yield _claim(sentence)


def _says(text: str, cell: bool = False) -> bool:
    plain = canonical(text).strip(" |-")
    if _SILENCE.search(plain) or plain.endswith(":"):
        return False
    return bool(plain and re.search(r"\w", plain)) if cell else bool(figures(plain)) or len(stems(plain)) >= 4


def _claim(text: str, context: str = "") -> Claim:
    text = _DATED.sub("", text)  # of the article, as the publisher's name
    return Claim(text, tuple(int(one) for one in _MARK.findall(text)), context)


def carried(claim: Claim, quotes: Mapping[int, str]) -> bool:
    """Whether the quotes of the claim's markers hold all its figures and at least half of its words."""
    joined = " ".join(quotes.get(marker, "") for marker in claim.markers)
    if not joined.strip():
        return False
    have, need = figures(joined), figures(claim.text)
    ends = {end for one in have for end in one.split("-")}  # one end of a quoted range may be named alone
    if not need <= have | ends:
        return False
    want = stems(claim.text) - stems(claim.context)
    return bool(need) or not want or len(want & stems(joined)) * 2 >= len(want)


@dataclass(frozen=True, slots=True)
class Carriage:
    """Counts of one answer."""

    claims: int
    carried: int
    citations: int
    sound: int
    faults: tuple[str, ...]


def judge(reply: Reply, texts: Mapping[str, str]) -> Carriage:
    """`texts` are article texts by id; an article that is not among them has its offsets unchecked."""
    listed = list(reply.get("citations", ()))
    quotes = {
        int(one["marker"]): f"{one['quote']} {one.get('section', '')} {one.get('publisher', '')}" for one in listed
    }
    said = list(claims(str(reply.get("answer", ""))))
    bare = [claim for claim in said if not carried(claim, quotes)]
    faults = [f"not carried: {claim.text}" for claim in bare]
    sound = 0
    for one in listed:
        fault = _unsound(one, said, texts)
        sound += fault is None
        faults += [fault] if fault else []
    return Carriage(len(said), len(said) - len(bare), len(listed), sound, tuple(faults))


def _unsound(citation: Mapping[str, object], said: list[Claim], texts: Mapping[str, str]) -> str | None:
    marker, quote, article = int(str(citation["marker"])), str(citation["quote"]), str(citation["article"])
    text = texts.get(article)
    if text is not None and text[int(str(citation["start"])) : int(str(citation["end"]))] != quote:
        return f"[{marker}] does not stand at its offsets in {article}"
    users = [claim for claim in said if marker in claim.markers]
    if not users:
        return None  # put to words that claim nothing, or to a note
    for claim in users:
        if figures(claim.text) & figures(quote) or stems(claim.text) & stems(quote):
            return None
    return f"[{marker}] shares nothing with what it is put to: {users[0].text}"


@lru_cache(maxsize=1)
def shipped_texts() -> dict[str, str]:
    """The digests by article id, as the offsets of citations count them."""
    folder = Path(__file__).parents[3] / "corpus" / "articles"
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
