"""Decide which mentions of a document stand for the same actor: short names, acronyms, pronouns, "the group".

Rules in the order of Lee et al. (2013, Computational Linguistics 39:4, "sieves"): exact names, acronyms that
the text introduces, parts of a longer name, then pronouns and definite nominals by nearness and grammatical
role (Lappin & Leass 1994). Where two answers are equally good there is none.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from graphkit.components.anaphora import Anaphor, resolve_anaphora
from graphkit.components.cast import Cast, Named, is_demonym
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.antecedents import Antecedents
from graphkit.components.text_encoder import reading_of
from graphkit.records import content_hash


@Language.factory("coreference_resolver", requires=["doc.spans"], assigns=["doc.spans", "doc._.actors"])
def make_coreference_resolver(nlp: Language, name: str) -> "CoreferenceResolver":
    """The factory; needs ``actor_recognizer`` before it."""
    return CoreferenceResolver()


class CoreferenceResolver:
    """Give every mention in ``doc.spans["actors"]`` an actor id, and find what refers back to one.

    Sets ``doc.spans["anaphors"]`` (pronouns and nominals; label and id as for names), ``doc._.actors`` (plain
    dicts: id, name, type, aliases) and ``doc._.antecedents`` (first token of an anaphor -> token range).
    """

    def __call__(self, doc: Doc) -> Doc:
        """Resolve one document."""
        tree = DependencyTree.of(doc)
        named = [Named(span.start, span.end, span.id_, span.label_) for span in doc.spans["actors"]]
        cast = Cast(tree, content_hash(doc.text)[:6])
        resolved = cast.assign(named)
        doc.spans["actors"] = [as_span(doc, item) for item in resolved]
        anaphors = list(anaphors_of(doc, resolved, tree))
        doc.spans["anaphors"] = [as_span(doc, item) for item in anaphors]
        doc._.antecedents = {str(item.start): list(item.antecedent) for item in anaphors}
        doc._.actors = list(actor_rows(doc, cast, resolved))
        return doc


def anaphors_of(doc: Doc, named: list[Named], tree: DependencyTree) -> Iterable[Anaphor]:
    """The anaphors as the network reads them; where it was not asked, as the rules do."""
    reading = reading_of(doc)
    if reading is None:
        return resolve_anaphora(tree, named)
    return Antecedents(reading, named, tree).resolved()


def as_span(doc: Doc, item: Named | Anaphor) -> Span:
    """The mention as spaCy keeps it."""
    return Span(doc, item.start, item.end, label=item.type, span_id=item.actor)


def actor_rows(doc: Doc, cast: Cast, mentions: list[Named]) -> Iterator[dict[str, Any]]:
    """One row an actor: its name in this document, its type, and the forms it is written in."""
    forms: dict[str, dict[str, int]] = {}
    for item in mentions:
        text = " ".join(doc[item.start : item.end].text.split())
        counted = forms.setdefault(item.actor, {})
        counted[text] = counted.get(text, 0) + 1
    for actor in sorted(forms):
        # "Russian officials" is a way to mention Russia, not a name of it
        names = [form for form in sorted(forms[actor]) if not form.split()[-1][0].islower()] or [
            *forms[actor]
        ]
        nouns = [form for form in names if not any(is_demonym(form, other) for other in names)]
        best = max(nouns, key=lambda form: (len(form.split()), forms[actor][form], form))
        yield {"id": actor, "name": best, "type": cast.types[actor], "aliases": names}
