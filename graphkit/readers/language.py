"""Is a text English? Everything behind the readers understands nothing else."""

import math
import re

MIN_LETTERS = 60
"""Below this many letters no detector can tell; the text is taken for English."""
SAMPLE_CHARACTERS = 2000
"""Code points from the start of the text that are looked at."""
# Share of words that only English has so often. A line full of foreign names still has them, where the
# statistics of letters err; text in other languages stays below 0.02.
MIN_ENGLISH_WORDS = 0.1
# How far English may be behind the likeliest language, in log probability per square root of the bytes.
# Measured: English full of invented names stays below 1.0 (1,196 paragraphs of the training documents); one
# sentence of German scores 17, of French 19, of Spanish 21, of Urdu 61.
MAX_LEAD = 4.0

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_WORD = re.compile(
    "the|of|and|to|that|by|with|from|has|have|had|were|which|said|says|his|their", re.I
)


def foreign_language(text: str) -> str | None:
    """ISO 639-1 code of the language that `text` is in, None when it is English or too short to tell."""
    sample = text[:SAMPLE_CHARACTERS]
    words = _WORD.findall(sample)
    if len(_LETTER.findall(sample)) < MIN_LETTERS:
        return None
    if sum(bool(_ENGLISH_WORD.fullmatch(word)) for word in words) >= MIN_ENGLISH_WORDS * len(words):
        return None
    # The model takes half a second to load, which most runs need not wait for.
    from py3langid import rank

    ranking = rank(sample)
    language, best = ranking[0]
    lead = (best - dict(ranking)["en"]) / math.sqrt(len(sample.encode("utf-8", "replace")))
    return str(language) if lead > MAX_LEAD else None
