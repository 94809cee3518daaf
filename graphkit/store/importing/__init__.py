"""Claims and actors that others wrote down: tables by hand, files of graphkit, entities of FollowTheMoney.

It stands in the layer of the store because it needs the readers' decoding, the lexicon's names and the tables
of the store, and nothing above: what reads a graph (GraphML) hands its claims in as rows.
"""

from graphkit.store.importing.actor_entries import ActorEntry, read_actor_entries
from graphkit.store.importing.actor_file import Joined, write_actor_file
from graphkit.store.importing.additions import Tally, add_items
from graphkit.store.importing.claim_tables import Item, checked_items, read_items
from graphkit.store.importing.flat_rows import row_of_flat
from graphkit.store.importing.link_rows import RowError

__all__ = [
    "ActorEntry",
    "Item",
    "Joined",
    "RowError",
    "Tally",
    "add_items",
    "checked_items",
    "read_actor_entries",
    "read_items",
    "row_of_flat",
    "write_actor_file",
]
