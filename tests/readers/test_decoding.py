import pytest

from graphkit.readers.decoding import decode, encoding_of
from graphkit.readers.problems import Refusal

TEXT = (
    "The café of the Orrin League — “the trust” — is in Rue d’Orme, and its attaché denied it all the same."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_the_same_from_any_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_seen_by_its_zeros(encoding: str) -> None:
    plain = "The Orrin League denies it entirely."
    assert decode(plain.encode(encoding)) == plain


def test_one_damaged_byte_does_not_change_the_encoding() -> None:
    damaged = TEXT.encode() + b" \xff end"
    assert decode(damaged) == TEXT + " � end"


def test_cyrillic_code_page_is_read_as_cyrillic() -> None:
    text = "Представитель лиги заявил в понедельник, что колонна получила оружие из-за границы."
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x00\x01\x02\xff\xfebinary\x00\x03", b"\x89PNG\r\n\x1a\n\0\0"]
)
def test_binary_is_refused_with_the_way_out(data: bytes) -> None:
    with pytest.raises(Refusal, match="convert it"):
        decode(data)


@pytest.mark.parametrize(
    "text",
    [
        "José Muñoz",
        "Señor Peña said so",
        "São Paulo and Bogotá",
        "“We don’t know,” said José Muñoz – “no”",
        "Müller, Göring, Åse Øvergård and Brontë’s Straße",
        "L’Équipe, Étienne, MÉXICO, ÅNGSTRÖM",
        "¿Qué? ¡No!” said María José Ñañez",
        "It’s “a”—“b…”—“c”",
        "a price of £5bn or £m, 5°C, ½ mile, m² of 5 m³, nº 5, Bœuf™, ©2020, don´t, naïve…so",
    ],
)
@pytest.mark.parametrize("around", ["{}", "The Orrin League denied it. {}. The guild did not. " * 3])
def test_english_in_one_byte_a_character_keeps_its_names(text: str, around: str) -> None:
    written = around.replace("{}", text)
    assert decode(written.encode("cp1252")) == written


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Lech Wałęsa of Gdańsk met the guild in Łódź, said “Wałęsa’s man”.", "cp1250"),
        ("“We don’t know,” said José Muñoz of Bogotá.", "mac_roman"),
        ("José said so", "mac_roman"),
        ("The League said: «Колонна получила оружие из-за границы». It denied it.", "cp1251"),
        ("Ο εκπρόσωπος της λίγκας δήλωσε τη Δευτέρα ότι οι μαχητές έλαβαν όπλα.", "cp1253"),
        ("聯盟發言人星期一表示,武裝人員從國外獲得了武器,情況十分嚴重。", "big5"),
    ],
)
def test_bytes_that_speak_clearly_for_another_encoding_are_read_in_it(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_one_slip_does_not_change_the_names_of_a_text() -> None:
    text = "José Muñoz, São Paulo, Señor Peña, João, Nuñez, a b³c slip"
    assert encoding_of(text.encode("cp1252")) == "cp1252"
    assert decode(text.encode("cp1252") + b" \x81") == text + " �"
