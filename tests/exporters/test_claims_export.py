import json
from pathlib import Path

from claim_making import said

from graphkit.exporters import write_claims
from graphkit.store import ClaimStore


def test_write_claims_one_line_each_as_the_design_has_it(tmp_path: Path) -> None:
    with ClaimStore(":memory:") as store:
        store.add(
            [
                said("in/b.txt", "acme", "supports", "borg", text="ü\u2028 </script>\r\n"),
                said("in/a.txt", "carla", "leads", "acme"),
            ]
        )
        assert write_claims(store, tmp_path / "deep" / "claims.jsonl") == 2
    written = (tmp_path / "deep" / "claims.jsonl").read_bytes()
    lines = written.decode("utf-8").split("\n")
    assert lines[-1] == ""
    rows = [json.loads(line) for line in lines[:-1]]
    assert [row["document"]["path"] for row in rows] == ["in/a.txt", "in/b.txt"]
    assert list(rows[0]) == [
        "id",
        "document",
        "subject",
        "relation",
        "object",
        "polarity",
        "certainty",
        "speakers",
        "speaker_ids",
        "evidence",
        "start",
        "end",
        "trigger",
        "trigger_start",
        "trigger_end",
        "context",
        "context_start",
        "context_end",
        "raw_start",
        "raw_end",
        "confidence",
        "extractor",
    ]
    assert list(rows[0]["document"]) == ["id", "path", "also", "publisher", "title", "author", "date", "url"]
    assert list(rows[0]["subject"]) == ["id", "name", "type", "aliases", "mention", "start", "end"]
    assert "ü" in lines[1]
    assert b"\r" not in written
