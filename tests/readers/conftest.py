"""Fixtures for the readers: files in a folder, documents and problems read back, PDFs made by hand."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import UnreadableDocument
from graphkit.readers import read_documents
from graphkit.records import Document

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
PASSWORD_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")

Read = Callable[..., tuple[list[Document], list[UnreadableDocument]]]
Write = Callable[..., Path]


@pytest.fixture
def read() -> Read:
    """Call with inputs and options; returns the documents and the problems."""

    def reading(*inputs: Path | str, **options: Any) -> tuple[list[Document], list[UnreadableDocument]]:
        problems: list[UnreadableDocument] = []
        return list(read_documents(inputs, on_problem=problems.append, **options)), problems

    return reading


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Call with a relative path and its content; returns the file, below the folder ``in``."""

    def writing(name: str, content: str | bytes) -> Path:
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return writing


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return FIXTURES


def make_pdf(pages: list[list[str]], *, info: str = "", password: str = "") -> bytes:
    """A PDF of text lines; with a password only its key is checked, the streams stay as they are."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        content = f"BT /F1 11 Tf 50 780 Td 14 TL {' '.join(f'({line}) Tj T*' for line in lines)} ET"
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {font} /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    return _assembled(objects, _encryption(password) if password else "")


def _assembled(objects: list[str], trailer: str) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R"
    end += f" /Info {size - 1} 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode("latin-1")


def _encryption(password: str) -> str:
    """The trailer's entries of the standard security handler, revision 2 (ISO 32000-1, 7.6.3)."""
    padded = (password.encode() + PASSWORD_PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    identity, permissions = b"0123456789abcdef", -4
    key_input = padded + owner + permissions.to_bytes(4, "little", signed=True) + identity
    user = _rc4(hashlib.md5(key_input).digest()[:5], PASSWORD_PADDING)
    entries = f"/Filter /Standard /V 1 /R 2 /P {permissions} /O <{owner.hex()}> /U <{user.hex()}>"
    return f"/Encrypt << {entries} >> /ID [<{identity.hex()}> <{identity.hex()}>]"


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    return make_pdf
