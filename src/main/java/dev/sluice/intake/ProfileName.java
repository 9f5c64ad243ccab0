package dev.sluice.intake;

import java.util.regex.Pattern;

/** Checks the names of profiles. */
public final class ProfileName {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private ProfileName() {}

  /** Whether it is 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit. */
  public static boolean isValid(String name) {
    return name != null && NAME.matcher(name).matches();
  }
}
