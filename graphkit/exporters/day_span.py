"""The days that a partial date stands for, as programs want them that know whole days only."""

import calendar
from typing import Any

from graphkit.records import PARTIAL_DATE


def day_span(date: Any) -> tuple[str, str] | None:
    """First and last day of a date, of which the day, or day and month, may be missing; None for no date.

    Only days that exist: a 31 February ends on the last of February, and there is no year 0.

    >>> day_span("2024"), day_span("2024-02"), day_span("2021-02-31"), day_span("soon")
    (('2024-01-01', '2024-12-31'), ('2024-02-01', '2024-02-29'), ('2021-02-28', '2021-02-28'), None)
    """
    if not isinstance(date, str) or not PARTIAL_DATE.fullmatch(date) or date.startswith("0000"):
        return None
    year, month, day = (int(part) for part in [*date.split("-"), "0", "0"][:3])
    return _day(year, month or 1, day or 1), _day(year, month or 12, day or 31)


def _day(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{min(day, calendar.monthrange(year, month)[1]):02}"
