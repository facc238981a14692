"""Settings from the environment: what switches a model on and off, and what cannot be used."""

from __future__ import annotations

import pytest

from agent.settings import SettingsError, read_settings

SECRET = "sk-secret-4d"


@pytest.mark.parametrize(("environ", "model"), [
    ({}, ""), ({"OPENAI_API_KEY": SECRET}, "openai:gpt-4o-mini"),
    ({"OPENAI_BASE_URL": "http://127.0.0.1:8000/v1"}, "openai:gpt-4o-mini"),
    ({"FIELDNOTE_MODEL": "anthropic:claude"}, "anthropic:claude"),
    ({"OPENAI_API_KEY": SECRET, "FIELDNOTE_MODEL": "openai:other"}, "openai:other"),
    ({"OPENAI_API_KEY": SECRET, "FIELDNOTE_ENGINE": "keyless"}, ""),
    ({"OPENAI_BASE_URL": "nonsense", "FIELDNOTE_ENGINE": "keyless"}, ""),
])  # fmt: skip
def test_what_switches_a_model_on(environ: dict[str, str], model: str) -> None:
    settings = read_settings(environ)
    assert settings.model == model
    assert SECRET not in repr(settings)


@pytest.mark.parametrize("environ", [
    {"OPENAI_BASE_URL": "localhost:8000"}, {"OPENAI_BASE_URL": "ftp://localhost/v1"},
    {"OPENAI_BASE_URL": "http://[::1"}, {"OPENAI_BASE_URL": f"http://user:{SECRET}@host:99999999/v1"},
    {"OPENAI_BASE_URL": "http:///v1"}, {"OPENAI_BASE_URL": "http://a b/v1"},
    {"OPENAI_API_KEY": f"{SECRET}\n2"}, {"OPENAI_API_KEY": f"{SECRET}ключ"}, {"FIELDNOTE_MODEL": "gpt-9"},
    {"FIELDNOTE_ENGINE": "fast"}, {"FIELDNOTE_ENGINE": "model"}, {"FIELDNOTE_TIMEOUT": "soon"},
    {"FIELDNOTE_TIMEOUT": "-3"}, {"FIELDNOTE_TIMEOUT": "nan"}, {"FIELDNOTE_TIMEOUT": "inf"},
])  # fmt: skip
def test_what_cannot_be_used_is_named_and_not_repeated(environ: dict[str, str]) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(environ)
    assert next(iter(environ)) in str(caught.value)
    assert SECRET not in str(caught.value)
