package dev.sluice.guarantee;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that went in and came out. Any number of threads may write to it. */
public final class History {

  private final Map<String, SentDocument> sent = new ConcurrentHashMap<>();
  private final Queue<Acknowledgement> acknowledgements = new ConcurrentLinkedQueue<>();
  private final Queue<DoorRefusal> refusals = new ConcurrentLinkedQueue<>();
  private final Map<String, DroppedFile> dropped = new ConcurrentHashMap<>();
  private final Queue<LedgerView> books = new ConcurrentLinkedQueue<>();
  private final Queue<MemorySample> memory = new ConcurrentLinkedQueue<>();
  private final Queue<FoundDocument> found = new ConcurrentLinkedQueue<>();

  /** Notes that a sender begins to send a document, perhaps by several doors. */
  public void sent(SentDocument document) {
    sent.put(document.name(), document);
  }

  /** A sender saw the receipt. */
  public void acknowledged(SentDocument document, String door, String id) {
    sent(document);
    acknowledgements.add(new Acknowledgement(document, door, id));
  }

  /** A sender was refused for good. */
  public void refused(SentDocument document, String door, String code) {
    sent(document);
    refusals.add(new DoorRefusal(document, door, code));
  }

  /** A file lies where it is taken from. */
  public void dropped(SentDocument document, String door, String source) {
    sent(document);
    dropped.putIfAbsent(
        source, new DroppedFile(document, door, source, null, DroppedFile.Fate.UNTOUCHED));
  }

  /** A dropped file was seen to be gone; only the first time counts. */
  public void gone(String source, Instant at) {
    dropped.computeIfPresent(
        source,
        (same, file) ->
            file.isGone()
                ? file
                : new DroppedFile(file.document(), file.door(), source, at, file.fate()));
  }

  /** Where a dropped file was found at the end. */
  public void ended(String source, DroppedFile.Fate fate) {
    dropped.computeIfPresent(
        source,
        (same, file) -> new DroppedFile(file.document(), file.door(), source, file.goneAt(), fate));
  }

  /** The books as they stood at one moment. */
  public void counted(LedgerView snapshot) {
    books.add(snapshot);
  }

  /** What a process held at one moment. */
  public void measured(MemorySample sample) {
    memory.add(sample);
  }

  /** A document that is there at the end. */
  public void found(FoundDocument document) {
    found.add(document);
  }

  /** All documents that any sender began to send. */
  public List<SentDocument> sent() {
    return List.copyOf(sent.values());
  }

  /** All receipts. */
  public List<Acknowledgement> acknowledgements() {
    return List.copyOf(acknowledgements);
  }

  /** All refusals. */
  public List<DoorRefusal> refusals() {
    return List.copyOf(refusals);
  }

  /** All dropped files. */
  public List<DroppedFile> dropped() {
    return List.copyOf(dropped.values());
  }

  /** The books in the order of their moments. */
  public List<LedgerView> books() {
    return List.copyOf(books);
  }

  /** All samples of memory. */
  public List<MemorySample> memory() {
    return List.copyOf(memory);
  }

  /** All documents at the end. */
  public List<FoundDocument> found() {
    return List.copyOf(found);
  }
}
