"""The option of the pending topic that a reply is most likely for, or a way of not answering: what it is like as a
whole, weighed with what rules found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from agent.guide import Topic
from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.contrast import ASIDE
from agent.understanding.lexicon import SURE, Lexicon
from agent.understanding.seeing import likeness
from agent.understanding.stance import Stance, joined, stance
from agent.understanding.weighing import FIRM, Seen, shares

_AWAY = 0.5  # share of all ways of not answering from which a reply is none
_HEARD, _SURE = 0.35, 0.8  # share of an option from which it is taken up, and from which it need not be asked about
_LIKE, _DOUBTED = 0.8, 0.7  # strength of what is only like an option; and the most of what is not sure
_SHORT = 6  # … and of which it knows enough where there are no embeddings
_OUT, _HARDLY = 0.005, 0.02  # share of what a rule finds beside it from which it counts at all, and in full …
_PASSING = 0.4  # … and its strength below that
_BOTH = 0.1  # share of two options' being meant together, or of the other of them, from which they may be
_FEW = 4  # words of a reply of which a rule knows all


def similar(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    pending: str | None,
    evidence: list[Evidence],
    numbered: bool,
) -> tuple[list[Evidence], str]:
    """The evidence, with the pending topic's option that the reply is most likely for; and the list of dodges.yaml that
    the reply is like rather than any option, or "". `numbered`: it holds a number, of which rules know more."""
    like = likeness(lexicon, message, parts, pending, evidence, numbered) if pending else None
    if like is None or pending is None:
        return evidence, ""
    known = [e for e in evidence if e.topic == pending and e.option and e.strength > 0]
    if known and _by_rule(like.seen, max(e.strength for e in known)):
        return evidence, ""
    of = shares(like.seen)
    away = {c.removeprefix(ASIDE): share for c, share in of.items() if c.startswith(ASIDE)}
    if like.seen.signs["measures"]:
        away.pop("refusals", None)  # "I wouldn't say that …" refuses nothing
    if sum(away.values()) >= _AWAY:
        return [e for e in evidence if e.topic != pending], max(away, key=lambda manner: away[manner])
    denied = {e.option for e in evidence if e.topic == pending and e.strength <= -SURE}  # "stability isn't it"
    option = max(like.parts, key=lambda o: (o not in denied, of[o]))
    if of[option] < _HEARD:
        return [_doubted(e) if e in known else e for e in evidence], ""
    sure = of[option] >= _SURE
    if option in {e.option for e in known}:
        apart = _apart(lexicon.topics[pending], option, of) if sure else set()
        kept = [e for e in evidence if e not in known or e.option not in apart]
        if not sure:
            return [_doubted(e) if e in known else e for e in kept], ""
        whole = {option, *lexicon.topics[pending].option(option).all_of}
        beside = {e: of[str(e.option)] for e in known if e.option not in whole} if like.seen.embedded else {}
        return [
            replace(e, strength=min(e.strength, _PASSING)) if beside.get(e, 1.0) < _HARDLY else e
            for e in kept
            if beside.get(e, 1.0) >= _OUT
        ], ""
    part = like.parts[option]
    how = stance(joined(part.words))
    if how.manner == "reported" and not lexicon.topics[pending].wish:
        how = Stance(1.0, "stated")
    strength = round((_LIKE if sure else _DOUBTED) * how.strength, 2)
    found = Evidence(pending, option, strength, message[part.start : part.end], part.start, part.end, how.manner)
    return [*(e for e in evidence if e not in known), found], ""


def _by_rule(seen: Seen, strength: float) -> bool:
    """Whether a few words are all that a rule, or a number with its unit, stands for; or a reply affirms by two
    denials, which words and vectors don't see."""
    plain = strength >= FIRM or bool(seen.backs["counted"])
    short = not seen.embedded and seen.words <= _SHORT  # of words alone, rules tell more
    return short or (seen.words <= _FEW and plain) or bool(seen.backs["affirmed"])


def _doubted(e: Evidence) -> Evidence:
    return replace(e, strength=min(e.strength, _DOUBTED))


def _apart(topic: Topic, option: str, of: Mapping[str, float]) -> set[str]:
    """The options that cannot hold together with `option`; those that could, but are next to out of the question here,
    are among them: "the same every month, bonus is for people who sell". `of`: candidate -> its share."""
    said = topic.option(option)
    both = [o for o in topic.options if option in o.all_of]
    together = {part for whole in both for part in whole.all_of if max(of[whole.id], of[part]) >= _BOTH}
    parts = {part for whole in both for part in whole.all_of}
    apart = {o.id for o in topic.options if (o.pole and said.pole) or topic.apart(o.id, option)}
    return (apart | parts) - together - {option}
