package dev.sluice.it.results;

import static dev.sluice.fixture.FormPdf.at;
import static dev.sluice.fixture.FormPdf.showing;
import static dev.sluice.fixture.FormPdf.value;
import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.FormPdf;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.util.UUID;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSluice
class AnnotationsIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;

  private ApiClient api;
  private String path;

  @BeforeEach
  void aFormWithComments() {
    String owner = "owner-" + UUID.randomUUID();
    api = new ApiClient("http://127.0.0.1:" + port, keys.create(owner, Role.USER, "").secret());
    byte[] pdf =
        new FormPdf()
            .label(50, 706, "Name:")
            .field("Tx", "name", at(90, 700), value("Zebedee").andThen(showing("Zebedee")))
            .field("Tx", "sum", at(90, 600), value("=1+1").andThen(showing("two")))
            .note("Text", at(50, 500), note -> note.setString(COSName.CONTENTS, "Why?"))
            .nextPage()
            .field("Tx", "name", at(90, 700), value("Zebedee").andThen(showing("Zebedee")))
            .field("Tx", "last", at(90, 600), value("end"))
            .note("Highlight", at(50, 500), note -> note.setString(COSName.CONTENTS, "good"))
            .pdf();
    String id = api.upload(pdf).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    path = document(id);
  }

  @Test
  void whatAReaderSeesIsFoundAndShown() {
    assertThat(api.get(path + "/text").response().body()).contains("Name: Zebedee");
    assertThat(api.get(path + "/markdown").response().body()).contains("Zebedee");
    assertThat(api.get("/api/v1/documents?q=zebedee").json().path("items")).hasSize(1);
    assertThat(api.get(path + "/pages/1/words").json().path("words").findValuesAsText("text"))
        .contains("Zebedee");
  }

  @Test
  void fieldsComeOnceInParts() {
    JsonNode first = api.get(path + "/fields?limit=2").json();
    JsonNode second =
        api.get(path + "/fields?limit=2&cursor=" + first.path("nextCursor").asText()).json();

    assertThat(first.path("items").findValuesAsText("name")).containsExactly("name", "sum");
    assertThat(second.path("items").findValuesAsText("name")).containsExactly("last");
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(first.at("/items/0/values/0").asText()).isEqualTo("Zebedee");
    assertThat(first.at("/items/0/page").asInt()).isEqualTo(1);
    assertThat(first.at("/items/0/box/x").asInt()).isEqualTo(90);
    assertThat(api.get(path + "/fields?cursor=x").status()).isEqualTo(400);
    assertThat(api.get(path + "/fields?format=xml").status()).isEqualTo(400);
  }

  @Test
  void fieldsGoToSpreadsheetsWithoutFormulas() {
    Answer csv = api.get(path + "/fields?format=csv");

    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.response().body().lines())
        .containsExactly(
            "number,name,type,values,options,required,readOnly,page",
            "1,name,text,Zebedee,,false,false,1",
            "2,sum,text,'=1+1,,false,false,1",
            "3,last,text,end,,false,false,2");
    assertThat(
            api.send(api.request(path + "/fields").header("Accept", "text/csv"))
                .header("Content-Type"))
        .startsWith("text/csv");
  }

  @Test
  void commentsAreListed() {
    JsonNode found = api.get(path + "/annotations").json();

    assertThat(found.path("items").findValuesAsText("kind")).containsExactly("text", "highlight");
    assertThat(found.path("items").findValuesAsText("page")).containsExactly("1", "2");
    assertThat(found.at("/items/0/text").asText()).isEqualTo("Why?");
    assertThat(api.get(path + "/annotations?limit=1").json().path("nextCursor").asText())
        .isEqualTo("1");
  }
}
