"""Control groups, version 1 or 2: processes that get a fixed share of CPU time, and whose use of it is counted."""

import os
import time
from pathlib import Path

PERIOD = 100_000  # microseconds, within which a share is given out
PRECEDENCE = 100  # times the weight of others on the machine, of whom there should be none
EMPTY_WITHIN = 20  # seconds, for the last process to be gone
ENTER = 'for file in $FILES; do echo $$ > "$file"; done; unset FILES; exec "$@"'


class Unavailable(Exception):
  """No groups can be made here."""


class Cgroup:
  """One whose processes, with all that they start, begin by its command. Use it with "with"."""

  def __init__(self, name):
    self.hierarchy = _hierarchy()
    self.entered = False
    self.folders = [root / f"sluice-{name}" for root in self.hierarchy.roots()]

  def __enter__(self):
    try:
      for folder in self.folders:
        folder.mkdir()
      self.hierarchy.prefer(self.folders[0])
    except OSError as error:
      raise Unavailable(f"no cgroup can be made: {error}") from error
    return self

  def __exit__(self, *_):
    if self.entered:
      self._move(self.hierarchy.roots())
    end = time.monotonic() + EMPTY_WITHIN
    for folder in self.folders:
      while folder.exists():
        try:
          folder.rmdir()
        except OSError:  # somebody is still in there
          if time.monotonic() > end:
            raise
          time.sleep(0.1)

  def command(self, command):
    """A command that runs another one in here, as the same process."""
    files = " ".join(str(folder / "cgroup.procs") for folder in self.folders)
    return ["env", f"FILES={files}", "sh", "-c", ENTER, "sh", *command]

  def enter(self):
    """Moves this process, too; it leaves at the end."""
    self.entered = True
    self._move(self.folders)

  def limit(self, cores):
    """So much CPU time a second, from now on; None is as much as there is."""
    self.hierarchy.limit(self.folders[0], cores and round(cores * PERIOD))

  def cpu_seconds(self):
    """Of all that were in here until now."""
    return self.hierarchy.cpu_seconds(self.folders[-1])

  @staticmethod
  def _move(folders):
    for folder in folders:
      (folder / "cgroup.procs").write_text(str(os.getpid()))


class _Version1:

  def __init__(self, limits, counts):
    self.limits = limits
    self.counts = counts

  def roots(self):
    return list(dict.fromkeys([self.limits, self.counts]))  # mostly one

  def prefer(self, folder):
    (folder / "cpu.shares").write_text(str(round(PRECEDENCE * 1024)))

  def limit(self, folder, quota):
    (folder / "cpu.cfs_period_us").write_text(str(PERIOD))
    (folder / "cpu.cfs_quota_us").write_text(str(quota or -1))

  def cpu_seconds(self, folder):
    return int((folder / "cpuacct.usage").read_text()) / 1e9


class _Version2:

  def __init__(self, root):
    self.root = root

  def roots(self):
    try:
      (self.root / "cgroup.subtree_control").write_text("+cpu")
    except OSError as error:
      raise Unavailable(f"no cgroup can be made: {error}") from error
    return [self.root]

  def prefer(self, folder):
    (folder / "cpu.weight").write_text(str(PRECEDENCE * 100))

  def limit(self, folder, quota):
    (folder / "cpu.max").write_text(f"{quota or 'max'} {PERIOD}")

  def cpu_seconds(self, folder):
    lines = (folder / "cpu.stat").read_text().splitlines()
    return int(dict(line.split() for line in lines)["usage_usec"]) / 1e6


def _hierarchy():
  """The one that has the controller of CPU time: of version 1, or the unified one of version 2."""
  mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
  first = {name: Path(place) for _, place, kind, names, *_ in mounts if kind == "cgroup" for name in names.split(",")}
  if "cpu" in first and "cpuacct" in first:
    return _Version1(first["cpu"], first["cpuacct"])
  for _, place, kind, *_ in mounts:
    if kind == "cgroup2" and "cpu" in Path(place, "cgroup.controllers").read_text().split():
      return _Version2(Path(place))
  raise Unavailable("no cgroup has the controller of CPU time")
