"""A JVM's heap, as its own log of collections tells it."""

import re
import subprocess

from . import build

LOG = build.WORK / "gc.log"
LOGGED = [f"-Xlog:gc:file={LOG}:uptime:filecount=0"]  # options of the JVM


class Collections:

  def __init__(self, pid):
    self.pid = pid
    self.read = 0

  def held(self):
    """The most MB that a collection left since the last question; a full one is the last of them."""
    subprocess.run([build.tool("jcmd"), str(self.pid), "GC.run"], check=True, capture_output=True, timeout=60)
    text = LOG.read_text()
    left = re.findall(r"Pause.* \d+M->(\d+)M\(", text[self.read :])
    self.read = len(text)
    return max(map(int, left))
