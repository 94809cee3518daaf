"""Claims of others to a store: by hand, from graphkit's own files; hostile cells; the same again."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from claim_making import ACTORS, claim, document, extraction, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.errors import FormatError, UnreadableDocument
from graphkit.exporters import read_graphml, write_claims, write_graphml
from graphkit.graph.graph_rows import graph_edges, is_graph_of_claims
from graphkit.lexicon import Lexicon, load_lexicon, load_relations
from graphkit.readers import DocumentWarning
from graphkit.records import ActorType
from graphkit.store import ClaimStore, verify
from graphkit.store.importing import Tally, add_items, checked_items, read_items, row_of_flat

RELATIONS = load_relations()
HEAD = ("subject", "relation", "object", "quote")
PLAIN = ("Acme", "supports", "Borg", "Acme supports Borg.")


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("lexicon") / "actors.yaml"
    path.write_text(
        "- {id: harbour_guild, name: Harbour Guild, type: organization, aliases: [HG, Guild of it]}\n"
        "- {id: east_fleet, name: East Fleet, type: agency, country: EE}\n",
        encoding="utf-8",
    )
    return load_lexicon([path], builtin=False)


def table(
    path: Path, head: Sequence[str], *rows: Sequence[str], delimiter: str = ",", bom: bool = False
) -> Path:
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([head, *rows])
    return path


def take_in(
    store: ClaimStore, path: Path, lexicon: Lexicon
) -> tuple[Tally, list[UnreadableDocument], list[UnreadableDocument]]:
    """The tally, what was lost, what was doubtful."""
    problems: list[UnreadableDocument] = []
    tally = add_items(store, read_items(path, lexicon, RELATIONS, problems.append), problems.append)
    doubts = [item for item in problems if isinstance(item, DocumentWarning)]
    return tally, [item for item in problems if not isinstance(item, DocumentWarning)], doubts


def dump(store: ClaimStore) -> list[Any]:
    """All that the store holds, row by row."""
    store.actors()
    tables = ("documents", "copies", "actors", "sightings", "mentions", "claims")
    return [
        list(map(tuple, store.connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2"))) for name in tables
    ]


def test_a_row_becomes_a_document_with_one_claim(tmp_path: Path, lexicon: Lexicon) -> None:
    head = (*HEAD, "polarity", "certainty", "speaker", "publisher", "title", "author", "date", "url")
    more = (
        "denied",
        "hedged",
        "the envoy",
        "Post",
        "On Acme",
        "A. Writer",
        "5 June 2020",
        "https://x.example/a",
    )
    full = (*head, "subject_type", "confidence", "trigger")
    quote = "HG, said the envoy, does not arm Borg."
    row = ("the Harbour Guild", "supports", "Borg", quote, *more, "company", "0.456", "arm")
    with ClaimStore(":memory:") as store:
        tally, lost, doubts = take_in(store, table(tmp_path / "rows.csv", full, PLAIN, row), lexicon)
        assert (tally, lost) == (Tally(added=2), [])
        assert [str(doubt).split(": ")[1].split(";")[0] for doubt in doubts] == [
            "it has 4 fields, the header 15"
        ]
        found = list(store.rows())[1]
        assert list(verify(store)) == []
    assert found["document"] == {
        "id": found["document"]["id"],
        "path": "rows.csv#2",
        "also": [],
        **{"publisher": "Post", "title": "On Acme", "author": "A. Writer"},
        **{"date": "2020-06-05", "url": more[-1]},
    }
    assert (found["subject"]["id"], found["subject"]["mention"]) == ("harbour_guild", "HG")
    assert (found["object"]["id"], found["object"]["mention"], found["object"]["type"]) == (
        "borg",
        "Borg",
        "other",
    )
    assert [found[name] for name in ("polarity", "certainty", "speakers", "speaker_ids")] == [
        *("denied", "hedged", ["envoy"], [None])
    ]
    assert (found["evidence"], found["trigger"], found["confidence"], found["extractor"]) == (
        *(quote, "arm", 0.46, "import"),
    )


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("rows.csv", ("From", " LINK TYPE", "To", "Evidence", "Source")),
        ("rows.tsv", ("Subject", "Predicate", "OBJECT", "sentence", "Newspaper")),
        ("rows.csv", ("Source", "Relation", "Target", "Text", "Publication")),
    ],
)
def test_headers_are_forgiven(tmp_path: Path, lexicon: Lexicon, name: str, head: Sequence[str]) -> None:
    delimiter = "\t" if name.endswith(".tsv") else ";"
    path = table(tmp_path / name, head, (*PLAIN, "Post"), delimiter=delimiter, bom=True)
    with ClaimStore(":memory:") as store:
        assert take_in(store, path, lexicon) == (Tally(added=1), [], [])
        (row,) = store.rows()
    assert (row["subject"]["id"], row["object"]["id"]) == ("acme", "borg")
    assert (row["evidence"], row["document"]["publisher"]) == (PLAIN[3], "Post")


def test_lines_of_json_are_rows_too(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        dict(zip(HEAD, PLAIN, strict=True)),
        {**dict(zip(HEAD, PLAIN, strict=True)), "quote": "So Borg.", "speakers": ["UN", "the East Fleet"]},
    ]
    path.write_text("\n".join(["", *map(json.dumps, rows), "{", "[]", '{"subject": 1}']), encoding="utf-8")
    with ClaimStore(":memory:") as store:
        tally, lost, _ = take_in(store, path, lexicon)
        found = {row["document"]["path"]: row for row in store.rows()}
        assert list(verify(store)) == []
    assert tally.added == 2
    assert [problem.where for problem in lost] == [f"{path}, line {line}" for line in (4, 5, 6)]
    assert (found["rows.jsonl#3"]["speakers"], found["rows.jsonl#3"]["speaker_ids"]) == (
        *(["UN", "East Fleet"], [None, "east_fleet"]),
    )
    subject = found["rows.jsonl#3"]["subject"]
    assert subject["mention"] == "So Borg.", "one that is not named stands for the whole quote"


def test_ends_stand_apart_where_they_can(tmp_path: Path, lexicon: Lexicon) -> None:
    quote = "East Fleet Guards fight the East Fleet; unacme is no name."
    path = table(tmp_path / "a.csv", HEAD, ("East Fleet", "opposes", "East Fleet Guards", quote))
    with ClaimStore(":memory:") as store:
        take_in(store, path, lexicon)
        (row,) = store.rows()
        assert list(verify(store)) == []
    # symmetric: the end that stands first is the subject
    assert (row["subject"]["mention"], row["object"]["mention"]) == ("East Fleet Guards", "East Fleet")
    assert row["object"]["start"] == quote.rindex("East Fleet")


def test_a_type_in_one_row_is_the_actors_in_all(tmp_path: Path, lexicon: Lexicon) -> None:
    head = (*HEAD, "subject type", "object_type")
    rows = [("Acme", "leads", "Borg", f"{number} Acme leads Borg.", "", "") for number in range(3)]
    rows.append(("Borg", "leads", "Acme", "Borg leads Acme.", "armed group", "Organisation"))
    with ClaimStore(":memory:") as store:
        take_in(store, table(tmp_path / "a.csv", head, *rows), lexicon)
        types = {actor.id: actor.type for actor in store.actors().values()}
    assert types == {"acme": ActorType.ORGANIZATION, "borg": ActorType.ARMED_GROUP}


BAD_ROWS = [
    ({"subject": " "}, "it has no subject"),
    ({"quote": ""}, "it has no quote"),
    ({"relation": "suports"}, "did you mean supports?"),
    ({"polarity": "maybe"}, "write one of affirmed, denied"),
    ({"certainty": "?x"}, "write one of asserted, hedged"),
    ({"confidence": "7"}, "not between 0 and 1"),
    ({"confidence": "nan"}, "not between 0 and 1"),
    ({"trigger": "fires"}, "does not stand in the quote"),
    ({"subject_type": "militia"}, "write one of person, armed_group"),
    ({"speakers": "author; UN"}, "stands in a chain"),
]


@pytest.mark.parametrize(("change", "said"), BAD_ROWS, ids=[said for _, said in BAD_ROWS])
def test_a_bad_row_is_named_and_the_rest_is_read(
    tmp_path: Path, lexicon: Lexicon, change: dict[str, str], said: str
) -> None:
    good = dict(zip(HEAD, PLAIN, strict=True))
    head = (*HEAD, *(name for name in change if name not in HEAD))
    rows = [good | {"quote": "Two\nlines: Acme, Borg."}, good | change, good]
    path = table(tmp_path / "a.csv", head, *([row.get(name, "") for name in head] for row in rows))
    with ClaimStore(":memory:") as store:
        tally, (problem,), _ = take_in(store, path, lexicon)
    assert tally.added == 2
    assert problem.where == f"{path}, line 4"
    assert said in str(problem)


def test_an_open_quote_costs_its_own_row_only(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "a.csv"
    lines = [
        ",".join(HEAD),
        'Acme,leads,Borg,"Acme leads',
        *(f'A{n},leads,Borg,"A{n}, he ""leads"""' for n in range(3)),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with ClaimStore(":memory:") as store:
        tally, (problem,), _ = take_in(store, path, lexicon)
        assert [row["evidence"] for row in store.rows()] == [f'A{n}, he "leads"' for n in range(3)]
    assert (tally.added, problem.where) == (3, f"{path}, line 2")


