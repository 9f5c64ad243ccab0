package dev.sluice.pdf.budget;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;

/** The filters that a stream names (ISO 32000-1, 7.4), in the order of their decoding. */
final class StreamFilters {

  private static final Set<COSName> IMAGES =
      Set.of(
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.JPX_DECODE,
          COSName.JBIG2_DECODE,
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION);

  private StreamFilters() {}

  /** Throws {@link IOException} when something else than a name is among them. */
  static List<COSName> of(COSBase filters) throws IOException {
    if (filters instanceof COSName name) {
      return List.of(name);
    }
    List<COSName> names = new ArrayList<>();
    if (filters instanceof COSArray array) {
      for (int at = 0; at < array.size(); at++) {
        if (!(array.getObject(at) instanceof COSName name)) {
          throw new IOException("not a filter");
        }
        names.add(name);
      }
    }
    return names;
  }

  static boolean isFlate(COSName filter) {
    return COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
  }

  /** True for the codecs of pictures. */
  static boolean isImage(COSName filter) {
    return IMAGES.contains(filter);
  }
}
