"""The labels are those of the relations, and lead back to them."""

import pytest

from graphkit.components.reader.labels import DIRECTED, LABELS, STATES, SYMMETRIC, label_of, relation_of
from graphkit.lexicon import load_relations


def test_labels_cover_the_closed_list_of_relations() -> None:
    relations = load_relations()
    assert set(SYMMETRIC) == {name for name, relation in relations.items() if relation.symmetric}
    assert set(DIRECTED) == {name for name, relation in relations.items() if not relation.symmetric}


@pytest.mark.parametrize("relation", [*SYMMETRIC, *DIRECTED])
@pytest.mark.parametrize("forth", [True, False])
def test_labels_lead_back_to_their_relation(relation: str, forth: bool) -> None:
    label = label_of(relation, forth)
    assert label in LABELS
    assert relation_of(label) == (relation, forth or relation in SYMMETRIC)


def test_every_link_can_be_a_state_in_three_ways() -> None:
    assert len(STATES) == 1 + 3 * (len(LABELS) - 1) == len(set(STATES))
