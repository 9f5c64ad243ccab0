"""What the kernel says about processes."""

import os
import signal
import subprocess
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")


def tree(roots):
  """The processes and all their descendants."""
  children = {}
  for pid, stat in _stats():
    children.setdefault(int(stat[1]), []).append(pid)
  found = []
  waiting = list(roots)
  while waiting:
    pid = waiting.pop()
    found.append(pid)
    waiting += children.get(pid, [])
  return found


def cpu_seconds(roots):
  """CPU time of whole trees; a dead child's is in its parent's account."""
  stats = dict(_stats())
  return sum(_seconds(stats[pid][11:15]) for pid in tree(roots) if pid in stats)


def own_cpu_seconds(pid):
  """CPU time of a process without its children's."""
  return _seconds(dict(_stats())[pid][11:13])


def thread_seconds(pid):
  """CPU time by the names of the threads that are alive, cut to 15 characters."""
  seconds = {}
  for folder in (PROC / str(pid) / "task").glob("[0-9]*"):
    try:
      name = (folder / "comm").read_text().strip()
      fields = (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
      continue  # it ended meanwhile
    seconds[name] = seconds.get(name, 0) + _seconds(fields[11:13])
  return seconds


def status(pid, key):
  """A number of /proc/PID/status, such as VmRSS (kB) or Threads."""
  try:
    lines = (PROC / str(pid) / "status").read_text().splitlines()
  except OSError:
    return None
  return next((int(line.split()[1]) for line in lines if line.startswith(key + ":")), None)


def transferred(pid):
  """Bytes that went through a process's reads and writes, of files and sockets alike."""
  entries = dict(line.split(": ") for line in (PROC / str(pid) / "io").read_text().splitlines())
  return int(entries["rchar"]) + int(entries["wchar"])


def forget_peaks(pids):
  """Makes VmHWM, the most memory that was resident, begin anew."""
  for pid in pids:
    (PROC / str(pid) / "clear_refs").write_text("5")


def end_session(process, within=30):
  """Ends a process that was started here in a session of its own, and whoever it left in there."""
  process.terminate()
  try:
    process.wait(within)
  except subprocess.TimeoutExpired:
    pass
  try:
    os.killpg(process.pid, signal.SIGKILL)
  except ProcessLookupError:
    pass  # all are gone, as they should be
  process.wait()


def _seconds(ticks):
  return sum(map(int, ticks)) / TICKS


def _stats():
  """Each process with the fields of its stat file behind the name, which may hold anything."""
  for folder in PROC.glob("[0-9]*"):
    try:
      yield int(folder.name), (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
      continue  # it ended meanwhile
