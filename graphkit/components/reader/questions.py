"""Ask the network about the pairs of actors of a document, sentence by sentence."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
from spacy.tokens import Doc

from graphkit.components.dependency_tree import LONGEST_SENTENCE, DependencyTree
from graphkit.components.reader.labels import BOTH, LABELS, POLARITIES, relation_of
from graphkit.components.reader.model_files import ReaderModel
from graphkit.components.reader.queries import REACH, Named, Query, answering, earlier, queries
from graphkit.components.reader.rule_states import rule_links, state_of
from graphkit.components.reader.windows import Window, inputs, piece_span
from graphkit.components.text_encoder import EncodedWindow, Reading
from graphkit.records import Polarity

LINKED = 0.5
"""Share of all links together from which a pair counts as linked when later sentences are asked about it."""


class Answer(NamedTuple):
    """What the network says of a query: shares of labels, of POLARITIES, hedged, and for who affirms and who
    denies, of each speaker place.
    """

    query: Query
    number: int
    window: Window
    relation: "np.ndarray[Any, np.dtype[np.float32]]"
    polarity: "np.ndarray[Any, np.dtype[np.float32]]"
    hedged: float
    speaker: "np.ndarray[Any, np.dtype[np.float32]]"

    @property
    def linked(self) -> float:
        """Share of all links together."""
        return float(1 - self.relation[0])

    @property
    def label(self) -> str:
        """The likeliest link."""
        return LABELS[int(self.relation[1:].argmax()) + 1]

    def said(self, polarity: Polarity) -> float:
        """How likely it is, where there is a link, that somebody affirms or denies it."""
        return float(self.polarity[POLARITIES.index(polarity)] + self.polarity[BOTH])


class Questions:
    """The mentions of one document, and the network that is asked about them."""

    def __init__(self, doc: Doc, tree: DependencyTree, reading: Reading, model: ReaderModel) -> None:
        self.doc, self.tree, self.reading, self.model = doc, tree, reading, model
        spans = [*doc.spans["actors"], *doc.spans["anaphors"]]
        self.mentions = sorted({Named(span.start, span.end, span.id_) for span in spans})
        self.of_sentence: dict[int, list[Named]] = {}
        for item in self.mentions:
            self.of_sentence.setdefault(tree.sentence_of[item.start], []).append(item)
        self.rules = rule_links(doc, doc._.claims)

    def answers(self) -> list[Answer]:
        """What every pair of a sentence is linked by, and whether later sentences deny or confirm it."""
        found: dict[tuple[int, str, str], Answer] = {}
        for answer in self._asked(self._own, {}):
            found[key_of(answer)] = answer
        linked: dict[int, dict[tuple[str, str], str]] = {}
        for answer in found.values():
            if answer.linked >= LINKED:
                linked.setdefault(answer.number, {})[pair_of(answer)] = relation_of(answer.label)[0]
        for answer in self._asked(self._later, linked):
            found[key_of(answer)] = answer
        return [found[key] for key in sorted(found)]

    def _asked(self, ask: Any, linked: Mapping[int, Mapping[tuple[str, str], str]]) -> Iterator[Answer]:
        for item in self.reading.windows:
            asked = [
                (number, query)
                for number in self.sentences(item.window)
                for query in ask(number, item.window, earlier(number, linked))
            ]
            if asked:
                yield from self._answered(item, asked, linked)

    def sentences(self, window: Window) -> list[int]:
        """The numbers of the sentences that are read in the window."""
        first, last = self.tree.sentence_of[window.target], self.tree.sentence_of[window.end - 1]
        return [
            number
            for number in range(first, last + 1)
            if self.tree.sentences[number][1] - self.tree.sentences[number][0] <= LONGEST_SENTENCE
        ]

    def _own(self, number: int, window: Window, before: Mapping[tuple[str, str], str]) -> Iterator[Query]:
        inside = [item for item in self.of_sentence.get(number, ()) if item.end <= window.end]
        yield from queries(self.tree.sentences[number], inside)

    def _later(self, number: int, window: Window, before: Mapping[tuple[str, str], str]) -> Iterator[Query]:
        """Pairs that were linked before: those that the sentence mentions once more, and the others."""
        pairs = {frozenset(pair) for pair in before}
        own = list(self._own(number, window, before))
        yield from (query for query in own if frozenset((query.first.actor, query.second.actor)) in pairs)
        first = self.tree.sentence_of[window.start]
        here = [item for back in range(first, number + 1) for item in self.of_sentence.get(back, ())]
        known = [item for item in here if window.start <= item.start and item.end <= window.end]
        yield from answering(self.tree.sentences[number], before, known, own)

    def _answered(
        self,
        item: EncodedWindow,
        asked: list[tuple[int, Query]],
        linked: Mapping[int, Mapping[tuple[str, str], str]],
    ) -> Iterator[Answer]:
        window, pieces = item.window, self.reading.pieces
        whole = "keys" in item.arrays
        arrays = item.arrays if whole else self.model.encode(*inputs(window, pieces))
        markers = [span for _, query in asked for span in query.spans]
        spans = np.zeros((len(markers), arrays["hidden"].shape[1]), dtype=np.float32)
        for row, span in enumerate(markers):
            start, end = piece_span(span, window, pieces)
            spans[row, start:end] = 1 / (end - start)
        states = [self._state(query, number, earlier(number, linked)) for number, query in asked]
        found = self.model.answer(arrays, spans, states)
        for row, (number, query) in enumerate(asked):
            yield Answer(
                query,
                number,
                window,
                found["relation"][row],
                found["polarity"][row],
                float(found["certainty"][row][1]),
                found["speaker"][row],
            )

    def _state(self, query: Query, number: int, before: Mapping[tuple[str, str], str]) -> int:
        reach = range(max(0, number - REACH), number + 1)
        here = [item for back in reach for item in self.of_sentence.get(back, ())]
        pair = (query.first.actor, query.second.actor)
        return state_of(pair, here, query.sentence[0], self.rules, before)


def pair_of(answer: Answer) -> tuple[str, str]:
    """Subject and object of the likeliest link."""
    ends = (answer.query.first.actor, answer.query.second.actor)
    return ends if relation_of(answer.label)[1] else (ends[1], ends[0])


def key_of(answer: Answer) -> tuple[int, str, str]:
    """One answer a sentence and pair."""
    one, other = sorted((answer.query.first.actor, answer.query.second.actor))
    return (answer.number, one, other)
