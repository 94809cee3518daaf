"""Read the claims of a document: which trigger links which actors, who says so, denied or hedged.

A co-mention is never a claim: every claim has a trigger whose grammatical ends the two actors are.
"""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.arguments import VERBAL, Arguments
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.echoes import echoes
from graphkit.components.frames import AUTHORIAL, Frame, frames_at
from graphkit.components.references import ANAPHOR, Reference, References
from graphkit.components.triggers import Triggers, read_triggers
from graphkit.lexicon import Relation, load_relations
from graphkit.records import ActorType, Certainty, Polarity

LEAST_SPECIFIC = "linked_to"


@Language.factory(
    "claim_extractor",
    requires=["token.dep", "doc.spans"],
    assigns=["doc._.claims"],
    default_config={"relations_file": None},
)
def make_claim_extractor(nlp: Language, name: str, relations_file: str | None) -> "ClaimExtractor":
    """The factory: `relations_file` extends ``data/relations.yaml``."""
    return ClaimExtractor(load_relations(Path(relations_file) if relations_file else None))


class Link(NamedTuple):
    """A frame with one subject and one object picked from it."""

    frame: Frame
    subject: Reference
    object: Reference


class ClaimExtractor:
    """Set ``doc._.claims``: one plain dict a claim, offsets in characters; see `claim_dict`."""

    def __init__(self, relations: dict[str, Relation]) -> None:
        self.relations = relations
        self.triggers: Triggers = read_triggers(relations.values())
        self.symmetric = frozenset(name for name, relation in relations.items() if relation.symmetric)

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        tree = DependencyTree.of(doc)
        references = References(doc, tree)
        arguments = Arguments(tree, references)
        claims = {
            number: list(self._sentence(number, doc, tree, arguments))
            for number in busy_sentences(references, tree)
        }
        spans = [evidence_span(first, doc, tree) for first, _ in tree.sentences]
        for number, row in list(echoes(tree, references, claims, spans)):
            claims.setdefault(number, []).append(row)
        doc._.claims = [row for number in sorted(claims) for row in claims[number]]
        return doc

    def _sentence(
        self, number: int, doc: Doc, tree: DependencyTree, arguments: Arguments
    ) -> Iterator[dict[str, Any]]:
        links = [
            link
            for token in range(*tree.sentences[number])
            for frame in frames_at(token, tree, arguments, self.triggers, self.symmetric)
            for link in self.links(frame)
        ]
        for link in distinct(links, self.symmetric):
            if is_left_open(link.frame, doc, tree):
                continue
            for speakers in speaker_chains(link.frame, doc):
                yield claim_dict(link, speakers, doc, tree)

    def links(self, frame: Frame) -> Iterator[Link]:
        """One link a pair; all pairs of the subjects where a symmetric relation has no object."""
        if frame.relation in self.symmetric and not frame.objects:
            pairs = combinations(frame.subjects, 2)
        else:
            pairs = product(frame.subjects, frame.objects)
        for subject, other in pairs:
            if subject.actor != other.actor and is_possible(frame.relation, subject, other):
                yield Link(frame, subject, other)


SURELY_NO_PERSON = frozenset((ActorType.ARMED_GROUP, ActorType.GOVERNMENT, ActorType.AGENCY, ActorType.MEDIA))


def is_possible(relation: str, subject: Reference, other: Reference) -> bool:
    """Whether actors of these types can be linked so: nobody is a member of a person, or led by a government.

    Types of single words and of "organizations" are NER's guess, and forbid nothing.
    """
    if relation in ("leads", "member_of", "founded") and is_surely_person(other):
        return False
    if relation == "leads":
        return subject.type not in SURELY_NO_PERSON
    if relation == "family_of":
        return (subject.type in SURELY_NO_PERSON) == (other.type in SURELY_NO_PERSON)
    return True


def is_surely_person(end: Reference) -> bool:
    """A full name, or "she"."""
    return end.type == ActorType.PERSON and (end.end - end.start > 1 or end.kind == ANAPHOR)


def busy_sentences(references: References, tree: DependencyTree) -> list[int]:
    """The sentences with two different actors; only they can hold a claim."""
    actors: dict[int, set[str]] = {}
    for token, found in references.covering.items():
        actors.setdefault(tree.sentence_of[token], set()).update(item.actor for item in found)
    return sorted(number for number, here in actors.items() if len(here) > 1)


def distinct(links: list[Link], symmetric: frozenset[str]) -> list[Link]:
    """One link a relation and pair, the surest; the vague "linked" gives way to what says more."""
    best: dict[tuple[str, str, str], Link] = {}
    for link in links:
        ends = (link.subject.actor, link.object.actor)
        if link.frame.relation in symmetric and ends[0] > ends[1]:
            ends = (ends[1], ends[0])
        key = (link.frame.relation, *ends)
        if key not in best or confidence(link) > confidence(best[key]):
            best[key] = link
    for relation, *ends in list(best):
        if relation == "controls" and ("member_of", *reversed(ends)) in best:
            belonging = best["member_of", ends[1], ends[0]]
            # "X belongs to Y": a company is owned, a person or militia is a member
            owned = belonging.subject.type == ActorType.ORGANIZATION
            del best[("member_of", ends[1], ends[0]) if owned else (relation, ends[0], ends[1])]
    telling = {frozenset(key[1:]) for key in best if key[0] != LEAST_SPECIFIC}
    return [
        link for key, link in best.items() if key[0] != LEAST_SPECIFIC or frozenset(key[1:]) not in telling
    ]


