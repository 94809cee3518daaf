"""Files, folders and tables to documents: read_documents, and the steps that it is made of.

find_documents  inputs -> [Found]: what there is to read, with a digest, to skip what did not change
read_found      [Found] -> Documents: sorted by path, every text once
read_file       one Found -> its Documents, copies not joined
file_of         a document's path -> its Found's path
with_copies     documents of the same text -> one, the others in `also`
"""

from graphkit.readers.copies import with_copies
from graphkit.readers.documents import file_of, read_documents, read_file, read_found
from graphkit.readers.found import READER_VERSION, Found, find_documents
from graphkit.readers.problems import DocumentWarning

__all__ = [
    "READER_VERSION",
    "DocumentWarning",
    "Found",
    "file_of",
    "find_documents",
    "read_documents",
    "read_file",
    "read_found",
    "with_copies",
]
