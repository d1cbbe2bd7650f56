// The tables, the parameters as JSON, and the checksums of rows.
//
//     parameters     {"words":{"fold_case":true,…},"language":"auto","shingle_size":5,…}
//     checksum       of parameters and fingerprint, in a row of their own
//
// Cost: a row of documents some 2 µs to insert, 80 bytes on disk.
#include "reprise/archive/catalogue.h"

#include <cstring>
#include <nlohmann/json.hpp>

#include "reprise/base/hash.h"
#include "reprise/error.h"

namespace reprise::detail {
namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t application = 0x52707273;  // "Rprs": what SQLite calls the application's id
constexpr int64_t catalogue_format = 2;

constexpr const char* make_tables = R"(
  create table state (name text primary key, value blob not null) without rowid;
  create table segments (
    number integer primary key,
    first integer not null,
    documents integer not null,
    level integer not null,
    removed blob not null,
    checksum integer not null
  );
  create table documents (
    number integer primary key,
    id blob not null unique,
    contents blob not null
  );
  create table cursors (source blob primary key, state blob not null) without rowid;
)";

constexpr std::array<std::pair<const char*, bool Normalisation::*>, 7> word_rules{
    {{"fold_case", &Normalisation::fold_case},
     {"drop_punctuation", &Normalisation::drop_punctuation},
     {"fold_digits", &Normalisation::fold_digits},
     {"drop_marks", &Normalisation::drop_marks},
     {"fold_letters", &Normalisation::fold_letters},
     {"fold_lookalikes", &Normalisation::fold_lookalikes},
     {"turkish_i", &Normalisation::turkish_i}}};
constexpr std::array<const char*, 2> shingle_units{"words", "characters"};
constexpr std::array<const char*, 3> seed_units{"stems", "words", "characters"};

std::string written(const ArchiveParameters& parameters) {
  Json words;
  for (const auto& [name, rule] : word_rules) {
    words[name] = parameters.words.*rule;
  }
  return Json{{"words", words},
              {"language", parameters.language},
              {"shingles", shingle_units[static_cast<size_t>(parameters.shingles.unit)]},
              {"shingle_size", parameters.shingles.size},
              {"sketch_slots", parameters.sketch.slots},
              {"sketch_seed", parameters.sketch.seed},
              {"threshold", parameters.threshold},
              {"passage_unit", seed_units[static_cast<size_t>(parameters.seed_unit)]},
              {"passage_seed", parameters.seed}}
      .dump();
}

template <class Names>
size_t place_in(const Names& names, const std::string& name) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) {
      return i;
    }
  }
  throw std::out_of_range(name);
}

// Throws an exception of the JSON library, or out_of_range, where something is not as it should be.
ArchiveParameters read(const std::string& text) {
  const Json json = Json::parse(text);
  ArchiveParameters parameters;
  for (const auto& [name, rule] : word_rules) {
    parameters.words.*rule = json.at("words").at(name).get<bool>();
  }
  json.at("language").get_to(parameters.language);
  parameters.shingles.unit =
      static_cast<ShingleUnit>(place_in(shingle_units, json.at("shingles").get<std::string>()));
  json.at("shingle_size").get_to(parameters.shingles.size);
  json.at("sketch_slots").get_to(parameters.sketch.slots);
  json.at("sketch_seed").get_to(parameters.sketch.seed);
  json.at("threshold").get_to(parameters.threshold);
  parameters.seed_unit =
      static_cast<SeedUnit>(place_in(seed_units, json.at("passage_unit").get<std::string>()));
  json.at("passage_seed").get_to(parameters.seed);
  return parameters;
}

uint64_t checksum_of(const SegmentRow& row) {
  uint64_t all = hash_bytes(row.removed.bits());
  for (const uint64_t number : {row.number, row.first, row.documents, row.level}) {
    all = mix(all ^ number);
  }
  return all;
}

std::string as_blob(uint64_t number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

Problem damaged(const std::string& path, const std::string& what) {
  return {path, what, "put it back from a copy, or make the archive again from its inputs", false};
}

}  // namespace

