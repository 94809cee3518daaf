"""States: what one line of countries.yaml makes."""

from pathlib import Path

import pytest

from graphkit.errors import LexiconError
from graphkit.lexicon.countries import government_names, read_countries


def test_name_comes_from_the_cldr_unless_it_is_given(tmp_path: Path) -> None:
    file = tmp_path / "countries.yaml"
    file.write_text("- {code: BA, id: bosnia}\n- {code: TR, id: turkey, name: Turkey}\n", encoding="utf-8")
    bosnia, turkey = (item.actor for item in read_countries(file))
    assert (bosnia.name, bosnia.aliases) == ("Bosnia and Herzegovina", ("Bosnia & Herzegovina",))
    assert (turkey.name, turkey.country) == ("Turkey", "TR")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {id: x, code: QQ}\n", 'code "QQ" is no territory of the CLDR; give the name too'),
        ("- {id: x, code: NO}\n", 'YAML reads code NO as a yes/no value; write "NO" in quotes'),
        ("- {id: X, code: TR}\n", 'id "X" of country may hold a-z, 0-9 and _ only; try "x"'),
    ],
)
def test_complaint_names_the_line(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "countries.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        list(read_countries(file))
    assert str(caught.value) == f"{file}, line 1: {problem}"


def test_government_is_made_of_proper_names_only() -> None:
    made = list(government_names(["Myanmar", "Burmese junta"], ["Burmese"]))
    assert "Burmese government" in made
    assert "government of Myanmar" in made
    assert "Burmese junta government" not in made
