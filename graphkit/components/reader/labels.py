"""What the network tells apart; the order is that of its outputs, so it changes with the weights only."""

from graphkit.records import ActorType, Polarity

MENTION_TAGS = ("O", "B-NAME", "I-NAME", "B-ANAPHOR", "I-ANAPHOR")
TYPES = tuple(kind.value for kind in ActorType)
CASES = ("none", "lower", "title", "upper", "other")
"""How a word is written; "none" is for what has no letters."""

SYMMETRIC = ("identified_with", "allied_with", "opposes", "negotiates_with", "family_of", "linked_to")
DIRECTED = (
    "member_of",
    "leads",
    "founded",
    "controls",
    "supports",
    "pledged_allegiance_to",
    "attacks",
    "sanctions",
)
RELATIONS = frozenset((*SYMMETRIC, *DIRECTED))
POLARITIES = (*Polarity, "both")
"""What a sentence says of a link; "both": one speaker affirms it there, another denies it."""
BOTH = POLARITIES.index("both")
NONE = "none"
FORTH, BACK = ">", "<"
LABELS = (
    NONE,
    *SYMMETRIC,
    *(relation + direction for relation in DIRECTED for direction in (FORTH, BACK)),
)
"""Of two mentions in text order: no link, a symmetric one, or one from the first to the second or back."""

STATES = (
    NONE,
    *(f"{label}{sign}" for label in LABELS[1:] for sign in ("", "!")),
    *(f"earlier {label}" for label in LABELS[1:]),
)
"""What is known of a pair before it is asked about: the rules read this link here ("!": as denied), or the
text spoke of it shortly before."""


def label_of(relation: str, forth: bool) -> str:
    """The label of a relation whose subject is the first mention (`forth`) or the second."""
    if relation in SYMMETRIC:
        return relation
    return relation + (FORTH if forth else BACK)


def relation_of(label: str) -> tuple[str, bool]:
    """The way back: relation, and whether the first mention is its subject."""
    return label.rstrip(FORTH + BACK), not label.endswith(BACK)
