"""One message read for itself, before anything said earlier is taken into account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.ends import adjacent, ends_among
from agent.answering.asking.follow_words import follow_words
from agent.answering.asking.kind import gains, kind_of, of_mine
from agent.answering.asking.moves import moves_told
from agent.answering.asking.named import Describe, Span, described, in_titles, named, other_titles, second, written_out
from agent.answering.asking.shape import Question
from agent.answering.asking.way import moving, with_other_end
from corpus.facets import Facets, facet_spans, facets_of, measures_asked
from corpus.facets import hinted as short_forms
from corpus.quantities import Quantity, find
from corpus.roles import Roles
from corpus.spoken import written

SHORTEST = 3  # words beside a described role that can say what is asked

_WHAT_PAY = re.compile(
    r"\bwhat(?:['’]?s| is| are)\W+(?:(?:the|an?|average|typical|usual|base|total|median|us|junior|mid|senior)\W+)*"
    r"(?:pay|salar(?:y|ies)|comp(?:ensation)?|wages?|earnings)\b",
    re.I,
)

_LEFT_OUT = re.compile(
    r"\b(?:no|not counting|without|excluding|apart from|before|minus|ignoring|leaving out)(?: any)? "
    r"(?:(?:stocks?|equity|shares|bonus(?:es)?|rsus?)\W+(?:and |or |no )*)+(?<!\w)",
    re.I,
)
_EXCLUDED = re.compile(r"\(\s*(?:and |i mean )?not (?:an? |the )?[^()]{1,40}\)", re.I)  # "the AI engineer (not MLE)"
_NO_TOTAL = re.compile(r"\bnot (?:the |in )?total\b", re.I)
_MANNERS = re.compile(  # how it is to be told, and why so
    r"[.,;!?–-]\s*(?:please |pls )?(?:keep|make) it (?:short|brief|quick|simple)\b[^.?!]*", re.I
)
_NO_BASE = re.compile(
    r"\b(?:not|no|without|besides?|beyond|on top of|apart from|excluding|except)\b (?:just |only )?"
    r"(?:the |my |their |any )?base\b",
    re.I,
)
_SAYS = (
    r"(?:pitch|offer|told|tell|call|contact|messag|approach|sa(?:ys?|id)|ask|wr(?:ite|ote)|reach|want|claim|insist|promis"
    r"|ping|rang|r[au]ng|sent|send|suggest|think|thought|mention|ghost)\w*\b"
)
_COUNTED = frozenset({"remote", "growth", "openings", "travel", "coding", "accounts", "customers"})
_NOT_PAID = frozenset({"reporting", "travel", "remote", "coding"})
_MONEY = re.compile(
    r"\b(?:pay|pays|paid|salar\w+|earn\w*|comp|compensation|money|premium|makes?|income|wages?)\b|[$₹€]", re.I
)
_TOO = re.compile(r"\W*included\b", re.I)


def alone(
    text: str, roles: Roles, publishers: frozenset[str] = frozenset(), describe: Describe = short_forms
) -> Question:
    text = written_out(_EXCLUDED.sub(" ", _MANNERS.sub(" ", text)))
    every = named(text, roles, publishers)
    titled = in_titles(text, every)
    spans = [s for s in every if s not in titled] or every
    hinted = not spans
    if hinted:
        shown = described(text, [])
        # "I do presales, want to build ML"
        ends = with_other_end(text, shown, []) if len(shown) == 1 else _both_ends(text, shown)
        spans = ends if len(ends) > 1 else described(text, [], describe)
    elif len({role for role, _, _ in spans}) == 1:
        spans = sorted([*spans, *second(text, [*spans, *titled], describe)], key=lambda s: s[1])
    if len({role for role, _, _ in spans}) == 1:
        spans = with_other_end(text, spans, described(text, [*spans, *titled]))
    spans = counted(text, spans)
    others = tuple(n for n in other_titles(text, [*spans, *titled]) if not (_speaks(text, n) or _level_of(text, n)))
    ids = tuple(dict.fromkeys(role for role, _, _ in spans))
    origin, goal = ends_among(text, spans)
    bare = written(text, spans, None)
    all_taken = hinted and len(re.findall(r"\w+", bare)) < SHORTEST  # the description took the question with it
    measures = measures_asked(bare if hinted and not all_taken else text)
    if "pay" in measures and _WHAT_PAY.search(bare):
        measures = tuple(m for m in measures if m != "definition")  # "what is FDE pay?" asks what nothing is
    if "premium" in measures and set(measures) & _COUNTED and not _MONEY.search(text):
        measures = tuple(m for m in measures if m != "premium")  # "is the gap big?" of what is counted
    if "pay" in measures and set(measures) & _NOT_PAID and not _MONEY.search(text):
        measures = tuple(m for m in measures if m != "pay")  # what an offer says of something else
    if "pay" in measures and patterns.MEASURING.search(text):
        measures = tuple(
            m for m in measures if m not in ("success", "definition")
        )  # what a figure counts, and not how work is judged
    if {"remote", "openings"} <= {*measures} and patterns.PERCENT.search(text):
        measures = tuple(m for m in measures if m != "openings")  # the share of jobs that are remote
    if _LEFT_OUT.search(text):
        measures = tuple(m for m in measures if m not in ("equity", "bonus"))
    facets = _meant(text, measures)
    if "pay" not in measures and set(facets.basis) & {"base", "total"}:
        measures = (*measures, "pay")
    linked = bool(patterns.FROM_TO.search(text)) or adjacent(text, spans) is not None
    kind = kind_of(text, bare, ids, measures, bool(origin and goal), linked)
    if kind != "transition" and not gains(text, ids, measures) and moving(text, spans, measures, kind):
        kind = "transition"
    moves = moves_told(text, spans) if kind != "advice" or not patterns.ADVICE.search(text) else ()
    if moves:
        kind, (origin, goal) = "transition", moves[0]
        measures = tuple(dict.fromkeys((*measures, "transition")))
    if kind == "transition" and origin and goal:
        others = ()  # a recruiter who called, a colleague who laughs: the two ends are what is asked about
    if kind == "transition":
        idle = {"origin", "cycle"} | ({"pay", "premium"} if of_mine(text) else set())
        measures = tuple(m for m in measures if m not in idle)  # "come from", "a change of pace", "worth gold"
    numbers = find(text)
    return Question(
        text if all_taken else written(text, spans, roles),
        text,
        bare,
        ids,
        others,
        measures,
        facets,
        kind,
        origin if kind == "transition" else "",
        goal if kind == "transition" else "",
        _experience(text, numbers),
        tuple(int(q.low) for q in numbers if q.year),
        bool(patterns.YES_NO.search(text)),
        hinted and bool(ids),
        beside=moves[1:],
        titled=tuple(dict.fromkeys(role for role, _, _ in titled)),
    )


def _speaks(text: str, name: str) -> bool:
    """Whether somebody of that title only tells the asker something ("a recruiter pitched me …")."""
    who = rf"\b(?:an?|the|my|our|this|that|some|another|every) (?:\w+ )?{re.escape(name)}s?"
    return re.search(rf"{who} (?:just |has |had |keeps? )?{_SAYS}", text, re.I) is not None


def _level_of(text: str, name: str) -> bool:
    """Whether a title only says how high something is set ("a bar close to that of a senior software engineer")."""
    return re.search(rf"\b(?:bar|level|standard)s?\b[^.?!,]{{0,30}}\b{re.escape(name)}", text, re.I) is not None


def _both_ends(text: str, shown: list[Span]) -> list[Span]:
    """The two roles that short forms name in the words of a move ("I do presales and would like to build models")."""
    return shown if len(shown) == len({role for role, _, _ in shown}) == 2 and patterns.MOVE.search(text) else []


def counted(text: str, spans: list[Span]) -> list[Span]:
    """Without the role that people of another came from, where a share of them is asked for: "How many AI engineers
    came from ML?"."""
    words = follow_words()
    if len({role for role, _, _ in spans}) != 2 or not words.share.search(text):
        return spans
    last = spans[-1]
    marked = f"{text[: last[1]]}R{text[last[2] :]}"
    return [s for s in spans if s[0] != last[0]] if words.came_from.search(marked) else spans


