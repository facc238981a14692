"""The ranking as a picture: each recommendation's bar is the sum of its reasons, one piece each, in the order said."""

from __future__ import annotations

from html import escape

from agent.events import Ranked, Reason, Report
from ui.markup import cite_button, plain


def ranking_html(report: Report) -> str:
    """Bars on one scale, widest score 100 %. Every piece is listed below its bar with words and source, so that
    nothing is said by colour or width alone."""
    ranked = report.recommendation
    if not ranked:
        return ""
    span = max(r.base + sum(max(x.points, 0) for x in r.reasons) for r in ranked) or 1.0
    rows = "".join(_row(r, span, place) for place, r in enumerate(ranked, 1))
    return f"<ol class='ranking' aria-label='Ranking, best first'>{rows}</ol>"


def _row(ranked: Ranked, span: float, place: int) -> str:
    pieces = [_piece("base", ranked.base, span)] if ranked.base > 0 else []
    pieces += [_piece("for", r.points, span) for r in ranked.reasons if r.points > 0]
    pieces += [_piece("against", -r.points, span) for r in ranked.reasons if r.points < 0]
    reasons = "".join(_reason(r) for r in ranked.reasons)
    base = f"<li class='reason'><b>{ranked.base:+.1f}</b><p>What speaks for it before anything is known.</p></li>"
    return (
        f"<li class='rank {'first' if place == 1 else ''}'><details{' open' if place == 1 else ''}>"
        f"<summary><span class='place'>{place}</span><span class='name'>{plain(ranked.name)}</span>"
        f"<span class='score'>{ranked.score:.1f}</span><span class='pieces' role='img' aria-label='{escape(_told(ranked))}'>"
        f"{''.join(pieces)}</span></summary><ul class='reasons'>{base if ranked.base else ''}{reasons}</ul></details></li>"
    )


def _piece(kind: str, points: float, span: float) -> str:
    return f"<i class='{kind}' style='width:{100 * points / span:.2f}%'></i>"


def _told(ranked: Ranked) -> str:
    plus = sum(1 for r in ranked.reasons if r.points > 0)
    minus = sum(1 for r in ranked.reasons if r.points < 0)
    return f"{ranked.score:.1f} points: {plus} reasons for, {minus} against"


def _reason(reason: Reason) -> str:
    words = f"<q>{plain(reason.quote)}</q>" if reason.quote else ""
    return (f"<li class='reason {'minus' if reason.points < 0 else ''}'><b>{reason.points:+.1f}</b>"
            f"<p>{plain(reason.statement)} {cite_button(reason.citation)}{words}</p></li>")
