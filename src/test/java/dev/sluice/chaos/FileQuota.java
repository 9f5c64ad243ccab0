package dev.sluice.chaos;

import java.io.IOException;
import java.util.List;

/** Fills a disk where mounting is not allowed: the processes may write no file beyond a few kB. */
record FileQuota() implements Disk {

  @Override
  public String kind() {
    return "a limit to the size of files (prlimit)";
  }

  @Override
  public void fill(List<ProcessHandle> processes) throws IOException, InterruptedException {
    limit(processes, "1024:unlimited");
  }

  @Override
  public void free(List<ProcessHandle> processes) throws IOException, InterruptedException {
    limit(processes, "unlimited:unlimited");
  }

  private static void limit(List<ProcessHandle> processes, String bytes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }
}
