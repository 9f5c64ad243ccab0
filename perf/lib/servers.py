"""Kafka, an object store and PostgreSQL, each a process of its own in a cgroup of its own."""

import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from . import build, ports

NAMES = {"kafka": "Kafka", "s3": "S3", "postgres": "PostgreSQL"}
HEAP = "-Xmx512m"
START_WITHIN = 120  # seconds


class Servers:
  """What a Production needs of its host. Use it with "with"; groups are those of the names."""

  def __init__(self, groups):
    self.groups = groups
    self.ports = {name: ports.free() for name in NAMES}
    self.environment = {f"SLUICE_EMBEDDED_{name.upper()}_PORT": str(port) for name, port in self.ports.items()}

  def __enter__(self):
    build.WORK.mkdir(parents=True, exist_ok=True)
    self.data = Path(tempfile.mkdtemp(prefix="servers-", dir=build.WORK)).resolve()
    with ExitStack() as stack:
      stack.callback(shutil.rmtree, self.data, ignore_errors=True)
      for name in NAMES:
        self._start(name, stack)
      self.stack = stack.pop_all()
    return self

  def __exit__(self, *_):
    self.stack.close()

  def _start(self, name, stack):
    log = build.WORK / f"{name}.log"
    program = ["-cp", build.tested_class_path(), "dev.sluice.embedded.SeparateServers", name, str(self.data)]
    port = str(self.ports[name])
    command = self.groups[name].command([build.tool("java"), HEAP, *program, port, port])
    with open(log, "w") as said:
      # A session of its own, so that Ctrl-C reaches this script alone, which then stops it once.
      process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=said, start_new_session=True)
    stack.callback(process.communicate)  # the end of its stdin is its end
    end = time.monotonic() + START_WITHIN
    while "serving" not in log.read_text(errors="replace").splitlines():
      if process.poll() is not None or time.monotonic() > end:
        raise SystemExit(f"{NAMES[name]} does not serve, see {log}")
      time.sleep(0.05)
