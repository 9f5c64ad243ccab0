"""What the scripts run: the project's classes, its class path and the chosen JDK."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "perf"
CLASSES = ROOT / "target" / "classes"
CLASS_PATH = WORK / "classpath"


def class_path():
  """The project's classes and everything they need, built first if a source is newer."""
  if _stale():
    _build()
  return f"{CLASSES}{os.pathsep}{CLASS_PATH.read_text().strip()}"


def unpack():
  """The production jar, packed and unpacked anew into WORK/unpacked."""
  print("Packing ..", file=sys.stderr)
  subprocess.run(["mvn", "-q", "package", "-DskipTests"], cwd=ROOT, check=True, stdout=sys.stderr)
  folder = WORK / "unpacked"
  shutil.rmtree(folder, ignore_errors=True)
  extract = ["-Djarmode=tools", "-jar", ROOT / "target" / "sluice.jar", "extract", "--destination", folder]
  subprocess.run([tool("java"), *extract], check=True, stdout=sys.stderr)


def tool(name, home=None):
  """A command of a JDK: the given one, else JAVA_HOME's, else the one on the path."""
  home = home or os.environ.get("JAVA_HOME")
  return str(Path(home, "bin", name)) if home else name


def java_version(home=None):
  said = subprocess.run([tool("java", home), "-version"], capture_output=True, text=True, check=True).stderr
  found = re.search(r'version "([^"]+)"', said)
  return found.group(1) if found else "unknown"


def _stale():
  if not CLASSES.is_dir() or not CLASS_PATH.exists():
    return True
  built = CLASS_PATH.stat().st_mtime
  sources = [ROOT / "pom.xml"]
  for folder in ("src/main", "routes", "config"):
    sources += (ROOT / folder).rglob("*")
  return any(source.stat().st_mtime > built for source in sources)


def _build():
  print("Building ..", file=sys.stderr)
  WORK.mkdir(parents=True, exist_ok=True)
  goals = ["compile", "dependency:build-classpath"]
  settings = [f"-Dmdep.outputFile={CLASS_PATH}", "-Dmdep.includeScope=runtime"]
  subprocess.run(["mvn", "-q", *goals, *settings], cwd=ROOT, check=True, stdout=sys.stderr)
  CLASS_PATH.touch()  # Maven leaves it alone when nothing in it changed
