package dev.sluice.chaos;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import dev.sluice.embedded.SeparateServers;
import dev.sluice.fixture.SftpClient;
import dev.sluice.guarantee.History;
import java.util.List;

/** Writes files into an SFTP folder, under another name until they are whole. */
record FolderDoor(SeparateServers servers, int port, History history) implements ChaosDoor {

  @Override
  public String name() {
    return "sftp";
  }

  @Override
  public List<CorpusPdf> send(Sending sending, List<CorpusPdf> left) throws Exception {
    CorpusPdf pdf = left.get(0);
    String name = pdf.owner() + "/" + sending.label() + ".pdf";
    String path = servers.inbox().getFileName() + "/" + name;
    try (SftpClient client = servers.sftpClient(port)) {
      if (!isThere(client, path)) {
        client.put(path + ".part", pdf.bytes());
        client.raw().rename(path + ".part", path);
      }
    }
    history.dropped(pdf.document(), name(), name);
    return List.of();
  }

  /** As after a renaming whose answer was lost. */
  private static boolean isThere(SftpClient client, String path) throws SftpException {
    try {
      client.raw().stat(path);
      return true;
    } catch (SftpException failure) {
      if (failure.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw failure;
    }
  }
}
