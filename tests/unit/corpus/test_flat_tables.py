import pytest

from corpus import flat_tables
from corpus.roles import Roles

ROLES = Roles.shipped()
COMPARISON = (
    "DimensionForward Deployed EngineerTechnical Account ManagerPrimary mandateDeploy in productionDrive "
    "adoption"
    "Definition of doneSuccess metric movesRenewal, NPSNumber of customers1–3 at a time5–25 named accounts"
    "Typical band$130K–$220K base; total $180K–$350K+ at AI labs$90K–$160K base at SaaS majors"
)
SALARY = (
    "LevelFDE (US)TAM (US)FDE (India, ₹ LPA)TAM (India, ₹ LPA)Junior (0–2 yr)$130K–$180K$80K–$120K₹18–35 "
    "LPA₹10–20 LPA"
    "Senior (7+ yr)$260K–$400K+$170K–$240K₹55–90 LPA₹35–55 LPA"
)


def test_a_table_in_one_line_is_put_back() -> None:
    assert flat_tables.one_line(COMPARISON, flat_tables.CAMEL, ROLES) == [
        ["Dimension", "Forward Deployed Engineer", "Technical Account Manager"],
        ["Primary mandate", "Deploy in production", "Drive adoption"],
        ["Definition of done", "Success metric moves", "Renewal, NPS"],
        ["Number of customers", "1–3 at a time", "5–25 named accounts"],
        ["Typical band", "$130K–$220K base; total $180K–$350K+ at AI labs", "$90K–$160K base at SaaS majors"],
    ]


def test_four_columns_of_two_roles() -> None:
    grid = flat_tables.one_line(SALARY, flat_tables.CAMEL, ROLES)
    assert grid is not None
    assert grid[0][3] == "FDE (India, ₹ LPA)"
    assert grid[2] == ["Senior (7+ yr)", "$260K–$400K+", "$170K–$240K", "₹55–90 LPA", "₹35–55 LPA"]


@pytest.mark.parametrize(
    "line",
    [
        COMPARISON.replace("Drive adoption", ""),  # a cell is missing: rows no longer come out even
        COMPARISON.replace("Forward Deployed Engineer", "One Thing"),  # no role heads the columns
        "We use PyTorch, TensorFlow, LinkedIn, GitHub, OpenAI, DevOps, MLOps and YouTube in an FDE or "
        "TAM team every day.",
        "",
    ],
)
def test_what_is_not_clearly_a_table_stays(line: str) -> None:
    assert flat_tables.one_line(line, flat_tables.CAMEL, ROLES) is None


def test_words_that_stand_free_in_the_document_are_not_cut() -> None:
    free = flat_tables.free_words("They like FooBar.\n")
    line = COMPARISON.replace("Drive adoption", "Drive FooBar adoption")
    grid = flat_tables.one_line(line, free, ROLES)
    assert grid is not None
    assert grid[1][2] == "Drive FooBar adoption"


def test_rows_of_figures_on_lines() -> None:
    found = flat_tables.loose(
        [
            "Seniority Level Forward Deployed (TC) MLOps (Base)",
            "Mid-level (3–5 yrs) $160K–$220K $100K–$140K",
            "Staff / Principal $300,000+ $180K–$230K",
        ],
        ROLES,
    )
    assert found == (
        [
            ["Seniority Level", "Forward Deployed (TC)", "MLOps (Base)"],
            ["Mid-level (3–5 yrs)", "$160K–$220K", "$100K–$140K"],
            ["Staff / Principal", "$300,000+", "$180K–$230K"],
        ],
        [],
    )


def test_rows_of_ratings_are_read_by_what_repeats_and_the_rest_stays() -> None:
    lines = [
        "Skill Area Forward Deployed MLOps",
        "Python & APIs Required Required",
        "Docker / Kubernetes Working Knowledge Deep Expertise",
        "ML Frameworks Working Knowledge Working Knowledge",
        "Pipeline Tools Familiar Owns & Builds",
        "Customer Requirements Core Skill Rarely Required",
        "CI/CD Pipeline Eng. Familiar Owns & Builds",
    ]
    found = flat_tables.loose(lines, ROLES)
    assert found is not None
    grid, left = found
    assert ["Docker / Kubernetes", "Working Knowledge", "Deep Expertise"] in grid
    assert ["Pipeline Tools", "Familiar", "Owns & Builds"] in grid
    assert left == ["Customer Requirements Core Skill Rarely Required"]


def test_cells_on_lines_of_their_own() -> None:
    cells = ["Level", "FDE", "TAM", "Mid", "1", "2", "Senior", "3", "4"]
    assert flat_tables.stacked(cells, ROLES) == [
        ["Level", "FDE", "TAM"],
        ["Mid", "1", "2"],
        ["Senior", "3", "4"],
    ]
    assert flat_tables.stacked(cells[:-1], ROLES) is None


def test_pipes_in_cells_are_escaped() -> None:
    assert flat_tables.as_markdown([["a", "b"], ["x|y"]]) == "| a | b |\n|---|---|\n| x\\|y |  |"
