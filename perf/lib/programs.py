"""The Java programs of perf/java, compiled once, on Sluice's class path."""

import json
import subprocess

from . import build

SOURCES = build.ROOT / "perf" / "java"
CLASSES = build.WORK / "programs"
SETTINGS = {
  "java.awt.headless": "true",
  "pdfbox.fontcache": build.WORK,  # else PDFBox leaves a file at home
  "slf4j.provider": "org.slf4j.helpers.NOP_FallbackServiceProvider",  # as in Sluice's parsers
  "slf4j.internal.verbosity": "WARN",
}


def command(name, *arguments, options=(), path=None):
  """Runs a program; with a class path of its own it is one of perf/java/peers, which is compiled as it starts."""
  main = SOURCES / "peers" / f"{name}.java" if path else None
  path = path or class_path()
  words = (build.tool("java"), *settings(), *options, "-cp", path, main or _main(name), *arguments)
  return [str(word) for word in words]


def settings():
  return [f"-D{key}={value}" for key, value in SETTINGS.items()]


def run(name, *arguments, **how):
  subprocess.run(command(name, *arguments, **how), check=True, timeout=600)


def class_path():
  """The programs and all that they need, compiled first if something is newer."""
  return build.compiled(sorted(SOURCES.glob("*.java")), CLASSES, build.class_path())


def corpus(folder, count, seed, pages=0):
  """Draws a folder of PDFs, of so many pages or a few each; see Corpus.java."""
  run("Corpus", count, seed, folder, pages)
  return sorted(folder.glob("*.pdf"))


class Program:
  """Answers each line with a line of JSON and stays warm in between. Use it with "with"."""

  def __init__(self, command, **streams):
    self.command = command
    self.streams = streams

  def __enter__(self):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    self.process = subprocess.Popen(self.command, **pipes, **self.streams)
    return self

  def __exit__(self, *_):
    self.process.terminate()
    self.process.communicate()

  def ask(self, *words):
    self.process.stdin.write(" ".join(map(str, words)) + "\n")
    self.process.stdin.flush()
    said = self.process.stdout.readline()
    if not said:
      raise SystemExit(f"a program ended: {' '.join(self.command[-3:])}")
    return json.loads(said)


def _main(name):
  found = next(CLASSES.rglob(f"{name}.class"))
  return ".".join(found.relative_to(CLASSES).with_suffix("").parts)
