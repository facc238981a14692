"""Is an answer right? A list of what is wrong with it, empty when it is."""

from __future__ import annotations

import re
from typing import Any

from tests.quality.questions.items import Expect, Item
from tests.quality.questions.match import found
from tests.quality.questions.roles import owners

Reply = dict[str, Any]  # one line of `fieldnote ask --json`


def words(answer: str) -> int:
    """How many words a reader meets: citation markers and table rules do not count."""
    return len(re.findall(r"[\w$₹€£%+.,–-]*\w[\w%+]*", re.sub(r"\[\d+\](\([^)]*\))?", " ", answer)))


def faults(item: Item, reply: Reply) -> list[str]:
    """What keeps `reply` from being a right answer to `item`."""
    expect, answer = item.expect, str(reply.get("answer", ""))
    wrong: list[str] = []
    if not answer.strip():
        wrong.append("empty answer")
    if expect.abstain is not None and bool(reply.get("abstained")) != expect.abstain:
        wrong.append("abstained" if reply.get("abstained") else "did not abstain")
    wrong += [f"missing {fact}" for fact in expect.all if not found(fact, answer)]
    present = [fact for fact in expect.any if found(fact, answer)]
    if expect.any and len(present) < expect.min_any:
        wrong.append(f"has {len(present)} of {expect.min_any} wanted from {list(expect.any)}")
    wrong += [f"must not say {fact}" for fact in expect.none if found(fact, answer)]
    wrong += _misbound(expect, answer) + _uncited(expect, reply)
    if (length := words(answer)) > expect.max_words:
        wrong.append(f"{length} words, at most {expect.max_words}")
    return wrong


def _misbound(expect: Expect, answer: str) -> list[str]:
    wrong = []
    for role, fact in expect.bind:
        given = owners(answer, fact)
        if not given:
            wrong.append(f"missing {fact}")
        elif role not in given and None not in given:
            wrong.append(f"{fact} given to {', '.join(sorted(str(one) for one in given))}, not to {role}")
    return wrong


def _uncited(expect: Expect, reply: Reply) -> list[str]:
    cited = [str(citation.get("article", "")) for citation in reply.get("citations", ())]
    wrong = []
    if expect.articles and not any(article.endswith(expect.articles) for article in cited):
        wrong.append(f"cites none of {', '.join(expect.articles)}")
    wrong += [f"does not cite {end}" for end in expect.cite_all if not any(article.endswith(end) for article in cited)]
    return wrong
