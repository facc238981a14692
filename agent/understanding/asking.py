"""What a person asks us: the part of a message that is a question."""

from __future__ import annotations

import re
from functools import cache

from agent.understanding.clauses import Clause, by_sentence
from agent.understanding.lists import any_of, anywhere, at_start
from agent.understanding.stance import joined
from agent.understanding.starts import SELF, asks, question_start

_NAME = 4  # words of a role's name
_ECHO = 2  # words of ours that are taken up before they are answered
_INVERTED = re.compile(
    r"(?:(?:but|and|so|or|well|um|hm) )*(?:is|are|do|does|did|can|could|would|should|will|have|has) "
)


def question_in(message: str, parts: list[Clause]) -> str:
    """The part of the message that asks us something; empty where none does."""
    asked: list[Clause] = []
    groups = by_sentence(parts)
    for i, group in enumerate(groups):
        after = joined(groups[i + 1][0].words) if i + 1 < len(groups) else ""
        if after and all(map(announced, group)):
            continue  # "May I put one to you first?" leads up to it
        if checked := _checked(groups, i):
            asked += [c for c in checked if c not in asked]
            continue
        if len(group) > 1 and anywhere("asking", "tag").fullmatch(joined(group[-1].words)):
            continue
        own_reply = at_start("asking", "replies").match(after) or (after and _echoes(group))
        idle = own_reply or at_start("asking", "small_talk").match(joined(group[0].words))
        begin = None if idle else question_start(group)
        if begin is None and group[-1].asks and asked and asked[-1] is groups[i - 1][-1] and not idle:
            asked += group  # "You call it forward deployed? It's like a consultant?"
            continue
        if begin is None or _told(message, group, begin):
            continue
        if begin and _names_a_role(group[begin - 1 : begin]):
            begin -= 1  # "Forward deployed engineer, is it a programmer?"
        if begin == 0 and i and (before := groups[i - 1]) and _names_a_role(before):
            asked += before  # "MLOps. Is that a sysadmin with a hat on?"
        asked += group[begin:]
    if not asked:
        return ""
    first, last = min(asked, key=lambda c: c.start), max(asked, key=lambda c: c.end)
    end = last.end
    while end < len(message) and message[end] in "?？!":
        end += 1
    return message[first.start : end].strip()


def _echoes(group: list[Clause]) -> bool:
    """Whether a word or two with a mark only take up what we asked, before the answer to it ("Paid? Not yet.")."""
    text = " ".join(joined(c.words) for c in group)
    return group[-1].asks and text.count(" ") < _ECHO and not (asks(text) or _names_a_role(group))


def inverted(part: Clause) -> bool:
    """Whether a clause has the form of a question, and its mark: what stands in it is asked, and not told."""
    return part.asks and _INVERTED.match(joined(part.words)) is not None


def _checked(groups: list[list[Clause]], i: int) -> list[Clause]:
    """The clauses by which it is asked whether something is so of the roles ("They're paid the same, right?"), and not
    of the person; [] where nothing of the kind is."""
    before = groups[i - 1] if i and not groups[i - 1][-1].asks else []
    if groups[i][-1].asks and anywhere("asking", "points_back").fullmatch(" ".join(joined(c.words) for c in groups[i])):
        return _of_roles(groups[:i], groups[i])
    for clauses in (groups[i], [*before, *groups[i]]):
        text = " ".join(joined(c.words) for c in clauses)
        if not groups[i][-1].asks or not tagged(text) or SELF.search(text):
            return []
        if anywhere("asking", "role_names").search(text):
            return clauses
    return []


def _names_a_role(group: list[Clause]) -> bool:
    """Whether a sentence does nothing but name one."""
    text = " ".join(joined(c.words) for c in group)
    return text.count(" ") < _NAME and anywhere("asking", "role_names").search(text) is not None


def _of_roles(before: list[list[Clause]], asking: list[Clause]) -> list[Clause]:
    """`asking`, which only points back ("How so?"), with the sentences it is about, from the first that names a role;
    [] where none does, or they speak of the person."""
    texts = [" ".join(joined(c.words) for c in group) for group in before]
    named = [k for k, text in enumerate(texts) if anywhere("asking", "role_names").search(text)]
    if not named or any(SELF.search(text) for text in texts[named[0] :]):
        return []
    return [c for group in (*before[named[0] :], asking) for c in group]


def _told(message: str, group: list[Clause], begin: int) -> bool:
    """Whether what could be a question without its mark is told with a full stop ("As I said, do they sign again.",
    "How many contracts I brought home."), and neither announced nor about the roles."""
    if group[-1].asks or not message[group[-1].end :].lstrip().startswith("."):
        return False
    text = " ".join(joined(c.words) for c in group)
    request = anywhere("asking", "aside").search(text) or anywhere("asking", "request").match(
        joined(group[begin].words)
    )
    return not request and not anywhere("asking", "of_roles").search(text)


def announced(part: Clause) -> bool:
    """Whether a clause only announces a question ("One question.")."""
    return anywhere("asking", "aside").fullmatch(joined(part.words)) is not None


def asks_back(part: Clause) -> bool:
    """Whether a clause repeats a word of ours to ask what is meant by it ("Depth of what?"), and not a thought of
    their own ("But build what, and who wants it?")."""
    own = part.words and part.words[0].text in ("but", "and", "or")
    return (
        part.asks
        and not own
        and len(part.words) > 1
        and part.words[-1].text in ("what", "which", "whom", "who", "how", "where")
    )


def tagged(text: str) -> bool:
    """Whether `text`, as words.phrase spells it, ends on what turns a statement into a question ("… don't they")."""
    return _tagged().search(text) is not None


def is_tag(part: Clause) -> bool:
    """Whether a clause only turns what was said into a question that wants no answer (", do they?")."""
    text = joined(part.words)
    return 2 <= len(part.words) <= 3 and bool(anywhere("asking", "tag").fullmatch(text))


@cache
def _tagged() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('asking', 'rhetorical_end')}|{any_of('asking', 'tag')})$")
