"""What perf/run runs: a script with options for each question, and the options that make it quick."""

from typing import NamedTuple

from . import build

ROUND = "--rounds 1 --warm-up 0"


class Part(NamedTuple):
  name: str
  minutes: int
  question: str
  script: str
  quick: str

  def command(self, quick):
    script, *words = self.script.split()
    return [build.ROOT / "perf" / script, *words, *(self.quick.split() if quick else [])]


ALL = [
  Part("startup", 10, "How long from the command until Sluice is ready?", "startup", "--rounds 1"),
  Part(
    "throughput", 3, "How many documents a second go through everything?",
    "peers --collection drawn --count 500 --settle 0 --warm-up 2 --only sluice-layout pdfbox", f"--count 20 {ROUND}",
  ),
  Part(
    "peers", 45, "How does Sluice stand beside PDFBox, Apache Tika and pdftotext?",
    "peers", f"--count 20 --settle 0 {ROUND}",
  ),
  Part("stages", 10, "Where does the CPU time of a document go?", "stages", "--count 40 --rounds 1 --warm-up 1"),
  Part("scenarios", 45, "Does it keep its budgets under users' load?", "scenarios", "--quick"),
  Part(
    "growth", 20, "What becomes slower as the ledger grows?",
    "growth", f"--sizes 1000 30000 --count 10 --questions 20 --idle 2 {ROUND}",
  ),
  Part(
    "large-upload", 1, "Does the heap stay small while large documents come in?",
    "uploads --heap 256m --cells 100x1:4 --with-work 100x1:4", "--cells 10x1:2 --with-work 10x1:2 --rounds 1",
  ),
  Part(
    "large-document", 10, "How long does one PDF of 2,000 pages take?",
    "peers --collection book --settle 0 --warm-up 2 --rounds 5 --only sluice-layout sluice-one-fork sluice-whole",
    f"--pages 300 {ROUND}",
  ),
  Part(
    "slow-uploads", 3, "Does a quick upload wait beside 1,000 slow ones, and what memory do they take?",
    "slow-uploads", "--connections 50 --seconds 2 --warm-up 20",
  ),
  Part(
    "uploads", 6, "How many MB a second come in, beside an nginx?",
    "uploads", "--cells 0.1x4:20 --with-work 0.1x4:20 --warm-up 0.01x4:20 --rounds 1",
  ),
  Part(
    "scaling", 20, "How much more do 2 and 3 workers do than one, and what would 20 do?",
    "scaling", f"--count 20 --settle 60 --rest 3 {ROUND}",
  ),
  Part("forks", 1, "What do forks cost?", "forks", "--documents 5 --megabytes 5 --starts 1"),
  Part("tables", 2, "How much of drawn tables is read rightly, beside tabula-java?", "tables", "--count 3"),
  Part(
    "text", 10, "What does text cost beside PDFBox's PDFTextStripper, and is it equal?",
    "text", f"--packages bash-doc --pages 3 --own 5 {ROUND}",
  ),
]


def listed():
  return "\n".join(f"  {part.name:<15} {part.minutes:>3} min  {part.question}" for part in ALL)
