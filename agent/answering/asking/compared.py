"""Follow-ups that set another role beside the one spoken of: "And how does an ML engineer compare there?"."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering.asking.follow_words import follow_words, with_role
from agent.answering.asking.shape import Question
from corpus.facets import measure_name
from corpus.roles import Roles

MOST = 3  # roles side by side
_KNOWS_THAT = re.compile(
    r"\b(?P<verb>know|learn|master|understand|use|study) (?:all (?:of )?)?(?:that|this|it|those|them)"
    r"(?: stuff| things)?(?: as well| too| also)?\W*$",
    re.I,
)


def compares(now: Question, known: Roles) -> bool:
    """Whether a message sets its one role beside what was said before."""
    if len(now.roles) != 1 or now.others:
        return False
    said = _marked(now, known)
    return any(p.search(said) for p in (*follow_words().compared, *follow_words().outdone))


def compared(now: Question, before: Question, known: Roles) -> Question | None:
    """`now` as the question of both roles; None where it is none."""
    if not before.roles or before.kind == "transition" or set(now.roles) <= set(before.roles):
        return None
    if not (compares(now, known) or _told_apart(now, before, known)):
        return None
    words, said = follow_words(), _marked(now, known)
    subject = any(p.search(said) for p in words.outdone) and not any(p.search(said) for p in words.compared)
    sides = (*now.roles, *before.roles) if subject else (*before.roles, *now.roles)
    roles = tuple(dict.fromkeys(sides))[:MOST]
    only = words.only_compares if words.pay.search(now.asked) is None else words.only_compares - {"premium"}
    own = tuple(m for m in now.measures if m not in only)
    names = " and ".join(known.short(r) for r in roles)
    told = tuple(m for m in before.measures if m not in ("choose", "reason"))
    if own or not told:
        text, bare = f"{names}: {now.text} ({' and '.join(map(measure_name, own)) or 'difference'})", now.bare
    else:
        text, bare = f"{before.text.rstrip(' ?.!')}, {names} compared?", before.bare
    return now.leaning(
        text=text,
        bare=bare,
        roles=roles,
        measures=own or told or ("difference",),
        facets=now.facets.or_else(before.facets),
        kind="comparison",
        experience=now.experience or before.experience,
        years=now.years or before.years,
    )


def another_way(now: Question, before: Question, known: Roles) -> Question | None:
    """`now` as a move from one role to another: what its people have of what was asked of the other, or another way to
    the end that was spoken of, beside the first. None where it is neither."""
    if len(now.roles) != 1 or set(now.roles) <= set(before.roles):
        return None
    said, role, words = _marked(now, known), now.roles[0], follow_words()
    if len(before.roles) == 1 and "skills" in (*before.measures, *now.measures) and words.already.search(said):
        asked = f"What does {known.short(role)} bring to {known.short(before.roles[0])}, what carries over?"
        return replace(_move(now, (role, before.roles[0]), (), known), text=asked)
    weighed = compares(now, known) or (words.easier.search(said) and before.goal not in now.roles)
    if before.origin and before.goal and weighed and not words.pay.search(now.asked):
        to = re.search(r"\b(?:in)?to (?:an? |the )?R\b|\bbecom\w+ (?:an? )?R\b", said) is not None
        way = (before.origin, role) if to else (role, before.goal)
        return _move(now, way, ((before.origin, before.goal),), known)
    if before.origin and before.goal and now.kind != "transition" and words.alike.search(now.asked):
        return _move(now, (role, before.goal), (), known)  # "does an MLOps engineer lack the same?"
    return None


def beyond_shared(now: Question, before: Question, known: Roles) -> Question | None:
    """`now` as what one role, or each, has apart from what two share: "and which do only FDEs need?"."""
    if "overlap" not in before.measures or len(before.roles) != 2 or not set(now.roles) <= set(before.roles):
        return None
    if not follow_words().apart.search(now.asked) or set(now.measures) - follow_words().only_compares - {"skills"}:
        return None
    roles, pair = now.roles or before.roles, " and ".join(known.short(r) for r in before.roles)
    matter = [m for m in before.measures if m != "overlap"] or ["skills"]
    bring = " and what does ".join(f"{known.short(r)} bring" for r in roles)
    text = f"On top of the {measure_name(matter[0])} that {pair} share, what does {bring}?"
    return now.leaning(
        text=text,
        bare=f"on top of the shared {measure_name(matter[0])}, what brings",
        roles=roles,
        measures=tuple(matter),
        kind="comparison" if len(roles) > 1 else "fact",
    )


def knows_that(now: Question) -> bool:
    """Whether it is asked if the role named has to know what was told of another: "does an FDE need all that too?"."""
    return len(now.roles) == 1 and _KNOWS_THAT.search(now.asked) is not None


def known_too(now: Question, before: Question, known: Roles) -> Question | None:
    """`now` with the work of the role before it in the place of "all that"; None where it asks for nothing such."""
    if not knows_that(now) or len(before.roles) != 1 or before.roles == now.roles:
        return None
    text = _KNOWS_THAT.sub(lambda m: f"{m['verb']} {known.short(before.roles[0])}", now.text)
    return now.leaning(text=text, measures=now.measures or ("skills",), kind="fact")


def _move(now: Question, way: tuple[str, str], beside: tuple[tuple[str, str], ...], known: Roles) -> Question:
    return now.leaning(
        text=f"{now.text} ({known.short(way[0])} to {known.short(way[1])})",
        roles=way,
        measures=tuple(dict.fromkeys((*now.measures, "transition"))),
        kind="transition",
        origin=way[0],
        goal=way[1],
        beside=beside,
    )


def _told_apart(now: Question, before: Question, known: Roles) -> bool:
    """ "And from a TAM?" after a question about a difference."""
    apart = "difference" in before.measures and len(now.roles) == 1
    return apart and follow_words().after_difference.search(_marked(now, known)) is not None


def _marked(now: Question, known: Roles) -> str:
    """The message with R for its role."""
    return with_role(now.text, known.short(now.roles[0]))
