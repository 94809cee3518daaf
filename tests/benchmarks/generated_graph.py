"""Large graphs of plainly invented claims for the benchmarks: the same for the same number of claims.

Preferential attachment: a few actors have most links. There are a third as many actors as claims, each in at
least one; nearly half of the other claims repeat a pair. Sentences have about 18 words by Zipf's law, so
that gzip makes about as much of them as of English.
"""

import json
import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import networkx as nx

from graphkit.records import CAUTION


def words(line: str) -> list[str]:
    """The words of a line, which take less room than a list."""
    return line.split()


HEADS = words(
    "Birk Quill Marrow Petti Vanton Ash Cold Fen Gull Tinder Copper Salt Lantern Odd Pine Blue Harrow "
    "Thistle Mill Tarn Wick Bramble Hollow Kestrel Rook Sedge Teasel Umber Withy Yarrow"
)
TAILS = words(
    "holt feather gate brook geren pole water whistle finch box kettle glass works fellow cone bank row "
    "combe stone well mere shaw den ridge thorpe croft hurst ley wold garth"
)
FIRST_NAMES = words(
    "Alma Tomas Ines Odo Sela Jorin Mabry Lio Anselma Bertok Cosima Dorrit Edmar Fenna Gisko Hilde Ivor "
    "Jolanda Kaspar Ludmil Marit Nestor Ottoline Piers Quirin Rosalba Sievert Tamsin Ulrik Viola Wendel "
    "Xaver Ysolde Zeno Ambros Brida Clement Dagny Elmo Frida"
)
KINDS = {
    "organization": ["Freight", "Holdings", "Mining", "Pharma", "Union", "Energy", "Society", "Trust"],
    "agency": ["Inspectorate", "Audit Office", "Customs Bureau", "Registry"],
    "government": ["Duchy", "Free State", "Isles"],
    "armed_group": ["Brigade", "Guards", "Order"],
    "media": ["Echo", "Gazette", "Courier"],
}
TYPES = ["person"] * 6 + ["organization"] * 2 + list(KINDS)
VERBS = {
    "supports": "supported",
    "controls": "controls",
    "allied_with": "joined",
    "opposes": "opposes",
    "attacks": "attacked",
    "member_of": "entered",
    "negotiates_with": "met",
    "sanctions": "punished",
    "leads": "heads",
    "founded": "founded",
}
SOURCES = [
    *("The Zemblan Echo", "Fenwick Gazette", "Ruritania Today", "Harbour Letter", "Northern Ledger"),
    *("Anvil Post", "Quayside Review", "Coin & Crown", "Lamplight Weekly", "Old Mill Courier"),
    *("Spindle Wire", "Tollgate Monitor"),
]
WORDS, QUOTE_WORDS, CLAIMS_PER_DOCUMENT = 3_000, 18, 20
CONSONANTS = words("b d f g k l m n p r s t v z br st tr")


