"""What names look like: ids, kinds, and the spellings under which one name is written."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graphkit.records import content_hash

NameKind = Literal["name", "acronym", "demonym", "adjective", "capital"]

ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’](s\b)?")
INITIALS = re.compile(r"\b(?:\w\.){2,}")
ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Z0-9.&/+-]*")


@dataclass(frozen=True, slots=True, order=True)
class LexiconName:
    """One text that may stand for an actor.

    `kind` says when it does: "name" always; "acronym" only in this case of letters (US, WHO); "adjective"
    (Pakistani) and "demonym" (Americans) where the state's forces or officials are meant; "capital"
    (Islamabad, the Kremlin) where it acts as a state.
    """

    text: str
    actor: str
    kind: NameKind


def slug(name: str) -> str:
    """The id that a name gives: lower case, no accents, words joined by "_"; never empty.

    >>> slug("Haqqani Network"), slug("the Élysée’s"), slug("U.S."), slug("al-Qa'ida")
    ('haqqani_network', 'elysee', 'us', 'al_qaida')
    >>> slug("Талибан"), slug("!")
    ('талибан', 'actor_bb7208bc9b5d7c04')
    """
    bare = ARTICLE.sub("", name.strip(), count=1) if ARTICLE.match(name.strip()) else name
    bare = POSSESSIVE.sub("", INITIALS.sub(lambda found: found[0].replace(".", ""), bare))
    words = re.findall(r"[^\W_]+", plain_letters(bare).casefold())
    return "_".join(words) or f"actor_{content_hash(name)}"


def plain_letters(text: str) -> str:
    """The text without accents; letters that have none (Arabic, Cyrillic) stay as they are.

    >>> plain_letters("Élysée")
    'Elysee'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFKC", bare)


def name_kind(text: str) -> NameKind:
    """Whether a listed alias is an acronym, whose case of letters must match, or an ordinary name.

    >>> name_kind("ISI"), name_kind("U.S."), name_kind("LeT"), name_kind("TOLO News")
    ('acronym', 'acronym', 'name', 'name')
    """
    return "acronym" if ACRONYM.fullmatch(text) else "name"


def name_key(text: str) -> str:
    """Two names with the same key cannot be told apart: only names of one word keep their case of letters.

    >>> name_key("Haqqani  Network"), name_key("WHO"), name_key("Qa’ida")
    ('haqqani network', 'WHO', "Qa'ida")
    """
    words = text.replace("’", "'").split()
    return words[0] if len(words) == 1 else " ".join(words).casefold()


def spellings(text: str) -> Iterator[str]:
    """Further spellings of a name that no author would list: blanks for hyphens, no accents, and so on.

    >>> list(spellings("al-Qa'ida"))
    ['al Qa’ida', "al Qa'ida", 'al-Qa’ida', 'Al Qa’ida', "Al Qa'ida", 'Al-Qa’ida', "Al-Qa'ida"]
    >>> list(spellings("Ministry of Défense"))
    ['Ministry of Defense']
    """
    forms = {text, plain_letters(text)}
    forms |= {form.replace(" & ", " and ") for form in forms}
    forms |= {form.replace("-", " ") for form in forms}
    forms |= {form.replace("'", "’") for form in forms} | {form.replace("’", "'") for form in forms}
    forms |= {form[0].upper() + form[1:] for form in forms}
    yield from sorted(forms - {text}, key=lambda form: (form[0].isupper(), form.replace("’", "\t")))
