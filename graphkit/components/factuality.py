"""What the text says of a predicate: denied or affirmed, hedged or asserted, and by which cue.

Cues and their scope after Morante & Blanco (2012, *SEM shared task) for negation and Farkas et al. (2010,
CoNLL shared task) for hedges, read off the dependency tree: a cue reaches down through complements, not
into relative clauses or other main clauses.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree

COMPLEMENTS = frozenset(
    (
        "xcomp",
        "ccomp",
        "pcomp",
        "pobj",
        "prep",
        "dobj",
        "attr",
        "acomp",
        "oprd",
        "agent",
        "conj",
        "nsubjpass",
        "csubj",
    )
)
"""Labels through which what is said of the head is said of the dependent too."""

PARENTHETICAL = frozenset(("seem", "appear"))
"""Verbs that hedge the clause they are put into: "the group, it seems, has …"."""
EXCEPTIVE = (["more"], ["less"], ["but"], ["other"], ["else"])
"""What makes an affirmation of "nothing": "nothing more than a front"."""
NEGATING = frozenset(("neg", "det", "advmod", "preconj", "nsubj", "nsubjpass", "dobj"))
"""How a negative word hangs on what it negates."""


class Factuality(NamedTuple):
    """Denied and hedged, and the tokens that make it so."""

    denied: bool
    hedged: bool
    cues: tuple[int, ...]


@Language.factory("factuality", requires=["token.dep", "doc.spans"], assigns=["doc._.factuality"])
def make_factuality(nlp: Language, name: str) -> "FactualityMarker":
    """The factory."""
    return FactualityMarker()


class FactualityMarker:
    """Set ``doc._.factuality``: token number as text -> [denied, hedged, cue tokens], if marked."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark one document, in the sentences that name an actor."""
        tree = DependencyTree.of(doc)
        busy = {
            tree.sentence_of[span.start] for key in ("actors", "anaphors") for span in doc.spans.get(key, ())
        }
        scopes = Scopes(tree)
        marked = {}
        for number in sorted(busy):
            for token in range(*tree.sentences[number]):
                found = scopes.of(token)
                if found.denied or found.hedged:
                    marked[str(token)] = [found.denied, found.hedged, list(found.cues)]
        doc._.factuality = marked
        return doc


