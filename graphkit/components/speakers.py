"""Who can be a speaker, and what a speaker is called."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.references import References

LONGEST_NAME = 8
"""Words that an unnamed speaker's description may have; a longer one is cut behind its noun."""


class Speaker(NamedTuple):
    """A speaker's token range, actor id or None, and, where there is no id, the words of the text."""

    start: int
    end: int
    actor: str | None
    words: str

    @property
    def key(self) -> tuple[str | None, str]:
        """What makes two speakers the same."""
        return self.actor, "" if self.actor else self.words.lower()


def subjects(token: int, tree: DependencyTree) -> list[int]:
    """The nouns that do the saying: subject, agent of a passive, head of a relative or participle clause."""
    if tree.child(token, "auxpass") is not None:
        return [noun for agent in tree.kids(token, "agent") for noun in tree.kids(agent, "pobj")]
    if found := tree.kids(token, "nsubj"):
        return [antecedent(noun, token, tree) for noun in found]
    label, head = tree.deps[token], tree.heads[token]
    if label in ("conj", "xcomp", "advcl", "pcomp") and head != token:
        above = head if tree.pos[head] in ("VERB", "AUX") else tree.heads[head]
        if label == "pcomp" and tree.lemmas[above] in ("quote", "cite"):
            # "quotes an officer as saying that"
            return tree.kids(above, "dobj", "nsubjpass")
        return subjects(above, tree) if above != token and tree.pos[above] in ("VERB", "AUX") else []
    return [head] if label == "acl" and tree.tags[token] == "VBG" else []


def antecedent(noun: int, verb: int, tree: DependencyTree) -> int:
    """The noun that a relative pronoun stands for; any other noun is its own."""
    if tree.words[noun].lower() in ("who", "which", "that") and tree.deps[verb] == "relcl":
        return tree.heads[verb]
    return noun


def speakers_at(
    nouns: Sequence[int], tree: DependencyTree, references: References, *, any_noun: bool = False
) -> Iterator[Speaker]:
    """One speaker an actor, or one for each noun that can speak; with `any_noun` every noun can."""
    for noun in nouns:
        for head in (noun, *(kid for kid in tree.kids(noun, "conj") if tree.pos[kid] in ("NOUN", "PROPN"))):
            if speaker := speaker_at(head, tree, references, any_noun):
                yield speaker


def speaker_at(
    noun: int, tree: DependencyTree, references: References, any_noun: bool = False
) -> Speaker | None:
    """The speaker that the noun stands for; None for "it" and what cannot speak."""
    if noun in references.covering:
        item = references.covering[noun][0]
        if (
            item.end == noun + 1
            and tree.pos[noun] == "NOUN"
            and item.end - item.start > 1
            and item.kind == "name"
        ):
            return described(noun, tree)
        return Speaker(item.start, item.end, item.actor, "")
    for kid in tree.kids(noun, "appos", "compound"):
        if kid in references.covering and references.covering[kid][0].type == "person":
            item = references.covering[kid][0]
            return Speaker(item.start, item.end, item.actor, "")
    if author := author_of(noun, tree, references):
        return author
    if tree.lemmas[noun] in load_cues("reporting")["speaker_nouns"]:
        return described(noun, tree)
    return described(noun, tree) if any_noun and tree.pos[noun] in ("NOUN", "PROPN", "NUM") else None


def author_of(noun: int, tree: DependencyTree, references: References) -> Speaker | None:
    """ "A report by Norway", "the UN's study": the actor behind the document."""
    if tree.lemmas[noun] not in load_cues("reporting")["documents"]:
        return None
    owners = [*tree.kids(noun, "poss", "compound"), *references.nouns_under(noun, ("by", "from", "of"))]
    for owner in owners:
        for item in references.covering.get(owner, ()):
            return Speaker(item.start, item.end, item.actor, "")
    return None


def described(noun: int, tree: DependencyTree) -> Speaker:
    """The words between its article, if any, and the noun, and its "of …" phrase up to a comma."""
    article = next((kid + 1 for kid in tree.kids(noun, "det") if tree.lemmas[kid] in ("the", "a", "an")), 0)
    first = min([noun, *(min(tree.subtree(kid)) for kid in tree.children[noun] if kid < noun)])
    start = max(first, article)
    while start < noun and (
        tree.pos[start] in ("DET", "PUNCT", "SPACE")
        and tree.lemmas[start] in ("the", "a", "an", "“", '"', ",")
    ):
        start += 1
    end = noun + 1
    for kid in tree.kids(noun, "prep"):
        if kid == end and tree.lemmas[kid] in ("of", "at", "from", "in", "for", "by"):
            inside = range(kid, tree.span(kid)[1])
            end = next((token for token in inside if tree.words[token] == ","), inside.stop)
    if end - start > LONGEST_NAME:
        start, end = max(start, noun + 1 - LONGEST_NAME), noun + 1
    return Speaker(start, end, None, tree.text(start, end))
