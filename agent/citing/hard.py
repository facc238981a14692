"""Hard facts: numbers, years, names, levels, regions, bases and roles must stand in what is quoted, bound alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.citing import words
from agent.events import Verdict
from corpus.article import Article, Span
from corpus.binding import bind
from corpus.facets import Facets, facet_spans, facets_of
from corpus.figures import CURRENCIES, basis_of
from corpus.plain import plain
from corpus.quantities import Quantity, find
from corpus.roles import Roles
from corpus.statements import Statements
from corpus.units import Unit

Outcome = tuple[Verdict, str]
FINE: Outcome = ("verified", "")
_FACETS: dict[str, Verdict] = {"basis": "wrong-basis", "level": "number", "region": "number", "tier": "number"}
_LOOSE = frozenset({"", "USD"})


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number of the claim with what the claim says of it."""

    quantity: Quantity
    role: str | None
    facets: dict[str, str]


def check(
    claim: str, units: Sequence[Unit], articles: Mapping[str, Article], roles: Roles, statements: Statements
) -> Outcome:
    mentions = [(m.role, m.span) for m in roles.find(claim)]
    numbers = find(claim)
    amounts = _amounts(claim, [q for q in numbers if not q.year], mentions)
    for amount in amounts:
        outcome = _amount(amount, units)
        if outcome != FINE:
            return outcome
    return (
        _years([q for q in numbers if q.year], units)
        or _roles([r for r, _ in mentions], units, articles, roles)
        or _facets(claim, units)
        or _rates(claim, units)
        or _names(claim, units, articles, roles, statements.names)
        or FINE
    )


def _amounts(claim: str, quantities: Sequence[Quantity], mentions: list[tuple[str, Span]]) -> list[_Amount]:
    if not quantities:
        return []
    spans = [q.span for q in quantities]
    owners = bind(claim, mentions, spans)
    per_facet = {name: bind(claim, facet_spans(claim, name), spans) for name in _FACETS}
    return [
        _Amount(q, owners[i], {n: value for n in _FACETS if (value := per_facet[n][i])})
        for i, q in enumerate(quantities)
    ]


def _amount(amount: _Amount, units: Sequence[Unit]) -> Outcome:
    """Some unit states this number, of this role, with these facets; else what comes nearest to fail."""
    worst: Outcome = ("number", f"{amount.quantity.text} does not stand in what is quoted.")
    for unit in units:
        for quantity, owner in zip(unit.numbers, unit.owners, strict=True):
            if not same_number(amount.quantity, quantity):
                continue
            about = (owner,) if owner else unit.about()
            if amount.role and about and amount.role not in about:
                worst = ("wrong-role", f"{amount.quantity.text} is stated of {', '.join(about)}, not of {amount.role}.")
                continue
            wrong = [
                n
                for n, value in amount.facets.items()
                if not _has(unit, n, value) or (n == "basis" and _left_open(unit, quantity))
            ]
            if not wrong:
                return FINE
            worst = (
                _FACETS[wrong[0]],
                f"{amount.quantity.text} is not stated with {wrong[0]} {amount.facets[wrong[0]]}.",
            )
    labels = [q for u in units for q in _labelled(u.row, u.column)]
    return FINE if any(same_number(amount.quantity, q) for q in labels) else worst


@lru_cache(maxsize=4096)
def _labelled(row: str, column: str) -> tuple[Quantity, ...]:
    """Numbers in a cell's labels ("Senior (7+ yr)"): they are stated with every cell under them."""
    return find(f"{row} ; {column}")


def _left_open(unit: Unit, quantity: Quantity) -> bool:
    """Whether the unit names a basis, but of another amount than this one."""
    return quantity.unit in CURRENCIES and len(set(unit.facets.basis)) == 1 and not basis_of(unit, quantity)


def _has(unit: Unit, facet: str, value: str) -> bool:
    stated = getattr(unit.facets, facet)
    return value in (stated or getattr(_headed((*unit.passage.headings, unit.column, unit.row)), facet))


@lru_cache(maxsize=4096)
def _headed(labels: tuple[str, ...]) -> Facets:
    return facets_of(" ".join(labels))


def same_number(claimed: Quantity, stated: Quantity) -> bool:
    """Equal in value and unit. One end of a stated range counts as itself only where the claim is open that way."""
    units = claimed.unit == stated.unit or ({claimed.unit, stated.unit} <= _LOOSE and claimed.low < 1000)
    return units and (claimed.low, claimed.high) == (stated.low, stated.high)


def _years(claimed: Sequence[Quantity], units: Sequence[Unit]) -> Outcome | None:
    known = {year for unit in units for year in unit.years}
    known |= {int(q.low) for unit in units for q in find(unit.whole) if q.year}
    missing = [q.text for q in claimed if int(q.low) not in known]
    return ("number", f"{missing[0]} is not the year of what is quoted.") if missing else None


def _roles(
    claimed: Sequence[str], units: Sequence[Unit], articles: Mapping[str, Article], roles: Roles
) -> Outcome | None:
    """The claim's roles are those of its units, or of the article where a unit names none. A row's label may name
    another ("Cloud/MLOps"): it lets the claim say that label, but not be about that role alone."""
    own = {role for unit in units for role in (*unit.roles, *unit.setting, *roles.ids(unit.text))}
    own |= {role for unit in units if not unit.about() for role in articles[unit.passage.article].roles}
    known = own | {role for unit in units for role in roles.ids(unit.row)}
    missing = [r for r in claimed if r not in known]
    if not missing and claimed and known and not own & set(claimed):
        missing = list(claimed)
    return ("wrong-role", f"What is quoted does not speak of {missing[0]}.") if missing and known else None


def _facets(claim: str, units: Sequence[Unit]) -> Outcome | None:
    """Levels, regions, tiers and bases of a claim stand somewhere in what is quoted."""
    found: Facets = facets_of(claim)
    for name, verdict in _FACETS.items():
        for value in getattr(found, name):
            if not any(_has(unit, name, value) for unit in units):
                return verdict, f"What is quoted does not state {name} {value}."
    return None


def _rates(claim: str, units: Sequence[Unit]) -> Outcome | None:
    stated = words.periods(" ".join(u.whole for u in units))
    missing = words.rates(claim) - stated
    if missing and (stated or missing - {"year"}):
        return "number", f"What is quoted does not say “{next(iter(missing))}”."
    return None


def _names(
    claim: str, units: Sequence[Unit], articles: Mapping[str, Article], roles: Roles, known: frozenset[str]
) -> Outcome | None:
    beside = " ".join(
        f"{plain(u.quote.of(a.text))} {u.column} {' '.join(u.passage.headings)} "
        f"{a.publisher} {a.title} {a.author} {a.date}"
        for u in units
        if (a := articles[u.passage.article])
    ).lower()
    own = " ".join(u.whole for u in units).lower()
    missing = [
        n
        for n in words.names(claim, roles, known)
        if n not in (where := beside if len(n) > 3 else own) and n.rstrip("s") not in where
    ]
    return ("unsupported", f"{missing[0]} is not named in what is quoted.") if missing else None
