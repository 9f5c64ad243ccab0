package dev.sluice.intake.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an exception of the SFTP client means. */
record SftpTrouble(Throwable exception) {

  /** Whether the file is simply not there any more. */
  boolean isFileGone() {
    return causes().stream()
        .anyMatch(
            cause ->
                cause instanceof SftpException sftp && sftp.id == ChannelSftp.SSH_FX_NO_SUCH_FILE);
  }

  /** Whether it is about the connection, not about one file. */
  boolean isOfServer() {
    return causes().stream()
        .anyMatch(cause -> cause instanceof JSchException || cause instanceof IOException);
  }

  /** Whether the server, or the way there, said no. */
  boolean isOfSftp() {
    return isOfServer() || causes().stream().anyMatch(SftpException.class::isInstance);
  }

  /** In words for ops. */
  String reason() {
    List<Throwable> causes = causes();
    if (causes.stream().anyMatch(JSchHostKeyException.class::isInstance)) {
      return "its host key is not the one in sluice.sftp.known-hosts (" + message(causes) + ")";
    }
    return message(causes);
  }

  private static String message(List<Throwable> causes) {
    return String.valueOf(causes.get(causes.size() - 1).getMessage()).replaceAll("\\s+", " ");
  }

  private List<Throwable> causes() {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).toList();
  }
}
