#include "reprise/extract/html_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "reprise/extract/html_tokens.h"

namespace reprise::detail {
namespace {

// Words of names that mean the same, and why.
struct HintRow {
  HtmlHints hint;
  std::string_view reason;
  std::string_view words;  // between blanks; two that follow one another are joined by "-"
};

// clang-format off
constexpr std::array hint_rows = std::to_array<HintRow>({
    {hint_content, "the name of the article's text in schema.org, WordPress and other systems",
     "article-body article-content article-copy article-entry article-main article-paragraph "
     "article-section article-text articlebody articlecontent articletext blog-body blog-content "
     "body-content body-copy body-text bodycopy bodytext content-body contentbody entry-body "
     "entry-content entrycontent main-story main-text maintext news-body news-content news-text "
     "page-content paywall post-body post-content post-text postbody postcontent rich-text "
     "richtext story-body story-content story-section story-text storybody storytext text-body"},
    {hint_never, "the way around the site",
     "breadcrumb breadcrumbs crumbs dropdown footer global-footer globalfooter masthead megamenu "
     "menu menus nav navbar navigation page-footer pager pagination paging site-footer "
     "site-header sitefooter sitemap skip-link skip-links skiplink submenu subnav toolbar topnav"},
    {hint_never, "asks for consent",
     "ccpa consent cookie cookiebanner cookiebar cookies gdpr onetrust privacy-notice"},
    {hint_never, "advertising",
     "ad adbox ads adslot adunit advert advertisement advertising advertorial adverts adwrapper "
     "dfp outbrain revcontent sponsor sponsored sponsors taboola zergnet"},
    {hint_outside, "asks for something: a subscription, a gift, a registration",
     "app-promo call-action cta donate donation donations log-in login membership newsletter "
     "newsletters promo promobox promos promotion promotional register registration regwall "
     "sign-in sign-up signin signup subscribe subscription subscriptions"},
    {hint_outside, "to pass the page on",
     "addthis addtoany follow follow-us print-email share share-buttons sharebar sharedaddy "
     "shares sharetools sharing social socials"},
    {hint_outside, "other pages",
     "also-like also-read carousel featured-posts further-reading keywords latest-news "
     "latest-posts latest-stories leftrail more-articles more-content more-from more-news "
     "more-on more-posts more-stories most-popular most-read most-viewed mostpopular mostread "
     "next-article other-news other-stories popular post-navigation prev-next promo-unit rail "
     "read-also read-more read-next readmore recirc recirculation recommendation recommendations "
     "recommended recommends related relatedcontent relatedlinks relatedposts right-rail "
     "rightrail secondary-content see-also seealso side-bar sidebar similar slider story-package "
     "storypackage suggested tag-list tagcloud taglist tags teaser teaser-list teasers "
     "top-stories topic-list topics trending up-next"},
    {hint_comments, "what readers wrote",
     "comment comment-form comment-list commenting commentlist comments discussion disqus "
     "livefyre respond user-comments"},
    {hint_outside, "of the article, and not its text",
     "about-author article-date article-meta author-bio author-box author-card author-info "
     "author-name author-profile authorbio authors bio byline bylines caption captions copyright "
     "credit credits date-published dateline-date disclaimer editsection entry-meta figcaption "
     "gallery-caption image-caption image-credit image-meta img-caption infobox infocard "
     "key-points media-caption meta metadata navbox photo-credit poll polls post-date post-meta "
     "postmeta pubdate publish-date published-date pull-quote pulled-quote pullquote quiz rating "
     "ratings read-time reading-time survey table-contents timestamp toc tooltip vote votes "
     "wp-caption-text"},
    {hint_outside, "stands in front of the page or beside it",
     "audio-player dialog interstitial jw-player lightbox media-player modal overlay pop-up "
     "popup slideshow-controls ticker video-player videoplayer weather widget-area widgettitle"},
    {hint_date, "when the article was published",
     "created date dateline datepublished dates datetime posted posted-on pubdate "
     "publication-date published time timestamp"},
    {hint_hidden, "for machines and readers of screens",
     "element-invisible hidden-print noprint offscreen print-only screen-reader screenreader "
     "sr-only visually-hidden visuallyhidden"},
});
// clang-format on

using HintTable = std::unordered_map<std::string_view, HtmlHints>;

const HintTable& hint_table() {
  static const HintTable table = [] {
    HintTable made;
    for (const HintRow& row : hint_rows) {
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        made[rest.substr(0, end)] |= row.hint;
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return made;
  }();
  return table;
}

constexpr size_t longest_name = 64;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_small_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

HtmlHints look_up(std::string_view words) {
  const HintTable& table = hint_table();
  const auto found = table.find(words);
  return found == table.end() ? HtmlHints{0} : found->second;
}

HtmlHints hints_of_names(std::string_view names) {
  HtmlHints hints = 0;
  while (!names.empty()) {
    size_t end = 0;
    while (end < names.size() && !is_html_blank(names[end])) {
      ++end;
    }
    hints |= hints_of_name(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return hints;
}

bool hides(std::string_view style) {
  const size_t display = style.find("display");
  if (display == style.npos) {
    return false;
  }
  const size_t colon = style.find_first_not_of(" :", display + 7);
  return colon != style.npos && style.substr(colon).starts_with("none");
}

}  // namespace

// Writes the words of a name, joined by "-", and looks up each and each two in a row.
HtmlHints hints_of_name(std::string_view name) {
  std::array<char, 2 * longest_name> joined;
  size_t size = 0;
  size_t before = 0;  // where the word before this one begins
  size_t begin = 0;   // where this one does
  HtmlHints hints = 0;
  const auto end_word = [&] {
    if (size == begin) {
      return;
    }
    hints |= look_up({joined.data() + begin, size - begin});
    if (begin > before) {
      hints |= look_up({joined.data() + before, size - before});
    }
    before = begin;
    joined[size] = '-';
    ++size;
    begin = size;
  };
  name = name.substr(0, longest_name);
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (is_capital(c)) {
      const bool begins_word = i > 0 && is_small_or_digit(name[i - 1]);
      if (begins_word) {
        end_word();
      }
      joined[size] = static_cast<char>(c + 32);
      ++size;
    } else if (is_small_or_digit(c)) {
      joined[size] = c;
      ++size;
    } else {
      end_word();
    }
  }
  end_word();
  return hints;
}

HtmlHints hints_of(const HtmlToken& token) {
  HtmlHints hints = token.tag == HtmlTag::custom ? hints_of_name(token.name) : HtmlHints{0};
  for (const HtmlAttribute& attribute : token.attributes) {
    const std::string_view name = attribute.name;
    const bool is_name = same_name(name, "class") || same_name(name, "id") ||
                         same_name(name, "itemprop") || same_name(name, "data-testid") ||
                         same_name(name, "data-component") || same_name(name, "role");
    if (is_name) {
      hints |= hints_of_names(attribute.value);
    } else if (same_name(name, "hidden") || (same_name(name, "style") && hides(attribute.value))) {
      hints |= hint_hidden;
    }
  }
  return hints;
}

}  // namespace reprise::detail
