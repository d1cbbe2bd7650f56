// What of a page is its text: each test is a page with furniture that real ones have.
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/pages.h"

namespace reprise::detail {
namespace {

using support::harbour;
using support::islanders;
using support::main_paragraphs;
using support::p;
using support::page_of;
using support::quay;
using support::story;
using Paragraphs = std::vector<std::string>;

const Paragraphs the_story{quay, harbour, islanders};

TEST(HtmlMain, IsTheArticleWithoutNavigationAndFooter) {
  EXPECT_EQ(main_paragraphs(page_of("<article><h1>Ferry delayed</h1>" + story() + "</article>")),
            the_story);
}

TEST(HtmlMain, NeedsNoNameWhereTheWeightTells) {
  EXPECT_EQ(main_paragraphs(
                page_of("<div><div><h1>Ferry delayed</h1></div><div>" + story() + "</div></div>")),
            the_story);
}

TEST(HtmlMain, LeavesOutACookieBannerLongerThanAParagraph) {
  const std::string banner =
      "<div id=\"cookie-consent\"><p>We and our 812 partners store and read information on your "
      "device, such as cookies, and process personal data to show you advertisements that fit. "
      "You may agree to that, or look at the details of each purpose and object.</p>"
      "<button>Agree</button><button>Details</button></div>";
  EXPECT_EQ(main_paragraphs(page_of(banner + "<main>" + story() + "</main>")), the_story);
}

TEST(HtmlMain, LeavesOutRelatedLinksInsideTheText) {
  const std::string related =
      "<div class=\"related-stories\"><h3>Read also</h3><ul><li><a href=/1>Storm over Vellmar "
      "takes the roof off a school</a><li><a href=/2>Why the old bridge had to go</a></ul></div>";
  EXPECT_EQ(main_paragraphs(page_of("<div class=\"story-body\">" + p(quay) + related + p(harbour) +
                                    p(islanders) + "</div>")),
            the_story);
}

TEST(HtmlMain, LeavesOutLinksWithoutANameAmongParagraphs) {
  const std::string link = "<p><a href=/1>Read also: storm over Vellmar takes the roof off</a></p>";
  EXPECT_EQ(main_paragraphs(page_of("<article>" + p(quay) + link + p(harbour) + link +
                                    p(islanders) + link + "</article>")),
            the_story);
}

TEST(HtmlMain, KeepsAParagraphWithManyLinks) {
  const std::string linked =
      "<p>Divers of <a href=/a>the harbour office of Fennick</a> and <a href=/b>the university of "
      "Tollandry</a> will look at it again on Tuesday, she said.</p>";
  const auto found = main_paragraphs(page_of("<article>" + story() + linked + "</article>"));
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[3],
            "Divers of the harbour office of Fennick and the university of Tollandry will look at "
            "it again on Tuesday, she said.");
}

TEST(HtmlMain, LeavesOutCommentsLongerThanTheArticle) {
  std::string comments = "<section class=\"comments\"><h2>12 comments</h2>";
  for (int i = 0; i < 3; ++i) {
    comments +=
        "<div class=comment><p>I took that ferry every day for forty years and nobody ever "
        "told us that there was a crack in the quay, number " +
        std::to_string(i) + " of many.</p></div>";
  }
  EXPECT_EQ(main_paragraphs(
                page_of("<div class=article-body>" + story() + "</div>" + comments + "</section>")),
            the_story);
}

TEST(HtmlMain, LeavesOutCaptionsAndCredits) {
  const std::string figure =
      "<figure><img src=quay.jpg alt=\"The quay\"><figcaption>Divers at the quay of Fennick on "
      "Monday morning, before it was closed to all traffic.</figcaption></figure>"
      "<div class=\"image-credit\">Photo: T. Vasser / Norvane Wire</div>";
  EXPECT_EQ(main_paragraphs(
                page_of("<article>" + p(quay) + figure + p(harbour) + p(islanders) + "</article>")),
            the_story);
}

TEST(HtmlMain, LeavesOutSharesBylineAndAuthorNote) {
  EXPECT_EQ(main_paragraphs(page_of(
                "<article><h1>Ferry delayed</h1><div class=byline>By Runa Sollie</div><ul "
                "class=\"social-share\"><li><a href=f>Facebook</a><li><a href=m>Mail</a></ul>" +
                story() +
                "<div class=\"author-bio\"><p>Runa Sollie has written about the sea for "
                "the Norvane Wire since 2019 and lives on a boat.</p></div></article>")),
            the_story);
}

TEST(HtmlMain, HeadingsAndListItemsAreUnits) {
  const auto found = main_paragraphs(page_of("<article>" + p(quay) +
                                             "<h2>What is closed</h2><ul><li>The quay "
                                             "itself<li>The car park behind it<li>The café</ul>" +
                                             p(harbour) + "</article>"));
  EXPECT_EQ(found, (Paragraphs{quay, "What is closed", "The quay itself", "The car park behind it",
                               "The café", harbour}));
}

TEST(HtmlMain, CellsOfATableAreUnits) {
  const auto found = main_paragraphs(page_of("<article>" + p(quay) +
                                             "<table><tr><th>Day<th>Ferries<tr><td>Monday<td>0"
                                             "<tr><td>Tuesday<td>2</table>" +
                                             p(harbour) + "</article>"));
  EXPECT_EQ(found, (Paragraphs{quay, "Day", "Ferries", "Monday", "0", "Tuesday", "2", harbour}));
}

TEST(HtmlMain, ReadsTablesInTablesAsLayout) {
  EXPECT_EQ(main_paragraphs("<html><body><table width=100%><tr><td width=150><table><tr><td><a "
                            "href=/>Home</a><tr><td><a href=/n>News</a></table></td><td><table>"
                            "<tr><td>" +
                            story() + "</td></tr></table></td></tr></table></body>"),
            the_story);
}

TEST(HtmlMain, TwoLineBreaksPartParagraphs) {
  EXPECT_EQ(main_paragraphs("<body><font size=2>" + quay + "<br><br>" + harbour + "<BR>\n<br/>" +
                            islanders + "</font>"),
            the_story);
}

TEST(HtmlMain, OneLineBreakIsALineEnd) {
  EXPECT_EQ(main_paragraphs("<p>" + quay + "<br>" + harbour + "</p>"),
            Paragraphs{quay + "\n" + harbour});
}

TEST(HtmlMain, KeepsLinesOfPreformattedText) {
  EXPECT_EQ(main_paragraphs("<article>" + p(quay) +
                            "<pre>The sea is wide,\n  the boat is small.\n\n"
                            "So row.</pre>" +
                            p(harbour) + "</article>"),
            (Paragraphs{quay, "The sea is wide,\nthe boat is small.", "So row.", harbour}));
}

TEST(HtmlMain, ReadsUnclosedTags) {
  EXPECT_EQ(main_paragraphs("<div class=story-body><p>" + quay + "<p><b>" + harbour + "<p><i>" +
                            islanders),
            the_story);
}

TEST(HtmlMain, ReadsEndTagsInTheWrongOrder) {
  EXPECT_EQ(main_paragraphs("<article><p><b><a href=x>The</b> quay</a> at Fennick was closed on "
                            "Monday after divers found a crack below it.</p></i></section>" +
                            p(harbour) + "</article>"),
            (Paragraphs{"The quay at Fennick was closed on Monday after divers found a crack "
                        "below it.",
                        harbour}));
}

TEST(HtmlMain, ReadsAPageWithoutBodyAndHead) {
  EXPECT_EQ(main_paragraphs(story()), the_story);
}

TEST(HtmlMain, ReadsAnAmpPage) {
  const std::string amp =
      "<!doctype html><html amp><head><style amp-custom>p{color:red}</style></head><body>"
      "<amp-sidebar id=s><ul><li><a href=/>Home</a></ul></amp-sidebar><amp-consent id=c><div>We "
      "use "
      "cookies to show you what you like and to count our readers.</div></amp-consent><main>" +
      p(quay) +
      "<amp-ad width=300><div>Buy a boat at Brackwater's now, the best boats of all the "
      "islands.</div></amp-ad>" +
      p(harbour) + "<amp-img src=a.jpg></amp-img>" + p(islanders) + "</main></body></html>";
  EXPECT_EQ(main_paragraphs(amp), the_story);
}

TEST(HtmlMain, ReadsTheEntriesOfALiveBlog) {
  std::string blog;
  Paragraphs expected;
  for (const std::string time : {"11:40", "11:05", "10:30"}) {
    const std::string entry = "At " + time +
                              " another boat of the coast guard reached the quay, "
                              "with divers and with lamps on board.";
    blog += "<div class=entry><h3>News at " + time + "</h3>" + p(entry) + "</div>";
    expected.push_back("News at " + time);
    expected.push_back(entry);
  }
  EXPECT_EQ(main_paragraphs(page_of("<main><h1>Quay closed: live</h1>" + blog + "</main>")),
            expected);
}

TEST(HtmlMain, OfAListOfArticlesIsAllOfThem) {
  std::string list;
  for (int i = 0; i < 6; ++i) {
    list += "<article><h2><a href=/" + std::to_string(i) + ">Headline of story number " +
            std::to_string(i) + "</a></h2><p>What happened at the quay on day " +
            std::to_string(i) + ", told in a sentence that is long enough to be one.</p></article>";
  }
  const auto found = main_paragraphs(page_of("<div id=stream>" + list + "</div>"));
  const auto summaries = std::count_if(found.begin(), found.end(), [](const std::string& text) {
    return text.starts_with("What happened");
  });
  EXPECT_EQ(summaries, 6);
}

TEST(HtmlMain, TakesATextThatStandsTwiceOnce) {
  EXPECT_EQ(main_paragraphs(page_of("<article><div class=desktop>" + story() +
                                    "</div><div "
                                    "class=mobile>" +
                                    story() + "</div></article>")),
            the_story);
}

TEST(HtmlMain, LeavesOutWhatIsHidden) {
  EXPECT_EQ(
      main_paragraphs(page_of(
          "<article>" + p(quay) +
          "<div style=\"display: none\">You have read your last free "
          "article of this month, and there is no other one.</div><p hidden>Template of a "
          "paragraph that the script fills in later on.</p><span class=sr-only>Opens in a new "
          "window</span>" +
          p(harbour) + p(islanders) + "</article>")),
      the_story);
}

TEST(HtmlMain, TakesNoScriptForText) {
  EXPECT_EQ(main_paragraphs("<article>" + p(quay) +
                            "<script>if (a < b) document.write('<p>No text "
                            "at all, but a script that looks like one.</p>');</script>"
                            "<noscript><p>Please switch on JavaScript to see the whole of this "
                            "page as it was meant.</p></noscript><!-- <p>Nor is this: a comment of "
                            "the person who wrote the page.</p> -->" +
                            p(harbour) + "</article>"),
            (Paragraphs{quay, harbour}));
}

TEST(HtmlMain, KeepsAQuotationWhateverItIsCalled) {
  const std::string tweet =
      "<div class=\"social embed\"><blockquote class=\"twitter-tweet\"><p>No "
      "bread, no milk, no ferry. Send cheese.</p>— Grenholm Shop "
      "(@grenholm)</blockquote></div>";
  EXPECT_EQ(main_paragraphs(page_of("<div class=article-body>" + p(quay) + tweet + p(harbour) +
                                    p(islanders) + "</div>")),
            (Paragraphs{quay, "No bread, no milk, no ferry. Send cheese.",
                        "— Grenholm Shop (@grenholm)", harbour, islanders}));
}

TEST(HtmlMain, KeepsAnArticleInAnElementOfAWrongName) {
  EXPECT_EQ(main_paragraphs(page_of("<div class=\"sidebar-layout social\"><div class=\"newsletter "
                                    "issue-12\">" +
                                    story() + "</div></div>")),
            the_story);
}

TEST(HtmlMain, KeepsATextInsideAForm) {
  EXPECT_EQ(main_paragraphs("<body><form id=aspnetForm><input type=hidden><div>" + story() +
                            "</div></form>"),
            the_story);
}

TEST(HtmlMain, ReadsLanguagesWithoutSpaces) {
  const std::string chinese =
      "码头周一关闭,因为潜水员在水线以下发现了一条裂缝,周四之前没有渡轮开出,"
      "港务局长说没有人知道裂缝存在了多久。";
  const std::string second =
      "岛上的居民被要求只订购他们需要的东西,商店老板说面包在中午之前就已经卖完了。";
  EXPECT_EQ(main_paragraphs(
                page_of("<div><h1>渡轮停运</h1><div>" + p(chinese) + p(second) + "</div></div>")),
            (Paragraphs{chinese, second}));
}

TEST(HtmlMain, ASectionedArticleIsWhole) {
  std::string sections;
  Paragraphs expected;
  for (const std::string& text : the_story) {
    sections += "<section><h2>A part</h2>" + p(text) + "</section>";
    expected.push_back("A part");
    expected.push_back(text);
  }
  EXPECT_EQ(main_paragraphs(page_of("<div class=wrap>" + sections + "</div>")), expected);
}

TEST(HtmlMain, ADivInAnUnclosedParagraphIsNoPartOfIt) {
  EXPECT_EQ(main_paragraphs("<article><p>" + quay + "<div>" + harbour + "</div>" + islanders +
                            "</article>"),
            the_story);
}

TEST(HtmlMain, OfAShortPageIsWhatThereIs) {
  EXPECT_EQ(main_paragraphs("<title>x</title><p>Hello</p>"), Paragraphs{"Hello"});
}

TEST(HtmlMain, AllOfAPageIsWhatAReaderSees) {
  ExtractOptions options;
  options.main_content = false;
  const auto found = support::paragraphs_of(extract_html(
      page_of("<h1>Ferry delayed</h1>" + p(quay) + "<p style='display:none'>Unseen</p>"), "page",
      options));
  EXPECT_EQ(found, (Paragraphs{"Norvane Wire", "News", "Sport", "Opinion", "Ferry delayed", quay,
                               "The Norvane Wire is a member of the League of Island Papers and "
                               "follows its code of practice in all that it prints. © 2031 Norvane "
                               "Wire. All rights reserved.",
                               "Privacy"}));
}

}  // namespace
}  // namespace reprise::detail
