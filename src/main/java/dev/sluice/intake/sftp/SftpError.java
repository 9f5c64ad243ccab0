package dev.sluice.intake.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/** Interprets an exception of the SFTP client. */
record SftpError(Throwable exception) {

  /** Whether the file is simply not there any more. */
  boolean isFileGone() {
    return first(SftpException.class)
        .filter(answer -> answer.id == ChannelSftp.SSH_FX_NO_SUCH_FILE)
        .isPresent();
  }

  /** Whether it concerns the connection and not a single file. */
  boolean isOfServer() {
    return first(JSchException.class).isPresent() || first(IOException.class).isPresent();
  }

  /**
   * The exception as a named failure about its subject. One that did not come from the server stays
   * as it is.
   */
  Throwable named(String about) {
    if (isRefusal()) {
      return new FailureException(FailureCode.SOURCE_REFUSED, about + ": " + reason(), exception);
    }
    return isOfServer()
        ? new FailureException(FailureCode.SOURCE_UNAVAILABLE, about + ": " + reason(), exception)
        : exception;
  }

  private boolean isRefusal() {
    return isOfServer()
        ? isOfHostKey() || reason().startsWith("Auth ")
        : first(GenericFileOperationFailedException.class).isPresent();
  }

  private boolean isOfHostKey() {
    return first(JSchHostKeyException.class).isPresent();
  }

  /** What server or client say themselves; they name hosts, keys and files, but no secrets. */
  private String reason() {
    List<Throwable> causes = causes();
    String said =
        String.valueOf(causes.get(causes.size() - 1).getMessage()).strip().replaceAll("\\s+", " ");
    return isOfHostKey() ? "its host key is not in sluice.sftp.known-hosts: " + said : said;
  }

  private <T> Optional<T> first(Class<T> type) {
    return causes().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private List<Throwable> causes() {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).toList();
  }
}
