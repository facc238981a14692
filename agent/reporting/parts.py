"""What a report says beside its ranking: open, contradictory, changed, left out, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from agent.acknowledge import lower
from agent.assess import influence
from agent.criteria import Criteria, Recommendation
from agent.events import TopicView
from agent.guide import Guide
from agent.reporting.marks import Marks
from agent.state import InterviewState

MOST_ASKED = 3  # open topics named as worth an answer


def next_steps(
    criteria: Criteria, guide: Guide, state: InterviewState, item: Recommendation, level: str, marks: Marks
) -> list[dict[str, Any]]:
    """The recommendation's own steps, or, while it is a guess, the open topics that would say most."""
    if level not in ("low", "tie"):
        return marks.lines(item.next_steps)
    still = [t for t in guide.topics if (s := state.topics.get(t.id)) is None or s.status not in ("settled", "moot")]
    worth = {topic.id: influence(criteria, topic.id, state) for topic in still}
    best = sorted((t for t in still if worth[t.id] > 0), key=lambda t: -worth[t.id])[:MOST_ASKED]
    if not best:
        return marks.lines(item.next_steps)
    named = "; ".join(lower(topic.name) for topic in best)
    return [{"text": f"Come back and answer what would tell most: {named}.", "markers": [], "ours": False}]


def gaps(open_topics: Mapping[str, list[str]], ways: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """What is missing, as sentences: what the person has to build, then what the interview did not learn."""
    build = [f"To build for {way['to']}: {told['text']}" for way in ways for told in (*way["build"], *way["needs"])]
    return (*build, *open_topics["gaps"])


def unanswered(profile: tuple[TopicView, ...]) -> dict[str, list[str]]:
    """Topics by what is missing; `gaps` are the same as sentences."""

    def named(*statuses: str) -> list[str]:
        return [view.name for view in profile if view.status in statuses]

    found = {
        "not_asked": named("open", "asked"),
        "refused": named("refused"),
        "unknown": named("unknown"),
        "vague": named("vague"),
    }
    words = {
        "not_asked": "not answered",
        "refused": "skipped or not said",
        "unknown": "not known",
        "vague": "left vague",
    }
    found["gaps"] = [f"{name}: {words[kind]}" for kind, those in found.items() for name in those]
    return found


def contradictions(guide: Guide, state: InterviewState) -> list[dict[str, str]]:
    return [
        {
            "topic": guide.topic(c.topic).name,
            "earlier": c.earlier.quote,
            "earlier_message": c.earlier.message,
            "later": c.later.quote,
            "later_message": c.later.message,
            "kept": guide.topic(c.topic).option(c.kept).summary if c.kept else "",
        }
        for c in state.contradictions
    ]


def left_out(state: InterviewState) -> list[str]:
    return list(dict.fromkeys(kind for _, kind in state.left_out))


def changes(guide: Guide, state: InterviewState) -> list[dict[str, str]]:
    edits = [
        {
            "message": e.message,
            "before": e.before,
            "after": e.after,
            "topic": ", ".join(guide.topic(t).name for t in e.topics),
        }
        for e in state.edits
    ]
    corrected = [
        {
            "message": "",
            "before": "",
            "after": guide.topic(t.id).option(t.option).summary,
            "topic": guide.topic(t.id).name,
        }
        for t in state.topics.values()
        if t.corrected and t.option
    ]
    return edits + corrected


def sources(marks: Marks) -> list[dict[str, str]]:
    used = dict.fromkeys(citation.article for citation in marks.citations)
    return [
        {
            "article": a.id,
            "title": a.title,
            "publisher": a.publisher,
            "author": a.author,
            "date": a.date,
            "basis": a.basis,
            "interest": a.interest,
        }
        for id in used
        if (a := marks.grounds.articles.get(id))
    ]
