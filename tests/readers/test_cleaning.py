import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.readers.cleaning import clean
from graphkit.records import Document

BODY = "The Orrin League has long been accused of arming the Marsh Column,"


def cleaned(raw: str, **options: bool) -> str:
    return clean(raw, **options)[0]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Orrin &amp; Vale&nbsp;deny &#8220;it&#x201d;", "Orrin & Vale deny “it”"),
        ("twice escaped&amp;nbsp;text", "twice escaped text"),
        ("R&D, AT&T; &unknown; stay", "R&D, AT&T; &unknown; stay"),
        ("<p>One.</p><p>Two <b>bold</b> words.</p>", "One.\n\nTwo bold words."),
        ("a<br/>b", "a\nb"),
        ("x < y and y > z, said <unnamed official>", "x < y and y > z, said <unnamed official>"),
        ("before<script>alert('</p>')</script> after<!-- hidden -->", "before after"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
    ],
)
def test_markup_is_read_or_removed(raw: str, expected: str) -> None:
    assert cleaned(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  one \t two\xa0three  ", "one two three"),
        ("one\r\n\r\n\r\ntwo\rthree", "one\n\ntwo\nthree"),
        ("zero\u200bwidth, soft\xadhyphen, \ufeffmark", "zerowidth, softhyphen, mark"),
        ("a lone � stays, so do “quotes” – and dashes", "a lone � stays, so do “quotes” – and dashes"),
        (" \n\f\n ", ""),
        ("", ""),
    ],
)
def test_blanks_and_invisible_characters(raw: str, expected: str) -> None:
    assert cleaned(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("The \x1b[1;31mOrrin\x1b[0m League\x1b[K denies it.", "The Orrin League denies it."),
        ("The \x1b[38;2;255;0;0mguild\x1b(B\x1b[m denies it.", "The guild denies it."),
        ("\x1b]0;window title\x07The guild.", "The guild."),
        ("\x1b]8;;https://x.example.org/<b>\x1b\\The guild\x1b]8;;\x1b\\ denies.", "The guild denies."),
        ("a \x9b31mred\x9b0m word, \x9d0;title\x9ca title", "a red word, a title"),
        ("\x1bPdevice string\x1b\\The guild.", "The guild."),
        ("\x1b]an end is missing. The guild stays.", "an end is missing. The guild stays."),
        ("a lone \x1bEscape, [31m and [0m as written", "a lone Escape, [31m and [0m as written"),
        ("cut off \x1b[31", "cut off 31"),
    ],
)
def test_terminal_sequences_leave_whole(raw: str, expected: str) -> None:
    assert cleaned(raw) == expected


def test_terminal_sequences_keep_the_way_back() -> None:
    raw = "\x1b[1mThe \x1b[31mOrrin\x1b[0m League\x1b[0m denies it."
    text, offsets = clean(raw)
    document = Document(path="a.txt", text=text, raw=raw, offsets=offsets)
    for word in ("The", "Orrin", "League", "denies"):
        place = text.index(word)
        assert raw[slice(*document.raw_span(place, place + len(word)))] == word


def test_many_unfinished_sequences_are_read_in_one_go() -> None:
    assert cleaned("\x1b]x" * 50_000).count("x") == 50_000


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a state-\nsponsored group", "a state-sponsored group"),
        ("a Taliban-\nbacked group", "a Taliban-backed group"),
        ("an insur-\ngent group", "an insurgent group"),
        ("an un-\narmed group", "an unarmed group"),
        ("a ferry-\nman, the ferry-man", "a ferry-man, the ferry-man"),
        ("ferry-\nman and ferryman", "ferryman and ferryman"),
        ("the Anglo-\nOrrin accord", "the Anglo-Orrin accord"),
        ("the Jamaat-\nul-Fen group", "the Jamaat-ul-Fen group"),
        ("the years 1987-\n1991", "the years 1987-1991"),
        ("soft\xad\nhyphen", "softhyphen"),
        ("from PDF: sup\ufffeported", "from PDF: supported"),
        ("the league -\nas it says -\nlied", "the league -\nas it says -\nlied"),
    ],
)
def test_words_broken_at_a_line_end_are_joined(raw: str, expected: str) -> None:
    assert cleaned(raw) == expected


def test_hard_wrapped_sentences_become_whole_and_headlines_stay_apart() -> None:
    raw = (
        "A headline without a stop\n\n"
        f"{BODY}\na militia of the southern fens, through the ferry company of\nthe Harbour Trust. "
        "The League denies it and says that\nOda Brenk made it up.\n\nThe second part\n"
        f"{BODY}\nwhich is a repetition of the accusation that was made above.\n"
    )
    paragraphs = cleaned(raw).split("\n\n")
    assert paragraphs[0] == "A headline without a stop"
    assert paragraphs[1].endswith("Harbour Trust. The League denies it and says that Oda Brenk made it up.")
    assert "\n" not in paragraphs[1]
    assert paragraphs[2].split("\n")[0] == "The second part"


