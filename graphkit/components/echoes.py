"""Denials and confirmations of what was just said: "Both have denied it.", "…, a charge that Iran rejects".

The claim that they answer stands in the same sentence or shortly before; the answer is a claim of its own, by
another speaker.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.links import RELIABILITY
from graphkit.components.references import References
from graphkit.components.speakers import Speaker, speakers_at, subjects
from graphkit.records import Certainty, Polarity

POINTERS = frozenset(("it", "this", "that", "which", "so", "all", "both", "everything", "any"))
REACH = 2
"""How many sentences back the claim may stand that is answered."""


class Answer(NamedTuple):
    """A verb that denies or confirms what was said before, and by whom."""

    verb: int
    speaker: Speaker
    polarity: Polarity


def answers(tree: DependencyTree, references: References) -> Iterator[Answer]:
    """Every answer of a document, in text order."""
    cues = load_cues("answers")
    for token in tree.readable():
        if tree.pos[token] != "VERB" or tree.lemmas[token] not in cues["denying"] | cues["confirming"]:
            continue
        denies = tree.lemmas[token] in cues["denying"]
        if not points_back(token, tree) or tree.child(token, "neg") is not None or is_by_nobody(token, tree):
            continue
        for speaker in speakers_at(subjects(token, tree), tree, references, any_noun=True):
            yield Answer(token, speaker, Polarity.DENIED if denies else Polarity.AFFIRMED)


def is_by_nobody(verb: int, tree: DependencyTree) -> bool:
    """ "Neither X nor Y will confirm it", "nobody denies it"."""
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return False
    words = [subject, *tree.kids(subject, "det", "preconj")]
    return any(tree.words[word].lower() in load_cues("factuality")["negations"] for word in words)


def points_back(verb: int, tree: DependencyTree) -> bool:
    """Whether the object is "it", "the charge" or nothing at all, with no content of its own."""
    if tree.child(verb, "ccomp", "xcomp", "prep", "oprd") is not None:
        return False
    if tree.child(verb, "auxpass") is not None:
        return False
    objects = tree.kids(verb, "dobj")
    return all(points_back_to(noun, tree) for noun in objects)


def points_back_to(noun: int, tree: DependencyTree) -> bool:
    """ "it", "the accusation", "these reports": nothing behind it that says which."""
    if tree.words[noun].lower() in POINTERS:
        return True
    if tree.lemmas[noun] not in load_cues("answers")["objects"]:
        return False
    if any(tree.lemmas[kid] not in ("such", "same", "very") for kid in tree.kids(noun, "amod")):
        return False
    return tree.child(noun, "prep", "acl", "relcl", "ccomp", "compound") is None


def echoes(
    tree: DependencyTree,
    references: References,
    claims: dict[int, list[dict[str, Any]]],
    spans: list[tuple[int, int]],
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The claims that answers make, with their sentence; `spans` are the sentences in characters."""
    for answer in answers(tree, references):
        sentence = tree.sentence_of[answer.verb]
        for row in answered(answer, sentence, tree, claims):
            other = tuple(spans[sentence]) != (row["start"], row["end"])
            yield (
                sentence,
                {
                    **row,
                    "polarity": answer.polarity.value,
                    "certainty": Certainty.ASSERTED.value,
                    "speakers": [speaker_of(answer, row)],
                    "start": spans[sentence][0],
                    "end": spans[sentence][1],
                    "token": answer.verb,
                    "context": [row["start"], row["end"]] if other else row["context"],
                    "confidence": RELIABILITY["echo"],
                    "frame": "echo",
                },
            )


def speaker_of(answer: Answer, row: dict[str, Any]) -> dict[str, Any]:
    """Who answers; "both" are the ones who are said to do it, each for their own part."""
    if answer.speaker.words.lower() in ("both", "each", "neither"):
        return {"actor": row["subject"]["actor"], "words": ""}
    return {"actor": answer.speaker.actor, "words": answer.speaker.words}


def answered(
    answer: Answer, sentence: int, tree: DependencyTree, claims: dict[int, list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """The claims that the answer can mean: those of the nearest sentence, about the speaker first."""
    who = answer.speaker.actor
    for number in range(sentence, max(-1, sentence - REACH - 1), -1):
        here = [
            row
            for row in claims.get(number, ())
            if row["token"] < answer.verb and row["frame"] != "title" and not said_by(answer.speaker, row)
        ]
        about = [row for row in here if who in (row["subject"]["actor"], row["object"]["actor"])]
        if about or (here and number >= sentence - 1):
            return about or here
    return []


def said_by(speaker: Speaker, row: dict[str, Any]) -> bool:
    """Whether the claim is the speaker's own: nobody denies what they said in the same breath."""
    return any((who["actor"], who["words"]) == (speaker.actor, speaker.words) for who in row["speakers"])
