"""async-profiler in a running JVM: CPU time by stacks, counted by the kernel's clocks of its threads.

It comes from Maven Central (Apache License 2.0), once, to below target/perf/profiler.
"""

import os
import platform
import subprocess
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path

from . import build
from .figures import note

VERSION = "4.2"
FOLDER = build.WORK / "profiler"
INTERVAL = "2ms"
SYSTEMS = {"x86_64": "linux-x64", "aarch64": "linux-arm64"}


@contextmanager
def profile(pid, recording):
  """Records what the JVM does meanwhile."""
  library = _library()
  _tell(pid, library, f"start,event=ctimer,interval={INTERVAL},threads,jfr,file={recording}")
  try:
    yield
  finally:
    _tell(pid, library, f"stop,file={recording}")


def stacks(recording):
  """Each stack, its thread first, and how many samples found it."""
  with tempfile.TemporaryDirectory(dir=build.WORK) as folder:
    target = Path(folder, "collapsed")
    convert(recording, target, "-o", "collapsed", "-t")
    for line in target.read_text(errors="replace").splitlines():
      frames, _, samples = line.rpartition(" ")
      yield frames.split(";"), int(samples)


def convert(recording, target, *options):
  """A recording as a flame graph, or as what the options say."""
  converter = _artifact("jfr-converter")
  command = [build.tool("java"), "-jar", converter, *options, recording, target]
  subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _tell(pid, library, order):
  # Quoted, as jcmd takes words with = in them for options of its own.
  command = [build.tool("jcmd"), str(pid), "JVMTI.agent_load", str(library), f'"{order}"']
  said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
  if "return code: 0" not in said:
    raise SystemExit(f"the profiler refuses {order!r}: {said}")


def _library():
  library = FOLDER / "libasyncProfiler.so"
  if not library.exists():
    system = SYSTEMS.get(platform.machine())
    if os.name != "posix" or not system:
      raise SystemExit("there is no profiler for " + platform.platform())
    with zipfile.ZipFile(_artifact("async-profiler")) as jar:
      library.write_bytes(jar.read(f"{system}/{library.name}"))
  return library


def _artifact(name):
  file = FOLDER / f"{name}-{VERSION}.jar"
  if not file.exists():
    note("fetching", file.name)
    artifact = f"-Dartifact=tools.profiler:{name}:{VERSION}"
    command = ["mvn", "-q", "dependency:copy", artifact, f"-DoutputDirectory={FOLDER}"]
    subprocess.run(command, cwd=build.ROOT, check=True, stdout=subprocess.DEVNULL)
  return file
