"""A small marked folder with invented names."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from graphkit.components.reader.pieces import Pieces
from graphkit.training.examples import Example, examples
from graphkit.training.gold_text import gold_texts

TEXT = """Ordin Holdings paid the Kestrel Front in May, the Morning Post said. The  company denied it. "We
never paid them," its chair-
man, Dana Holt, said.
"""
ACTORS = [
    ("ordin", "Ordin Holdings", "organization"),
    ("front", "Kestrel Front", "armed_group"),
    ("holt", "Dana Holt", "person"),
    ("post", "Morning Post", "media"),
]
MENTIONS = [
    ("Ordin Holdings", "name", "ordin"),
    ("Kestrel Front", "name", "front"),
    ("Morning Post", "name", "post"),
    ("The  company", "anaphor", "ordin"),
    ("We", "anaphor", "ordin"),
    ("them", "anaphor", "front"),
    ("its", "anaphor", "ordin"),
    ("Dana Holt", "name", "holt"),
]
SENTENCES = TEXT.split(". ")
CLAIMS = [
    ("ordin", "supports", "front", "affirmed", ["post"], SENTENCES[0] + "."),
    ("ordin", "supports", "front", "denied", ["ordin"], "The  company denied it."),
    ("ordin", "supports", "front", "denied", ["holt"], SENTENCES[2].strip()),
    ("holt", "leads", "ordin", "affirmed", ["author"], SENTENCES[2].strip()),
]


def mention_rows() -> Iterator[dict[str, Any]]:
    done = 0
    for words, kind, actor in MENTIONS:
        start = TEXT.index(words, done)
        done = start + len(words)
        yield {"doc": "a.txt", "start": start, "end": done, "kind": kind, "actors": [actor]}


def claim_rows() -> Iterator[dict[str, Any]]:
    for subject, relation, other, polarity, speakers, evidence in CLAIMS:
        yield {
            "doc": "a.txt",
            "subject": subject,
            "relation": relation,
            "object": other,
            "polarity": polarity,
            "certainty": "asserted",
            "speakers": speakers,
            "evidence": evidence,
        }


def write_rows(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture(scope="session")
def marked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold") / "made"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "a.txt").write_text(TEXT, encoding="utf-8")
    actors = [{"id": actor, "name": name, "type": kind, "aliases": []} for actor, name, kind in ACTORS]
    write_rows(folder / "actors.jsonl", actors)
    write_rows(folder / "mentions.jsonl", list(mention_rows()))
    write_rows(folder / "claims.jsonl", list(claim_rows()))
    return folder


@pytest.fixture(scope="session")
def example(nlp: Language, marked_folder: Path) -> Example:
    """The only window of the small document, one piece a token."""
    [gold] = gold_texts([marked_folder])
    doc = nlp(gold.document.text)
    pieces = Pieces(list(range(1000, 1000 + len(doc))), [1] * len(doc), list(range(len(doc) + 1)))
    [found] = examples(gold, doc, pieces)
    return found