ContentKey content_key(std::string_view bytes) {
  constexpr uint64_t another = 0x5bd1e995;
  const std::array<uint64_t, 2> halves{hash_bytes(bytes), hash_bytes(bytes, another)};
  ContentKey key{};
  std::memcpy(key.data(), halves.data(), key.size());
  return key;
}

ContentKey id_key(const Document& document) {
  return content_key(document.id);
}

ContentKey contents_key(const Document& document) {
  DocumentRecord record{document, 0};
  record.document.where.clear();
  return content_key(write_record(record));
}

void Catalogue::create(const std::string& path, const ArchiveParameters& parameters) {
  Database database(path, Database::Mode::create);
  Transaction making(database);
  Statement asked("pragma user_version", database);
  asked.next();
  const bool is_new = asked.number(0) == 0;
  asked.reset();
  if (!is_new) {
    throw Error(ErrorKind::usage, {path, "is there already", "name another folder", false});
  }
  database.run(make_tables);
  database.run(("pragma application_id = " + std::to_string(application)).c_str());
  database.run(("pragma user_version = " + std::to_string(catalogue_format)).c_str());
  const std::string text = written(parameters);
  const uint64_t made_by = fingerprint(parameters);
  Statement put("insert into state values (?, ?)", database);
  const std::string checksum = as_blob(hash_bytes(text, made_by));
  put.bind("parameters").bind(text).run();
  put.bind("fingerprint").bind(as_blob(made_by)).run();
  put.bind("checksum").bind(checksum).run();
  put.bind("next_segment").bind(as_blob(1)).run();
  put.bind("next_document").bind(as_blob(1)).run();
  making.commit();
}

Catalogue::Catalogue(const std::string& path, Database::Mode mode)
    : database_(path, mode), path_(path) {
  const Transaction reading(database_, Transaction::Kind::read);
  const auto pragma = [&](const char* text) {
    Statement asked(text, database_);
    return asked.next() ? asked.number(0) : 0;
  };
  if (pragma("pragma application_id") != application) {
    throw Error(ErrorKind::input, {path,
                                   "is no catalogue of an archive, but something of another "
                                   "program or of nothing yet",
                                   "make an archive with reprise archive create", false});
  }
  if (const int64_t format = pragma("pragma user_version"); format != catalogue_format) {
    throw Error(ErrorKind::input,
                {path, "has format " + std::to_string(format) + ", which this version can't read",
                 "make the archive again from its inputs, or use the version of Reprise that "
                 "made it",
                 false});
  }
  read_state();
}

void Catalogue::read_state() {
  Statement get("select value from state where name = ?", database_);
  const auto value = [&](std::string_view name) {
    get.reset();
    return get.bind(name).next() ? std::string(get.bytes(0)) : std::string();
  };
  const std::string text = value("parameters");
  fingerprint_ = number_of("fingerprint");
  if (value("checksum") != as_blob(hash_bytes(text, fingerprint_))) {
    throw Error(ErrorKind::input, damaged(path_, "is damaged: its parameters are not as written"));
  }
  try {
    parameters_ = read(text);
  } catch (const std::exception& e) {
    throw Error(ErrorKind::input,
                damaged(path_, std::string("has parameters that can't be read: ") + e.what()));
  }
}

uint64_t Catalogue::number_of(const char* name) {
  Statement get("select value from state where name = ?", database_);
  uint64_t number = 0;
  const bool is_there = get.bind(std::string_view(name)).next();
  if (!is_there || get.bytes(0).size() != sizeof number) {
    throw Error(ErrorKind::input, damaged(path_, "is damaged: it has no " + std::string(name)));
  }
  std::memcpy(&number, get.bytes(0).data(), sizeof number);
  return number;
}

int64_t Catalogue::version() {
  Statement asked("pragma data_version", database_);
  asked.next();
  return asked.number(0);
}