def _meant(text: str, measures: Sequence[str]) -> Facets:
    """The facets of a question, without an employer tier that it excludes ("not at a top lab") or has besides all
    others ("top labs included"), and without parts of pay that it leaves out. Things are counted "in total", too."""
    found = facets_of(text)
    if "pay" in measures and "total" not in found.basis and re.search(r"\bin total\b", text, re.I):
        found = replace(found, basis=("total", *found.basis))
    if re.search(r"\baverages?,? (?:and|or) ranges?\b|\branges?,? (?:and|or) averages?\b", text, re.I):
        found = replace(found, statistic=())
    if "base" in found.basis and _NO_TOTAL.search(text):
        found = replace(found, basis=tuple(b for b in found.basis if b != "total"))
    if {"equity", "bonus"} & {*found.basis} and _NO_BASE.search(text):
        found = replace(found, basis=tuple(b for b in found.basis if b != "base"))
    if _LEFT_OUT.search(text):
        found = replace(found, basis=tuple(b for b in found.basis if b not in ("equity", "bonus")))
    none = patterns.NOT_THERE.search(text) or any(_TOO.match(text, s.end) for _, s in facet_spans(text, "tier"))
    return replace(found, tier=()) if none else found


def _experience(text: str, numbers: Sequence[Quantity]) -> float | None:
    """Years that someone has worked ("9+ yrs", "after six years"); not a time in which something is to happen."""
    return next(
        (
            q.low
            for q in numbers
            if q.unit == "year"
            and not re.search(
                r"\b(within|in|next|over the|every|per|less than|fewer than|under|below|not even) $",
                text[: q.span.start],
            )
        ),
        None,
    )
