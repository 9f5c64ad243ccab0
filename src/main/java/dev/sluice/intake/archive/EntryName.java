package dev.sluice.intake.archive;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The name of an entry as a relative path, which never leads out of the archive. */
record EntryName(String path) {

  private static final Pattern UNSAFE =
      Pattern.compile("^\\s*$|^/|^[A-Za-z]:|\\x00|(^|/)\\.\\.(/|$)");

  /** Files that file managers leave in archives. */
  private static final Pattern LITTER =
      Pattern.compile("(^|/)__MACOSX/|(^|/)(\\.DS_Store|Thumbs\\.db)$");

  private static final Charset DOS = Charset.forName("IBM437");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Takes backslashes for slashes, as tools of Windows write them. Refuses names that could lead
   * out of a folder, wherever they are unpacked.
   */
  EntryName {
    path = path.replace('\\', '/');
    if (UNSAFE.matcher(path).find()) {
      throw new FailureException(
          FailureCode.UNSAFE_ENTRY_NAME, "An entry's name is not a plain relative path.");
    }
  }

  static EntryName of(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      return new EntryName(new String(raw, StandardCharsets.UTF_8));
    }
    if (entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field
        && field.getNameCRC32() == crcOf(raw)) {
      return new EntryName(new String(field.getUnicodeName(), StandardCharsets.UTF_8));
    }
    return new EntryName(guess(raw));
  }

  boolean isLitter() {
    return LITTER.matcher(path).find();
  }

  boolean isFolder() {
    return path.endsWith("/");
  }

  // The standard says the encoding of DOS, but many write UTF-8 or that of Windows without a word.
  private static String guess(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      String dos = new String(raw, DOS);
      String windows = new String(raw, WINDOWS);
      return !isPlain(dos) && isPlain(windows) ? windows : dos;
    }
  }

  /** Whether all characters beyond ASCII are letters: a name has no frames drawn around it. */
  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c < 128 || Character.isLetter(c));
  }

  private static long crcOf(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
