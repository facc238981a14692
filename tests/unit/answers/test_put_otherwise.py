"""Questions that are put in a way of their own: the words around what is asked decide nothing."""

from __future__ import annotations

import pytest

from agent.answer import Answerer
from agent.answering.question import Question, understand
from corpus.roles import Roles

ROLES = Roles.shipped()


def read(text: str, *turns: str) -> Question:
    return understand(text, turns, ROLES)


@pytest.mark.parametrize(
    "question",
    [
        "By what percent did FDE job ads grow from 2025 to 2026?",  # stated: 2024 to 2025
        "Median AI engineer comp at FAANG+ for 2025, not the old 2023 one",
        "FDE postings grew 800%+. By how many percent did TAM postings grow?",
        "What does a principal TAM earn in the US, one step above senior?",
        "Which words did Grace Hopper use about forward deployed engineers?",
        "Since every FDE must renew a federal licence each spring, what does the renewal cost?",
        "Since ML engineers are forbidden by law to meet customers, when was that law passed?",
        "Can you recommend a good noodle place near the station?",
        "Freelance MLOps day rate in London, what should I charge?",
        "I have the base for staff MLOps engineers. What is it in total, stock included?",
        "LinkedIn postings for AI engineers in Q2 2026? The 2024 number I already have.",
        "What is the FAANG+ median for ML engineers in the 2025 data of Levels.fyi?",
        "What is a VP Customer Success paid in the US?",
        "Why did Palantir scrap its forward deployed engineers?",
        "Can you recommend a good running shoe for flat feet?",
        "What percentage of FDE Academy's graduates has a job within six months?",
    ],
)
def test_what_is_not_there_is_not_answered(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).abstained


@pytest.mark.parametrize(
    ("turns", "question", "wanted"),
    [
        ((), "By what are the in-house plumbers of machine learning judged?", "uptime"),
        ((), "How many of the FAANG+ AI engineers did ML before?", "63%"),
        ((), "LinkedIn ads for ML engineers in Q2 2024 - total?", "44,000"),
        ((), "How many customers does one FDE have at once, and how many one TAM?", "5–25"),
        ((), "ML engineer at a unicorn: base only, I don't want the total", "$125,000"),
        ((), "An AI SE's range tops out at 285K but further down I see more than 300. What's the ceiling?", "$320K"),
        ((), "The median FDE base, and the base band in the comparison, the TAM one?", "$130K–$220K"),
        ((), "The TAM piece pays FDE juniors, yet in the MLOps piece FDE isn't entry-level?! explain", "entry-level"),
        ((), "My model wows, security reviews kill each deployment. FDE or MLE, what's the plan?", "FDE first"),
        ((), "Glassdoor has senior ML engineers at 156k, elsewhere seniors get way more. How do these fit?", "$230K"),
        ((), "India: an FDE gets 25 to 60 lakh, they say, but seniors go way over that elsewhere. Both?", "₹55–90"),
        ((), "Staff FDE: one source says 300k+, the other has a far bigger number for staff. Which?", "$610K"),
        ((), "How quickly grows demand for MLEs? I see a yearly rate and then a much lower projection to 2030.", "10%"),
        ((), "Has what presales engineers code to bear heavy traffic and years of upkeep?", "edge cases"),
        ((), "Does it make more sense to become an AI engineer or an MLE, by the share of remote jobs?", "52%"),
        ((), "I have small kids. How many days a month would I be away as a forward deployed engineer?", "4–10"),
        ((), "MLE at a bank, 5 yrs. What muscles do I miss for becoming an FDE?", "stakeholder"),
        (("Does an AI engineer need a PhD?",), "And the ML engineer, does the second one?", "rarely"),
        (("I'm an MLOps engineer.",), "What do seniors in my job earn in the US?", "$140K–$200K"),
        (("What does an MLOps engineer do?",), "Does an FDE have to know all that as well?", "working knowledge"),
        (("How much of AI SE pay is variable?",), "Do MLEs have that as well?", "base plus equity"),
        (("What's the base of a senior MLOps engineer in the US?",), "And in India?", "₹35–40L"),
        (("What does an ML engineer earn?",), "How many days a month would I be away as an FDE?", "4–10"),
        (
            ("How much of AI SE pay is variable?", "hm, some risk"),
            "Is it the same for ML engineers?",
            "base plus equity",
        ),
        (("What's the career ladder of a TAM?",), "And which sideways moves are there?", "solution architecture"),
        (
            (),
            "One poor soul trains the model AND looks after the client rollouts. What's going to go wrong?",
            "neglect",
        ),
        ((), "If I become an FDE and hate the flights, can I still go over to TAM? Harder or easier?", "often easier"),
        ((), "The $188K average for ML engineers in the US, which source is that from?", "Indeed"),
        ((), "I'm a fresher from Nagpur. How much LPA does a junior FDE get in India?", "₹18–35"),
        (("Does an AI SE have to know how training works?",), "Any exceptions to that?", "Databricks"),
        (("What does the MLE's median at FAANG+ come to?",), "Whose data is that figure?", "Levels.fyi"),
        (("Where does the FDE career lead, compared with TAM?",), "And the TAM one, what's on top of it?", "VP"),
    ],
)
def test_what_is_there_is_told(answerer: Answerer, turns: tuple[str, ...], question: str, wanted: str) -> None:
    assert wanted in answerer.ask(question, turns).text


@pytest.mark.parametrize(
    ("turns", "text", "roles"),
    [
        (("Who earns more, an FDE or a TAM?",), "What would I get in the one job and in the other?", ("fde", "tam")),
        (("AI SE against MLE: who earns more?",), "By how much does the latter beat the former?", ("ai-se", "mle")),
        (("Must an AI SE train models?",), "So I can skip the training loops.", ("ai-se",)),
    ],
)
def test_roles_of_the_message_before(turns: tuple[str, ...], text: str, roles: tuple[str, ...]) -> None:
    assert set(read(text, *turns).roles) == set(roles)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Can an FDE step over to TAM, and is that the hard direction or the easy one?", "transition"),
        ("What does an MLOps engineer bring that most people entering FDE lack?", "transition"),
        ("Whose trade, the AI engineer's or the ML engineer's, is less likely to become pointless?", "comparison"),
        ("What knowledge do you expect from an AI SE as opposed to an ML engineer?", "comparison"),
    ],
)
def test_a_move_or_none(text: str, kind: str) -> None:
    assert read(text).kind == kind
