"""An nginx of one's own that writes every body it is sent to a file, and keeps it."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from . import build, ports, processes

WITHIN = 30  # seconds, to start and to stop
CONFIGURATION = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
worker_processes auto;
worker_rlimit_nofile 8192;
{user}
events {{
  worker_connections 4096;
}}
http {{
  access_log off;
  client_max_body_size 1g;
  client_body_timeout 300s;
  client_body_buffer_size 128k;
  keepalive_requests 100000;
  client_body_temp_path {folder}/incoming;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port} backlog=2048;
    location / {{
      root {folder}/kept;
      dav_methods PUT;
    }}
  }}
}}
"""


class Nginx:
  """Use it with "with"; its folder goes with it."""

  def __enter__(self):
    self.folder = Path(tempfile.mkdtemp(prefix="nginx-", dir=build.WORK)).resolve()
    self.kept = self.folder / "kept"
    self.kept.mkdir()
    self.port = ports.free()
    # As root it would change to a user who may not write here.
    user = "user root;" if os.geteuid() == 0 else ""
    configuration = self.folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=self.folder, port=self.port, user=user))
    command = [_program(), "-p", self.folder, "-e", self.folder / "error.log", "-c", configuration]
    self.process = subprocess.Popen(command, start_new_session=True)
    self.pid = self.process.pid
    end = time.monotonic() + WITHIN
    while not ports.answers(self.port):
      if self.process.poll() is not None or time.monotonic() > end:
        said = (self.folder / "error.log").read_text()
        self.__exit__()
        raise SystemExit("nginx does not start: " + said)
      time.sleep(0.05)
    return self

  def __exit__(self, *_):
    processes.end_session(self.process, WITHIN)
    shutil.rmtree(self.folder, ignore_errors=True)


def available():
  """Whether there is one with its DAV module, such as that of Debian's package nginx-light."""
  program = _program()
  return bool(program) and "http_dav_module" in subprocess.run([program, "-V"], capture_output=True, text=True).stderr


def _program():
  return shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
