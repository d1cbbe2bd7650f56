// Phrases that several parts of the summary are written with: names, quotations, shares.
//
// A share is never rounded up to all: 1 and "100 %" mean just that.
//
//     two_digits(0.9999)    0.99          percent(0.9999)    99 %
//     two_digits(1)         1.00          percent(1)         100 %
//     listed                "a, b and c"; of more than eight names "... and 3 more"
//
// What comes from a document is put on one line, cut to its columns, and isolated, so that a text
// that runs from right to left doesn't turn the line around it.
//
// Cost: that of the bytes written.
#include "reprise/report/terminal/terminal_writer.h"

#include <algorithm>
#include <cmath>

namespace reprise::detail {
namespace {

constexpr size_t most_columns = 60;  // for what a source is called

}  // namespace

std::string two_digits(double value) {
  const double shown = value < 1 ? std::min(std::floor(value * 100 + 0.5), 99.0) / 100 : 1.0;
  return std::to_string(shown).substr(0, 4);
}

std::string percent(double share) {
  const double shown = share < 1 ? std::min(std::floor(share * 100 + 0.5), 99.0) : 100.0;
  return std::to_string(static_cast<int>(shown)) + " %";
}

std::string listed(const std::vector<std::string>& names) {
  constexpr size_t most = 8;
  const size_t count = names.size();
  std::string list;
  for (size_t i = 0; i < std::min(most, count); ++i) {
    const char* between = i + 1 == count ? " and " : ", ";
    list += (i == 0 ? "" : between) + names[i];
  }
  return count > most ? list + " and " + grouped(count - most) + " more" : list;
}

std::string SummaryWriter::name(DocumentId document, size_t columns) const {
  const Document& d = result.documents[document];
  const bool by_title = options.names == NamedBy::title && d.title;
  const std::string id = on_one_line(by_title ? *d.title : d.id);
  return isolated(cut_in_the_middle(id.empty() ? on_one_line(d.where) : id, columns));
}

StyledText SummaryWriter::full_name(DocumentId document) const {
  const Document& d = result.documents[document];
  std::string more;
  if (d.source) {
    more = isolated(cut_to(on_one_line(*d.source), most_columns));
  }
  if (d.date) {
    more += (more.empty() ? "" : ", ") + on_one_line(d.date->substr(0, 10));
  }
  StyledText text(name(document));
  if (!more.empty()) {
    text.add(" ").add("(" + more + ")", style::dim);
  }
  return text;
}

StyledText SummaryWriter::first_of(const std::vector<DocumentId>& documents) const {
  StyledText text;
  const auto first = first_documents(documents, result);
  if (first && first->size() == 1) {
    text.add("first in ").append(full_name(first->front()));
  }
  return text;
}

std::string SummaryWriter::names(const std::vector<DocumentId>& documents) const {
  std::vector<std::string> list;
  for (const DocumentId d : documents) {
    list.push_back(name(d));
  }
  return listed(list);
}

StyledText SummaryWriter::quote(UnitId unit, Span span, size_t columns, TextStyle style) const {
  StyledText text(cut_to(on_one_line(span.in(result.units[unit].text)), columns), style);
  text.isolate();
  return StyledText("“", style).append(text).add("”", style);
}

void SummaryWriter::heading(const std::string& title, const std::string& note) {
  page.blank();
  page.line(0, 2, StyledText(title, style::bold).add(note));
}

void SummaryWriter::rest(size_t total) {
  if (total > options.limit) {
    page.line(2, 2,
              {"… and " + grouped(total - options.limit) +
                   " more: --limit shows them, --json has them all",
               style::dim});
  }
}

bool SummaryWriter::kept(DocumentId document) const {
  const auto& cluster = result.cluster_of[document];
  return !cluster || result.clusters[*cluster].cluster.kept == document;
}

}  // namespace reprise::detail
