"""Cypher script: actors as nodes, claims as relationships, for Neo4j 5 and Memgraph.

    cypher-shell -f claims.cypher          (Neo4j)
    mgconsole < claims.cypher              (Memgraph; written with --dialect memgraph)

Specification: https://neo4j.com/docs/cypher-manual/5/ (expressions, MERGE, constraints), https://opencypher.org.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from graphkit.exporters.cypher_text import literal, name_of, properties
from graphkit.exporters.view import ClaimEdge, GraphView, view_of
from graphkit.store import ClaimFilter, ClaimStore, whole_file

if TYPE_CHECKING:
    import networkx as nx

Dialect = Literal["neo4j", "memgraph"]

BATCH = 1_000
"""Rows in one statement, which is one transaction."""

HEAD = """\
// Links between actors as texts assert them - written by graphkit. See the node GraphkitExport.
// Running it again changes nothing. Nothing is deleted.
"""

UNIQUE: dict[Dialect, str] = {
    "neo4j": "CREATE CONSTRAINT graphkit_actor_id IF NOT EXISTS\n"
    "FOR (actor:Actor) REQUIRE actor.id IS UNIQUE;\n",
    # Memgraph's constraints have another syntax, and fail where they exist already; an index does not.
    "memgraph": "CREATE INDEX ON :Actor(id);\n",
}

ACTORS = "MERGE (actor:Actor {id: row.id})\nSET actor += row.properties"
CLAIMS = """\
MATCH (subject:Actor {{id: row.subject}})
MATCH (object:Actor {{id: row.object}})
MERGE (subject)-[claim:{type} {{id: row.id}}]->(object)
SET claim += row.properties"""


def write_cypher(
    content: "ClaimStore | nx.MultiDiGraph[str]",
    path: Path | str,
    *,
    dialect: Dialect = "neo4j",
    filters: ClaimFilter | None = None,
) -> None:
    """Write a store or graph, whole or not at all; the same content gives the same bytes.

    (:Actor {id, label, type, ...}), joined by one relationship per claim: its type is the relation in
    capitals (`SUPPORTS`), its properties are the claim's, lists as lists, save `speaker_ids`, which has gaps.
    A node (:GraphkitExport) says who made the file. Text only ever stands in string literals, by the rules of
    `graphkit.exporters.cypher_text`; an attribute named `id` becomes `id_`. All is merged on ids, in
    statements of at most 1,000 rows. Raises FormatError for a value that no property can be.
    """
    view = view_of(content, filters)
    with whole_file(path) as stream:
        stream.write(HEAD)
        stream.write(UNIQUE[dialect])
        stream.writelines(_statements(view))


def _statements(view: GraphView) -> Iterator[str]:
    yield _about(view)
    rows: list[str] = []
    for actor, attributes in view.actors():
        rows.append(f"{{id: {literal('id', actor)}, properties: {properties(attributes)}}}")
        if len(rows) == BATCH:
            yield _unwind(rows, ACTORS)
            rows = []
    yield _unwind(rows, ACTORS)
    yield from _claims(view.claims())


def _claims(claims: Iterator[ClaimEdge]) -> Iterator[str]:
    """A statement has one relationship type, so that rows wait in a batch for each."""
    waiting: dict[str, list[str]] = {}
    for claim in claims:
        kind = relationship_type(claim.attributes.get("relation"))
        rows = waiting.setdefault(kind, [])
        rows.append(_row(claim))
        if len(rows) == BATCH:
            yield _unwind(waiting.pop(kind), CLAIMS.format(type=kind))
    for kind, rows in sorted(waiting.items()):
        yield _unwind(rows, CLAIMS.format(type=kind))


def relationship_type(relation: Any) -> str:
    """`member_of` -> MEMBER_OF; what is no plain name stands in backticks; CLAIM where there is none."""
    return name_of(str(relation).upper() if relation else "CLAIM")


def _row(claim: ClaimEdge) -> str:
    ends = f"subject: {literal('id', claim.subject)}, object: {literal('id', claim.object)}"
    return f"{{{ends}, id: {literal('id', str(claim.id))}, properties: {properties(claim.attributes)}}}"


def _about(view: GraphView) -> str:
    # the same export again is the same node
    key = literal("id", view.content_id())
    return f"MERGE (export:GraphkitExport {{id: {key}}})\nSET export += {properties(view.about)};\n"


def _unwind(rows: list[str], then: str) -> str:
    return "UNWIND [\n" + ",\n".join(rows) + f"\n] AS row\n{then};\n" if rows else ""
