#include "reprise/extract/pdf.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <stop_token>
#include <thread>

#include "reprise/base/parallel.h"
#include "support/files.h"
#include "support/pdfs.h"

namespace reprise::detail {
namespace {

using namespace std::chrono_literals;
using support::pdf_file;
using support::pdf_lines;
using support::PdfPlan;
using support::PdfText;

// Tests that need pdftotext are skipped, with a word, where it is missing.
class Pdf : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!find_program("pdftotext")) {
      GTEST_SKIP() << "pdftotext is not installed: install poppler-utils";
    }
  }
};

Extraction extract(std::string_view bytes) {
  return extract_pdf(bytes, "plan.pdf", {});
}

std::string text_of(const PdfPlan& plan) {
  const Extraction out = extract(pdf_file(plan));
  for (const Problem& problem : out.problems) {
    ADD_FAILURE() << Error::line_of(problem);
  }
  return out.documents.empty() ? "" : out.documents.front().text;
}

Problem refusal_of(const Extraction& out) {
  EXPECT_TRUE(out.documents.empty());
  EXPECT_EQ(out.problems.size(), 1u);
  const Problem problem = out.problems.empty() ? Problem{} : out.problems[0];
  EXPECT_EQ(problem.where, "plan.pdf");
  EXPECT_NE(problem.remedy, "");
  EXPECT_TRUE(problem.rejected);
  return problem;
}

TEST_F(Pdf, LinesOfAParagraphAreJoinedAndHyphensKeepTheirLineEnd) {
  EXPECT_EQ(text_of({{pdf_lines(72, 600,
                                {"The long-term plan for the har-", "bour was presented on Tuesday",
                                 "and nobody has any questions."})}}),
            "The long-term plan for the har-\nbour was presented on Tuesday and nobody has any "
            "questions.");
}

TEST_F(Pdf, GapsIndentsAndShortLastLinesDivideParagraphs) {
  std::vector<PdfText> page =
      pdf_lines(72, 600,
                {"The long plan for the quay was presented on Tuesday.", "Nobody asked.",
                 "The committee had been told of it in a letter of the mayor"});
  page.push_back({84, 558, "Another paragraph is indented by a little, as in a book,"});
  page.push_back({72, 544, "and goes on in a second line that is as long as the others"});
  page.push_back({72, 480, "A gap stands before this one."});
  EXPECT_EQ(
      text_of({{page}}),
      "The long plan for the quay was presented on Tuesday. Nobody asked.\n\nThe committee had "
      "been told of it in a letter of the mayor\n\nAnother paragraph is indented by a little, "
      "as in a book, and goes on in a second line that is as long as the others\n\nA gap stands "
      "before this one.");
}

// Pages of a book with a head, left and right, and a number at the foot. The tale counts its days
// at the height of a head, but not as pages are counted.
PdfPlan book_of_pages(size_t count) {
  PdfPlan plan;
  for (size_t i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    const std::string day = std::to_string(5 * i);
    std::vector<PdfText> page{{72, 760, i % 2 == 0 ? "Harbours of the North" : "Chapter One", 10},
                              {290, 40, "- " + number + " -", 10}};
    const std::string end = i == count ? "captain went home." : "captain looked at the sea, and";
    for (const PdfText& line : pdf_lines(
             72, 700, {"on day " + day + " of the tale the ferry was late again, and its", end})) {
      page.push_back(line);
    }
    plan.pages.push_back(page);
  }
  return plan;
}

TEST_F(Pdf, RunningHeadsAndNumbersOfPagesStayOut) {
  const std::string text = text_of(book_of_pages(5));
  EXPECT_EQ(text.find("Harbours"), std::string::npos);
  EXPECT_EQ(text.find("Chapter"), std::string::npos);
  EXPECT_EQ(text.find("- 3 -"), std::string::npos);
  EXPECT_TRUE(
      text.starts_with("on day 5 of the tale the ferry was late again, and its captain "
                       "looked at the sea, and on day 10 of the tale"))
      << text;
  EXPECT_TRUE(text.ends_with("went home."));
}

