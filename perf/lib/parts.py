"""What perf/run runs: one line a measure."""

from collections import namedtuple

from . import build

Part = namedtuple("Part", "name minutes quick question")
ALL = [
  Part("startup", 10, "--rounds 1", "How long from the command until Sluice is ready?"),
  Part("throughput", 2, "--count 20 --rounds 1 --warm-up 0", "How many documents a second go through everything?"),
  Part("peers", 45, "--count 20 --rounds 1 --warm-up 0 --settle 0", "How does Sluice stand beside PDFBox, Apache Tika and pdftotext?"),
  Part("stages", 10, "--quick", "Where does the CPU time of a document go?"),
  Part("scenarios", 45, "--quick", "Does it keep its budgets under users' load?"),
  Part("growth", 20, "--quick", "What becomes slower as the ledger grows?"),
  Part("large-upload", 1, "--megabytes 10 --rounds 1", "Does the heap stay small while large documents come in?"),
  Part("large-document", 6, "--drawn --pages 40 --rounds 1 --warm-up 0", "How long does one PDF of 2,000 pages take?"),
  Part("slow-uploads", 3, "--connections 50 --seconds 2 --warm-up 20", "Does a quick upload wait beside 1,000 slow ones, and what memory do they take?"),
  Part(
    "uploads", 6, "--cells 0.1x4:20 --with-work 0.1x4:20 --warm-up 0.01x4:20 --rounds 1",
    "How many MB a second come in, beside an nginx?",
  ),
  Part("forks", 1, "--documents 5 --megabytes 5 --starts 1", "What do forks cost?"),
  Part("tables", 2, "--count 3", "How much of drawn tables is read rightly, beside tabula-java?"),
  Part(
    "text", 10, "--packages bash-doc --pages 3 --own 5 --rounds 1 --warm-up 0",
    "What does text cost beside PDFBox's PDFTextStripper, and is it equal?",
  ),
]


def known():
  return [part for part in ALL if command(part).exists()]


def command(part):
  return build.ROOT / "perf" / part.name


def listed():
  return "\n".join(f"  {part.name:<15} {part.minutes:>3} min  {part.question}" for part in known())
