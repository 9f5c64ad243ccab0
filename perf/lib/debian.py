"""PDFs of Debian's documentation packages, fetched once with apt-get to below target/perf/debian."""

import gzip
import shutil
import subprocess
import tarfile

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
    _unpack(archive)
    archive.unlink()
  loading.rename(folder)


def _unpack(package):
  """Puts the PDFs of a package beside it, as they were before they were packed."""
  with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package], stdout=subprocess.PIPE) as unpacking:
    with tarfile.open(fileobj=unpacking.stdout, mode="r|") as files:
      for file in files:
        name = file.name.removeprefix("./").replace("/", "-")
        if file.isfile() and name.endswith((".pdf", ".pdf.gz")):
          _write(files.extractfile(file), package.parent / name)
  if unpacking.returncode != 0:
    raise SystemExit(f"{package.name} cannot be unpacked")


def _write(source, target):
  if target.suffix == ".gz":
    source, target = gzip.open(source), target.with_suffix("")
  with source, open(target, "wb") as file:
    shutil.copyfileobj(source, file)
