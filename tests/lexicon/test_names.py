"""Ids from names, and the spellings of one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.lexicon import slug
from graphkit.lexicon.names import name_kind, spellings


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Haqqani Network", "haqqani_network"),
        ("the Haqqani Network", "haqqani_network"),
        ("The Haqqani Network's", "haqqani_network"),
        ("Theresa May", "theresa_may"),
        ("U.S.", "us"),
        ("U.S. Army", "us_army"),
        ("Côte d’Ivoire", "cote_divoire"),
        ("al-Qa'ida", "al_qaida"),
        ("Kata'ib Hezbollah", "kataib_hezbollah"),
        ("a_b__c", "a_b_c"),
        ("حقانی", "حقانی"),
        ("Ｈａｑｑａｎｉ", "haqqani"),
        ("the", "the"),
    ],
)
def test_slug_of(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_slug_is_never_empty_and_has_no_blanks(name: str) -> None:
    made = slug(name)
    assert made
    assert not any(letter.isspace() for letter in made)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), min_size=1))
def test_slug_of_a_slug_is_itself(name: str) -> None:
    assert slug(slug(name).removeprefix("the_")) == slug(name).removeprefix("the_")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ISI", "acronym"),
        ("R&AW", "acronym"),
        ("RFE/RL", "acronym"),
        ("M23", "name"),
        ("G7", "name"),
        ("ISIS-K", "acronym"),
        ("LeT", "name"),
        ("TOLO News", "name"),
        ("A", "name"),
    ],
)
def test_kind_of_name(text: str, kind: str) -> None:
    assert name_kind(text) == kind


def test_spellings_of_transliterated_names() -> None:
    assert "Sheikh Mohammed Ahmad" in set(spellings("Shaykh Muhammad Ahmed"))
    assert list(spellings("Mohammad")) == []


def test_spellings_never_hold_the_name_itself_nor_lower_it() -> None:
    made = list(spellings("Lashkar-e-Taiba"))
    assert made == ["Lashkar e Taiba"]
