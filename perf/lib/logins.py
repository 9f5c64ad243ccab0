"""The logins of embedded servers."""


def secrets(data):
  """What is in the secrets.properties of a data folder."""
  return dict(line.strip().split("=", 1) for line in open(data / "secrets.properties") if "=" in line)


def jdbc_url(port, secret):
  """Of Sluice's database, with the credentials of the superuser."""
  return f"jdbc:postgresql://127.0.0.1:{port}/sluice?user=postgres&password={secret['postgresPassword']}"


def kafka(secret):
  """The environment by which a production Sluice logs in to an embedded Kafka."""
  module = "org.apache.kafka.common.security.plain.PlainLoginModule"
  return {
    "SLUICE_KAFKA_PROPERTIES_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
    "SLUICE_KAFKA_PROPERTIES_SASL_MECHANISM": "PLAIN",
    "SLUICE_KAFKA_PROPERTIES_SASL_JAAS_CONFIG":
      f'{module} required username="sluice" password="{secret["kafkaPassword"]}";',
  }
