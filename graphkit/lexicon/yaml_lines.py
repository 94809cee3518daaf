"""Data files in YAML, read so that every complaint can name its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from graphkit.errors import LexiconError

# libyaml's loader is about eight times as fast; PyYAML without it is rare but correct.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

KINDS = {
    "str": "a text",
    "int": "a number",
    "float": "a number",
    "bool": "a yes/no value",
    "timestamp": "a date",
}
STRING, NULL, BOOLEAN = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "bool"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a list in a YAML file: the nodes under its keys, and the line where it starts."""

    path: Path
    line: int
    nodes: dict[str, yaml.Node]

    def fail(self, problem: str, key: str | None = None) -> NoReturn:
        """Raise LexiconError at the line of `key`, else of the entry."""
        raise LexiconError(self.path, self.line_of(key), problem)

    def line_of(self, key: str | None) -> int:
        """The line, counted from 1, of the value under `key`, else of the entry."""
        return line_of(self.nodes[key]) if key in self.nodes else self.line

    def text(self, key: str) -> str | None:
        """The text under `key`; None where the key is missing or empty (``country:``)."""
        node = self.nodes.get(key)
        return None if node is None or node.tag == NULL else text_of(self.path, node, key)

    def required(self, key: str) -> str:
        """The text under `key`; LexiconError where there is none."""
        return self.text(key) or self.fail(f'{key} is missing; add "{key}: …"')

    def texts(self, key: str) -> list[tuple[str, int]]:
        """The texts of the list under `key`, each with its line."""
        node = self.nodes.get(key)
        if node is None or node.tag == NULL:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fail(f"{key} must be a list; write {key}: [one, another]", key)
        return [(text_of(self.path, item, key), line_of(item)) for item in node.value]

    def flag(self, key: str) -> bool:
        """Whether `key` says true; false where it is missing."""
        node = self.nodes.get(key)
        if node is None:
            return False
        if node.tag != BOOLEAN:
            self.fail(f"{key} must be true or false", key)
        return str(node.value).lower() in ("true", "yes", "on")

    def plain(self, key: str) -> Any:
        """Whatever stands under `key`, as lists, mappings, texts and numbers; None where it is missing."""
        node = self.nodes.get(key)
        return None if node is None else yaml.constructor.SafeConstructor().construct_document(node)


def read_entries(path: Path, what: str, keys: Sequence[str]) -> list[Entry]:
    """The mappings of the file's list, none with a key outside of `keys`; `what` names one in messages."""
    root = _compose(path)
    if not isinstance(root, yaml.SequenceNode):
        line = line_of(root) if root else 1
        raise LexiconError(path, line, f'must be a list of {what}s, each starting with "- "')
    return [_entry(path, node, what, keys) for node in root.value]


def line_of(node: yaml.Node) -> int:
    """Where the node starts, counted from 1."""
    return int(node.start_mark.line) + 1


def text_of(path: Path, node: yaml.Node, key: str) -> str:
    """The node's text with blanks folded; LexiconError where YAML reads something else than a text."""
    if not isinstance(node, yaml.ScalarNode):
        raise LexiconError(path, line_of(node), f"{key} must be one text, not a list or a mapping")
    if node.tag != STRING:
        read_as = KINDS.get(node.tag.rsplit(":", 1)[-1], "nothing")
        problem = f'YAML reads {key} {node.value or "~"} as {read_as}; write "{node.value}" in quotes'
        raise LexiconError(path, line_of(node), problem)
    text = " ".join(node.value.split())
    if not text:
        raise LexiconError(path, line_of(node), f"{key} is empty; write a text or leave the key out")
    return text


def _compose(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=LOADER)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not in UTF-8"
        raise LexiconError(path, 1, f"cannot be read: {reason}; name a YAML file in UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "a character that YAML does not allow"
        raise LexiconError(path, mark.line + 1 if mark else 1, f"not YAML: {problem}") from error


def _entry(path: Path, node: yaml.Node, what: str, keys: Sequence[str]) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        raise LexiconError(path, line_of(node), f"each {what} must be a mapping such as {{{keys[0]}: …}}")
    nodes: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value not in keys:
            problem = f'unknown key "{key.value}"; {what}s have the keys {", ".join(keys)}'
            raise LexiconError(path, line_of(key), problem)
        if key.value in nodes:
            raise LexiconError(path, line_of(key), f'key "{key.value}" is given twice; keep one')
        nodes[key.value] = value
    return Entry(path, line_of(node), nodes)
