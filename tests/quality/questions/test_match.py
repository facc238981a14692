import pytest

from tests.quality.questions.match import canonical, figures, found
from tests.quality.questions.roles import owners


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("$210K", "a median base of ~$210,000 [3]"),
        ("$210K", "about 210k, says 6figr"),
        ("$210,000", "US$210K"),
        ("$160K–$220K", "from $160,000 to $220,000"),
        ("$160K–$220K", "$160-220K total"),
        ("$160K–$220K", "between $160K and $220K"),
        ("$220K–$300K", "$220K–$300K+"),
        ("$400K–$900K", "$400,000 to $900,000 or more"),
        ("₹35–55", "₹35–55 LPA"),
        ("₹35–55", "Rs 35 to 55 lakh per annum"),
        ("₹12–30", "₹12–30L"),
        ("₹35–55", "35-55 LPA"),
        ("$1.2M", "clears ~$1.2 million"),
        ("9–15 months", "nine to fifteen months or 9 to 15 months"),
        ("1–3", "one to three enterprise customers"),
        ("4–10 days", "**4-10 days**/month"),
        ("20%–40%", "20 to 40 percent"),
        ("20–40%", "20% to 40% of total"),
        ("800%", "rose 800%+ between 2024 and 2025"),
        ("180%", "+180% a year"),
        ("44,000", "44000 postings"),
        ("3.5x", "3.5 times as many"),
        ("2–3x", "2 to 3 times the average"),
        ("rare", "rarely writes code"),
        ("$1 | $2K", "it is $2,000"),
        ("re:day[s ]", "4 days a month"),
    ],
)
def test_a_fact_is_found_in_any_notation(fact: str, text: str) -> None:
    assert found(fact, text), canonical(text)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("$220K", "$220K–$300K+"),
        ("$300K", "$220K–$300K+"),
        ("$21K", "$210K"),
        ("$210K", "$210.5K"),
        ("42", "42%"),
        ("40%", "140%"),
        ("5–25", "15–25"),
        ("3–9 months", "13–9 months"),
        ("₹35–55", "₹20–35 LPA"),
        ("$35–$55", "₹35–55 LPA"),
        ("jax", "ajax"),
        ("$130K", "₹130K"),
    ],
)
def test_another_figure_is_not_taken_for_it(fact: str, text: str) -> None:
    assert not found(fact, text), canonical(text)


def test_figures_keeps_ranges_whole() -> None:
    assert figures("$160K–$220K, 38% and 9 to 15 months") == {"$160000-$220000", "38%", "9-15"}


TABLE = """| Dimension | FDE | TAM |
|---|---|---|
| Mid-level pay | $180K–$260K [1] | $120K–$170K [2] |"""


@pytest.mark.parametrize(
    ("answer", "fact", "role"),
    [
        (TABLE, "$180K–$260K", "fde"),
        (TABLE, "$120K–$170K", "tam"),
        ("| Role | Pay |\n|---|---|\n| TAM | $120K–$170K |", "$120K–$170K", "tam"),
        ("FDEs earn $180K–$260K vs. TAMs at $120K–$170K.", "$120K–$170K", "tam"),
        ("FDEs earn $180K–$260K, against $120K–$170K for a mid-level TAM.", "$120K–$170K", "tam"),
        ("FDEs earn $180K–$260K, against $120K–$170K for a mid-level TAM.", "$180K–$260K", "fde"),
        ("Remote share is 52% for ML engineers and 38% for AI engineers.", "52%", "mle"),
        ("Remote share is 52% for ML engineers and 38% for AI engineers.", "38%", "ai-engineer"),
        ("The MLE-to-SE move takes 3 to 9 months.", "3–9 months", "ai-se"),
        ("A TAM is well paid. It gets $120K–$170K.", "$120K–$170K", "tam"),
        ("- **TAM:** $120K–$170K", "$120K–$170K", "tam"),
        ("It gets $120K–$170K.", "$120K–$170K", None),
    ],
)
def test_a_figure_belongs_to_a_role(answer: str, fact: str, role: str | None) -> None:
    assert owners(answer, fact) == {role}


def test_swapped_figures_are_seen() -> None:
    assert "fde" not in owners("FDEs earn $120K–$170K and TAMs $180K–$260K.", "$180K–$260K")
