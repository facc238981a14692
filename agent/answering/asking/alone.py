"""One message read for itself, before anything said earlier is taken into account."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from agent.answering import patterns
from agent.answering.asking.ends import adjacent, ends_among
from agent.answering.asking.follow_words import follow_words
from agent.answering.asking.jobs import other_titles
from agent.answering.asking.kind import deep, gains, kind_of, of_mine
from agent.answering.asking.measured import bounds, measured, without_asides, without_had
from agent.answering.asking.moves import moves_told
from agent.answering.asking.named import Describe, described, named, second
from agent.answering.asking.shape import Question, Span
from agent.answering.asking.shorthand import written_out
from agent.answering.asking.texts import in_titles, without_source
from agent.answering.asking.way import moving, with_other_end
from corpus.facets import hinted as short_forms
from corpus.facets import measures_asked
from corpus.quantities import Quantity, find
from corpus.roles import Roles
from corpus.spoken import written

_NOT_YEAR = re.compile(
    r"\b(?:not|(?:do not|don['’]t) (?:want|need|mean)) (?:the |that )?"
    r"(?:old |older )?(?:ones? |figures? )?(?:of |from |for )?(?:19|20)\d\d\b",
    re.I,
)
_HOW_SOON = re.compile(r"\bhow (?:long|soon|quick\w*|fast)\b", re.I)
_LIKENED = (
    r"\b(?:bar|level|standard)s?\b[^.?!,]{0,30}"
    r"|\b(?:like|similar to|comparable to|as (?:hard|tough) as) (?:an? )?(?:senior )?"
)
_SPAN = re.compile(r"\b(?:how many|number of) (?:\w+ )?(?:months?|years?|yrs|weeks?)\b", re.I)
_OR = re.compile(r",?\s+or\s+(?:an?\s+|the\s+|rather\s+)*", re.I)
SHORTEST = 3  # words beside a described role that can say what is asked

_SAYS = (
    r"(?:pitch|offer|told|tell|call|contact|messag|approach|sa(?:ys?|id)|ask|wr(?:ite|ote)|reach|want|claim|insist|promis"
    r"|ping|rang|r[au]ng|sent|send|suggest|think|thought|mention|ghost)\w*\b"
)


def alone(
    text: str, roles: Roles, publishers: frozenset[str] = frozenset(), describe: Describe = short_forms
) -> Question:
    text = written_out(without_asides(text))
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
        both = with_other_end(text, spans, [])  # a field that is named goes before what is but described
        more = [] if len(both) > len(spans) else second(text, [*spans, *titled], describe)
        spans = sorted([*both, *more], key=lambda s: s[1])
    if len({role for role, _, _ in spans}) == 1:
        spans = with_other_end(text, spans, described(text, [*spans, *titled]))
    spans = counted(text, spans)
    others = tuple(n for n in other_titles(text, [*spans, *titled]) if not (_speaks(text, n) or _level_of(text, n)))
    ids = tuple(dict.fromkeys(role for role, _, _ in spans))
    origin, goal = ends_among(text, spans)
    bare = written(text, spans, None)
    all_taken = hinted and len(re.findall(r"\w+", bare)) < SHORTEST  # the description took the question with it
    measures = measured(measures_asked(bare if hinted and not all_taken else text), text, bare)
    if deep(text):
        measures = tuple(m for m in measures if m != "competition")  # "get into": a matter, and no job
    facets = bounds(text, measures)
    counted_up = set(facets.basis) == {"total"} and {"openings", "accounts", "growth"} & set(measures)
    unsaid = not set(measures) - {"definition"}  # "the FAANG+ median"
    amount = unsaid and bool(facets.statistic) and bool(facets.tier or facets.level)
    if "pay" not in measures and ((set(facets.basis) & {"base", "total"} and not counted_up) or amount):
        measures = (*measures, "pay")
    linked = not _either(text, spans) and (bool(patterns.FROM_TO.search(text)) or adjacent(text, spans) is not None)
    kind = kind_of(text, bare, ids, measures, bool(origin and goal), linked)
    if (
        kind != "transition"
        and not deep(text)
        and not gains(text, ids, measures)
        and moving(text, spans, measures, kind)
    ):
        kind = "transition"
    moves = moves_told(text, spans) if kind != "advice" or not patterns.ADVICE.search(text) else ()
    if moves:
        kind, (origin, goal) = "transition", moves[0]
        measures = tuple(dict.fromkeys((*measures, "transition")))
    if kind == "transition" and origin and goal:
        others = ()  # a recruiter who called, a colleague who laughs: the two ends are what is asked about
    if kind == "transition":
        idle = (
            {"origin", "cycle"}
            | ({"competition"} if _HOW_SOON.search(text) else set())
            | ({"pay", "premium"} if of_mine(text) else set())
        )
        measures = tuple(m for m in measures if m not in idle)  # "come from", "a change of pace", "worth gold"
    numbers = find(text)
    search = text if all_taken else written(text, spans, roles)
    return Question(
        without_source(search, publishers) if ids and measures else search,
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
        tuple(int(q.low) for q in find(_NOT_YEAR.sub(" ", without_had(text))) if q.year),
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
    return re.search(rf"(?:{_LIKENED})\b{re.escape(name)}", text, re.I) is not None


def _both_ends(text: str, shown: list[Span]) -> list[Span]:
    """The two roles that short forms name in the words of a move ("I do presales and would like to build models")."""
    return shown if len(shown) == len({role for role, _, _ in shown}) == 2 and patterns.MOVE.search(text) else []


def _either(text: str, spans: list[Span]) -> bool:
    """Whether a choice is put between two roles in one breath: "become an AI engineer or an ML engineer"."""
    return any(_OR.fullmatch(text[a[2] : b[1]]) for a, b in itertools.pairwise(spans))


def counted(text: str, spans: list[Span]) -> list[Span]:
    """Without the role that people of another came from, where a share of them is asked for: "How many AI engineers
    came from ML?"."""
    words = follow_words()
    if len({role for role, _, _ in spans}) != 2 or not words.share.search(text) or _SPAN.search(text):
        return spans
    last = spans[-1]
    marked = f"{text[: last[1]]}R{text[last[2] :]}"
    return [s for s in spans if s[0] != last[0]] if words.came_from.search(marked) else spans


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
