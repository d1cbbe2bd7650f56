// Pages in all kinds of encodings, and such as say the wrong one.
#include "reprise/extract/html_charset.h"

#include <gtest/gtest.h>

#include "extract/pages.h"

namespace reprise::detail {
namespace {

// The same sentence in UTF-8, windows-1252 and windows-1251, of a language each.
const std::string german =
    "Die Fähre fährt nicht: Der Kai bröckelt, und die Größe des Risses überrascht.";
const std::string german_1252 =
    "Die F\xE4hre f\xE4hrt nicht: Der Kai br\xF6"
    "ckelt, und die Gr\xF6\xDF"
    "e des Risses \xFC"
    "berrascht.";
const std::string russian = "Паром не идёт: причал закрыт до четверга.";
const std::string russian_1251 =
    "\xCF\xE0\xF0\xEE\xEC \xED\xE5 \xE8\xE4\xB8\xF2: \xEF\xF0\xE8\xF7\xE0\xEB "
    "\xE7\xE0\xEA\xF0\xFB\xF2 "
    "\xE4\xEE \xF7\xE5\xF2\xE2\xE5\xF0\xE3\xE0.";

struct Read {
  std::string text;
  std::vector<std::string> problems;
};

Read read(const std::string& bytes, const std::string& charset = "") {
  ExtractOptions options;
  options.charset = charset;
  const Extraction extraction = extract_html(bytes, "page.html", options);
  Read result;
  if (!extraction.documents.empty()) {
    result.text = extraction.documents[0].text;
  }
  for (const Problem& problem : extraction.problems) {
    result.problems.push_back(problem.what);
  }
  return result;
}

TEST(HtmlCharset, IsTheOneThatThePageNames) {
  for (const char* meta :
       {"<meta charset=windows-1251>", "<META CHARSET = 'Windows-1251' />",
        "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">",
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?>"}) {
    const Read found = read(meta + ("<p>" + russian_1251));
    EXPECT_EQ(found.text, russian) << meta;
    EXPECT_TRUE(found.problems.empty()) << meta;
  }
}

TEST(HtmlCharset, IsFoundBehindALongHead) {
  EXPECT_EQ(read("<script>" + std::string(1500, 'x') + "</script><meta charset=windows-1251><p>" +
                 russian_1251)
                .text,
            russian);
}

TEST(HtmlCharset, OfAMarkWinsOverThePage) {
  const Read found = read("\xEF\xBB\xBF<meta charset=windows-1251><p>" + russian);
  EXPECT_EQ(found.text, russian);
  EXPECT_TRUE(found.problems.empty());
}

TEST(HtmlCharset, Utf16IsReadWithAMarkAndWithout) {
  std::string wide;
  for (const char c : std::string("<p>Ferry delayed until Thursday</p>")) {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(read("\xFF\xFE" + wide).text, "Ferry delayed until Thursday");
  EXPECT_EQ(read(wide).text, "Ferry delayed until Thursday");
}

TEST(HtmlCharset, Utf8ThatSaysLatin1IsUtf8AndSaid) {
  const Read found = read("<meta charset=iso-8859-1><p>" + german);
  EXPECT_EQ(found.text, german);
  ASSERT_EQ(found.problems.size(), 1u);
  EXPECT_EQ(found.problems[0],
            "the page says that it is iso-8859-1, and is UTF-8; it was read as UTF-8");
}

TEST(HtmlCharset, Latin1ThatSaysUtf8IsGuessedAndSaid) {
  const Read found = read("<meta charset=utf-8><p>" + german_1252 + " " + german_1252);
  EXPECT_EQ(found.text, german + " " + german);
  ASSERT_EQ(found.problems.size(), 1u);
  EXPECT_TRUE(
      found.problems[0].starts_with("the page says that it is utf-8, and is not; it was read as "))
      << found.problems[0];
}

TEST(HtmlCharset, WithoutANameIsGuessedAndSaid) {
  std::string many;
  for (int i = 0; i < 8; ++i) {
    many += "<p>" + russian_1251 + "</p>";
  }
  const Read found = read(many);
  EXPECT_TRUE(found.text.starts_with(russian)) << found.text;
  ASSERT_EQ(found.problems.size(), 1u);
  EXPECT_TRUE(
      found.problems[0].starts_with("the page names no encoding; it was read as windows-1251"))
      << found.problems[0];
}

TEST(HtmlCharset, AFewBrokenLettersAreRepairedAndCounted) {
  std::string page = "<meta charset=utf-8>";
  for (int i = 0; i < 10; ++i) {
    page += "<p>" + german + "</p>";
  }
  const Read found = read(page + "<p>Ein F\xE4hrmann sagte, dass er das nie gesehen habe.</p>");
  EXPECT_TRUE(found.text.starts_with(german));
  EXPECT_NE(found.text.find("F\uFFFDhrmann"), std::string::npos);
  EXPECT_EQ(found.problems, std::vector<std::string>{"1 places are no UTF-8 and were replaced"});
}

TEST(HtmlCharset, TheCallerWins) {
  EXPECT_EQ(read("<meta charset=utf-8><p>" + russian_1251, "windows-1251").text, russian);
}

TEST(HtmlCharset, AMarkWinsOverTheCaller) {
  const Read page = read("\xEF\xBB\xBF" + support::page_of(support::p(german)), "windows-1251");
  EXPECT_NE(page.text.find(german), page.text.npos);
}

TEST(HtmlCharset, ANameThatIsNoneIsRefused) {
  const Extraction extraction = extract_html("<p>Hello", "page.html", {.charset = "klingon-8"});
  EXPECT_TRUE(extraction.documents.empty());
  ASSERT_EQ(extraction.problems.size(), 1u);
  EXPECT_EQ(extraction.problems[0].what, "no encoding is named \"klingon-8\"");
  EXPECT_TRUE(extraction.problems[0].rejected);
}

TEST(HtmlCharset, ANameOfThePageThatIsNoneIsPassedOver) {
  EXPECT_EQ(read("<meta charset=klingon-8><p>" + german).text, german);
}

TEST(HtmlCharset, ShiftJisIsRead) {
  EXPECT_EQ(read("<meta charset=Shift_JIS><p>\x93\xFA\x96\x7B\x8C\xEA").text, "日本語");
}

}  // namespace
}  // namespace reprise::detail
