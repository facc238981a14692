"""A model's JSON, read tolerantly around it and strictly inside it.

Servers differ in whether they can promise JSON at all, so none of their promises is used: the reply may stand
in a fence, behind a thought, before a remark. What it says must have the shape asked for, or it is a fault.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from agent.llm.faults import ModelFault

T = TypeVar("T", bound=BaseModel)

_THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_COMMA = re.compile(r",(\s*[}\]])")


def parse(text: str, shape: type[T]) -> T:
    """The first JSON object in `text` as a `shape`; ModelFault not_json or schema."""
    found = _object(_THOUGHT.sub("", text))
    if found is None:
        raise ModelFault("not_json")
    try:
        return shape.model_validate(found)
    except ValidationError:
        fault = ModelFault("schema")
    raise fault  # outside the handler, since a validation error quotes what it met


def _object(text: str) -> dict[str, Any] | None:
    start = text.find("{")
    if start < 0:
        return None
    for candidate in (text[start:], _COMMA.sub(r"\1", text[start:])):
        try:
            found, _ = json.JSONDecoder().raw_decode(candidate)
        except (ValueError, RecursionError):
            continue
        return found if isinstance(found, dict) else None
    return None


def field_so_far(text: str, name: str) -> str | None:
    """The string `name` of a JSON object that is still arriving, once it is whole; else None."""
    found = re.search(rf'\A[^{{]*\{{\s*"{name}"\s*:\s*("(?:[^"\\]|\\.)*")', _THOUGHT.sub("", text))
    if found is None:
        return None
    try:
        return str(json.loads(found[1]))
    except ValueError:
        return None
