"""Marked documents to what the network is trained on: windows, with the answers to all that is asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from graphkit.components.candidates import NOT_ACTORS
from graphkit.components.cast import Named as NamedActor
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.labels import LABELS, MENTION_TAGS, NONE, TYPES, label_of
from graphkit.components.reader.pieces import Pieces
from graphkit.components.reader.queries import Named, Query, answering, earlier, queries
from graphkit.components.reader.rule_states import RuleLinks, rule_links, state_of, tokens_of
from graphkit.components.reader.signs import Scene
from graphkit.components.reader.windows import Window, inputs, piece_span, place, windows
from graphkit.records import AUTHOR, ActorType, Polarity
from graphkit.training.gold_text import GoldClaim, GoldText

Mark = tuple[int, int, str, tuple[str, ...]]
"""A mention by token: half-open range, kind, actors."""

IGNORED = -100
"""A place that no answer is known for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One query in piece places of its window, with its answers as shares that add up to one.

    `polarity` has a share for each of POLARITIES, None where nothing links the two. `speakers` are, for who
    affirms and for who denies, the places of their words: empty for the author, None where nobody says so or
    the words are not in the window.
    """

    spans: tuple[tuple[int, int], ...]
    state: int
    labels: Mapping[int, float]
    polarity: tuple[float, ...] | None
    hedged: float | None
    speakers: tuple[tuple[int, ...] | None, ...]
    ends: tuple[str, str]
    weight: float = 1.0


class SeenAnaphor(NamedTuple):
    """The signs of each mention before an anaphor, and the numbers of those that mean the same."""

    signs: list[list[int]]
    same: list[int]


@dataclass(frozen=True, slots=True)
class Example:
    """One window: inputs, tags of its tokens (place, number), antecedents of its anaphors, and what is asked.

    `version`: 0 under the document's own names, else under borrowed ones.
    """

    pieces: list[int]
    cases: list[int]
    tags: list[tuple[int, int]]
    types: list[tuple[int, int]]
    antecedents: list[tuple[int, list[int], list[int]]]
    asked: list[Asked]
    sightings: list[SeenAnaphor] = field(default_factory=list)
    folder: str = ""
    document: str = ""
    version: int = 0


@dataclass(slots=True)
class Marked:
    """A document's marks by token: mentions as (start, end, kind, actors), claims by sentence number.

    `others` are names that are no actors, such as places: the network must learn that nothing links them,
    since it will be asked about some that it took for actors.
    """

    mentions: list[Mark] = field(default_factory=list)
    others: list[Mark] = field(default_factory=list)
    claims: dict[int, list[GoldClaim]] = field(default_factory=dict)


def examples(gold: GoldText, doc: Doc, pieces: Pieces, version: int = 0) -> Iterator[Example]:
    """The windows of one document; `doc` is as the rules read it, with their claims in ``doc._.claims``.

    `version` 0 is the document under its own names; only this one shows signs, which do not know names.
    """
    sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
    marked = marked_tokens(gold, doc, sentences)
    answers = Answers(doc, marked, sentences, rule_links(doc, doc._.claims))
    scene = Scene(DependencyTree.of(doc), list(named(marked.mentions, gold.types)))
    for window in windows(sentences, pieces):
        here = [item for item in marked.mentions if window.start <= item[0] and item[1] <= window.end]
        ids, cases = inputs(window, pieces)
        targets = [number for number, item in enumerate(sentences) if window.target <= item[0] < window.end]
        others = [item for item in marked.others if window.start <= item[0] and item[1] <= window.end]
        asked = [
            answers.of(query, number, window, pieces)
            for number in targets
            for query in answers.asked(number, here, others)
        ]
        yield Example(
            pieces=ids,
            cases=cases,
            tags=tags(here, window, pieces),
            types=[
                (place(start, window, pieces), TYPES.index(gold.types[actors[0]]))
                for start, _, kind, actors in here
                if kind == "name" and actors[0] in gold.types
            ],
            antecedents=list(antecedents(here, window, pieces)),
            asked=asked,
            sightings=[] if version else list(sightings(here, window, scene, gold.types)),
            folder=gold.folder,
            document=gold.document.path,
            version=version,
        )


def marked_tokens(gold: GoldText, doc: Doc, sentences: Sequence[tuple[int, int]]) -> Marked:
    """The marks in tokens; a claim stands in the sentence that shares most of its evidence."""
    marked = Marked()
    taken: set[int] = set()
    for start, end, kind, actors in gold.mentions:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            marked.mentions.append((span.start, span.end, kind, actors))
    marked.others += names_of_no_actor(doc, taken)
    for claim in gold.claims:
        place = tokens_of(doc, {"start": claim.start, "end": claim.end})
        number = claim_sentence(place.start, place.end, claim, sentences, marked)
        marked.claims.setdefault(number, []).append(claim)
    return marked


def names_of_no_actor(doc: Doc, taken: set[int]) -> Iterator[Mark]:
    """What the model's NER or the rules take for a name, and the marks do not: each stands for itself."""
    for span in (*doc.ents, *doc.spans["actors"]):
        tokens = range(span.start, span.end)
        if span.label_ not in NOT_ACTORS and span.text[:1].isupper() and taken.isdisjoint(tokens):
            taken.update(tokens)
            yield span.start, span.end, "other", (f"?{span.start}",)


