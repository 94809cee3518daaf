"""A graph of plainly invented actors, as large as asked for: the same each time."""

import json
import random
from typing import Any

import networkx as nx

PEOPLE = [
    "Alma Birkholt",
    "Tomas Quillfeather",
    "Ines Marrowgate",
    "Odo Pettibrook",
    "Sela Vantongeren",
    "Jorin Ashpole",
    "Mabry Coldwater",
    "Lio Fenwhistle",
]
COMPANIES = [
    "Bluefinch Holdings",
    "Tinderbox Freight",
    "Gullwing Bank",
    "Marrow & Pike",
    "Copperkettle Group",
    "Saltglass Energy",
    "Lanternworks",
    "Oddfellow Mining",
    "Pinecone Pharma",
]
AGENCIES = ["Harbour Inspectorate", "Audit Office of Zemblia", "Customs Bureau of Ruritania", "Coin Registry"]
GOVERNMENTS = ["Ruritania", "Zemblia", "Duchy of Fenwick"]
ARMED = ["Thistle Brigade", "Order of the Anvil", "Red Lantern Guards"]
MEDIA = ["The Zemblan Echo", "Fenwick Gazette"]
ORGANIZATIONS = ["Dockhands' Union", "Society of Lamplighters"]
ACTORS = (
    [(name, "person") for name in PEOPLE]
    + [(name, "organization") for name in COMPANIES + ORGANIZATIONS]
    + [(name, "agency") for name in AGENCIES]
    + [(name, "government") for name in GOVERNMENTS]
    + [(name, "armed_group") for name in ARMED]
    + [(name, "media") for name in MEDIA]
)
SOURCES = [
    "The Zemblan Echo",
    "Fenwick Gazette",
    "Ruritania Today",
    "Harbour Letter",
    "Northern Ledger",
    "Anvil Post",
    "Quayside Review",
    "Coin & Crown",
    "Lamplight Weekly",
    "Old Mill Courier",
    "Spindle Wire",
    "Tollgate Monitor",
]
VERBS = {
    "supports": "supported",
    "controls": "controls",
    "allied_with": "works hand in glove with",
    "opposes": "opposes",
    "attacks": "attacked",
    "member_of": "belongs to",
    "negotiates_with": "held talks with",
    "sanctions": "imposed sanctions on",
    "linked_to": "has ties to",
    "leads": "heads",
    "founded": "founded",
}
SPEAKERS = [
    ["author"],
    ["author"],
    ["court filing"],
    ["Harbour Inspectorate", "unnamed officer"],
    ["Alma Birkholt"],
    ["annual report"],
    ["Zemblia", "envoy"],
]


def slug(name: str) -> str:
    return "".join(sign if sign.isalnum() else "_" for sign in name.lower()).strip("_")


def claim(subject: str, relation: str, object: str, *, number: int = 0, **more: Any) -> dict[str, Any]:
    """Attributes of one claim, as graphkit.graph.build_graph writes them."""
    polarity, certainty = more.get("polarity", "affirmed"), more.get("certainty", "asserted")
    speakers = more.pop("speakers", ["author"])
    lead = "" if speakers == ["author"] else f"According to the {speakers[-1]}, "
    verb = VERBS.get(relation, relation)
    middle = {"affirmed": f"{'probably ' if certainty == 'hedged' else ''}{verb}", "denied": f"never {verb}"}[
        polarity
    ]
    evidence = f"{lead}{subject} {middle} {object}, as the harbour books of that year are said to show."
    start, at = 40 + number * 7, len(lead)
    trigger = evidence.index(verb, at + len(subject))
    there = evidence.index(object, trigger + len(verb))
    publisher = more.get("publication", SOURCES[0])
    data = {
        "relation": relation,
        "polarity": polarity,
        "certainty": certainty,
        "confidence": 0.8,
        "publisher": publisher,
        "publication": publisher,
        "title": f"What the harbour books show, part {number % 9 + 1}",
        "document": f"articles/{slug(publisher)}_{number % 3}.txt",
        "document_id": "0" * 16,
        "date": "2019-03-04",
        "url": "https://example.org/books",
        "speaker": speakers[-1],
        "speakers": json.dumps(speakers),
        "speaker_ids": json.dumps([None] * len(speakers)),
        "evidence": evidence,
        "start": start,
        "end": start + len(evidence),
        "subject_mention": subject,
        "subject_start": start + at,
        "subject_end": start + at + len(subject),
        "object_mention": object,
        "object_start": start + there,
        "object_end": start + there + len(object),
        "trigger": verb,
        "trigger_start": start + trigger,
        "trigger_end": start + trigger + len(verb),
        "raw_start": start,
        "raw_end": start + len(evidence),
        "extractor": "rules",
        **more,
    }
    return {name: value for name, value in data.items() if value is not None}


def add_claim(
    graph: nx.MultiDiGraph,
    subject: str,
    relation: str,
    object: str,
    types: dict[str, str] | None = None,
    **more: Any,
) -> str:
    """Put one claim and its two actors into the graph; returns the claim's id."""
    number = graph.number_of_edges()
    for name in (subject, object):
        if slug(name) not in graph:
            graph.add_node(
                slug(name),
                label=name,
                type=(types or dict(ACTORS)).get(name, "other"),
                aliases=json.dumps([f"the {name.split()[-1]}"]),
            )
    key = f"{number:016x}"
    graph.add_edge(
        slug(subject), slug(object), key=key, **claim(subject, relation, object, number=number, **more)
    )
    return key


def new_graph() -> nx.MultiDiGraph:
    return nx.MultiDiGraph(graphkit="0.1.0", caution="as records.CAUTION")


def example_graph(claims: int = 100, seed: int = 3) -> nx.MultiDiGraph:
    """About thirty actors with hubs, several claims per pair, some denied, hedged and contested."""
    chance = random.Random(seed)
    graph = new_graph()
    names = [name for name, _ in ACTORS]
    weights = [1 / (place + 1) ** 0.6 for place in range(len(names))]
    chance.shuffle(names)
    while graph.number_of_edges() < claims:
        subject, object = chance.choices(names, weights, k=2)
        if subject == object:
            continue
        relation = chance.choice(list(VERBS))
        for _ in range(chance.choice([1, 1, 1, 2, 3, 4])):
            add_claim(
                graph,
                subject,
                relation,
                object,
                publication=chance.choices(SOURCES, [1 / (place + 1) for place in range(12)])[0],
                polarity=chance.choices(["affirmed", "denied"], [4, 1])[0],
                certainty=chance.choices(["asserted", "hedged"], [3, 1])[0],
                speakers=chance.choice(SPEAKERS),
                date=chance.choice(["2017", "2018-05", "2019-03-04", "2021-11-30", None]),
                confidence=round(chance.uniform(0.4, 0.95), 2),
            )
    return graph
