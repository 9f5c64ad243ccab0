package dev.sluice.pdf.fork;

import dev.sluice.model.document.FileDefect;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.ForkFrame;
import dev.sluice.pdf.ForkFrameCodec;
import dev.sluice.pdf.ForkRequest;
import dev.sluice.pdf.OcrSettings;
import dev.sluice.pdf.ParseRequest;
import dev.sluice.pdf.PingRequest;
import dev.sluice.pdf.RenderRequest;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.WordsRequest;
import dev.sluice.pdf.budget.BoundedParser;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.image.PageImage;
import dev.sluice.pdf.page.ErrorSummary;
import dev.sluice.pdf.page.PageContentEngine;
import dev.sluice.pdf.page.PageRangeFinder;
import dev.sluice.pdf.page.PageWordReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Answers requests: the document, then each page, then one frame that says how it ended. */
final class DocumentReader implements PageContentEngine.Sink {

  /** What is done with an open document; its last frame says how that ended. */
  private interface Work {
    ForkFrame on(PDDocument document, Budget budget) throws IOException;
  }

  private final DataOutputStream out;

  private final TextMode text;

  private final Optional<OcrSettings> ocr;

  DocumentReader(DataOutputStream out, TextMode text, Optional<OcrSettings> ocr) {
    this.out = out;
    this.text = text;
    this.ocr = ocr;
  }

  /** Sends every frame of the answer. */
  void answer(ForkRequest request) {
    if (request instanceof RenderRequest render) {
      send(answer(render.document(), (document, budget) -> draw(document, render, budget)));
    } else if (request instanceof WordsRequest words) {
      send(answer(words.document(), (document, budget) -> readWords(document, words, budget)));
    } else if (request instanceof ParseRequest parse) {
      send(answer(parse, (document, budget) -> read(document, parse, budget)));
    } else if (request instanceof PingRequest) {
      send(new ForkFrame(ForkFrame.Type.READY, new byte[0]));
    }
  }

  private static ForkFrame answer(ParseRequest request, Work work) {
    Budget budget = Budget.of(request);
    try (PDDocument document = BoundedParser.load(new File(request.file()), budget)) {
      return work.on(document, budget);
    } catch (LimitExceededException limit) {
      return ForkFrameCodec.failed(limit.code(), limit.getMessage());
    } catch (InvalidPasswordException locked) {
      return ForkFrameCodec.failed(FailureCode.PASSWORD_REQUIRED, "The PDF asks for a password.");
    } catch (StackOverflowError nested) {
      return ForkFrameCodec.failed(FailureCode.TOO_COMPLEX, "The PDF is nested too deeply.");
    } catch (IOException | RuntimeException broken) {
      return ForkFrameCodec.failed(FailureCode.UNREADABLE, ErrorSummary.of(broken));
    }
  }

  private static ForkFrame draw(PDDocument document, RenderRequest request, Budget budget)
      throws IOException {
    int pages = countPages(document, budget);
    if (pages < request.page()) {
      return pages == 0 ? noPages() : noSuchPage();
    }
    PageImage image = new PageImage(document, budget);
    return image
        .png(request.page(), request.longerSide(), request.crop())
        .map(ForkFrameCodec::image)
        .orElseGet(
            () ->
                ForkFrameCodec.failed(
                    FailureCode.BAD_REQUEST, "The crop lies outside of the page."));
  }

  private ForkFrame readWords(PDDocument document, WordsRequest request, Budget budget)
      throws IOException {
    if (countPages(document, budget) == 0) {
      return noPages();
    }
    ForkFrame frame =
        new PageWordReader(budget, ocr)
            .read(document, request.page())
            .map(ForkFrameCodec::words)
            .orElseGet(DocumentReader::noSuchPage);
    return frame.fits()
        ? frame
        : ForkFrameCodec.failed(FailureCode.TOO_COMPLEX, "The page has too many words.");
  }

  private ForkFrame read(PDDocument document, ParseRequest request, Budget budget)
      throws IOException {
    int pages = request.pageCount() > 0 ? request.pageCount() : countPages(document, budget);
    if (pages == 0) {
      return noPages();
    }
    List<FileDefect> defects =
        FileDefectFinder.find(new File(request.file()), counted(document), pages);
    send(ForkFrameCodec.opened(new MetadataReader().read(document, pages, defects)));
    if (pages > request.wholeUpTo()) {
      return ForkFrameCodec.large(new PageRangeFinder(document.getPages()).isPlain());
    }
    new PageContentEngine(budget, this, text, ocr)
        .read(document, request.pages(), request.plainTree());
    return ForkFrameCodec.done();
  }

  @Override
  public void accept(PageContent page) {
    ForkFrame whole = ForkFrameCodec.page(page);
    send(whole.fits() ? whole : ForkFrameCodec.page(textOnly(page)));
  }

  private static PageContent textOnly(PageContent page) {
    Flag flag =
        new Flag(page.page().number(), "too-much-content", "Of this page only the text is kept.");
    return new PageContent(page.page(), List.of(), List.of(), List.of(flag));
  }

  @Override
  public void refuse(int number, LimitExceededException limit) {
    send(ForkFrameCodec.refusedPage(number, limit.code(), limit.getMessage()));
  }

  private static ForkFrame noPages() {
    return ForkFrameCodec.failed(FailureCode.NO_PAGES, "The PDF has no pages.");
  }

  private static ForkFrame noSuchPage() {
    return ForkFrameCodec.failed(FailureCode.NOT_FOUND, "There is no such page.");
  }

  private static int counted(PDDocument document) {
    return document.getPages().getCOSObject().getInt(COSName.COUNT);
  }

  /** By walking the tree: /Count can say anything. */
  private static int countPages(PDDocument document, Budget budget) {
    int pages = 0;
    for (PDPage ignored : document.getPages()) {
      budget.pages(++pages);
    }
    return pages;
  }

  private void send(ForkFrame frame) {
    try {
      frame.writeTo(out);
    } catch (IOException parentGone) {
      Runtime.getRuntime().halt(0);
    }
  }
}
