"""PDFs of Debian's documentation packages, fetched once with apt-get to below target/perf/debian."""

import gzip
import shutil
import subprocess

from . import build
from .figures import note


def pdfs(packages):
  """The PDFs of those packages that the machine's mirror has, sorted."""
  found = []
  for package in packages:
    folder = build.WORK / "debian" / package
    if not folder.exists():
      _fetch(package, folder)
    found += [file for file in folder.rglob("*.pdf") if file.is_file()]
  return sorted(found)


def _fetch(package, folder):
  note("fetching", package)
  loading = folder.with_suffix(".loading")
  shutil.rmtree(loading, ignore_errors=True)
  loading.mkdir(parents=True)
  if subprocess.run(["apt-get", "-q", "download", package], cwd=loading, stdout=2).returncode != 0:
    note("no such package here:", package)
  for archive in list(loading.glob("*.deb")):
    subprocess.run(["dpkg", "-x", archive, loading / "root"], check=True)
    archive.unlink()
  _unpack(loading)
  loading.rename(folder)


def _unpack(folder):
  """Leaves nothing but PDFs, and them as they were before they were packed."""
  for packed in folder.rglob("*.pdf.gz"):
    if packed.is_file() and not packed.is_symlink():
      with gzip.open(packed) as source, open(packed.with_suffix(""), "wb") as target:
        shutil.copyfileobj(source, target)
  for file in list(folder.rglob("*")):
    if file.is_symlink() or (file.is_file() and file.suffix != ".pdf"):
      file.unlink()
