"""Poppler's pdftotext, one process a file."""

import resource
import shutil
import subprocess
import time

from lib.reading import Reading

WITHIN = 600  # seconds


def available():
  return shutil.which("pdftotext") is not None


def run(files, loops):
  """All files by so many loops at once; each text is a file beside its PDF until it was looked at."""
  begun = time.monotonic()
  cpu = _children()
  # xargs goes on with the other files behind one that cannot be read, and says so by its exit code.
  subprocess.run(
    ["xargs", "-d", "\n", "-n", "1", "-P", str(loops), "pdftotext", "-q"],
    input="\n".join(map(str, files)),
    text=True,
    stderr=subprocess.DEVNULL,
    timeout=WITHIN,
  )
  seconds = time.monotonic() - begun
  spent = _children() - cpu
  texts = [file.with_suffix(".txt") for file in files]
  written = [text for text in texts if text.exists()]
  blank = sum(not text.read_bytes().strip() for text in written)
  for text in written:
    text.unlink()
  return Reading(seconds, spent, len(files) - len(written), blank)


def _children():
  """CPU seconds of all children that have ended; meanwhile no others end than those of the pass."""
  used = resource.getrusage(resource.RUSAGE_CHILDREN)
  return used.ru_utime + used.ru_stime
