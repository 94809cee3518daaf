"""Who says what inside a document: speaker, cue, content (the three parts of PARC 3.0, Pareti 2016, LREC).

Reads reporting verbs with their clause, "according to", accusations, nouns that carry a content ("the claim
that"), and direct quotes, which run on over sentences until they close.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.cues import load_cues
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.quotations import Quotation, quotations
from graphkit.components.references import References
from graphkit.components.speakers import Speaker, speakers_at, subjects

CLAUSES = ("ccomp", "xcomp", "oprd", "parataxis")
ASSERTED, BELIEVED, DENIED = "asserted", "believed", "denied"


class Attribution(NamedTuple):
    """One speaker of one content: token ranges, the cue, and whether they assert, believe or deny it."""

    speaker: Speaker
    cue: int
    start: int
    end: int
    stance: str
    quoted: bool = False


@Language.factory("attribution", requires=["token.dep", "doc.spans"], assigns=["doc._.attributions"])
def make_attribution(nlp: Language, name: str) -> "AttributionReader":
    """The factory; works best after ``coreference_resolver``."""
    return AttributionReader()


class AttributionReader:
    """Set ``doc._.attributions``: plain dicts, wider contents first."""

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        tree = DependencyTree.of(doc)
        references = References(doc, tree)
        found = [*attributions(tree, references)]
        quotes = quotations(tree)
        found = [*spread_over_quotes(found, quotes, tree), *floating_quotes(found, quotes, tree)]
        unique = {(item.speaker.key, item.start, item.end, item.stance): item for item in found}
        ordered = sorted(
            unique.values(), key=lambda item: (item.start - item.end, item.cue, item.speaker.start)
        )
        doc._.attributions = [as_row(item) for item in ordered]
        return doc


def as_row(item: Attribution) -> dict[str, Any]:
    """The attribution as plain values: they survive ``nlp.pipe(n_process=2)``."""
    return {**item._asdict(), "speaker": item.speaker._asdict()}


def attributions(tree: DependencyTree, references: References) -> Iterator[Attribution]:
    """Every attribution that stands within one sentence; quotations that run on come later."""
    cues = load_cues("reporting")
    for token in tree.readable():
        lemma, pos = tree.lemmas[token], tree.pos[token]
        if pos == "VERB" and lemma in cues["accusing"] and (found := [*accusations(token, tree, references)]):
            yield from found
        elif pos == "VERB" and (stance := stance_of(lemma, cues)):
            yield from reports(token, stance, tree, references)
        elif lemma in cues["viewpoints"] and tree.deps[token] == "pobj":
            yield from in_the_view_of(token, tree, references)
        elif lemma == "accord" and tree.words[token + 1 : token + 2] == ["to"]:
            yield from according_to(token, tree, references)
        elif pos == "NOUN" and (lemma in cues["nouns"] or lemma in cues["denying_nouns"]):
            yield from carried_by_noun(token, tree, references)


def stance_of(lemma: str, cues: dict[str, Any]) -> str | None:
    """How the speaker of this verb stands to the content; None when it is no reporting verb."""
    if lemma in cues["denying"]:
        return DENIED
    if lemma in cues["believing"]:
        return BELIEVED
    return ASSERTED if lemma in cues["verbs"] else None


def reports(token: int, stance: str, tree: DependencyTree, references: References) -> Iterator[Attribution]:
    """ "X says that …", "…, said X", "X described Y as …", "X denies arming Y"."""
    clauses = tree.kids(token, *CLAUSES)
    impersonal = tree.lemmas[token] in load_cues("reporting")["impersonal"]
    if impersonal and clauses and all(tree.deps[kid] == "xcomp" for kid in clauses):
        # "continued to fund": nobody says anything
        return
    passive = tree.child(token, "auxpass") is not None
    if passive and tree.child(token, "agent") is None:
        return
    spans = content_spans(token, clauses or other_contents(token, stance, tree), tree)
    loose = bool(clauses) and not impersonal
    for speaker in speakers_at(subjects(token, tree), tree, references, any_noun=loose):
        for start, end in spans:
            yield Attribution(speaker, token, start, end, stance)
    yield from cited_within(token, spans, tree, references)


def other_contents(token: int, stance: str, tree: DependencyTree) -> list[int]:
    """What is said where no clause says it: "denied links", "confirmed the alliance", "…, he said, …"."""
    if tree.deps[token] == "parataxis":
        return [tree.heads[token]]
    if stance != DENIED and tree.lemmas[token] not in load_cues("reporting")["labelling"]:
        return []
    phrases = [kid for kid in tree.kids(token, "prep") if tree.lemmas[kid] in ("as", "of", "about")]
    named = tree.kids(token, "dobj", "attr", "acomp")
    described = tree.kids(token, "nsubjpass") if tree.child(token, "auxpass") is not None else []
    return sorted([*named, *phrases, *described])


def content_spans(token: int, heads: list[int], tree: DependencyTree) -> list[tuple[int, int]]:
    """Token ranges of the contents; touching ones are joined, what a semicolon cuts off is left out."""
    spans: list[tuple[int, int]] = []
    for start, end in (tree.span(head) for head in heads):
        if end <= token and ";" in tree.words[end - 1 : token]:
            continue
        if spans and start <= spans[-1][1] + 1 and not start <= token < end:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def cited_within(
    token: int, spans: list[tuple[int, int]], tree: DependencyTree, references: References
) -> Iterator[Attribution]:
    """ "The weekly, citing a pilot, wrote that …": the pilot says it, inside of what the weekly says."""
    nearby = [token, *tree.kids(token, "nsubj")]
    for cue in (kid for head in nearby for kid in tree.kids(head, "advcl", "acl")):
        if tree.lemmas[cue] not in ("cite", "quote") or tree.tags[cue] != "VBG":
            continue
        for speaker in speakers_at(tree.kids(cue, "dobj"), tree, references, any_noun=True):
            # one token narrower, so that it stands within the other
            yield from (Attribution(speaker, cue, start + 1, end, ASSERTED) for start, end in spans)


def accusations(token: int, tree: DependencyTree, references: References) -> Iterator[Attribution]:
    """ "X accused Y of arming Z": the content is what Y is accused of, Y included."""
    contents = [kid for kid in tree.kids(token, "prep") if tree.lemmas[kid] in ("of", "for", "with")]
    accused = tree.kids(token, "dobj", "nsubjpass")
    if not contents or not accused:
        return
    stance = DENIED if tree.lemmas[token] in ("acquit", "clear", "absolve") else ASSERTED
    start, end = tree.span(contents[-1])
    for speaker in speakers_at(subjects(token, tree), tree, references):
        yield Attribution(speaker, token, start, end, BELIEVED if tree.lemmas[token] == "suspect" else stance)


def according_to(token: int, tree: DependencyTree, references: References) -> Iterator[Attribution]:
    """ "According to X, …": the clause that it hangs on, less the phrase itself."""
    nouns = [noun for kid in tree.kids(token, "prep") for noun in tree.kids(kid, "pobj")]
    yield from framed(nouns, token, token, tree, references)


def in_the_view_of(token: int, tree: DependencyTree, references: References) -> Iterator[Attribution]:
    """ "In the view of X, …", "by X's account, …"."""
    preposition = tree.heads[token]
    if tree.lemmas[preposition] not in ("in", "by", "on") or tree.pos[tree.heads[preposition]] not in (
        "VERB",
        "AUX",
    ):
        return
    nouns = [*references.nouns_under(token, ("of",)), *tree.kids(token, "poss")]
    yield from framed(nouns, token, preposition, tree, references)


def framed(
    nouns: list[int], cue: int, phrase: int, tree: DependencyTree, references: References
) -> Iterator[Attribution]:
    """The clause that the phrase hangs on is what the nouns say; the phrase itself is not."""
    head = tree.heads[phrase]
    start, end = tree.span(head)
    own_start, own_end = tree.span(phrase)
    if own_start <= start:
        start = own_end
    elif own_end >= end:
        end = own_start
    for speaker in speakers_at(nouns, tree, references):
        yield Attribution(speaker, cue, start, end, ASSERTED)


def carried_by_noun(token: int, tree: DependencyTree, references: References) -> Iterator[Attribution]:
    """ "X's claim that …", "a report by X that …", "accusations by X of …"."""
    spans = [tree.span(kid) for kid in tree.kids(token, "acl", "ccomp")]
    if not spans:
        return
    owners = [*tree.kids(token, "poss"), *references.nouns_under(token, ("by", "from"))]
    stance = DENIED if tree.lemmas[token] in load_cues("reporting")["denying_nouns"] else ASSERTED
    for speaker in speakers_at(owners, tree, references):
        yield Attribution(
            speaker, token, min(span[0] for span in spans), max(span[1] for span in spans), stance
        )


def spread_over_quotes(
    found: list[Attribution], quotes: list[Quotation], tree: DependencyTree
) -> Iterator[Attribution]:
    """A content that touches a quotation in its cue's sentence covers the whole of it."""
    for item in found:
        start, end = item.start, item.end
        sentence = tree.sentence_of[item.cue]
        quoted = False
        for quote in quotes:
            inside = quote.start < item.cue < quote.end
            touches = quote.start < end and start < quote.end
            near = tree.sentence_of[quote.start] <= sentence <= tree.sentence_of[quote.end - 1]
            if touches and near and not inside:
                start, end, quoted = min(start, quote.start), max(end, quote.end), True
        yield item._replace(start=start, end=end, quoted=quoted)


def floating_quotes(
    found: list[Attribution], quotes: list[Quotation], tree: DependencyTree
) -> Iterator[Attribution]:
    """A quotation without a cue of its own belongs to the speaker who is cited next to it."""
    for quote in quotes:
        if quote.end - quote.start < 5 or any(
            item.start < quote.end and quote.start < item.end and not quote.start < item.cue < quote.end
            for item in found
        ):
            continue
        first, last = tree.sentence_of[quote.start], tree.sentence_of[quote.end - 1]
        outside = [item for item in found if not quote.start < item.cue < quote.end]
        same = [item for item in outside if first <= tree.sentence_of[item.cue] <= last]
        before = [item for item in outside if tree.sentence_of[item.cue] == first - 1]
        for item in (same or before)[-1:]:
            yield item._replace(start=quote.start, end=quote.end, stance=ASSERTED, quoted=True)
