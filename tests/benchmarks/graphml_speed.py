"""Store to GraphML, beside networkx writing the graph that is already built: ``python graphml_speed.py``.

Prints seconds and peak memory of both, each in its own process, for a store of generated claims (invented
names). Ours is timed from the open store to the closed file; networkx only while it writes.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from graphkit.exporters import write_graphml
from graphkit.graph import build_graph
from graphkit.records import (
    Actor,
    ActorType,
    Certainty,
    Claim,
    Document,
    Extraction,
    Mention,
    Polarity,
    Source,
    claim_id,
)
from graphkit.store import ClaimStore, open_store

PER_DOCUMENT = 50
RELATIONS = ("supports", "attacks", "opposes", "leads", "member_of", "controls", "sanctions", "linked_to")
MEGABYTE = 1024  # ru_maxrss counts kilobytes on Linux


def sentence(number: int, actors: int) -> tuple[str, int, int, str]:
    """A sentence, the numbers of its two actors, and the relation that it states."""
    subject, other = number * 7 % actors, (number * 13 + 1 + number // actors) % actors
    other = (other + 1) % actors if other == subject else other
    relation = RELATIONS[number % len(RELATIONS)]
    words = f"According to the harbour ledger of that winter, Actor {subject} {relation} Actor {other} still."
    return words, subject, other, relation


def extraction(number: int, actors: int) -> Extraction:
    """One document of PER_DOCUMENT claims."""
    said = [sentence(number * PER_DOCUMENT + at, actors) for at in range(PER_DOCUMENT)]
    text = f"Ledger {number}.\n" + "\n".join(words for words, *_ in said)
    source = Source(publisher=f"Paper {number % 40}", title=f"Ledger {number}", date=f"20{number % 25:02}-05")
    document = Document(path=f"in/{number:06}.txt", text=text, raw=text, source=source)
    claims, mentions, named, start = [], [], {}, len(f"Ledger {number}.\n")
    for words, subject, other, relation in said:
        ends = []
        for actor in (subject, other):
            at = start + words.index(f"Actor {actor} ")
            end = at + len(f"Actor {actor}")
            ends.append(Mention(document=document.id, start=at, end=end, actor=f"actor_{actor}"))
            named[actor] = Actor(id=f"actor_{actor}", name=f"Actor {actor}", type=ActorType.ORGANIZATION)
        polarity = Polarity.DENIED if subject % 5 == 0 else Polarity.AFFIRMED
        speakers = ("harbour ledger", f"clerk {subject % 9}")
        claims.append(
            Claim(
                id=claim_id(*ends, relation, polarity, speakers, symmetric=relation == "opposes"),
                document=document.id,
                subject=ends[0],
                relation=relation,
                object=ends[1],
                polarity=polarity,
                certainty=Certainty.ASSERTED,
                speakers=speakers,
                speaker_ids=(None, None),
                evidence=words,
                start=start,
                end=start + len(words),
                trigger=None,
                context=None,
                confidence=0.71,
            )
        )
        mentions += ends
        start += len(words) + 1
    return Extraction(
        document=document, actors=tuple(named.values()), mentions=tuple(mentions), claims=tuple(claims)
    )


def extractions(claims: int) -> Iterator[Extraction]:
    """So many claims, of a third as many actors."""
    return (extraction(number, max(3, claims // 30)) for number in range(claims // PER_DOCUMENT))


def peak() -> int:
    """The most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


def timed(way: str, store_path: Path, output: Path) -> dict[str, float]:
    """Seconds, and MB above what the process had when graphkit was imported."""
    import networkx as nx

    before = peak()
    with open_store(store_path) as store:
        if way == "graphkit":
            began = time.perf_counter()
            write_graphml(store, output)
            seconds = time.perf_counter() - began
        else:
            graph = build_graph(store.rows(), store.actors())
            began = time.perf_counter()
            nx.write_graphml(graph, output)
            seconds = time.perf_counter() - began
    return {"seconds": seconds, "megabytes": peak() - before}


def measured(claims: int, ways: tuple[str, ...] = ("graphkit", "networkx")) -> dict[str, dict[str, float]]:
    """What each way takes, in a process of its own."""
    found = {}
    with TemporaryDirectory() as folder:
        path = Path(folder, "graphkit.db")
        with ClaimStore(path) as store:
            store.add(extractions(claims))
        for way in ways:
            command = [sys.executable, __file__, "--way", way, "--store", str(path)]
            ran = subprocess.run(command, check=True, capture_output=True, text=True)
            found[way] = json.loads(ran.stdout)
    return found


def main() -> None:
    """Print the table; with --way, measure one way in this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--way")
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    if options.way:
        print(
            json.dumps(timed(options.way, options.store, options.store.with_name(f"{options.way}.graphml")))
        )
        return
    for way, figures in measured(options.claims).items():
        print(f"{way:<10} {figures['seconds']:8.1f} s {figures['megabytes']:8.0f} MB above the import")


if __name__ == "__main__":
    main()
