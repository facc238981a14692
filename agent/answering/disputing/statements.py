"""What each article states on what is asked, and in one sentence how the statements stand to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.claims import Draft, Frame, bullets, paragraph
from agent.answering.context import Context, with_article
from agent.answering.direct import known
from agent.answering.disputing.choice import best_of_each
from agent.answering.disputing.equal import quantities, same
from agent.answering.disputing.line import line
from agent.answering.disputing.quoted import looked_up
from agent.answering.disputing.sides import of_sides
from agent.answering.disputing.signals import degree, shows
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.disputing.verdict import yes_no
from agent.answering.disputing.why import differences
from corpus.units import Unit

MOST = 6
LIKE = 0.7  # cosine of the known question whose answer is told beside a statement that no other article has
_LISTED = frozenset({"tools", "skills", "coding", "duties", "employers", "exits", "ladder"})


def statements(context: Context) -> Draft | None:
    """The statements that say the sides told of in the question, else the best of each article."""
    units = of_sides(context)
    units += [u for u in (s.unit for s in best_of_each(context)) if _adds_article(u, units)]
    if len(units) == 1:  # what is known to answer this tells more
        units += [u for u in known(context, LIKE) if u.key != units[0].key and u.text != units[0].text]
    return side_by_side(context, units) if units else None


def side_by_side(context: Context, units: Sequence[Unit]) -> Draft:
    return in_lines(context, [stated_of(context, u, next(iter(u.numbers), None)) for u in units[:MOST]])


def in_lines(context: Context, found: Sequence[Stated]) -> Draft:
    found = list({(s.article, s.unit.row, s.unit.text): s for s in found}.values())  # once, though it stands twice
    return Draft((paragraph(Frame(_lead(context, found))), bullets(*(line(context, s) for s in found))), "conflict")


def _adds_article(unit: Unit, taken: Sequence[Unit]) -> bool:
    """Whether nothing is taken yet where no sides are told, or nothing of the unit's article where they are."""
    return not taken or unit.passage.article not in {u.passage.article for u in taken}


def _lead(context: Context, found: Sequence[Stated]) -> str:
    if len({s.article for s in found}) == 1:
        what = "figure" if all(s.quantity for s in found) else "statement"
        if checked := _of_quoted(context, found):
            return checked
        if len(found) == 1:
            return f"Only {context.publisher(found[0].article)} states this, so no article differs:"
        return f"Only {context.publisher(found[0].article)} states this. It gives more than one {what}:"
    return _agreement(context, found)


def _of_quoted(context: Context, found: Sequence[Stated]) -> str:
    """Whether the one figure that is put to us ("5-25 customers, right?") is what one article states; "" where none
    is, or several are."""
    quoted = quantities(context.question.asked)
    if len(quoted) != 1 or not all(s.quantity for s in found):
        return ""
    if any(s.quantity and same(quoted[0], s.quantity) >= 1 for s in found):
        return "Yes, it is stated:"
    asked = " or ".join(with_article(context.called(r)) for r in context.question.roles) or "that"
    elsewhere = [s.role for s in looked_up(context).found]
    if set(elsewhere) & set(context.question.roles):
        return "Another figure is stated of this:"  # the one put to us is of something else that the role has
    of_others = [role for role in elsewhere if role]
    beside = f"; it is stated of {with_article(context.called(of_others[0]))}" if of_others else ""
    return f"No article states {quoted[0].text} for {asked}{beside}. What is stated:"


def _agreement(context: Context, found: Sequence[Stated]) -> str:
    counted = [s for s in found if s.quantity and "reason" not in context.question.measures]
    keys = {s.quantity.key for s in counted if s.quantity}
    apart = len({s.article for s in counted}) > 1 or len(keys) > 1
    if apart and len({s.quantity.unit for s in counted if s.quantity}) == 1 and len(counted) == len(found):
        if len(keys) == 1 and len({s.role for s in counted}) == 1:
            return "They agree:"
        why = differences(context, counted)
        opening = yes_no(context) or "They give different figures"
        return f"{opening}, and each counts in its own way{f'; they differ in {_and(why)}' if why else ''}:"
    if shared := _shared_names(context, found):
        if set(context.question.measures) & _LISTED - {"employers"}:
            return f"They overlap in {_and(shared)}, and in the rest each article gives its own list:"
        return f"They agree on {_and(shared)}:"
    return _in_words(context, found)


def _in_words(context: Context, found: Sequence[Stated]) -> str:
    """Statements in words: whether they are of one mind as far as the degree that they name tells."""
    own = [s.unit for s in found if set(s.unit.roles) <= set(context.question.roles)]
    degrees = [d for unit in own if (d := degree(unit.text)) is not None]
    if len(set(degrees)) > 1:
        if max(degrees) == 2:
            return "They do not say the same, and no article says which is right:"
        return "They differ in degree and not in kind:"
    asked = context.question.asked
    if shows(asked, "differ", "agree"):
        return "They do not contradict each other; each puts it in its own way:"
    return "Each article puts it in its own way, and no article says that another is wrong:"


def _shared_names(context: Context, found: Sequence[Stated]) -> list[str]:
    """Proper names that all of the articles' statements have."""
    of_article: dict[str, set[str]] = {}
    for stated in found:
        words = re.findall(r"[A-Z][\w.]*\w", stated.unit.text)
        names = {w for w in words if w.lower() in context.statements.names}
        of_article.setdefault(stated.article, set()).update(names)
    return sorted(set.intersection(*of_article.values())) if of_article else []


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
