"""A mixed collection: small drawn PDFs, and documents of Debian's packages chosen by their pages."""

import os
import random
import shutil
import subprocess
from statistics import mean, median

from . import build, debian
from .figures import note

PACKAGES = """
  asymptote-doc bash-doc debian-policy developers-reference doxygen-doc ghostscript-doc glpk-doc
  gnuplot-doc graphviz-doc maint-guide mpich-doc octave-doc pari-doc r-doc-pdf sbcl-doc
  texlive-humanities-doc xfig-doc
""".split()
# From so many pages to so many: the share of the whole. The rest is drawn, of 1 or 2 pages mostly.
SHARES = {(1, 4): 0.10, (5, 19): 0.10, (20, 49): 0.05, (50, 200): 0.03}


class Mix:
  """Use it with "with"; the same seed and the same packages make the same one."""

  def __init__(self, count, seed):
    self.count = count
    self.seed = seed
    self.folder = build.WORK / f"mix-{os.getpid()}"

  def __enter__(self):
    shutil.rmtree(self.folder, ignore_errors=True)
    chance = random.Random(self.seed)
    found = _paged(debian.pdfs(PACKAGES))
    chosen = [file for bounds, share in SHARES.items() for file in self._some(chance, found, bounds, share)]
    drawn = self.folder / "drawn"
    build.corpus(drawn, self.count - len(chosen), self.seed)
    self.documents = _paged(sorted(drawn.glob("*.pdf"))) + chosen
    chance.shuffle(self.documents)  # else the large ones would come together
    return self

  def __exit__(self, *_):
    shutil.rmtree(self.folder, ignore_errors=True)

  def marked(self, mark):
    """All of it in a folder, each file made a new one by a comment: Sluice knows content it has seen."""
    folder = self.folder / f"marked-{mark}"
    folder.mkdir()
    for number, (file, _) in enumerate(self.documents):
      content = file.read_bytes() + b"\n%% %d-%d-%d\n" % (self.seed, mark, number)
      (folder / f"{number:05}.pdf").write_bytes(content)
    return folder

  def figures(self):
    pages = [pages for _, pages in self.documents]
    return {
      "documents": len(pages),
      "pages": sum(pages),
      "megabytes": round(sum(file.stat().st_size for file, _ in self.documents) / 1e6, 1),
      "medianPages": median(pages),
      "meanPages": round(mean(pages), 1),
      "mostPages": max(pages),
    }

  def _some(self, chance, found, bounds, share):
    """So many of the found ones with such a number of pages, each as seldom twice as can be."""
    fitting = [document for document in found if bounds[0] <= document[1] <= bounds[1]]
    wanted = round(self.count * share)
    if not fitting:
      note(f"no documents of {bounds[0]} to {bounds[1]} pages: drawn ones take their place")
      return []
    rounds, rest = divmod(wanted, len(fitting))
    return fitting * rounds + chance.sample(fitting, rest)


def _paged(files):
  """Each file with its number of pages; without those that cannot be read."""
  paths = "\n".join(map(str, files))
  command = build.program("Pages")
  said = subprocess.run(
    command, input=paths, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True, timeout=300
  )
  pages = map(int, said.stdout.split())
  return [document for document in zip(files, pages) if document[1]]
