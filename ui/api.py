"""Named endpoints for programs (gradio_client, and MCP with the `mcp` extra): /ask, /compare, /search."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import gradio as gr
from gradio.events import api

from agent.events import Answer
from agent.fieldnote import Fieldnote
from ui.compare import FEWEST, MOST
from ui.markup import clean
from ui.trouble import too_long


def endpoints(house: Fieldnote) -> None:
    """Declare them in the Blocks that is open. Errors come back as gr.Error with what to do."""

    def ask(question: str, earlier: list[str] | None = None) -> dict[str, Any]:
        """Answer a question about AI roles from the library, with checked citations.

        Args:
            question: The question, in plain words.
            earlier: Questions asked before it in the same conversation, oldest first.
        """
        _check(question)
        return _answer(house.ask(clean(question), tuple(clean(q) for q in earlier or ())))

    def compare_roles(roles: list[str], measures: list[str]) -> dict[str, Any]:
        """Compare two to four AI roles as a table with a citation in every cell.

        Args:
            roles: Role ids: fde, mle, mlops, tam, ai-se, ai-engineer.
            measures: What to compare, for example pay, coding, travel, customers, time.
        """
        known = house.library.roles.all
        if not FEWEST <= len(roles) <= MOST or any(r not in known for r in roles):
            raise gr.Error(f"Give {FEWEST} to {MOST} of these roles: {', '.join(known)}.", print_exception=False)
        return _answer(house.compare(tuple(roles), tuple(measures) or ("pay",)))

    def search_articles(query: str, k: int = 10) -> list[dict[str, Any]]:
        """Find the passages of the library that fit a query best.

        Args:
            query: Words or a question.
            k: How many passages, at most 50.
        """
        _check(query)
        hits = house.library.search(clean(query), max(1, min(int(k), 50)))
        return [
            {
                "passage": h.passage.id,
                "article": h.passage.article,
                "section": h.passage.section,
                "text": h.passage.text,
                "score": round(float(h.score), 4),
            }
            for h in hits
        ]

    api(ask, api_name="ask")
    api(compare_roles, api_name="compare")
    api(search_articles, api_name="search")


def _check(text: str) -> None:
    if problem := too_long(text):
        raise gr.Error(problem, print_exception=False)


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "answer": answer.text,
        "abstained": answer.abstained,
        "engine": answer.engine,
        "citations": [asdict(c) for c in answer.citations],
    }
