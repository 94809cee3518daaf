"""Is a text English? Everything behind the readers understands nothing else."""

import math
import re
import unicodedata
from collections import Counter

MIN_LETTERS = 60
"""Below this many letters the detector must be very sure."""
MIN_LETTERS_SURE = 25
"""Below this many letters it cannot tell; in Latin letters the text is taken for English."""
# How sure: probability that a short text is in the language named. Names mislead the detector (13 of 1,583
# sentences of the project's documents), so that the words without a capital must say the same (0 of them).
MIN_SURE, MIN_LOWER_LETTERS = 0.99, 12
SAMPLE_CHARACTERS = 2000
"""Code points from the start of the text that are looked at."""
# Share of words that only English has so often. A line full of foreign names still has them, where the
# statistics of letters err; text in other languages stays below 0.02.
MIN_ENGLISH_WORDS = 0.1
# How far English may be behind the likeliest language, in log probability per square root of the bytes.
# Measured: English full of invented names stays below 1.0 (1,196 paragraphs of the training documents); one
# sentence of German scores 17, of French 19, of Spanish 21, of Urdu 61.
MAX_LEAD = 4.0

_SCRIPT_NAMES = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
_OF_NO_SCRIPT = {"FEMININE", "MASCULINE", "MICRO", "MODIFIER", "MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT"}
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_WORD = re.compile(
    "the|of|and|to|that|by|with|from|has|have|had|were|which|said|says|his|their", re.I
)


def foreign_script(text: str) -> str | None:
    """Name of the script that most letters of `text` are in (Cyrillic, Arabic, …); None when it is Latin."""
    letters = _LETTER.findall(text[:SAMPLE_CHARACTERS])
    scripts = Counter("LATIN" if letter.isascii() else _script(letter) for letter in letters)
    others = len(letters) - scripts.pop("LATIN", 0)
    if 2 * others <= len(letters):
        return None
    return _SCRIPT_NAMES.get(name := scripts.most_common(1)[0][0], name.title())


def _script(letter: str) -> str:
    """First word of the character's name in Unicode; letters that are none of a script count as Latin."""
    name = unicodedata.name(letter, "LATIN").removeprefix("FULLWIDTH ").split()[0]
    return "LATIN" if name in _OF_NO_SCRIPT else name


def foreign_language(text: str) -> str | None:
    """ISO 639-1 code of the language that `text` is in, None when it is English or too short to tell."""
    sample = text[:SAMPLE_CHARACTERS]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < MIN_LETTERS_SURE:
        return None
    if sum(bool(_ENGLISH_WORD.fullmatch(word)) for word in words) >= MIN_ENGLISH_WORDS * len(words):
        return None
    return _surely_foreign(sample, words) if letters < MIN_LETTERS else _likeliest(sample)


def _likeliest(sample: str) -> str | None:
    ranking = _ranking(sample)
    language, best = ranking[0]
    lead = (best - dict(ranking)["en"]) / math.sqrt(len(sample.encode("utf-8", "replace")))
    return language if lead > MAX_LEAD else None


def _surely_foreign(sample: str, words: list[str]) -> str | None:
    lower = [word for word in words if word.islower()]
    if sum(map(len, lower)) < MIN_LOWER_LETTERS:
        return None
    judged = [_most_probable(sample), _most_probable(" ".join(lower))]
    is_sure = all(language != "en" and probability >= MIN_SURE for language, probability in judged)
    return judged[0][0] if is_sure else None


def _most_probable(sample: str) -> tuple[str, float]:
    ranking = _ranking(sample)
    language, best = ranking[0]
    return language, 1 / sum(math.exp(score - best) for _, score in ranking)


def _ranking(sample: str) -> list[tuple[str, float]]:
    """Languages with their log probability (not normalized), the likeliest first."""
    # The model takes half a second to load, which most runs need not wait for.
    from py3langid import rank

    return [(str(language), float(score)) for language, score in rank(sample)]
