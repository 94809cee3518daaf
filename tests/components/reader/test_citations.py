"""Whom the network's shares point at."""

import numpy as np
import pytest
from spacy.language import Language

from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.citations import Citations
from graphkit.components.reader.pieces import Pieces
from graphkit.components.reader.queries import Named, Query
from graphkit.components.reader.questions import Answer
from graphkit.components.reader.windows import Window
from graphkit.components.references import References
from graphkit.records import Polarity

TEXT = "A former official said that Orvex Holdings paid the Kestrel Front , and Dana Holt agreed ."


def chains(
    nlp: Language, shares: dict[str, float], text: str = TEXT, asked: Polarity = Polarity.AFFIRMED
) -> list[list[str]]:
    """The chains that come of these shares for who affirms: "author", or a word of the text."""
    doc, words = nlp(text), text.split()
    assert len(doc) == len(words)
    tree = DependencyTree.of(doc)
    pieces = Pieces(list(range(len(doc))), [1] * len(doc), list(range(len(doc) + 1)))
    speaker = np.zeros(len(doc) + 3, dtype=np.float32)
    for word, share in shares.items():
        # one place for the author, one for the opening piece, then the words
        speaker[0 if word == "author" else words.index(word) + 2] = share
    query = Query(Named(5, 7, "orvex_holdings"), Named(9, 11, "kestrel_front"), (0, len(doc)))
    window, relation = Window(0, 0, len(doc)), np.zeros(3, dtype=np.float32)
    author = np.eye(1, len(speaker), dtype=np.float32)[0]
    answer = Answer(query, 0, window, relation, np.ones(3) / 3, 0.0, np.stack([speaker, author]))
    found = Citations(doc, tree, References(doc, tree), pieces).of(answer, asked)
    return [[who["actor"] or who["words"] for who in chain] for chain in found]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"author": 0.9}, [[]]),
        ({"author": 0.1, "official": 0.5, "former": 0.3}, [["former official"]]),
        ({"Holt": 0.5, "Dana": 0.4}, [["dana_holt"]]),
        ({"Orvex": 0.5, "Holt": 0.4}, [["orvex_holdings"], ["dana_holt"]]),
        ({"author": 0.3, "said": 0.4, ",": 0.3}, [[]]),
    ],
)
def test_speakers(nlp: Language, shares: dict[str, float], expected: list[list[str]]) -> None:
    assert chains(nlp, shares) == expected


def test_who_affirms_need_not_be_who_denies(nlp: Language) -> None:
    assert chains(nlp, {"Holt": 0.9}, asked=Polarity.AFFIRMED) == [["dana_holt"]]
    assert chains(nlp, {"Holt": 0.9}, asked=Polarity.DENIED) == [[]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dana Holt 's lawyer said that Orvex Holdings paid the Kestrel Front .", "Dana Holt's lawyer"),
        ("Dana Holt 's letter said that Orvex Holdings paid the Kestrel Front .", "dana_holt"),
        ("Orvex Holdings ' lawyer said that it paid nobody the Kestrel Front .", "Orvex Holdings' lawyer"),
        ("Orvex Holdings ' statement said that it paid nobody the Kestrel Front .", "orvex_holdings"),
    ],
)
def test_who_speaks_for_somebody_is_somebody_else(nlp: Language, text: str, expected: str) -> None:
    [[speaker]] = chains(nlp, {text.split()[0]: 0.9}, text)
    assert speaker.replace(" '", "'") == expected


@pytest.mark.parametrize(
    "speaker",
    [
        "spokesman for Orvex Holdings",
        "lawyers for Orvex Holdings",
        "official at Orvex Holdings",
        "defenders of Orvex Holdings",
    ],
)
def test_a_spokesman_for_a_body_is_quoted_in_these_words(nlp: Language, speaker: str) -> None:
    text = f"The {speaker} said that nobody paid the Kestrel Front ."
    assert chains(nlp, {"Orvex": 0.9}, text) == [[speaker]]


def test_a_spokesman_for_an_unnamed_body_is_quoted_in_these_words(nlp: Language) -> None:
    text = "A spokesman for the ministry said that Orvex Holdings paid Dana Holt ."
    assert chains(nlp, {"ministry": 0.9}, text) == [["spokesman for the ministry"]]
    text = "A report for the ministry said that Orvex Holdings paid Dana Holt ."
    assert chains(nlp, {"ministry": 0.9}, text) == [["ministry"]]


def test_a_spokesman_for_a_body_whose_name_has_two_parts(nlp: Language) -> None:
    text = "A spokesman for the Foreign Ministry of Norway said that Orvex Holdings paid Dana Holt ."
    assert chains(nlp, {"Norway": 0.9}, text) == [["spokesman for the Foreign Ministry of Norway"]]


def test_what_a_body_writes_it_says(nlp: Language) -> None:
    text = "A letter from Orvex Holdings said that nobody paid the Kestrel Front ."
    assert chains(nlp, {"Orvex": 0.9}, text) == [["orvex_holdings"]]


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("One of the officials", ["One", "officials"]),
        ("Some of the officials", ["Some", "officials"]),
        ("Four of the officials", ["Four", "officials"]),
        ("One of the Norwegian officials", ["Norwegian"]),
        ("Norwegian officials", ["Norwegian"]),
    ],
)
def test_officials_and_some_of_them_are_quoted_in_these_words(
    nlp: Language, speaker: str, words: list[str]
) -> None:
    text = f"{speaker} said that Orvex Holdings paid the Kestrel Front ."
    for word in words:
        assert chains(nlp, {word: 0.9}, text) == [[speaker]]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"judges": 0.3, "town": 0.6}, "judges in town"),
        ({"town": 0.9}, "town"),
        ({"judges": 0.9}, "judges in town"),
    ],
    ids=["both", "the last alone", "the first alone"],
)
def test_a_speaker_of_several_nouns_is_one(nlp: Language, shares: dict[str, float], expected: str) -> None:
    assert chains(nlp, shares, "The judges in town said that Orvex Holdings paid the Kestrel Front .") == [
        [expected]
    ]


@pytest.mark.parametrize(
    ("words", "noun", "expected"),
    [
        ("At 21:07 a spokesman said that Orvex Holdings paid the Kestrel Front .", "spokesman", "spokesman"),
        (
            "Officials in Torgai , the capital , said that Orvex Holdings paid .",
            "Officials",
            "Officials in Torgai",
        ),
        (
            "The two former board members said that Orvex Holdings paid .",
            "members",
            "two former board members",
        ),
    ],
)
def test_the_words_of_a_speaker_are_a_phrase(nlp: Language, words: str, noun: str, expected: str) -> None:
    assert chains(nlp, {noun: 0.9}, words) == [[expected]]


@pytest.mark.parametrize(
    ("holt", "expected"), [(0.42, [["dana_holt"]]), (0.2, [[]])], ids=["in doubt", "hardly in doubt"]
)
def test_where_the_network_doubts_the_rules_decide(
    nlp: Language, holt: float, expected: list[list[str]]
) -> None:
    doc_text = "Dana Holt said that all Orvex Holdings men paid the Kestrel Front ."
    assert chains(nlp, {"author": 0.58, "Holt": holt}, doc_text) == expected
    assert chains(nlp, {"author": 0.58, "Holt": 0.42}) == [[]], "here she only agrees"
