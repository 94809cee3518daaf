import json
import os
import sys

import networkx as nx
import pytest


def test_render_draws_what_passes(built, run_cli, tmp_path):
    page = tmp_path / "new" / "page.html"
    given = ["--source", "Morning Post", "--title", "Seen by </script> one", "--color-by", "polarity"]
    result = run_cli("render", built, "-o", page, *given, "--max-pairs", "5")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == f"{page}: 2 claims between 3 actors.\n"
    html = page.read_text(encoding="utf-8")
    assert "Seen by &lt;/script&gt; one" in html


def test_render_opens_the_browser(built, run_cli, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("click.launch", opened.append)
    run_cli("render", built, "-o", tmp_path / "page.html", "--open")
    assert opened == [(tmp_path / "page.html").as_uri()]


def test_render_of_everything_is_the_page_of_build(built, run_cli, tmp_path):
    run_cli("render", built, "-o", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == (built / "graph.html").read_bytes()


def test_export_of_everything_is_what_build_wrote(built, run_cli, tmp_path):
    for name in ("graph.graphml", "claims.jsonl"):
        result = run_cli("export", built, "-o", tmp_path / name)
        assert result.exit_code == 0, result.stderr
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes()


def test_export_and_render_to_stdout(built, run_cli):
    result = run_cli("export", built, "-o", "-", "--format", "graphml")
    assert result.stdout_bytes == (built / "graph.graphml").read_bytes()
    assert result.stderr == ""
    assert run_cli("render", built, "-o", "-").stdout_bytes == (built / "graph.html").read_bytes()
    assert run_cli("export", built, "-o", "-").exit_code == 2


@pytest.mark.parametrize(
    ("name", "option", "value", "sign"),
    [
        ("g.graphml", "--flavour", "reified", 'id="claim:'),
        ("g.cypher", "--dialect", "memgraph", "CREATE INDEX ON"),
    ],
)
def test_an_option_of_one_format(built, run_cli, tmp_path, name, option, value, sign):
    assert run_cli("export", built, "-o", tmp_path / name, option, value).exit_code == 0
    assert sign in (tmp_path / name).read_text(encoding="utf-8")
    run_cli("export", built, "-o", tmp_path / name)
    assert sign not in (tmp_path / name).read_text(encoding="utf-8")


def test_an_option_of_another_format_is_refused(built, run_cli, tmp_path):
    result = run_cli("export", built, "-o", tmp_path / "g.gexf", "--dialect", "memgraph")
    assert result.exit_code == 2
    assert "--dialect is for cypher; gexf takes none." in result.stderr
    assert not (tmp_path / "g.gexf").exists()


def test_export_filters_and_format_by_name(built, run_cli, tmp_path):
    given = ["--format", "graphml", "--contested", "--polarity", "denied"]
    assert run_cli("export", built, "-o", tmp_path / "denied.xml", *given).exit_code == 0
    graph = nx.read_graphml(tmp_path / "denied.xml", force_multigraph=True)
    assert sorted(graph) == ["acme", "borg"]
    assert graph.number_of_edges() == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "graph.docx"], "the suffix '.docx' tells no format"),
        (["-o", "graph.xml", "--format", "excel"], "no format 'excel'"),
    ],
)
def test_unknown_format_lists_the_known(built, run_cli, options, said):
    result = run_cli("export", built, *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "known: graphml .graphml, gexf .gexf, nodes-edges, claims .jsonl" in result.stderr


def test_extract_writes_what_build_writes(articles, built, pipeline, run_cli, tmp_path):
    result = run_cli("extract", articles, "-o", tmp_path / "claims.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 documents (0 unchanged), 5 claims read.\n"
    assert (tmp_path / "claims.jsonl").read_bytes() == (built / "claims.jsonl").read_bytes()


def test_extract_to_stdout(articles, built, pipeline, run_cli):
    result = run_cli("extract", articles)
    assert result.stdout == (built / "claims.jsonl").read_text(encoding="utf-8")


def test_extract_into_a_store_adds(articles, pipeline, run_cli, tmp_path):
    store = tmp_path / "mine.db"
    assert run_cli("extract", articles / "a.txt", "-o", store).exit_code == 0
    result = run_cli("extract", articles / "a.txt", articles / "c.txt", "-o", store)
    assert result.stderr == f"2 documents (1 unchanged), 1 claim read; {store} now holds 3 claims.\n"
    assert run_cli("verify", store).exit_code == 0


def test_extract_to_another_suffix_is_wrong_usage(articles, pipeline, run_cli, tmp_path):
    result = run_cli("extract", articles, "-o", tmp_path / "claims.csv")
    assert result.exit_code == 2
    assert "must be one of .jsonl, .db" in result.stderr
    assert pipeline.loaded == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO")
@pytest.mark.parametrize("suffix", [".jsonl", ".db"])
def test_extract_into_a_pipe_is_told_before_the_work(articles, pipeline, run_cli, tmp_path, suffix):
    target = tmp_path / f"pipe{suffix}"
    os.mkfifo(target)
    result = run_cli("extract", articles, "-o", target)
    assert result.exit_code == 1
    assert (
        result.stderr == f"Error: {target}: is a device or pipe, not a file; name a file, or - for stdout\n"
    )
    assert pipeline.loaded == []
    assert target.is_fifo()


def test_extract_of_a_broken_file_among_good_ones(articles, pipeline, run_cli, tmp_path):
    (articles / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    result = run_cli("extract", articles)
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 5
    assert "broken.docx" in result.stderr


def test_explain(pipeline, run_cli):
    result = run_cli("extract", "--explain", "Acme supports Borg.")
    assert result.exit_code == 0
    assert "mentions in 'Acme supports Borg.'" in result.stdout


def test_words_that_the_system_could_not_decode_are_readable(pipeline, run_cli):
    assert "Iran � backs" in run_cli("extract", "--explain", "Iran \udcff backs").stdout
    under_ascii = "Núñez".encode().decode("ascii", "surrogateescape")
    assert "mentions in 'Núñez'" in run_cli("extract", "--explain", under_ascii).stdout


def test_control_characters_in_explanations_stay_out(pipeline, run_cli):
    pipeline.explain = lambda sentence, nlp: f"read: {sentence}\nend\n"
    result = run_cli("extract", "--explain", "Acme \x1b[31msupports\x9b Borg.")
    assert result.stdout == "read: Acme  [31msupports  Borg.\nend\n\n"


@pytest.fixture
def gold(articles, tmp_path):
    folder = tmp_path / "gold"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "a.txt").write_bytes((articles / "a.txt").read_bytes())
    actors = [{"id": name.casefold(), "name": name} for name in ("Acme", "Borg", "Corvid")]
    claims = [
        {
            "doc": "a.txt",
            "subject": "acme",
            "relation": "supports",
            "object": "borg",
            "polarity": "affirmed",
            "certainty": "asserted",
            "speakers": ["author"],
            "evidence": "Acme supports Borg.",
        }
    ]
    for name, rows in (("actors.jsonl", actors), ("claims.jsonl", claims)):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def edge_counts(result) -> tuple[int, int, int]:
    assert result.exit_code == 0, result.stderr
    edge = json.loads(result.stdout)["edge"]
    return edge["tp"], edge["pred"], edge["gold"]


def test_evaluate_reads_the_marked_documents(gold, pipeline, run_cli):
    assert edge_counts(run_cli("evaluate", "--gold", gold, "--json")) == (1, 2, 1)


def test_evaluate_reads_given_documents(gold, articles, pipeline, run_cli):
    assert edge_counts(run_cli("evaluate", "--gold", gold, articles / "a.txt", "--json")) == (1, 2, 1)


def test_evaluate_takes_predictions(gold, built, pipeline, run_cli):
    result = run_cli("evaluate", built / "claims.jsonl", "--gold", gold, "--json")
    assert edge_counts(result) == (1, 2, 1)
    assert pipeline.read == []


def test_evaluate_shows_errors(gold, pipeline, run_cli):
    result = run_cli("evaluate", "--gold", gold, "--errors", "3")
    assert result.exit_code == 0
    assert "Borg attacks Corvid." in result.stdout


def test_evaluate_takes_no_mixture(gold, articles, built, pipeline, run_cli):
    result = run_cli("evaluate", "--gold", gold, built / "claims.jsonl", articles)
    assert result.exit_code == 2
    assert "all be claims.jsonl files, or all be documents" in result.stderr


def test_evaluate_without_gold_is_told(pipeline, run_cli, tmp_path, monkeypatch):
    monkeypatch.setattr("graphkit.lexicon.data_path", lambda *parts: tmp_path.joinpath("nowhere", *parts))
    result = run_cli("evaluate")
    assert result.exit_code == 2
    assert "--gold" in result.stderr


def test_evaluate_of_a_folder_that_is_not_gold(pipeline, run_cli, tmp_path):
    result = run_cli("evaluate", "--gold", tmp_path)
    assert result.exit_code == 1
    assert "no gold here" in result.stderr
