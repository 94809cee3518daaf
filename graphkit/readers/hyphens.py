"""Words that were broken at a line's end: joined, with or without their hyphen."""

import re

from graphkit.readers.edits import EditedText

_HYPHEN_BREAK = re.compile(r"(?<![^\W_])([^\W_]++)-( ?[\n\f] ?)(?=([^\W_]+)(-?))")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_COMPOUND_FIRST = re.compile("anti|half|long|non|quasi|self|semi|single|three|four|vice|well")
_COMPOUND_SECOND = re.compile(
    "affiliated|aligned|allied|armed|backed|based|called|centric|controlled|designated|driven|financed|funded"
    "|held|inspired|language|led|level|linked|made|minded|occupied|old|owned|paid|profile|ranking|related|run"
    "|scale|sponsored|style|supported|trained|wide|wing"
)
# un-/armed, re-/run: these close up whatever follows.
_PREFIX = re.compile("de|dis|in|mis|out|over|re|un|under")


def join_hyphens(edited: EditedText) -> None:
    """Close words that were broken at a line's end; keep the hyphen where it belongs to the word.

    It goes when the text has the closed word elsewhere. Else it stays when the text has the hyphenated one,
    when either part commonly forms compounds (state-/sponsored), inside a chain (Jamaat-/ul-Ahrar) and before
    a capital. Else it goes: most breaks are the typesetter's.
    """
    breaks = list(_HYPHEN_BREAK.finditer(edited.text))
    if breaks:
        words = {word.casefold() for word in _WORD.findall(edited.text)}
        edited.apply((match.end(1), match.end(), _hyphen(match, words)) for match in breaks)


def _hyphen(match: re.Match[str], words: set[str]) -> str:
    first, second, chain = match.group(1), match.group(3), match.group(4)
    closed, hyphenated = (first + second).casefold(), f"{first}-{second}".casefold()
    if closed in words or _PREFIX.fullmatch(first.casefold()):
        return ""
    is_compound = _COMPOUND_FIRST.fullmatch(first.casefold()) or _COMPOUND_SECOND.fullmatch(second)
    is_initials = first.isupper() and len(first) > 1
    keeps = hyphenated in words or is_compound or is_initials or chain or not second[0].islower()
    return "-" if keeps else ""