def test_one_paragraph_a_line_keeps_its_line_breaks() -> None:
    lines = [
        "Who pays the column?",
        f"{BODY} and the League has denied it every time, most recently in a letter to this paper, in May.",
        "By Imre Talvasto",
        f"{BODY} a second time, says Dorrit Vale, who has read all ledgers of the ferry company, in June.",
    ]
    assert cleaned("\n".join(lines)) == "\n".join(lines)


@pytest.mark.parametrize(
    "raw",
    [
        "1987\n12 May – The League signs the accord.\n3 June – The Column rejects it.",
        "Title of a column that is rather long, as they are\nby Imre Talvasto",
        "Members:\n- Oda Brenk\n- Dorrit Vale\n- Imre Talvasto",
        "SUBJECT: THE HARBOUR TRUST AND ITS FERRIES, A SUMMARY\nREF: VESSEL POINT 00198, ORRIN 04410",
    ],
)
def test_lists_and_headings_keep_their_lines(raw: str) -> None:
    assert cleaned(raw) == raw


def test_a_sentence_runs_on_across_page_number_and_links() -> None:
    raw = (
        "Nobody should forget that the Orrin League looks after all\n\n"
        "https://fentimes.example.org/a\n\n\n| 3\n\nof the harbour until May.\n"
    )
    assert (
        cleaned(raw) == "Nobody should forget that the Orrin League looks after all of the harbour until May."
    )


def test_running_heads_and_numbers_leave_pages() -> None:
    pages = [
        f"The Marsh Gazette, {number}\n{text}\n{number}"
        for number, text in enumerate(["One.", "Two.", "Six."], 7)
    ]
    assert cleaned("\f".join(pages)) == "One.\n\nTwo.\n\nSix."


def test_a_head_with_its_number_in_a_column_leaves() -> None:
    assert (
        cleaned(f"{BODY}\n\n14       THE FEN REVIEW      May 1987\n\nwhich it denies.")
        == f"{BODY} which it denies."
    )


def test_near_misses_of_furniture_stay() -> None:
    raw = (
        "1991\n\nThe year of the accord.\n\n12 groups signed.\n\nSee https://fentimes.example.org/a for more."
    )
    assert cleaned(raw) == raw


def test_a_head_on_two_pages_only_stays() -> None:
    assert cleaned("Part one\nText.\fPart one\nMore.") == "Part one\nText.\n\nPart one\nMore."


def test_markdown_marks_leave() -> None:
    raw = "# The **harbour**\n\n![photo](a.png)\nThe [League](https://x.example) *denies* snake_case, 2 * 3."
    assert cleaned(raw, markdown=True) == "The harbour\n\nThe League denies snake_case, 2 * 3."


PIECES = st.one_of(
    st.text(alphabet=string.ascii_letters + " .,\n-", max_size=30),
    st.text(max_size=8),
    st.sampled_from(["&amp;", "&nbsp;", "&#8217;", "<p>", "</p>", "<br>", "**", "*a*", "[a](b)", "😀", "\f"]),
    st.sampled_from(["\xad", "\u200b", "\ufffe", "-", "\x1b[1m", "\x1b]0;t\x07", "\x1b", "\x9b"]),
    st.sampled_from(
        ["\r\n", "\n\n", "-\n", "\t", "| 3\n", "Page 3 of 9\n", "www.x.example.org\n", f"{BODY}\n"]
    ),
)


@settings(max_examples=400)
@given(pieces=st.lists(PIECES, max_size=25), markdown=st.booleans(), start=st.integers(0, 5))
def test_every_span_leads_back_to_the_raw_text(pieces: list[str], markdown: bool, start: int) -> None:
    raw = "".join(pieces)
    text, offsets = clean(raw, start=start, markdown=markdown)
    assert text == text.strip()
    if not text:
        return
    document = Document(path="a.txt", text=text, raw=raw, offsets=offsets)
    spans = [document.raw_span(place, place + 1) for place in range(len(text))]
    assert all(
        start <= before[0] <= after[0] for before, after in pairwise([*spans, (len(raw) - 1, len(raw))])
    )
    for character, (raw_start, raw_end) in zip(text, spans, strict=True):
        origin = raw[raw_start:raw_end]
        assert (
            origin == character
            or origin == "&"
            or character in " \n"
            or (character == "-" and origin in "\x02\ufffe")
        )
    assert document.raw_span(0, len(text)) == (spans[0][0], spans[-1][1])


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["League", "denies", "it", "“so”", "–", "Vale’s"]), min_size=1, max_size=40))
def test_clean_text_stays_as_it_is(words: list[str]) -> None:
    text = " ".join(words)
    assert clean(text) == (text, ((0, 0),))
