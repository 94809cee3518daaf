"""Commands whose modules are imported only when they are called for: spaCy takes seconds, help must not."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from graphkit.cli.terminal import plain
from graphkit.errors import GraphkitError

INTERRUPTED = 130
"""What shells report of a command that Ctrl-C ended: 128 + SIGINT."""


class LazyGroup(click.Group):
    """Commands by name, each in the module `graphkit.cli.NAME` as its attribute NAME (`import_` for import).

    `short_helps` holds the line that ``--help`` shows of each, so that no module need be imported for it.
    """

    def __init__(self, *args: Any, short_helps: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.short_helps = short_helps

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table, which is the order of the work."""
        return list(self.short_helps)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command; None when there is none of that name."""
        if cmd_name not in self.short_helps:
            return None
        # a word that Python keeps for itself has a _ behind it
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"graphkit.cli.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command and its arguments; of a name that is mistyped the nearest is told."""
        near = get_close_matches(args[0], self.short_helps, n=1)
        if near and args[0] not in self.short_helps:
            ctx.fail(plain(f"No such command '{args[0]}'. Did you mean '{near[0]}'?"))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table's lines, without loading a command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.short_helps.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a user can mend becomes a message and an exit status."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except GraphkitError as error:
            raise click.ClickException(plain(str(error), keep="\n")) from error
        except BrokenPipeError:
            # `graphkit claims … | head` has read all it wanted: nothing failed
            _discard_stdout()
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            raise click.ClickException(_os_message(error)) from error


def _os_message(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return plain(f"{where}{error.strerror or error}")


def _discard_stdout() -> None:
    """Let the interpreter's last flush go nowhere, else it complains of the broken pipe once more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
