"""Why a sentence gives the claims that it gives, and why not more: for people, as text."""

from collections.abc import Iterator

from spacy.tokens import Doc

from graphkit.components.arguments import Arguments
from graphkit.components.claim_extractor import ClaimExtractor
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import Frame
from graphkit.components.frames import attempts_at, is_filled
from graphkit.components.links import is_possible
from graphkit.components.reader.labels import relation_of
from graphkit.components.references import Reference, References
from graphkit.components.speaker_chains import is_left_open


def explain_document(doc: Doc, extractor: ClaimExtractor) -> str:
    """Mentions, speakers, cues, every trigger that was tried, and the claims, a line each."""
    tree = DependencyTree.of(doc)
    sections = {
        "mentions": mention_lines(doc),
        "speakers": speaker_lines(doc),
        "denied or hedged": cue_lines(doc, tree, extractor),
        "triggers": trigger_lines(doc, tree, extractor),
        **({"pairs that the network was asked about": pair_lines(doc)} if doc._.pairs else {}),
        "claims": claim_lines(doc),
    }
    lines = []
    for title, found in sections.items():
        rows = list(found)
        lines += [f"{title}:", *(f"  {row}" for row in rows or ["none"])]
    return "\n".join(lines)


def mention_lines(doc: Doc) -> Iterator[str]:
    """Names with the actor they stand for; pronouns and nominals with what they refer back to."""
    for span in doc.spans["actors"]:
        yield f"{span.text!r} is {span.id_} ({span.label_})"
    for span in doc.spans["anaphors"]:
        first, last = doc._.antecedents[str(span.start)]
        yield f"{span.text!r} is {span.id_}, after {doc[first:last].text!r}"


def speaker_lines(doc: Doc) -> Iterator[str]:
    """Who says which words, by which cue."""
    for row in doc._.attributions:
        who = row["speaker"]["actor"] or repr(row["speaker"]["words"])
        content = doc[row["start"] : row["end"]].text
        yield f"{who} ({row['stance']}, cue {doc[row['cue']].text!r}): {content!r}"


def cue_lines(doc: Doc, tree: DependencyTree, extractor: ClaimExtractor) -> Iterator[str]:
    """Which words that can carry a relation stand under a negation or a hedge, and its cue."""
    for token, (denied, hedged, cues) in doc._.factuality.items():
        if not any(tree.lemmas[int(token)] in table for table in extractor.triggers.values()):
            continue
        marks = [name for name, holds in (("denied", denied), ("hedged", hedged)) if holds]
        words = ", ".join(repr(doc[cue].text) for cue in cues)
        yield f"{doc[int(token)].text!r}: {' and '.join(marks)}, cue {words}"


def trigger_lines(doc: Doc, tree: DependencyTree, extractor: ClaimExtractor) -> Iterator[str]:
    """Every word that can carry a relation, with its ends or with what is missing."""
    arguments = Arguments(tree, References(doc, tree))
    for token in range(len(tree)):
        seen = set()
        for trigger, frame in attempts_at(token, tree, arguments, extractor.triggers):
            reason = why(frame, doc, tree, extractor.symmetric)
            line = f"{doc[token].text!r} ({trigger.relation}, as one of its {trigger.kind}): {reason}"
            if line not in seen:
                seen.add(line)
                yield line


def why(frame: Frame | None, doc: Doc, tree: DependencyTree, symmetric: frozenset[str]) -> str:
    """The ends of the frame, or what keeps it from being a claim."""
    if frame is None:
        return "no, its other words are missing"
    ends = f"subject {names(frame.subjects)}, object {names(frame.objects)}"
    if not is_filled(frame, symmetric):
        return f"no, an end is missing: {ends}"
    if is_left_open(frame, doc, tree):
        return "no, the speaker does not say it"
    pairs = [(one, other) for one in frame.subjects for other in frame.objects or frame.subjects]
    if all(one.actor == other.actor for one, other in pairs):
        return f"no, both ends are the same actor: {ends}"
    if not any(is_possible(frame.relation, one, other) for one, other in pairs):
        return f"no, actors of these types are not linked so: {ends}"
    return f"yes: {ends}"


def names(found: list[Reference]) -> str:
    """The actor ids, or a dash."""
    return ", ".join(dict.fromkeys(item.actor for item in found)) or "–"


def pair_lines(doc: Doc) -> Iterator[str]:
    """Each two actors of a sentence, how likely they are linked, and what the likeliest link would be."""
    for row in doc._.pairs:
        relation, forth = relation_of(row["label"])
        ends = (row["first"], row["second"]) if forth else (row["second"], row["first"])
        yield (
            f"{ends[0]} {relation} {ends[1]}: linked {row['linked']:.2f}, "
            f"denied {row['denied']:.2f}, hedged {row['hedged']:.2f}"
        )


def claim_lines(doc: Doc) -> Iterator[str]:
    """The claims in one line each."""
    for row in doc._.claims:
        speakers = " > ".join(who["actor"] or who["words"] for who in row["speakers"]) or "author"
        yield (
            f"{row['subject']['actor']} {row['relation']} {row['object']['actor']} "
            f"({row['polarity']}, {row['certainty']}, by {speakers}, confidence {row['confidence']})"
        )
