"""Whether rows of pay bear out a stated difference between two roles ("30–60% more"): each row, and what it shows."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering.bearing_out.rows import rows_of
from agent.answering.bearing_out.telling import fit, line, verdict
from agent.answering.claims import Claim, Draft, Frame, bullets, paragraph
from agent.answering.context import Context
from agent.answering.disputing.equal import quantities
from agent.answering.pay import wanted
from agent.answering.pay_gap import gaps
from corpus.figures import CURRENCIES
from corpus.quantities import Quantity
from corpus.units import Unit

MOST = 6  # rows
_CHECK = re.compile(  # what is asked of a difference and the figures under it
    r"\b(?:fits?|holds?|square|consistent|in line|bears?|borne|check(?:s|ed|ing)?|verif\w+|match\w*|add(?:s|ed)? up"
    r"|agrees?|reconcile\w*|comput\w+|calculat\w+|divid\w+|work(?:s|ed)? (?:it )?out|compar\w+ (?:the|it|this)|wrong"
    r"|true|right|correct|come from|misread\w*|maths?|arithmetic|sums"
    r"|(?:above|over|beyond|more than) \d+ ?%?|bigger|smaller|wider|narrower|larger|exceeds?"
    r"|(?:more|less) than that|by my)\b",
    re.I,
)
_ROWS = re.compile(
    r"\b(?:tables?|rows?|bands?|ranges?|figures?|numbers|amounts?|ends?|medians?|india\w*|us|states|juniors?|mid|seniors?"
    r"|mid-?level|base|total|calculat\w+|divid\w+|comput\w+)\b|[$₹]",
    re.I,
)


def borne_out(context: Context) -> Draft | None:
    """The stated difference and what the rows asked about make of it; None where no difference in per cent is stated
    between two roles, or nothing is asked about its figures."""
    question, text = context.question, context.question.asked
    if len(question.roles) != 2 or not (_CHECK.search(text) and _ROWS.search(text)):
        return None
    said = _said(context)
    if said is None:
        return None
    unit, share = said
    rows = list(rows_of(context, unit))[:MOST]
    told = {end for row in rows for f in (row.more, row.less) for end in (f.low, f.high)}
    others = [q for q in quantities(question.asked) if q.unit in CURRENCIES]
    if not rows or any(q.low not in told for q in others):
        return None  # another amount is set against it
    lines = (line(context, row, share) for row in rows)
    shown = verdict([fit(row, share) for row in rows])
    return Draft((paragraph(Claim(unit.text, (unit,))), paragraph(Frame(shown)), bullets(*lines)), "conflict")


def _said(context: Context) -> tuple[Unit, Quantity] | None:
    """The stated difference that is asked about: the one that is quoted; None where it is not stated."""
    quoted = [q for q in quantities(context.question.asked) if q.unit in ("%", "")]
    bare = replace(wanted(context), level=(), region=(), tier=(), basis=(), years=(), experience=None)
    stated = [(u, q) for u in gaps(context, bare) for q in u.numbers if q.unit == "%"]
    for unit, share in stated:
        if any((q.low, q.high) == (share.low, share.high) for q in quoted):
            return unit, share
    return None
