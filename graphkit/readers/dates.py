"""Dates as people write them, to ISO 8601; only where one reading is possible."""

import datetime
import re

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:[t\s]\s*\d{1,2}:\d{2}\S*.*)?"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}(?:[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}){_TIME})?)?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}{_TIME}",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)


def iso_date(written: str) -> str | None:
    """`written` as YYYY, YYYY-MM or YYYY-MM-DD; None where it is no date or has more than one reading.

    Month names are English, full or of at least three letters. A time of day is dropped, not converted.

    >>> iso_date("August 26, 2021"), iso_date("2021-8-6"), iso_date("Aug. 2021")
    ('2021-08-26', '2021-08-06', '2021-08')
    >>> iso_date("06/08/2021") is None
    True
    """
    text = " ".join(written.casefold().split())
    for pattern in PATTERNS:
        if match := pattern.fullmatch(text):
            return _checked(match.groupdict())
    return None


def _checked(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    month = _month_number(parts["name"]) if parts.get("name") else int(parts.get("month") or 0)
    day = int(parts.get("day") or 0)
    if month is None or (month == 0 and parts.get("month")) or (day == 0 and parts.get("day")):
        return None
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])])


def _month_number(name: str | None) -> int | None:
    starts = [number for number, month in enumerate(MONTHS, 1) if month.startswith(name or "?")]
    return 9 if name == "sept" else starts[0] if len(starts) == 1 else None
