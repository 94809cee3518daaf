"""HTML left-overs in plain text, and the marks of Markdown: out, or read as the character they stand for."""

import html
import re
from collections.abc import Iterator

from graphkit.readers.edits import Edit, EditedText

# Only names of HTML: "x < y", "<unnamed official>" and an e-mail address in brackets are text.
_BLOCK = (
    "address|article|aside|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head"
)
_BLOCK += (
    "|header|hr|html|li|main|nav|ol|option|p|pre|section|select|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_INLINE = "a|abbr|b|big|cite|code|del|em|embed|font|i|iframe|img|input|ins|kbd|label|link|mark|meta|noscript"
_INLINE += "|object|q|s|small|source|span|strike|strong|sub|sup|time|tt|u|var|video|wbr|button|script|style"
_ATTRIBUTES = r"(?:\s[^<>]*)?/?"
# Each stops at the next beginning of its own kind: thousands of unclosed ones must not cost their square.
_HIDDEN = re.compile(
    r"<(script|style)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>|<!--(?:(?!<!--).)*?-->|<!doctype\b[^<>]*>", re.I | re.S
)
_TAG = rf"</?(?:{_BLOCK}){_ATTRIBUTES}>"
_BLOCK_TAG = re.compile(rf"{_TAG}(?:\s*+{_TAG})*", re.I)
_ONE_BREAK = re.compile(r"<br\b[^<>]*>", re.I)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE}){_ATTRIBUTES}>", re.I)
# "&amp;nbsp;" is what a page that was escaped twice leaves.
_ENTITY = re.compile(r"&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_HEADING = re.compile(r"^ ?#{1,6} +|^ ?(?:> ?)+|^ ?(?:[-=*_] ?){3,}$|^ ?```.*$", re.M)
_LINK = re.compile(r"(!?\[)([^\[\]\n]*)(\]\([^()\s]*(?: \"[^\"\n]*\")?\))")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]+?)(?<=[^\s*])(\1)(?![\w*])")
_UNDERLINE = re.compile(r"(?<!\w)(__|_)(?=[^\s_])([^_\n]+?)(?<=[^\s_])(\1)(?!\w)")


def remove_markup(edited: EditedText) -> None:
    """Take tags, comments, scripts and styles out and read entities; block tags become line breaks."""
    if "<" in edited.text:
        edited.sub(_HIDDEN, "")
        edited.sub(_BLOCK_TAG, lambda match: "\n" if _ONE_BREAK.fullmatch(match.group()) else "\n\n")
        edited.sub(_INLINE_TAG, "")
    if "&" in edited.text:
        edited.sub(_ENTITY, _entity)


def _entity(match: re.Match[str]) -> str:
    name = f"&{match.group(1)};"
    character = html.unescape(name)
    return match.group() if character == name else character


def remove_markdown(edited: EditedText) -> None:
    """Take the marks of headings, quotes, rules, emphasis and links out; pictures go with their label."""
    edited.sub(_HEADING, "")
    edited.apply(_link_marks(edited.text))
    for pattern in (_EMPHASIS, _UNDERLINE):
        edited.apply(_paired_marks(edited.text, pattern))


def _link_marks(text: str) -> Iterator[Edit]:
    for match in _LINK.finditer(text):
        if match.group(1) == "![":
            yield match.start(), match.end(), ""
        else:
            yield match.start(1), match.end(1), ""
            yield match.start(3), match.end(3), ""


def _paired_marks(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        yield match.start(1), match.end(1), ""
        yield match.start(3), match.end(3), ""
