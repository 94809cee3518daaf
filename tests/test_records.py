"""Records that are wrong cannot exist; ids depend on nothing but what they are made of."""

import pickle
from dataclasses import replace
from typing import Any

import pytest

from graphkit.errors import UnreadableDocument
from graphkit.records import (
    Actor,
    ActorType,
    Certainty,
    Claim,
    Document,
    Mention,
    Polarity,
    Source,
    check_span,
    claim_id,
)

TEXT = "Acme backs Borg."


def mention(start: int, end: int, actor: str = "acme", document: str = "d") -> Mention:
    return Mention(document=document, start=start, end=end, actor=actor)


def claim(**changes: Any) -> Claim:
    values = {
        "id": "c",
        "document": "d",
        "subject": mention(0, 4),
        "relation": "supports",
        "object": mention(11, 15, "borg"),
        "polarity": Polarity.AFFIRMED,
        "certainty": Certainty.ASSERTED,
        "speakers": ("author",),
        "speaker_ids": (None,),
        "evidence": TEXT,
        "start": 0,
        "end": len(TEXT),
        "confidence": 0.5,
    }
    return Claim(**{**values, **changes})


@pytest.mark.parametrize("date", ["2021", "2021-08", "2021-08-26", None])
def test_dates_may_be_partial(date: str | None) -> None:
    assert Source(date=date).date == date


@pytest.mark.parametrize("date", ["2021-8", "2021-13", "2021-08-32", "21", "soon", " 2021"])
def test_other_dates_are_none(date: str) -> None:
    with pytest.raises(ValueError, match="is not YYYY, YYYY-MM or YYYY-MM-DD"):
        Source(date=date)


def test_a_field_of_a_source_is_never_empty() -> None:
    with pytest.raises(ValueError, match=r"Source\.title is empty; use None"):
        Source(title="")


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (Source(publisher="Dawn", url="https://x.example/1"), "Dawn"),
        (Source(url="https://www.x.example/1"), "x.example"),
        (Source(url="mailto:nobody"), "rows.jsonl#12"),
        (Source(url="http://["), "rows.jsonl#12"),
        (Source(url="https://www."), "rows.jsonl#12"),
        (Source(), "rows.jsonl#12"),
    ],
)
def test_a_source_is_called_by_publisher_host_or_file(source: Source, label: str) -> None:
    assert source.label("in/rows.jsonl#12") == label


@pytest.mark.parametrize("path", ["/in/a.txt", "in\\a.txt", ""])
def test_paths_of_documents_are_relative_and_posix(path: str) -> None:
    with pytest.raises(ValueError, match="must be relative and posix"):
        Document(path=path, text=TEXT, raw=TEXT)


def test_a_document_has_a_text() -> None:
    with pytest.raises(ValueError, match="text is empty"):
        Document(path="a.txt", text=" \n", raw="")


def test_the_id_of_a_document_is_that_of_its_text_alone() -> None:
    first = Document(path="a.txt", text=TEXT, raw=TEXT)
    moved = Document(path="b.txt", text=TEXT, raw=f"# {TEXT}", source=Source(title="T"))
    assert first.id == moved.id == replace(first, path="c.txt").id == pickle.loads(pickle.dumps(first)).id
    assert Document(path="a.txt", text=f"{TEXT}.", raw=TEXT).id != first.id
    assert len(first.id) == 16 and int(first.id, 16)


def test_raw_spans_lead_back_across_what_was_left_out() -> None:
    raw = "##Ac-\nme backs Borg."
    document = Document(path="a.txt", text=TEXT, raw=raw, offsets=((0, 2), (2, 6)))
    for start, end, expected in [(0, 2, "Ac"), (0, 4, "Ac-\nme"), (2, 4, "me"), (11, 16, "Borg.")]:
        assert raw[slice(*document.raw_span(start, end))] == expected
    with pytest.raises(ValueError, match=r"a\.txt: span \[4, 4\) is empty or reversed"):
        document.raw_span(4, 4)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2)])
def test_spans_are_neither_empty_nor_reversed(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is empty or reversed"):
        check_span(start, end, "it")


def test_an_actor_has_id_name_and_a_known_type() -> None:
    assert Actor(id="a", name="A", type="person").type is ActorType.PERSON  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="needs an id and a name"):
        Actor(id="", name="A", type=ActorType.PERSON)
    with pytest.raises(ValueError, match="'place' is not a valid ActorType"):
        Actor(id="a", name="A", type="place")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"end": 15}, "evidence is not as long"),
        ({"start": 16, "end": 16}, "is empty or reversed"),
        ({"object": mention(11, 15, "borg", "other")}, "stand in another document"),
        ({"speakers": (), "speaker_ids": ()}, "do not pair up"),
        ({"speakers": ("",)}, "do not pair up"),
        ({"speakers": ("UN", "he")}, "do not pair up"),
        ({"speakers": ("author", "he"), "speaker_ids": (None, None)}, "'author' stands alone"),
        ({"confidence": 1.01}, "is not between 0 and 1"),
        ({"polarity": "negated"}, "'negated' is not a valid Polarity"),
        ({"certainty": "sure"}, "'sure' is not a valid Certainty"),
    ],
)
def test_a_wrong_claim_cannot_exist(changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        claim(**changes)


def test_confidence_has_two_decimals() -> None:
    assert claim(confidence=0.123).confidence == 0.12


def test_claim_ids_know_places_and_words_but_no_actors() -> None:
    def made(first: Mention, second: Mention, *, symmetric: bool = False, speaker: str = "author") -> str:
        return claim_id(first, second, "supports", Polarity.AFFIRMED, [speaker], symmetric=symmetric)

    first, second = mention(0, 4), mention(11, 15, "borg")
    assert made(first, second) == made(replace(first, actor="merged"), second)
    assert made(first, second) != made(second, first)
    assert made(first, second, symmetric=True) == made(second, first, symmetric=True)
    assert made(first, second) != made(first, second, speaker="he")
    assert made(first, second) != made(replace(first, end=3), second)


def test_an_unreadable_document_survives_the_way_between_processes() -> None:
    problem = UnreadableDocument("in/a.pdf", "it is encrypted", "save a copy without password")
    again = pickle.loads(pickle.dumps(problem))
    assert str(again) == str(problem) == "in/a.pdf: it is encrypted; save a copy without password"
    assert (again.where, again.problem, again.remedy) == (problem.where, problem.problem, problem.remedy)
