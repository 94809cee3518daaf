"""A stand-in for the language model: reads sentences such as "Acme does not support Borg."."""

import re

from graphkit.records import Actor, ActorType, Claim, Document, Extraction, Mention, Polarity, claim_id

SENTENCE = re.compile(
    r"(?:According to the (?P<speaker>\w+), )?(?P<subject>[A-Z]\w+) (?P<no>does not )?"
    r"(?P<verb>supports?|attacks?|funds?) (?P<object>[A-Z]\w+)\."
)
RELATIONS = {"support": "supports", "attack": "attacks", "fund": "supports"}


def extraction_of(document: Document) -> Extraction:
    claims, actors = [], {}
    for found in SENTENCE.finditer(document.text):
        subject, object_ = (mention(document, found, end) for end in ("subject", "object"))
        for end, said in (("subject", subject), ("object", object_)):
            actors[said.actor] = Actor(id=said.actor, name=found[end], type=ActorType.ORGANIZATION)
        claims.append(claim_of(document, found, subject, object_))
    mentions = tuple(said for claim in claims for said in (claim.subject, claim.object))
    return Extraction(
        document=document, actors=tuple(actors.values()), mentions=mentions, claims=tuple(claims)
    )


def mention(document: Document, found: re.Match[str], end: str) -> Mention:
    return Mention(
        document=document.id, start=found.start(end), end=found.end(end), actor=found[end].casefold()
    )


def claim_of(document: Document, found: re.Match[str], subject: Mention, object_: Mention) -> Claim:
    polarity = Polarity.DENIED if found["no"] else Polarity.AFFIRMED
    relation = RELATIONS[found["verb"].removesuffix("s")]
    speakers = (found["speaker"] or "author",)
    return Claim(
        id=claim_id(subject, object_, relation, polarity, speakers, symmetric=False),
        document=document.id,
        subject=subject,
        relation=relation,
        object=object_,
        polarity=polarity,
        certainty="hedged" if found["verb"].startswith("fund") else "asserted",
        speakers=speakers,
        speaker_ids=(None,),
        evidence=found[0],
        start=found.start(),
        end=found.end(),
        trigger=found.span("verb"),
        confidence=0.8 if found["speaker"] else 0.6,
    )
