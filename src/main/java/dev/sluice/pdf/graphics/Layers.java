package dev.sluice.pdf.graphics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Tells which layers of a document a viewer hides at first (optional content, ISO 32000-1, 8.11).
 * Expressions (VE) are not evaluated: what only they hide counts as visible.
 */
public final class Layers {

  private static final COSName OCMD = COSName.getPDFName("OCMD");
  private static final COSName ANY_OFF = COSName.getPDFName("AnyOff");
  private static final COSName ALL_ON = COSName.getPDFName("AllOn");
  private static final COSName ALL_OFF = COSName.getPDFName("AllOff");

  private final Set<COSDictionary> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Takes the catalog of a document. */
  public Layers(COSDictionary catalog) {
    COSDictionary properties = catalog.getCOSDictionary(COSName.OCPROPERTIES);
    COSDictionary shown = properties == null ? null : properties.getCOSDictionary(COSName.D);
    if (shown == null) {
      return;
    }
    if (COSName.OFF.equals(shown.getDictionaryObject(COSName.BASE_STATE))) {
      hidden.addAll(groups(properties.getDictionaryObject(COSName.OCGS)));
      groups(shown.getDictionaryObject(COSName.ON)).forEach(hidden::remove);
    }
    hidden.addAll(groups(shown.getDictionaryObject(COSName.OFF)));
  }

  /** True if what belongs to this group, or to these groups, is not shown. */
  public boolean isHidden(COSBase content) {
    if (hidden.isEmpty() || !(content instanceof COSDictionary group)) {
      return false;
    }
    return OCMD.equals(group.getDictionaryObject(COSName.TYPE))
        ? isHiddenBy(group)
        : hidden.contains(group);
  }

  private boolean isHiddenBy(COSDictionary membership) {
    List<COSDictionary> groups = groups(membership.getDictionaryObject(COSName.OCGS));
    if (groups.isEmpty()) {
      return false;
    }
    COSBase policy = membership.getDictionaryObject(COSName.P);
    if (ALL_ON.equals(policy)) {
      return groups.stream().anyMatch(hidden::contains);
    }
    if (ANY_OFF.equals(policy)) {
      return groups.stream().noneMatch(hidden::contains);
    }
    return ALL_OFF.equals(policy) ? !hidden.containsAll(groups) : hidden.containsAll(groups);
  }

  /** One, or those of an array. */
  private static List<COSDictionary> groups(COSBase base) {
    List<COSDictionary> groups = new ArrayList<>();
    if (base instanceof COSDictionary group) {
      groups.add(group);
    } else if (base instanceof COSArray array) {
      for (int at = 0; at < array.size(); at++) {
        if (array.getObject(at) instanceof COSDictionary group) {
          groups.add(group);
        }
      }
    }
    return groups;
  }
}
