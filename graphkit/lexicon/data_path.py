"""Where graphkit's own data files are."""

from importlib import resources
from pathlib import Path


def data_path(*parts: str) -> Path:
    """Path of a file below data/: inside the installed package, else (editable install) in the repository.

    >>> data_path("relations.yaml").is_file()
    True
    """
    package = Path(str(resources.files("graphkit")))
    packaged = package / "data"
    root = packaged if packaged.is_dir() else package.parent / "data"
    return root.joinpath(*parts)
