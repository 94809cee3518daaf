"""graphkit's scorer gives the figures of ../shared/eval/score_claims.py, on predictions of many kinds."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graphkit.evaluation import evaluate, scores_json

TRAIN = Path(__file__).resolve().parents[2] / "data" / "gold" / "train"
FOLDERS = [TRAIN / name for name in ("wars", "money", "short")]
Row = dict[str, Any]


@pytest.fixture(scope="module")
def score_claims(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_claims", shared / "eval" / "score_claims.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def perfect_rows() -> list[Row]:
    """The gold of FOLDERS as graphkit would write it."""
    rows = []
    for folder in FOLDERS:
        actors = {actor["id"]: actor for actor in rows_of(folder / "actors.jsonl")}
        for row in rows_of(folder / "claims.jsonl"):
            ends = {end: actors[row[end]] for end in ("subject", "object")}
            document = {"id": "0" * 16, "path": f"docs/{row['doc']}"}
            speakers = [actors[name]["name"] if name in actors else name for name in row["speakers"]]
            rows.append(row | ends | {"document": document, "speakers": speakers})
    return rows


def swap_ends(row: Row) -> Row:
    return row | {"subject": row["object"], "object": row["subject"]}


def rename(row: Row, number: int) -> Row:
    """The subject by an alias, by its id alone, or by a name that nobody knows."""
    subject = row["subject"]
    known_by = [
        {"name": (subject["aliases"] or [subject["name"]])[-1]},
        {"name": "Nobody We Know", "id": subject["id"]},
        {"name": "the Nobody", "id": "nobody", "aliases": [f"The {subject['name']}’s"]},
        {"name": f"Unheard Of {number % 4}"},
        subject["name"],
    ]
    return row | {"subject": known_by[number % len(known_by)]}


def reword(row: Row, number: int) -> Row:
    """The evidence cut short, run on, or replaced."""
    words = row["evidence"].split()
    cuts = [words[: len(words) // 2], words + words[:3], words * 6, ["Something", "else", "."], words[:1]]
    return row | {"evidence": "  ".join(cuts[number % len(cuts)])}


def other_speaker(row: Row, number: int) -> Row:
    last = row["speakers"][-1]
    speakers = [["author"], [last + " in a statement"], [], ["the ministry", last], [{"name": "Dr. " + last}]]
    return row | {"speakers": speakers[number % len(speakers)]}


def flip(row: Row, field: str, values: tuple[str, str]) -> Row:
    return row | {field: values[1] if row[field] == values[0] else values[0]}


def every(step: int, change: Callable[[Row, int], Row]) -> Callable[[list[Row]], list[Row]]:
    """Change each step-th row."""
    return lambda rows: [change(row, n // step) if n % step == 0 else row for n, row in enumerate(rows)]


def everything(rows: list[Row]) -> list[Row]:
    for number, name in enumerate(("rename", "reword", "other_speaker", "polarity", "certainty", "swap"), 5):
        change = CHANGES[name]
        rows = [row for n in range(number) for row in change(rows[n::number])]
    return rows[::-1] + rows[:100]


CHANGES: dict[str, Callable[[list[Row]], list[Row]]] = {
    "perfect": lambda rows: rows,
    "nothing": lambda rows: [],
    "dropped": lambda rows: [row for n, row in enumerate(rows) if n % 3],
    "doubled": lambda rows: rows + rows[::2],
    "reversed": lambda rows: rows[::-1],
    "polarity": every(4, lambda row, n: flip(row, "polarity", ("affirmed", "denied"))),
    "certainty": every(3, lambda row, n: flip(row, "certainty", ("asserted", "hedged"))),
    "other_speaker": every(2, other_speaker),
    "swap": every(2, lambda row, n: swap_ends(row)),
    "rename": every(2, rename),
    "reword": every(2, reword),
    "relation": every(5, lambda row, n: row | {"relation": ("opposes", "leads", "linked_to")[n % 3]}),
    "elsewhere": every(6, lambda row, n: row | {"document": {"id": "unheard_of", "path": None}}),
    "flat": lambda rows: [row | {"document": row["doc"]} for row in rows],
    "everything": everything,
}


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_figures_agree_with_score_claims(score_claims: ModuleType, change: str) -> None:
    rows = CHANGES[change](perfect_rows())
    expected, missed, wrong, _, _ = score_claims.score(FOLDERS, rows)
    scores = evaluate(FOLDERS, rows)
    figures = scores_json(scores)
    expected_unknown = {name.removeprefix("?"): count for name, count in expected.pop("unknown_actors")}
    assert dict(figures.pop("unknown_actors")) == expected_unknown
    assert figures.pop("unmatched_rows") == sum(
        row["document"] == {"id": "unheard_of", "path": None} for row in rows
    )
    assert {name: figures.pop(name) for name in expected} == expected
    assert set(figures) == {"polarity", "actors", "reliability"}
    assert [tuple(edge) for edge, _ in scores.missed] == missed
    assert [tuple(edge) for edge, _ in scores.wrong] == wrong


def test_changes_move_the_figures() -> None:
    """What is compared is not the same perfect score fifteen times."""
    figures = {
        name: scores_json(evaluate(FOLDERS, change(perfect_rows()))) for name, change in CHANGES.items()
    }
    for name in ("dropped", "polarity", "swap", "rename", "relation", "everything"):
        assert 0 < figures[name]["edge"]["f1"] < figures["perfect"]["edge"]["f1"] == 1.0
    for name in ("other_speaker", "certainty", "reword"):
        assert figures[name]["whole"]["f1"] < figures["perfect"]["whole"]["f1"]


def test_figures_agree_on_dev(score_claims: ModuleType, shared: Path) -> None:
    folders = [shared / "eval" / "dev" / name for name in ("seeds", "written")]
    rows = [row for folder in folders for row in rows_of(folder / "claims.jsonl")][::2]
    figures = scores_json(evaluate(folders, rows))
    expected = score_claims.score(folders, rows)[0]
    assert {name: figures[name] for name in expected if name != "unknown_actors"} == {
        name: value for name, value in expected.items() if name != "unknown_actors"
    }