def test_a_table_without_its_columns_is_refused(tmp_path: Path, lexicon: Lexicon) -> None:
    path = table(tmp_path / "a.csv", ("subject", "object", "note"), ("a", "b", "c"))
    with pytest.raises(
        FormatError, match=r"line 1: no column for relation, quote \(its columns: subject, object"
    ):
        list(read_items(path, lexicon, RELATIONS, list[UnreadableDocument]().append))
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(FormatError, match=r"save it as \.csv"):
        list(read_items(tmp_path / "a.docx", lexicon, RELATIONS, list[UnreadableDocument]().append))


def test_one_quote_in_several_rows(tmp_path: Path, lexicon: Lexicon) -> None:
    rows = [(*PLAIN, "Post"), (*PLAIN, "Star"), ("Borg", "opposes", "Acme", PLAIN[3], "Post")]
    path = table(tmp_path / "a.csv", (*HEAD, "publisher"), *rows)
    with ClaimStore(":memory:") as store:
        assert take_in(store, path, lexicon)[0] == Tally(added=2, known=1)
        found = list(store.rows())
        assert list(verify(store)) == []
    assert [copy["publisher"] for copy in found[0]["document"]["also"]] == ["Star", "Post"]
    assert {row["relation"] for row in found} == {"supports", "opposes"}


