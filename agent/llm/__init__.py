"""The language-model engine: reading, wording and drafting through one chat model; `agent/model.py` is the door."""
