"""Bytes to text: which encoding a file is in."""

import codecs
import re
import unicodedata

from graphkit.readers.problems import Refusal

# One byte a character, Latin letters: the first unless the text makes clear sense only in another.
LATIN_ENCODINGS = ("cp1252", "cp1250", "mac_roman")
# Text in these is decoded only to be named as not English, or for a phrase quoted in the original.
OTHER_ENCODINGS = ("cp1251", "koi8_r", "cp1253", "cp1256", "gb18030", "big5", "shift_jis")
# Of the characters on which two encodings differ, the share that must make sense in the other only. One slip
# of the pen is no reason to change all names; English with Polish names in cp1250 measures 0.3 and more.
MIN_GAIN = 0.2
# Bytes beyond ASCII for each byte that may be a letter; Polish and Vietnamese, the richest, have 0.1 and 0.3.
MAX_ACCENTS = 0.4
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
# Without the dots, quotes and dashes of cp1252, which may well be next to each other.
_HIGH = re.compile(rb"[\x80-\x84\x86-\x90\x98-\xff]")
# Latin letters with accents seldom follow each other; letters of another script do, inside every word.
_HIGH_RUN = re.compile(_HIGH.pattern + rb"{4,}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# What stands between two letters without a blank: dashes, quotes, soft hyphens, blanks, dots and accents.
_JOINING = {"Pd", "Pi", "Pf", "Ps", "Cf", "Zs", "Sk", "Mn"} | set("·…")


def decode(data: bytes) -> str:
    """The text of `data`, whatever encoding it is in; raises Refusal when it is binary."""
    return data.decode(encoding_of(data), "replace")


def encoding_of(data: bytes) -> str:
    """Name of the encoding of `data`: by its mark, else UTF-8 when valid, else UTF-16, else by statistics."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf8(data) else _legacy_encoding(data)
    return "utf-8"


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark has a zero in nearly every second byte of English; anything else is binary."""
    half = max(len(data) // 2, 1)
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    if max(even, odd) < 0.7 or min(even, odd) > 0.1:
        raise _binary()
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the non-ASCII is valid UTF-8: a cut or a pasted byte, not another encoding."""
    damaged = data.decode("utf-8", "replace").count("�")
    return len(_MULTIBYTE.findall(data)) > 3 * damaged


def _legacy_encoding(data: bytes) -> str:
    if _share_of_controls(data) > 0.05:
        raise _binary()
    return _other_script(data) if _has_other_letters(data) else _latin_encoding(data)


def _has_other_letters(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are in long runs, or are more than any Latin script has."""
    high = len(_HIGH.findall(data))
    in_runs = sum(map(len, _HIGH_RUN.findall(data)))
    return 2 * in_runs > high or high > MAX_ACCENTS * len(_LETTER.findall(data))


def _other_script(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000], cp_isolation=list(OTHER_ENCODINGS)).best()
    return best.encoding if best else LATIN_ENCODINGS[0]


def _latin_encoding(data: bytes) -> str:
    """The one with the fewest odd characters; the first unless another mends many and changes few."""
    first, *others = LATIN_ENCODINGS
    usual = data.decode(first, "replace")
    odd = _odd_characters(usual)
    for name in others if odd else ():
        text = data.decode(name, "replace")
        gained = odd - _odd_characters(text)
        if gained > odd / 2 and gained >= MIN_GAIN * _differences(usual, text):
            return name
    return first


def _differences(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _odd_characters(text: str) -> int:
    """How many characters beyond ASCII stand where no writer puts them: "donÕt", "Wa³êsa", "JosŽ"."""
    return sum(_is_odd(text, match.start()) for match in _NOT_ASCII.finditer(text))


def _is_odd(text: str, place: int) -> bool:
    before, character, after = text[max(place - 1, 0) : place], text[place], text[place + 1 : place + 2]
    if character.isupper():
        at_end = not after.isalpha() and (before.islower() or before in tuple(".,!?"))
        return (before.isalpha() and after.islower()) or at_end
    if character.isalpha():
        return False
    kinds = {character, unicodedata.category(character)}
    if kinds & {"\ufffd", "Cc"}:
        return True
    # "£ód", but not "£bn".
    before_accent = "Sc" in kinds and after.isalpha() and not after.isascii()
    return before_accent or (before.isalpha() and after.isalpha() and not kinds & _JOINING)


def _share_of_controls(data: bytes) -> float:
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in data) / max(len(data), 1)


def _binary() -> Refusal:
    return Refusal("it is not text (binary data)", "convert it to .txt, .html, .pdf or .docx, or take it out")
