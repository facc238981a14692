import pytest

from corpus.discovery import discover
from corpus.errors import CorpusError
from corpus.roles import Roles

ROLES = Roles.shipped()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("FDEs vs TAM's pay", ("fde", "tam")),
        ("Forward-Deployed Engineers", ("fde",)),
        ("M.L.E. or mle", ("mle",)),
        ("foward deployed enginer", ("fde",)),
        ("technical acount manager", ("tam",)),
        ("machien lerning engneer", ("mle",)),
        ("MLops, ML-Ops and ml ops", ("mlops",)),
        ("ML and AI engineers", ("mle", "ai-engineer")),
        ("AI/ML engineers", ("ai-engineer", "mle")),
        ("an SE, or SEs", ("ai-se",)),
        ("machine learning operations engineers", ("mlops",)),
        ("ML is fun, sales too, se habla AI", ()),
        ("a software engineer, a Technical Product Manager, data engineering", ()),
        ("They use AI. Engineers like it.", ()),
        ("", ()),
    ],
)
def test_ids_in_order(text: str, ids: tuple[str, ...]) -> None:
    assert ROLES.ids(text) == ids


def test_spans_are_exact_and_the_longest_name_wins() -> None:
    text = "An MLOps engineer or a forward deployed engineer?"
    assert [mention.span.of(text) for mention in ROLES.find(text)] == [
        "MLOps engineer",
        "forward deployed engineer",
    ]


def test_names() -> None:
    assert (ROLES.name("fde"), ROLES.short("fde"), ROLES.plural("mle")) == (
        "forward deployed engineer",
        "FDE",
        "ML engineers",
    )


def test_roles_of_documents_are_discovered_and_found() -> None:
    body = (
        "A solutions architect (SA) designs. Solutions architects sell. The solutions architect stays. FDE. one analyst"
    )
    extra = discover([(["Should you hire a Solutions Architect?", "Data Analyst"], body)], ROLES)
    assert [(role.id, role.short) for role in extra] == [("solutions-architect", "SA")]
    roles = ROLES.with_extra(extra)
    assert roles.ids("Solution architects? No: solutions architects, or an SA, not sa") == ("solutions-architect",)
    assert [m.span.start for m in roles.find("sa SA")] == [3]
    assert "solutions-architect" not in ROLES.all


def test_a_broken_file_is_one_clear_line() -> None:
    with pytest.raises(CorpusError, match=r"roles\.yaml"):
        Roles.from_yaml("- id: x")
