// Feeds: RSS 2.0, 1.0 and 0.9, and Atom. An item is a document, and the page inside of it goes
// through extract_html().
//
//     <item><title>Ferry delayed</title><link>https://wire.example/ferry</link>
//       <pubDate>Mon, 12 May 2031 08:30:15 GMT</pubDate>
//       <description>&lt;p&gt;The quay …&lt;/p&gt;</description></item>
//
//     {text: "The quay …", title: "Ferry delayed", date: "2031-05-12T08:30:15Z", url: …,
//      source: the feed's title, number: 1}
//
// Of an item's summary and its content the longer one is read; an item of a title alone is that
// title. Feeds are markup here and no XML: what is not well-formed is read as far as it goes,
// and nothing that a DTD declares is ever expanded or fetched, so that no entity can grow or name a
// file.
// Source: RSS 2.0 specification, RFC 4287. Cost: linear, some 300 MB/s. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "reprise/extract/extracted.h"

namespace reprise::detail {

// Returns a document for each item; a problem if there is none.
Extraction extract_feed(std::string_view bytes, const std::string& name,
                        const ExtractOptions& options);

// Returns whether the bytes begin as a feed does.
bool looks_like_feed(std::string_view bytes);

}  // namespace reprise::detail
