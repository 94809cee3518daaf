import json
import os
import sys
from pathlib import Path

import pytest

from graphkit.errors import ModelMissing

OUTPUTS = ("graph.html", "graph.graphml", "claims.jsonl")


def output_bytes(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OUTPUTS}


def claim_rows(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()]


def test_build_writes_all_four_files_and_says_what_it_found(articles, pipeline, run_cli, tmp_path):
    result = run_cli("build", articles, "-o", tmp_path / "new" / "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == [
        "claims.jsonl",
        "graph.graphml",
        "graph.html",
        "graphkit.db",
    ]
    assert "Read 3 documents; 0 unchanged." in result.stderr
    assert "3 documents, 4 actors, 5 claims, 3 sources." in result.stderr
    assert "1 claim denied, 1 hedged; 1 pair of actors contested." in result.stderr
    assert "20% of the claims lack publisher or date." in result.stderr
    assert "out/graph.html" in result.stderr


def test_second_build_reads_nothing_and_writes_the_same_bytes(articles, built, pipeline, run_cli):
    before = output_bytes(built)
    result = run_cli("build", articles, "-o", built)
    assert pipeline.read == []
    assert "Read 0 documents; 3 unchanged." in result.stderr
    assert output_bytes(built) == before


def test_order_of_inputs_and_working_directory_do_not_show(
    articles, built, pipeline, run_cli, tmp_path, monkeypatch
):
    monkeypatch.chdir(articles)
    files = ["c.txt", "a.txt", "b.txt"]
    assert run_cli("build", *files, "-o", tmp_path / "one").exit_code == 0
    assert run_cli("build", *reversed(files), "-o", "../two").exit_code == 0
    assert output_bytes(tmp_path / "one") == output_bytes(tmp_path / "two")
    monkeypatch.chdir("/")
    assert run_cli("build", articles, "-o", tmp_path / "three").exit_code == 0
    assert output_bytes(tmp_path / "three") == output_bytes(built)


def test_removed_file_leaves_the_store_and_the_outputs(articles, built, pipeline, run_cli, tmp_path):
    (articles / "b.txt").unlink()
    result = run_cli("build", articles, "-o", built)
    assert "Read 0 documents; 2 unchanged, 1 removed." in result.stderr
    assert {row["document"]["path"] for row in claim_rows(built)} == {"articles/a.txt", "articles/c.txt"}
    run_cli("build", articles, "-o", tmp_path / "fresh")
    assert output_bytes(tmp_path / "fresh") == output_bytes(built)


def test_changed_metadata_reaches_the_outputs(articles, built, pipeline, run_cli):
    (articles / "sources.csv").write_text("path,publisher\na.txt,Night Mail\n", encoding="utf-8")
    assert run_cli("build", articles, "-o", built).exit_code == 0
    publishers = {row["document"]["path"]: row["document"]["publisher"] for row in claim_rows(built)}
    assert publishers == {"articles/a.txt": "Night Mail", "articles/b.txt": None, "articles/c.txt": None}


def test_changed_text_is_read_alone(articles, built, pipeline, run_cli):
    text = (articles / "c.txt").read_text(encoding="utf-8")
    (articles / "c.txt").write_text(text.replace("Dorn supports", "Corvid supports"), encoding="utf-8")
    run_cli("build", articles, "-o", built)
    assert pipeline.read == ["articles/c.txt"]


def test_another_pipeline_reads_all_anew(articles, built, pipeline, run_cli):
    pipeline.version = "fake-2"
    run_cli("build", articles, "-o", built)
    assert pipeline.read == ["articles/a.txt", "articles/b.txt", "articles/c.txt"]


def test_one_broken_file_is_named_and_the_rest_is_done(articles, pipeline, run_cli, tmp_path):
    (articles / "broken.pdf").write_bytes(b"%PDF-1.4 that ends here")
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert "1 could not be read:\n  articles/broken.pdf: " in result.stderr
    assert len(claim_rows(tmp_path / "out")) == 5


def test_a_document_that_a_component_fails_on_is_named_and_read_next_time(
    articles, pipeline, run_cli, tmp_path
):
    pipeline.fails_at = {"articles/b.txt"}
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert "1 could not be read:\n  articles/b.txt: a component failed; leave it out\n" in result.stderr
    assert "Read 2 documents; 0 unchanged." in result.stderr
    assert {row["document"]["path"] for row in claim_rows(tmp_path / "out")} == {
        "articles/a.txt",
        "articles/c.txt",
    }
    pipeline.fails_at = set()
    pipeline.read.clear()
    assert run_cli("build", articles, "-o", tmp_path / "out").exit_code == 0
    assert pipeline.read == ["articles/b.txt"]


def test_a_component_that_fails_on_all_is_a_failure(articles, pipeline, run_cli, tmp_path):
    pipeline.fails_at = {f"articles/{name}.txt" for name in "abc"}
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "none of the inputs could be read; the 3 reasons are listed above" in result.stderr


