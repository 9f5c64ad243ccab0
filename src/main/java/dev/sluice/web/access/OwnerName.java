package dev.sluice.web.access;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.regex.Pattern;

/** Checks the names of owners. */
public final class OwnerName {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");

  private OwnerName() {}

  /** Whether it is 1 to 128 of A-Z a-z 0-9 . _ @ - and begins with a letter or digit. */
  public static boolean isValid(String name) {
    return name != null && NAME.matcher(name).matches();
  }

  /** The name unchanged; throws {@link FailureException} if it cannot be an owner's name. */
  public static String checked(String name) {
    if (!isValid(name)) {
      throw new FailureException(
          FailureCode.BAD_REQUEST, "owner must be 1 to 128 of A-Z a-z 0-9 . _ @ -");
    }
    return name;
  }
}