def claim_sentence(
    start: int, end: int, claim: GoldClaim, sentences: Sequence[tuple[int, int]], marked: Marked
) -> int:
    """The sentence that holds most ends of the claim, then most of its evidence."""
    ends = (claim.row["subject"], claim.row["object"])

    def fit(number: int) -> tuple[int, int]:
        first, last = sentences[number]
        there = {actor for item in marked.mentions if first <= item[0] < last for actor in item[3]}
        shared = min(last, end) - max(first, start)
        return (sum(actor in there for actor in ends) if shared > 0 else -1, shared)

    return max(range(len(sentences)), key=fit)


def named_in(sentence: tuple[int, int], mentions: Iterable[Mark]) -> Iterator[Named]:
    """The mentions of a sentence, one for each actor that they stand for."""
    for start, end, _, actors in mentions:
        if sentence[0] <= start < sentence[1]:
            yield from (Named(start, end, actor) for actor in actors)


def tags(mentions: Iterable[Mark], window: Window, pieces: Pieces) -> list[tuple[int, int]]:
    """The place of each token of the window that has pieces, and its number in MENTION_TAGS."""
    found = dict.fromkeys(range(window.start, window.end), 0)
    for start, end, kind, _ in mentions:
        for token in range(start, end):
            found[token] = MENTION_TAGS.index(f"{'B' if token == start else 'I'}-{kind.upper()}")
    return [
        (place(token, window, pieces), tag) for token, tag in found.items() if pieces.count(token, token + 1)
    ]


def antecedents(
    mentions: Sequence[Mark], window: Window, pieces: Pieces
) -> Iterator[tuple[int, list[int], list[int]]]:
    """For each anaphor: its place, the places of all mentions before it, and of those that mean the same."""
    for index, (start, end, kind, actors) in enumerate(mentions):
        if kind != "anaphor" or start < window.target:
            continue
        before = mentions[:index]
        same = [place(item[1] - 1, window, pieces) for item in before if set(item[3]) & set(actors)]
        if same:
            yield (
                place(end - 1, window, pieces),
                [place(item[1] - 1, window, pieces) for item in before],
                same,
            )


def named(mentions: Iterable[Mark], types: Mapping[str, str]) -> Iterator[NamedActor]:
    """The names among the marks, as a document's cast has them."""
    for start, end, kind, actors in mentions:
        if kind == "name":
            yield from (NamedActor(start, end, actor, type_of(actor, types)) for actor in actors)


def type_of(actor: str, types: Mapping[str, str]) -> str:
    """The actor's type; "other" where the marks do not have it."""
    return types.get(actor, ActorType.OTHER.value)


def sightings(
    mentions: Sequence[Mark], window: Window, scene: Scene, types: Mapping[str, str]
) -> Iterator[SeenAnaphor]:
    """What `antecedents` yields, as the signs tell it."""
    seen = [
        scene.sighting(NamedActor(start, end, actors[0], type_of(actors[0], types)), is_name=kind == "name")
        for start, end, kind, actors in mentions
    ]
    for index, (start, _, kind, actors) in enumerate(mentions):
        same = [number for number, item in enumerate(mentions[:index]) if set(item[3]) & set(actors)]
        if kind == "anaphor" and start >= window.target and same:
            yield SeenAnaphor(scene.signs(seen[index], seen[:index]), same)


