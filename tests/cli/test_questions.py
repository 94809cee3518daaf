import json
from pathlib import Path

import pytest


def json_lines(result) -> list[dict]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def table(result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    header, *lines = (line.split("\t") for line in result.stdout.splitlines())
    return [dict(zip(header, line, strict=True)) for line in lines]


def links(result) -> list[str]:
    return [f"{row['subject']} {row['relation']} {row['object']}" for row in table(result)]


def test_claims_as_json_are_the_rows_of_claims_jsonl(built, run_cli):
    result = run_cli("claims", built, "--json")
    assert result.stdout == (built / "claims.jsonl").read_text(encoding="utf-8")
    assert result.stderr == ""


def test_claims_in_a_pipe_are_tab_separated(built, run_cli):
    rows = table(run_cli("claims", built))
    assert len(rows) == 5
    assert rows[2] == {
        "subject": "Acme",
        "relation": "supports",
        "object": "Borg",
        "polarity": "denied",
        "certainty": "asserted",
        "speakers": "spokesman",
        "evidence": "According to the spokesman, Acme does not support Borg.",
        "source": "Evening Star",
        "title": "Denials",
        "author": "A. Writer",
        "date": "2021-08",
        "url": "https://star.example/b",
        "document": "articles/b.txt",
        "start": rows[2]["start"],
        "end": rows[2]["end"],
        "confidence": "0.8",
        "contested": "yes",
        "id": rows[2]["id"],
    }


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--source", "Morning Post"], ["Acme supports Borg", "Borg attacks Corvid"]),
        (["--source", "morning post", "--source", "c.txt", "--relation", "attacks"], ["Borg attacks Corvid"]),
        (["--source", "Morning Post", "--relation", "attacks"], ["Borg attacks Corvid"]),
        (["--actor", "dorn"], ["Corvid supports Dorn", "Dorn supports Acme"]),
        (["--actor", "Dorn", "--certainty", "hedged"], ["Corvid supports Dorn"]),
        (["--actor-type", "person"], []),
        (["--polarity", "denied"], ["Acme supports Borg"]),
        (["--speaker", "spokesman"], ["Acme supports Borg"]),
        (["--document", "b", "--min-confidence", "0.7"], ["Acme supports Borg"]),
        (["--since", "2021"], ["Acme supports Borg", "Corvid supports Dorn"]),
        (["--since", "2021-08-15", "--until", "2021-08-20"], ["Acme supports Borg", "Corvid supports Dorn"]),
        (["--until", "2020-04"], []),
        (["--relation", "allied with"], []),
        (["--contested"], ["Acme supports Borg", "Acme supports Borg"]),
        (["--contested", "--source", "Morning Post"], ["Acme supports Borg"]),
        (["--min-sources", "2"], ["Acme supports Borg", "Acme supports Borg"]),
        (["--limit", "1"], ["Acme supports Borg"]),
    ],
)  # fmt: skip
def test_filters(built, run_cli, options, expected):
    assert links(run_cli("claims", built, *options)) == expected


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--source", "Morning Past"], 'no source "Morning Past"; nearest: "Morning Post"'),
        (["--actor", "Akme"], 'no actor "Akme"; nearest: "Acme"'),
        (["--actor", "Acme", "--actor", "Zzyzx"], 'no actor "Zzyzx"'),
        (["--relation", "suports"], 'no relation "suports"; known: identified_with, '),
        (["--document", "z.txt"], 'no document "z.txt"'),
        (["--since", "yesterday"], "write a date as 2021, 2021-08 or 2021-08-26"),
        (["--until", "2021-13"], "write a date as 2021, 2021-08 or 2021-08-26"),
        (["--min-confidence", "2"], "2.0 is not in the range"),
        (["--min-confidence", "nan"], "nan is not a number"),
        (["--source", "Post"], 'no source "Post"; nearest: "Morning Post"'),
        (["--source", "Morning\udcff"], 'no source "Morning�"; nearest: "Morning Post"'),
        (["--polarity", "doubted"], "is not one of"),
    ],
)
def test_filters_that_cannot_match_are_wrong_usage(built, run_cli, options, said):
    result = run_cli("claims", built, *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


def test_claims_of_a_jsonl_are_the_same(built, run_cli):
    whole = run_cli("claims", built).stdout
    assert run_cli("claims", built / "claims.jsonl").stdout == whole
    assert run_cli("claims", built / "graphkit.db").stdout == whole


def test_a_folder_without_store_is_told(run_cli, tmp_path):
    result = run_cli("claims", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {tmp_path}: holds no graphkit.db; build it anew")


def test_actors(built, run_cli):
    rows = table(run_cli("actors", built))
    assert [(row["name"], row["claims"], row["sources"]) for row in rows] == [
        ("Acme", "3", "3"),
        ("Borg", "3", "2"),
        ("Corvid", "2", "2"),
        ("Dorn", "2", "2"),
    ]
    only = json_lines(run_cli("actors", built, "--source", "Morning Post", "--json"))
    assert [(row["id"], row["as_subject"], row["as_object"]) for row in only] == [
        ("borg", 1, 1),
        ("acme", 1, 0),
        ("corvid", 0, 1),
    ]
    assert only[0]["sources"] == ["Morning Post"]


def test_sources(built, run_cli):
    rows = {row["source"]: row for row in table(run_cli("sources", built))}
    assert rows["Morning Post"]["claims"] == "2"
    assert rows["Morning Post"]["missing"] == "author; url"
    assert rows["c.txt"]["missing"] == "publisher; title; author; date; url"
    assert rows["Evening Star"]["missing"] == ""


def test_sources_check_lists_what_is_missing(built, run_cli):
    result = run_cli("sources", built, "--check")
    assert [(row["document"], row["missing"]) for row in table(result)] == [
        ("articles/a.txt", "author; url"),
        ("articles/c.txt", "publisher; title; author; date; url"),
    ]
    assert "2 documents without full metadata" in result.stderr
    of_one = run_cli("sources", built, "--check", "--source", "Morning Post")
    assert [row["document"] for row in table(of_one)] == ["articles/a.txt"]
    complete = run_cli("sources", built, "--check", "--source", "Evening Star")
    assert table(complete) == []
    assert complete.stderr == "No document lacks publisher, title, author, date or url.\n"


def test_stats(built, run_cli):
    rows = table(run_cli("stats", built))
    counts = {(row["what"], row["name"]): row["count"] for row in rows}
    assert counts["claims", ""] == "5"
    assert counts["claims denied", ""] == "1"
    assert counts["claims by relation", "supports"] == "4"
    assert counts["claims by source", "Evening Star"] == "2"
    (figures,) = json_lines(run_cli("stats", built, "--contested", "--json"))
    assert (figures["claims"], figures["documents"], figures["unsourced_share"]) == (2, 2, 0.0)
    assert len(table(run_cli("stats", built, "--top", "0"))) == 8


def test_compare_shows_both_sides(built, run_cli):
    (dispute,) = json_lines(run_cli("compare", built, "--json"))
    assert dispute["pair"] == ["acme", "borg"]
    sides = [
        (side["polarity"], side["voices"], len(side["claims"]))
        for side in (dispute["first"], dispute["second"])
    ]
    assert sides == [
        ("affirmed", [{"source": "Morning Post", "speaker": "author"}], 1),
        ("denied", [{"source": "Evening Star", "speaker": "spokesman"}], 1),
    ]
    rows = table(run_cli("compare", built))
    assert [(row["dispute"], row["side"], row["source"]) for row in rows] == [
        ("1", "1", "Morning Post"),
        ("1", "2", "Evening Star"),
    ]


def test_compare_without_dispute(built, run_cli):
    result = run_cli("compare", built, "--actor", "dorn")
    assert table(result) == []
    assert result.stderr == "Nothing is contested among these claims.\n"


def test_compare_of_two_sources(built, run_cli):
    given = ["--source", "Morning Post", "--source", "Evening Star"]
    rows = table(run_cli("compare", built, *given))
    assert [
        (row["said_by"], row["subject"], row["object"], row["affirmed_by"], row["denied_by"]) for row in rows
    ] == [
        ("both", "Acme", "Borg", "Morning Post", "spokesman in Evening Star"),
        ("only Morning Post", "Borg", "Corvid", "Morning Post", ""),
        ("only Evening Star", "Corvid", "Dorn", "Evening Star", ""),
    ]
    (compared,) = json_lines(run_cli("compare", built, *given, "--json"))
    assert len(compared["contradictions"]) == 1
    assert [link["object"] for link in compared["only_second"]] == ["dorn"]


def test_path(built, run_cli):
    found = json_lines(run_cli("path", built, "Borg", "dorn", "--json"))
    assert [path["actors"] for path in found] == [["borg", "acme", "dorn"], ["borg", "corvid", "dorn"]]
    assert [len(step["claims"]) for step in found[0]["steps"]] == [2, 1]
    rows = table(run_cli("path", built, "Borg", "dorn", "--limit", "1"))
    assert [(row["path"], row["step"], row["polarity"]) for row in rows] == [
        ("1", "1", "affirmed"),
        ("1", "1", "denied"),
        ("1", "2", "affirmed"),
    ]


def test_path_uses_the_filters(built, run_cli):
    result = run_cli("path", built, "Borg", "dorn", "--source", "c.txt")
    assert table(result) == []
    assert result.stderr == "No chain of claims links Borg and Dorn.\n"


@pytest.mark.parametrize(
    ("actors", "said"),
    [
        (("Borg", "Dorm"), 'no actor "Dorm"; nearest: "Dorn"'),
        (("Borg", "borg"), "Both are Borg (borg); name two actors."),
    ],
)
def test_path_between_impossible_actors_is_wrong_usage(built, run_cli, actors, said):
    result = run_cli("path", built, *actors)
    assert result.exit_code == 2
    assert said in result.stderr


def test_verify(built, run_cli):
    result = run_cli("verify", built)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "5 claims in 3 documents: every quote found at its place.\n"


def test_verify_lists_what_does_not_hold(built, run_cli):
    import sqlite3

    with sqlite3.connect(built / "graphkit.db") as connection:
        connection.execute("UPDATE claims SET evidence = 'Never written.' WHERE relation = 'attacks'")
    connection.close()
    result = run_cli("verify", built)
    assert result.exit_code == 1
    assert "articles/a.txt: claim" in result.stdout
    assert "Never written." in result.stdout
    assert result.stderr.startswith("1 problem;")


def test_verify_needs_the_texts(built: Path, run_cli):
    result = run_cli("verify", built / "claims.jsonl")
    assert result.exit_code == 1
    assert f"{built / 'claims.jsonl'}: verify needs graphkit.db" in result.stderr


def test_texts_that_look_like_formulas_are_made_harmless_in_tables(built, run_cli):
    import sqlite3

    with sqlite3.connect(built / "graphkit.db") as connection:
        connection.execute("UPDATE documents SET title = '=cmd()', author = '\t+1', date = '2020'")
    connection.close()
    (row, *_) = table(run_cli("claims", built))
    assert (row["title"], row["author"], row["date"], row["source"]) == (
        "'=cmd()",
        "' +1",
        "2020",
        "Morning Post",
    )
    (row, *_) = json_lines(run_cli("claims", built, "--json"))
    assert row["document"]["title"] == "=cmd()"


def test_a_copy_is_found_by_its_own_source(articles, pipeline, run_cli, tmp_path):
    (articles / "d.txt").write_bytes((articles / "a.txt").read_bytes())
    with (articles / "sources.csv").open("a", encoding="utf-8") as lines:
        lines.write("d.txt,Night Mail,,,,\n")
    run_cli("build", articles, "-o", tmp_path / "copied")
    rows = table(run_cli("claims", tmp_path / "copied", "--source", "Night Mail"))
    assert [(row["source"], row["document"]) for row in rows] == [("Morning Post", "articles/a.txt")] * 2
    lines = {row["source"]: row for row in table(run_cli("sources", tmp_path / "copied"))}
    assert [lines[name]["copies"] for name in ("Morning Post", "Night Mail")] == ["0", "1"]
    assert (lines["Night Mail"]["documents"], lines["Night Mail"]["claims"]) == ("1", "2")
