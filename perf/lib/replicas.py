"""Doors and workers: the production jar as the pods of kustomize/base run it, each in a cgroup of its own."""

import base64
import json
import urllib.request

from .starts import Production

PROCESSORS = 2  # which the JVM of a pod sees, whatever its share is
POD = {"SLUICE_PARSER_FORKS": "2", "SLUICE_PARSER_HEAP": "512MB", "SLUICE_WORK_CONSUMERS": "2"}  # sluice.env
MEASURED = {
  "SLUICE_PARSER_OCR_MODE": "off",
  "SLUICE_WORK_SHARE": "1000000",  # one owner sends all, by one queue
  "SLUICE_ADMISSION_DOCUMENTS": "100000",
  "CAMEL_COMPONENT_KAFKA_SESSION_TIMEOUT_MS": "600000",  # one that is frozen keeps its partitions
}
TAKING = tuple(
  f"take-{name}"
  for name in (
    "interactive-tickets", "bulk-tickets", "backlog-tickets", "part-tickets",
    "first-retries", "second-retries", "later-retries",
  )
)
ASSIGNED = "kafka_consumer_coordinator_assigned_partitions"


class Replica(Production):

  HEAP = "512m"  # as in pod.yaml

  def __init__(self, host, name, group, environment):
    super().__init__(host, name=name)
    self.name = name
    self.group = group
    self.command.insert(1, f"-XX:ActiveProcessorCount={PROCESSORS}")
    self.command = group.command(self.command)
    self.environment.update(POD, **MEASURED, **environment)
    login = f"ops:{self.environment['SLUICE_OPS_PASSWORD']}"
    self.login = "Basic " + base64.b64encode(login.encode()).decode()


class Door(Replica):

  def __init__(self, host, name, group):
    super().__init__(host, name, group, {"SLUICE_WORK_ENABLED": "false"})


class Worker(Replica):

  def __init__(self, host, name, group):
    super().__init__(host, name, group, {"SLUICE_INTAKE_ENABLED": "false"})

  def take(self, tickets):
    """Begins or ends to take tickets, as at the console; its JVM stays warm."""
    order = "start()" if tickets else "stop()"
    for route in TAKING:
      mbean = f'org.apache.camel:context=sluice,type=routes,name="{route}"'
      said = json.loads(self._ask("/jolokia", {"type": "exec", "mbean": mbean, "operation": order}))
      if said["status"] != 200:
        raise RuntimeError(f"{self.name}: {order} of {route}: {said.get('error')}")

  def partitions(self):
    """How many partitions of the queues are its own."""
    lines = self._ask("/metrics").splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(ASSIGNED))

  def _ask(self, path, order=None):
    """Its management port, as ops; an order goes by POST."""
    address = f"http://127.0.0.1:{self.environment['MANAGEMENT_PORT']}{path}"
    headers = {"Authorization": self.login}
    if order:  # the token against forged requests is in a cookie and again in a header
      headers.update({"Content-Type": "application/json", "Cookie": "XSRF-TOKEN=perf", "X-XSRF-TOKEN": "perf"})
    body = json.dumps(order).encode() if order else None
    request = urllib.request.Request(address, data=body, headers=headers)
    with urllib.request.urlopen(request, timeout=120) as answer:
      return answer.read().decode()
