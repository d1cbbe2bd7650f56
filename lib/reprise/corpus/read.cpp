#include "reprise/read.h"

#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/metadata.h"
#include "reprise/corpus/text_file.h"
#include "reprise/io/json_record.h"
#include "reprise/io/lines.h"

namespace reprise {

using namespace detail;
namespace {

// Reads files one by one and hands on what they hold.
class Reader {
 public:
  Reader(const ReadOptions& options, const std::function<void(Document)>& on_document,
         const ProblemSink& on_problem)
      : options_(options),
        on_document_(on_document),
        on_problem_(on_problem),
        metadata_(options.metadata, on_problem),
        parser_(options.fields) {}

  void read(const InputPath& input) {
    try {
      input.format == InputFormat::jsonl ? read_jsonl(input) : read_text(input);
    } catch (const Error& e) {
      if (input.path == "-") {
        throw;
      }
      on_problem_(e.problem());
    }
  }

 private:
  void read_text(const InputPath& input) {
    if (input.path.ends_with("metadata.csv")) {  // a shell's samples/* names it, too
      on_problem_({repaired_utf8(input.path), "was named, and so is read as an article",
                   "name its folder instead", false});
    }
    std::optional<std::string> damage;
    std::string bytes = read_whole(input.path, damage);
    if (damage) {
      report_damage(input.path, *damage);
    }
    if (!input.folder.empty() && looks_binary(bytes)) {
      on_problem_({input.path, "skipped: this is no text",
                   "name the file to have it read all the same", false});
      return;
    }
    Document document;
    document.id = repaired_utf8(input.id);
    document.where = repaired_utf8(input.path);
    const size_t broken = set_text(document, std::move(bytes));
    if (document.text.size() > UINT32_MAX) {  // UTF-16 grows
      on_problem_(
          {document.where, "is longer than 4 GiB as UTF-8", "split it into several texts", true});
      return;
    }
    if (broken > 0) {
      on_problem_({document.where,
                   std::to_string(broken) + (broken == 1 ? " place is" : " places are") +
                       " no valid UTF-8 and read as U+FFFD",
                   "convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8", false});
    }
    const MetadataRow* row = metadata_.find(input);
    if (row) {
      if (row->id) {
        document.id = *row->id;
      }
      document.title = row->title;
      document.source = row->source;
      document.date = row->date;
      document.url = row->url;
      document.extra = row->extra;
    }
    hand_on(std::move(document), row ? row->where : input.path);
  }

  void read_jsonl(const InputPath& input) {
    InputFile file(input.path);
    LineReader lines(file);
    const std::string name = repaired_utf8(input.path);
    size_t number = 0;
    std::optional<Problem>
        held;  // a complaint about the last line so far: it may be the stump of a cut file
    bool repaired = false;
    while (auto line = lines.next()) {
      ++number;
      if (held) {
        on_problem_(*std::exchange(held, std::nullopt));
      }
      if (number == 1 && line->starts_with("\xEF\xBB\xBF")) {
        line->remove_prefix(3);
      }
      if (number == 1 && (line->starts_with("\xFF\xFE") || line->starts_with("\xFE\xFF"))) {
        on_problem_(utf16_problem(name));
        return;
      }
      if (line->find_first_not_of(" \t\r") == line->npos) {
        continue;
      }
      held = read_record(*line, name, number, repaired);
    }
    if (const auto damage = file.damage()) {
      report_damage(name, *damage);
    } else if (held) {
      on_problem_(*held);
    }
    if (repaired) {
      on_problem_(repaired_problem(name));
    }
  }

  // Hands on the document of one line, or returns what is wrong with it.
  std::optional<Problem> read_record(std::string_view line, const std::string& name, size_t number,
                                     bool& repaired) {
    const std::string where = name + ":" + std::to_string(number);
    RecordComplaint complaint;
    std::optional<JsonRecord> record = parser_.parse(line, complaint);
    if (!record) {
      return Problem{where, complaint.what, complaint.remedy, true};
    }
    if (record->text.size() > UINT32_MAX) {
      return Problem{where, "the text is longer than 4 GiB", "split it into several records", true};
    }
    repaired |= record->repaired;
    Document document;
    document.where = where;
    document.id = record->id ? *std::move(record->id) : where;
    document.title = std::move(record->title);
    document.source = std::move(record->source);
    document.date = std::move(record->date);
    document.url = std::move(record->url);
    document.text = std::move(record->text);
    document.extra = std::move(record->extra);
    const std::string where_of_date = document.where;
    hand_on(std::move(document), where_of_date);
    return std::nullopt;
  }

  // `where_of_date`: where the document's date was written.
  void hand_on(Document document, const std::string& where_of_date) {
    if (document.date && !parse_date(*document.date)) {
      on_problem_({where_of_date, "\"" + *document.date + "\" is no date", date_remedy, false});
      document.date.reset();
    }
    on_document_(std::move(document));
  }

  void report_damage(const std::string& where, const std::string& damage) {
    on_problem_(damage_problem(where, damage));
  }

  const ReadOptions& options_;
  const std::function<void(Document)>& on_document_;
  const ProblemSink& on_problem_;
  Metadata metadata_;
  JsonRecordParser parser_;
};

}  // namespace

void read_documents(std::span<const std::string> paths, const ReadOptions& options,
                    const std::function<void(Document)>& on_document,
                    const ProblemSink& on_problem) {
  read_inputs(list_inputs(paths, options.format, on_problem), options, on_document, on_problem);
}

void read_inputs(std::span<const InputPath> inputs, const ReadOptions& options,
                 const std::function<void(Document)>& on_document, const ProblemSink& on_problem) {
  Reader reader(options, on_document, on_problem);
  for (const InputPath& input : inputs) {
    reader.read(input);
  }
}

Corpus read_corpus(std::span<const std::string> paths, const ReadOptions& options) {
  Corpus corpus;
  read_documents(
      paths, options, [&](Document d) { corpus.documents.push_back(std::move(d)); },
      [&](Problem p) { corpus.problems.push_back(std::move(p)); });
  return corpus;
}

}  // namespace reprise
