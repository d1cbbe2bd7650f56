// Templates: text that documents share because of where they come from, and not because one took it
// from another: mastheads, bylines, cookie notices, "Related posts", advertisements.
//
// A cluster of passages is a template if it recurs as templates do, which is told by how often,
// where, and in what form:
//
//     often    in five documents and one in a hundred of the collection; where sources are known,
//              in three documents and one in ten of one source, and in twice as many documents as
//              sources
//     where    near the end of nearly all of them, or near the beginning if it is short: longer
//              text there may be a lead that many took over; elsewhere it must be short, and in ten
//              documents and one in twenty
//     form     whole lines, at least together with others, nearly the same word for word, and a
//              small part of each document. Headlines that change places under "Related posts" are
//              whole lines together
//
// What stands in a reference is none: to look for it is what the reference is for.
//
// A quotation in the middle of a paragraph never is one. Cost: linear in the spans. Pure; any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reprise/ids.h"
#include "reprise/language/unit.h"
#include "reprise/passages/passage.h"
#include "reprise/passages/ranges.h"

namespace reprise::detail {

// Of a document whose source nobody knows.
inline constexpr uint32_t no_source = UINT32_MAX;

class TemplateRule {
 public:
  // `source_of` has a number for the source of each document, or no_source; both must outlive the
  // rule. Documents from `first_reference` on are references.
  TemplateRule(std::span<const TextUnit> units, std::span<const uint32_t> source_of,
               std::optional<DocumentId> first_reference);

  // Returns the known templates and what of the clusters is one too. What is known doesn't count as
  // text between a cluster and a document's end: once the last lines of a page are known, those
  // above them are its last.
  UnitRanges find(std::span<const PassageCluster> clusters, const UnitRanges& known) const;

 private:
  struct Census;
  Census take_census(const PassageCluster& cluster, const UnitRanges& known) const;
  bool is_often(const Census& census) const;
  static bool is_in_place(const Census& census, size_t all_documents);
  bool recurs(const PassageCluster& cluster, const UnitRanges& known) const;
  bool has_whole_lines(const PassageSpan& span, const UnitRanges& recurring) const;

  std::span<const TextUnit> units_;
  std::span<const uint32_t> source_of_;
  std::optional<DocumentId> first_reference_;
  std::vector<uint32_t> documents_of_;  // by source; none if there are less than two
};

}  // namespace reprise::detail
