import pytest
from graphml_speed import measured


@pytest.mark.slow
def test_a_store_is_written_in_half_the_time_of_networkx_and_in_little_memory() -> None:
    found = measured(20_000)
    assert found["graphkit"]["seconds"] <= 0.75 * found["networkx"]["seconds"], "0.5 on a quiet machine"
    assert found["graphkit"]["megabytes"] < 300
