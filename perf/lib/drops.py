"""Drops PDFs into Sluice's bucket and its SFTP folder, at a steady pace, beside users who come by HTTP."""

import subprocess
import time
from itertools import islice

from .background import Background

TIMEOUT = 30


class Dropping(Background):
  """Drops a few PDFs, (name, bytes) each, again and again until the end of the "with"."""

  def __init__(self, door, pdfs, folder):
    super().__init__()
    self.door = door
    self.pdfs = pdfs  # endless
    self.folder = folder  # for the files until they are sent
    self.dropped = {}  # time of each by its name
    self.errors = []

  def go(self):
    while not self.done.wait(self.door.period):
      files = [self._write(name, content) for name, content in islice(self.pdfs, self.door.at_once)]
      try:
        self.door.drop(files)
        self.dropped.update(dict.fromkeys((file.name for file in files), time.time()))
      except (OSError, subprocess.SubprocessError) as error:
        self.errors.append(f"{self.door.name}: {error!r}")
      for file in files:
        file.unlink()

  def _write(self, name, content):
    file = self.folder / name
    file.write_bytes(content)
    return file


class Bucket:
  """The drop bucket, by curl as in the README."""

  name = "s3"
  period = 1  # seconds between two drops
  at_once = 1

  def __init__(self, sluice):
    s3 = sluice.endpoints["s3"]
    self.folder = f"{s3['endpoint']}/{s3['dropBucket']}/{s3['dropPrefix']}"
    self.command = ["curl", "-sS", "--fail", "--aws-sigv4", "aws:amz:us-east-1:s3"]
    self.command += ["--user", f"{s3['accessKey']}:{s3['secretKey']}", "-H", "x-amz-content-sha256: UNSIGNED-PAYLOAD"]

  def drop(self, files):
    for file in files:
      _run([*self.command, "--upload-file", file, self.folder + file.name])


class Folder:
  """The SFTP folder, by OpenSSH's sftp with the key that Sluice made for it."""

  name = "sftp"
  period = 5
  at_once = 5

  def __init__(self, sluice):
    self.inbox = sluice.endpoints["sftp"]["folder"]
    self.command = ["sftp", "-q", "-b", "-", "-F", sluice.data / "sftp" / "ssh_config", "sluice"]

  def drop(self, files):
    """Whole files only: they are written under another name and renamed."""
    whole = {file: f"{self.inbox}/{file.name}" for file in files}
    orders = (f'put "{file}" "{name}.part"\nrename "{name}.part" "{name}"\n' for file, name in whole.items())
    _run(self.command, input="".join(orders))


def _run(command, **streams):
  done = subprocess.run([str(word) for word in command], text=True, capture_output=True, timeout=TIMEOUT, **streams)
  if done.returncode != 0:
    raise OSError(f"{command[0]} ended with {done.returncode}: {done.stderr[:300]}")
