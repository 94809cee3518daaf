"""Who the actors are and what the relations mean: the data files, read and checked."""

from graphkit.lexicon.actors import Lexicon, load_lexicon
from graphkit.lexicon.data_path import data_path
from graphkit.lexicon.names import LexiconName, NameKind, slug
from graphkit.lexicon.relations import Relation, load_relations, symmetric_names

__all__ = [
    "Lexicon",
    "LexiconName",
    "NameKind",
    "Relation",
    "data_path",
    "load_lexicon",
    "load_relations",
    "slug",
    "symmetric_names",
]
