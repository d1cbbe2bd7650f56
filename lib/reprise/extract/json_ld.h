// What a page says of itself in JSON-LD, with the vocabulary of schema.org.
//
//     {"@graph": [{"@type": "NewsArticle", "headline": "Ferry delayed",
//                  "datePublished": "2031-05-12", "publisher": {"@id": "#us"}},
//                 {"@id": "#us", "name": "Norvane Wire"}]}
//
//     headline "Ferry delayed", published "2031-05-12", publisher "Norvane Wire"
//
// Lists, @graph and @id are followed, to a bounded depth; what is no JSON says nothing. Of several
// articles the first one counts. Source: schema.org, Article. Cost: 500 MB/s.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace reprise::detail {

struct JsonLd {
  std::string headline, published, publisher, url, author;
  std::string site;  // the name of the WebSite
};

// Returns what the scripts of a page say of its article; empty fields otherwise.
JsonLd read_json_ld(std::span<const std::string_view> scripts);

}  // namespace reprise::detail
