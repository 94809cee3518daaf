import re

import click
import pytest

from graphkit.cli import SHORT_HELPS, cli
from graphkit.cli.options import FILTERS

NAMES = sorted(SHORT_HELPS)
CONTEXT = click.Context(cli)
FILTERED = ("render", "export", "claims", "actors", "sources", "stats", "compare", "path")


def command_called(name: str) -> click.Command:
    command = cli.get_command(CONTEXT, name)
    assert command is not None
    return command


def test_help_lists_every_command_of_the_design(run_cli):
    result = run_cli("--help")
    assert result.exit_code == 0
    for name, short_help in SHORT_HELPS.items():
        assert f"  {name}" in result.stdout
        assert short_help in result.stdout
    assert set(NAMES) == {
        *("build", "extract", "render", "export", "claims", "actors", "sources", "stats"),
        *("compare", "path", "import", "verify", "evaluate"),
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help_with_an_example(run_cli, name, option):
    result = run_cli(name, option)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: graphkit {name} ")
    assert "  Example:\n" in result.stdout
    assert f"graphkit {name} " in result.stdout.split("Example:")[1]


@pytest.mark.parametrize("name", NAMES)
def test_the_line_in_the_list_is_the_first_of_the_command(name):
    help_text = command_called(name).help
    assert help_text is not None
    assert help_text.splitlines()[0] == SHORT_HELPS[name]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("clams", "No such command 'clams'. Did you mean 'claims'?"), ("zzz", "No such command 'zzz'.")],
)
def test_a_mistyped_command_is_told_with_the_nearest(run_cli, typed, said):
    result = run_cli(typed)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: {said}\n")


@pytest.mark.parametrize("name", NAMES)
def test_words_are_made_readable_and_paths_are_not(name):
    """An option of click's own text type would hand on what the system could not decode."""
    plain_texts = {item.name for item in command_called(name).params if item.type is click.STRING}
    assert plain_texts <= {"model", "lexicon"}, "they may be paths"


@pytest.mark.parametrize("name", NAMES)
def test_every_option_has_help(name):
    for parameter in command_called(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts}"
            assert parameter.help[-1] == ".", f"{name} {parameter.opts}: {parameter.help}"


@pytest.mark.parametrize("name", FILTERED)
def test_every_question_has_every_filter(name):
    options = {option for parameter in command_called(name).params for option in parameter.opts}
    assert {f"--{name}" for name in FILTERS} <= options


def test_filters_are_those_of_the_store():
    from dataclasses import fields

    from graphkit.store import ClaimFilter

    assert [name.replace("-", "_") for name in FILTERS] == [item.name for item in fields(ClaimFilter)]


def test_render_colours_are_those_of_the_page():
    from graphkit.explorer.palette import COLOR_BY

    option = next(item for item in command_called("render").params if item.name == "color_by")
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == COLOR_BY


def test_export_names_every_format():
    from graphkit.exporters import WRITERS

    text = command_called("export").help or ""
    for item in WRITERS.values():
        name = f"{item.name} ({' '.join(item.suffixes)})" if item.suffixes else item.name
        assert re.search(rf"^ +{re.escape(name)} +{re.escape(item.tells)}$", text, re.MULTILINE), name


def test_default_model_is_the_pipelines():
    from graphkit.pipeline import DEFAULT_MODEL

    option = next(item for item in command_called("build").params if item.name == "model")
    assert option.default == DEFAULT_MODEL


def test_version(run_cli):
    from importlib.metadata import version

    result = run_cli("--version")
    assert (result.exit_code, result.stdout) == (0, f"graphkit {version('graphkit')}\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["bild"], "No such command 'bild'"),
        (["claims"], "Missing argument 'STORE'"),
        (["build", "nowhere", "-o", "out"], "'nowhere' does not exist"),
        (["claims", "nowhere.db"], "'nowhere.db' does not exist"),
        (["extract"], "Name files or folders to read"),
        (["export", ".", "--nonsense"], "No such option"),
    ],
)
def test_wrong_usage_is_told_on_stderr_with_status_2(run_cli, args, said):
    result = run_cli(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
