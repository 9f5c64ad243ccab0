"""What figures were measured on."""

import os
import platform
import re
import subprocess
from pathlib import Path

from . import build


def described():
  return {
    "cores": os.cpu_count(),
    "cpu": _entry("/proc/cpuinfo", "model name") or platform.machine(),
    "memory": _entry("/proc/meminfo", "MemTotal"),
    "kernel": f"{platform.system()} {platform.release()}",
    "jdk": build.java_version(),
    "python": platform.python_version(),
  }


def commit():
  """What was measured; a star tells of changes that are in no commit."""
  command = ["git", "describe", "--always", "--dirty=*"]
  return subprocess.run(command, cwd=build.ROOT, capture_output=True, text=True).stdout.strip() or "unknown"


def cpu_times():
  """Seconds of all cores since the boot: in all, and idle."""
  ticks = [int(count) for count in Path("/proc/stat").read_text().split("\n")[0].split()[1:9]]
  return {name: count / os.sysconf("SC_CLK_TCK") for name, count in {"all": sum(ticks), "idle": ticks[3] + ticks[4]}.items()}


def _entry(file, name):
  found = re.search(rf"^{name}\s*: *(.*)", Path(file).read_text(), re.MULTILINE)
  return found and found.group(1)
