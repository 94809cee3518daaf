"""``python -m graphkit.training``: train the network that reads claims, from marked documents."""

from collections.abc import Callable
from pathlib import Path

import click

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def plan_options(command: Callable[..., None]) -> Callable[..., None]:
    """How to train: --epochs, --seed, --threads and --bfloat16."""
    for option in (
        click.option(
            "--bfloat16", is_flag=True, help="Reckon in fewer digits: faster where the processor knows how."
        ),
        click.option(
            "--threads", type=click.IntRange(min=1), default=2, show_default=True, help="Processor threads."
        ),
        click.option("--seed", type=int, default=0, show_default=True, help="Of what is left to chance."),
        click.option("--epochs", type=click.IntRange(min=1), help="Times that every document is seen."),
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Train the network that reads claims, from marked documents (needs the extra "train")."""


LEAVE_OUT = click.option(
    "--leave-out", multiple=True, metavar="NAME", help="Leave this folder out of the training. Repeatable."
)


@main.command()
@click.argument("gold", nargs=-1, required=True, type=FOLDER)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Where the network goes.",
)
@LEAVE_OUT
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A .jsonl.gz file for what the network reads of the folders that were left out.",
)
@click.option(
    "--start-from", type=FOLDER, help="Train this folder's network further, instead of the bare encoder."
)
@click.option("--halfway", is_flag=True, help="With --start-from: the mean of the networks before and after.")
@plan_options
def fit(
    gold: tuple[Path, ...],
    output: Path,
    leave_out: tuple[str, ...],
    predictions: Path | None,
    start_from: Path | None,
    halfway: bool,
    epochs: int | None,
    seed: int,
    threads: int,
    bfloat16: bool,
) -> None:
    """Train on the folders of marked documents in GOLD, and write the network.

    \b
    Example:
        python -m graphkit.training fit data/gold/train -o data/model
    """
    from graphkit.training.export import export
    from graphkit.training.folds import called, read_by, write_predictions
    from graphkit.training.runs import marked_folders, plan_of, prepared, trained

    folders = marked_folders(gold)
    left_out = called(leave_out, folders)
    items = prepared([folder for folder in folders if folder not in left_out])
    found = trained(items, plan_of(epochs, seed, bfloat16), threads, click.echo, start_from, halfway)
    export(*found, output)
    if predictions:
        write_predictions(read_by(found, left_out), predictions)


@main.command()
@click.argument("gold", nargs=-1, required=True, type=FOLDER)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="A .jsonl.gz file for the claims read.",
)
@LEAVE_OUT
@plan_options
def cross_validate(
    gold: tuple[Path, ...],
    output: Path,
    leave_out: tuple[str, ...],
    epochs: int | None,
    seed: int,
    threads: int,
    bfloat16: bool,
) -> None:
    """Train without each folder of GOLD in turn, or without those named, and keep what is read of them.

    \b
    Example:
        python -m graphkit.training cross-validate data/gold/train -o data/gold/folds.jsonl.gz
    """
    from graphkit.training.folds import read_folds, write_predictions
    from graphkit.training.runs import plan_of

    plan = plan_of(epochs, seed, bfloat16)
    write_predictions(read_folds(gold, leave_out, plan, threads, click.echo), output)


@main.command()
@click.argument("predictions", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("gold", nargs=-1, required=True, type=FOLDER)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder of the network.",
)
def calibrate(predictions: Path, gold: tuple[Path, ...], output: Path) -> None:
    """Learn from what was read of documents that were left out (PREDICTIONS) how sure the network may be.

    \b
    Example:
        python -m graphkit.training calibrate data/gold/folds.jsonl.gz data/gold/train -o data/model
    """
    from graphkit.training.calibrating import calibrated

    click.echo(calibrated(predictions, gold, output))


if __name__ == "__main__":
    main()
