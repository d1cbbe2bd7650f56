#include "reprise/extract/warc.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "extract/pages.h"
#include "reprise/extract/http_message.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

using support::harbour;
using support::p;
using support::quay;
using support::story;

std::string record(const std::string& type, const std::string& content,
                   const std::string& fields = "", const std::string& version = "WARC/1.0") {
  return version + "\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://www.wire.example/ferry\r\nWARC-Date: "
         "2031-05-12T08:30:15Z\r\n" +
         fields + "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content +
         "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "",
                 const std::string& status = "200 OK", const std::string& type = "text/html") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + fields + "\r\n" + body;
}

std::string response(const std::string& body, const std::string& fields = "") {
  return record("response", http(body, fields),
                "Content-Type: application/http; msgtype=response\r\n");
}

std::string chunked(const std::string& body, size_t size) {
  std::string out;
  for (size_t at = 0; at < body.size(); at += size) {
    const std::string part = body.substr(at, size);
    char digits[20];
    std::snprintf(digits, sizeof digits, "%zX", part.size());
    out += std::string(digits) + ";x=1\r\n" + part + "\r\n";
  }
  return out + "0\r\n\r\n";
}

std::vector<std::string> texts_of(const Extraction& extraction) {
  std::vector<std::string> texts;
  for (const Extracted& document : extraction.documents) {
    texts.push_back(document.text);
  }
  return texts;
}

std::vector<std::string> whats_of(const Extraction& extraction) {
  std::vector<std::string> whats;
  for (const Problem& problem : extraction.problems) {
    whats.push_back(problem.where + ": " + problem.what);
  }
  return whats;
}

// Returns the documents of a whole archive, with the numbers of their records.
Extraction extract_warc(std::string_view bytes, const std::string& name,
                        const ExtractOptions& options) {
  Extraction all;
  uint64_t number = 1;
  for (WarcStep step = warc_step(bytes, true); step.kind != WarcStep::Kind::end; ++number) {
    const std::string where = name + ":" + std::to_string(number);
    if (step.kind == WarcStep::Kind::broken) {
      all.problems.push_back({where, step.what, "", true});
    } else {
      Extraction one = extract_warc_record(step.record, where, options);
      for (Extracted& document : one.documents) {
        document.number = number;
        all.documents.push_back(std::move(document));
      }
      std::move(one.problems.begin(), one.problems.end(), std::back_inserter(all.problems));
    }
    bytes.remove_prefix(step.bytes);
    step = warc_step(bytes, true);
  }
  return all;
}

using Texts = std::vector<std::string>;

TEST(Warc, AResponseIsItsPage) {
  const Extraction extraction = extract_warc(record("warcinfo", "software: test\r\n") +
                                                 record("request", "GET / HTTP/1.1\r\n\r\n") +
                                                 response("<title>Ferry | Wire</title>" + p(quay)),
                                             "a.warc", {});
  ASSERT_EQ(texts_of(extraction), Texts{quay});
  const Extracted& document = extraction.documents[0];
  EXPECT_EQ(document.title, "Ferry");
  EXPECT_EQ(document.url, "https://www.wire.example/ferry");
  EXPECT_EQ(document.date, "2031-05-12T08:30:15Z");
  EXPECT_EQ(document.source, "wire.example");
  EXPECT_EQ(document.number, 3u);
  EXPECT_TRUE(extraction.problems.empty());
}

TEST(Warc, TheDateOfThePageStandsBesideThatOfTheRecord) {
  const Extraction extraction =
      extract_warc(response("<meta name=date content=2030-01-02>" + p(quay)), "a.warc", {});
  ASSERT_EQ(extraction.documents.size(), 1u);
  EXPECT_EQ(extraction.documents[0].date, "2031-05-12T08:30:15Z");
  EXPECT_EQ(extraction.documents[0].further,
            (std::vector<std::pair<std::string, std::string>>{{"published", "2030-01-02"}}));
}

TEST(Warc, ChunkedAndPackedBodiesAreUnpacked) {
  const std::string page = "<h1>Ferry</h1>" + story();
  const std::string packed = pack(page, Packing::gzip);
  const std::string chunks = "Transfer-Encoding: chunked\r\n";
  const std::string gzip = "Content-Encoding: gzip\r\n";
  const Texts expected(1, texts_of(extract_html(page, "p", {}))[0]);
  EXPECT_EQ(texts_of(extract_warc(response(chunked(page, 100), chunks), "a", {})), expected);
  EXPECT_EQ(texts_of(extract_warc(response(packed, gzip), "a", {})), expected);
  EXPECT_EQ(texts_of(extract_warc(response(chunked(packed, 7), chunks + gzip), "a", {})), expected);
}

