import pytest

from graphkit.readers.dates import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021-08-26", "2021-08-26"),
        ("2021-8-6", "2021-08-06"),
        ("2021/08/26", "2021-08-26"),
        ("20210826", "2021-08-26"),
        ("2021-08", "2021-08"),
        ("2021", "2021"),
        ("August 26, 2021", "2021-08-26"),
        ("Aug. 26 2021", "2021-08-26"),
        ("26 August 2021", "2021-08-26"),
        ("Thursday, 26th of August 2021", "2021-08-26"),
        ("August 26, 2021 04:11 PM", "2021-08-26"),
        ("2021-08-26T16:11:00Z", "2021-08-26"),
        ("Sept 3, 2020", "2020-09-03"),
        ("May 2020", "2020-05"),
    ],
)
def test_dates_with_one_reading_become_iso(written: str, expected: str) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "6/8/2021",
        "06.08.2021",
        "2021-13-01",
        "2021-02-30",
        "2021-00",
        "2021-08-",
        "Mars 2021",
        "Ju 2021",
        "",
        "soon",
    ],
)
def test_other_dates_are_refused(written: str) -> None:
    assert iso_date(written) is None
