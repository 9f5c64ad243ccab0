package dev.sluice.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk in memory, mounted at the folder, where mounting is allowed. */
record SmallDisk(Path folder) implements Disk {

  private static final int CHUNK = 1 << 16;

  /** False if this process may not mount. */
  boolean mount() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    return run("mount", "-t", "tmpfs", "-o", "size=256m,mode=700", "sluice-chaos", path()) == 0;
  }

  @Override
  public String kind() {
    return "a tmpfs of 256 MB, filled";
  }

  @Override
  public void fill(List<ProcessHandle> processes) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(chunk);
      }
    } catch (IOException full) {
      if (Files.size(ballast()) < CHUNK) {
        throw full;
      }
    }
  }

  @Override
  public void free(List<ProcessHandle> processes) throws IOException {
    Files.deleteIfExists(ballast());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", "-l", path());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private String path() {
    return folder.toString();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