class Scopes:
    """Factuality by token, worked out once each."""

    def __init__(self, tree: DependencyTree) -> None:
        self.tree = tree
        self.cues = load_cues("factuality")
        self.done: dict[int, Factuality] = {}

    def of(self, token: int) -> Factuality:
        """What holds for the token: its own cues, and those that reach it from above."""
        chain: list[int] = []
        while token not in self.done and token not in chain:
            chain.append(token)
            token = self.tree.heads[token]
        # from the top down: a list of a thousand names must not be a thousand calls deep
        for link in reversed(chain):
            self.done[link] = self._worked_out(link)
        return self.done[chain[0] if chain else token]

    def _worked_out(self, token: int) -> Factuality:
        negations, hedges = list(self._negations(token)), list(self._hedges(token))
        above = self._from_above(token)
        denied = above.denied ^ (len(negations) % 2 == 1)
        return Factuality(denied, above.hedged or bool(hedges), (*above.cues, *negations, *hedges))

    def _from_above(self, token: int) -> Factuality:
        head, label = self.tree.heads[token], self.tree.deps[token]
        if head == token or not self._reaches(token, head, label):
            return Factuality(False, False, ())
        above = self.done[head]
        own = list(self._governing(token, head))
        passed_on = above.denied and not (label == "ccomp" and self._keeps_negation(head))
        denied = passed_on ^ (len(own) % 2 == 1)
        hedge = self._hedging_head(token, head)
        return Factuality(denied, above.hedged or hedge, (*above.cues, *own, *([head] if hedge else [])))

    def _reaches(self, token: int, head: int, label: str) -> bool:
        if label == "conj":
            # "has not armed or trained" is one negation, but not with a subject of its own
            return self.tree.child(token, "nsubj", "nsubjpass") is None
        if label in ("acl", "relcl"):
            content = label == "acl" or self.tree.child(token, "mark") is not None
            return (content and self._is_noun_cue(head)) or self.tree.lemmas[head] == "nothing"
        return label in COMPLEMENTS

    def _keeps_negation(self, head: int) -> bool:
        """ "does not hide that", "nobody was surprised that": the clause below is not denied.

        "does not believe that" denies it (neg-raising, Horn 1989), and so does "it is not the case that".
        """
        raising = self.tree.lemmas[head] in load_cues("reporting")["believing"] | {
            "be",
            "true",
            "show",
            "indicate",
        }
        return self.tree.pos[head] in ("VERB", "AUX", "ADJ") and not raising

    def _is_noun_cue(self, head: int) -> bool:
        lemma = self.tree.lemmas[head]
        return (
            any(lemma in self.cues[name] for name in ("denial_nouns", "proof_nouns", "hedging_nouns"))
            or lemma in load_cues("reporting")["nouns"]
        )

    def _negations(self, token: int) -> Iterator[int]:
        """ "not", "no", "never", "no longer", "without" that belong to the token itself."""
        tree = self.tree
        for kid in tree.children[token] if tree.lemmas[token] not in ("more", "less") else ():
            label, word = tree.deps[kid], tree.words[kid].lower()
            if (word in self.cues["negations"] and label in NEGATING and not is_not_only(kid, tree)) or (
                word == "longer" and any(tree.words[below].lower() == "no" for below in tree.children[kid])
            ):
                yield kid
        if self._is_content(token):
            yield from self._labels_of_falsehood(token)
        if tree.lemmas[token] == "nothing" and tree.words[token + 1 : token + 2] not in EXCEPTIVE:
            yield token
        head = tree.heads[token]
        if tree.deps[token] in ("pobj", "pcomp") and tree.words[head].lower() == "without":
            yield head

    def _is_content(self, token: int) -> bool:
        """ "reports that …", "the claim that …"."""
        content = self.tree.deps[token] in ("acl", "relcl") and self.tree.child(token, "mark") is not None
        return content and self._is_noun_cue(self.tree.heads[token])

    def _labels_of_falsehood(self, token: int) -> Iterator[int]:
        """ "described reports that … as false propaganda", "called … a lie": parsed into the clause."""
        tree = self.tree
        labels = tree.kids(token, "npadvmod", "oprd")
        for preposition in tree.kids(token, "prep"):
            if tree.lemmas[preposition] == "as":
                labels += tree.kids(preposition, "pobj", "amod")
        for label in labels:
            words = {tree.lemmas[label], *(tree.lemmas[kid] for kid in tree.kids(label, "amod"))}
            if words & (self.cues["denial_nouns"] | self.cues["denial_adjectives"]):
                yield label

    def _hedges(self, token: int) -> Iterator[int]:
        tree = self.tree
        for kid in tree.children[token]:
            lemma, label = tree.lemmas[kid], tree.deps[kid]
            if (
                (label == "aux" and lemma in self.cues["modals"])
                or (label == "advmod" and lemma in self.cues["hedging_adverbs"])
                or (label == "amod" and lemma in self.cues["hedging_adjectives"])
                or (label == "mark" and lemma in self.cues["conditionals"])
                or (
                    label in ("parataxis", "ccomp", "advcl")
                    and lemma in PARENTHETICAL
                    and len(tree.children[kid]) < 3
                )
            ):
                yield kid
        if self.tree.deps[token] == "ROOT" and self._is_question(token):
            yield token

    def _is_question(self, token: int) -> bool:
        start, end = self.tree.sentences[self.tree.sentence_of[token]]
        return "?" in self.tree.words[max(start, end - 3) : end]

    def _governing(self, token: int, head: int) -> Iterator[int]:
        """Heads that deny what they govern: "denies arming", "no evidence that", "it is false that"."""
        tree, lemma, label = self.tree, self.tree.lemmas[head], self.tree.deps[token]
        if tree.pos[head] in ("VERB", "AUX") and lemma in self.cues["denial_verbs"]:
            if label in ("xcomp", "ccomp", "dobj", "pcomp", "prep", "nsubjpass"):
                yield head
        elif tree.pos[head] == "NOUN" and lemma in self.cues["denial_nouns"]:
            if label in ("acl", "prep", "ccomp"):
                yield head
        elif label in ("ccomp", "csubj", "xcomp", "nsubj") and self._is_false(head):
            yield head
        elif (
            label in ("acl", "relcl")
            and tree.deps[head] in ("dobj", "nsubjpass", "nsubj")
            and tree.lemmas[tree.heads[head]] not in self.cues["denial_verbs"]
            and self._is_false(tree.heads[head])
        ):
            # "described the report that … as false", "the claim that … is a lie"
            yield tree.heads[head]

    def _is_false(self, head: int) -> bool:
        tree = self.tree
        predicates = [head, *tree.kids(head, "acomp", "attr", "oprd")]
        for preposition in tree.kids(head, "prep"):
            if tree.lemmas[preposition] == "as":
                predicates += tree.children[preposition]
        predicates += [kid for item in predicates[1:] for kid in tree.kids(item, "amod")]
        return any(
            tree.lemmas[item] in self.cues["denial_adjectives"]
            or tree.lemmas[item] in self.cues["denial_nouns"]
            for item in predicates
        )

    def _hedging_head(self, token: int, head: int) -> bool:
        tree, lemma, label = self.tree, self.tree.lemmas[head], self.tree.deps[token]
        if tree.pos[head] == "VERB" and label in ("xcomp", "ccomp", "oprd", "acomp", "attr", "prep"):
            passive = tree.child(head, "auxpass") is not None and tree.child(head, "agent") is None
            if label == "xcomp" and tree.tags[token] == "VB" and lemma in self.cues["unrealized"]:
                return True
            if lemma in self.cues["hedging_verbs"] or (passive and lemma in self.cues["passive_hedges"]):
                return True
        if label in ("xcomp", "ccomp", "csubj"):
            # "likely to", "it is possible that"
            predicates = [head, *tree.kids(head, "acomp")] if tree.pos[head] in ("ADJ", "AUX") else []
            if any(tree.lemmas[item] in self.cues["hedging_adjectives"] for item in predicates):
                return True
        return tree.pos[head] == "NOUN" and label in ("acl", "prep") and lemma in self.cues["hedging_nouns"]


def is_not_only(token: int, tree: DependencyTree) -> bool:
    """ "not only", "not just": nothing is denied."""
    return tree.words[token].lower() == "not" and tree.words[token + 1 : token + 2] in (
        ["only"],
        ["just"],
        ["merely"],
    )
