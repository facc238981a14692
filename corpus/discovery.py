"""Roles that only a person's own documents know, such as solutions architects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.roles import Role, Roles


def discover(texts: Iterable[tuple[Sequence[str], str]], known: Roles) -> list[Role]:
    """Roles that documents name in a title, heading or column and go on naming: (headings, body) for each
    document. It is "<one to three words> engineer" (manager, architect, scientist …), found three times."""
    found: dict[str, Role] = {}
    for headings, body in texts:
        lower = " ".join(body.lower().split())
        for phrase in dict.fromkeys(p for heading in headings for p in _candidates(heading)):
            if known.find(phrase) or _slug(phrase) in found:
                continue
            pattern = rf"(?<!\w){re.escape(phrase).replace(chr(92) + ' ', '[ -]')}(?:s|ing)?(?!\w)"
            if len(re.findall(pattern, lower)) < RECURS:
                continue
            short = re.search(pattern[: -len("(?!\\w)")] + r" \((\w{2,5}?)s?\)", lower)
            aliases = (phrase, short.group(1)) if short else (phrase,)
            role = Role(_slug(phrase), phrase, short.group(1).upper() if short else phrase, aliases, True)
            found[role.id] = role
    return list(found.values())


RECURS = 3
_KINDS = "engineer|manager|architect|scientist|analyst|developer|designer|researcher|consultant"
_NAME = re.compile(rf"((?:[A-Za-z][\w+#]*[ -]){{1,3}})({_KINDS})s?\b", re.I)
_NOT_IN_NAMES_WORDS = (
    "a an the what does do is are as vs versus and or of for to from in on with how when why which who "
    "whom hire hiring choose become becoming your our their my each every senior junior staff principal "
    "lead mid level entry best new good great can should will must more most than not be being between "
    "about if day life typical our"
)
_NOT_IN_NAMES = frozenset(_NOT_IN_NAMES_WORDS.split())


def _candidates(heading: str) -> Iterator[str]:
    """The role-like phrases of a heading, without what is not part of the name ("hire a data scientist")."""
    for found in _NAME.finditer(heading):
        words = re.split(r"[ -]+", found.group(1).strip(" -").lower())
        while any(word in _NOT_IN_NAMES for word in words):
            words = words[1:]
        if words:
            yield " ".join([*words, found.group(2).lower()])


def _slug(phrase: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", phrase.lower()).strip("-")
