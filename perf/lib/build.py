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


def tested_class_path():
  """The same with the tests and what they need, beside the production jar."""
  needed = maven_class_path("package", ROOT, ("pom.xml", "src", "routes", "config"), WORK / "tested-classpath", "test")
  return f"{ROOT / 'target' / 'test-classes'}:{ROOT / 'target' / 'classes'}:{needed}"


def maven_class_path(goal, project, sources, file, scope="runtime"):
  """What a project needs, as Maven writes it to a file; with the goal it is built first if a source is newer."""
  if not file.exists() or _newest(project, sources) > file.stat().st_mtime:
    print(f"Building {project.name} ..", file=sys.stderr)
    file.parent.mkdir(parents=True, exist_ok=True)
    settings = [f"-Dmdep.outputFile={file}", f"-Dmdep.includeScope={scope}", "-DskipTests"]
    command = ["mvn", "-B", "-q", goal, "dependency:build-classpath", *settings]
    subprocess.run(command, cwd=project, check=True, stdout=sys.stderr)
    file.touch()  # Maven leaves it alone when nothing in it changed
  return file.read_text().strip()


def compiled(sources, classes, path):
  """A class path with the sources' classes in front, which are compiled if something is newer."""
  newest = max(file.stat().st_mtime for file in [*sources, *WORK.glob("*classpath")])
  if not classes.exists() or newest > classes.stat().st_mtime:
    shutil.rmtree(classes, ignore_errors=True)
    command = [tool("javac"), "-nowarn", "--release", "17", "-d", classes, "-cp", path, *sources]
    subprocess.run(command, check=True, timeout=120)
    classes.touch()
  return f"{classes}:{path}"


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