TEST_F(Pdf, TheHeadOfOnePageAloneIsText) {
  EXPECT_EQ(text_of({{{{72, 760, "A letter of the mayor"}, {72, 600, "The quay is closed."}}}}),
            "A letter of the mayor\n\nThe quay is closed.");
}

TEST_F(Pdf, AParagraphGoesOnInTheNextColumnAndOnTheNextPage) {
  PdfPlan plan;
  plan.pages.push_back(pdf_lines(
      60, 600, {"The ferry was late and", "nobody knew the reason,", "while the people of the"}));
  for (const PdfText& line : pdf_lines(
           330, 600,
           {"harbour waited for hours", "in the rain at the old", "quay and were angry at"})) {
    plan.pages[0].push_back(line);
  }
  plan.pages.push_back(pdf_lines(60, 600, {"the council of the town."}));
  EXPECT_EQ(text_of(plan),
            "The ferry was late and nobody knew the reason, while the people of the harbour waited "
            "for hours in the rain at the old quay and were angry at the council of the town.");
}

TEST_F(Pdf, ThePropertiesGiveTitleAuthorAndDate) {
  const PdfPlan plan{{{{72, 600, "The quay is closed."}}},
                     "/Title (Ferry & quay) /Author (A. Writer) /CreationDate (D:20240506070809Z)"};
  const Extraction out = extract(pdf_file(plan));
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].title, "Ferry & quay");
  EXPECT_EQ(out.documents[0].date, "2024-05-06T07:08:09Z");
  EXPECT_EQ(out.documents[0].further,
            (std::vector<std::pair<std::string, std::string>>{{"author", "A. Writer"}}));
}

TEST_F(Pdf, TheNameOfAFileIsNoTitle) {
  const PdfPlan plan{{{{72, 600, "The quay is closed."}}}, "/Title (Microsoft Word - minutes.doc)"};
  EXPECT_FALSE(extract(pdf_file(plan)).documents.at(0).title);
}

TEST_F(Pdf, AScanWithoutTextSaysSo) {
  EXPECT_NE(refusal_of(extract(pdf_file({{{}, {}}}))).what.find("its pages are pictures"),
            std::string::npos);
}

TEST_F(Pdf, AnEncryptedFileSaysSo) {
  const PdfPlan plan{{{{72, 600, "The quay is closed."}}}, "", true};
  EXPECT_EQ(refusal_of(extract(pdf_file(plan))).what, "is encrypted");
}

TEST_F(Pdf, ADamagedFileSaysSo) {
  EXPECT_NE(refusal_of(extract("%PDF-1.4\nand nothing more")).what.find("is a damaged PDF file"),
            std::string::npos);
  EXPECT_NE(refusal_of(extract("")).what, "");
}

TEST_F(Pdf, TooMuchTextIsRefused) {
  ExtractOptions options;
  options.most_text = 10;
  const std::string bytes = pdf_file({{{{72, 600, "The quay is closed."}}}});
  EXPECT_NE(refusal_of(extract_pdf(bytes, "plan.pdf", options)).what.find("10 bytes"),
            std::string::npos);
}

TEST_F(Pdf, SeveralThreadsReadAtOnce) {
  const std::string bytes = pdf_file(book_of_pages(20));
  const std::string expected = extract(bytes).documents.at(0).text;
  std::vector<std::string> texts(8);
  const Workers workers(4);
  parallel_for(texts.size(), [&](size_t i) { texts[i] = extract(bytes).documents.at(0).text; });
  for (const std::string& text : texts) {
    EXPECT_EQ(text, expected);
  }
}

// Programs of our own in place of pdftotext.
class PdfReaders : public ::testing::Test {
 protected:
  PdfReader script(const std::string& commands) {
    const std::string path = folder_.write("reader", "#!/bin/sh\n" + commands + "\n");
    chmod(path.c_str(), 0700);
    PdfReader reader;
    reader.program = path;
    return reader;
  }

