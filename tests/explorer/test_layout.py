import numpy as np
import pytest
from example_graph import add_claim, example_graph, new_graph

from graphkit.explorer.layout import LABEL_HEIGHT, lay_out
from graphkit.explorer.pairs import Ints, Pairs, pair_up


def laid_out(pairs: Pairs) -> Ints:
    lengths = np.array([len(actor) for actor in pairs.actors], dtype=np.int64)
    return lay_out(pairs, lengths, pairs.strongest(400))


def components(*sizes: int) -> Pairs:
    """Paths of the given numbers of actors."""
    graph = new_graph()
    for number, size in enumerate(sizes):
        for at in range(size - 1):
            add_claim(graph, f"N{number} {at:03}", "supports", f"N{number} {at + 1:03}")
    return pair_up(graph)


def test_layout_is_the_same_each_time_and_integer() -> None:
    pairs = pair_up(example_graph(100))
    assert laid_out(pairs).tobytes() == laid_out(pairs).tobytes()
    assert laid_out(pairs).dtype == np.int64


def test_names_do_not_cover_one_another_at_zoom_one() -> None:
    points = laid_out(pair_up(example_graph(230)))
    close = [
        (one, other)
        for one in range(len(points))
        for other in range(one)
        if abs(points[one] - points[other])[0] < 40
        and abs(points[one] - points[other])[1] < LABEL_HEIGHT * 0.7
    ]
    assert close == []


def test_neighbours_stand_nearer_than_strangers() -> None:
    pairs = pair_up(example_graph(100))
    points = laid_out(pairs).astype(float)
    joined = np.linalg.norm(points[pairs.low] - points[pairs.high], axis=1).mean()
    strangers = np.linalg.norm(points[:, None] - points[None, :], axis=2).sum() / (
        len(points) * (len(points) - 1)
    )
    assert joined < 0.75 * strangers


def test_components_are_packed_without_overlap() -> None:
    pairs = components(30, 8, 5, 3, 2, 2, 2)
    points = laid_out(pairs)
    component = np.array([actor.split("_")[0] for actor in pairs.actors])
    across, down = np.abs(points[:, None] - points[None, :]).transpose(2, 0, 1)
    foreign = component[:, None] != component[None, :]
    assert not (foreign & (across < 40) & (down < LABEL_HEIGHT)).any()
    width, height = points.max(axis=0) - points.min(axis=0)
    assert 0.3 < width / height < 3


@pytest.mark.parametrize("sizes", [(), (2,), (2, 2), (400,)])
def test_layout_of_tiny_and_long_graphs_is_finite(sizes: tuple[int, ...]) -> None:
    pairs = components(*sizes)
    points = laid_out(pairs)
    assert points.shape == (sum(sizes), 2)
    assert len(np.unique(points, axis=0)) == sum(sizes)


def test_a_claim_of_an_actor_about_itself_has_a_place() -> None:
    graph = new_graph()
    key = add_claim(graph, "Acme", "supports", "Bolt")
    graph.add_edge("acme", "acme", key="loop", **graph.edges["acme", "bolt", key])
    assert laid_out(pair_up(graph)).shape == (2, 2)
