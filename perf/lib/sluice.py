"""An embedded Sluice of one's own: on fixed ports, in its own folder, stopped whatever happens."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from lib import build, ports, processes

PORTS = (
  "SERVER_PORT",
  "MANAGEMENT_PORT",
  "SLUICE_EMBEDDED_KAFKA_PORT",
  "SLUICE_EMBEDDED_POSTGRES_PORT",
  "SLUICE_EMBEDDED_S3_PORT",
  "SLUICE_EMBEDDED_SFTP_PORT",
)
OPTIONS = ["-XX:+ExitOnOutOfMemoryError"]  # as in docs/operations.md
START_WITHIN = 300  # seconds; a busy machine may need minutes
STOP_WITHIN = 60


class Sluice:
  """Use it with "with". Without a data folder it has one that goes with it."""

  HEAP = "512m"  # options may name another

  def __init__(self, options=(), environment=None, data=None, home=None, name="sluice"):
    given = shlex.split(os.environ.get("PERF_JVM_OPTIONS", ""))
    self.java = [build.tool("java", home), f"-Xmx{self.HEAP}", *OPTIONS, *options, *given]
    self.command = [*self.java, "-cp", build.class_path(), "dev.sluice.embedded.EmbeddedSluice"]
    build.WORK.mkdir(parents=True, exist_ok=True)
    self.kept = data is not None
    self.data = Path(data or tempfile.mkdtemp(prefix="data-", dir=build.WORK)).resolve()
    self.log = build.WORK / f"{name}.log"
    self.environment = {
      **os.environ,
      **{name: str(ports.free()) for name in PORTS},
      **(environment or {}),
      "SLUICE_DATA_DIR": str(self.data),
    }
    self.process = None

  def __enter__(self):
    for number in (signal.SIGTERM, signal.SIGHUP):
      signal.signal(number, lambda *_: sys.exit("stopped"))
    try:
      self._start()
    except BaseException:
      self._stop()
      raise
    return self

  def __exit__(self, *_):
    begun = time.monotonic()
    self._stop()
    self.stop_seconds = time.monotonic() - begun

  def seconds_since_start(self):
    return time.monotonic() - self.begun

  def cpu_seconds(self):
    """Of each of its parts until now."""
    whole = processes.cpu_seconds([self.pid])
    server = processes.own_cpu_seconds(self.pid)
    postgres = processes.cpu_seconds([self._postmaster()])
    return {"server": server, "parsers": whole - server - postgres, "postgres": postgres}

  def pids(self):
    """The processes of each of its parts, now."""
    postmaster = self._postmaster()
    postgres = processes.tree([postmaster] if postmaster else [])
    forks = [pid for pid in processes.tree([self.pid]) if pid not in (self.pid, *postgres)]
    return {"server": [self.pid], "forks": forks, "postgres": postgres}

  def rss_mb(self):
    """Resident memory of the server's JVM."""
    kilobytes = processes.status(self.pid, "VmRSS")
    return kilobytes and round(kilobytes / 1024)

  @contextmanager
  def frozen(self):
    """Its server does nothing within; PostgreSQL goes on."""
    os.kill(self.pid, signal.SIGSTOP)
    try:
      yield
    finally:
      os.kill(self.pid, signal.SIGCONT)

  def leftovers(self):
    """Spooled files that nobody removed; locks mark living owners and are no leftovers."""
    files = (self.data / "spool").rglob("*")
    return [file.name for file in files if file.is_file() and not file.name.endswith("lock")]

  def complaints(self):
    """Warnings and errors in the log since it was ready."""
    lines = self.log.read_text(errors="replace").splitlines()[self.lines_at_start :]
    return [line for line in lines if re.search(r"\b(WARN|ERROR)\b", line)]

  def report_trouble(self):
    """Says what went wrong under load; nothing if nothing did."""
    complaints = self.complaints()
    leftovers = self.leftovers()
    kinds = Counter(line.partition(" : ")[2] for line in complaints)
    for message, times in kinds.most_common(10):
      print(f"log, {times} times: {message[:300]}", file=sys.stderr)
    if leftovers:
      print("left in the spool:", *leftovers[:10], file=sys.stderr)
    return {"complaints": len(complaints), "leftovers": len(leftovers)}

  def _start(self):
    self._announcement().unlink(missing_ok=True)
    self.begun = time.monotonic()
    with open(self.log, "w") as log:
      # A session of its own, so that Ctrl-C reaches this script alone, which then stops it once.
      self.process = subprocess.Popen(
        self.command, env=self.environment, stdout=log, stderr=log, start_new_session=True
      )
    self.pid = self.process.pid
    self._await_ready()
    self.ready_seconds = self.seconds_since_start()
    self.lines_at_start = len(self.log.read_text(errors="replace").splitlines())

  def _await_ready(self):
    while not self._announcement().exists():
      self._require_alive()
      time.sleep(0.01)
    self.endpoints = json.loads(self._announcement().read_text())

  def _announcement(self):
    return self.data / "endpoints.json"

  def _require_alive(self):
    if self.process.poll() is not None:
      raise SystemExit(f"Sluice ended at its start, see {self.log}\n{self._last_words()}")
    if self.seconds_since_start() > START_WITHIN:
      raise SystemExit(f"Sluice is not ready after {START_WITHIN} s, see {self.log}")

  def _stop(self):
    if self.process:
      self.process.terminate()
      try:
        self.process.wait(STOP_WITHIN)
      except subprocess.TimeoutExpired:
        print(f"Sluice did not stop within {STOP_WITHIN} s and is killed", file=sys.stderr)
        self.process.kill()
        self.process.wait()
      self._end_postgres()
    if not self.kept:
      shutil.rmtree(self.data, ignore_errors=True)

  def _end_postgres(self):
    """Of a killed Sluice; an orderly end leaves none."""
    postmaster = self._postmaster()
    if postmaster:
      os.kill(postmaster, signal.SIGQUIT)

  def _postmaster(self):
    """PostgreSQL as its files name it; they may be a dead one's."""
    folder = self.data / "postgres" / "data"
    try:
      pid = int((folder / "postmaster.pid").read_text().split()[0])
      command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError, IndexError):
      return None
    return pid if str(folder).encode() in command else None

  def _last_words(self):
    return "\n".join(self.log.read_text(errors="replace").splitlines()[-10:])
