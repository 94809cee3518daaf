"""Components side by side: the largest in the middle, small ones in the free corners around it.

After K. Freivalds, U. Dogrusoz, P. Kikusts, Disconnected Graph Layout and the Polyomino Packing Approach, GD
2001: what is placed fills cells of a grid. Only the largest component has its true outline, the others are
boxes, so that one sum table per component finds every free place. What is left over goes below, in rows.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graphkit.explorer.pairs import Ints

Floats = NDArray[np.float64]

FITTED = 80
"""So many components are fitted in; graphs with more have mostly pairs of one claim."""
CELLS = 240
"""Cells along the side of the grid."""
SAMPLES = 40
"""Points along a line that count as taken, at most."""
MARGIN = 16.0


@dataclass(slots=True)
class Grid:
    """Which cells are taken; the middle of the page is the middle of the grid."""

    taken: NDArray[np.bool_]
    cell: float

    def place(self, size: Floats, aspect: float) -> Floats | None:
        """Take and return the middle of the free box nearest to the middle, by the shape of the page."""
        columns, rows = (max(1, int(np.ceil(side / self.cell))) for side in size)
        if columns >= CELLS or rows >= CELLS:
            return None
        table = np.zeros((CELLS + 1, CELLS + 1), dtype=np.int64)
        table[1:, 1:] = self.taken.cumsum(axis=0).cumsum(axis=1)
        filled = (
            table[rows:, columns:]
            - table[:-rows, columns:]
            - table[rows:, :-columns]
            + table[:-rows, :-columns]
        )
        y, x = np.nonzero(filled == 0)
        if len(x) == 0:
            return None
        off_x, off_y = x + columns / 2 - CELLS / 2, y + rows / 2 - CELLS / 2
        reach = np.maximum((np.abs(off_x) + columns / 2) / aspect, np.abs(off_y) + rows / 2)
        best = np.lexsort((off_x, off_y, np.hypot(off_x, off_y), np.round(reach, 6)))[0]
        self.taken[y[best] : y[best] + rows, x[best] : x[best] + columns] = True
        return np.array([off_x[best], off_y[best]]) * self.cell

    def take(self, points: Floats) -> None:
        """Take the cells around the points."""
        cells = np.clip(np.floor(points / self.cell + CELLS / 2).astype(np.int64), 0, CELLS - 1)
        self.taken[cells[:, 1], cells[:, 0]] = True


def pack(positions: Floats, parts: list[Ints], half: Floats, lines: Ints, aspect: float) -> Floats:
    """Positions with the components, the largest first in `parts`, moved beside one another.

    `half` is half the width and height that each actor needs with its name; `lines` has the two ends of each
    line of the first component.
    """
    packed = positions.copy()
    boxes = [_box(positions[part], half[part]) for part in parts]
    sizes = np.array([high - low for low, high in boxes])
    side = 1.5 * float(np.sqrt(sizes[:FITTED].prod(axis=1).sum())) + float(sizes[0].max())
    grid = Grid(np.zeros((CELLS, CELLS), dtype=np.bool_), side / CELLS)
    packed[parts[0]] -= boxes[0].mean(axis=0)
    grid.take(_outline(packed, parts[0], half, lines, grid.cell))
    fitted = 1
    for part, box in zip(parts[1:FITTED], boxes[1:FITTED], strict=True):
        middle = grid.place(box[1] - box[0], aspect)
        if middle is None:
            break
        packed[part] += middle - box.mean(axis=0)
        fitted += 1
    placed = np.concatenate(parts[:fitted])
    _add_rows(packed, parts[fitted:], boxes[fitted:], _box(packed[placed], half[placed]))
    return packed


def _outline(points: Floats, part: Ints, half: Floats, lines: Ints, step: float) -> Floats:
    """Points about `step` apart that cover the actors with their names, and the lines between them."""
    count = np.ceil(2 * half[part].max(axis=0) / step).astype(np.int64) + 1
    across, down = np.meshgrid(np.linspace(-1, 1, count[0]), np.linspace(-1, 1, count[1]))
    spots = np.stack([across.ravel(), down.ravel()], axis=1)
    boxes = points[part][:, None, :] + half[part][:, None, :] * spots[None, :, :]
    start, end = points[lines[:, 0]], points[lines[:, 1]]
    longest = np.linalg.norm(end - start, axis=1).max(initial=0.0)
    along = np.linspace(0, 1, min(SAMPLES, int(np.ceil(longest / step)) + 1))[None, :, None]
    on_lines = start[:, None, :] * (1 - along) + end[:, None, :] * along
    return np.concatenate([boxes.reshape(-1, 2), on_lines.reshape(-1, 2)])


def _add_rows(packed: Floats, parts: list[Ints], boxes: list[Floats], above: Floats) -> None:
    """Move the components into rows below the box `above`, as wide as it is."""
    x, y, row_height = above[0, 0], above[1, 1], 0.0
    for part, box in zip(parts, boxes, strict=True):
        width, height = box[1] - box[0]
        if x > above[0, 0] and x + width > above[1, 0]:
            x, y, row_height = above[0, 0], y + row_height, 0.0
        packed[part] += [x, y] - box[0]
        x, row_height = x + width, max(row_height, height)


def _box(points: Floats, half: Floats) -> Floats:
    """Two corners of the rectangle around points and their names."""
    return np.stack([(points - half).min(axis=0) - MARGIN, (points + half).max(axis=0) + MARGIN])
