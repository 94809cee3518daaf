"""Bytes to text: which encoding a file is in."""

import codecs
import re

from graphkit.readers.problems import Refusal

# English is nearly always in the first; text in the others is decoded only to be named as not English.
LEGACY_ENCODINGS = (
    "cp1252",
    "mac_roman",
    "cp1251",
    "koi8_r",
    "cp1250",
    "cp1256",
    "gb18030",
    "big5",
    "shift_jis",
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")


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
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000], cp_isolation=list(LEGACY_ENCODINGS)).best()
    if best is None and _share_of_controls(data) > 0.05:
        raise _binary()
    return best.encoding if best else "cp1252"


def _share_of_controls(data: bytes) -> float:
    return sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data) / max(len(data), 1)


def _binary() -> Refusal:
    return Refusal("it is not text (binary data)", "convert it to .txt, .html, .pdf or .docx, or take it out")
