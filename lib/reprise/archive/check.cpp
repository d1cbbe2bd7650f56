// Steps: the catalogue by SQLite's own check; each segment's files block by block, its entries for
// their order and places, its documents one by one; then the table of documents, row by row,
// against the documents of the segments.
#include "reprise/archive/check.h"

#include "reprise/error.h"

namespace reprise::detail {
namespace {

class Checker {
 public:
  Checker(Catalogue& catalogue, const Snapshot& snapshot, const std::string& path)
      : catalogue_(catalogue), snapshot_(snapshot), path_(path) {}

  std::vector<Problem> check() {
    for (const std::string& said : catalogue_.check()) {
      add(path_, "is damaged: " + said);
    }
    for (const SegmentView& view : snapshot_.segments) {
      const Segment& segment = *view.segment;
      try_to([&] { check_entries(segment.near, segment.texts.size()); });
      try_to([&] { check_entries(segment.grams, segment.texts.size()); });
      try_to([&] { check_texts(view); });
      try_to([&] { check_words(segment.words); });
    }
    if (problems_.empty()) {
      try_to([&] { check_documents(); });
    }
    return std::move(problems_);
  }

 private:
  void add(const std::string& where, const std::string& what) {
    problems_.push_back(
        {where, what, "put it back from a copy, or make the archive again from its inputs", true});
  }

  template <class Step>
  void try_to(const Step& step) {
    try {
      step();
    } catch (const Error& e) {
      if (e.kind() == ErrorKind::stopped) {
        throw;
      }
      add(e.problem().where, e.problem().what);
    }
  }

  static void check_entries(const Entries& entries, uint32_t documents) {
    entries.file().check_all();
    uint64_t before = 0;
    constexpr uint64_t together = 4096;
    for (uint64_t at = 0; at < entries.size(); at += together) {
      for (const uint64_t entry : entries.slice(at, std::min(together, entries.size() - at))) {
        if (entry < before || unpacked(entry).place >= documents) {
          entries.file().refuse("has entries that can't be");
        }
        before = entry;
      }
    }
  }

  static void check_words(const Words& words) {
    words.file().check_all();
    for (uint32_t place = 0; place < words.size(); ++place) {
      words.of(place);
    }
  }

  void check_texts(const SegmentView& view) {
    const Texts& texts = view.segment->texts;
    texts.file().check_all();
    for (uint32_t place = 0; place < texts.size(); ++place) {
      const DocumentRecord record = texts.record(place);
      if (view.holds(place)) {
        documents_.push_back(
            {texts.number_of(place), id_key(record.document), contents_key(record.document)});
      }
    }
  }

  void check_documents() {
    size_t at = 0;
    bool same = true;
    catalogue_.for_each_document(
        [&](uint64_t number, std::string_view id, std::string_view contents) {
          same = same && at < documents_.size() && documents_[at].number == number &&
                 view_of(documents_[at].id) == id && view_of(documents_[at].contents) == contents;
          ++at;
        });
    if (!same || at != documents_.size()) {
      add(path_, "is damaged: its documents are not those of the segments");
    }
  }

  struct Known {
    uint64_t number;
    ContentKey id;
    ContentKey contents;
  };

  Catalogue& catalogue_;
  const Snapshot& snapshot_;
  const std::string& path_;
  std::vector<Known> documents_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_archive(Catalogue& catalogue, const Snapshot& snapshot,
                                   const std::string& catalogue_path) {
  return Checker(catalogue, snapshot, catalogue_path).check();
}

}  // namespace reprise::detail