std::vector<SegmentRow> Catalogue::segments() {
  Statement rows(
      "select number, first, documents, level, removed, checksum from segments order by first",
      database_);
  std::vector<SegmentRow> segments;
  while (rows.next()) {
    SegmentRow& row = segments.emplace_back();
    row.number = static_cast<uint64_t>(rows.number(0));
    row.first = static_cast<uint64_t>(rows.number(1));
    row.documents = static_cast<uint64_t>(rows.number(2));
    row.level = static_cast<uint64_t>(rows.number(3));
    row.removed = Removed(std::string(rows.bytes(4)));
    if (static_cast<uint64_t>(rows.number(5)) != checksum_of(row)) {
      throw Error(ErrorKind::input,
                  damaged(path_, "is damaged: what it says of segment " +
                                     std::to_string(row.number) + " is not as written"));
    }
  }
  return segments;
}

uint64_t Catalogue::next_segment() {
  return number_of("next_segment");
}

uint64_t Catalogue::next_document() {
  return number_of("next_document");
}

uint64_t Catalogue::documents() {
  Statement count("select count(*) from documents", database_);
  count.next();
  return static_cast<uint64_t>(count.number(0));
}

std::optional<DocumentRow> Catalogue::find(const ContentKey& id) {
  if (!find_) {
    find_ = std::make_unique<Statement>("select number, contents from documents where id = ?",
                                        database_);
  }
  std::optional<DocumentRow> found;
  if (find_->bind(view_of(id)).next()) {
    found.emplace();
    found->number = static_cast<uint64_t>(find_->number(0));
    if (find_->bytes(1).size() == found->contents.size()) {
      std::memcpy(found->contents.data(), find_->bytes(1).data(), found->contents.size());
    }
  }
  find_->reset();  // so that it holds no lock
  return found;
}

void Catalogue::put(const SegmentRow& row) {
  Statement put("insert or replace into segments values (?, ?, ?, ?, ?, ?)", database_);
  put.bind(row.number).bind(row.first).bind(row.documents).bind(row.level);
  put.bind(std::string_view(row.removed.bits())).bind(checksum_of(row)).run();
}

void Catalogue::erase_segment(uint64_t number) {
  Statement("delete from segments where number = ?", database_).bind(number).run();
}

void Catalogue::set_next(uint64_t segment, uint64_t document) {
  Statement put("update state set value = ? where name = ?", database_);
  const std::string next_segment = as_blob(segment);
  const std::string next_document = as_blob(document);
  put.bind(next_segment).bind("next_segment").run();
  put.bind(next_document).bind("next_document").run();
}

void Catalogue::set_fingerprint(uint64_t fingerprint) {
  Statement put("update state set value = ? where name = ?", database_);
  const std::string made_by = as_blob(fingerprint);
  const std::string checksum = as_blob(hash_bytes(written(parameters_), fingerprint));
  put.bind(made_by).bind("fingerprint").run();
  put.bind(checksum).bind("checksum").run();
  fingerprint_ = fingerprint;
}

std::string Catalogue::cursor(const std::string& source) {
  Statement get("select state from cursors where source = ?", database_);
  return get.bind(std::string_view(source)).next() ? std::string(get.bytes(0)) : std::string();
}

void Catalogue::set_cursor(const std::string& source, const std::string& state) {
  Statement put("insert or replace into cursors values (?, ?)", database_);
  put.bind(std::string_view(source)).bind(std::string_view(state)).run();
}

std::vector<std::string> Catalogue::check() {
  std::vector<std::string> wrong;
  Statement rows("pragma integrity_check(20)", database_);
  while (rows.next()) {
    if (rows.bytes(0) != "ok") {
      wrong.emplace_back(rows.bytes(0));
    }
  }
  return wrong;
}

DocumentRows::DocumentRows(Catalogue& catalogue)
    : insert_("insert into documents values (?, ?, ?)", catalogue.database()),
      erase_("delete from documents where number = ?", catalogue.database()) {}

void DocumentRows::insert(uint64_t number, const ContentKey& id, const ContentKey& contents) {
  insert_.bind(number).bind(view_of(id)).bind(view_of(contents)).run();
}

void DocumentRows::erase(uint64_t number) {
  erase_.bind(number).run();
}

}  // namespace reprise::detail
