// The body of a request as documents.
//
//     application/json           one record, {"text": …, "title": …}, as JSON Lines have it
//     application/x-ndjson       a record a line
//     application/octet-stream   a file, in any format that Reprise reads; ?name=a.pdf names it
//
// None of these can be sent by a form of another page, nor without asking first. It is read as any
// input is, but for what is packed, out of memory: nothing of it comes to a disk.
#pragma once

#include <optional>

#include "reprise/document.h"
#include "serve/http.h"

namespace reprise::program {

// Returns whether documents may come in this type of content, parameters behind ";" left aside.
bool is_type_of_documents(const std::string& content_type);

// Returns the documents, each with an id: its own, or "request", "request:2". REQUIRES: the type is
// one of documents. Throws Error of kind `input` if it can't be read.
Corpus documents_of(const HttpRequest& request);

// Returns whether the id was given by us, since the record has none.
bool is_made_up(const std::string& id);

}  // namespace reprise::program
