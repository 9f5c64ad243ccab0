package dev.sluice.results.read;

import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes one page as CommonMark with the tables of GitHub's dialect. Text in the margins is left
 * out.
 */
record MarkdownPage(String text, List<Block> blocks, List<TablePart> tables) {

  /** Characters that have a meaning anywhere in a line. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~]|&(?=#?\\w+;)");

  /** Text that has a meaning at the beginning of a line. */
  private static final Pattern AT_START =
      Pattern.compile("(?m)^(\\s*)(?:([#+=-])|(\\d{1,9})([.)](?=\\s|$)))");

  private static final Pattern BULLET = Pattern.compile("^\\W\\s+");
  private static final Pattern NUMBER = Pattern.compile("^\\(?(\\d{1,3})[.)]\\s+");

  /** The page with an empty line behind it, unless it is empty. */
  String followedByOthers() {
    String markdown = markdown();
    return markdown.isEmpty() ? "" : markdown + "\n\n";
  }

  /** The blocks with an empty line between them. */
  String markdown() {
    if (blocks.isEmpty()) {
      return escaped(text);
    }
    List<TablePart> left = new ArrayList<>(tables);
    StringBuilder markdown = new StringBuilder();
    Block before = null;
    for (Block block : blocks) {
      String written = written(block, left);
      if (!written.isEmpty()) {
        markdown.append(separator(before, block)).append(written);
        before = block;
      }
    }
    left.forEach(table -> markdown.append(before(markdown)).append(written(table)));
    return markdown.toString();
  }

  private static String before(StringBuilder markdown) {
    return markdown.isEmpty() ? "" : "\n\n";
  }

  /** Items of one list follow each other. */
  private static String separator(Block before, Block block) {
    if (before == null) {
      return "";
    }
    boolean list = before.kind() == Block.Kind.LIST_ITEM && block.kind() == Block.Kind.LIST_ITEM;
    return list ? "\n" : "\n\n";
  }

  private String written(Block block, List<TablePart> left) {
    String lines = text.substring(block.from(), block.to());
    return switch (block.kind()) {
      case HEADING -> "#".repeat(block.level()) + " " + inline(oneLine(lines));
      case LIST_ITEM -> item(block.level(), lines);
      case TABLE -> table(block.box(), left);
      case MARGIN -> "";
      case PARAGRAPH -> escaped(lines);
    };
  }

  private static String item(int level, String lines) {
    String indent = "    ".repeat(Math.max(0, level - 1));
    var number = NUMBER.matcher(lines);
    if (number.find()) {
      return indent + number.group(1) + ". " + inline(oneLine(lines.substring(number.end())));
    }
    return indent + "- " + inline(oneLine(BULLET.matcher(lines).replaceFirst("")));
  }

  /** The tables that stand where the block does; they are written once. */
  private static String table(Box box, List<TablePart> left) {
    List<TablePart> here = left.stream().filter(table -> overlap(table.box(), box)).toList();
    left.removeAll(here);
    return here.stream().map(MarkdownPage::written).collect(Collectors.joining("\n\n"));
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  /** Its first row is the header, as Markdown has no table without one. */
  private static String written(TablePart table) {
    String[][] grid = new String[table.rows()][table.columns()];
    Arrays.stream(grid).forEach(row -> Arrays.fill(row, ""));
    for (TablePart.PartCell cell : table.cells()) {
      grid[cell.row()][cell.column()] = inline(oneLine(cell.text()));
    }
    List<String> rows = new ArrayList<>();
    for (String[] row : grid) {
      rows.add("| " + String.join(" | ", row) + " |");
    }
    if (!rows.isEmpty()) {
      rows.add(1, "|" + " --- |".repeat(table.columns()));
    }
    return String.join("\n", rows);
  }

  private static String oneLine(String lines) {
    return lines.replace('\n', ' ').strip();
  }

  private static String inline(String line) {
    return SPECIAL.matcher(line).replaceAll("\\\\$0");
  }

  private static String escaped(String lines) {
    return AT_START
        .matcher(inline(lines))
        .replaceAll(
            found ->
                found.group(2) != null
                    ? found.group(1) + "\\\\" + found.group(2)
                    : found.group(1) + found.group(3) + "\\\\" + found.group(4));
  }
}
