"""A text under repair that remembers where in the original every character stood."""

import re
from array import array
from collections.abc import Callable, Iterable

Edit = tuple[int, int, str]
"""(start, end, replacement): code points [start, end) of the present text give way to the replacement."""


class EditedText:
    """`text` as it is now; `origins` holds, for each of its characters, the offset in the original."""

    def __init__(self, original: str, start: int = 0) -> None:
        self.text = original[start:]
        self.origins = array("q", range(start, len(original)))

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make all `edits` at once; they are ascending, do not overlap, and count in the text before them."""
        pieces: list[str] = []
        origins = array("q")
        done = 0
        for start, end, replacement in edits:
            pieces += (self.text[done:start], replacement)
            origins.extend(self.origins[done:start])
            origins.extend(self.origins[min(start + i, end - 1)] for i in range(len(replacement)))
            done = end
        if done:
            origins.extend(self.origins[done:])
            self.text, self.origins = "".join([*pieces, self.text[done:]]), origins

    def sub(self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]) -> None:
        """``pattern.sub`` with the origins kept; matches must not be empty, `replacement` is literal."""
        matches = pattern.finditer(self.text)
        if isinstance(replacement, str):
            self.apply((match.start(), match.end(), replacement) for match in matches)
        else:
            self.apply((match.start(), match.end(), replacement(match)) for match in matches)

    def offsets(self) -> tuple[tuple[int, int], ...]:
        """The map of records.Document: pairs (offset in text, in the original) where the two part ways."""
        origins = self.origins
        return tuple(
            (place, origin)
            for place, origin in enumerate(origins)
            if place == 0 or origin != origins[place - 1] + 1
        )
