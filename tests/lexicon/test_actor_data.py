"""The data that ships: data/actors/*.yaml and data/countries.yaml."""

import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.lexicon import Lexicon, LexiconName, data_path, load_lexicon, slug
from graphkit.lexicon.countries import read_countries
from graphkit.lexicon.entries import read_actors
from graphkit.records import ActorType

FILES = sorted(data_path("actors").glob("*.yaml"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    started = time.perf_counter()
    loaded = load_lexicon()
    seconds = time.perf_counter() - started
    print(f"{len(loaded.actors)} actors, {len(loaded.names)} names in {seconds:.2f} s")
    return loaded


def named(lexicon: Lexicon, text: str) -> list[LexiconName]:
    """The names that a text is read as: in any case of letters only where the name's key says so."""
    return [name for name in lexicon.names if replace(name, text=text).key == name.key]


def actor_of(lexicon: Lexicon, text: str) -> str | None:
    found = {name.actor for name in named(lexicon, text)}
    assert len(found) <= 1
    return found.pop() if found else None


def kind_of(lexicon: Lexicon, text: str) -> str:
    return named(lexicon, text)[0].kind


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_holds_actors_with_distinct_ids(path: Path) -> None:
    ids = Counter(item.actor.id for item in read_actors(path))
    assert len(ids) >= 60
    assert not [actor for actor, count in ids.items() if count > 1]


def test_ids_are_distinct_across_files(lexicon: Lexicon) -> None:
    listed = [item.actor.id for path in FILES for item in read_actors(path)]
    listed += [item.actor.id for item in read_countries(data_path("countries.yaml"))]
    assert len(listed) == len(set(listed)) == len(lexicon.actors)


def test_no_name_belongs_to_two_actors(lexicon: Lexicon) -> None:
    keys = Counter(name.key for name in lexicon.names)
    assert not [key for key, count in keys.items() if count > 1]


def test_afghanistan_and_pakistan_are_covered_widely() -> None:
    actors = [item.actor for item in read_actors(data_path("actors", "afghanistan_pakistan.yaml"))]
    types = Counter(actor.type for actor in actors)
    assert len(actors) >= 170
    assert types[ActorType.ARMED_GROUP] >= 40
    assert types[ActorType.PERSON] >= 80
    assert types[ActorType.AGENCY] >= 30


def test_parents_lead_to_a_root(lexicon: Lexicon) -> None:
    for actor in lexicon.actors.values():
        chain = [actor.id]
        while parent := lexicon.actors[chain[-1]].parent:
            assert parent not in chain, f"{actor.id} is its own ancestor"
            chain.append(parent)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Haqqani", "haqqani_network"),
        ("Haqqanis", "haqqani_network"),
        ("Khalil-ur-Rehman Haqqani", "khalil_haqqani"),
        ("Khalil ur-Rahman Haqqani", "khalil_haqqani"),
        ("Khalil-ur-Rahman Haqqani", "khalil_haqqani"),
        ("al-Qaeda", "al_qaeda"),
        ("al Qaeda", "al_qaeda"),
        ("Al-Qaida", "al_qaeda"),
        ("al Qa'ida", "al_qaeda"),
        ("al-Qa’ida", "al_qaeda"),
        ("ISIS", "isis"),
        ("Daesh", "isis"),
        ("Islamic State", "isis"),
        ("ISIS-K", "isis_k"),
        ("ISKP", "isis_k"),
        ("Islamic State-Khorasan", "isis_k"),
        ("Wilayat Khorasan", "isis_k"),
        ("ISI", "isi"),
        ("Pentagon", "department_of_defense"),
        ("Tolo News", "tolo_news"),
        ("SANA", "sana"),
        ("Mullah Mohammad Omar", "mullah_omar"),
        ("bin Laden", "osama_bin_laden"),
        ("IS", None),
        ("the network", None),
        ("Khan", None),
        ("foreign affairs", None),
        ("the times", None),
    ],
)
def test_name_stands_for(lexicon: Lexicon, text: str, actor: str | None) -> None:
    assert actor_of(lexicon, text) == actor


@pytest.mark.parametrize(
    "text", ["US", "U.S.", "UN", "WHO", "ISI", "CIA", "ISIS-K", "The Times", "Islamic State"]
)
def test_names_that_must_keep_their_case(lexicon: Lexicon, text: str) -> None:
    assert kind_of(lexicon, text) == "acronym"


@pytest.mark.parametrize("text", ["us", "who", "un", "it", "army", "state", "taliban fighters"])
def test_ordinary_words_are_no_names(lexicon: Lexicon, text: str) -> None:
    assert actor_of(lexicon, text) is None


def test_states_of_the_world(lexicon: Lexicon) -> None:
    states = [item.actor for item in read_countries(data_path("countries.yaml"))]
    assert len([state for state in states if state.country]) >= 197
    assert {state.type for state in states} == {ActorType.GOVERNMENT}
    assert {"TW", "XK", "PS", "VA"} <= {state.country for state in states}
    assert [state.id for state in states if state.country is None] == [
        "soviet_union",
        "yugoslavia",
        "east_germany",
        "czechoslovakia",
        "north_vietnam",
        "south_vietnam",
        "south_yemen",
    ]


def test_state_ids_are_slugs_of_their_names() -> None:
    states = [item.actor for item in read_countries(data_path("countries.yaml"))]
    assert [(state.id, slug(state.name)) for state in states if state.id != slug(state.name)] == []


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("Pakistan", "pakistan", "name"),
        ("Pakistani", "pakistan", "adjective"),
        ("Pakistanis", "pakistan", "demonym"),
        ("Islamabad", "pakistan", "capital"),
        ("Pakistani government", "pakistan", "name"),
        ("Musharraf government", "pakistan", "name"),
        ("Kabul", "afghanistan", "capital"),
        ("Kremlin", "russia", "capital"),
        ("White House", "united_states", "capital"),
        ("Washington", "united_states", "capital"),
        ("Biden administration", "united_states", "name"),
        ("government of the United States", "united_states", "name"),
        ("US government", "united_states", "name"),
        ("UK", "united_kingdom", "acronym"),
        ("Elysée", "france", "capital"),
        ("Burma", "myanmar", "name"),
        ("Côte d’Ivoire", "ivory_coast", "name"),
        ("St. Lucia", "saint_lucia", "name"),
    ],
)
def test_state_is_named_by(lexicon: Lexicon, text: str, actor: str, kind: str) -> None:
    assert (actor_of(lexicon, text), kind_of(lexicon, text)) == (actor, kind)
