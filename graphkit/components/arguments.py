"""Who does what to whom: the logical subject and object of verbs, nouns and adjectives.

"Logical" means after passives, relative clauses, participles, control and coordination are undone.
"""

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.references import Reference, References
from graphkit.records import ActorType

VERBAL = ("VERB", "AUX")
RELATIVE_PRONOUNS = frozenset(("who", "which", "that", "whom", "whose"))
DEPTH = 6


class Arguments:
    """Finds the ends of a predicate among the references of one document."""

    def __init__(self, tree: DependencyTree, references: References) -> None:
        self.tree, self.references = tree, references

    def is_passive(self, verb: int) -> bool:
        """Passive voice, of finite verbs and of participles behind a noun ("groups armed by Iran")."""
        tree = self.tree
        if tree.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        if tree.child(verb, "agent") is not None:
            return tree.child(verb, "dobj") is None
        label = tree.deps[verb]
        if label == "conj" and tree.tags[verb] == "VBN" and tree.child(verb, "aux", "nsubj") is None:
            head = tree.heads[verb]
            return tree.pos[head] == "VERB" and tree.tags[head] == "VBN" and self.is_passive(head)
        return (
            tree.tags[verb] == "VBN"
            and label in ("acl", "amod", "advcl")
            and tree.child(verb, "dobj", "aux") is None
        )

    def agents(self, verb: int) -> list[Reference]:
        """Who does it."""
        if self.is_passive(verb):
            return self.references.under(verb, ("by",)) or self.hyphenated(verb)
        return self._from(self.subject_nouns(verb))

    def patients(self, verb: int) -> list[Reference]:
        """Whom it is done to."""
        if self.is_passive(verb):
            return self._from(self.subject_nouns(verb))
        nouns = self.object_nouns(verb)
        return self._from(nouns) or self._receivers(nouns)

    def _receivers(self, nouns: list[int]) -> list[Reference]:
        """ "lent the Harbor Trust nine million dollars": parsers hang the receiver on the sum."""
        goods = load_cues("nominals")["goods"]
        return [
            item
            for noun in nouns
            if self.tree.lemmas[noun] in goods
            for kid in self.tree.kids(noun, "nmod", "compound", "poss")
            if self.tree.words[kid + 1 : kid + 2] not in (["'s"], ["’s"])
            for item in self.references.covering.get(kid, ())
        ]

    def _from(self, nouns: list[int]) -> list[Reference]:
        return [item for noun in nouns for item in self.references.at(noun)]

    def object_nouns(self, verb: int) -> list[int]:
        """Direct objects; of a relative clause with its object pronoun, the noun it hangs on."""
        tree = self.tree
        found = []
        for noun in tree.kids(verb, "dobj", "dative"):
            if tree.pos[noun] == "ADP":
                continue
            found.append(self._antecedent(noun, verb))
        if not found and tree.deps[verb] == "relcl" and self._lacks_object(verb):
            found = [tree.heads[verb]]
        if not found and tree.deps[verb] != "conj":
            shared = [kid for kid in tree.kids(verb, "conj") if tree.pos[kid] == "VERB"]
            # "armed and trained the militia": the object stands with the last verb
            if (
                shared
                and tree.child(verb, "prep", "ccomp", "xcomp") is None
                and tree.child(shared[-1], "nsubj") is None
            ):
                found = tree.kids(shared[-1], "dobj")
        if (
            not found
            and tree.deps[verb] == "conj"
            and tree.child(verb, "prep", "ccomp", "xcomp", "acomp", "attr") is None
        ):
            found = self._shared_object(verb)
        return found

    def _shared_object(self, verb: int) -> list[int]:
        """ "a firm that she bought and still owns": the object of the verb before."""
        head = self.tree.heads[verb]
        if self.tree.pos[head] != "VERB" or self.tree.deps[head] != "relcl":
            return []
        return self.object_nouns(head)

    def _lacks_object(self, verb: int) -> bool:
        subject = self.tree.child(verb, "nsubj")
        return subject is not None and self.tree.words[subject].lower() not in RELATIVE_PRONOUNS

    def _antecedent(self, noun: int, verb: int) -> int:
        if self.tree.words[noun].lower() not in RELATIVE_PRONOUNS:
            return noun
        clause = next(
            (up for up in (verb, *self.tree.ancestors(verb)) if self.tree.deps[up] == "relcl"), None
        )
        return noun if clause is None else self.tree.heads[clause]

    def subject_nouns(self, verb: int, depth: int = 0) -> list[int]:
        """The grammatical subject, or what stands for it: controller, antecedent, head noun."""
        tree = self.tree
        own = tree.kids(verb, "nsubj", "nsubjpass")
        if own:
            return [self._antecedent(noun, verb) for noun in own]
        if depth > DEPTH:
            return []
        label, head = tree.deps[verb], tree.heads[verb]
        if label in ("acl", "relcl"):
            return self._clause_head(verb, head)
        if label == "amod":
            return [head]
        if label in ("xcomp", "advcl", "conj", "ccomp", "dep") and tree.pos[head] in VERBAL:
            return self._controller(verb, head, depth)
        if label == "pcomp":
            return self._controller_of_phrase(head, depth)
        if label in ("xcomp", "conj") and tree.pos[head] in ("ADJ", "NOUN"):
            above = tree.heads[head]
            return self.subject_nouns(above, depth + 1) if tree.pos[above] in VERBAL else []
        return []

    def _clause_head(self, verb: int, head: int) -> list[int]:
        """ "fighters trained by …" has its head noun; "its decision to arm …" its possessor."""
        tree = self.tree
        if tree.child(verb, "aux") is not None and tree.tags[verb] == "VB":
            owners = tree.kids(head, "poss")
            above = tree.heads[head]
            if owners:
                return owners
            return (
                self.subject_nouns(above) if tree.deps[head] == "dobj" and tree.pos[above] in VERBAL else []
            )
        return [head]

    def _controller(self, verb: int, head: int, depth: int) -> list[int]:
        tree = self.tree
        if (
            tree.deps[verb] in ("xcomp", "advcl")
            and tree.tags[verb] == "VB"
            and tree.lemmas[head] in load_cues("syntax")["object_control"]
        ):
            objects = tree.kids(head, "dobj", "nsubjpass")
            if objects:
                return objects
        if tree.deps[verb] == "advcl" and any(tree.lemmas[kid] == "as" for kid in tree.kids(verb, "mark")):
            # "lists X as associated with": X
            return tree.kids(head, "dobj", "nsubjpass") or self.subject_nouns(head, depth + 1)
        if tree.deps[verb] == "ccomp" and tree.tags[verb] not in ("VBG", "VB", "VBN"):
            return []
        return self.subject_nouns(head, depth + 1)

    def _controller_of_phrase(self, preposition: int, depth: int) -> list[int]:
        """ "accused Y of arming Z": Y; "began by arming Z": the subject; "X's role in arming Z": X."""
        tree = self.tree
        head = tree.heads[preposition]
        if tree.pos[head] in VERBAL:
            objects = (
                tree.kids(head, "dobj", "nsubjpass")
                if tree.lemmas[preposition] in ("of", "for", "with", "from", "as")
                else []
            )
            return objects or self.subject_nouns(head, depth + 1)
        owners = tree.kids(head, "poss")
        if owners or tree.pos[head] != "NOUN":
            return owners
        above = tree.heads[head]
        return (
            self.subject_nouns(above, depth + 1)
            if tree.pos[above] in VERBAL and tree.deps[head] != "nsubj"
            else []
        )

    def hyphenated(self, verb: int) -> list[Reference]:
        """ "ISI-backed": the name before the hyphen."""
        if self.tree.words[verb - 1 : verb] != ["-"] or verb < 2:
            return []
        return list(self.references.covering.get(verb - 2, ()))

    def behind(self, token: int, prepositions: frozenset[str]) -> list[Reference]:
        """The actors behind one of the prepositions on the token, or on its object ("has ties | with Y")."""
        found = self.references.under(token, prepositions)
        if found:
            return found
        stranded = [kid for kid in self.tree.kids(token, "prep") if self.tree.lemmas[kid] in prepositions]
        if self.tree.deps[token] == "relcl" and any(not self.tree.children[kid] for kid in stranded):
            return self.references.at(self.tree.heads[token])
        for kid in stranded:
            for noun in self.tree.kids(kid, "pobj"):
                if self.tree.words[noun].lower() in RELATIVE_PRONOUNS:
                    return self._from([self._antecedent(noun, token)])
        return []

    def owners(self, noun: int) -> list[Reference]:
        """Whose it is by a possessive, "whose" included."""
        return self._from([self._antecedent(kid, noun) for kid in self.tree.kids(noun, "poss")])

    def owner(self, noun: int) -> list[Reference]:
        """Whose it is: "X's support", "Pakistani support", "support by X"."""
        tree = self.tree
        found = self.owners(noun)
        if not found:
            found = [
                item
                for kid in tree.kids(noun, "compound", "amod", "nmod")
                if not self.references.is_compound_part(kid)
                for item in self.references.covering.get(kid, ())
            ]
        return found or self.references.under(noun, ("by",))

    def light_subject(self, noun: int) -> list[Reference]:
        """The subject of a verb that only carries the noun: "X provides support", "X is at war"."""
        tree = self.tree
        cues = load_cues("light_verbs")
        verb, label = tree.heads[noun], tree.deps[noun]
        if tree.child(verb, "expl") is not None:
            return []
        if label == "conj" and tree.pos[verb] == "NOUN":
            return self.light_subject(verb)
        if label == "pobj" and tree.lemmas[verb] in ("of", "in", "into", "for", "through", "at"):
            above = tree.heads[verb]
            if tree.pos[above] == "NOUN" and tree.lemmas[above] in load_cues("nominals")["transparent"]:
                return self.light_subject(above)
            if tree.lemmas[above] in load_cues("reporting")["accusing"]:
                return self._from(tree.kids(above, "dobj", "nsubjpass"))
            return self.agents(above) if tree.pos[above] in VERBAL else []
        if label in ("dobj", "attr") and tree.lemmas[verb] in cues["subject"]:
            return self.agents(verb)
        if label == "nsubjpass" and tree.lemmas[verb] in cues["subject"]:
            return self.references.under(verb, ("by", "between"))
        return []

    def light_object(self, noun: int) -> list[Reference]:
        """The subject of "receives support": it is on the other end."""
        verb = self.tree.heads[noun]
        if self.tree.deps[noun] == "dobj" and self.tree.lemmas[verb] in load_cues("light_verbs")["object"]:
            return self._from(self.subject_nouns(verb))
        return []

    def described(self, noun: int) -> list[Reference]:
        """Of whom a role is said: "X, leader of", "X is leader of", "leader X", "X serves as leader of"."""
        tree = self.tree
        label, head = tree.deps[noun], tree.heads[noun]
        if label == "conj" and tree.pos[head] in ("NOUN", "PROPN", "NUM") and (found := self.described(head)):
            return found
        if label == "appos":
            return self.references.own(head)
        if label in ("compound", "nmod", "amod") and head in self.references.covering:
            plural = tree.tags[noun] in ("NNS", "NNPS")
            return self.references.at(head) if plural else self.references.own(head)
        if label == "nsubj" and tree.lemmas[head] == "be":
            # "the leader of the front is Victor Lenz"
            named = [kid for kid in tree.kids(head, "attr") if kid in self.references.covering]
            people = [item for kid in named for item in self.references.own(kid)]
            if any(item.type == ActorType.PERSON for item in people):
                return people
        if label in ("attr", "oprd"):
            return self._from(
                self.object_nouns(head)
                if label == "oprd" and not self.is_passive(head)
                else self.subject_nouns(head)
            )
        if label == "pobj" and tree.lemmas[head] == "as":
            return self._as_role(tree.heads[head])
        if label == "pobj" and tree.lemmas[head] == "than":
            # "nothing more than a front for"
            verb = next((up for up in tree.ancestors(head) if tree.pos[up] in VERBAL), head)
            return self._from(self.subject_nouns(verb)) if tree.lemmas[verb] == "be" else []
        return self._apposed(noun) or [
            item
            for body in self.references.nouns_under(noun, ("of", "for"))
            for item in self._apposed(body)
            # "the leader of the front, Victor Lenz": the parser hangs the name on the front
            if item.type == ActorType.PERSON
        ]

    def _apposed(self, noun: int) -> list[Reference]:
        kids = [kid for kid in self.tree.kids(noun, "appos") if kid in self.references.covering]
        # "two bands of the Host, the Tern Company and the Salt Boys"
        plural = self.tree.tags[noun] in ("NNS", "NNPS")
        find = self.references.at if plural else self.references.own
        return [item for kid in kids for item in find(kid)]

    def _as_role(self, verb: int) -> list[Reference]:
        """ "served as", "was described as", "described X as"."""
        tree = self.tree
        if tree.pos[verb] not in VERBAL:
            return []
        if not self.is_passive(verb) and (objects := self.object_nouns(verb)):
            return self._from(objects)
        return (
            self._from(self.subject_nouns(verb))
            if tree.lemmas[verb] in load_cues("light_verbs")["copulas"]
            else []
        )
