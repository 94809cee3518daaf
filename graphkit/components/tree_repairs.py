"""Attachments that small parsers get wrong in news prose, put right before anything is read from the tree.

Each repair is a pattern of labels, found among the errors on data/gold/train; none knows a name.
"""

from typing import TYPE_CHECKING

from graphkit.components.cues import load_cues

if TYPE_CHECKING:
    from graphkit.components.dependency_tree import DependencyTree


def repair(tree: "DependencyTree") -> None:
    """Change labels and heads of the tree in place."""
    reporting = load_cues("reporting")
    speech = reporting["verbs"] | reporting["denying"] | reporting["believing"]
    for token in range(len(tree)):
        if tree.deps[token] == "npadvmod":
            objects_called_adverbs(token, tree)
        elif tree.deps[token] in ("relcl", "acl"):
            contents_behind_a_time(token, tree, speech)
        elif tree.lemmas[token] in speech and tree.pos[token] == "VERB":
            trailing_speakers(token, tree)


def objects_called_adverbs(token: int, tree: "DependencyTree") -> None:
    """ "Turkey supports Azerbaijan, Armenia said": the name behind a verb is its object."""
    verb = tree.heads[token]
    named = tree.pos[token] == "PROPN" and tree.pos[verb] == "VERB"
    if named and verb < token and tree.child(verb, "dobj", "auxpass", "prep") is None:
        tree.deps[token] = "dobj"


def contents_behind_a_time(token: int, tree: "DependencyTree", speech: frozenset[str]) -> None:
    """ "has denied for years that …": the clause belongs to the verb, not to the years."""
    noun = tree.heads[token]
    preposition = tree.heads[noun]
    verb = tree.heads[preposition]
    if tree.child(token, "mark") is None or tree.lemmas[noun] not in load_cues("syntax")["times"]:
        return
    if tree.deps[preposition] == "prep" and tree.lemmas[verb] in speech and tree.child(verb, "ccomp") is None:
        reattach(token, verb, "ccomp", tree)


def trailing_speakers(verb: int, tree: "DependencyTree") -> None:
    """ "Iran arms the militia, Nicholas Burns, the envoy, told CNN": the speaker in the list before."""
    content = tree.child(verb, "ccomp")
    before = tree.heads[verb]
    joined = tree.deps[verb] == "conj" and tree.deps[before] == "ROOT" and tree.pos[before] in ("VERB", "AUX")
    content = before if content is None and joined else content
    if content is None or content > verb or tree.child(verb, "nsubj", "nsubjpass", "auxpass") is not None:
        return
    below = list(tree.subtree(content, without=[verb]))
    for token in below:
        give_back_place(token, tree)
    last = max((token for token in below if is_set_off(token, tree)), default=None)
    while last is not None and is_set_off(tree.heads[last], tree):
        last = tree.heads[last]
    if last is None:
        return
    # "…, Dana Holt, the envoy, said": the role may hang beside the name instead of on it
    roles = [kid for kid in tree.kids(tree.heads[last], "appos") if kid > last]
    end = max(tree.span(token)[1] for token in (last, *roles))
    if tree.words[end:verb] not in ([], [","]):
        return
    for role in roles:
        reattach(role, last, "appos", tree)
    reattach(last, verb, "nsubj", tree)
    if content == before:
        reattach(verb, verb, "ROOT", tree)
        reattach(content, verb, "ccomp", tree)


def give_back_place(token: int, tree: "DependencyTree") -> None:
    """ "does not support the Taliban, Bahram Qassemi, …": the object parsed as part of the name behind it."""
    for kid in tree.kids(token, "nmod"):
        if tree.words[kid + 1] == "," and tree.pos[kid] == tree.pos[token] == "PROPN":
            head, label = tree.heads[token], tree.deps[token]
            reattach(kid, head, label, tree)
            reattach(token, kid, "appos", tree)
            for before in [other for other in tree.children[token] if other < kid]:
                reattach(before, kid, tree.deps[before], tree)
            return


def is_set_off(token: int, tree: "DependencyTree") -> bool:
    """Whether the name stands behind a comma, as one more of a list or as another name of the one before."""
    start = tree.span(token)[0]
    listed = tree.deps[token] in ("conj", "appos") and tree.pos[token] == "PROPN"
    return listed and start > 0 and tree.words[start - 1] == ","


def reattach(token: int, head: int, label: str, tree: "DependencyTree") -> None:
    """Hang the token on another head; on itself, it becomes a root."""
    if tree.heads[token] != token:
        tree.children[tree.heads[token]].remove(token)
    tree.heads[token], tree.deps[token] = head, label
    if head != token:
        tree.children[head] = sorted([*tree.children[head], token])
