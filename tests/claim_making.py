"""Small documents with claims, made by hand: no model is needed to test what comes after it."""

from collections.abc import Sequence
from typing import Any

from graphkit.lexicon import load_relations
from graphkit.records import (
    Actor,
    ActorType,
    Certainty,
    Claim,
    Copy,
    Document,
    Extraction,
    Mention,
    Polarity,
    Source,
    claim_id,
)

RELATIONS = load_relations()

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(
            id="acme", name="Acme", type=ActorType.ORGANIZATION, aliases=("Acme Corp", "ACM"), country="US"
        ),
        Actor(id="borg", name="Borg", type=ActorType.ORGANIZATION, parent="acme", wikidata="Q1"),
        Actor(id="carla", name="Carla Núñez", type=ActorType.PERSON),
        Actor(id="dunn", name="Dunn", type=ActorType.PERSON, aliases=("the chairman",)),
        Actor(id="east", name="East", type=ActorType.GOVERNMENT),
    )
}


def document(text: str, path: str = "in/a.txt", *, also: Sequence[Copy] = (), **source: Any) -> Document:
    """A document whose raw form has one more line at its head."""
    return Document(
        path=path, text=text, raw=f"#\n{text}", offsets=((0, 2),), source=Source(**source), also=tuple(also)
    )


def claim(
    found: Document,
    subject: str,
    relation: str,
    object: str,
    *,
    start: int = 0,
    end: int | None = None,
    denied: bool = False,
    hedged: bool = False,
    speakers: Sequence[str] = ("author",),
    speaker_ids: Sequence[str | None] | None = None,
    confidence: float = 0.5,
    context: tuple[int, int] | None = None,
) -> Claim:
    """A claim whose ends are where the actors' names stand in the sentence [start, end)."""
    end = len(found.text) if end is None else end
    ends = [_mention(found, actor, start) for actor in (subject, object)]
    polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
    symmetric = relation in RELATIONS and RELATIONS[relation].symmetric
    return Claim(
        id=claim_id(*ends, relation, polarity, speakers, symmetric=symmetric),
        document=found.id,
        subject=ends[0],
        relation=relation,
        object=ends[1],
        polarity=polarity,
        certainty=Certainty.HEDGED if hedged else Certainty.ASSERTED,
        speakers=tuple(speakers),
        speaker_ids=tuple(speaker_ids or (None for _ in speakers)),
        evidence=found.text[start:end],
        start=start,
        end=end,
        trigger=(end - 1, end),
        context=context,
        confidence=confidence,
    )


def extraction(found: Document, *claims: Claim, actors: Sequence[Actor] | None = None) -> Extraction:
    """A document with these claims, and the actors and mentions that they need."""
    mentions = {mention for made in claims for mention in (made.subject, made.object)}
    ids = sorted({mention.actor for mention in mentions})
    return Extraction(
        document=found,
        actors=tuple(actors) if actors is not None else tuple(ACTORS[actor] for actor in ids),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.actor))),
        claims=claims,
    )


def said(
    path: str, subject: str, relation: str, object: str, *, text: str = "", source: Any = None, **how: Any
) -> Extraction:
    """A document of one sentence that makes one claim; `text` is put behind it to tell documents apart."""
    names = [ACTORS[actor].name for actor in (subject, object)]
    found = document(f"{names[0]} {relation} {names[1]}. {path} {text}", path, **(source or {}))
    return extraction(found, claim(found, subject, relation, object, **how))


def _mention(found: Document, actor: str, start: int) -> Mention:
    name = ACTORS[actor].name
    at = found.text.index(name, start)
    return Mention(document=found.id, start=at, end=at + len(name), actor=actor)