def test_claims_that_would_have_one_id_are_not_lost_unseen(tmp_path: Path, lexicon: Lexicon) -> None:
    path = table(tmp_path / "a.csv", HEAD, ("A", "leads", "B", "They do."), ("C", "leads", "B", "They do."))
    with ClaimStore(":memory:") as store:
        tally, (problem,), _ = take_in(store, path, lexicon)
    assert tally.added == 1
    assert "quote a passage that names both" in str(problem)


def test_an_import_only_adds_and_the_same_again_changes_nothing(tmp_path: Path, lexicon: Lexicon) -> None:
    read = document("Acme supports Borg.", "in/z.txt", publisher="Star")
    path = table(
        tmp_path / "a.csv", HEAD, PLAIN, ("Borg", "leads", "Acme", PLAIN[3]), ("É", "leads", "x", "É x")
    )
    with ClaimStore(":memory:") as store:
        store.add([extraction(read, claim(read, "acme", "attacks", "borg"))], fingerprint="f")
        before = list(store.rows())
        assert take_in(store, path, lexicon)[0].added == 3
        assert list(verify(store)) == []
        after, once = {row["id"]: row for row in store.rows()}, dump(store)
        for row in before:
            assert after[row["id"]]["evidence"] == row["evidence"]
        assert take_in(store, path, lexicon)[0] == Tally(added=0, known=3)
        assert dump(store) == once


def hostile() -> st.SearchStrategy[str]:
    nasty = st.sampled_from(
        [
            '"',
            "\r",
            "\n",
            "\r\n",
            "'",
            "=",
            "+1",
            "-",
            "@",
            "\t",
            "\ufeff",
            ",",
            ";",
            "\u202e",
            "😀",
            "\u2028",
        ]
    )
    return st.lists(
        nasty | st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12
    ).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.tuples(hostile(), hostile(), hostile(), hostile()), min_size=1, max_size=4))
def test_hostile_cells_arrive_as_they_are(
    tmp_path: Path, lexicon: Lexicon, cells: Iterable[tuple[str, ...]]
) -> None:
    """A quote loses the blanks at its edges, nothing else; a row is a claim or a problem, never neither."""
    rows = [(subject, "leads", object_, quote, title) for subject, object_, quote, title in cells]
    path = table(tmp_path / "a.csv", (*HEAD, "title"), *rows)
    with ClaimStore(":memory:") as store:
        tally, lost, _ = take_in(store, path, lexicon)
        assert tally.added + tally.known + len(lost) == len(rows)
        assert list(verify(store)) == []
        kept = {row["evidence"] for row in store.rows()}
        usable = {row[3].strip() for row in rows if all(cell.strip() for cell in row[:4])}
        assert kept == usable
        once = dump(store)
        take_in(store, path, lexicon)
        assert dump(store) == once


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.text(max_size=200))
def test_any_text_is_read_or_refused(tmp_path: Path, lexicon: Lexicon, data: str) -> None:
    for name, head in (
        ("a.csv", ",".join(HEAD) + "\n"),
        ("a.jsonl", ""),
        ("b.jsonl", '{"subject":'),
        ("b.csv", ""),
    ):
        (tmp_path / name).write_text(head + data, encoding="utf-8", errors="replace", newline="")
        problems: list[UnreadableDocument] = []
        try:
            list(read_items(tmp_path / name, lexicon, RELATIONS, problems.append))
        except FormatError:
            assert name == "b.csv" or "\0" in data
        assert all(str(problem).startswith(str(tmp_path)) for problem in problems)


