"""Is the configured model usable? Asked at start and by the page; a chat only where nothing else tells."""

from __future__ import annotations

from agent.llm.faults import Kind, ModelFault, kind_of
from agent.model import OPENAI, ModelClient
from agent.prompting import Message

PATIENCE = 5.0  # seconds


def check(client: ModelClient) -> ModelFault | None:
    """None when the model can be used, else the fault, which is also kept as the client's own."""
    client.fault = _check(client)
    return client.fault


def _check(client: ModelClient) -> ModelFault | None:
    if client.provider == "openai" and client.base_url == OPENAI and not client.has_key:
        return ModelFault("key")
    try:
        chat = client.open()
    except ModelFault as fault:
        return fault
    if client.provider != "openai":
        return None  # other providers have no common way to ask; their first turn tells
    try:
        listed = chat.root_client.with_options(timeout=PATIENCE).models.list()
        names = {str(model.id) for model in listed.data}
    except Exception as error:
        kind = kind_of(error, begun=False)
        # What is asked for is a list: not found is about the address, and refused can only be the key.
        meant: dict[Kind, Kind] = {"model": "protocol", "refused": "auth"}
        kind = meant.get(kind, kind)
        return ModelFault(kind, client.address, client.model)
    if not names or client.model in names or client.model in {name.partition(":")[0] for name in names}:
        return None
    # Some servers serve whatever is loaded under any name, so not being listed proves nothing.
    try:
        for _ in client.stream([Message("user", "Say OK.")]):
            break
    except ModelFault as fault:
        return fault
    return None
