import numpy as np

from graphkit.explorer.packing import FITTED, pack


def packed_boxes(
    sizes: list[tuple[float, float]], aspect: float = 1.0
) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of components of one actor each, which needs the given width and height."""
    half = np.array(sizes) / 2
    parts = [np.array([number]) for number in range(len(sizes))]
    points = pack(np.zeros((len(sizes), 2)), parts, half, np.zeros((0, 2), dtype=np.int64), aspect)
    return [(*(point - size), *(point + size)) for point, size in zip(points, half, strict=True)]


def overlapping(boxes: list[tuple[float, float, float, float]]) -> int:
    return sum(
        one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
        for number, one in enumerate(boxes)
        for two in boxes[:number]
    )


def test_boxes_do_not_overlap_and_lie_close() -> None:
    boxes = packed_boxes([(900.0, 600.0)] + [(120.0, 80.0)] * 40)
    assert overlapping(boxes) == 0
    width = max(box[2] for box in boxes) - min(box[0] for box in boxes)
    height = max(box[3] for box in boxes) - min(box[1] for box in boxes)
    used = 900 * 600 + 40 * 120 * 80
    assert used / (width * height) > 0.35


def test_many_small_components_go_below_in_rows() -> None:
    boxes = packed_boxes([(300.0, 200.0)] + [(100.0, 60.0)] * (FITTED + 100))
    assert overlapping(boxes) == 0


def test_the_largest_stands_in_the_middle() -> None:
    left, top, right, bottom = packed_boxes([(400.0, 300.0), (50.0, 40.0)])[0]
    assert (left + right, top + bottom) == (0, 0)


def test_one_component_alone_stays_where_it_is() -> None:
    assert packed_boxes([(10.0, 10.0)]) == [(-5.0, -5.0, 5.0, 5.0)]
