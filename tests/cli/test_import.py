"""``graphkit import``: exit statuses, messages, what is written and what is not."""

import json

import pytest

from graphkit.store import open_store

HEAD = "subject,relation,object,quote,publisher\n"
GOOD = "Acme,leads,Borg,Acme leads Borg.,Post\n"
BAD = "Acme,frobs,Borg,Acme frobs Borg.,Post\n"


@pytest.fixture
def links(tmp_path):
    path = tmp_path / "links.csv"
    path.write_text(HEAD + GOOD + 'Borg,opposes,Dorn,"Borg, it says, opposes Dorn.",\n', encoding="utf-8")
    return path


def claims_of(path):
    with open_store(path) as store:
        return list(store.rows())


def test_import_into_a_new_store_and_again(links, run_cli, tmp_path):
    for added in (2, 0):
        result = run_cli("import", links, "-o", tmp_path / "out", "--lexicon", "none")
        assert (result.exit_code, result.stdout) == (0, "")
        store = tmp_path / "out" / "graphkit.db"
        assert result.stderr == (
            f"{added} claims added, {2 - added} there already; {store} now holds 2 claims.\n"
        )
    assert run_cli("verify", tmp_path / "out").exit_code == 0
    assert [row["document"]["path"] for row in claims_of(tmp_path / "out")] == ["links.csv#1", "links.csv#2"]


def test_import_adds_to_what_build_made(links, built, run_cli):
    before = claims_of(built)
    assert run_cli("import", links, "-o", built / "graphkit.db").exit_code == 0
    after = claims_of(built)
    assert len(after) == len(before) + 2
    assert {row["id"] for row in before} < {row["id"] for row in after}
    assert run_cli("verify", built).exit_code == 0


def test_import_stays_when_the_folder_is_built_again(links, articles, built, run_cli):
    run_cli("import", links, "-o", built)
    assert run_cli("build", articles, "-o", built).exit_code == 0
    assert sum(row["extractor"] == "import" for row in claims_of(built)) == 2


def test_a_bad_row_is_named_and_the_status_is_3(links, run_cli, tmp_path):
    links.write_text(HEAD + BAD + GOOD, encoding="utf-8")
    result = run_cli("import", links, "-o", tmp_path / "out.db")
    assert result.exit_code == 3
    assert result.stderr.startswith(
        f"1 could not be read:\n  {links}, line 2: relation 'frobs' is not known;"
    )
    assert result.stderr.endswith(
        f"1 claim added, 0 there already; {tmp_path / 'out.db'} now holds 1 claim.\n"
    )


@pytest.mark.parametrize("rows", [HEAD, HEAD + BAD, "a,b\n1,2\n", ""])
def test_nothing_is_written_when_nothing_was_read(links, run_cli, tmp_path, rows):
    links.write_text(rows, encoding="utf-8")
    result = run_cli("import", links, "-o", tmp_path / "new" / "out.db")
    assert result.exit_code == 1
    assert str(links) in result.stderr
    assert list(tmp_path.iterdir()) == [links]


def test_relations_of_ones_own(links, run_cli, tmp_path):
    links.write_text(HEAD + BAD, encoding="utf-8")
    own = tmp_path / "relations.yaml"
    own.write_text(
        "- {name: frobs, definition: does, inverse: done by, color: '#123456'}\n", encoding="utf-8"
    )
    store = tmp_path / "out.db"
    assert run_cli("import", links, "-o", store, "--relations", own).exit_code == 0
    assert run_cli("verify", store).exit_code == 0
    assert run_cli("import", links, "-o", store).exit_code == 0, "the store remembers its relations"


@pytest.mark.parametrize("name", ["claims.jsonl", "graph.graphml"])
def test_graphkits_own_files_come_back(built, run_cli, tmp_path, name):
    result = run_cli("import", built / name, "-o", tmp_path / "new")
    assert result.exit_code == 0, result.stderr
    assert claims_of(tmp_path / "new") == claims_of(built)
    run_cli("export", tmp_path / "new", "-o", tmp_path / name)
    assert (tmp_path / name).read_bytes() == (built / name).read_bytes()


def test_other_graphs_are_refused(built, run_cli, tmp_path):
    run_cli("export", built, "-o", tmp_path / "g.graphml", "--flavour", "aggregated")
    result = run_cli("import", tmp_path / "g.graphml", "-o", tmp_path / "new")
    assert result.exit_code == 1
    assert "--flavour claims" in result.stderr
    assert not (tmp_path / "new").exists()


def test_actors_become_a_lexicon(run_cli, links, tmp_path):
    people = tmp_path / "people.ftm.json"
    entity = {"schema": "Company", "properties": {"name": ["Acme Holding"], "alias": ["Acme"]}}
    people.write_text(json.dumps(entity) + "\n", encoding="utf-8")
    actors = tmp_path / "actors.yaml"
    result = run_cli("import", people, "-o", actors)
    assert (result.exit_code, result.stderr) == (0, f"{actors}: 1 actor; use it with --lexicon {actors}.\n")
    assert run_cli("import", links, "-o", tmp_path / "out", "--lexicon", actors).exit_code == 0
    subject = claims_of(tmp_path / "out")[0]["subject"]
    assert [subject[name] for name in ("id", "type", "mention")] == ["acme_holding", "organization", "Acme"]
    result = run_cli("import", people, "-o", tmp_path / "claims.db")
    assert result.exit_code == 1
    assert "write a list of actors: -o actors.yaml" in result.stderr
    assert not (tmp_path / "claims.db").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "out.csv"], "claims go to a .db file or a folder"),
        (["-o", "claims.jsonl"], "claims go to a .db file or a folder"),
        (["-o", "-"], "claims go to a .db file or a folder"),
        (["-o", "out.db", "--kind", "actors"], "actors go to a .yaml file"),
        (["-o", "out.yaml", "--kind", "claims"], "claims go to a .db file or a folder"),
        ([], "Missing option '-o'"),
    ],
)
def test_wrong_usage(links, run_cli, tmp_path, monkeypatch, options, said):
    monkeypatch.chdir(tmp_path)
    result = run_cli("import", links, *options)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert list(tmp_path.iterdir()) == [links]
