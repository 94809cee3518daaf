"""Lists of actors to a file for --lexicon, which graphkit's own loader takes."""

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.errors import UnreadableDocument
from graphkit.lexicon import load_lexicon
from graphkit.lexicon.entries import read_actors
from graphkit.readers import DocumentWarning
from graphkit.store.importing import read_actor_entries, write_actor_file


def entity(schema: str, *names: str, **properties: Any) -> dict[str, Any]:
    return {"id": "x", "schema": schema, "properties": {"name": list(names), **properties}}


def written(
    path: Path, *, files: tuple[Path, ...] = (), builtin: bool = False
) -> tuple[dict[str, Any], list[str], list[str]]:
    """The actors of the file by id, what was lost, what was doubtful."""
    problems: list[UnreadableDocument] = []
    target = path.with_name("out.yaml")
    entries = read_actor_entries(path, problems.append)
    count, _ = write_actor_file(entries, target, problems.append, files=files, builtin=builtin)
    if count:
        load_lexicon([*files, target], builtin=builtin)
    actors = {item.actor.id: item.actor for item in read_actors(target)} if count else {}
    assert target.exists() == bool(count)
    doubts = [str(item) for item in problems if isinstance(item, DocumentWarning)]
    return actors, [str(item) for item in problems if not isinstance(item, DocumentWarning)], doubts


def ftm(path: Path, *entities: Any) -> Path:
    path.write_text("".join(json.dumps(item) + "\n" for item in entities), encoding="utf-8")
    return path


def test_entities_of_followthemoney(tmp_path: Path) -> None:
    path = ftm(
        tmp_path / "people.ftm.json",
        entity("Person", "Jane Holt", "Holt, Jane", alias=["JH"], nationality=["us"], wikidataId=["Q42"]),
        entity("Company", "Acme Ltd", country=["gb-sct", "gb"]),
        entity("Organization", "Harbour Guild"),
        entity("PublicBody", "Port Office"),
        entity("LegalEntity", "Талибан", alias=["Upland League"]),
        entity("Address", "1 Harbour Road"),
        entity("Person"),
    )
    actors, lost, doubts = written(path)
    assert {actor.id: actor.type.value for actor in actors.values()} == {
        **{"jane_holt": "person", "acme_ltd": "organization", "harbour_guild": "organization"},
        **{"port_office": "agency", "upland_league": "other"},
    }
    jane = actors["jane_holt"]
    assert (jane.name, jane.aliases, jane.country, jane.wikidata) == (
        "Jane Holt",
        ("Holt, Jane", "JH"),
        "US",
        "Q42",
    )
    assert (actors["acme_ltd"].country, actors["upland_league"].name) == ("GB", "Талибан")
    assert lost == [f"{path}, line 7: it has no name; add one, or take the entity out"]
    assert len(doubts) == 1 and "1 entities of the schema 'Address'" in doubts[0]


def test_a_table_and_an_actor_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Name;Type;Also known as;Country;Part of;Wikidata ID\n"
        "Harbour Guild;organisation;HG | The Guild;ee;;Q1\n"
        "East Fleet;agency;;Estonia;Harbour Guild;\n"
        "West Fleet;navy;;;;\nNobody;;;;Nowhere;\n",
        encoding="utf-8",
    )
    actors, lost, doubts = written(tmp_path / "a.csv")
    assert actors["harbour_guild"].aliases == ("HG", "The Guild")
    assert (actors["harbour_guild"].country, actors["east_fleet"].parent) == ("EE", "harbour_guild")
    assert [text.split(": ")[0] for text in lost] == [f"{tmp_path / 'a.csv'}, line 4"]
    assert [text.split("; ")[0].split(": ")[1] for text in doubts] == [
        "country 'ESTONIA' is not of the form PK",
        "parent 'Nowhere' is no actor",
    ]
    (tmp_path / "out.yaml").rename(tmp_path / "in.yaml")
    again, lost, doubts = written(tmp_path / "in.yaml")
    assert (again, lost, doubts) == (actors, [], [])


def test_actors_of_one_name_and_names_of_two_actors(tmp_path: Path) -> None:
    path = ftm(
        tmp_path / "a.ftm.json",
        entity("Person", "Jane Holt", alias=["JH"]),
        entity("Person", "Jane Holt", alias=["J. Holt"], wikidataId=["Q5"]),
        entity("Person", "Jane Holt", wikidataId=["Q6"]),
        entity("Company", "Jane Holt"),
        entity("Person", "John Hull", alias=["JH", "J. Hull"]),
    )
    actors, lost, doubts = written(path)
    assert (actors["jane_holt"].aliases, actors["jane_holt"].wikidata) == (("JH", "J. Holt"), "Q5")
    assert actors["john_hull"].aliases == ("J. Hull",)
    assert [text.split(": ")[0][-6:] for text in lost] == ["line 3", "line 4"]
    assert any("alias 'JH' belongs to jane_holt" in text for text in doubts)


def test_an_actor_of_the_lexicon_keeps_its_id(tmp_path: Path) -> None:
    path = ftm(
        tmp_path / "a.ftm.json",
        entity("Organization", "HQN", alias=["Invented Other Name"]),
        entity("Organization", "Pakistan"),
    )
    actors, lost, _ = written(path, builtin=True)
    assert (list(actors), lost) == (["haqqani_network"], [])
    assert "Invented Other Name" in actors["haqqani_network"].aliases
    known = load_lexicon([tmp_path / "out.yaml"]).actors["haqqani_network"]
    assert known.name == load_lexicon().actors["haqqani_network"].name


def test_nothing_is_written_when_nothing_was_read(tmp_path: Path) -> None:
    actors, lost, _ = written(ftm(tmp_path / "a.ftm.json", entity("Person"), [1]))
    assert (actors, len(lost)) == ({}, 2)


NAMES = st.sampled_from(
    ["US", "the Guild", "The Guild", "Al-Ko", "al ko", "yes", "2021", "~", "#x", "a: b", "É", "é"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    entities=st.lists(
        st.builds(
            lambda schema, names, alias: entity(schema, *names, alias=alias),
            st.sampled_from(["Person", "Company", "PublicBody"]),
            st.lists(NAMES | st.text(max_size=6), max_size=2),
            st.lists(NAMES | st.text(max_size=6), max_size=3),
        ),
        max_size=6,
    )
)
def test_whatever_the_names_the_loader_takes_the_file(tmp_path: Path, entities: list[Any]) -> None:
    (tmp_path / "out.yaml").unlink(missing_ok=True)
    path = ftm(tmp_path / "a.ftm.json", *entities)
    actors, lost, doubts = written(path)
    joined = sum("; joined" in text for text in doubts)
    assert len(actors) + len(lost) + joined == len(entities)
