"""The pipeline as a whole: what holds for every text, however it is run."""

import json
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components import MODEL_PIPE_NAMES, PIPE_NAMES
from graphkit.errors import GraphkitError, ModelMissing, UnreadableDocument
from graphkit.pipeline import DEFAULT_MODEL, extract_claims, fingerprint, load_pipeline
from graphkit.records import Document, Extraction, claim_row

TEXTS = [
    "Dana Holt said that Kenya arms the Kestrel Front. It attacked Norway.",
    "Orvex Holdings owns the Harbor Trust. “The Harbor Trust is a front,” Paul Reyes said.",
    "Mr. Ramirez leads the Kestrel Front, according to Norway. Ramirez denied it.",
    "Nothing happens here.",
]

SENTENCES = [
    "Kenya arms the Kestrel Front.",
    "Dana Holt said that Orvex Holdings may own the Harbor Trust.",
    "“It attacked Norway,” she said.",
    "The group denied links with Norway.",
    "Nobody came.",
    "According to Paul Reyes, Norway sanctioned it",
    "\n\n",
    "  \t ",
    "🦊 حزب – naïve „quote“ \u200b",
    "The Kestrel\nFront is an ally of the Upland Defence League (UDL).",
]

HOSTILE = {
    "emoji": "🦊 Kenya 🦊 arms 👩‍👩‍👧‍👧 the Kestrel Front 🏴󠁧󠁢󠁥󠁮󠁧󠁿.",
    "right to left": "قال حزب إن Kenya arms the \u202eKestrel Front\u202c.",
    "control characters": "Kenya\x00 arms\x07 the\x1b[31m Kestrel\x7f Front.\x0c\x0b",
    "no blank": "K" * 10_000,
    "no blank, mixed": "Kenya-arms/" * 300,
    "one letter": "a",
    "one blank and a full stop": " .",
    "punctuation": "?!…—“”«»()[]{}<>''\"\"``,,;;" * 20,
    "blank lines": "\n\n.\n\n\n.\r\n",
    "markup": "<script>alert('Kenya arms the Kestrel Front')</script> '; DROP TABLE claims; --",
    "combining marks": "K\u0301e\u0301nya arms the Z\u0335a\u0335l\u0335go\u0335 Front.",
    "brackets": "(((((((Kenya (UDL) (UDL)) arms) the ()) Kestrel Front",
    "conjunctions": "Kenya and " * 100 + "Norway arm the Kestrel Front.",
}


@pytest.fixture(scope="module", params=["rules", "model"])
def nlp(request: pytest.FixtureRequest, nlp: Language, reader_nlp: Language) -> Language:
    """What holds for every text holds for either way of reading."""
    return reader_nlp if request.param == "model" else nlp


ROW_KEYS = [
    *("id", "document", "subject", "relation", "object", "polarity", "certainty", "speakers", "speaker_ids"),
    *("evidence", "start", "end", "trigger", "trigger_start", "trigger_end"),
    *("context", "context_start", "context_end", "raw_start", "raw_end", "confidence", "extractor"),
]
DOCUMENT_KEYS = ["id", "path", "also", "publisher", "title", "author", "date", "url"]
END_KEYS = ["id", "name", "type", "aliases", "mention", "start", "end"]


def document(text: str, path: str = "text.txt") -> Document:
    return Document(path=path, text=text, raw=text)


def documents() -> list[Document]:
    return [document(text, f"text{number}.txt") for number, text in enumerate(TEXTS)]


def check_spans(extraction: Extraction) -> None:
    """Every span lies in the text, and every end of a claim is an actor of the document."""
    text = extraction.document.text
    known = {actor.id for actor in extraction.actors}
    for mention in extraction.mentions:
        assert text[mention.start : mention.end].strip()
        assert mention.actor in known
    for claim in extraction.claims:
        assert text[claim.start : claim.end] == claim.evidence == claim.evidence.strip()
        assert 0 <= claim.confidence <= 1
        assert {claim.subject.actor, claim.object.actor} <= known
        assert claim.subject.actor != claim.object.actor
        assert claim.trigger is not None
        for start, end in (
            (claim.subject.start, claim.subject.end),
            (claim.object.start, claim.object.end),
            claim.trigger,
        ):
            assert claim.start <= start < end <= claim.end
        if claim.context:
            assert text[slice(*claim.context)].strip()


def test_two_processes_read_what_one_reads(nlp: Language) -> None:
    one = list(extract_claims(documents(), nlp))
    two = list(extract_claims(documents(), nlp, n_process=2, batch_size=1))
    assert any(extraction.claims for extraction in one)
    assert one == two


def test_neighbours_and_batches_change_nothing(nlp: Language) -> None:
    together = list(extract_claims(documents(), nlp))
    alone = [extraction for item in documents() for extraction in extract_claims([item], nlp)]
    backwards = list(extract_claims(reversed(documents()), nlp, batch_size=1))
    assert together == alone == backwards[::-1]


def test_documents_are_read_one_after_the_other(nlp: Language) -> None:
    """A stream of documents stays a stream: the first claims come before the last text is asked for."""
    asked = []

    def stream():  # type: ignore[no-untyped-def]
        for item in documents() * 5:
            asked.append(item.path)
            yield item

    next(extract_claims(stream(), nlp, batch_size=1))
    assert len(asked) < 20