def our_store(store: ClaimStore, *texts: str) -> ClaimStore:
    source = {"publisher": "=1+1 & 'Post'", "title": "'=x", "date": "2020-05", "url": "https://x.example"}
    store.add(
        [
            said(
                "in/a.txt",
                "acme",
                "supports",
                "borg",
                source=source,
                speakers=("East", "@x; y"),
                speaker_ids=("east", None),
            ),
            said("in/b.txt", "acme", "allied_with", "borg", denied=True, hedged=True, text="\r\n-\"';\t"),
            said("in/c.txt", "carla", "leads", "carla", confidence=1.0),
            *(said(f"in/t{n}.txt", "dunn", "opposes", "east", text=text) for n, text in enumerate(texts)),
        ]
    )
    return store


def test_claims_of_graphkit_come_back_whole(tmp_path: Path, lexicon: Lexicon) -> None:
    with our_store(ClaimStore(":memory:")) as store, ClaimStore(":memory:") as found:
        write_claims(store, tmp_path / "c.jsonl")
        assert take_in(found, tmp_path / "c.jsonl", lexicon)[0].added == 3
        assert list(found.rows()) == list(store.rows())
        once = dump(found)
        assert take_in(found, tmp_path / "c.jsonl", lexicon)[0] == Tally(known=3)
        assert dump(found) == once
        # where the texts are, the claims fit them
        assert take_in(store, tmp_path / "c.jsonl", lexicon)[:2] == (Tally(known=3), [])
        assert list(verify(store)) == []


def test_claims_without_text_beside_others_are_verified_as_far_as_can_be(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    with our_store(ClaimStore(":memory:")) as store, ClaimStore(":memory:") as found:
        write_claims(store, tmp_path / "c.jsonl")
        take_in(found, tmp_path / "c.jsonl", lexicon)
        take_in(found, table(tmp_path / "a.csv", HEAD, PLAIN), lexicon)
        assert not found.has_text
        assert list(verify(found)) == []
        found.connection.execute("UPDATE claims SET polarity = 'denied' WHERE relation = 'leads'")
        assert ["its id should be" in str(problem) for problem in verify(found)] == [True]


def test_a_claim_that_does_not_stand_in_the_stores_text_is_refused(tmp_path: Path, lexicon: Lexicon) -> None:
    with our_store(ClaimStore(":memory:")) as store:
        rows = list(store.rows())
        wrong = [{**rows[0], "id": "0" * 16}, {**rows[1], "relation": "frobs"}, {"id": 1}]
        path = tmp_path / "c.jsonl"
        path.write_text(
            "".join(json.dumps({"document": {}, **row}) + "\n" for row in wrong), encoding="utf-8"
        )
        tally, lost, _ = take_in(store, path, lexicon)
        assert (tally, len(lost)) == (Tally(), 3)
        assert "its id should be" in str(next(item for item in lost if item.where.endswith("line 1")))
        assert list(store.rows()) == rows


def test_graphml_gives_every_claim_back(tmp_path: Path) -> None:
    with our_store(ClaimStore(":memory:")) as store, ClaimStore(":memory:") as found:
        write_graphml(store, tmp_path / "g.graphml")
        graph = read_graphml(tmp_path / "g.graphml")
        assert is_graph_of_claims(graph)
        problems: list[UnreadableDocument] = []
        rows = [(key, row_of_flat(flat)) for key, flat in graph_edges(graph)]
        add_items(found, checked_items(rows, RELATIONS, problems.append), problems.append)
        assert problems == []
        assert list(found.rows()) == list(store.rows())
        assert found.actors() == store.actors()
        assert found.actors()["borg"].wikidata == ACTORS["borg"].wikidata == "Q1"
        for flavour in ("aggregated", "reified"):
            write_graphml(store, tmp_path / "o.graphml", flavour=flavour)
            assert not is_graph_of_claims(read_graphml(tmp_path / "o.graphml"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(hostile(), max_size=3))
def test_our_own_csv_gives_the_original_texts_back(
    tmp_path: Path, lexicon: Lexicon, texts: list[str]
) -> None:
    from graphkit.exporters.claims_csv import write_claims_csv

    with our_store(ClaimStore(":memory:"), *texts) as store, ClaimStore(":memory:") as found:
        write_claims_csv(store, tmp_path / "c.csv")
        assert take_in(found, tmp_path / "c.csv", lexicon)[1:] == ([], [])
        assert list(found.rows()) == list(store.rows())
        assert found.actors() == store.actors()
