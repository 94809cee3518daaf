import pytest

from graphkit.explorer.bundle import asset
from graphkit.explorer.palette import OTHER_SOURCES, POLARITY, SEVERAL, SOURCE_PALETTE

GROUND = {"light": "#ffffff", "dark": "#14181f"}


def luminance(color: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_stand_out_from_their_ground(scheme: str) -> None:
    assert GROUND[scheme] in asset("explorer.css")
    for color in (
        OTHER_SOURCES[scheme],
        SEVERAL[scheme],
        POLARITY["affirmed"][scheme],
        POLARITY["denied"][scheme],
    ):  # type: ignore[index]
        assert contrast(color, GROUND[scheme]) >= 3, color


def test_palette_has_no_colour_twice_and_names_its_source() -> None:
    assert "Paul Tol" in str(SOURCE_PALETTE["name"])
    for scheme in ("light", "dark"):
        assert len(set(SOURCE_PALETTE[scheme])) == 8
