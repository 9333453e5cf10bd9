"""
Environments of their own for krlint: a copy of the checkout, what is built from it, and virtual
environments that hold nothing but krlint and its dependencies.

The dependencies are installed once, from the wheel's own metadata; each environment sees them by a
.pth file, so that pip still checks every requirement.
"""

import json
import shutil
import sys
import venv
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.packaging.environments import ROOT, Installed, must


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with the files of this checkout, as they are now, in one commit."""
    target = tmp_path_factory.mktemp("checkout") / "krlint"
    listing = must(["git", "ls-files", "-coz", "--exclude-standard"], ROOT)
    for name in filter(None, listing.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    must(["git", "init", "-q"], target)
    must(["git", "add", "-A"], target)
    must(["git", "commit", "-qm", "The checkout"], target)
    return target


@pytest.fixture(scope="session")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist and the wheel that is made from it."""
    target = tmp_path_factory.mktemp("dist")
    must([sys.executable, "-m", "build", "--outdir", target, "."], checkout)
    return target


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    """The wheel, made from the sdist."""
    return next(built.glob("*.whl"))


@pytest.fixture(scope="session")
def dependencies(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site-packages of an environment with all that the wheel asks for, less krlint."""
    folder = tmp_path_factory.mktemp("dependencies")
    installed = _environment(folder / "venv")
    pip = (installed.python, "-m", "pip", "--disable-pip-version-check")
    must([*pip, "install", "--quiet", wheel], folder)
    must([*pip, "check"], folder)
    must([*pip, "uninstall", "--quiet", "--yes", "krlint"], folder)
    return installed.site_packages


@pytest.fixture(scope="session")
def install(
    dependencies: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Installed]:
    """Makes an environment with krlint as pip installs it from the given arguments."""

    def fresh(*arguments: str | Path) -> Installed:
        installed = _environment(tmp_path_factory.mktemp("environment") / "venv")
        (installed.site_packages / "dependencies.pth").write_text(f"{dependencies}\n")
        pip = (installed.python, "-m", "pip", "--disable-pip-version-check")
        if arguments:
            must([*pip, "install", "--quiet", *arguments], installed.site_packages)
            must([*pip, "check"], installed.site_packages)
        return installed

    return fresh


@pytest.fixture(scope="session")
def environments(
    install: Callable[..., Installed], checkout: Path, built: Path, wheel: Path
) -> Mapping[str, Installed]:
    """krlint in each form in which people have it."""
    plain = install()
    in_place = Installed(plain.python, {"PYTHONPATH": str(checkout / "src")}, plain.site_packages)
    return {
        "checkout": in_place,
        "folder": install(checkout),
        "editable": install("--editable", checkout),
        "sdist": install(next(built.glob("*.tar.gz"))),
        "wheel": install(wheel),
    }


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the hook's environment, made once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


def _environment(folder: Path) -> Installed:
    venv.create(folder, with_pip=True, symlinks=True)
    python = folder / "bin" / "python"
    program = "import json, sysconfig; print(json.dumps(sysconfig.get_path('purelib')))"
    return Installed(python, {}, Path(json.loads(must([python, "-c", program], folder))))
