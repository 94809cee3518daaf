"""Whom a name in a table means, and where it stands in a quote."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from graphkit.lexicon import Lexicon, LexiconName, slug
from graphkit.lexicon.names import ARTICLE, name_kind
from graphkit.records import Actor, ActorType

Span = tuple[int, int]

MOST_PLACES = 50
"""So many places of one name in a quote are looked at."""


class ActorNames:
    """The lexicon's names; what it does not know is called by the slug of its name.

    `types` holds what a table says of an actor in any of its rows.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.known = lexicon.actors
        self.ids = {name.key: name.actor for name in lexicon.names}
        self.names: dict[str, list[LexiconName]] = {}
        for name in lexicon.names:
            self.names.setdefault(name.actor, []).append(name)
        self.types: dict[str, ActorType] = {}
        self.pattern = lru_cache(maxsize=1024)(self._pattern)

    def find(self, text: str) -> str | None:
        """The id in the lexicon, by name, by id or by what the name's slug is."""
        bare = ARTICLE.sub("", text, count=1) if ARTICLE.match(text) else text
        for name in (text, bare):
            found = self.ids.get(name) or (self.ids.get(name.casefold()) if " " in name else None)
            if found:
                return found
        return next((name for name in (text, slug(text)) if name in self.known), None)

    def actor(self, text: str) -> Actor:
        """The actor that is called so, with this name among its aliases."""
        found = self.find(text)
        if found is None:
            actor_id = slug(text)
            return Actor(id=actor_id, name=text, type=self.types.get(actor_id, ActorType.OTHER))
        known = self.known[found]
        further = {text} - {known.name, known.id}
        return Actor(
            id=found,
            name=known.name,
            type=known.type,
            aliases=tuple(sorted({*known.aliases, *further})),
            country=known.country,
            parent=known.parent,
            wikidata=known.wikidata,
        )

    def note_type(self, text: str, kind: ActorType) -> None:
        """Keep the first type that is told of an actor that the lexicon does not know."""
        if self.find(text) is None:
            self.types.setdefault(slug(text), kind)

    def places(self, quote: str, subject: str, object: str) -> tuple[Span, Span]:
        """Where the two stand in the quote, apart if they can be; one that is not named: the whole quote."""
        ends = [list(self._found(quote, name)) or [(0, len(quote))] for name in (subject, object)]
        for one, other in product(*ends):
            if one[1] <= other[0] or other[1] <= one[0]:
                return one, other
        return ends[0][0], ends[1][0]

    def _found(self, quote: str, name: str) -> Iterator[Span]:
        return (match.span() for match in islice(self.pattern(name).finditer(quote), MOST_PLACES))

    def _pattern(self, text: str) -> re.Pattern[str]:
        """All that may stand for the actor, the longest first; acronyms in their own case only."""
        actor = self.actor(text)
        names = {name.text: name.kind != "name" for name in self.names.get(actor.id, ())}
        for name in (actor.name, *actor.aliases, text, ARTICLE.sub("", text, count=1)):
            names.setdefault(name, name_kind(name) != "name")
        ordered = sorted(filter(str.strip, names), key=lambda name: (-len(name), name))
        parts = (re.escape(name) if names[name] else f"(?i:{re.escape(name)})" for name in ordered)
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
