"""Where data files are found."""

from pathlib import Path

import pytest

from graphkit.lexicon import data_path


def test_repository_holds_the_data_of_an_editable_install() -> None:
    assert data_path("countries.yaml").is_file()
    assert data_path("actors").is_dir()


def test_packaged_data_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "graphkit" / "data").mkdir(parents=True)
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path / "graphkit")
    assert data_path("x.yaml") == tmp_path / "graphkit" / "data" / "x.yaml"
