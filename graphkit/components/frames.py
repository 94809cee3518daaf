"""Which trigger a token is, and what stands at its two ends."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from graphkit.components.adjective_frames import adjective_frame, phrase_frame, prefix_frames
from graphkit.components.arguments import Arguments
from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.frame import Frame
from graphkit.components.identity_frames import identity_frames
from graphkit.components.noun_frames import noun_frame
from graphkit.components.role_frames import (
    affiliation_frames,
    is_post,
    possessive_frames,
    post_frame,
    role_frame,
)
from graphkit.components.triggers import ADJECTIVE, NOUN, ROLE, VERB, Trigger, Triggers
from graphkit.components.verb_frames import verb_frame

FrameReader = Callable[[int, Trigger, DependencyTree, Arguments], Frame | None]
READERS: dict[str, tuple[tuple[str, FrameReader], ...]] = {
    "VERB": ((VERB, verb_frame), (ADJECTIVE, adjective_frame)),
    "NOUN": ((NOUN, noun_frame), (ROLE, role_frame), (ADJECTIVE, phrase_frame)),
    "PROPN": ((ROLE, role_frame),),
    "ADJ": ((ADJECTIVE, adjective_frame), (VERB, verb_frame), (ROLE, role_frame)),
    "ADV": ((ADJECTIVE, adjective_frame),),
}
"""What a token of each part of speech can be."""


class Attempt(NamedTuple):
    """A trigger that was tried on a token, and the frame that it gave, if any."""

    trigger: Trigger
    frame: Frame | None


def frames_at(
    token: int, tree: DependencyTree, arguments: Arguments, triggers: Triggers, symmetric: frozenset[str]
) -> Iterator[Frame]:
    """The frames that the token opens, with both ends filled; of several triggers the most telling."""
    yield from possessive_frames(token, tree, arguments)
    yield from affiliation_frames(token, tree, arguments)
    if arguments.references.is_name(token):
        return
    best: dict[str, int] = {}
    for trigger, frame in attempts_at(token, tree, arguments, triggers):
        if (
            frame
            and is_filled(frame, symmetric)
            and trigger.weight >= best.setdefault(trigger.kind, trigger.weight)
        ):
            yield frame
    if ROLE not in best and is_post(token, tree) and (frame := post_frame(token, tree, arguments)):
        yield frame
    yield from prefix_frames(token, tree, arguments)
    yield from identity_frames(token, tree, arguments)


def attempts_at(
    token: int, tree: DependencyTree, arguments: Arguments, triggers: Triggers
) -> Iterator[Attempt]:
    """Every trigger that the token may be, the most telling of each kind first."""
    for kind, reader in READERS.get(tree.pos[token], ()):
        for trigger in triggers[kind].get(tree.lemmas[token], ()):
            frame = reader(token, trigger, tree, arguments)
            yield Attempt(trigger, turned(frame, trigger) if frame else None)


def turned(frame: Frame, trigger: Trigger) -> Frame:
    """The frame with its ends swapped where the trigger says the link the other way round."""
    return frame._replace(subjects=frame.objects, objects=frame.subjects) if trigger.is_reversed else frame


def is_filled(frame: Frame, symmetric: frozenset[str]) -> bool:
    """Whether both ends are there; a symmetric relation can have both in its subject."""
    both = frame.relation in symmetric and len(frame.subjects) > 1
    return bool(frame.subjects and (frame.objects or both))
