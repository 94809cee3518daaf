"""How the tables of sentences are written: one line a claim, what goes without saying left out.

``"kenya supports kestrel_front"`` is affirmed, asserted, by the author. What differs stands behind it, as in
``"kenya supports kestrel_front denied, hedged, says dana_holt"``. The speaker is the innermost: an actor id,
or the text's words where it has none.
"""

import pytest

from graphkit.lexicon import load_relations
from graphkit.records import Extraction

ClaimTuple = tuple[str, str, str, str, str, str]
"""Subject id, relation, object id, polarity, certainty, innermost speaker."""

SYMMETRIC = frozenset(name for name, relation in load_relations().items() if relation.symmetric)


def missed(reason: str) -> pytest.MarkDecorator:
    """The guide asks for it and graphkit does not do it yet; the test tells when it does."""
    return pytest.mark.xfail(strict=True, reason=reason)


def claim_tuples(extraction: Extraction) -> list[ClaimTuple]:
    """The claims of a document, in their order."""
    return [
        (
            claim.subject.actor,
            claim.relation,
            claim.object.actor,
            claim.polarity.value,
            claim.certainty.value,
            claim.speaker_ids[-1] or claim.speaker,
        )
        for claim in extraction.claims
    ]


def as_lines(claims: list[ClaimTuple]) -> list[str]:
    """The claims as the tables write them, sorted."""
    return sorted(as_line(*claim) for claim in claims)


def as_line(subject: str, relation: str, object: str, polarity: str, certainty: str, speaker: str) -> str:
    marks = [word for word in (polarity, certainty) if word not in ("affirmed", "asserted")]
    if speaker != "author":
        marks.append(f"says {speaker}")
    return in_order(" ".join([subject, relation, object, ", ".join(marks)]).strip())


def in_order(line: str) -> str:
    """The two ends of a symmetric relation sorted: either order is right."""
    subject, relation, other, *marks = line.split(" ", 3)
    if relation in SYMMETRIC and subject > other:
        subject, other = other, subject
    return " ".join([subject, relation, other, *marks])


def expected(lines: str) -> list[str]:
    """The table's column, one claim a line or separated by semicolons."""
    return sorted(in_order(line.strip()) for line in lines.replace("\n", ";").split(";") if line.strip())
