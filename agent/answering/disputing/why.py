"""Why stated amounts differ: only differences that the articles themselves state, each in a clause."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from agent.answering.context import Context
from agent.answering.disputing.stated import Stated
from agent.answering.pay_words import REGIONS

FEW = 3  # amounts up to which each is named beside what is said of it
_BASES = {"base": "base pay", "total": "total compensation", "equity": "equity", "bonus": "bonus"}
_TIERS = {"faang": "FAANG+", "unicorn": "unicorn startups", "non-tech": "non-tech enterprises", "lab": "top AI labs"}


def reasons(context: Context, found: Sequence[Stated]) -> list[str]:
    """Clauses that complete "They do not measure the same thing: …"; [] where the articles state no difference.
    Few amounts are each told with what sets them apart; many by the matters in which they differ."""
    out = [_roles(context, found)]
    if len(found) <= FEW:
        out += _each(found)
    else:
        out += [_bases(found), _tiers(found)]
    out += [_cuts(found), _regions(found), _years(found), _forms(found)]
    return [clause for clause in out if clause][:5]


def _each(found: Sequence[Stated]) -> list[str]:
    """ "~$210K is base pay"; "~$385K is total compensation for mid level at top AI labs"."""
    ways: tuple[Callable[[Stated], str], ...] = (_kind, _for_level, _employer)
    apart = [way for way in ways if len({way(s) for s in found}) > 1]
    said = [(s, " ".join(w for way in apart if (w := way(s)))) for s in found if s.quantity and s.figure]
    if not apart or len(said) < 2:
        return []
    names = [name for way, name in zip(ways, ("basis", "level", "employers"), strict=True) if way in apart]
    open_ = f"said of no particular {' or '.join(names)}"
    return [f"{s.quantity.text} is {text or open_}" for s, text in said if s.quantity]


def _kind(stated: Stated) -> str:
    if not stated.figure:
        return ""
    basis = _BASES.get(stated.figure.basis, "")
    if stated.statistic:
        return f"{_an(stated.statistic)} of {basis}" if basis else f"{_an(stated.statistic)}, base or total not stated"
    return basis or "pay, base or total not stated"


def _for_level(stated: Stated) -> str:
    return f"for {level} level" if (level := _level(stated)) else ""


def _employer(stated: Stated) -> str:
    return f"at {_joined([_TIERS.get(t, t) for t in _tier(stated)])}" if _tier(stated) else ""


def _values(found: Sequence[Stated], value: Callable[[Stated], Hashable]) -> list[Hashable]:
    return list(dict.fromkeys(value(s) for s in found))


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _roles(context: Context, found: Sequence[Stated]) -> str:
    roles = [str(r) for r in _values(found, lambda s: s.role) if r]
    if len(roles) < 2 or set(roles) <= set(context.question.roles):
        return ""
    return f"they are about different roles ({_joined([context.called(r) for r in roles])})"


def _bases(found: Sequence[Stated]) -> str:
    named = [_BASES[str(b)] for b in _values(found, lambda s: s.figure.basis if s.figure else "") if b]
    return f"the bases differ ({_joined(named)})" if len(named) > 1 else ""


def _an(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _cuts(found: Sequence[Stated]) -> str:
    for level in dict.fromkeys(_level(s) for s in found if _level(s)):
        cuts = list(dict.fromkeys(s.experience for s in found if _level(s) == level and s.experience))
        if len(cuts) > 1:
            return f"the same level is cut at different years of experience ({_joined(cuts)})"
    return ""


def _level(stated: Stated) -> str:
    return " or ".join(stated.figure.level) if stated.figure else ""


def _tiers(found: Sequence[Stated]) -> str:
    named = [_TIERS.get(t, t) for t in dict.fromkeys(t for s in found for t in _tier(s))]
    if not named or len({_tier(s) for s in found}) < 2:
        return ""
    return f"the employers differ ({_joined(named)}{'' if all(_tier(s) for s in found) else ', or not named'})"


def _tier(stated: Stated) -> tuple[str, ...]:
    return stated.figure.tier if stated.figure else stated.unit.facets.tier


def _regions(found: Sequence[Stated]) -> str:
    named = [REGIONS.get(str(r), str(r)) for r in _values(found, lambda s: s.figure.region if s.figure else "") if r]
    return f"they are for different countries ({_joined(named)})" if len(named) > 1 else ""


def _years(found: Sequence[Stated]) -> str:
    years = [set(s.unit.years) for s in found if s.unit.years]
    apart = any(not a & b for a in years for b in years)
    if len(years) < 2 or not apart:
        return ""
    spans = [f"{min(y)}" if len(y) == 1 else f"{min(y)}–{max(y)}" for y in years]
    return f"the data are of different years ({_joined(sorted(set(spans)))})"


def _forms(found: Sequence[Stated]) -> str:
    held = [s for s in found if s.quantity]
    if len(held) < 2 or (len({s.ranged for s in held}) < 2 and len({s.quantity.open for s in held if s.quantity}) < 2):
        return ""
    if len({s.ranged for s in held}) > 1 and held[0].figure:
        return "one is a single figure and another a band" if len(held) == 2 else ""
    lower = next((s.quantity.text for s in held if s.quantity and s.quantity.open), "")
    return f"{lower} is a lower bound" if lower and not held[0].figure else ""
