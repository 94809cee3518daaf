"""Options that several commands share: which claims to show, and how to read documents."""

from collections.abc import Callable
from functools import wraps
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.terminal import readable
from graphkit.records import PARTIAL_DATE, ActorType, Certainty, Polarity

if TYPE_CHECKING:
    from graphkit.store import ClaimFilter

Command = Callable[..., Any]


class Text(click.types.StringParamType):
    """Words, as opposed to a path: what the system could not decode is made readable."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words as text that can be compared, searched and written."""
        return readable(str(super().convert(value, param, ctx)))


TEXT = Text()

EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def partial_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A date of which the day, or day and month, may be missing; anything else is wrong usage."""
    if value is not None and not PARTIAL_DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r}: write a date as 2021, 2021-08 or 2021-08-26.")
    return value


def finite(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    """A number; click's ranges let "nan" pass."""
    if value is not None and isnan(value):
        raise click.BadParameter("nan is not a number.")
    return value


def _date(help: str) -> dict[str, Any]:
    return {
        "type": TEXT,
        "callback": partial_date,
        "metavar": "DATE",
        "help": f"{help}; undated ones fall out.",
    }


def _words(help: str) -> dict[str, Any]:
    return {"multiple": True, "type": TEXT, "metavar": "TEXT", "help": f"{help} Repeatable."}


def _choice(values: Any, help: str) -> dict[str, Any]:
    names = click.Choice([value.value for value in values], case_sensitive=False)
    return {"multiple": True, "type": names, "help": f"{help} Repeatable."}


FILTERS: dict[str, dict[str, Any]] = {
    "source": _words("Only claims of this source, copies included: publisher, else web host or file name."),
    "document": _words("Only claims of this document: its path, file name, or the name without suffix."),
    "speaker": _words("Only claims that this speaker makes, alone or in a chain."),
    "relation": _words("Only claims of this relation, such as supports."),
    "actor": _words("Only claims about this actor: id, name or alias."),
    "actor-type": _choice(ActorType, "Only claims about an actor of this type."),
    "polarity": _choice(Polarity, "Only what is affirmed, or only what is denied."),
    "certainty": _choice(Certainty, "Only what is asserted outright, or only what is hedged."),
    "min-confidence": {
        "type": click.FloatRange(0, 1),
        "callback": finite,
        "help": "Only claims that graphkit is at least this sure to have read right.",
    },
    "since": _date("Only documents of this date or later"),
    "until": _date("Only documents of this date or earlier"),
    "min-sources": {
        "type": click.IntRange(min=1),
        "help": "Only pairs of actors that at least so many sources link.",
    },
    "contested": {"is_flag": True, "help": "Only pairs of actors that sources contradict each other on."},
}
"""Option name -> how click declares it. The same option repeated means or, different ones mean and."""


def filter_options(command: Command) -> Command:
    """Give a command the filters; it gets them as one ClaimFilter called `filters`."""

    @wraps(command)
    def with_filter(*args: Any, **kwargs: Any) -> Any:
        values = {_field(name): kwargs.pop(_field(name)) for name in FILTERS}
        return command(*args, filters=_claim_filter(values), **kwargs)

    wrapped: Command = with_filter
    for name, settings in reversed(FILTERS.items()):
        wrapped = click.option(f"--{name}", **settings)(wrapped)
    return wrapped


def store_argument(command: Command) -> Command:
    """Give a command the argument STORE, as `store_path`."""
    kind = click.Path(exists=True, path_type=Path)
    return click.argument("store_path", metavar="STORE", type=kind)(command)


def json_option(command: Command) -> Command:
    """Give a command --json, as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON, one object a line.")(command)


def _field(option: str) -> str:
    return option.replace("-", "_")


def _claim_filter(values: dict[str, Any]) -> "ClaimFilter":
    from graphkit.store import ClaimFilter

    return ClaimFilter(**values)
