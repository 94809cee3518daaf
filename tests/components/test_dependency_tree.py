"""A parsed document as lists; the parses are made by hand."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.components.dependency_tree import DependencyTree


@pytest.fixture
def tree() -> DependencyTree:
    """ "Kenya arms the Front . It left" in two sentences."""
    doc = Doc(
        Vocab(),
        words=["Kenya", "arms", "the", "Front", ".", "It", "left"],
        heads=[1, 1, 3, 1, 1, 6, 6],
        deps=["nsubj", "ROOT", "det", "dobj", "punct", "nsubj", "ROOT"],
        lemmas=["Kenya", "arm", "the", "Front", ".", "it", "leave"],
        sent_starts=[True, False, False, False, False, True, False],
    )
    return DependencyTree.of(doc)


def test_columns_keep_words_and_lower_lemmas(tree: DependencyTree) -> None:
    assert len(tree) == 7
    assert tree.words[3] == "Front"
    assert tree.lemmas[3] == "front"
    assert tree.heads == [1, 1, 3, 1, 1, 6, 6]


def test_a_root_is_its_own_head_and_no_child(tree: DependencyTree) -> None:
    assert tree.children[1] == [0, 3, 4]
    assert list(tree.ancestors(2)) == [3, 1]
    assert list(tree.ancestors(1)) == []


def test_sentences_and_the_way_back(tree: DependencyTree) -> None:
    assert tree.sentences == [(0, 5), (5, 7)]
    assert tree.sentence_of == [0, 0, 0, 0, 0, 1, 1]


def test_child_and_kids_by_label(tree: DependencyTree) -> None:
    assert tree.child(1, "dobj", "nsubj") == 0
    assert tree.child(1, "agent") is None
    assert tree.kids(1, "dobj", "nsubj") == [0, 3]


def test_subtree_can_leave_branches_out(tree: DependencyTree) -> None:
    assert sorted(tree.subtree(1)) == [0, 1, 2, 3, 4]
    assert sorted(tree.subtree(1, without=[3])) == [0, 1, 4]


def test_span_and_text(tree: DependencyTree) -> None:
    assert tree.span(3) == (2, 4)
    assert tree.text(2, 4) == "the Front"


def test_an_empty_document_is_an_empty_tree() -> None:
    tree = DependencyTree.of(Doc(Vocab(), words=[]))
    assert len(tree) == 0
    assert tree.sentences == []


def test_a_name_that_is_its_sentences_root_is_left_where_it_is() -> None:
    doc = Doc(
        Vocab(),
        words=["Harbor", ",", "Holt", ",", "said", "May"],
        heads=[2, 0, 2, 2, 2, 4],
        deps=["nmod", "punct", "ROOT", "punct", "conj", "dobj"],
        pos=["PROPN", "PUNCT", "PROPN", "PUNCT", "VERB", "PROPN"],
        lemmas=["Harbor", ",", "Holt", ",", "say", "May"],
    )
    assert DependencyTree.of(doc).heads == [2, 0, 2, 2, 2, 4]
