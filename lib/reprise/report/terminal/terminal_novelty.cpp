#include "reprise/report/terminal/terminal_novelty.h"

#include <algorithm>

#include "reprise/report/terminal/layout.h"
#include "reprise/result/novelty.h"

namespace reprise::detail {
namespace {

double new_share(const Novelty& novelty) {
  return novelty.words == 0 ? 0 : static_cast<double>(novelty.new_words) / novelty.words;
}

// Documents with the largest share of new words first.
void add_documents(std::vector<Novelty> documents, SummaryWriter& out) {
  std::stable_sort(documents.begin(), documents.end(),
                   [](const Novelty& x, const Novelty& y) { return new_share(x) > new_share(y); });
  for (size_t i = 0; i < out.shown(documents.size()); ++i) {
    const Novelty& novelty = documents[i];
    StyledText line(percent(new_share(novelty)), style::bold);
    line.add(" of ").append(out.full_name(novelty.document));
    line.add(": " + grouped(novelty.new_statements) + " of " +
             counted(novelty.statements, "statement"));
    if (novelty.figures > 0) {
      line.add(", " + grouped(novelty.new_figures) + " of " + counted(novelty.figures, "figure"));
    }
    out.page.line(2, 8, line);
  }
  out.rest(documents.size());
}

void add_statements(const std::vector<NewStatement>& statements, SummaryWriter& out) {
  constexpr size_t most_columns = 200;
  if (statements.empty()) {
    return;
  }
  out.page.blank();
  for (size_t i = 0; i < out.shown(statements.size()); ++i) {
    StyledText line = out.quote(statements[i].unit, statements[i].span, most_columns);
    line.add(" (" + out.names(statements[i].documents) + ")", style::dim);
    out.page.line(2, 4, line);
  }
  out.rest(statements.size());
}

}  // namespace

void add_novelty(SummaryWriter& out) {
  const News news = find_news(out.result);
  if (news.documents.empty()) {
    return;
  }
  out.heading("What is new", " (words that lie in no passage)");
  add_documents(news.documents, out);
  add_statements(news.statements, out);
}

}  // namespace reprise::detail