def test_factories_come_by_entry_point() -> None:
    fresh = spacy.load(DEFAULT_MODEL)
    for name in PIPE_NAMES:
        fresh.add_pipe(name)
    doc = fresh("Kenya arms the Kestrel Front.")
    assert [row["relation"] for row in doc._.claims] == ["supports"]


def test_components_stand_in_their_order(nlp: Language) -> None:
    expected = MODEL_PIPE_NAMES if nlp.has_pipe("text_encoder") else PIPE_NAMES
    assert tuple(nlp.pipe_names[-len(expected) :]) == expected
    assert not nlp.analyze_pipes()["problems"]["claim_extractor"]


def test_a_missing_model_says_how_to_get_it() -> None:
    with pytest.raises(ModelMissing) as problem:
        load_pipeline("en_core_web_nowhere")
    assert isinstance(problem.value, GraphkitError)
    assert "en_core_web_nowhere" in str(problem.value)
    assert "python -m pip install en_core_web_nowhere" in str(problem.value)
    assert "--model" in str(problem.value)


def test_the_fingerprint_changes_with_the_lexicon(nlp: Language, tmp_path: Path) -> None:
    extra = tmp_path / "extra.yaml"
    extra.write_text("- {id: kestrels, name: Kestrel Front, type: armed_group, aliases: [the Kestrels]}\n")
    other = load_pipeline(lexicon_files=[extra], builtin_lexicon=False)
    assert fingerprint(other) != fingerprint(nlp)
    [extraction] = extract_claims([document("Kenya arms the Kestrel Front.")], other)
    assert "kestrels" in {actor.id for actor in extraction.actors}


def test_a_row_has_the_keys_of_the_design(nlp: Language) -> None:
    [extraction] = extract_claims([document(TEXTS[0])], nlp)
    actors = {actor.id: actor for actor in extraction.actors}
    assert extraction.claims
    for claim in extraction.claims:
        row = json.loads(json.dumps(claim_row(claim, extraction.document, actors)))
        assert list(row) == ROW_KEYS
        assert list(row["document"]) == DOCUMENT_KEYS
        assert list(row["subject"]) == list(row["object"]) == END_KEYS
        assert len(row["speakers"]) == len(row["speaker_ids"])


def test_full_names_have_the_same_id_wherever_they_stand(nlp: Language) -> None:
    first, second = extract_claims(
        [document("Dana Holt paid Norway."), document("Norway paid Dana Holt.")], nlp
    )
    assert (
        [actor.id for actor in first.actors]
        == [actor.id for actor in second.actors]
        == ["dana_holt", "norway"]
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_to_the_end(nlp: Language, text: str) -> None:
    [extraction] = extract_claims([document(text)], nlp)
    check_spans(extraction)


@pytest.mark.xfail(
    strict=True,
    raises=UnicodeEncodeError,
    reason="spaCy cannot encode it; readers put another sign in its place",
)
def test_a_lone_surrogate_is_read_over(nlp: Language) -> None:
    list(extract_claims([document("Kenya arms \ud83e the Kestrel Front.")], nlp))


def test_a_name_said_often_costs_no_more_than_other_words(nlp: Language) -> None:
    """Work grows with the text, not with the square of how often a name stands in it."""
    names, words = "Kenya and " * 150 + "Norway left.", "tables and " * 150 + "chairs left."
    assert seconds(nlp, names) < 10 * seconds(nlp, words) + 0.5


def seconds(nlp: Language, text: str) -> float:
    start = time.perf_counter()
    nlp(text)
    return time.perf_counter() - start


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.sampled_from([" ", "\n", "\n\n", ""]))
def test_spans_hold_for_every_paragraph(nlp: Language, sentences: list[str], glue: str) -> None:
    text = glue.join(sentences)
    if text.strip():
        [extraction] = extract_claims([document(text)], nlp)
        check_spans(extraction)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_no_text_is_too_strange(nlp: Language, text: str) -> None:
    if text.strip():
        [extraction] = extract_claims([document(text)], nlp)
        check_spans(extraction)


def test_a_document_that_a_component_fails_on_is_named_and_the_rest_read(nlp: Language) -> None:
    three = [document(text, f"{number}.txt") for number, text in enumerate(("One.", "Two fails.", "Three."))]
    problems: list[UnreadableDocument] = []
    nlp.add_pipe("fails_on_request", last=True)
    try:
        read = list(extract_claims(three, nlp, on_problem=problems.append))
        with pytest.raises(RuntimeError, match="asked to fail"):
            list(extract_claims(three, nlp))
    finally:
        nlp.remove_pipe("fails_on_request")
    assert [extraction.document.path for extraction in read] == ["0.txt", "2.txt"]
    assert [problem.where for problem in problems] == ["1.txt"]


@Language.component("fails_on_request")
def fail_on_request(doc: Doc) -> Doc:
    if "fails" in doc.text:
        raise RuntimeError("asked to fail")
    return doc


def test_a_list_of_thousands_of_names_is_read_over(nlp: Language) -> None:
    names = ", ".join(f"Name{number} Surname{number}" for number in range(3000))
    extraction = next(extract_claims([document(f"Norway armed {names}. Kenya arms the Kestrel Front.")], nlp))
    assert [claim.relation for claim in extraction.claims] == ["supports"]
