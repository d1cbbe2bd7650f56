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
     "article-body articlebody article-content articlecontent article-text articletext article-copy "
     "article-entry article-main story-body storybody story-content story-text storytext post-content "
     "postcontent post-body postbody post-text entry-content entrycontent entry-body content-body "
     "contentbody body-content body-copy bodycopy body-text bodytext news-content news-body news-text "
     "blog-content blog-body rich-text richtext page-content text-body main-text maintext main-story "
     "article-paragraph article-section story-section paywall"},
    {hint_never, "the way around the site",
     "breadcrumb breadcrumbs crumbs nav navbar navigation subnav topnav menu menus submenu megamenu "
     "pagination pager paging sitemap skiplink skip-link skip-links dropdown toolbar masthead "
     "site-header site-footer page-footer global-footer footer globalfooter sitefooter"},
    {hint_never, "asks for consent",
     "cookie cookies cookiebar cookiebanner consent gdpr ccpa privacy-notice onetrust"},
    {hint_never, "advertising",
     "ad ads adslot adunit adwrapper advert adverts advertisement advertising advertorial adbox "
     "sponsor sponsored sponsors dfp outbrain taboola zergnet revcontent"},
    {hint_outside, "asks for something: a subscription, a gift, a registration",
     "newsletter newsletters subscribe subscription subscriptions signup sign-up login log-in signin "
     "sign-in register registration regwall donate donation donations promo promos promobox promotion "
     "promotional cta call-action membership app-promo"},
    {hint_outside, "to pass the page on",
     "share shares sharing sharebar sharetools sharedaddy share-buttons social socials addthis "
     "addtoany follow follow-us print-email"},
    {hint_outside, "other pages",
     "related relatedlinks relatedcontent relatedposts recommended recommendation recommendations "
     "recommends recirc recirculation trending popular mostpopular most-popular mostread most-read "
     "most-viewed more-stories more-news more-from more-on more-articles more-posts more-content "
     "read-more readmore read-next read-also also-read also-like see-also seealso up-next next-article "
     "latest-news latest-stories latest-posts other-news other-stories top-stories teaser-list "
     "tags tag-list taglist tagcloud topics topic-list keywords similar suggested featured-posts "
     "sidebar side-bar rightrail right-rail leftrail rail secondary-content further-reading "
     "prev-next post-navigation carousel slider teaser teasers promo-unit storypackage story-package"},
    {hint_comments, "what readers wrote",
     "comment comments commentlist commenting comment-list disqus livefyre respond comment-form "
     "user-comments discussion"},
    {hint_outside, "of the article, and not its text",
     "byline bylines author-bio authorbio author-box author-info author-card author-profile author-name "
     "authors about-author bio post-meta entry-meta article-meta postmeta meta metadata timestamp "
     "pubdate publish-date published-date date-published post-date article-date dateline-date "
     "caption captions figcaption photo-credit image-credit credit credits copyright disclaimer "
     "media-caption image-caption img-caption wp-caption-text gallery-caption read-time reading-time "
     "rating ratings vote votes poll polls quiz survey toc table-contents editsection infobox navbox "
     "pullquote pull-quote pulled-quote tooltip image-meta infocard key-points"},
    {hint_outside, "stands in front of the page or beside it",
     "modal popup pop-up overlay lightbox interstitial dialog widget-area widgettitle video-player "
     "videoplayer media-player audio-player jw-player slideshow-controls ticker weather"},
    {hint_hidden, "for machines and readers of screens",
     "visually-hidden visuallyhidden sr-only screen-reader screenreader offscreen hidden-print "
     "element-invisible noprint print-only"},
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
        made.emplace(rest.substr(0, end), row.hint);
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
    } else if (same_name(name, "hidden") ||
               (same_name(name, "style") && hides(attribute.value))) {
      hints |= hint_hidden;
    }
  }
  return hints;
}

}  // namespace reprise::detail
