package dev.sluice.pdf.budget;

import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens PDFs so that each stream is bounded that PDFBox decodes, whatever it decodes it for. */
public final class BoundedParser extends PDFParser {

  private BoundedParser(RandomAccessRead source, DecodedSizeGuard guard) throws IOException {
    super(source);
    document = new BoundedDocument(this, IOUtils.createMemoryOnlyStreamCache().create(), guard);
  }

  /** Throws {@link IOException} for a broken document and {@link LimitExceededException}. */
  public static PDDocument load(File file, Budget budget) throws IOException {
    RandomAccessRead source = new RandomAccessReadBufferedFile(file);
    try {
      return new BoundedParser(source, new DecodedSizeGuard(budget)).parse();
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      IOUtils.closeQuietly(source);
      throw broken;
    }
  }

  /**
   * Nothing is decrypted if only attachments are encrypted: pages can be read without a password.
   */
  @Override
  protected void prepareDecryption() throws IOException {
    if (!isOfAttachmentsOnly(document.getEncryptionDictionary())) {
      super.prepareDecryption();
    }
  }

  /** Streams and strings have the filter Identity (ISO 32000-1, 7.6.5). */
  private static boolean isOfAttachmentsOnly(COSDictionary encryption) {
    return encryption != null
        && encryption.getInt(COSName.V) >= 4
        && isIdentity(encryption.getCOSName(COSName.STM_F))
        && isIdentity(encryption.getCOSName(COSName.STR_F));
  }

  private static boolean isIdentity(COSName filter) {
    return filter == null || filter.equals(COSName.IDENTITY);
  }

  private static final class BoundedDocument extends COSDocument {

    private final BoundedParser parser;
    private final RandomAccessStreamCache cache;
    private final DecodedSizeGuard guard;

    private BoundedDocument(
        BoundedParser parser, RandomAccessStreamCache cache, DecodedSizeGuard guard) {
      super(() -> cache, parser);
      this.parser = parser;
      this.cache = cache;
      this.guard = guard;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      COSStream stream =
          new BoundedStream(cache, parser.createRandomAccessReadView(start, length), guard);
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }
  }
}
