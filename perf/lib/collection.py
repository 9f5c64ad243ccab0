"""Folders of PDFs to read: small drawn ones, a mix of these with documents of Debian's packages, or one book."""

import random
import shutil
import subprocess
from statistics import mean, median

from . import debian, programs
from .figures import note

KINDS = ("mixed", "drawn", "book")
PACKAGES = """
  asymptote-doc bash-doc debian-policy developers-reference doxygen-doc ghostscript-doc glpk-doc
  gnuplot-doc graphviz-doc maint-guide mpich-doc octave-doc pari-doc r-doc-pdf sbcl-doc
  texlive-humanities-doc xfig-doc
""".split()
MANUALS = ["bash-doc", "glpk-doc", "gnuplot-doc", "octave-doc", "pari-doc", "r-doc-pdf", "asymptote-doc"]
# From so many pages to so many: the share of the whole. The rest is drawn, of 1 or 2 pages mostly.
SHARES = {(1, 4): 0.10, (5, 19): 0.10, (20, 49): 0.05, (50, 200): 0.03}


def make(kind, folder, count, seed, pages):
  """So many documents, or a book of so many pages; the same seed and the same packages make the same ones."""
  shutil.rmtree(folder, ignore_errors=True)
  folder.mkdir(parents=True)
  if kind == "book":
    listed = folder / "manuals"
    listed.write_text("\n".join(map(str, debian.pdfs(MANUALS))))
    programs.run("PdfBinder", listed, pages, seed, folder / "book.pdf")
  else:
    _mix(folder, count, seed, SHARES if kind == "mixed" else {})
  return sorted(folder.glob("*.pdf"))


def described(files):
  pages = _page_counts(files)
  return {
    "documents": len(files),
    "pages": sum(pages),
    "megabytes": round(sum(file.stat().st_size for file in files) / 1e6, 1),
    "medianPages": median(pages),
    "meanPages": round(mean(pages), 1),
    "maxPages": max(pages),
  }


def _mix(folder, count, seed, shares):
  chance = random.Random(seed)
  found = debian.pdfs(PACKAGES) if shares else []
  paged = list(zip(found, _page_counts(found)))
  chosen = [file for bounds, share in shares.items() for file in _some(chance, paged, bounds, round(count * share))]
  files = programs.corpus(folder / "drawn", count - len(chosen), seed) + chosen
  chance.shuffle(files)  # else the large ones would come together
  for number, file in enumerate(files):
    shutil.copyfile(file, folder / f"{number:05}.pdf")


def _some(chance, paged, bounds, wanted):
  """So many of those with such a number of pages, each as seldom twice as can be."""
  fitting = [file for file, pages in paged if bounds[0] <= pages <= bounds[1]]
  if not fitting:
    note(f"no documents of {bounds[0]} to {bounds[1]} pages: drawn ones take their place")
    return []
  rounds, rest = divmod(wanted, len(fitting))
  return fitting * rounds + chance.sample(fitting, rest)


def _page_counts(files):
  """0 for those that cannot be read."""
  paths = "\n".join(map(str, files))
  said = subprocess.run(
    programs.command("PageCounts"), input=paths, capture_output=True, text=True, check=True, timeout=300
  )
  return [int(count) for count in said.stdout.split()]