class Answers:
    """What the marks of one document answer to queries about it."""

    def __init__(
        self, doc: Doc, marked: Marked, sentences: Sequence[tuple[int, int]], links: RuleLinks
    ) -> None:
        self.doc, self.marked, self.sentences, self.links = doc, marked, sentences, links
        self.linked = {
            number: {(claim.row["subject"], claim.row["object"]): claim.row["relation"] for claim in claims}
            for number, claims in marked.claims.items()
        }

    def asked(self, number: int, mentions: Sequence[Mark], others: Sequence[Mark]) -> Iterator[Query]:
        """The queries of a sentence: its own pairs, and those of the links shortly before."""
        sentence = self.sentences[number]
        own = list(queries(sentence, named_in(sentence, (*mentions, *others))))
        before = (mentions[0][0] if mentions else 0, sentence[1])
        yield from own
        yield from answering(sentence, earlier(number, self.linked), list(named_in(before, mentions)), own)

    def of(self, query: Query, number: int, window: Window, pieces: Pieces) -> Asked:
        """The query with the answers that the claims of its sentence give."""
        first, second = query.first.actor, query.second.actor
        rows = [
            claim.row
            for claim in self.marked.claims.get(number, ())
            if {claim.row["subject"], claim.row["object"]} == {first, second}
        ]
        labels: dict[int, float] = {}
        for row in rows:
            label = LABELS.index(label_of(row["relation"], row["subject"] == first))
            labels[label] = labels.get(label, 0) + 1 / len(rows)
        return Asked(
            spans=tuple(piece_span(span, window, pieces) for span in query.spans),
            state=self.state(query, number),
            labels=labels or {LABELS.index(NONE): 1.0},
            polarity=polarity_shares(rows),
            hedged=share(rows, "certainty", "hedged"),
            speakers=tuple(
                self.speaker_places(
                    [row for row in rows if row["polarity"] == polarity], query, window, pieces
                )
                for polarity in Polarity
            ),
            ends=(first, second),
        )

    def state(self, query: Query, number: int) -> int:
        """What the rules and the sentences before say of the pair."""
        known = (*self.marked.mentions, *self.marked.others)
        here = list(named_in((0, query.sentence[1]), known))
        pair = (query.first.actor, query.second.actor)
        return state_of(pair, here, query.sentence[0], self.links, earlier(number, self.linked))

    def speaker_places(
        self, rows: Sequence[Mapping[str, Sequence[str]]], query: Query, window: Window, pieces: Pieces
    ) -> tuple[int, ...] | None:
        """Where the innermost speakers of the rows are mentioned, in the sentence or nearest before it."""
        if not rows:
            return None
        found: list[int] = []
        for row in rows:
            if row["speakers"][-1] == AUTHOR:
                return ()
            found += self.speaker_tokens(row["speakers"][-1], query.sentence, window)
        return tuple(dict.fromkeys(place(token, window, pieces) for token in found)) or None

    def speaker_tokens(self, who: str, sentence: tuple[int, int], window: Window) -> list[int]:
        """The tokens of an actor's mentions, or of the words that name a speaker."""
        reach = range(window.start, min(sentence[1], window.end))
        items = [item for item in self.marked.mentions if who in item[3] and item[0] in reach]
        inside = [item for item in items if item[0] >= sentence[0]] or items[-1:]
        if inside:
            return [token for item in inside for token in range(item[0], min(item[1], window.end))]
        for start in (sentence[0], window.start):
            span = self.doc[start : reach.stop]
            at = span.text.lower().rfind(who.lower())
            words = self.doc.char_span(
                span.start_char + at, span.start_char + at + len(who), alignment_mode="expand"
            )
            if at >= 0 and words is not None:
                return [token for token in range(words.start, words.end) if token < window.end]
        return []


def polarity_shares(rows: Sequence[Mapping[str, str]]) -> tuple[float, ...] | None:
    """A share for each of POLARITIES; None without rows."""
    denied = share(rows, "polarity", Polarity.DENIED)
    if denied is None:
        return None
    relations = [{row["relation"] for row in rows if row["polarity"] == polarity} for polarity in Polarity]
    return (0.0, 0.0, 1.0) if relations[0] & relations[1] else (1 - denied, denied, 0.0)


def share(rows: Sequence[Mapping[str, str]], key: str, value: str) -> float | None:
    """How many of the rows have the value; None without rows."""
    return sum(row[key] == value for row in rows) / len(rows) if rows else None
