import pytest

from graphkit.readers.decoding import decode
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
