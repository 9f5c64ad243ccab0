"""The bare PDFBox loop, see PlainLoop.java, in a JVM that stays warm."""

import json
import subprocess

from lib import build


class PlainLoop:
  """Use it with "with"."""

  def __init__(self, heap=None):
    self.command = build.program("PlainLoop", heap=heap)

  def __enter__(self):
    self.process = subprocess.Popen(
      self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    return self

  def __exit__(self, *_):
    self.process.terminate()
    self.process.communicate()

  def run(self, threads, folder):
    """A pass over the folder's PDFs."""
    self.process.stdin.write(f"{threads} {folder}\n")
    self.process.stdin.flush()
    said = self.process.stdout.readline()
    if not said:
      raise SystemExit("the plain loop ended, see above")
    return json.loads(said)
