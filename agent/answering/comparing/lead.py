"""The sentences above a comparison's table: only such as state what was asked of the roles asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agent.answering import patterns
from agent.answering.beside import adds, companions
from agent.answering.comparing.rows import focus
from agent.answering.comparing.tables import paired
from agent.answering.context import Context
from agent.answering.direct import known
from agent.answering.fact import NUMERIC
from agent.answering.select import IN_PERCENT
from corpus.facets import measures_asked
from corpus.units import Unit

MOST = 4
NEAREST = 8  # answers looked at
ASIDE = frozenset({"transition", "choose"})  # matters of their own in which a measure is named by the way


def lead(context: Context) -> list[Unit]:
    """The known answer where it fits the question, else the best statements about the roles together."""
    if share := _in_percent(context):
        return [share]
    found = [u for u in known(context) if u.kind != "cell" and not patterns.META.search(u.text)][:MOST]
    if found and not focus(context.question.measures):
        found += _beside(context, found)
    found = [u for u in found if not _of_others(context, u)]
    if found and (context.question.hinted or _same_question(context, found)):
        return found
    return [u for u in found or _ranked(context) if apt(context, u)][:MOST]


def _in_percent(context: Context) -> Unit | None:
    """The statement with a percentage on the measure asked for in percent, where the roles' own cells give amounts."""
    named = set(focus(context.question.measures)) & {"equity", "bonus", "variable"}
    if not named or not IN_PERCENT.search(context.question.asked) or known(context):
        return None
    asked = set(context.question.roles)
    for scored in context.ranked[:20]:
        unit = scored.unit
        told = set(unit.about()) <= asked and named & unit.measures and apt(context, unit)
        if unit.kind != "cell" and told and any(q.unit == "%" for q in unit.numbers):
            return unit
    return None


def _beside(context: Context, found: Sequence[Unit]) -> list[Unit]:
    """The statement about all of the roles that leads the ranking, where the known answer does not say it."""
    asked = set(context.question.roles)
    best = [s.unit for s in context.ranked[:3] if s.unit.kind == "sentence" and asked <= set(s.unit.roles)]
    return [u for u in best[:1] if adds(u, found) and not patterns.META.search(u.text)]


def _same_question(context: Context, units: Iterable[Unit]) -> bool:
    """Whether the nearest known question that `units` answer asks for the same measures."""
    named = set(focus(context.question.measures))
    places = {context.statements.units.index(u) for u in units}
    for near in context.answers[:NEAREST]:
        if places & set(near.units):
            return bool(named) and named <= set(measures_asked(near.question))
    return False


def apt(context: Context, unit: Unit) -> bool:
    """Whether the unit speaks of an asked measure, and of no other level or employer, move or choice instead."""
    asked = set(context.question.measures)
    named = set(focus(context.question.measures))
    if patterns.META.search(unit.text) or _of_others(context, unit):
        return False
    for name in ("level", "region", "tier"):
        wanted, has = getattr(context.question.facets, name), getattr(unit.facets, name)
        if wanted and has and not set(wanted) & set(has):
            return False
    if not named:
        return not ((ASIDE | {"exits"}) - asked) & unit.measures or "difference" in asked
    return bool(named & unit.measures) and not (ASIDE - asked) & unit.measures


def _of_others(context: Context, unit: Unit) -> bool:
    """Whether it sets one of the roles against a role that was not asked about."""
    asked, roles = set(context.question.roles), set(unit.roles)
    return bool(roles - asked) and not asked <= roles


def comparing(context: Context, units: Iterable[Unit], shown: set[tuple[str, int]]) -> list[Unit]:
    """Of `units` those that set two of the roles against each other and are not shown already: what a table that
    is filled still leaves to say."""
    asked = set(context.question.roles)
    return [u for u in units if len(asked & set(u.roles)) > 1 and u.key not in shown]


def _ranked(context: Context) -> list[Unit]:
    asked = set(context.question.roles)
    named = set(focus(context.question.measures))
    both = [
        s
        for s in context.ranked
        if s.unit.kind != "cell"
        and asked <= {*s.unit.about(), *(s.unit.setting if s.unit.lead else ())}
        and (not named or named & s.unit.measures or s.meaning > 0.62)
    ]
    best = context.ranked[0].score
    side_by_side = bool(paired(context, focus(context.question.measures)))
    most, near = (3, 0.35) if "reason" in context.question.measures or not side_by_side else (2, 0.22)
    found = companions(both, most, near) if both and both[0].score > best - 0.45 else []
    for role in context.question.roles if set(context.question.measures) & set(NUMERIC) else ():
        one = _numeric(context, role)
        if (
            one
            and one not in found
            and not any({q.key for q in one.numbers} <= {q.key for q in u.numbers} for u in found)
        ):
            found.append(one)
    return found


def _numeric(context: Context, role: str) -> Unit | None:
    """The best sentence with a number for `role` on an asked measure, where no table row gives one."""
    asked = set(context.question.measures) & set(NUMERIC)
    hits = [
        s
        for s in context.ranked[:60]
        if asked & s.unit.measures and role in s.unit.about() and role in (s.unit.owners or ())
    ]
    return None if not hits or hits[0].unit.kind == "cell" else hits[0].unit
