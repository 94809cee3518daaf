"""Colours of the page: safe for colour-blind readers, each with where it is taken from."""

from typing import Literal, get_args

ColorBy = Literal["source", "relation", "polarity"]

COLOR_BY: tuple[str, ...] = get_args(ColorBy)

SOURCE_PALETTE = {
    "name": "Paul Tol, Colour Schemes, SRON/EPS/TN/09-002, issue 3.2 (2021): 'muted' and, on dark, 'light'",
    "light": ["#332288", "#44AA99", "#999933", "#AA4499", "#88CCEE", "#882255", "#117733", "#DDCC77"],
    "dark": ["#77AADD", "#44BB99", "#BBCC33", "#FFAABB", "#99DDFF", "#EE8866", "#AAAA00", "#EEDD88"],
}
"""One colour for each of the eight publications with the most claims; more are not told apart."""

OTHER_SOURCES = {"light": "#8A8F98", "dark": "#8A8F98"}
"""The publications after the eighth share one grey."""

SEVERAL = {"light": "#4A5365", "dark": "#C3CAD6"}
"""A pair that several sources report, and whatever else has no single colour."""

POLARITY = {
    "name": "Masataka Okabe and Kei Ito, Color Universal Design (2008)",
    "affirmed": {"light": "#0072B2", "dark": "#56B4E9"},
    "denied": {"light": "#D55E00", "dark": "#F08A3C"},
}
"""Blue and vermilion, told apart with every kind of colour vision; the dark ones are the lighter tints."""


def palette() -> dict[str, object]:
    """All colours, as the page reads them."""
    return {"source": SOURCE_PALETTE, "other": OTHER_SOURCES, "several": SEVERAL, "polarity": POLARITY}
