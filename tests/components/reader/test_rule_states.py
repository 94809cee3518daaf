"""What the network is told of a pair beforehand."""

import spacy
from spacy.tokens import Doc

from graphkit.components.reader.labels import STATES
from graphkit.components.reader.queries import Named
from graphkit.components.reader.rule_states import rule_links, state_of

WORDS = ["Ordin", "arms", "Pell", ".", "Pell", "denies", "it", "."]


def made_doc() -> Doc:
    return Doc(
        spacy.blank("en").vocab,
        words=WORDS,
        sent_starts=[True, False, False, False, True, False, False, False],
    )


def row(
    doc: Doc, subject: int, other: int, relation: str, polarity: str, confidence: float, inside: int
) -> dict[str, object]:
    ends = {
        name: {"start": doc[token].idx, "end": doc[token].idx + len(doc[token])}
        for name, token in (("subject", subject), ("object", other))
    }
    sentence = doc[inside].sent
    place = {"start": sentence.start_char, "end": sentence.end_char}
    return {**ends, "relation": relation, "polarity": polarity, "confidence": confidence, **place}


def test_a_rule_is_seen_from_either_end() -> None:
    doc = made_doc()
    links = rule_links(doc, [row(doc, 0, 2, "supports", "affirmed", 0.8, 1)])
    assert links == {0: {(0, 2): "supports>", (2, 0): "supports<"}}
    mentions = [Named(0, 1, "ordin"), Named(2, 3, "pell")]
    assert STATES[state_of(("ordin", "pell"), mentions, 0, links, {})] == "supports>"
    assert STATES[state_of(("pell", "ordin"), mentions, 0, links, {})] == "supports<"
    assert STATES[state_of(("pell", "ordin"), mentions, 4, links, {})] == "none", "another sentence"


def test_the_surest_rule_counts_and_denials_are_marked() -> None:
    doc = made_doc()
    rows = [row(doc, 0, 2, "linked_to", "affirmed", 0.4, 1), row(doc, 0, 2, "supports", "denied", 0.8, 1)]
    assert rule_links(doc, rows)[0][0, 2] == "supports>!"


def test_a_relation_that_the_network_does_not_know_hides_no_other() -> None:
    doc = made_doc()
    rows = [row(doc, 0, 2, "endorses", "affirmed", 0.9, 1), row(doc, 0, 2, "supports", "affirmed", 0.8, 1)]
    assert rule_links(doc, rows)[0][0, 2] == "supports>"


def test_an_earlier_link_is_told_where_no_rule_speaks() -> None:
    before = {("ordin", "pell"): "supports"}
    assert STATES[state_of(("pell", "ordin"), [], 4, {}, before)] == "earlier supports<"
    assert STATES[state_of(("ordin", "pell"), [], 4, {}, before)] == "earlier supports>"
