"""What the scripts run: the project's classes, its class path and the chosen JDK."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "perf"
CLASS_PATH = WORK / "classpath"
SOURCES = ("pom.xml", "src/main", "routes", "config")


def class_path():
  """The project's classes and everything they need, built first if a source is newer."""
  needed = maven_class_path("compile", ROOT, SOURCES, CLASS_PATH)
  return f"{ROOT / 'target' / 'classes'}:{needed}"


def maven_class_path(goal, project, sources, file):
  """What a project needs, as Maven writes it to a file; with the goal it is built first if a source is newer."""
  if not file.exists() or _newest(project, sources) > file.stat().st_mtime:
    print(f"Building {project.name} ..", file=sys.stderr)
    file.parent.mkdir(parents=True, exist_ok=True)
    settings = [f"-Dmdep.outputFile={file}", "-Dmdep.includeScope=runtime"]
    command = ["mvn", "-B", "-q", goal, "dependency:build-classpath", *settings]
    subprocess.run(command, cwd=project, check=True, stdout=sys.stderr)
    file.touch()  # Maven leaves it alone when nothing in it changed
  return file.read_text().strip()


def unpack():
  """The production jar, packed and unpacked again into WORK/unpacked."""
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


def _newest(project, sources):
  files = [file for source in sources for file in (project / source, *(project / source).rglob("*"))]
  return max(file.stat().st_mtime for file in files)
