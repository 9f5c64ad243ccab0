"""Looks each second at what the processes of a run take."""

import os
import time

from . import processes
from .background import Background


class Watch(Background):
  """Use it with "with"; its samples are there at any time."""

  def __init__(self, sluice, generator, period=1):
    super().__init__()
    self.sluice = sluice
    self.generator = generator
    self.period = period
    self.samples = []

  def series(self, name, start):
    """[[second, value], ..] of one figure."""
    return [[round(sample["at"] - start, 1), sample[name]] for sample in self.samples]

  def parts(self):
    """Those whose CPU time is known."""
    return list(self.samples[-1]["cpu"])

  def peak(self, name):
    return max(sample[name] for sample in self.samples)

  def cores(self, part, start):
    """[[second, how many cores a part kept busy since the sample before], ..]."""
    pairs = zip(self.samples, self.samples[1:])
    return [[round(later["at"] - start, 1), _cores(earlier, later, part)] for earlier, later in pairs]

  def mean_cores(self, part, start):
    """From then to the last sample. What a process that ended had used is what it was last seen with."""
    seen = [(sample["at"], sample["cpu"].get(part, 0)) for sample in self.samples if sample["at"] >= start]
    used = max(cpu for _, cpu in seen) - seen[0][1]
    return round(used / (seen[-1][0] - seen[0][0]), 2)

  def go(self):
    while not self.done.is_set():
      try:
        self.samples.append(self._sample())
      except (OSError, KeyError):
        pass  # a process ended while it was looked at
      self.done.wait(self.period)

  def _sample(self):
    server = self.sluice.pid
    parts = self.sluice.pids()
    buffers = max((_megabytes([pid], "RssShmem") for pid in parts["postgres"]), default=0)
    return {
      "at": time.time(),
      "cpu": {
        **self.sluice.cpu_seconds(),
        "generator": processes.cpu_seconds([self.generator]),
        "script": time.process_time(),
      },
      "server": _megabytes([server], "VmRSS"),
      "forks": _megabytes(parts["forks"], "VmRSS"),
      # Its processes share their buffers, which count once.
      "postgres": round(_megabytes(parts["postgres"], "RssAnon") + buffers, 1),
      "files": len(os.listdir(f"/proc/{server}/fd")),
      "threads": processes.status(server, "Threads"),
    }


def _cores(earlier, later, part):
  """A part whose processes ended seems to have used less than before; that is nothing."""
  used = later["cpu"].get(part, 0) - earlier["cpu"].get(part, 0)
  return round(max(0, used) / (later["at"] - earlier["at"]), 2)


def _megabytes(pids, key):
  return round(sum(processes.status(pid, key) or 0 for pid in pids) / 1024, 1)
