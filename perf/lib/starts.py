"""Sluices that are started as the docs tell, by Maven and as the unpacked production jar, to time it."""

import os
import signal
import time
import urllib.request
from pathlib import Path

from lib import build, logins, processes
from lib.sluice import STOP_WITHIN, Sluice

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


class Production(Sluice):
  """The unpacked production jar with the servers of an embedded Sluice."""

  HEAP = "288m"  # as in docs/operations.md

  def __init__(self, host, archive=NO_ARCHIVE, home=None, name="production"):
    super().__init__(data=host.data / name, home=home, name=name)
    self.command = [*self.java, archive, "-jar", str(UNPACKED / "sluice.jar")]
    secrets = logins.secrets(host.data)
    at = {name: "127.0.0.1:" + host.environment[f"SLUICE_EMBEDDED_{name}_PORT"] for name in ("KAFKA", "POSTGRES", "S3")}
    self.environment.update(
      SLUICE_WORK_ENABLED="true",
      SLUICE_LIMITS_ENABLED="false",  # as embedded
      SLUICE_JDBC_URL=f"jdbc:postgresql://{at['POSTGRES']}/sluice",
      SLUICE_JDBC_PASSWORD=secrets["databasePassword"],
      **logins.kafka(secrets),
      SLUICE_KAFKA_BROKERS=at["KAFKA"],
      SLUICE_S3_ENDPOINT=f"http://{at['S3']}",
      SLUICE_S3_ACCESS_KEY=secrets["s3AccessKey"],
      SLUICE_S3_SECRET_KEY=secrets["s3SecretKey"],
      SLUICE_S3_PATH_STYLE="true",
      SLUICE_API_KEY=secrets["apiKey"],
      SLUICE_OPS_PASSWORD=secrets["opsPassword"],
    )
    self.endpoints = {"api": "http://127.0.0.1:" + self.environment["SERVER_PORT"], "apiKey": secrets["apiKey"]}

  def _await_ready(self):
    while not self._is_ready():
      self._require_alive()
      time.sleep(0.1)

  def _is_ready(self):
    health = f"http://127.0.0.1:{self.environment['MANAGEMENT_PORT']}/health/readiness"
    try:
      with urllib.request.urlopen(health, timeout=2) as answer:
        return answer.status == 200
    except OSError:
      return False


def _runs(pid, main):
  return main.encode() in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
