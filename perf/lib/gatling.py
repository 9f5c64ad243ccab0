"""Runs the users of perf/gatling and reads what they wrote down."""

import csv
import subprocess
import time
from collections import namedtuple

from . import build

PROJECT = build.ROOT / "perf" / "gatling"
HEAP = "512m"
PATIENCE = 120  # seconds a user waits for a document
REACTION = 60  # seconds until a request without an answer is given up

Request = namedtuple("Request", "at kind outcome status millis")


class Run:
  """The users of one scenario, in a JVM of its own. Use it with "with"."""

  def __init__(self, folder, steps, **settings):
    self.folder = folder
    self.log = folder / "gatling.log"
    self.longest = sum(seconds for _, _, seconds in steps) + PATIENCE + REACTION
    told = {
      **settings,
      "results": folder,
      "steps": " ".join(f"{before}-{after}@{seconds}" for before, after, seconds in steps),
      "patience": PATIENCE,
      "longest": self.longest,
    }
    lines = [f"{name}={value}" for name, value in told.items()]
    (folder / "settings.properties").write_text("\n".join(lines))

  def __enter__(self):
    heap = [f"-Xms{HEAP}", f"-Xmx{HEAP}", "--add-opens=java.base/java.lang=ALL-UNNAMED"]
    command = [build.tool("java"), *heap, f"-Dload.settings={self.folder / 'settings.properties'}"]
    command += ["-cp", class_path(), "io.gatling.app.Gatling"]
    command += ["-s", "dev.sluice.load.Load", "-rf", self.folder, "-nr"]
    with open(self.log, "w") as log:
      self.process = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log)
    self.pid = self.process.pid
    return self

  def __exit__(self, *_):
    if self.process.poll() is None:
      self.process.kill()
      self.process.wait()

  def wait(self):
    """Until the last user has gone."""
    end = time.monotonic() + self.longest + REACTION
    while self.process.poll() is None:
      if time.monotonic() > end:
        raise SystemExit(f"the users did not end, see {self.log}")
      time.sleep(0.2)
    if self.process.returncode != 0:
      raise SystemExit(f"the users broke off, see {self.log}\n{self._last_words()}")

  def requests(self):
    with open(self.folder / "requests.csv") as lines:
      next(lines)
      rows = [Request(int(at) / 1000, kind, outcome, int(status), int(millis))
              for at, kind, outcome, status, millis in csv.reader(lines)]
    return sorted(rows)

  def receipts(self):
    """The sort of each document, by its id."""
    with open(self.folder / "receipts.csv") as lines:
      next(lines)
      return dict(csv.reader(lines))

  def _last_words(self):
    return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


def class_path():
  """The users' classes, their settings and what they need, built first if something is newer."""
  needed = build.maven_class_path("validate", PROJECT, ["pom.xml"], build.WORK / "gatling-classpath")
  sources = sorted(PROJECT.rglob("*.java"))
  return f"{PROJECT}:{build.compiled(sources, build.WORK / 'gatling', needed)}"
