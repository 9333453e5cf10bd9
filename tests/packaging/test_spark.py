"""The program of docs/spark.md, on a real Spark on this machine."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.environments import ROOT, Installed, must

pytestmark = pytest.mark.clean_environment

NUMBER = 10_000
"""Several batches for each worker."""
DRIVER = """
import json, sys
from pyspark.sql import SparkSession
spark = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
         .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
         .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate())
texts = json.load(open("texts.json", encoding="utf-8"))
frame = spark.createDataFrame(list(enumerate(texts)), "id long, text string").repartition(4)
found = sorted(frame.mapInArrow(lint, COLUMNS).collect())
assert [row.text for row in found] == texts
good = [row for row in found if row.error is None]
library = krlint.lint_texts([row.text for row in good], config=CONFIG)
print(json.dumps({
    "rows": len(found),
    "wrong": [row.id for row in found if row.error],
    "same": all(row.findings == [one.code for one in own] for row, own in zip(good, library)),
    "findings": sum(len(row.findings) for row in good),
}))
"""


@pytest.fixture(scope="module")
def java() -> None:
    """A Java for Spark, which is installed first where that is possible and needed."""
    if shutil.which("java") is None and shutil.which("apt-get") and os.geteuid() == 0:
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        for command in (["apt-get", "update", "-qq"], [*install, "openjdk-17-jre-headless"]):
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert shutil.which("java"), "install a Java runtime, 17 or newer: Spark needs it"


@pytest.mark.usefixtures("java")
def test_spark_finds_what_the_library_finds(
    install: Callable[..., Installed], wheel: Path, tmp_path: Path
) -> None:
    """Rows keep their order by number, and those without a usable text have an error each."""
    installed = install(wheel)
    pip = (installed.python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    must([*pip, "pyspark>=4,<5", "pyarrow>=18", "pandas>=2.2,<3"], tmp_path)
    (program,) = re.findall(
        r"^```python\n(.*?)^```$",
        (ROOT / "docs" / "spark.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    (tmp_path / "program.py").write_text(program + DRIVER, encoding="utf-8")
    texts = [f"Cut errors of line {place} from {place + 9} to 4" for place in range(NUMBER // 2)]
    texts += [f"第{place}課の勉強会を開催する" for place in range(NUMBER // 2)]
    bad = [None, "", "改善" * 50_000]
    (tmp_path / "texts.json").write_text(json.dumps(texts + bad), encoding="utf-8")

    python = str(installed.python)
    said = must(
        [python, "program.py"],
        tmp_path,
        {"PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python},
    )

    report = json.loads(said.strip().splitlines()[-1])
    assert report["rows"] == NUMBER + len(bad)
    assert report["wrong"] == [NUMBER, NUMBER + 1, NUMBER + 2]
    assert report["same"]
    assert report["findings"] >= NUMBER // 2
