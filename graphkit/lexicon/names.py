"""What names look like: ids, kinds, and the spellings under which one name is written."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from graphkit.records import content_hash

NameKind = Literal["name", "acronym", "demonym", "adjective", "capital"]

ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’](s\b)?")
INITIALS = re.compile(r"\b(?:\w\.){2,}")
ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Z0-9.&/+-]*")

# Without their capitals these are no names: "an Islamic state", "a red army of ants".
ORDINARY_WORDS = frozenset(
    (
        "Army of the Pure",
        "Black Cube",
        "Central Command",
        "Check Point",
        "Cold River",
        "Conservative Party",
        "Contagious Interview",
        "Dark Matter",
        "Democratic Party",
        "Digital Crimes Unit",
        "Double Dragon",
        "Executive Outcomes",
        "Federal News Agency",
        "Gray Wolves",
        "Grey Wolves",
        "Hacking Team",
        "Home Office",
        "Iron Tiger",
        "Islamic Emirate",
        "Islamic State",
        "Joint Chiefs",
        "Khorasan Province",
        "Lotus Blossom",
        "Monitoring Team",
        "Party of God",
        "Red Army",
        "Red Cross",
        "Red Mosque",
        "Red Unit",
        "Republican Party",
        "Right Sector",
        "Sea Turtle",
        "Security Council",
        "Social Design Agency",
        "Threat Analysis Group",
        "Tiger Forces",
        "World Court",
    )
)

ROMANIZATIONS = (
    ("Mohammad", "Mohammed", "Muhammad", "Mohamed", "Muhammed"),
    ("Ahmad", "Ahmed"),
    ("Hussein", "Hussain", "Husain", "Husayn"),
    ("Sheikh", "Shaikh", "Shaykh"),
    ("Mullah", "Mulla"),
    ("Mawlawi", "Maulvi", "Maulawi", "Molvi", "Moulavi"),
    ("Maulana", "Mawlana"),
    ("Rahman", "Rehman"),
)
"""Spellings of one Arabic, Persian or Urdu word that newspapers use side by side."""

SPELLED = {word: group for group in ROMANIZATIONS for word in group}


@dataclass(frozen=True, slots=True, order=True)
class LexiconName:
    """One text that may stand for an actor.

    `kind` says when it does: "name" always; "acronym" only in this case of letters (US, WHO; titles of media
    and names of ordinary words too: Foreign Policy, Islamic State); "adjective" (Pakistani) and "demonym"
    (Americans) where the state's forces or officials are meant; "capital" (Islamabad, the Kremlin) where it
    acts as a state.
    """

    text: str
    actor: str
    kind: NameKind

    @property
    def key(self) -> str:
        """Two names with the same key cannot be told apart: only names of several words match in any case.

        >>> LexiconName("Haqqani Network", "h", "name").key, LexiconName("The Times", "t", "acronym").key
        ('haqqani network', 'The Times')
        """
        in_any_case = self.kind == "name" and " " in self.text
        return self.text.casefold() if in_any_case else self.text


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
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFKC", bare)


def name_kind(text: str) -> NameKind:
    """Whether a listed name must stand in its own case of letters ("acronym") or is an ordinary name.

    >>> name_kind("ISI"), name_kind("U.S."), name_kind("Islamic State")
    ('acronym', 'acronym', 'acronym')
    >>> name_kind("LeT"), name_kind("Haqqani Network")
    ('name', 'name')
    """
    return "acronym" if ACRONYM.fullmatch(text) or text in ORDINARY_WORDS else "name"


def spellings(text: str) -> Iterator[str]:
    """Further spellings of a name that nobody should have to list: blanks for hyphens, no accents, and so on.

    >>> sorted(spellings("al-Qa'ida"))
    ["Al Qa'ida", 'Al Qa’ida', "Al-Qa'ida", 'Al-Qa’ida', "al Qa'ida", 'al Qa’ida', 'al-Qa’ida']
    >>> sorted(spellings("Mullah Zaïm"))
    ['Mulla Zaim', 'Mulla Zaïm', 'Mullah Zaim']
    """
    forms = {text, plain_letters(text)} | set(romanizations(text))
    forms |= {plain_letters(form).replace(" & ", " and ") for form in forms}
    forms |= {form.replace("-", " ") for form in forms}
    forms |= {form.replace("'", "’") for form in forms} | {form.replace("’", "'") for form in forms}
    forms |= {form[0].upper() + form[1:] for form in forms}
    yield from sorted(forms - {text})


def romanizations(text: str) -> Iterator[str]:
    """The name with each word that has several spellings in all of them; nothing for names of one word.

    >>> list(romanizations("Sheikh Ahmed"))[:3]
    ['Sheikh Ahmad', 'Sheikh Ahmed', 'Shaikh Ahmad']
    """
    if " " in text:
        choices = [SPELLED.get(part, (part,)) for part in re.split(r"([ -])", text)]
        yield from ("".join(chosen) for chosen in product(*choices))
