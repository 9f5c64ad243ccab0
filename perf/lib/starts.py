"""Sluices that are started as the README tells, by Maven and as the unpacked production jar, to time it."""

import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

from lib import build, ports, processes
from lib.sluice import START_WITHIN, STOP_WITHIN, Sluice

UNPACKED = build.WORK / "unpacked"
ARCHIVE = build.WORK / "startup.jsa"
NO_ARCHIVE = "-Xshare:auto"  # what the JVM does anyway
TRAIN = f"-XX:ArchiveClassesAtExit={ARCHIVE}"
USE = f"-XX:SharedArchiveFile={ARCHIVE}"


class ByMaven(Sluice):
  """The embedded one by mvn spring-boot:run, with an option about the JVM's archive."""

  def __init__(self, data, archive=NO_ARCHIVE):
    super().__init__(data=data)
    self.command = ["mvn", "-o", "-q", "-B", "-f", str(build.ROOT), "spring-boot:run", f"-Dstart.archive={archive}"]

  def _start(self):
    super()._start()
    self.pid = next(pid for pid in processes.tree([self.process.pid]) if _runs(pid, "dev.sluice.embedded.EmbeddedSluice"))

  def _stop(self):
    if self.process and self.pid != self.process.pid:
      os.kill(self.pid, signal.SIGTERM)
      self.process.wait(STOP_WITHIN)  # Maven ends with it
    super()._stop()


class Production:
  """The unpacked production jar with the servers of an embedded Sluice. Use it with "with"."""

  def __init__(self, host, archive=NO_ARCHIVE):
    self.command = [build.tool("java"), "-Xmx512m", archive, "-jar", str(UNPACKED / "sluice.jar")]
    self.management = str(ports.free())
    secrets = dict(line.strip().split("=", 1) for line in open(host.data / "secrets.properties") if "=" in line)
    at = {name: "127.0.0.1:" + host.environment[f"SLUICE_EMBEDDED_{name}_PORT"] for name in ("KAFKA", "POSTGRES", "S3")}
    self.environment = {
      **host.environment,
      "SERVER_PORT": str(ports.free()),
      "MANAGEMENT_PORT": self.management,
      "SLUICE_DATA_DIR": str(host.data / "production"),
      "SLUICE_WORK_ENABLED": "true",
      "SLUICE_JDBC_URL": f"jdbc:postgresql://{at['POSTGRES']}/sluice",
      "SLUICE_KAFKA_BROKERS": at["KAFKA"],
      "SLUICE_S3_ENDPOINT": f"http://{at['S3']}",
      "SLUICE_S3_ACCESS_KEY": secrets["s3AccessKey"],
      "SLUICE_S3_SECRET_KEY": secrets["s3SecretKey"],
      "SLUICE_S3_PATH_STYLE": "true",
      "SLUICE_API_KEY": secrets["apiKey"],
      "SLUICE_OPS_PASSWORD": secrets["opsPassword"],
    }

  def __enter__(self):
    begun = time.monotonic()
    with open(build.WORK / "production.log", "w") as log:
      self.process = subprocess.Popen(self.command, env=self.environment, stdout=log, stderr=log)
    try:
      while not self._is_ready():
        if self.process.poll() is not None or time.monotonic() - begun > START_WITHIN:
          raise SystemExit(f"the production jar did not start, see {log.name}")
        time.sleep(0.1)
    except BaseException:
      self._stop()
      raise
    self.ready_seconds = time.monotonic() - begun
    return self

  def __exit__(self, *_):
    begun = time.monotonic()
    self._stop()
    self.stop_seconds = time.monotonic() - begun

  def rss_mb(self):
    return round(processes.status(self.process.pid, "VmRSS") / 1024)

  def _is_ready(self):
    try:
      with urllib.request.urlopen(f"http://127.0.0.1:{self.management}/health/readiness", timeout=2) as answer:
        return answer.status == 200
    except OSError:
      return False

  def _stop(self):
    self.process.terminate()
    try:
      self.process.wait(STOP_WITHIN)
    except subprocess.TimeoutExpired:
      self.process.kill()
      self.process.wait()


def _runs(pid, main):
  return main.encode() in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
