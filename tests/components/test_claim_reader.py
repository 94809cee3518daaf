"""What the trained network reads, with near misses; every name is invented."""

import pickle
from collections.abc import Callable

import pytest
from sentence_tables import ClaimTuple, as_lines, claim_tuples, expected
from spacy.language import Language

from graphkit.components import text_encoder
from graphkit.components.text_encoder import KEY
from graphkit.pipeline import explain, extract_claims, fingerprint
from graphkit.records import Document, Extraction

RELATIONS = [
    ("Ordin Holdings bankrolls the Kestrel Front.", "ordin_holdings supports kestrel_front"),
    ("The Kestrel Front is paid by Ordin Holdings.", "ordin_holdings supports kestrel_front"),
    ("Gunmen of the Kestrel Front ambushed a Tarvan Army convoy.", "kestrel_front attacks tarvan_army"),
    ("Dana Holt, chief executive of Ordin Holdings, arrived late.", "dana_holt leads ordin_holdings"),
    ("Dana Holt, a spokeswoman for Ordin Holdings, arrived late.", "dana_holt member_of ordin_holdings"),
    ("Dana Holt set up Ordin Holdings in 1998.", "dana_holt founded ordin_holdings"),
    ("Ordin Holdings is a wholly owned subsidiary of Brask Group.", "ordin_holdings member_of brask_group"),
    (
        "The Kestrel Front swore loyalty to the Ridge Brigade.",
        "kestrel_front pledged_allegiance_to ridge_brigade",
    ),
    ("Ordin Holdings is nothing but a front for Brask Group.", "ordin_holdings identified_with brask_group"),
    ("Ordin Holdings is a front for Brask Group.", "ordin_holdings identified_with brask_group"),
    ("Dana Holt is the sister of Marek Holt.", "dana_holt family_of marek_holt"),
]

FACTUALITY = [
    (
        "Ordin Holdings denied that it had paid the Kestrel Front.",
        "ordin_holdings supports kestrel_front denied, says ordin_holdings",
    ),
    (
        "Dana Holt said that Ordin Holdings never paid the Kestrel Front.",
        "ordin_holdings supports kestrel_front denied, says dana_holt",
    ),
    (
        "Dana Holt said that Ordin Holdings may have armed the Kestrel Front.",
        "ordin_holdings supports kestrel_front hedged, says dana_holt",
    ),
    (
        "Ordin Holdings armed the Kestrel Front, Dana Holt said. The company denied it.",
        "ordin_holdings supports kestrel_front says dana_holt\n"
        "ordin_holdings supports kestrel_front denied, says ordin_holdings",
    ),
    (
        "The Kestrel Front is a militia. Ordin Holdings has armed the group for years.",
        "ordin_holdings supports kestrel_front",
    ),
]

NEAR_MISSES = [
    "Dana Holt met Marek Brandt at a conference.",
    "Dana Holt and Marek Brandt were photographed at the harbour.",
    "Ordin Holdings and Brask Group have offices in the same street.",
    "Ordin Holdings declined to comment on the Kestrel Front.",
    "Dana Holt flew to Tarva. Marek Brandt stayed at home.",
]


@pytest.fixture(scope="module")
def network_claims(reader_nlp: Language) -> Callable[[str], list[ClaimTuple]]:
    return lambda text: claim_tuples(read(text, reader_nlp))


def read(text: str, nlp: Language) -> Extraction:
    [extraction] = extract_claims([Document(path="text.txt", text=text, raw=text)], nlp)
    return extraction


@pytest.mark.parametrize(("text", "claims"), [*RELATIONS, *FACTUALITY])
def test_network_reads(network_claims: Callable[[str], list[ClaimTuple]], text: str, claims: str) -> None:
    assert as_lines(network_claims(text)) == expected(claims)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_network_leaves_mere_mentions_alone(
    network_claims: Callable[[str], list[ClaimTuple]], text: str
) -> None:
    assert as_lines(network_claims(text)) == []


def test_claims_say_who_read_them_and_lead_to_their_words(reader_nlp: Language) -> None:
    text = "The Kestrel Front is a militia. Ordin Holdings has armed the group for years."
    [claim] = read(text, reader_nlp).claims
    assert claim.extractor == "model+rules", "the rules read it too"
    assert claim.evidence == text[claim.start : claim.end] == "Ordin Holdings has armed the group for years."
    assert text[claim.object.start : claim.object.end] == "the group"
    assert claim.context and text[slice(*claim.context)] == "The Kestrel Front is a militia."
    assert claim.trigger and text[slice(*claim.trigger)] == "armed"
    assert 0 < claim.confidence < 1


def test_nothing_of_the_network_stays_in_the_doc(reader_nlp: Language) -> None:
    doc = reader_nlp("Ordin Holdings bankrolls the Kestrel Front.")
    assert KEY not in doc.user_data
    assert doc.to_bytes()


def test_one_and_two_processes_read_the_same(reader_nlp: Language) -> None:
    texts = [text for text, _ in (*RELATIONS, *FACTUALITY)]
    documents = [Document(path=f"{number}.txt", text=text, raw=text) for number, text in enumerate(texts)]
    alone = list(extract_claims(documents, reader_nlp))
    assert list(extract_claims(documents, reader_nlp, n_process=2, batch_size=4)) == alone


def test_another_way_of_reading_has_another_fingerprint(reader_nlp: Language, nlp: Language) -> None:
    assert fingerprint(reader_nlp) != fingerprint(nlp)


def test_an_explanation_shows_what_the_network_was_asked(reader_nlp: Language) -> None:
    text = explain("Dana Holt met Marek Brandt at a conference.", reader_nlp)
    assert "pairs that the network was asked about:" in text
    assert "dana_holt" in text.split("pairs that", 1)[1]


def test_an_empty_and_a_huge_sentence_are_read(reader_nlp: Language) -> None:
    assert read("\n\n.\n", reader_nlp).claims == ()
    names = ", ".join(f"Ordin Holdings {chr(65 + number % 26)}" for number in range(400))
    assert read(f"{names}.", reader_nlp).document.text.startswith("Ordin")


def test_a_name_may_begin_small(reader_nlp: Language) -> None:
    text = "The Kestrel Front is a militia. Ordin Holdings owns iTarva. eBrask paid the Ridge Brigade."
    subjects = {
        claim.subject.actor for claim in read(text, reader_nlp).claims if claim.relation == "supports"
    }
    assert "kestrel_front" not in subjects


def test_the_network_travels_to_other_processes_by_its_files(reader_nlp: Language) -> None:
    model = reader_nlp.get_pipe("text_encoder").model  # type: ignore[attr-defined]
    again = pickle.loads(pickle.dumps(model))
    assert again.folder == model.folder
    assert again.fingerprint == model.fingerprint


def test_a_long_document_is_read_like_a_short_one(
    reader_nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond some windows encodings are not kept, but worked out again."""
    text = "\n\n".join(text for text, _ in (*RELATIONS, *FACTUALITY))
    kept = read(text, reader_nlp)
    monkeypatch.setattr(text_encoder, "KEPT_WHOLE", 0)
    assert read(text, reader_nlp) == kept
