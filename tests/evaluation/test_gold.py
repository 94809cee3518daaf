"""The gold that ships with the project is valid, and wrong gold is refused with its file and line."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import FormatError
from graphkit.evaluation.gold import document_stem, documents_of, gold_folders, load_gold
from graphkit.lexicon import load_relations
from graphkit.records import AUTHOR, ActorType, Certainty, Polarity

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
FOLDERS = sorted(path.parent for path in GOLD.glob("*/*/claims.jsonl"))
RELATIONS = load_relations()
SOURCE_FIELDS = {"title", "publisher", "author", "date", "url"}


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def text_of(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def faults(row: dict[str, Any], folder: Path, actors: set[str]) -> list[str]:
    """What is wrong with one row of claims.jsonl."""
    path = folder / "docs" / row["doc"]
    text = text_of(path) if path.is_file() else ""
    speakers = row["speakers"]
    checks = {
        "document": path.is_file(),
        "relation": row["relation"] in RELATIONS,
        "polarity": row["polarity"] in {*Polarity},
        "certainty": row["certainty"] in {*Certainty},
        "ends": {row["subject"], row["object"]} <= actors and row["subject"] != row["object"],
        "speakers": bool(speakers) and all(speakers) and (AUTHOR not in speakers or len(speakers) == 1),
        "evidence": bool(row["evidence"].strip()) and row["evidence"] in text,
        "context": row.get("context", "") in text,
    }
    return [name for name, is_right in checks.items() if not is_right]


def test_gold_is_there() -> None:
    assert len(FOLDERS) >= 10


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_gold_folder_is_valid(folder: Path) -> None:
    actors = rows_of(folder / "actors.jsonl")
    ids = Counter(actor["id"] for actor in actors)
    assert [actor for actor, count in ids.items() if count > 1] == []
    assert {actor["type"] for actor in actors} <= {*ActorType}
    claims = rows_of(folder / "claims.jsonl")
    wrong = {number: faults(row, folder, set(ids)) for number, row in enumerate(claims, 1)}
    assert {number: found for number, found in wrong.items() if found} == {}
    mentions = rows_of(folder / "mentions.jsonl")
    assert [row for row in mentions if is_odd(row, folder, set(ids))] == []
    texts = list((folder / "docs").glob("*.txt"))
    for text in texts:
        assert rows_of_sidecar(text).keys() == SOURCE_FIELDS, text
    assert len(list((folder / "docs").iterdir())) == 2 * len(texts)


def is_odd(row: dict[str, Any], folder: Path, actors: set[str]) -> bool:
    """Whether a mention has no text, a blank at its ends, an unknown kind or an unknown actor."""
    words = text_of(folder / "docs" / row["doc"])[row["start"] : row["end"]]
    known = row["kind"] in ("name", "anaphor") and bool(row["actors"]) and set(row["actors"]) <= actors
    return not known or not words or words != words.strip()


def rows_of_sidecar(text: Path) -> dict[str, Any]:
    sidecar: dict[str, Any] = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
    return sidecar


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("relation", "befriends", "relation"),
        ("polarity", "negated", "polarity"),
        ("certainty", "sure", "certainty"),
        ("subject", "nobody_at_all", "ends"),
        ("speakers", [], "speakers"),
        ("speakers", ["author", "the ministry"], "speakers"),
        ("evidence", "These words stand nowhere.", "evidence"),
        ("doc", "99_absent.txt", "document"),
    ],
)
def test_the_check_of_gold_finds_faults(field: str, value: object, fault: str) -> None:
    folder = FOLDERS[0]
    actors = {actor["id"] for actor in rows_of(folder / "actors.jsonl")}
    row = rows_of(folder / "claims.jsonl")[0]
    assert faults(row, folder, actors) == []
    assert fault in faults({**row, field: value}, folder, actors)


def test_dev_documents_are_not_published(shared: Path) -> None:
    dev = {path.stem for path in (shared / "eval" / "dev").glob("*/docs/*.txt")}
    dev |= {path.stem for path in (shared / "seeds").glob("*.txt")}
    assert dev
    assert not dev & {path.stem for path in GOLD.rglob("*.txt")}


def test_every_document_belongs_to_one_gold_folder() -> None:
    documents = load_gold([GOLD / "train"])
    assert len(documents) == len(list(GOLD.glob("train/*/docs/*.txt")))
    assert sum(len(document.claims) for document in documents) == sum(
        len(rows_of(path)) for path in GOLD.glob("train/*/claims.jsonl")
    )


def write_gold(folder: Path, claims: str, texts: tuple[str, ...] = ("a",)) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "actors.jsonl").write_text('{"id": "x", "name": "Xan"}\n\n{"id": "y", "name": "Yol"}\n')
    (folder / "claims.jsonl").write_text(claims)
    for stem in texts:
        (folder / "docs" / f"{stem}.txt").write_text("Xan backs Yol.")
    return folder


CLAIM = json.dumps(
    {
        "doc": "a.txt",
        "subject": "x",
        "relation": "supports",
        "object": "y",
        "polarity": "affirmed",
        "certainty": "asserted",
        "speakers": ["author"],
        "evidence": "Xan backs Yol.",
    }
)


def test_a_document_without_claims_is_gold_too(tmp_path: Path) -> None:
    documents = load_gold([write_gold(tmp_path / "one", CLAIM, texts=("b", "a"))])
    assert [(document.stem, len(document.claims)) for document in documents] == [("a", 1), ("b", 0)]


def test_gold_folders_once_each_whether_named_or_found(tmp_path: Path) -> None:
    one, two = write_gold(tmp_path / "one", CLAIM), write_gold(tmp_path / "two", "", texts=("b",))
    (tmp_path / "notes").mkdir()
    assert gold_folders([two, tmp_path, tmp_path / "two" / ".." / "one"])[0].samefile(two)
    assert len(gold_folders([two, tmp_path, one])) == 2


def test_documents_of_gives_the_texts(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "one", CLAIM, texts=("b", "a"))
    assert documents_of([tmp_path]) == [folder / "docs" / "a.txt", folder / "docs" / "b.txt"]


def test_documents_of_names_a_text_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"docs/a\.txt: gold has claims of it but not the text"):
        documents_of([write_gold(tmp_path / "one", CLAIM, texts=())])


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        (CLAIM + "\n{broken", r"claims\.jsonl, line 2: not JSON"),
        (CLAIM + "\n\n[1]", r"claims\.jsonl, line 3: not a JSON object"),
        ('{"doc": "a.txt", "subject": "x"}', r"line 1: lacks relation, object, polarity"),
    ],
)
def test_wrong_gold_is_named_by_its_line(tmp_path: Path, claims: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        load_gold([write_gold(tmp_path / "one", claims)])


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no gold here; name a folder"):
        load_gold([tmp_path])


def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    write_gold(tmp_path / "one", CLAIM)
    write_gold(tmp_path / "two", CLAIM)
    with pytest.raises(FormatError, match="another gold folder has a document 'a' too"):
        load_gold([tmp_path])


@pytest.mark.parametrize(
    ("document", "stem"),
    [
        ({"id": "9f", "path": "in/01_post.txt"}, "01_post"),
        ({"id": "01_post"}, "01_post"),
        ("docs/01_post.html", "01_post"),
        ({"id": "9f", "path": "in/v1.2_post.txt"}, "v1.2_post"),
    ],
)
def test_document_stem(document: Any, stem: str) -> None:
    assert document_stem(document) == stem