TEST(Warc, BodiesThatWereUnpackedAlreadyAreTakenAsTheyAre) {
  const std::string page = p(quay);
  EXPECT_EQ(texts_of(extract_warc(response(page, "Transfer-Encoding: chunked\r\n"), "a", {})),
            Texts{quay});
  EXPECT_EQ(texts_of(extract_warc(response(page, "Content-Encoding: gzip\r\n"), "a", {})),
            Texts{quay});
  EXPECT_EQ(texts_of(extract_warc(response(page, "Content-Encoding: br\r\n"), "a", {})),
            Texts{quay});
}

TEST(Warc, ADeflatedBodyIsReadWithItsWrappingAndWithout) {
  const std::string page = p(quay);
  std::string packed(1000, '\0');
  uLongf size = packed.size();
  compress(reinterpret_cast<Bytef*>(packed.data()), &size,
           reinterpret_cast<const Bytef*>(page.data()), page.size());
  packed.resize(size);
  const std::string deflate = "Content-Encoding: deflate\r\n";
  EXPECT_EQ(texts_of(extract_warc(response(packed, deflate), "a", {})), Texts{quay});
  const std::string bare = packed.substr(2, packed.size() - 6);
  EXPECT_EQ(texts_of(extract_warc(response(bare, deflate), "a", {})), Texts{quay});
}

TEST(Warc, ABodyThatUnpacksWithoutEndIsRefused) {
  const std::string bomb = pack(std::string(10'000'000, ' ') + p(quay), Packing::gzip);
  const Extraction extraction =
      extract_warc(response(bomb, "Content-Encoding: gzip\r\n") + response(p(harbour)), "a",
                   {.most_text = 1'000'000});
  EXPECT_EQ(texts_of(extraction), Texts{harbour});
  EXPECT_EQ(whats_of(extraction), Texts{"a:1: its body unpacks to more than 1000000 bytes"});
}

TEST(Warc, ADamagedBodyGivesWhatCameBefore) {
  std::string page = p(quay);
  for (int i = 0; i < 3000; ++i) {
    page += "<p>Line " + std::to_string(i * 7919) + " of a long page, told at length.</p>";
  }
  const std::string packed = pack(page, Packing::gzip);
  const Extraction extraction = extract_warc(
      response(packed.substr(0, packed.size() / 2), "Content-Encoding: gzip\r\n"), "a", {});
  ASSERT_EQ(extraction.documents.size(), 1u);
  EXPECT_TRUE(extraction.documents[0].text.starts_with(quay));
  EXPECT_EQ(whats_of(extraction), Texts{"a:1: its packed body is damaged"});
}

TEST(Warc, OnlyPagesAndPlainTextOfSuccessAreDocuments) {
  const std::string file =
      record("response", http(p(quay), "", "404 Not Found")) +
      record("response", http(p(quay), "", "301 Moved")) +
      record("response", http("{\"text\": 1}", "", "200 OK", "application/json")) +
      record("response", http("body { }", "", "200 OK", "text/css")) + record("revisit", http("")) +
      record("metadata", "x: y\r\n") +
      record("response", http(harbour, "", "200 OK", "text/plain; charset=utf-8")) +
      record("resource", p(quay), "Content-Type: text/html\r\n");
  const Extraction extraction = extract_warc(file, "a", {});
  EXPECT_EQ(texts_of(extraction), (Texts{harbour, quay}));
  EXPECT_TRUE(extraction.problems.empty());
}

TEST(Warc, AConversionIsItsLines) {
  const Extraction extraction =
      extract_warc(record("conversion", "Norvane Wire\nFerry delayed\r\n\n" + quay + "\n",
                          "Content-Type: text/plain\r\n"),
                   "a.wet", {});
  EXPECT_EQ(texts_of(extraction), Texts{"Norvane Wire\n\nFerry delayed\n\n" + quay});
  EXPECT_EQ(extraction.documents[0].url, "https://www.wire.example/ferry");
}

TEST(Warc, TheCharsetOfTheHeadOfHttpWinsOverThePage) {
  const std::string page = "<meta charset=utf-8><p>F\xE4hre";
  const Extraction extraction = extract_warc(
      record("response", http(page, "", "200 OK", "text/html; charset=\"ISO-8859-1\"")), "a", {});
  EXPECT_EQ(texts_of(extraction), Texts{"Fähre"});
}

TEST(Warc, VersionOneOneAndPlainLineEndsAreRead) {
  std::string file = record("response", http(p(quay)), "", "WARC/1.1");
  EXPECT_EQ(texts_of(extract_warc(file, "a", {})), Texts{quay});
  std::erase(file, '\r');
  const std::string body = "HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + p(quay);
  file = "WARC/1.1\nWARC-Type: response\nWARC-Target-URI: <https://a.example/>\nContent-Length: " +
         std::to_string(body.size()) + "\n\n" + body + "\n\n";
  const Extraction extraction = extract_warc(file, "a", {});
  ASSERT_EQ(texts_of(extraction), Texts{quay});
  EXPECT_EQ(extraction.documents[0].url, "https://a.example/");
}

