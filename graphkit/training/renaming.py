"""Marked documents under other names: what teaches the network that a name is a name, whichever it is.

The marked documents have invented names only, real articles have known ones; some documents are therefore
read with the lexicon's names in place of their own. Such texts exist during training, in memory, only.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graphkit.lexicon import Lexicon
from graphkit.records import Actor, ActorType, Document
from graphkit.training.gold_text import GoldClaim, GoldMention, GoldText

Edit = tuple[int, int, str]


class Pool:
    """Actors to borrow names from, by type; `forms` are an actor's names by kind."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.actors: dict[str, list[Actor]] = {}
        for actor in sorted(lexicon.actors.values(), key=lambda actor: actor.id):
            self.actors.setdefault(actor.type.value, []).append(actor)
        self.forms: dict[str, dict[str, list[str]]] = {}
        for entry in lexicon.names:
            self.forms.setdefault(entry.actor, {}).setdefault(entry.kind, []).append(entry.text)

    def drawn(self, types: Mapping[str, str], chance: random.Random) -> dict[str, Actor]:
        """An actor of the same type for each, none twice; actors of a type that runs out keep their names."""
        left = {kind: chance.sample(actors, len(actors)) for kind, actors in self.actors.items()}
        return {actor: left[kind].pop() for actor, kind in sorted(types.items()) if left.get(kind)}


def renamed(gold: GoldText, pool: Pool, version: int) -> GoldText:
    """The document with every name replaced by one of a lexicon actor, mentions and claims moved with it.

    Each `version` draws other actors.
    """
    chance = random.Random(f"{gold.document.id} {version}")
    named = {actor for item in gold.mentions if item.kind == "name" for actor in item.actors}
    drawn = pool.drawn({actor: gold.types[actor] for actor in named if actor in gold.types}, chance)
    edits = [
        (
            item.start,
            item.end,
            new_form(
                gold.document.text[item.start : item.end],
                gold.names.get(item.actors[0], ""),
                drawn[item.actors[0]],
                pool,
            ),
        )
        for item in gold.mentions
        if item.kind == "name" and len(item.actors) == 1 and item.actors[0] in drawn
    ]
    text = edited(gold.document.text, edits)
    return replace(
        gold,
        document=Document(path=gold.document.path, text=text, raw=text),
        mentions=tuple(GoldMention(*moved(item.start, item.end, edits), *item[2:]) for item in gold.mentions),
        claims=tuple(GoldClaim(*moved(item.start, item.end, edits), item.row) for item in gold.claims),
    )


def new_form(form: str, full: str, actor: Actor, pool: Pool) -> str:
    """What the actor is called where the other, in full `full`, is called `form`: by surname, acronym …"""
    forms = pool.forms.get(actor.id, {})
    words = form.split()
    if len(words) == 1 and form.isupper() and len(form) > 1 and forms.get("acronym"):
        return forms["acronym"][0]
    if len(words) == 1 and actor.type is ActorType.PERSON:
        return actor.name.split()[-1]
    if (
        actor.type is ActorType.GOVERNMENT
        and form != full
        and form.endswith(("an", "ese", "ish", "i", "ic"))
        and forms.get("adjective")
    ):
        return forms["adjective"][0]
    shorter = [alias for alias in actor.aliases if len(alias.split()) <= len(words)]
    return shorter[0] if len(words) == 1 and shorter else actor.name


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; they are ascending and do not overlap."""
    parts, done = [], 0
    for start, end, new in edits:
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def moved(start: int, end: int, edits: Iterable[Edit]) -> tuple[int, int]:
    """Where a span is after the edits; one that an edit replaces has the new length."""
    before = shift = 0
    for first, last, new in edits:
        change = len(new) - (last - first)
        if last <= start:
            before += change
        elif first < end:
            shift += change
    return start + before, end + before + shift
