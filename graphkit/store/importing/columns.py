"""Which column of a table made by hand is which field: names are forgiven their case, blanks and synonyms."""

import re
from collections.abc import Iterable

REQUIRED = ("subject", "relation", "object", "quote")

SYNONYMS = {
    "subject": ("from", "actor1", "actor_1", "subject_name", "who"),
    "relation": ("predicate", "relationship", "link_type", "verb"),
    "object": ("to", "target", "actor2", "actor_2", "object_name", "whom"),
    "quote": ("evidence", "sentence", "quotation", "text"),
    "polarity": ("stance",),
    "certainty": (),
    "speaker": ("said_by", "says_who", "attributed_to"),
    "speakers": ("speaker_chain",),
    "publisher": ("source", "publication", "newspaper", "outlet", "medium"),
    "title": ("headline",),
    "author": ("byline", "writer", "journalist"),
    "date": ("published", "published_on", "publication_date"),
    "url": ("link", "web_address", "uri", "href"),
    "subject_type": ("from_type", "actor1_type"),
    "object_type": ("to_type", "target_type", "actor2_type"),
    "confidence": (),
    "trigger": ("trigger_word",),
}
"""Field -> what else its column may be called."""

ACTOR_SYNONYMS = {
    "id": (),
    "name": ("label", "caption", "actor", "full_name"),
    "type": ("kind", "schema", "actor_type"),
    "aliases": ("alias", "also_known_as", "aka", "other_names"),
    "country": ("country_code", "nationality", "jurisdiction"),
    "parent": ("part_of", "parent_name"),
    "wikidata": ("wikidata_id", "wikidataid", "qid"),
}
"""The same for lists of actors."""


def plain_name(name: str) -> str:
    """A column's name as it is compared.

    >>> plain_name(" Subject  Type"), plain_name("wikidata-ID")
    ('subject_type', 'wikidata_id')
    """
    return re.sub(r"[\W_]+", "_", name.strip().casefold()).strip("_")


def fields_of(columns: Iterable[str], synonyms: dict[str, tuple[str, ...]] = SYNONYMS) -> dict[str, str]:
    """Field -> column; the field's own name goes before its synonyms, and these in their order.

    A table of edges, as Gephi has it, calls the two ends source and target.

    >>> fields_of(["Source", "Target", "Relation"])
    {'subject': 'Source', 'relation': 'Relation', 'object': 'Target'}
    >>> fields_of(["From", "To", "Source", "Evidence"])
    {'subject': 'From', 'object': 'To', 'quote': 'Evidence', 'publisher': 'Source'}
    """
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(plain_name(column), column)
    found: dict[str, str] = {}
    if (
        synonyms is SYNONYMS
        and not by_name.keys() & {"subject", *SYNONYMS["subject"]}
        and "target" in by_name
    ):
        found |= {"subject": by_name.pop("source")} if "source" in by_name else {}
    for field, others in synonyms.items():
        named = next((by_name[name] for name in (field, *others) if name in by_name), None)
        if named is not None:
            found[field] = named
    return found