def speaker_chains(frame: Frame, doc: Doc) -> list[list[dict[str, Any]]]:
    """Who says it, outermost first; several chains where speakers stand side by side; [] is the author."""
    around = [
        row
        for row in doc._.attributions
        if row["start"] <= frame.token < row["end"]
        and row["cue"] != frame.token
        and (row["quoted"] or frame.kind not in AUTHORIAL)
    ]
    chains: list[list[dict[str, Any]]] = [[]]
    cues = list(dict.fromkeys(row["cue"] for row in around))
    for cue in cues:
        rows = [row for row in around if row["cue"] == cue]
        chains = [[*chain, row] for chain in chains for row in rows]
    return [without_repeats(chain) for chain in chains]


def is_left_open(frame: Frame, doc: Doc, tree: DependencyTree) -> bool:
    """ "X did not say that …", "would not confirm": nobody says it, and nobody denies it."""
    return any(
        row["start"] <= frame.token < row["end"]
        and row["stance"] != "believed"
        and tree.child(row["cue"], "neg") is not None
        for row in doc._.attributions
    )


def without_repeats(chain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """ "He said …, he added": the same speaker twice in a row is one."""
    kept: list[dict[str, Any]] = []
    for row in chain:
        same = kept and (row["speaker"]["actor"], row["speaker"]["words"]) == (
            kept[-1]["speaker"]["actor"],
            kept[-1]["speaker"]["words"],
        )
        if not same:
            kept.append(row)
    return kept


def claim_dict(link: Link, speakers: list[dict[str, Any]], doc: Doc, tree: DependencyTree) -> dict[str, Any]:
    """The claim as plain values; ``speakers`` is empty for the author."""
    frame = link.frame
    denied, hedged, _ = factuality(frame, doc, tree)
    denied ^= any(has_negative_quantity(end, tree) for end in (link.subject, link.object))
    believed = any(row["stance"] == "believed" for row in speakers)
    start, end = evidence_span(frame.token, doc, tree)
    return {
        "subject": end_dict(link.subject, doc),
        "relation": frame.relation,
        "object": end_dict(link.object, doc),
        "polarity": (Polarity.DENIED if denied else Polarity.AFFIRMED).value,
        "certainty": (Certainty.HEDGED if hedged or believed else Certainty.ASSERTED).value,
        "speakers": [
            {"actor": row["speaker"]["actor"], "words": row["speaker"]["words"]} for row in speakers
        ],
        "start": start,
        "end": end,
        "context": context_span(link, doc, tree),
        "confidence": confidence(link),
        "frame": frame.kind,
        "token": frame.token,
    }


def end_dict(end: Reference, doc: Doc) -> dict[str, Any]:
    """An end of the claim, in characters."""
    return {
        "actor": end.actor,
        "start": doc[end.start].idx,
        "end": doc[end.end - 1].idx + len(doc[end.end - 1]),
    }


def factuality(frame: Frame, doc: Doc, tree: DependencyTree) -> tuple[bool, bool, list[int]]:
    """Denied, hedged and the cues, of the trigger or of the verb that carries it; titles are plain facts."""
    if frame.kind in AUTHORIAL:
        return False, False, []
    marked = [
        doc._.factuality[str(token)]
        for token in {frame.token, frame.carrier}
        if str(token) in doc._.factuality
    ]
    own = doc._.factuality.get(str(frame.token), [False, False, []])
    return own[0], any(row[1] for row in marked), own[2]


def has_negative_quantity(end: Reference, tree: DependencyTree) -> bool:
    """ "arms neither X nor Y", "no Pakistani force fought": the negation sits on the noun."""
    token = end.end - 1
    for _ in range(3):
        if any(tree.words[kid].lower() in ("neither", "no") for kid in tree.kids(token, "preconj", "det")):
            return True
        if tree.deps[token] not in ("conj", "compound", "amod"):
            return False
        token = tree.heads[token]
    return False


def evidence_span(token: int, doc: Doc, tree: DependencyTree) -> tuple[int, int]:
    """The sentence of the token, in characters, without blanks at its ends."""
    first, last = tree.sentences[tree.sentence_of[token]]
    text = doc[first:last].text
    start = doc[first].idx + len(text) - len(text.lstrip())
    return start, doc[first].idx + len(text.rstrip())


def context_span(link: Link, doc: Doc, tree: DependencyTree) -> list[int] | None:
    """The antecedent that stands in another sentence, if one end is a pronoun or nominal."""
    for end in (link.subject, link.object):
        if end.kind == ANAPHOR and (found := doc._.antecedents.get(str(end.start))):
            first, last = found
            if tree.sentence_of[first] != tree.sentence_of[link.frame.token]:
                return [doc[first].idx, doc[last - 1].idx + len(doc[last - 1])]
    return None


# Share of right edges among those that each kind of frame gave on data/gold/train, see tests/benchmarks/frame_precision.py.
RELIABILITY = {"verb": 0.6, "noun": 0.5, "role": 0.6, "title": 0.7, "adjective": 0.5, "compound": 0.6}
ANAPHOR_DISCOUNT = 0.75


def confidence(link: Link) -> float:
    """How likely the reading is right: by kind of frame, less for each pronoun or nominal that was resolved."""
    anaphors = sum(end.kind == ANAPHOR for end in (link.subject, link.object))
    return round(RELIABILITY[link.frame.kind] * ANAPHOR_DISCOUNT**anaphors, 2)
