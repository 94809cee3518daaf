"""Who says what, read from the table `claims` without the words."""

import sqlite3
from collections.abc import Iterator

from graphkit.store.contested import Assertion

QUERY = (
    "SELECT DISTINCT claims.subject_id, claims.relation, claims.object_id, claims.polarity, documents.label,"
    " claims.speaker FROM claims JOIN documents ON documents.id = claims.document_id"
)


def assertions(connection: sqlite3.Connection) -> Iterator[Assertion]:
    """Each distinct assertion of the store once."""
    for row in connection.execute(QUERY):
        subject, relation, object_, polarity, label, speaker = row
        yield Assertion(subject, relation, object_, polarity, (label, speaker))
