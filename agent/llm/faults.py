"""What can go wrong with a language model, as one small class with one sentence for a person.

Errors are told apart by status, code and class name, not by their text, which may quote the key; so no
vendor's package is needed here, and nothing a server wrote is ever passed on.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Literal

Kind = Literal[
    "setup",
    "package",
    "key",
    "address",
    "auth",
    "forbidden",
    "quota",
    "rate",
    "model",
    "refused",
    "context",
    "server",
    "timeout",
    "cut",
    "truncated",
    "filtered",
    "length",
    "empty",
    "not_json",
    "schema",
    "tool_call",
    "endless",
    "protocol",
    "resting",
]

_SENTENCES: dict[Kind, str] = {
    "setup": "The model could not be set up; check FIELDNOTE_MODEL.",
    "package": "The package for this provider is not installed; FIELDNOTE_MODEL names one that needs its own "
    "langchain package.",
    "key": "The model needs a key; set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.",
    "address": "Nothing answers at {address}; check the network, or OPENAI_BASE_URL and that the server runs.",
    "auth": "The model server refused the key; check OPENAI_API_KEY.",
    "forbidden": "The model server does not let this key use {model}.",
    "quota": "The model account has no credit left.",
    "rate": "The model server has too many requests just now.",
    "model": "The model server does not know the model {model}; check FIELDNOTE_MODEL.",
    "refused": "The model server refused the request.",
    "context": "The request was too long for {model}.",
    "server": "The model server reported an error of its own.",
    "timeout": "The model took too long.",
    "cut": "The connection to the model broke off.",
    "truncated": "The model's reply broke off.",
    "filtered": "The model's provider withheld its reply.",
    "length": "The model's reply was cut at its length limit.",
    "empty": "The model said nothing.",
    "not_json": "The model's reply was not in the form asked for.",
    "schema": "The model's reply was not in the form asked for.",
    "tool_call": "The model asked for a tool that there is not.",
    "endless": "The model did not come to an end.",
    "protocol": "What answers at {address} does not speak OpenAI's API; such an address usually ends in /v1.",
    "resting": "The model failed twice just now and is left alone for a moment.",
}
# what a second attempt may mend, before any text has come
PASSING: frozenset[Kind] = frozenset({"rate", "server", "cut"})


_TOO_LONG = {"context_length_exceeded", "string_above_max_length"}
_KEY = {"invalid_api_key", "authentication_error", "no_db_connection"}


class ModelFault(Exception):  # noqa: N818  # it ends a call, not a turn: nothing is wrong for the person
    """A model call that gave nothing usable. `str()` of it is for people and holds no secret.

    `wait` is how many seconds the server asked us to let pass, 0 where it did not say.
    """

    def __init__(self, kind: Kind, address: str = "", model: str = "", wait: float = 0.0) -> None:
        self.kind = kind
        self.wait = wait
        self.message = _SENTENCES[kind].format(address=address or "the address", model=model or "the model")
        super().__init__(self.message)


def kind_of(error: BaseException, begun: bool) -> Kind:
    """Which fault `error` is; `begun` when part of the reply had arrived."""
    if isinstance(error, ModelFault):
        return error.kind
    names = {c.__name__ for c in type(error).__mro__}
    # LiteLLM calls a wrong key "no_db_connection", and says so in the type
    code = f"{getattr(error, 'code', None) or ''} {getattr(error, 'type', None) or ''}"
    status = getattr(error, "status_code", None)
    if names & {"APITimeoutError", "ModelTimeoutError", "TimeoutError", "TimeoutException"}:
        return "timeout"
    if _TOO_LONG & set(code.split()) or "ContextOverflowError" in names:
        return "context"
    if isinstance(status, int):
        return _by_status(status, code, str(error).lower())
    if names & {
        "APIConnectionError",
        "ModelConnectionError",
        "ConnectError",
        "ConnectionError",
        "NetworkError",
    }:
        return "cut" if begun else _no_connection(error)
    if "APIError" in names:
        return "server"
    # ValueError, JSONDecodeError, IndexError, TypeError and the like: the client met what it did not expect
    return "protocol"


def _by_status(status: int, code: str, text: str) -> Kind:
    if status == 429:
        return "quota" if "quota" in code or "billing" in code else "rate"
    if status in (301, 302, 303, 307, 308):
        return "protocol"
    known: dict[int, Kind]
    known = {401: "auth", 402: "quota", 403: "forbidden", 404: "model", 408: "timeout", 413: "context"}
    if status in known:
        return "protocol" if status == 404 and not text_names_model(code, text) else known[status]
    if status >= 500:
        return "server"
    if _KEY & set(code.split()) or "authentication error" in text or "api key" in text:
        return "auth"
    return "model" if text_names_model(code, text) else "refused"


def text_names_model(code: str, text: str) -> bool:
    """Some servers say 400 for an unknown model, some 404 for an unknown path: the words must tell."""
    return "model" in code or "model" in text


def _no_connection(error: BaseException) -> Kind:
    """Nobody there is another thing than somebody who hung up; the cause chain knows."""
    names = {type(seen).__name__ for seen in _chain(error)}
    if "DecodingError" in names:
        return "protocol"
    nobody = {"ConnectError", "ConnectionRefusedError", "gaierror", "UnsupportedProtocol"}
    return "address" if names & nobody else "cut"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def wait_of(error: BaseException) -> float:
    """The seconds of a Retry-After header, which may also be a date; else 0."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    said = str(headers.get("retry-after", ""))
    try:
        return max(0.0, float(said))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 0.0
