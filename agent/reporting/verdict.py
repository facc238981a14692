"""What a report says first: the recommendation, how sure it is, what comes second and what would tip it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agent.acknowledge import lower
from agent.criteria import Criteria, Recommendation
from agent.events import Ranked
from agent.guide import Guide
from agent.reporting.lines import joined, shown
from agent.reporting.marks import Marks
from agent.reporting.tip import Tip, what_would_tip
from agent.state import InterviewState
from agent.summary import leading

CLOSE = 1.5  # points: less than one plain answer decides
BACKGROUND = 2.0  # below this a runner-up has hardly anything for it

HOW = (
    "Every answer that an article says matters adds points to a choice or takes some away: up to five when "
    "you said it plainly, fewer when you hedged. A score is the sum of those points, nothing else."
)
MARKS = (
    "Each line is one of your answers with the points it counts for. Marks like m4 number your messages; "
    "numbers in square brackets are the sources listed at the end."
)
WORTH = 1.0  # points of a reason that is named beside the headline
NAMED = 3  # such reasons at most


def verdict(
    criteria: Criteria, guide: Guide, state: InterviewState, ranked: tuple[Ranked, ...], marks: Marks
) -> dict[str, Any]:
    """{"level": none|low|tie|close|clear, "headline", "lines": [told], "because": [told],
    "first": ids that lead}."""
    topics = {reason.topic for each in ranked for reason in each.reasons}
    if not topics:
        text = "There is nothing to rank yet: none of your answers speaks for or against a recommendation."
        return {
            "level": "none",
            "headline": "No recommendation yet.",
            "first": [],
            "because": [],
            "lines": [
                _plain(text),
                _plain("Answer a few more of the questions and come back; nothing you said is lost."),
            ],
        }
    items = {item.id: item for item in criteria.recommendations}
    best = [each for each in ranked if each.score == ranked[0].score]
    level = _level(criteria, ranked, len(topics))
    first = items[best[0].id]
    lines = [told for told in [marks.line(first.definition) if first.definition and len(best) == 1 else None] if told]
    lines += _sequence(first, items, ranked)
    lines.append(_plain(_sure(level, guide, ranked, len(topics), best)))
    because = _because(guide, state, ranked[0]) if len(best) == 1 else []
    headline = (
        f"It is a tie between {joined([each.name for each in best])}." if len(best) > 1 else _headline(first, ranked[0])
    )
    return {
        "level": level,
        "headline": headline,
        "first": [each.id for each in best],
        "lines": lines,
        "because": because,
    }


def runner_up(
    criteria: Criteria, guide: Guide, state: InterviewState, ranked: tuple[Ranked, ...]
) -> dict[str, Any] | None:
    """{"id", "name", "text", "tips": [sentences]}; None with nothing to rank."""
    if len(ranked) < 2 or not any(each.reasons for each in ranked):
        return None
    second, gap = ranked[1], round(ranked[0].score - ranked[1].score, 1)
    points = f"{shown(second.score)} points against {shown(ranked[0].score)}"
    if gap == 0:
        text = f"{second.name} has exactly as many points as {ranked[0].name}."
    elif second.score < BACKGROUND:
        text = f"Nothing else comes near: {second.name} is next, with {points}."
    else:
        text = f"{second.name} comes second, with {points}."
    names = {each.id: each.name for each in ranked}
    tips = [_tip(tip, guide, names) for tip in what_would_tip(criteria, state)]
    return {"id": second.id, "name": second.name, "text": text, "tips": tips}


def _level(criteria: Criteria, ranked: tuple[Ranked, ...], topics: int) -> str:
    gap = round(ranked[0].score - ranked[1].score, 1)
    if topics < criteria.enough or ranked[0].score <= 0:
        return "low"
    return "tie" if gap == 0 else "close" if gap <= CLOSE else "clear"


def _sure(level: str, guide: Guide, ranked: tuple[Ranked, ...], topics: int, best: list[Ranked]) -> str:
    if level == "low" and ranked[0].score <= 0:
        return "Take this with great care: nothing you said speaks for a choice; this one has least against it."
    if level == "low":
        count = (
            f"only {topics} of {len(guide.topics)} topics" if topics > 1 else f"only one of {len(guide.topics)} topics"
        )
        return f"Take this as a first guess: {count} had a say in it."
    if level == "tie":
        return (
            "On what you said, neither is ahead of the other."
            if len(best) == 2
            else "On what you said, none is ahead of the others."
        )
    if level == "close":
        return f"It is close: {ranked[1].name} is only {ranked[0].score - ranked[1].score:.1f} points behind."
    return f"On what you said it is a clear lead; {topics} of {len(guide.topics)} topics had a say in it."


def _because(guide: Guide, state: InterviewState, first: Ranked) -> list[dict[str, Any]]:
    """What of the person's own answers weighs most, for and against, in a sentence each."""
    weighty = sorted((r for r in first.reasons if abs(r.points) >= WORTH), key=lambda r: -abs(r.points))
    lines = []
    for found, words in (
        ([r for r in weighty if r.points > 0], "What speaks for it most is that you"),
        ([r for r in weighty if r.points < 0], "Against it stands that you"),
    ):
        said = {
            (r.topic, r.option): None for r in found if r.option in leading(guide.topic(r.topic), state.topics[r.topic])
        }
        told = [guide.topic(topic).option(option).summary for topic, option in said][:NAMED]
        if told and first.score > 0:
            lines.append(_plain(f"{words} {joined(told)}."))
    return lines


def _headline(item: Recommendation, first: Ranked) -> str:
    if first.score <= 0:
        return f"Nothing fits well; {item.name} has least against it."
    return item.headline or f"{item.name}."


def _sequence(
    item: Recommendation, items: Mapping[str, Recommendation], ranked: tuple[Ranked, ...]
) -> list[dict[str, Any]]:
    parts = sorted((each for each in ranked if each.id in item.sequence), key=lambda each: -each.score)
    if len(parts) < 2:
        return []
    if parts[0].score == parts[1].score:
        return [_plain("Your answers don't say which of the two comes first.")]
    advice = items[parts[0].id].headline.rstrip(".") or parts[0].name
    advice = advice[:1].lower() + advice[1:]
    return [_plain(f"By your answers, {advice} ({shown(parts[0].score)} points against {shown(parts[1].score)}).")]


def _tip(tip: Tip, guide: Guide, names: dict[str, str]) -> str:
    said = [f"“{guide.topic(t).option(o).label}” ({lower(guide.topic(t).name)})" for t, o in tip.answers]
    if tip.open:
        return f"If you answered {joined(said)}, the first place would go to: {names[tip.first]}."
    if len(said) > 1:
        return (
            f"It would take two other answers, such as {joined(said)}, for the first place to go to: "
            f"{names[tip.first]}."
        )
    return f"Had you answered {joined(said)} instead, the first place would have gone to: {names[tip.first]}."


def _plain(text: str) -> dict[str, Any]:
    return {"text": text, "markers": [], "ours": False}
