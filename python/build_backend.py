"""Builds the wheel and the sdist with scikit-build-core, whose files lie below the sources of the library.

In the repository the library stands in the folder above; an sdist carries a copy of it in source/, made for the moment.
The version comes from its only place, lib/include/reprise/version.h.
"""

import re
import shutil
from contextlib import contextmanager
from pathlib import Path

from scikit_build_core import build as _scikit

HERE = Path(__file__).resolve().parent
ABOVE = HERE.parent
SOURCE = HERE / "source"
VERSION = HERE / "version.txt"
# What the module is built from.
CARRIED = ["CMakeLists.txt", "LICENSE", "cmake", "lib", "page", "tools/reprise", "python/CMakeLists.txt", "python/src"]


def _in_repository():
    return (ABOVE / "lib/include/reprise/version.h").exists()


@contextmanager
def _versioned():
    """While it lasts, version.txt is there; in an sdist it always is."""
    if not _in_repository():
        yield
        return
    header = (ABOVE / "lib/include/reprise/version.h").read_text()
    VERSION.write_text(
        ".".join(re.findall(r"^#define REPRISE_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", header, re.M)) + "\n"
    )
    try:
        yield
    finally:
        VERSION.unlink()


@contextmanager
def _carrying():
    """While it lasts, the sources of the library lie in source/."""
    if not _in_repository():
        yield
        return
    unwanted = shutil.ignore_patterns("node_modules", "__pycache__", "test", "browser")
    for name in CARRIED:
        origin, copy = ABOVE / name, SOURCE / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if origin.is_dir():
            shutil.copytree(origin, copy, ignore=unwanted)
        else:
            shutil.copy(origin, copy)
    try:
        yield
    finally:
        shutil.rmtree(SOURCE)


def get_requires_for_build_wheel(config_settings=None):
    with _versioned():
        return _scikit.get_requires_for_build_wheel(config_settings)


def get_requires_for_build_sdist(config_settings=None):
    with _versioned():
        return _scikit.get_requires_for_build_sdist(config_settings)


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    with _versioned():
        return _scikit.prepare_metadata_for_build_wheel(metadata_directory, config_settings)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with _versioned():
        return _scikit.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_sdist(sdist_directory, config_settings=None):
    with _versioned(), _carrying():
        return _scikit.build_sdist(sdist_directory, config_settings)
