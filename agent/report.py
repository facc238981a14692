"""State + assessment -> Report: data first (`sections`), then one document that every export is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from agent.assess import assess
from agent.criteria import Criteria, Recommendation
from agent.events import Ranked, Report
from agent.exporting.markdown import markdown
from agent.grounds import Grounds
from agent.guide import Guide
from agent.reporting.document import document
from agent.reporting.marks import Marks
from agent.reporting.parts import changes, contradictions, gaps, left_out, next_steps, sources, unanswered
from agent.reporting.pay import pay
from agent.reporting.verdict import BACKGROUND, HOW, MARKS, runner_up, verdict
from agent.reporting.wanted import wanted
from agent.reporting.way import way
from agent.state import InterviewState
from agent.summary import views
from corpus.figures import Figure

MOST_ROLES = 2  # recommendations that pay and the way are shown for


def report(
    guide: Guide,
    criteria: Criteria,
    state: InterviewState,
    grounds: Grounds,
    figures: Iterable[Figure] = (),
    names: Mapping[str, str] | None = None,
) -> Report:
    """The report as things stand, after any number of answers. `figures` are the library's pay figures,
    `names` the roles' names by id. Everything cited is in `citations`, numbered in order of use."""
    marks = Marks(grounds)
    ranked = assess(criteria, guide, state, grounds.cite)
    profile = views(guide, state)
    first = verdict(criteria, guide, state, ranked, marks)
    ranked = tuple(_numbered(each, marks) for each in ranked)
    chosen = _chosen(criteria, ranked, first)
    sections: dict[str, Any] = {
        "title": guide.title,
        "verdict": first,
        "how": HOW,
        "marks": MARKS,
        "warnings": _warnings(criteria, state, first, marks),
        "ranking": [asdict(each) for each in ranked] if first["first"] else [],
        "runner_up": runner_up(criteria, guide, state, ranked),
        "brief": _brief(chosen[0], marks) if chosen else None,
        "ways": _ways(criteria, state, chosen, dict(names or {}), marks),
        "pay": pay(_roles(chosen, dict(names or {})), figures, wanted(guide, state), marks) if chosen else None,
        "next_steps": next_steps(criteria, guide, state, chosen[0], first["level"], marks) if chosen else [],
        "understood": [asdict(view) for view in profile],
        "open": unanswered(profile),
        "contradictions": contradictions(guide, state),
        "left_out": left_out(state),
        "changes": changes(guide, state),
        "approved": state.approved,
        "early": state.early,
        "missing": len(grounds.missing(criteria)),
    }
    sections["topics"] = {topic.id: topic.name for topic in guide.topics}
    sections["sources"] = sources(marks)
    made = Report(
        interview=state.id,
        guide=guide.id,
        markdown="",
        recommendation=ranked if first["first"] else (),
        profile=profile,
        gaps=gaps(sections["open"], sections["ways"][:1]),
        citations=marks.citations,
        sections=sections,
        approved=state.approved,
    )
    return replace(made, markdown=markdown(document(made)))


def _numbered(ranked: Ranked, marks: Marks) -> Ranked:
    return replace(ranked, reasons=tuple(replace(r, citation=marks.number(r.citation)) for r in ranked.reasons))


def _chosen(criteria: Criteria, ranked: tuple[Ranked, ...], first: Mapping[str, Any]) -> list[Recommendation]:
    """The recommendation, and its runner-up where that has something for it."""
    items = {item.id: item for item in criteria.recommendations}
    if not first["first"]:
        return []
    best, *others = [items[each.id] for each in ranked[:MOST_ROLES] if each is ranked[0] or each.score >= BACKGROUND]
    # Nobody to hire, or two people already: no pay and no way for a runner-up as well.
    return [best, *others] if len(best.roles) == 1 else [best]


def _roles(chosen: list[Recommendation], names: dict[str, str]) -> dict[str, str]:
    return {role: names.get(role, role) for item in chosen for role in item.roles}


def _ways(
    criteria: Criteria,
    state: InterviewState,
    chosen: list[Recommendation],
    names: dict[str, str],
    marks: Marks,
) -> list[dict[str, Any]]:
    return [told for item in chosen if (told := way(criteria, state, item, names, marks))]


def _brief(item: Recommendation, marks: Marks) -> dict[str, Any]:
    return {
        "name": item.name,
        "hires": len(item.roles),
        **{part: marks.lines(getattr(item, part)) for part in ("order", "owns", "not_owns", "tests")},
    }


def _warnings(
    criteria: Criteria, state: InterviewState, first: Mapping[str, Any], marks: Marks
) -> list[dict[str, Any]]:
    heard = {(t.id, h.option) for t in state.topics.values() for h in t.heard if h.evidence.strength > 0}
    shown = {marker for told in first["lines"] for marker in told["markers"]}
    found = marks.lines(w.line for w in criteria.warnings if (w.topic, w.option) in heard)
    return [told for told in found if not told["markers"] or not shown & set(told["markers"])]
