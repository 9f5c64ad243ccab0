package dev.sluice.pdf.annotation;

import static dev.sluice.fixture.FormPdf.at;
import static dev.sluice.fixture.FormPdf.flags;
import static dev.sluice.fixture.FormPdf.states;
import static dev.sluice.fixture.FormPdf.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sluice.fixture.FormPdf;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.FormField;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.page.ReadPages;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

  @Test
  void eachKindOfFieldIsReadWithItsValue() {
    FormPdf pdf =
        new FormPdf()
            .field("Tx", "name", at(50, 800), value("Ada").andThen(flags(FormPdf.REQUIRED)))
            .field("Btn", "agree", at(50, 700), box("Yes", true))
            .field("Btn", "news", at(50, 600), box("Yes", false))
            .field(
                "Ch",
                "colour",
                at(50, 500),
                value("red")
                    .andThen(field -> field.setItem(COSName.OPT, FormPdf.texts("red", "blue"))))
            .field("Btn", "send", at(50, 400), flags(1 << 16))
            .field("Sig", "signed", at(50, 300), FormFieldsTest::sign);

    List<FormField> fields = read(pdf).fields();

    assertThat(fields)
        .extracting(FormField::name, FormField::type, FormField::values, FormField::options)
        .containsExactly(
            tuple("name", "text", List.of("Ada"), List.of()),
            tuple("agree", "checkbox", List.of("Yes"), List.of("Yes")),
            tuple("news", "checkbox", List.of(), List.of("Yes")),
            tuple("colour", "choice", List.of("red"), List.of("red", "blue")),
            tuple("send", "button", List.of(), List.of()),
            tuple("signed", "signature", List.of("Ada"), List.of()));
    assertThat(fields).extracting(FormField::required).startsWith(true, false);
    assertThat(fields.get(0).page()).isEqualTo(1);
    assertThat(fields.get(0).box().x()).isEqualTo(50);
    assertThat(fields.get(0).box().y()).isBetween(21f, 22.5f);
  }

  @Test
  void theButtonsOfAGroupAreOneField() {
    FormPdf pdf = new FormPdf();
    COSDictionary size = pdf.parent("Btn", "size", FormPdf.RADIO);
    size.setName(COSName.V, "Large");
    pdf.button(size, "Small", false, at(50, 500)).button(size, "Large", true, at(50, 400));

    FormField field = read(pdf).fields().get(0);

    assertThat(field.type()).isEqualTo("radio");
    assertThat(field.values()).containsExactly("Large");
    assertThat(field.options()).containsExactly("Small", "Large");
    assertThat(read(new FormPdf()).fields()).isEmpty();
  }

  @Test
  void aFieldHasTheNamesOfThoseAboveIt() {
    FormPdf pdf = new FormPdf();
    COSDictionary address = pdf.parent("Tx", "address", 0);
    pdf.note(
        "Widget",
        at(50, 500),
        town -> {
          town.setString(COSName.T, "town");
          town.setString(COSName.V, "London");
          town.setItem(COSName.PARENT, address);
          address.getCOSArray(COSName.KIDS).add(town);
        });

    assertThat(read(pdf).fields()).extracting(FormField::name).containsExactly("address.town");
  }

  @Test
  void aFieldOnNoPageComesWithTheFirst() {
    FormPdf pdf = new FormPdf().fieldWithoutWidget("total", "42").nextPage();

    List<PageContent> pages = ReadPages.of(pdf.pdf()).pages();

    assertThat(pages.get(0).fields())
        .containsExactly(
            new FormField("total", "text", List.of("42"), List.of(), false, false, null, null));
    assertThat(pages.get(1).fields()).isEmpty();
  }

  @Test
  void passwordsAreNotKept() {
    FormPdf pdf =
        new FormPdf()
            .field("Tx", "pin", at(50, 500), value("1234").andThen(flags(FormPdf.PASSWORD)));

    assertThat(read(pdf).fields().get(0).values()).isEmpty();
  }

  @Test
  void fieldsAndTheirValuesAreBounded() {
    FormPdf many = new FormPdf();
    for (int n = 0; n <= 10_000; n++) {
      many.field("Tx", "field" + n, at(50, 500), value("v"));
    }
    FormPdf longOne = new FormPdf().field("Tx", "long", at(50, 500), value("x".repeat(20_000)));

    PageContent page = read(many);

    assertThat(page.fields()).hasSize(10_000);
    assertThat(page.flags()).extracting(Flag::code).containsExactly("annotations-cut");
    assertThat(read(longOne).fields().get(0).values().get(0)).hasSize(10_000);
  }

  @Test
  void optionsGoBeforeValues() {
    String[] options = new String[1000];
    Arrays.setAll(options, n -> n + "x".repeat(2000));
    FormPdf pdf =
        new FormPdf()
            .field(
                "Ch",
                "choice",
                at(50, 500),
                value("red").andThen(f -> f.setItem(COSName.OPT, FormPdf.texts(options))));

    PageContent page = read(pdf);

    assertThat(page.fields().get(0).values()).containsExactly("red");
    assertThat(page.fields().get(0).options()).isEmpty();
    assertThat(page.flags()).extracting(Flag::code).containsExactly("annotations-cut");
  }

  @Test
  void theDataOfXfaStandInForValues() {
    String data =
        "<xfa:datasets xmlns:xfa='x'><xfa:data><form><name>Ada</name><row>1</row><row>2</row>"
            + "<empty/></form></xfa:data></xfa:datasets>";

    PageContent page = read(xfa(data));

    assertThat(page.fields())
        .extracting(FormField::name)
        .containsExactly("form.name", "form.row", "form.row[1]");
    assertThat(page.fields().get(0).values()).containsExactly("Ada");
    assertThat(page.flags()).extracting(Flag::code).containsExactly("xfa");
    assertThat(read(xfa(data).field("Tx", "a", at(50, 500), value("b"))).fields())
        .extracting(FormField::name)
        .containsExactly("a");
  }

  @Test
  void entitiesOfXfaAreNotFollowed() {
    String data =
        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'><!ENTITY f 'bomb'>]>"
            + "<datasets><data><name>&e;&f;</name></data></datasets>";

    assertThat(read(xfa(data)).fields()).isEmpty();
  }

  @Test
  void aFormWhoseParentsGoInACircleEnds() {
    FormPdf pdf = new FormPdf();
    COSDictionary one = pdf.parent("Tx", "one", 0);
    one.setItem(COSName.PARENT, one);
    one.getCOSArray(COSName.KIDS).add(one);

    assertThat(read(pdf).fields()).isEmpty();
  }

  private static FormPdf xfa(String data) {
    return new FormPdf()
        .form(
            form -> {
              COSArray packets = FormPdf.texts("datasets");
              packets.add(FormPdf.text(data));
              form.setItem(COSName.XFA, packets);
            });
  }

  private static void sign(COSDictionary field) {
    COSDictionary signature = new COSDictionary();
    signature.setString(COSName.NAME, "Ada");
    field.setItem(COSName.V, signature);
  }

  private static Consumer<COSDictionary> box(String state, boolean on) {
    return states(state, on).andThen(field -> field.setName(COSName.V, on ? state : "Off"));
  }

  private static PageContent read(FormPdf pdf) {
    return ReadPages.of(pdf.pdf()).pages().get(0);
  }
}