  // No child is left, running or as a zombie.
  void TearDown() override {
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
  }

  support::TempFolder folder_;
};

Extraction extract_with(const PdfReader& reader, std::string_view bytes = "%PDF-1.4") {
  return extract_pdf(bytes, "plan.pdf", {}, reader);
}

TEST_F(PdfReaders, AMissingOneSaysWhatToInstall) {
  PdfReader reader;
  reader.program = "pdftotext-that-is-nowhere";
  const Problem problem = refusal_of(extract_with(reader));
  EXPECT_NE(problem.what.find("is not installed"), std::string::npos);
  EXPECT_EQ(problem.remedy, "install poppler-utils");
}

TEST_F(PdfReaders, OneThatHangsIsEndedWithAllThatItBegan) {
  PdfReader reader = script("echo '<doc><page height=\"9\"><line><word>one</word>'; sleep 600");
  reader.limits.time = 500ms;
  const Extraction out = extract_with(reader);
  ASSERT_EQ(out.problems.size(), 1u);
  EXPECT_NE(out.problems[0].what.find("stopped after"), std::string::npos);
  EXPECT_TRUE(out.problems[0].rejected);
  ASSERT_EQ(out.documents.size(), 1u) << "what it gave before is kept";
  EXPECT_EQ(out.documents[0].text, "one");
}

TEST_F(PdfReaders, OneThatClosesItsOutputAndHangsIsEnded) {
  PdfReader reader = script("exec 1>&- 2>&-; sleep 600");
  reader.limits.time = 500ms;
  EXPECT_NE(refusal_of(extract_with(reader)).what.find("stopped after"), std::string::npos);
}

TEST_F(PdfReaders, OneThatCrashesSaysItsSignal) {
  EXPECT_NE(refusal_of(extract_with(script("kill -SEGV $$"))).what.find("with signal 11"),
            std::string::npos);
}

TEST_F(PdfReaders, OneThatFailsIsQuoted) {
  const Problem problem = refusal_of(extract_with(script("echo 'Syntax Error: odd' >&2; exit 1")));
  EXPECT_EQ(problem.what, "is a damaged PDF file; pdftotext says: Syntax Error: odd");
}

TEST_F(PdfReaders, OneThatReadsNothingAndOneThatWarnsForeverHarmNobody) {
  const std::string bytes(4 << 20, 'a');
  EXPECT_NE(refusal_of(extract_with(script("exit 0"), bytes)).what, "");
  const PdfReader warns = script("head -c 3000000 /dev/zero >&2; exit 1");
  EXPECT_NE(refusal_of(extract_with(warns, bytes)).what, "");
}

TEST_F(PdfReaders, OneThatWritesForeverIsRefused) {
  const PdfReader reader = script(
      "echo '<doc><page height=\"9\"><line>'; while :; do echo '<word>harbour</word>'; done");
  ExtractOptions options;
  options.most_text = 10'000;
  EXPECT_NE(refusal_of(extract_pdf("%PDF-1.4", "plan.pdf", options, reader)).what, "");
}

TEST_F(PdfReaders, TheyHaveLimits) {
  const PdfReader reader = script(
      "echo \"<doc><page height='9'><line><word>$(ulimit -v) $(ulimit -t)</word></line></page>"
      "</doc>\"");
  const Extraction out = extract_with(reader);
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].text, "2097152 31");
}

TEST_F(PdfReaders, AStopOfTheRunEndsThem) {
  std::stop_source source;
  const Workers workers(1, {.stop = source.get_token()});
  const PdfReader reader = script("sleep 600");
  std::jthread stopper([&] {
    std::this_thread::sleep_for(100ms);
    source.request_stop();
  });
  EXPECT_THROW(extract_with(reader), Stopped);
}

}  // namespace
}  // namespace reprise::detail
