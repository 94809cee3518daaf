"""The benchmark runs; what it measures is for people to read, since machines differ."""

import os
import re
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("extraction_speed.py")


def test_extraction_speed_prints_a_ratio(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), "--documents", "6", "--runs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(REPO)}
    ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert "6 documents" in ran.stdout
    ratio = re.search(r"^ratio +(\d+\.\d+)$", ran.stdout, re.MULTILINE)
    assert ratio and float(ratio[1]) > 0
