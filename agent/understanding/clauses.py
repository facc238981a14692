"""A message cut into clauses, the units that one stance holds for. Offsets are those of the message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.understanding.words import NUMBERS, Word, words

_ENDS = re.compile(r"[.!?…]+(?=[\s\"')\]]|$)|[;\n\r\u2028\u2029]+|\s[-–—]+\s|—|[。！？]+|[()]")
_TURN = frozenset(
    (
        "but although though however whereas yet except because since so while unless still otherwise plus instead "
    ).split()
)
_SUBJECT = frozenset(
    (
        "what's how who where why does do is are i i'm i'd i've i'll it it's that that's they they're we "
        "we're we've he she my our you there there's no not never nor just mostly maybe probably honestly "
        "ideally happy don't can't won't nothing nobody then if when as or and which what only by the this "
        "these also people everything preferably rather love hate would give keep please with for too some "
        "half about around most a an to at in isn't aren't doesn't haven't hasn't wouldn't didn't won't now "
        "nowadays today lately more somebody someone can can't could what "
    ).split()
)
_BREAKING = {"and", "or", "then"}  # split without a comma when a new subject follows
_NEW_SUBJECT = frozenset(
    (
        "i i'm i'd i've i'll we we're we've they they're it's he she my no please don't our it that's "
        "nobody hate love enjoy prefer dislike avoid can't never would want happy not the there's a won't "
    ).split()
)
_ALONE = {"no", "yes", "nope", "yeah", "yep", "nah", "well", "honestly"}
_ALL_BUT = {"anything", "nothing", "everything", "all", "none", "nobody", "anywhere"}
_CONTRARY = {"opposite", "contrary", "reverse"}
_WEAK = {"the", "a", "it", "not", "our", "my", "never"}  # a list goes on with these as often as a thought


@dataclass(frozen=True, slots=True)
class Clause:
    """message[start:end] without surrounding space; `sentence` counts sentences from 0;
    `asks`: the sentence ends in a question mark. `head` is the word that joins it ("but", "because", …)."""

    start: int
    end: int
    words: tuple[Word, ...]
    sentence: int
    asks: bool
    head: str = ""


def clauses(message: str) -> list[Clause]:
    """The clauses of `message`, in order, none empty of words."""
    found: list[Clause] = []
    number = 0
    for start, end, asks in _spans(message):
        tokens = words(message, start, end)
        if not tokens:
            continue
        cuts = [0, *_cuts(message, tokens), len(tokens)]
        for first, last in pairwise(cuts):
            part = tokens[first:last]
            if part:
                stop = _tail(message, part[-1].end, tokens[last].start if last < len(tokens) else end)
                found.append(Clause(part[0].start, stop, tuple(part), number, asks, part[0].text))
        number += 1
    return found


def sentences(parts: Sequence[Clause]) -> list[Clause]:
    """The clauses of each sentence as one."""
    return [whole(group) for group in by_sentence(parts)]


def by_sentence(parts: Sequence[Clause]) -> list[list[Clause]]:
    """The clauses of each sentence."""
    groups: dict[int, list[Clause]] = {}
    for part in parts:
        groups.setdefault(part.sentence, []).append(part)
    return list(groups.values())


def whole(parts: Sequence[Clause]) -> Clause:
    """Clauses as one that has all their words."""
    words_ = tuple(w for p in parts for w in p.words)
    return Clause(parts[0].start, parts[-1].end, words_, parts[0].sentence, parts[-1].asks)


def _spans(message: str) -> list[tuple[int, int, bool]]:
    """(start, end, asks) of each sentence; end is before the closing mark."""
    spans, start = [], 0
    for mark in _ENDS.finditer(message):
        spans.append((start, mark.start(), "?" in mark[0] or "？" in mark[0]))
        start = mark.end()
    spans.append((start, len(message), False))
    return [s for s in spans if s[1] > s[0]]


def _cuts(message: str, tokens: list[Word]) -> list[int]:
    cuts = []
    last = 0
    for i in range(1, len(tokens)):
        gap = message[tokens[i - 1].end : tokens[i].start]
        word = tokens[i].text
        comma = "," in gap or ":" in gap
        after = tokens[i + 1].text if i + 1 < len(tokens) else ""
        except_for = word == "but" and tokens[i - 1].text in _ALL_BUT
        turn = (
            not except_for
            and word in _TURN
            and (
                comma
                or word not in ("since", "so", "still", "while", "instead", "yet", "plus")
                or (word == "so" and after in _NEW_SUBJECT)
            )
        )
        subject = comma and word in _SUBJECT and len(tokens) - i > 1 and after not in _CONTRARY
        alone = comma and i - last == 1 and tokens[last].text in _ALONE
        counting = _numeric(word) and _numeric(tokens[i - 1].text)  # "two, three hours"
        short = comma and i - last <= 3 and last == 0 and not counting  # "Daily, …", "Honestly, …"
        joined = word in _BREAKING and after in _NEW_SUBJECT and (after not in _WEAK or comma)
        if (turn and i - last >= 1) or subject or short or alone or joined:
            cuts.append(i)
            last = i
    return cuts


def _numeric(word: str) -> bool:
    return word in NUMBERS or word.isdigit()


def _tail(message: str, end: int, limit: int) -> int:
    """A clause keeps a closing percent sign or currency mark."""
    while end < limit and message[end] in "%€£$₹+":
        end += 1
    return end
