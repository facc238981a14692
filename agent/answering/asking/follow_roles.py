"""Which roles a follow-up means: its own, "the other one", "both", or those of the question before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.follow_words import follow_words, with_role
from agent.answering.asking.shape import Question
from agent.answering.asking.way import fields_in
from corpus.facets import hinted
from corpus.roles import Roles
from corpus.spoken import written

_BACK = re.compile(
    r"\b(?:reverse\w*|vice versa|(?:other|opposite) (?:way|direction)|way (?:a)?round|opposite|return\w*|undo"
    r"|backwards?|back)\b"
    r"(?! ?(?:of|pain|up\b|ground|office|end))",
    re.I,
)
MINE = re.compile(  # "if I just stay in my role": the one that was told first
    r"\b(?:stay|remain|stick|keep)\w*\b.{0,20}\b(?:my|current|own) (?:\w+ )?(?:role|job|position|field|lane)\b"
    r"|\bmy (?:current|own|present|old) (?:role|job|position)\b"
    r"|\b(?:in|of|for|at) my (?:job|role|position|field|line of work)\b|\bpeople like me\b"
    r"|\bthe (?:job|role|position) (?:that )?i(?:['’]m in| am in| have| hold| do)\b",
    re.I,
)
_EACH = re.compile(r"\b(?:the|this) one\b.{0,30}\bthe other\b", re.I)  # "in the one job and in the other"
_THEY = re.compile(
    r"\b(?:do|does|did|would|will|should|must|can|could|may|might|are|is|have|has)(?:n['’]t)? (?:they|he|she)\b", re.I
)
CHANGES = re.compile(r"\bchanges? (?:your|the|that|anything|things|it)\b|\b(?:who|which|what) (?:then )?first\b", re.I)
_SKIPS = re.compile(  # "so I can skip the training loops": what a role asks of somebody
    r"\bi (?:can|could|may|might|would|will|do ?n['’]?t (?:have|need) to|needn['’]?t|must|have to|need to)\b"
    r"[^.?!]{0,20}\b(?:skip|avoid|ignore|leave out|do without|get away|spare|learn|know|master|study|understand)\b"
    r"|\b(?:do|would|will|must|should) i (?:\w+ )?(?:have to|need to|be able to|know how to)\b"
    r"|\b(?:do|would|will) i need (?:the |any |my )?(?:skills?|ability|experience)\b",
    re.I,
)
_HAVE_TOO = re.compile(  # "do MLEs have that as well?": asked of them alone
    r"^\W*(?:(?:and|so|but|ok) )*(?:do|does|is|are|have|has|can|will|would|must)\b"
    r"(?!.{2,40}\b(?:know|need|learn|master|understand|do|use|build|study)\b)"
    r".{2,40}\b(?:that|it|this|one|them|those|so) (?:as well|too|also)\W*$",
    re.I,
)
_ONE_OF_THEM = re.compile(r"\b(?:the|that) (?:\w+ )?\w+ (?:one|side|guy|person|job|role)s?\b", re.I)
_PERSON = re.compile(
    r"\b(?:who|whoever|persons?|people|ones?|guys?|folks?|colleagues?|teams?|\w+(?:er|ers|or|ors|ist|ists))\b"
    r"(?<!\bever)(?<!\bother)(?<!\bnever)(?<!\bafter)(?<!\bover)(?<!\bor)(?<!\bfor)(?<!\beither)(?<!\brather)",
    re.I,
)


def _described(now: Question, before: Question, known: Roles) -> Question:
    """`now` with the role that it but describes ("and the account manager?", "the deployed one") put in its place:
    beside a question about a role, another title means the role nearest to it."""
    if now.roles and not (now.hinted and set(now.roles) <= set(before.roles)):
        return now
    matter = follow_words().matter
    fields = [f for f in fields_in(now.asked) if not matter.search(now.asked[: f[1]])]
    spans = [*hinted(now.asked), *fields]
    other = next((s for s in spans if s[0] not in before.roles), None)
    if other is None and len({s[0] for s in spans}) == 1 < len(before.roles) and _ONE_OF_THEM.search(now.asked):
        other = spans[0]  # "just the sales one"
    if other is None or not before.roles:
        return now
    text, bare = written(now.asked, [other], known), written(now.asked, [other], None)
    return replace(now, text=text, bare=bare, roles=(other[0],), others=(), hinted=False)


def role_told(now: Question, before: Question, known: Roles) -> Question:
    """`now` with the role that it but describes in its place, and without one that was read from what "they" do, or
    the asker would have to ("would they have to build the platform as well?")."""
    told = before.kind == "advice" and CHANGES.search(now.asked)  # "the demos are bad. Does that change your answer?"
    if not (before.roles and (of_object(now) or (now.hinted and told))):
        return _described(now, before, known)
    others = tuple(r for r in before.roles if r not in now.roles)  # "does an FDE need MLOps?" is asked of the FDE
    return replace(now, text=now.asked, bare=now.asked, roles=others if len(before.roles) == 2 else (), hinted=False)


def of_object(now: Question) -> bool:
    """Whether the role that was read is but what somebody does ("do they have to build the platform as well?")."""
    deed = _THEY.search(now.asked) or _SKIPS.search(now.asked)
    return now.hinted and deed is not None and _PERSON.search(now.asked) is None


def goes_back(now: Question) -> bool:
    """Whether the way back is asked about."""
    return _BACK.search(now.asked) is not None and re.search(r"\bthan\b", now.asked, re.I) is None


def without_origin(now: Question, before: Question, known: Roles) -> Question:
    """`now` without the role that people came from ("How many came from ML?"), where those of another are counted."""
    words = follow_words()
    if len(now.roles) != 1 or not before.roles or now.roles[0] in before.roles or not words.share.search(now.asked):
        return now
    if not words.came_from.search(with_role(now.text, known.short(now.roles[0]))):
        return now
    return replace(now, text=now.asked, bare=now.asked, roles=(), hinted=False, kind="fact")


def meant(now: Question, before: Question, history: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The role ids. `history` holds those of each earlier message, oldest first."""
    if now.roles:
        apart = _HAVE_TOO.search(now.asked) is not None
        added = (
            patterns.WITH.search(now.asked) and not apart and len(now.roles) == 1 and now.roles[0] not in before.roles
        )
        return (*before.roles[:1], *now.roles) if added and before.roles else now.roles
    if now.others:
        return ()
    pair = _last_pair(history)
    if MINE.search(now.asked) and (own := next((r for r in history if len(r) == 1), ())):
        return own
    if pair and _EACH.search(now.asked):
        return pair
    if patterns.OTHER.search(now.asked):
        rest = tuple(r for r in pair if r not in before.roles)[-1:]
        return rest or before.roles[1:2] or before.roles
    if pair and patterns.LATTER.search(now.asked) and patterns.FORMER.search(now.asked):
        return pair
    if pair and patterns.LATTER.search(now.asked):
        return pair[-1:]
    if pair and patterns.FORMER.search(now.asked):
        return pair[:1]
    between = {"premium", "difference", "overlap"} & set(now.measures)  # "so what's the gap?"
    if len(before.roles) < 2 and (between or patterns.BOTH.search(now.asked)):
        return pair or before.roles
    return before.roles


def _last_pair(history: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The roles of the last message that set some side by side; else the last two that were spoken of."""
    for roles in reversed(history):
        if len(roles) >= 2:
            return roles
    spoken = list(dict.fromkeys(r for roles in reversed(history) for r in roles))
    return tuple(reversed(spoken[:2])) if len(spoken) > 1 else ()


def same_ends(now: Question, before: Question) -> tuple[str, str]:
    """(origin, goal) of a move asked about further: the same, the way back, or with one end changed."""
    if now.origin and now.goal:
        return now.origin, now.goal
    if goes_back(now):
        return before.goal, before.origin
    if now.roles and len(now.roles) == 1:
        if re.search(r"\bto\b|\binto\b|\bbecom", now.asked, re.I):
            return before.origin, now.roles[0]
        return now.roles[0], before.goal if before.goal != now.roles[0] else before.origin
    return before.origin, before.goal
