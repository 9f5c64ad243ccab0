package dev.sluice.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiContractTest {

  private final ApiContract contract = ApiContract.load();

  @Test
  void anAddressHasTheMethodsOfItsOperations() {
    assertThat(contract.find("/api/v1/uploads/resumable/some-id").orElseThrow().methods())
        .containsExactly("DELETE", "GET", "HEAD", "PATCH");
    assertThat(contract.find("/api/v1/uploads").orElseThrow().methods()).containsExactly("POST");
  }

  @Test
  void headIsThereWhereverTheAnswerToGetEndsSoon() {
    assertThat(contract.find("/api/v1/documents/x/original").orElseThrow().methods())
        .containsExactly("GET", "HEAD");
    assertThat(contract.find("/api/v1/documents/x/progress").orElseThrow().methods())
        .containsExactly("GET");
    assertThat(contract.find("/api/v1/documents/archive").orElseThrow().methods())
        .containsExactly("GET");
  }

  @Test
  void headOfAnUploadIsItsOwn() {
    assertThat(contract.find("/api/v1/uploads/resumable/x").orElseThrow().isHeadOfGet()).isFalse();
    assertThat(contract.find("/api/v1/documents/x").orElseThrow().isHeadOfGet()).isTrue();
  }

  @Test
  void whatTheContractDoesNotHaveIsNoAddress() {
    assertThat(contract.find("/api/v1/nothing")).isEmpty();
    assertThat(contract.find("/api/v1/documents/x/pages/1/more")).isEmpty();
  }
}
