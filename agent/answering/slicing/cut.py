"""A question on pay cut into its slices, with what a leading part bounds for all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering.asking.named import named as names_roles
from agent.answering.asking.texts import in_titles
from agent.answering.context import Context
from agent.answering.slicing.bounds import BOUNDS, Slice, read

_CUT = re.compile(
    r"[;:?!.](?=\s)|,(?=\s)|\s[–—-]\s|\b(?:and(?! (?:up|more|above|over|beyond)\b)|or(?! (?:more|so)\b)|vs\.?"
    r"|versus|against|but|while|whereas|yet|then|next to"
    r"|(?:as )?compared (?:with|to)"
    r"|(?:lower|higher|less|more|smaller|bigger) than(?= (?:the|your|those|what)\b))\b",
    re.I,
)
_OTHER_LEVEL = re.compile(r"\b(?:an?|another|next|some|higher|other|further) (?:level|rung|rank|grade|row)\b", re.I)
_FROM = re.compile(r"\s*(?:as )?(?:per|according to|from|in|on|by)\b", re.I)  # the source of what stands before


def slices(context: Context) -> tuple[Slice, list[Slice]]:
    """What a leading part bounds for all, and the parts that are bounded at all."""
    text, role = context.question.asked, context.question.roles[0]
    for turn in re.finditer(r"[:?.](?=\s)", text):
        head, rest = text[: turn.start()], text[turn.end() :]
        lead = read(context, head, role)
        if lead.names or lead.articles or lead.amounts or lead.overall or lead.more or lead.statistic:
            break
        found = _parts(context, lead, rest, bool(context.roles.ids(head)))
        of_sources = all(s.names or s.articles for s in found[1])
        if len(found[1]) > 1 and (turn[0] == ":" or of_sources):
            return found
        if turn[0] == ":":
            text = head  # what it lists before it asks of it
            break
    return _parts(context, read(context, "", role), text, False)


def _parts(context: Context, lead: Slice, text: str, named_any: bool) -> tuple[Slice, list[Slice]]:
    """`lead` with what all parts have in common, and the parts of `text`; `named_any`: a role stands before them."""
    question, role = context.question, lead.role
    out: list[Slice] = []
    for part in _CUT.split(text):
        own = [r for r in context.roles.ids(_untitled(context, part)) if r in question.roles]
        role = own[-1] if own else role
        one = read(context, part, role)
        if out and not own and _FROM.match(part) and one.articles:
            out[-1] = replace(out[-1], articles=one.articles)
            continue
        one = replace(
            one,
            named=bool(own),
            **{n: getattr(lead, n) for n in ("level", "region", "tier", "basis") if not getattr(one, n)},
        )
        if one.kinds(lead) or one.amounts:
            out.append(_there(context, one))
            named_any = named_any or bool(own)
    out = _levelled(context, out)
    if len(question.roles) > 1 and not named_any:
        out = [replace(one, role=r) for one in out for r in question.roles]  # "who, in general and at the labs?"
    alike = {n: getattr(out[0], n) for n in BOUNDS[:-1] if len({getattr(s, n) for s in out}) == 1} if out else {}
    return replace(lead, **alike), out


def _levelled(context: Context, told: list[Slice]) -> list[Slice]:
    """`told` with the level that several of them have in common for those that are of a basis alone ("staff pay: one
    has a base, the other a range for staff"), and the one level that is asked about for what is but more."""
    levels = [set(s.level) for s in told if s.level]
    shared = tuple(sorted(set.intersection(*levels))) if len(levels) > 1 else ()
    asked = context.question.facets.level if not _OTHER_LEVEL.search(context.question.asked) else ()
    out = []
    for one in told:
        bare = not (one.level or one.tier or one.statistic or one.names or one.overall or one.each or one.amounts)
        if bare and one.more and not one.limit and len(asked) == 1:
            one = replace(one, level=asked)
        elif bare and shared:
            one = replace(one, level=shared)
        out.append(one)
    return out


def _there(context: Context, one: Slice) -> Slice:
    """`one` in the one country that the question asks about, where it names none itself: "in India? … and for seniors
    more"; an amount in another currency is of another."""
    regions = context.question.facets.region
    own = all(q.unit in ("", "INR" if regions == ("india",) else "USD") for q in one.amounts)
    return replace(one, region=regions) if len(regions) == 1 and own and not one.region else one


def _untitled(context: Context, part: str) -> str:
    spans = in_titles(part, names_roles(part, context.roles, ()))
    for _, start, end in sorted(spans, key=lambda s: -s[1]):
        part = f"{part[:start]} {part[end:]}"
    return part
