"""What can go wrong, and what to do about it.

GraphkitError                   every error that a user can mend
├── UnreadableDocument          one file or row cannot become a document; the batch goes on
├── LexiconError                a line of an actor, relation or cue file cannot be used
├── MetadataError               a metadata file cannot be used
├── ModelMissing                the spaCy pipeline that was named, or the trained network, is not installed
├── StoreError                  a store is missing, damaged, too new or of another kind
└── FormatError                 an input or output format is unknown or not understood
"""

from pathlib import Path


class GraphkitError(Exception):
    """Base of all errors that graphkit raises on purpose; the message says where, what and the way out."""


class UnreadableDocument(GraphkitError):
    """A file or row cannot become a document; `where` names it, `remedy` says what to do."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")
        self.where, self.problem, self.remedy = where, problem, remedy

    def __reduce__(self) -> tuple[type["UnreadableDocument"], tuple[str, str, str]]:
        return type(self), (self.where, self.problem, self.remedy)


class LexiconError(GraphkitError):
    """An entry of an actor, relation or cue file cannot be used; `line` counts from 1."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.path, self.line, self.problem = path, line, problem


class MetadataError(GraphkitError):
    """A metadata file (sources.csv, a sidecar, --metadata FILE) cannot be used."""


class ModelMissing(GraphkitError):
    """The spaCy pipeline or the trained network that was asked for is not installed."""


class StoreError(GraphkitError):
    """A store cannot be opened, or what it holds cannot be used."""


class FormatError(GraphkitError):
    """A format is not known, or a file is not in the format that it says."""