// Each breaks one record of three in another way.
TEST(Warc, ABrokenRecordCostsItselfAlone) {
  const std::string good = response(p(quay));
  const std::string last = response(p(harbour));
  std::string no_length = response(p("lost"));
  no_length.replace(no_length.find("Content-Length"), 14, "Content-Lengte");
  std::string too_long = response(p("lost"));
  too_long.replace(too_long.find("Content-Length: ") + 16, 2, "150");
  std::string too_short = response(p("lost"));
  too_short.replace(too_short.find("Content-Length: ") + 16, 2, "9");
  std::string giant = response(p("lost"));
  giant.replace(giant.find("Content-Length: ") + 16, 2, "99999999999999999999");
  const std::string cut = response(p("lost")).substr(0, 150);
  const std::string garbage = std::string(300, '\xA5') + "\r\n";
  const std::string empty_name = "WARC/1.0\r\n\r\n\r\n";
  for (const std::string& broken :
       {no_length, too_long, too_short, giant, cut + "\r\n", garbage, empty_name}) {
    const Extraction extraction = extract_warc(good + broken + last, "a", {});
    EXPECT_EQ(texts_of(extraction), (Texts{quay, harbour})) << broken;
    ASSERT_EQ(extraction.problems.size(), 1u) << broken;
    EXPECT_EQ(extraction.problems[0].where, "a:2");
    EXPECT_TRUE(extraction.problems[0].rejected);
  }
}

TEST(Warc, ACutFileGivesWhatIsWhole) {
  const std::string whole = response(p(quay)) + response(p(harbour));
  const Extraction extraction = extract_warc(whole.substr(0, whole.size() - 20), "a", {});
  EXPECT_EQ(texts_of(extraction), Texts{quay});
  EXPECT_EQ(whats_of(extraction), Texts{"a:2: the record is cut"});
}

// Hands the file out in pieces, as a stream does.
Texts streamed(const std::string& file, size_t piece) {
  Texts found;
  std::string buffer;
  size_t read = 0;
  while (true) {
    const WarcStep step = warc_step(buffer, read == file.size());
    switch (step.kind) {
      case WarcStep::Kind::end: return found;
      case WarcStep::Kind::more: {
        EXPECT_GT(step.bytes, buffer.size());
        const size_t size = std::min(piece, file.size() - read);
        buffer += file.substr(read, size);
        read += size;
        break;
      }
      case WarcStep::Kind::record:
        for (const Extracted& one : extract_warc_record(step.record, "a", {}).documents) {
          found.push_back(one.text);
        }
        buffer.erase(0, step.bytes);
        break;
      case WarcStep::Kind::broken: EXPECT_GT(step.bytes, 0u); buffer.erase(0, step.bytes);
    }
  }
}

TEST(Warc, AStreamOfAnyPiecesGivesTheSameRecords) {
  const std::string file = response(p(quay)) + "garbage\r\nWARC/2.0 is none\r\n" +
                           response(p(harbour)) + "WARC/1.0\r\nno length\r\n\r\n" +
                           response(p(quay)) + "\r\n\r\n";
  const Texts whole = texts_of(extract_warc(file, "a", {}));
  EXPECT_EQ(whole, (Texts{quay, harbour, quay}));
  for (size_t piece = 1; piece < 400; piece += piece < 20 ? 1 : 37) {
    EXPECT_EQ(streamed(file, piece), whole) << piece;
  }
}

TEST(Warc, AFileThatIsNoneSaysSo) {
  EXPECT_TRUE(extract_warc("", "a", {}).problems.empty());
  EXPECT_EQ(whats_of(extract_warc("Not an archive at all", "a", {})),
            Texts{"a:1: no record of WARC begins here"});
}

TEST(Warc, MediaTypesAreTakenApart) {
  EXPECT_EQ(media_type_of("Text/HTML; boundary=x; charset='UTF-8'"),
            std::make_pair(std::string("text/html"), std::string("utf-8")));
  EXPECT_EQ(media_type_of(""), std::make_pair(std::string(), std::string()));
}

// Each is looked at up to the next, not to the last.
TEST(Warc, ManyHeadsWithoutAnEndCostTheirLengthAlone) {
  std::string heads;
  for (int i = 0; i < 100'000; ++i) {
    heads += "WARC/1.0\r\n";
  }
  size_t count = 0;
  for (std::string_view rest = heads; !rest.empty(); ++count) {
    const WarcStep step = warc_step(rest, true);
    ASSERT_EQ(step.kind, WarcStep::Kind::broken);
    rest.remove_prefix(step.bytes);
  }
  EXPECT_EQ(count, 100'000u);
}

}  // namespace
}  // namespace reprise::detail
