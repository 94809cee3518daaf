"""How often each kind of frame reads right on gold: where the numbers in ``components/links.py`` come from.

    python tests/benchmarks/frame_reliability.py [GOLD_FOLDER …]      (default: all of data/gold/train)

Prints, by kind of frame and number of ends that are pronouns or nominals, the share of edges that gold has.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphkit.evaluation import documents_of, evaluate
from graphkit.lexicon import data_path
from graphkit.pipeline import Extractor, actor_of, claim_of, extractor_of, lexicon_of, load_pipeline
from graphkit.readers import read_documents
from graphkit.records import claim_row

Group = tuple[str, int]


def grouped_rows(gold: list[Path]) -> Iterator[tuple[Group, dict[str, Any]]]:
    """Every claim that graphkit reads in the documents of the gold, with its kind of frame."""
    nlp = load_pipeline(extractor=Extractor.RULES)
    lexicon, symmetric = lexicon_of(nlp).actors, extractor_of(nlp).symmetric
    for document in read_documents(documents_of(gold), on_problem=print):
        doc = nlp(document.text)
        actors = {row["id"]: actor_of(row, lexicon) for row in doc._.actors}
        pronouns = {span.start_char for span in doc.spans["anaphors"]}
        for row in doc._.claims:
            claim = claim_of(row, document, actors, symmetric, doc[row["token"]])
            anaphors = sum(end.start in pronouns for end in (claim.subject, claim.object))
            yield (row["frame"], anaphors), claim_row(claim, document, actors)


def main(folders: list[str]) -> None:
    """Print the table."""
    gold = [Path(folder) for folder in folders] or [data_path("gold", "train")]
    groups: dict[Group, list[dict[str, Any]]] = defaultdict(list)
    for group, row in grouped_rows(gold):
        groups[group].append(row)
    print("frame      anaphors  edges  right")
    for (frame, anaphors), rows in sorted(groups.items()):
        edge = evaluate(gold, rows).edge
        print(f"{frame:10s} {anaphors:8d}  {edge.predicted:5d}  {edge.precision:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
