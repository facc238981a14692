"""Role names in text: the six shipped roles and those a person's own documents bring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from typing import Any

import yaml
from rapidfuzz.distance import OSA

from corpus.article import Span
from corpus.errors import CorpusError

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)?")
_BETWEEN = re.compile(r"(?:[ \t]|\n(?!\s*\n)|[-‐‑‒–_])+\Z|\Z")  # what may stand inside a name
_JOINER = re.compile(r"\s*(?:,|/|&|\+|\b(?:and|or|vs\.?|versus|und|y)\b|\s)+\s*\Z", re.I)
_HEADS = ("engineer", "manager")
# As ordinary words these are no role ("se" in Spanish, "total addressable market"): only as written in
# capitals.
CAPITALS = frozenset({"se"})
FUZZY_LENGTH = 12  # shorter names have too many neighbours for a typo to be told from another word


@dataclass(frozen=True, slots=True)
class Role:
    """`name` in the singular, `short` as people abbreviate it; `aliases` in lower case."""

    id: str
    name: str
    short: str
    aliases: tuple[str, ...]
    discovered: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A role and where the text names it."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Token:
    word: str  # lower case, singular, without full stops
    raw: str
    start: int
    end: int


class Roles:
    """Finds roles in text. Immutable, so that threads share it."""

    def __init__(self, roles: Iterable[Role]) -> None:
        self.all: dict[str, Role] = {role.id: role for role in roles}
        self._capitals = CAPITALS | {
            role.short.lower() for role in self.all.values() if len(role.short) <= 3 and role.discovered
        }
        self._exact: dict[tuple[str, ...], str] = {}
        # Typos rarely hit a first letter: only names of as many words with the same initials are compared.
        self._fuzzy_by_letter: dict[tuple[int, str, str], list[tuple[tuple[str, ...], str]]] = {}
        for role in self.all.values():
            for alias in dict.fromkeys((role.name.lower(), *role.aliases)):
                key = tuple(token.word for token in _tokens(alias))
                self._exact.setdefault(key, role.id)
                if len(key) > 1 and len(alias) >= FUZZY_LENGTH:
                    initials = (len(key), key[0][0], key[-1][0])
                    self._fuzzy_by_letter.setdefault(initials, []).append((key, role.id))
        self._longest = max(map(len, self._exact), default=0)
        self._first = {key[0] for key in self._exact}

    @classmethod
    def shipped(cls) -> Roles:
        return cls.from_yaml(resources.files("corpus").joinpath("roles.yaml").read_text(encoding="utf-8"))

    @classmethod
    def from_yaml(cls, text: str) -> Roles:
        try:
            entries: Any = yaml.safe_load(text)
            return cls(
                Role(e["id"], e["name"], e.get("short", e["name"]), tuple(str(a).lower() for a in e["aliases"]))
                for e in entries
            )
        except (yaml.YAMLError, KeyError, TypeError) as error:
            raise CorpusError(f"roles.yaml is not a list of id, name and aliases ({error}); mend it.") from error

    def with_extra(self, roles: Iterable[Role]) -> Roles:
        """These roles and others; the ones already known win over namesakes."""
        return Roles([*self.all.values(), *(role for role in roles if role.id not in self.all)])

    def name(self, id: str) -> str:
        return self.all[id].name

    def short(self, id: str) -> str:
        return self.all[id].short

    def plural(self, id: str) -> str:
        name = self.all[id].name
        return f"{name}s" if not name.endswith("s") else name

    def ids(self, text: str) -> tuple[str, ...]:
        """Role ids in order of appearance, each once."""
        return tuple(dict.fromkeys(mention.role for mention in self.find(text)))

    def find(self, text: str) -> list[Mention]:
        """Every mention, the longest name winning, typos in long names forgiven. "ML and AI engineers" are
        two."""
        tokens = list(_tokens(text))
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            match = self._match(text, tokens, at)
            if match is None:
                at += 1
                continue
            role, size = match
            found.append(Mention(role, Span(tokens[at].start, tokens[at + size - 1].end)))
            at += size
        found.extend(self._shared_heads(text, tokens, found))
        found = [m for m in found if not self._only_a_field(text, m, found)]
        return sorted(found, key=lambda mention: mention.span.start)

    def _only_a_field(self, text: str, mention: Mention, found: Sequence[Mention]) -> bool:
        """Whether "MLOps" is the second half of a label ("Cloud/MLOps"), where it names a field and no people."""
        word, before = text[mention.span.start : mention.span.end].lower(), text[: mention.span.start]
        label = re.search(r"[A-Za-z]\w*/$", before)
        aliases = self.all[mention.role].aliases
        if label is None or word not in aliases or f"{word} engineer" not in aliases:
            return False
        return not any(m.span.start <= label.start() < m.span.end for m in found if m is not mention)

    def _match(self, text: str, tokens: Sequence[_Token], at: int) -> tuple[str, int] | None:
        if text[: tokens[at].start].lower().endswith(("pre-", "non-")):  # "pre-AI engineering"
            return None
        for size in range(min(self._longest, len(tokens) - at), 0, -1):
            window = tokens[at : at + size]
            if not _contiguous(text, window):
                continue
            if window[0].word in self._first:
                role = self._exact.get(tuple(token.word for token in window))
                if role and not self._only_a_word(window):
                    return role, size
            if size > 1:
                role = self._typo(window)
                if role:
                    return role, size
        return None

    def _only_a_word(self, window: Sequence[_Token]) -> bool:
        if len(window) > 1 or window[0].word not in self._capitals:
            return False
        return not re.sub(r"['’]?s?$", "", window[0].raw).replace(".", "").isupper()

    def _typo(self, window: Sequence[_Token]) -> str | None:
        """A role whose long name differs from the window by slips of the finger only."""
        words = tuple(token.word for token in window)
        for key, role in self._fuzzy_by_letter.get((len(words), words[0][0], words[-1][0]), ()):
            if all(_similar(word, name) for word, name in zip(reversed(words), reversed(key), strict=True)):
                return role
        return None

    def _shared_heads(self, text: str, tokens: list[_Token], found: list[Mention]) -> Iterator[Mention]:
        """In "ML and AI engineers" the first role lends its last word from the second."""
        taken = {index for index, token in enumerate(tokens) for m in found if _inside(token, m.span)}
        for mention in found:
            inside = [index for index, token in enumerate(tokens) if _inside(token, mention.span)]
            head = tokens[inside[-1]].word if inside else ""
            first = inside[0] if inside else 0
            if head not in _HEADS or len(inside) < 2:
                continue
            end = first - 1
            while end >= 0 and tokens[end].word in ("and", "or", "vs", "versus"):
                end -= 1
            gap = text[tokens[end].end : tokens[first].start] if end >= 0 else ""
            joined = _JOINER.match(gap) and re.search(r"[,/&+]|and|or|vs|versus", gap, re.I)
            if end < 0 or end in taken or not joined:
                continue
            for size in (3, 2, 1):
                start = end - size + 1
                words = tuple(token.word for token in tokens[max(start, 0) : end + 1])
                role = self._exact.get((*words, head)) if start >= 0 else None
                if role and _contiguous(text, tokens[start : end + 1]):
                    yield Mention(role, Span(tokens[start].start, tokens[end].end))
                    break


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        raw = found.group()
        yield _Token(_singular(raw), raw, found.start(), found.end())


def _singular(raw: str) -> str:
    raw = re.sub(r"['’]s?$", "", raw)
    word = raw.lower().replace(".", "")
    if word in ("engineering", "engineers", "engr", "engrs"):
        return "engineer"
    if raw.endswith("s") and (len(word) > 5 or raw[:-1].isupper()) and not word.endswith(("ss", "ops")):
        return word[:-1]
    return {"fdes": "fde", "tams": "tam", "mles": "mle", "aies": "aie", "aises": "aise"}.get(word, word)


def _contiguous(text: str, window: Sequence[_Token]) -> bool:
    return all(_BETWEEN.match(text[left.end : right.start]) for left, right in pairwise(window))


def _similar(word: str, known: str) -> bool:
    if word == known:
        return True
    if len(known) < 4 or word[:1] != known[:1]:
        return False
    allowed = 1 if len(known) < 7 else 2
    return OSA.distance(word, known, score_cutoff=allowed) <= allowed


def _inside(token: _Token, span: Span) -> bool:
    return span.start <= token.start and token.end <= span.end
