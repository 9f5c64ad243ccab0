"""What figures were measured on."""

import os
import platform
import subprocess
from pathlib import Path

from . import build


def described():
  return {
    "cores": os.cpu_count(),
    "cpu": _entry("/proc/cpuinfo", "model name") or platform.machine(),
    "memory": _memory(),
    "kernel": f"{platform.system()} {platform.release()}",
    "jdk": build.java_version(),
    "python": platform.python_version(),
  }


def commit():
  """What was measured; a star tells of changes that are in no commit."""
  command = ["git", "describe", "--always", "--dirty=*"]
  said = subprocess.run(command, cwd=build.ROOT, capture_output=True, text=True)
  return said.stdout.strip() or "unknown"


def _memory():
  kilobytes = _entry("/proc/meminfo", "MemTotal")
  return kilobytes and f"{int(kilobytes.split()[0]) / 1024 ** 2:.1f} GiB"


def _entry(file, name):
  try:
    lines = Path(file).read_text().splitlines()
  except OSError:
    return None
  return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), None)