def test_nothing_readable_fails_and_leaves_no_store(pipeline, run_cli, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 that ends here")
    result = run_cli("build", tmp_path / "broken.pdf", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "none of the inputs could be read; the reason is listed above" in result.stderr
    assert not (tmp_path / "out").exists()
    assert pipeline.loaded == []


def test_no_documents_is_an_error(pipeline, run_cli, tmp_path):
    (tmp_path / "empty").mkdir()
    result = run_cli("build", tmp_path / "empty", "-o", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: no documents in the inputs; name files or folders that hold articles\n",
    )


def test_all_lost_later_keeps_what_the_store_held(articles, built, pipeline, run_cli):
    for name in ("a.txt", "b.txt", "c.txt"):
        (articles / name).write_bytes(b"\x00\x01\x02" * 100)
    before = output_bytes(built)
    assert run_cli("build", articles, "-o", built).exit_code == 1
    assert output_bytes(built) == before


def test_interrupted_build_keeps_what_is_done_and_goes_on(articles, pipeline, run_cli, tmp_path):
    pipeline.stop_at = "articles/b.txt"
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 130
    assert "the same command goes on from there" in result.stderr
    assert not (tmp_path / "out" / "graph.html").exists()
    assert pipeline.read == ["articles/a.txt"]
    pipeline.stop_at = None
    assert run_cli("build", articles, "-o", tmp_path / "out").exit_code == 0
    assert pipeline.read == ["articles/a.txt", "articles/b.txt", "articles/c.txt"]
    run_cli("build", articles, "-o", tmp_path / "fresh")
    assert output_bytes(tmp_path / "fresh") == output_bytes(tmp_path / "out")


def test_interrupted_build_removes_nothing(articles, built, pipeline, run_cli):
    (articles / "a.txt").unlink()
    (articles / "c.txt").write_text("Something quite different was written here for this test of a program.")
    pipeline.stop_at = "articles/c.txt"
    before = output_bytes(built)
    assert run_cli("build", articles, "-o", built).exit_code == 130
    assert output_bytes(built) == before


def test_output_that_is_a_file_is_wrong_usage(articles, pipeline, run_cli, tmp_path):
    (tmp_path / "out").write_text("not a folder")
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_a_failed_build_leaves_no_empty_folders(articles, pipeline, run_cli, tmp_path, monkeypatch):
    def missing(model, **settings):
        raise ModelMissing(f"{model} is not there")

    monkeypatch.setattr(pipeline, "load_pipeline", missing)
    (tmp_path / "there").mkdir()
    for folder in (tmp_path / "new" / "out", tmp_path / "there"):
        assert run_cli("build", articles, "-o", folder, "--model", "nope").exit_code == 1
    assert not (tmp_path / "new").exists()
    assert (tmp_path / "there").is_dir(), "it was not made by this run"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO")
@pytest.mark.parametrize("name", [*OUTPUTS, "graphkit.db"])
def test_a_pipe_in_the_place_of_an_output_is_told_before_the_work(
    articles, pipeline, run_cli, tmp_path, name
):
    os.mkfifo(tmp_path / name)
    result = run_cli("build", articles, "-o", tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path / name}: is a device or pipe, not a file" in result.stderr
    assert pipeline.loaded == []


def test_output_below_a_file_is_told_before_the_work(articles, pipeline, run_cli, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    result = run_cli("build", articles, "-o", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert result.stderr == f"Error: {tmp_path}/file/out: Not a directory\n"
    assert pipeline.loaded == []


def test_store_of_another_program_is_told(articles, pipeline, run_cli, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graphkit.db").write_text("no database at all, but long enough to be one\n" * 100)
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "not a graphkit store" in result.stderr


@pytest.mark.parametrize("missing", ["--lexicon", "--relations", "--metadata"])
def test_missing_option_files_are_wrong_usage(articles, pipeline, run_cli, tmp_path, missing):
    result = run_cli("build", articles, "-o", tmp_path / "out", missing, tmp_path / "nowhere.yaml")
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.stderr


def test_options_reach_the_pipeline(articles, pipeline, run_cli, tmp_path):
    lexicon, relations = tmp_path / "mine.yaml", tmp_path / "relations.yaml"
    lexicon.write_text("[]")
    relations.write_text("- {name: hires, definition: employs, inverse: hired by, color: '#123456'}\n")
    given = ["--model", "other", "--extractor", "rules", "--lexicon", "none", "--lexicon", lexicon]
    given += ["--relations", relations]
    assert run_cli("build", articles, "-o", tmp_path / "out", *given).exit_code == 0
    assert pipeline.loaded == [
        {
            "model": "other",
            "extractor": "rules",
            "lexicon_files": [lexicon],
            "builtin_lexicon": False,
            "relations_file": relations,
        }
    ]
    # the store remembers the relation: it is a known filter value, while another is not
    assert run_cli("claims", tmp_path / "out", "--relation", "hires").exit_code == 0
    assert run_cli("claims", tmp_path / "out", "--relation", "fires").exit_code == 2


def test_relations_of_ones_own_reach_the_page(articles, pipeline, run_cli, tmp_path):
    relations = tmp_path / "relations.yaml"
    relations.write_text(
        "- {name: supports, definition: helps, inverse: held up by, color: '#123456'}\n", encoding="utf-8"
    )
    run_cli("build", articles, "-o", tmp_path / "out", "--relations", relations)
    page = (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    assert "held up by" in page
    assert "#123456" in page
    assert run_cli("render", tmp_path / "out", "-o", "-").stdout == page


def test_stdin_is_a_document(pipeline, run_cli, tmp_path):
    text = "This invented text came by standard input, for a test of a program. Acme supports Borg."
    assert run_cli("build", "-", "-o", tmp_path / "out", input=text).exit_code == 0
    assert [row["subject"]["id"] for row in claim_rows(tmp_path / "out")] == ["acme"]


def test_doubts_are_told_but_are_no_failure(articles, pipeline, run_cli, tmp_path):
    with (articles / "sources.csv").open("a", encoding="utf-8") as table:
        table.write("gone.txt,Night Mail,,,,\n")
    result = run_cli("build", articles, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "1 read, but not all understood:\n  articles/sources.csv: " in result.stderr
