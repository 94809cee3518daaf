"""The actor lexicon: what a file may hold, how layers go together, what comes out."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from graphkit.errors import LexiconError
from graphkit.lexicon import Lexicon, LexiconName, load_lexicon
from graphkit.records import Actor, ActorType

Write = Callable[..., Path]

RED = "- {id: red_group, name: Red Group, type: armed_group}\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(text: str, name: str = "mine.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def kinds(lexicon: Lexicon, actor: str) -> dict[str, str]:
    return {name.text: name.kind for name in lexicon.names if name.actor == actor}


def test_entry_becomes_an_actor_with_all_fields(write: Write) -> None:
    file = write(
        "- {id: red_group, name: Red Group, type: armed_group, country: PK, wikidata: Q42,\n"
        "  parent: blue_army, aliases: [RG, Reds]}\n"
        "- {id: blue_army, name: Blue Army, type: agency, country: }\n"
    )
    lexicon = load_lexicon([file], builtin=False)
    assert lexicon.actors == {
        "blue_army": Actor(id="blue_army", name="Blue Army", type=ActorType.AGENCY),
        "red_group": Actor(
            id="red_group",
            name="Red Group",
            type=ActorType.ARMED_GROUP,
            aliases=("RG", "Reds"),
            country="PK",
            parent="blue_army",
            wikidata="Q42",
        ),
    }
    assert kinds(lexicon, "red_group") == {"RG": "acronym", "Red Group": "name", "Reds": "name"}


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("id: red_group\n", 1, 'must be a list of actors, each starting with "- "'),
        ("# nothing yet\n", 1, 'must be a list of actors, each starting with "- "'),
        (RED + "- Blue Army\n", 2, "each actor must be a mapping such as {id: …}"),
        ("- name: Red Group\n  type: armed_group\n", 1, 'id is missing; add "id: …"'),
        (RED + "- id: blue\n  type: agency\n", 2, 'name is missing; add "name: …"'),
        ("- {id: red, name: Red}\n", 1, 'type is missing; add "type: …"'),
        ("- id: red\n  name:\n  type: other\n", 1, 'name is missing; add "name: …"'),
        (
            "- id: red\n  name: Red\n  type: other\n  alias: [R]\n",
            4,
            'unknown key "alias"; actors have the keys id, name, type, aliases, country, parent, wikidata',
        ),
        ("- id: red\n  name: Red\n  id: blue\n", 3, 'key "id" is given twice; keep one'),
        (
            "- id: red\n  name: Red\n  type: militia\n",
            3,
            'type "militia" is not known; the types are '
            "person, armed_group, organization, agency, government, media, other",
        ),
        (
            "- {id: Red Group, name: Red Group, type: other}\n",
            1,
            'id "Red Group" of actor may hold a-z, 0-9 and _ only; try "red_group"',
        ),
        (
            RED + "\n" + RED,
            3,
            'id "red_group" is already given in mine.yaml, line 1; ids are unique',
        ),
        (
            "- id: red\n  name: Red\n  type: other\n  parent: blue\n",
            4,
            'parent "blue" of red is no actor; add it or drop the key',
        ),
        (
            RED + "- id: blue\n  name: Blue\n  type: other\n  aliases:\n    - B\n    - red group\n",
            7,
            '"red group" belongs to both red_group and blue; keep it for one of them',
        ),
        (
            "- id: red\n  name: Red\n  type: other\n  aliases: [R, Reds,\n    R]\n",
            5,
            '"R" is listed twice for red; keep one',
        ),
        (
            "- {id: red, name: Red, type: other, aliases: R}\n",
            1,
            "aliases must be a list; write aliases: [one, another]",
        ),
        (
            "- id: red\n  name: Red\n  type: other\n  country: NO\n",
            4,
            'YAML reads country NO as a yes/no value; write "NO" in quotes',
        ),
        (
            "- id: red\n  name: Red\n  type: other\n  aliases: [Reds, 1989-02-15]\n",
            4,
            'YAML reads aliases 1989-02-15 as a date; write "1989-02-15" in quotes',
        ),
        (
            "- id: red\n  name: 313\n  type: other\n",
            2,
            'YAML reads name 313 as a number; write "313" in quotes',
        ),
        ("- id: red\n  name: [Red]\n  type: other\n", 2, "name must be one text, not a list or a mapping"),
        ('- id: red\n  name: "  "\n  type: other\n', 2, "name is empty; write a text or leave the key out"),
        (
            "- id: red\n  name: Red\n  type: other\n  country: Pakistan\n",
            4,
            'country "Pakistan" is not an ISO 3166 code of two capitals, such as "PK"',
        ),
        (
            "- id: red\n  name: Red\n  type: other\n  wikidata: 42Q\n",
            4,
            'wikidata "42Q" is not a Wikidata item, such as "Q42"',
        ),
    ],
)
def test_complaint_names_file_line_and_way_out(write: Write, text: str, line: int, problem: str) -> None:
    file = write(text)
    with pytest.raises(LexiconError) as caught:
        load_lexicon([file], builtin=False)
    assert str(caught.value) == f"{file}, line {line}: {problem}"
    assert (caught.value.path, caught.value.line, caught.value.problem) == (file, line, problem)


def test_text_that_is_not_yaml_is_named_with_its_line(write: Write) -> None:
    with pytest.raises(LexiconError, match=r"mine\.yaml, line 3: not YAML: "):
        load_lexicon([write("- id: red\n  name: Red\n - nonsense: [\n")], builtin=False)


def test_control_character_is_named_without_a_crash(write: Write) -> None:
    with pytest.raises(LexiconError, match="line 1: not YAML: "):
        load_lexicon([write("- id: red\x00\n")], builtin=False)


def test_missing_file_and_wrong_encoding_are_named(tmp_path: Path) -> None:
    missing, latin = tmp_path / "none.yaml", tmp_path / "latin.yaml"
    latin.write_bytes("- {id: x, name: Élysée}".encode("latin-1"))
    with pytest.raises(LexiconError, match="No such file or directory; name a YAML file in UTF-8"):
        load_lexicon([missing], builtin=False)
    with pytest.raises(LexiconError, match="cannot be read: not in UTF-8"):
        load_lexicon([latin], builtin=False)


def test_same_name_in_other_case_is_another_name_when_it_is_one_word(write: Write) -> None:
    file = write(RED + "- {id: who_body, name: WHO, type: other}\n- {id: who_band, name: Who, type: other}\n")
    assert set(load_lexicon([file], builtin=False).actors) == {"red_group", "who_band", "who_body"}


def test_later_file_replaces_the_actor_of_the_same_id(write: Write) -> None:
    file = write("- {id: taliban, name: Taliban movement, type: organization, aliases: [Talibs]}\n")
    lexicon, builtin = load_lexicon([file]), load_lexicon()
    assert lexicon.actors["taliban"].name == "Taliban movement"
    assert "Afghan Taliban" not in kinds(lexicon, "taliban")
    assert len(lexicon.actors) == len(builtin.actors)
    assert lexicon.fingerprint != builtin.fingerprint


def test_last_of_two_files_wins(write: Write) -> None:
    first = write(RED, "first.yaml")
    second = write("- {id: red_group, name: Crimson Group, type: other}\n", "second.yaml")
    assert load_lexicon([first, second], builtin=False).actors["red_group"].name == "Crimson Group"
    assert load_lexicon([second, first], builtin=False).actors["red_group"].name == "Red Group"


def test_alias_of_a_builtin_actor_cannot_be_given_to_another(write: Write) -> None:
    file = write("- {id: my_group, name: My Group, type: other, aliases: [Haqqanis]}\n")
    with pytest.raises(LexiconError, match='"Haqqanis" belongs to both haqqani_network and my_group'):
        load_lexicon([file])


def test_files_may_name_builtin_actors_as_parents(write: Write) -> None:
    file = write("- {id: red_group, name: Red Group, type: armed_group, parent: pakistan}\n")
    assert load_lexicon([file]).actors["red_group"].parent == "pakistan"


def test_without_builtin_actors_and_files_the_lexicon_is_empty() -> None:
    lexicon = load_lexicon(builtin=False)
    assert (lexicon.actors, lexicon.names) == ({}, ())


def test_fingerprint_depends_on_content_only(write: Write) -> None:
    one = write(RED + "- {id: blue, name: Blue, type: other}\n", "one.yaml")
    two = write("# a remark\n- {id: blue, type: other, name: Blue}\n" + RED, "two.yaml")
    assert load_lexicon([one], builtin=False).fingerprint == load_lexicon([two], builtin=False).fingerprint
    assert len(load_lexicon([one], builtin=False).fingerprint) == 16


def test_made_spelling_of_two_actors_belongs_to_neither(write: Write) -> None:
    file = write(
        "- {id: one, name: One, type: other, aliases: [Al-Nur Group]}\n"
        "- {id: two, name: Two, type: other, aliases: [Al Nur-Group]}\n"
    )
    texts = {name.text for name in load_lexicon([file], builtin=False).names}
    assert texts == {"One", "Two", "Al-Nur Group", "Al Nur-Group"}


def test_listed_name_wins_over_made_spelling(write: Write) -> None:
    file = write(
        "- {id: one, name: One, type: other, aliases: [Al-Nur]}\n"
        "- {id: two, name: Two, type: other, aliases: [Al Nur]}\n"
    )
    assert LexiconName("Al Nur", "two", "name") in load_lexicon([file], builtin=False).names


def test_lexicon_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        load_lexicon(builtin=False).fingerprint = "0"  # type: ignore[misc]
