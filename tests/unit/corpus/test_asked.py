"""The known questions as they are shipped: compiled from the YAML and the roles that stand beside them."""

from __future__ import annotations

import json
from importlib import resources

from corpus.asked import COMPILED, made_from
from corpus.roles import Roles


def test_what_is_compiled_is_of_the_questions_and_roles_as_they_are() -> None:
    """Else every process that starts compiles it again, for some 13 s: `make vectors`."""
    stored = json.loads(resources.files("corpus").joinpath(COMPILED).read_text(encoding="utf-8"))
    assert stored["made_from"] == made_from(Roles.shipped())