def generated_graph(claims: int) -> nx.MultiDiGraph:
    """The graph of that many claims (at least 4), with all attributes that ``build_graph`` writes."""
    chance = random.Random(claims)
    graph = nx.MultiDiGraph(graphkit="0.0.0", caution=CAUTION)
    names = [actor_name(number) for number in range(max(2, claims // 3))]
    for number, name in enumerate(names):
        graph.add_node(
            slug(name), label=name, type=actor_type(number), aliases=json.dumps([name.split()[-1]])
        )
    documents = [made_document(number, chance) for number in range(1 + claims // CLAIMS_PER_DOCUMENT)]
    sentences = filler_words(chance)
    for at, (subject, object_) in enumerate(ends(claims, len(names), chance)):
        number, place = divmod(at, CLAIMS_PER_DOCUMENT)
        sentence = said(names[subject], names[object_], next(sentences), 400 * place, chance)
        data = documents[number] | sentence | speakers(number, chance)
        graph.add_edge(slug(names[subject]), slug(names[object_]), key=hash_like(chance), **data)
    return graph


def actor_name(number: int) -> str:
    """Another name for each number up to some 36,000."""
    place = HEADS[number % 30] + TAILS[number // 30 % 30]
    kind = actor_type(number)
    turn = number // 900
    if kind == "person":
        return f"{FIRST_NAMES[(turn + number) % len(FIRST_NAMES)]} {place}"
    # the second part keeps the names of a long list apart
    second = f" {HEADS[turn // len(KINDS[kind])]}" if turn >= len(KINDS[kind]) else ""
    return f"{place}{second} {KINDS[kind][turn % len(KINDS[kind])]}"


def actor_type(number: int) -> str:
    """A type of the records; six of thirteen actors are people."""
    return TYPES[number % len(TYPES)]


def slug(name: str) -> str:
    """The name as an actor's id."""
    return name.lower().replace(" ", "_")


def hash_like(chance: random.Random) -> str:
    """Sixteen hexadecimal digits, which no compression makes shorter than eight bytes."""
    return f"{chance.getrandbits(64):016x}"


def ends(claims: int, actors: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Subject and object of each claim; who has many claims gets more."""
    taken = [0]
    pairs: list[tuple[int, int]] = []
    for number in range(claims):
        if number < actors - 1:
            pair = (number + 1, chance.choice(taken))
        elif chance.random() < 0.45:
            pair = chance.choice(pairs)
        else:
            pair = (chance.choice(taken), chance.choice(taken))
        if pair[0] == pair[1]:
            pair = (pair[0], (pair[1] + 1) % actors)
        taken += pair
        pairs.append(pair)
        yield pair if chance.random() < 0.5 else (pair[1], pair[0])


def made_document(number: int, chance: random.Random) -> dict[str, Any]:
    """What the claims of one document share; a tenth are undated, a third dated by year or month only."""
    source = chance.choices(SOURCES, [1 / (place + 1) for place in range(len(SOURCES))])[0]
    day = f"{chance.randrange(1990, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    date = chance.choices([day, day[:7], day[:4], None], [6, 2, 1, 1])[0]
    document = {
        "publication": source,
        "publisher": source,
        "title": f"What the books of {chance.choice(HEADS)}{chance.choice(TAILS)} show, part {number + 1}",
        "document": f"articles/{slug(source)}_{number:05}.txt",
        "document_id": hash_like(chance),
        "url": f"https://example.org/{slug(source)}/{number}",
    }
    return document if date is None else {**document, "date": date}


def speakers(document: int, chance: random.Random) -> dict[str, str]:
    """Who says a claim of that document: mostly nobody who is named, else a person or an office's envoy."""
    person, office = actor_name(13 * document % 33_000), f"{TAILS[document % 30].title()} Office"
    chain = chance.choice([["author"], ["author"], [person], [office, "envoy"]])
    ids = [slug(name) if name == person else None for name in chain]
    return {"speaker": chain[-1], "speakers": json.dumps(chain), "speaker_ids": json.dumps(ids)}


def filler_words(chance: random.Random) -> Iterator[list[str]]:
    """Endlessly, the words of a sentence beside subject, verb and object."""
    syllables = [consonant + vowel for consonant in CONSONANTS for vowel in "aeiou"]
    known = ["".join(chance.choices(syllables, k=chance.choice([1, 2, 2, 3]))) for _ in range(WORDS)]
    weights = list(accumulate(1 / (rank + 2) for rank in range(WORDS)))
    while True:
        yield chance.choices(known, cum_weights=weights, k=QUOTE_WORDS - 5)


def said(subject: str, object_: str, filler: list[str], start: int, chance: random.Random) -> dict[str, Any]:
    """Relation, sentence and offsets of one claim whose sentence begins at `start`."""
    relation = chance.choice(list(VERBS))
    lead, middle, rest = " ".join(filler[:4]), filler[4], " ".join(filler[5:])
    verb = VERBS[relation]
    evidence = f"{lead} {subject} {middle} {verb} {object_} {rest}."
    subject_start = start + len(lead) + 1
    trigger_start = subject_start + len(subject) + len(middle) + 2
    object_start = trigger_start + len(verb) + 1
    return {
        "relation": relation,
        "polarity": chance.choices(["affirmed", "denied"], [6, 1])[0],
        "certainty": chance.choices(["asserted", "hedged"], [3, 1])[0],
        "confidence": round(chance.uniform(0.4, 0.98), 2),
        "evidence": evidence,
        **span("", start, len(evidence)),
        **span("subject_", subject_start, len(subject)),
        **span("object_", object_start, len(object_)),
        **span("trigger_", trigger_start, len(verb)),
        **span("raw_", start, len(evidence)),
        "subject_mention": subject,
        "object_mention": object_,
        "trigger": verb,
        "extractor": "rules",
    }


def span(role: str, start: int, length: int) -> dict[str, int]:
    """Its two attributes: half-open, in code points."""
    return {f"{role}start": start, f"{role}end": start + length}
