"""What a message says: polarity, hedges, numbers, other people's views, and words that are never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.guide import load_guide
from agent.reading import Reading
from agent.understand import KeylessReader

GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
CAREER, HIRING, DISCOVERY = (load_guide(GUIDES / f"{id}.yaml") for id in ("career", "hiring", "customer-discovery"))
READER = KeylessReader()


def read(message: str, pending: str | None = None, settled: frozenset[str] = frozenset()) -> Reading:
    return READER.read(message, CAREER, pending, settled)


def options(reading: Reading, topic: str) -> dict[str | None, float]:
    return {e.option: e.strength for e in reading.evidence if e.topic == topic}


@pytest.mark.parametrize(
    ("pending", "message", "option"),
    [
        ("coding", "I'd never want to stop coding", "daily"),
        ("coding", "I used to code but no longer", "little"),
        ("coding", "less code, please", "little"),
        ("coding", "two hours a week", "little"),
        ("coding", "60%", "daily"),
        ("coding", "a quarter of it", "some"),
        ("customers", "not a fan of client calls", "rare"),
        ("customers", "I can't stand them", "rare"),
        ("customers", "I'd rather write code than talk to customers", "rare"),
        ("customers", "I could not work without them", "daily"),
        ("travel", "not more than two days", "some"),
        ("travel", "two weeks a month", "often"),
        ("travel", "0", "none"),
        ("travel", "rather not", "none"),
        ("breadth", "depth over breadth", "specialist"),
        ("breadth", "twelve accounts", "portfolio"),
        ("income", "Commission? No.", "fixed"),
        ("timeline", "90 days", "soon"),
        ("timeline", "in a year and a half", "longer"),
        ("layer", "not the model and not the app, the infrastructure", "infrastructure"),
        ("presenting", "I would prefer building to presenting", "avoids"),
        ("research", "not at all", "applied"),
    ],
)
def test_an_answer_is_read_as_the_option_it_means(pending: str, message: str, option: str) -> None:
    said = options(read(message, pending), pending)

    assert said
    assert max(said, key=lambda o: said[o]) == option


@pytest.mark.parametrize(
    ("message", "manner"),
    [
        ("maybe a week a month", "hedged"),
        ("a week a month, I guess", "hedged"),
        ("a week a month if the pay were right", "conditional"),
    ],
)
def test_what_is_not_said_plainly_counts_half(message: str, manner: str) -> None:
    (evidence,) = [e for e in read(message, "travel").evidence if e.topic == "travel"]

    assert (evidence.option, evidence.strength, evidence.manner) == ("often", 0.5, manner)


@pytest.mark.parametrize(
    "message",
    ["my boss says I love customers", "everybody thinks I enjoy client work", "I was told I like clients"],
)
def test_what_others_say_about_a_person_counts_nothing(message: str) -> None:
    assert all(e.strength == 0 for e in read(message, "customers").evidence if e.topic == "customers")


def test_facts_are_facts_whoever_says_them() -> None:
    reading = READER.read("everyone loves the demo", HIRING, "demos", frozenset())

    assert options(reading, "demos")["strong"] == 1.0


@pytest.mark.parametrize(
    ("message", "topic", "option"),
    [
        ("Backend developer, and I want to keep writing code every day.", "coding", "daily"),
        ("I'm a data scientist. I hate travelling for work.", "travel", "none"),
        ("ML engineer, six years, but I can't stand client calls.", "customers", "rare"),
        ("Support engineer. I love giving demos.", "presenting", "enjoys"),
    ],
)
def test_a_clear_wish_counts_before_it_is_asked(message: str, topic: str, option: str) -> None:
    assert options(read(message, "role"), topic).get(option, 0) >= 0.6


@pytest.mark.parametrize(
    "message",
    [
        "I'm a TAM, I look after twelve customers and give demos.",
        "I currently write Python every day.",
        "I work on Kubernetes and training pipelines at a bank, four years now.",
        "Consultant, mostly on site with clients, lots of slides.",
    ],
)
def test_the_present_job_is_no_wish(message: str) -> None:
    wishes = {t.id for t in CAREER.topics if t.wish}

    assert not [e for e in read(message, "role").evidence if e.topic in wishes and e.strength >= 0.6]


@pytest.mark.parametrize(
    "message", ["it depends", "sometimes", "yes", "kind of", "hard to say really", "Depends on the day."]
)
def test_a_vague_answer_is_marked(message: str) -> None:
    assert read(message, "customers").vague


@pytest.mark.parametrize("message", ["Daily.", "a lot", "none", "half and half", "I hate it"])
def test_a_short_answer_is_not_vague(message: str) -> None:
    assert not read(message, "coding").vague


@pytest.mark.parametrize(
    "message",
    ["Let's not get into that, what about lunch?", "Have you seen the weather?", "I'd rather talk about football"],
)
def test_a_dodge_is_marked(message: str) -> None:
    assert read(message, "travel").dodged


@pytest.mark.parametrize(
    ("message", "kind", "kept"),
    [
        ("I have two small kids so no travel", "family", "none"),
        ("No travel. I'm 52 years old.", "age", "none"),
        ("I can't travel because of my back problem", "health", "none"),
    ],
)
def test_a_protected_fact_is_left_out_and_the_rest_is_kept(message: str, kind: str, kept: str) -> None:
    reading = read(message, "travel")

    assert reading.left_out == (kind,)
    assert kept in options(reading, "travel")
    assert not any(w in e.quote for e in reading.evidence for w in ("kids", "52", "back problem"))


@pytest.mark.parametrize(
    ("message", "kind", "words"),
    [
        ("No travel, I've the mokopuna on Thursdays", "family", ["mokopuna"]),
        ("No travel on Saturdays, that's the Lord's with us Apostolic people", "religion", ["Lord", "Apostolic"]),
        ("No travel during the pilgrimage", "religion", ["pilgrimage"]),
        ("No travel without two good knees, and I've had the left one done", "health", ["knees", "left one"]),
    ],
)
def test_protected_facts_in_other_peoples_words_are_left_out(message: str, kind: str, words: list[str]) -> None:
    reading = read(message, "travel")

    assert kind in reading.left_out
    assert not any(w in e.quote for e in reading.evidence for w in words)


@pytest.mark.parametrize(
    ("message", "slot", "value"),
    [
        ("about €90k in Berlin", "money", "€90k"),
        ("₹40 lakh", "money", "₹40 lakh"),
        ("somewhere near Munich", "place", "Munich"),
        ("in about six months", "months", "6"),
        ("backend, 7 years", "years", "7"),
        ("about a dozen customers", "count", "12"),
    ],
)
def test_values_are_read_with_their_units(message: str, slot: str, value: str) -> None:
    assert dict(read(message, "place-pay").values)[slot] == value


def test_options_that_amount_to_another_become_it() -> None:
    reading = READER.read("Train our models, and deploy at the customer.", HIRING, "scope", frozenset())

    assert set(options(reading, "scope")) == {"both"}
    assert reading.evidence[0].quote == "Train our models, and deploy at the customer"


def test_of_settled_topics_only_plain_words_count() -> None:
    hedged = "Backend developer. Maybe I like travelling."

    assert options(read(hedged, "role"), "travel")
    assert not options(read(hedged, "role", frozenset({"travel"})), "travel")


def test_a_slip_of_one_letter_is_understood() -> None:
    assert "rare" in options(read("custmer calls drain me", "customers"), "customers")


def test_a_new_guide_needs_no_code() -> None:
    reading = READER.read("Scans in three systems, a real mess.", DISCOVERY, "data", frozenset())

    assert "messy" in options(reading, "data")


ODD = [
    "",
    "   ",
    "\n\t",
    "\x00\x07",
    "\ud800 I love code",
    "👍",
    "🙂🙂",
    "Ich liebe Programmieren",
    "コードを書くのが好きです。",
    "أحب البرمجة",
    "CODE CODE CODE",
    "?" * 500,
    "no " * 2000,
    "a" * 30_000,
    "\u202eedoc evol I",
    "{pending} %s {0.__class__}",
]


@pytest.mark.parametrize("message", ODD)
@pytest.mark.parametrize("pending", [None, "coding", "role", "no-such-topic"])
def test_odd_input_is_read_without_error(message: str, pending: str | None) -> None:
    reading = read(message, pending)

    assert all(e.quote == message[e.start : e.end] for e in reading.evidence)


WORDS = st.sampled_from(
    "I love hate code coding customers travel don't not never a week month per if maybe my boss says two kids 40% "
    "rather than but and , . ? ! it depends skip stop change answer why what does TAM earn € 90k Berlin – “ ” …".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=120),
    st.sampled_from([None, "role", "coding", "travel"]),
)
def test_every_quote_stands_in_its_message(message: str, pending: str | None) -> None:
    reading = read(message, pending)

    for e in reading.evidence:
        assert message[e.start : e.end] == e.quote != ""
        assert -1 <= e.strength <= 1
        assert e.option is None or e.option in {o.id for o in CAREER.topic(e.topic).options}


@pytest.mark.parametrize(
    ("pending", "message", "intent"),
    [
        ("coding", "You got me, I really don't know what they'd do on a Monday.", "dont_know"),
        ("coding", "I don't know, maybe half.", "answer"),
        (None, "That's right, couldn't have said it better.", "confirm"),
        (None, "Yes, you have understood me.", "confirm"),
        (None, "You got the pay wrong.", "reject"),
    ],
)
def test_what_a_few_words_do_is_told_by_all_of_them(pending: str | None, message: str, intent: str) -> None:
    assert read(message, pending).intent == intent


@pytest.mark.parametrize(
    "message", ["I'm a TAM now; before that I was a developer.", "I'm a TAM, and previously I was a developer."]
)
def test_what_was_before_is_not_what_is(message: str) -> None:
    assert set(options(read(message, "role"), "role")) <= {"tam"}


@pytest.mark.parametrize("message", ["The layer below the model.", "The platform on which others' models run."])
def test_what_lies_below_a_thing_is_not_that_thing(message: str) -> None:
    assert set(options(read(message, "layer"), "layer")) == {"infrastructure"}


@pytest.mark.parametrize(
    ("message", "amount"),
    [
        ("The board has approved 1.9 million crowns per year.", "1.9 million crowns"),
        ("Eighteen million krónur a year, and the flights on top.", "Eighteen million krónur"),
        ("About 240 thousand złoty", "240 thousand złoty"),
    ],
)
def test_amounts_in_other_currencies_are_money(message: str, amount: str) -> None:
    assert dict(read(message, "place-pay").values)["money"] == amount


def test_a_quote_that_says_little_alone_is_given_with_its_sentence() -> None:
    reading = READER.read("Where it runs, it runs smoothly. It is a dull topic.", HIRING, "reliability", frozenset())
    assert [e.quote for e in reading.evidence if e.topic == "reliability"] == ["Where it runs, it runs smoothly"]


def test_what_is_not_changed_is_no_change() -> None:
    assert read("Two days of five, that was about right, I wouldn't change it.", "coding").intent == "answer"
    assert read("Please change it", "coding").intent == "change"


@pytest.mark.parametrize("opening", ["All right, serious.", "OK OK, jokes aside.", "Fine, the honest answer."])
def test_what_leads_up_to_an_answer_is_none(opening: str) -> None:
    said = read(f"{opening} None at all, I would not write code.", "coding")
    assert all(e.start >= len(opening) for e in said.evidence if e.topic == "coding")
    assert "coding" in {e.topic for e in said.evidence}
