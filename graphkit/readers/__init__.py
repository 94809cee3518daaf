"""Files, folders and tables to documents: read_documents, and the steps that it is made of.

find_documents  inputs -> [Found]: what there is to read, with its metadata
read_found      [Found] -> Documents: sorted by path, every text once
read_file       one Found -> its Documents, copies not joined
with_copies     documents of the same text -> one, the others in `also`
"""

from graphkit.readers.copies import with_copies
from graphkit.readers.documents import MAX_CHARACTERS, read_documents, read_file, read_found
from graphkit.readers.found import Found, find_documents
from graphkit.readers.problems import DocumentWarning

__all__ = [
    "MAX_CHARACTERS",
    "DocumentWarning",
    "Found",
    "find_documents",
    "read_documents",
    "read_file",
    "read_found",
    "with_copies",
]
