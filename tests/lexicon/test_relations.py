"""The closed list of relations and what a file of one's own may do to it."""

from pathlib import Path

import pytest

from graphkit.errors import LexiconError
from graphkit.lexicon import load_relations

WORKS = "- {name: works_for, definition: earns wages from, inverse: employs, color: '#123456'"


@pytest.fixture
def extra(tmp_path: Path) -> Path:
    return tmp_path / "relations.yaml"


def test_closed_list_is_complete_and_in_order() -> None:
    relations = load_relations()
    assert list(relations) == [
        "identified_with",
        "member_of",
        "leads",
        "founded",
        "controls",
        "supports",
        "allied_with",
        "pledged_allegiance_to",
        "opposes",
        "attacks",
        "negotiates_with",
        "sanctions",
        "family_of",
        "linked_to",
    ]
    assert [name for name, relation in relations.items() if relation.symmetric] == [
        "identified_with",
        "allied_with",
        "opposes",
        "negotiates_with",
        "family_of",
        "linked_to",
    ]
    assert relations["supports"].opposes == ("opposes", "attacks", "sanctions")
    assert (relations["supports"].plover, relations["leads"].plover) == ("AID", None)


def test_opposition_is_mutual() -> None:
    relations = load_relations()
    for name, relation in relations.items():
        assert all(name in relations[other].opposes for other in relation.opposes)


def test_extra_file_adds_and_replaces(extra: Path) -> None:
    extra.write_text(
        WORKS + ", opposes: [attacks], triggers: {verbs: [work], near: 3}}\n"
        "- {name: leads, definition: chairs, inverse: chaired by, color: '#000000', symmetric: yes}\n",
        encoding="utf-8",
    )
    relations = load_relations(extra)
    assert len(relations) == 15
    assert relations["works_for"].triggers == {"verbs": ["work"], "near": 3}
    assert (relations["leads"].definition, relations["leads"].symmetric) == ("chairs", True)
    assert "works_for" in relations["attacks"].opposes


def test_replacing_one_side_keeps_opposition_mutual(extra: Path) -> None:
    extra.write_text("- {name: attacks, definition: d, inverse: i, color: '#000000'}\n", encoding="utf-8")
    relations = load_relations(extra)
    assert "supports" in relations["attacks"].opposes


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("works_for: {}\n", 1, 'must be a list of relations, each starting with "- "'),
        (
            WORKS + ",\n  colour: red}\n",
            2,
            'unknown key "colour"; relations have the keys '
            "name, definition, symmetric, inverse, color, opposes, plover, triggers",
        ),
        (WORKS + "}\n" + WORKS + "}\n", 2, 'relation "works_for" is already given in line 1; keep one'),
        ("- name: works_for\n  inverse: x\n", 1, 'color is missing; add "color: …"'),
        (
            "- name: works_for\n  definition: d\n  inverse: x\n  color: red\n",
            4,
            'color "red" is not of the form "#0072B2"',
        ),
        ("- name: Works For\n", 1, 'name "Works For" may hold a-z, 0-9 and _ only, a letter first'),
        (WORKS + ", symmetric: maybe}\n", 1, "symmetric must be true or false"),
        (
            WORKS + ",\n  opposes: [hates]}\n",
            2,
            '"works_for" opposes "hates", which is no relation; known: '
            + ", ".join([*load_relations(), "works_for"]),
        ),
        (
            WORKS + ",\n  opposes: [fights]}\n"
            "- {name: fights, definition: d, inverse: i, color: '#000000'}\n",
            2,
            '"works_for" opposes "fights", but not the other way round; add it to "fights"',
        ),
    ],
)
def test_complaint_names_file_line_and_way_out(extra: Path, text: str, line: int, problem: str) -> None:
    extra.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_relations(extra)
    assert str(caught.value) == f"{extra}, line {line}: {problem}"
