"""``graphkit verify``: is every quote where its claim says?"""

from pathlib import Path

import click

from graphkit.cli.options import store_argument
from graphkit.cli.terminal import plain, plural, talk


@click.command()
@store_argument
def verify(store_path: Path) -> None:
    """Check that every quote stands where its claim says.

    Also checks ids, speakers, spans and the file itself. What does not hold is listed on stdout, and the exit
    status is 1.

    \b
    Example:
        graphkit verify out
    """
    from graphkit.store import open_store
    from graphkit.store import verify as problems_of

    count = 0
    with open_store(store_path) as store:
        for problem in problems_of(store):
            count += 1
            click.echo(plain(str(problem)))
        counts, has_text = store.counts(), store.has_text
    if count:
        talk(f"{plural(count, 'problem')}; build anew with `graphkit build INPUTS… -o DIR`.")
        raise SystemExit(1)
    where = f"{plural(counts['claims'], 'claim')} in {plural(counts['documents'], 'document')}"
    but = (
        "" if has_text else " that has its text; of the others (imported) only ids and speakers were checked"
    )
    talk(f"{where}: every quote found at its place{but}.")
