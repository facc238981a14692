"""One LangChain chat model as a stream of text, and every way in which it can fail as one ModelFault.

LangChain and the provider's package are imported with the first call, not with this module: they cost two
seconds, which nobody without a model should wait for.
"""

from __future__ import annotations

import contextvars
import logging
import threading
import time
import warnings
from collections.abc import Generator, Iterator
from typing import Any
from urllib.parse import urlsplit

from agent.llm.faults import PASSING, Kind, ModelFault, kind_of, wait_of
from agent.prompting import Message
from agent.settings import Settings

OPENAI = "https://api.openai.com/v1"
LONGEST = 24_000  # characters of one reply; the longest answer asked for has a tenth of it
PATIENCE = 2.0  # seconds that a server may ask us to wait before the one retry
REST = 30.0  # seconds without calls after two slow failures in a row: nobody should wait out each turn
_SLOW: frozenset[Kind] = frozenset({"timeout", "address", "endless"})
_DONE = {"stop", "end_turn", "stop_sequence", "eos", "complete", "completed"}
_LENGTH = {"length", "max_tokens", "model_length", "max_output_tokens"}
_TOOL = {"tool_calls", "tool_use", "function_call"}
# these write requests, prompts included, into the log at DEBUG
_TALKATIVE = (
    "openai", "httpx2", "httpcore2", "langchain", "langchain_core", "langchain_openai", "langsmith",
    "anthropic", "botocore", "cohere", "google_genai", "groq", "httpcore", "httpx", "mistralai", "ollama", "urllib3",
)  # fmt: skip


class ModelClient:
    """Streams one reply a call. Sync, shared by all threads; closing the iterator hangs up on the server."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.provider, _, self.model = settings.model.partition(":")
        self.base_url = settings.base_url or (OPENAI if self.provider == "openai" else "")
        self.fault: ModelFault | None = None  # the last call's, None after a good one
        self._lock = threading.Lock()
        self._chat: Any = None
        self._http: Any = None
        self._slow = 0
        self._rest_until = 0.0

    @property
    def name(self) -> str:
        """provider:model, as configured."""
        return self._settings.model

    @property
    def address(self) -> str:
        """Where the model is, without credentials or query."""
        parts = urlsplit(self.base_url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname}{port}{parts.path}" if parts.hostname else self.provider

    @property
    def has_key(self) -> bool:
        return bool(self._settings.api_key)

    def stream(self, messages: list[Message]) -> Generator[str, None, None]:
        """The reply in pieces, each not empty. Raises ModelFault, also after pieces have come: a reply is
        whole only when the iterator ends by itself. One retry, when nothing has come and it may help."""
        if time.monotonic() < self._rest_until:
            raise self._fault("resting")
        started, attempt = time.monotonic(), 0
        while True:
            begun = False
            try:
                for piece in self._once(messages):
                    begun = True
                    yield piece
            except ModelFault as error:
                fault = error
            else:
                self.went(None)
                return
            left = self._settings.timeout - (time.monotonic() - started)
            if begun or attempt or fault.kind not in PASSING or fault.wait > min(PATIENCE, left):
                self.went(fault)
                raise fault
            attempt += 1
            time.sleep(fault.wait or 0.2)

    def _once(self, messages: list[Message]) -> Generator[str, None, None]:
        chat = self.open()
        from langsmith.run_helpers import tracing_context

        # A context of its own: tracing stays off in it whatever the environment says, and a generator that is
        # resumed or closed by another thread finds it again.
        context = contextvars.copy_context()
        quiet = tracing_context(enabled=None if self._settings.tracing else False)
        context.run(quiet.__enter__)
        chunks = chat.stream([(m.role, m.content) for m in messages])
        size, finish = 0, ""
        try:
            while (chunk := self._next(context, chunks, size > 0)) is not None:
                finish = _finish(chunk.response_metadata) or finish
                if chunk.tool_call_chunks:
                    raise self._fault("tool_call")
                size += len(text := str(chunk.text))
                if size > LONGEST:
                    raise self._fault("endless")
                if text:
                    yield text
        finally:
            context.run(chunks.close)
            context.run(quiet.__exit__, None, None, None)
        if kind := self._flaw(finish, size):
            raise self._fault(kind)

    def _next(self, context: contextvars.Context, chunks: Iterator[Any], begun: bool) -> Any:
        """The next chunk, None at the end. Servers make clients raise anything, even IndexError."""
        try:
            return context.run(next, chunks, None)
        except Exception as error:
            fault = self._fault(kind_of(error, begun), wait_of(error))
        raise fault  # outside the handler, so that no traceback carries the provider's words along

    def _flaw(self, finish: str, size: int) -> Kind | None:
        """What is wrong with a reply that has ended, if anything."""
        if finish in _DONE or (not finish and self.provider != "openai"):
            return None if size else "empty"
        if finish in _TOOL:
            return "tool_call"
        if finish in _LENGTH:
            return "length"
        return "filtered" if finish else ("truncated" if size else "protocol")

    def _fault(self, kind: Kind, wait: float = 0.0) -> ModelFault:
        return ModelFault(kind, self.address, self.model, wait)

    def went(self, fault: ModelFault | None) -> None:
        """Remembers how a call ended; for callers too, who may find a whole reply unusable."""
        with self._lock:
            self.fault = fault
            self._slow = self._slow + 1 if fault and fault.kind in _SLOW else 0
            if self._slow >= 2:
                self._slow, self._rest_until = 0, time.monotonic() + REST

    def close(self) -> None:
        """Gives up the connections that are kept for the next call."""
        with self._lock:
            http, self._http, self._chat = self._http, None, None
        if http is not None:
            http.close()

    def open(self) -> Any:
        """The LangChain chat model, made on first use."""
        with self._lock:
            if self._chat is None:
                self._chat = self._make()
            return self._chat

    def _make(self) -> Any:
        timeout = self._settings.timeout
        options: dict[str, Any] = {"timeout": timeout, "max_retries": 0}
        try:
            from langchain.chat_models import init_chat_model

            from agent.llm.http import bounded_client

            if self.provider == "openai":
                self._http = bounded_client(self.base_url, timeout)
                # all said outright, so that no other variable of the environment redirects the call
                options |= {
                    "base_url": self.base_url,
                    "api_key": self._settings.api_key or "none",
                    "openai_proxy": "",
                    "http_client": self._http,
                    "timeout": self._http.timeout,
                    "use_responses_api": False,
                    "stream_usage": False,
                }
            chat = init_chat_model(self._settings.model, **options)
        except ImportError:
            fault = self._fault("package")
        except Exception:  # a provider's own complaint about its settings; it may quote them
            fault = self._fault("setup")
        else:
            if not self._settings.tracing:
                for name in _TALKATIVE:
                    logging.getLogger(name).setLevel(logging.WARNING)
                # quotes what a server sent in the wrong form
                warnings.filterwarnings("ignore", message="Pydantic serializer warnings")
            return chat
        raise fault


def _finish(metadata: dict[str, Any]) -> str:
    """Why the reply ended, in lower case; providers name the field differently."""
    for name in ("finish_reason", "stop_reason", "done_reason", "stopReason"):
        if value := metadata.get(name):
            return str(value).lower()
    return ""
