from pathlib import Path

from graphkit.readers.labels import labels


def test_labels_begin_with_the_parts_asked_for() -> None:
    assert labels({Path("/x/in/a.txt"): 2, Path("/x/in/sub/a.txt"): 3, Path("/y/b.txt"): 1}) == {
        Path("/x/in/a.txt"): "in/a.txt",
        Path("/x/in/sub/a.txt"): "in/sub/a.txt",
        Path("/y/b.txt"): "b.txt",
    }


def test_equal_labels_take_in_the_folder_above_until_they_differ() -> None:
    found = labels({Path("/p/x/in/a.txt"): 2, Path("/q/x/in/a.txt"): 2, Path("/q/x/in/b.txt"): 2})
    assert sorted(found.values()) == ["in/b.txt", "p/x/in/a.txt", "q/x/in/a.txt"]


def test_a_name_at_the_root_is_not_absolute() -> None:
    assert sorted(labels({Path("/a.txt"): 1, Path("/in/a.txt"): 1}).values()) == ["a.txt", "in/a.txt"]


def test_hostile_names_become_posix_and_stay_distinct() -> None:
    names = ["a\\b.txt", "a%5Cb.txt", "a\nb.txt", "a\udcffb.txt", "100% sure.txt"]
    found = labels({Path("/in", name): 1 for name in names})
    assert list(found.values()) == ["a%5Cb.txt", "a%255Cb.txt", "a%0Ab.txt", "a%FFb.txt", "100% sure.txt"]
