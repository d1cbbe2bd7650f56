// Steps: groups of facts are gathered; they are written as lines, or as one JSON object.
//
//     {"threads", 8, "threads", "8, unless --threads says otherwise"}      a fact
//     "machine": {"threads": 8}                                            for programs
//       threads               8, unless --threads says otherwise           for people
//
// A new fact is a row of its group. Nothing is changed, and no program started. Cost: none.
#include "doctor.h"

#include <sys/resource.h>
#include <unistd.h>

#include <unicode/uvernum.h>
#include <zlib.h>
#include <zstd.h>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "command_line.h"
#include "exit_code.h"
#include "help.h"
#include "reprise/base/parallel.h"
#include "reprise/base/require.h"
#include "reprise/base/targets.h"
#include "reprise/extract/child_process.h"
#include "reprise/extract/pdf.h"
#include "reprise/extract/warc.h"
#include "reprise/io/output_file.h"
#include "reprise/report.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/version.h"
#include "summary_options.h"

namespace reprise::program {
namespace {

using Json = nlohmann::ordered_json;

// One thing that is known: for programs a key and a value, for people a name and a sentence.
struct Fact {
  std::string key;
  Json value;
  std::string name;
  std::string in_words;
};
struct FactGroup {
  std::string key;
  std::string title;
  std::vector<Fact> facts;
};

FactGroup versions() {
  const auto fact = [](const char* key, const char* name, std::string value) {
    return Fact{key, value, name, value};
  };
  return {"versions",
          "Versions",
          {fact("reprise", "reprise", std::string(version())), fact("icu", "ICU", U_ICU_VERSION),
           fact("zlib", "zlib", zlibVersion()), fact("zstd", "Zstandard", ZSTD_versionString())}};
}

Fact simd() {
  std::vector<std::string> names;
  std::string list;
  for (const Target target : targets()) {
    names.emplace_back(name_of(target));
    list += (list.empty() ? "" : ", ") + names.back();
  }
  const std::string chosen(name_of(chosen_target()));
  return {
      "simd", {{"chosen", chosen}, {"available", names}}, "SIMD", chosen + " (of " + list + ")"};
}

Fact threads() {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  return {"threads", cores, "threads", grouped(cores) + ", unless --threads says otherwise"};
}

Fact memory() {
  const auto pages = static_cast<uint64_t>(std::max(0L, sysconf(_SC_PHYS_PAGES)));
  const auto page = static_cast<uint64_t>(std::max(0L, sysconf(_SC_PAGESIZE)));
  const uint64_t bytes = pages * page;
  return {"memory_bytes", bytes, "memory", grouped(bytes >> 20) + " MiB"};
}

// Where standard input and what outgrows the memory are kept for a while.
Fact temporary_folder() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  Fact fact{"temporary_folder", nullptr, "temporary folder", ""};
  if (error || access(folder.c_str(), W_OK | X_OK) != 0) {
    fact.in_words = "none that can be written to; name one with TMPDIR";
    return fact;
  }
  const auto space = std::filesystem::space(folder, error);
  const uint64_t free = error ? 0 : space.available;
  fact.value = {{"path", folder.string()}, {"free_bytes", free}};
  fact.in_words = on_one_line(folder.string()) + ", " + grouped(free >> 20) + " MiB free";
  return fact;
}

Fact open_files() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  return {"open_files", limit.rlim_cur, "open files", grouped(limit.rlim_cur) + " at a time"};
}

// Other programs that are asked, where they are there.
Fact pdf_reader() {
  const PdfReader reader;
  const auto found = find_program(reader.program);
  Fact fact{reader.program, nullptr, reader.program, ""};
  if (found) {
    fact.value = *found;
    fact.in_words = on_one_line(*found) + ", reads PDF files";
  } else {
    fact.in_words = "not there: PDF files are not read; it comes with poppler-utils";
  }
  return fact;
}

FactGroup limits() {
  const PdfReader pdf;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(pdf.limits.time).count();
  const size_t dense = JsonOptions().most_dense;
  return {"limits",
          "Limits",
          {{"threads", most_threads, "threads", grouped(most_threads) + " at most"},
           {"words", uint64_t{1} << 32, "words",
            "fewer than 4,294,967,296 in the documents of one comparison"},
           {"dense_matrix_documents", dense, "matrices in JSON",
            "in full up to " + grouped(dense) + " documents, above that what is over --floor"},
           {"warc_record_bytes", most_warc_record, "record of a WARC",
            grouped(most_warc_record >> 20) + " MiB"},
           {"pdf_seconds", seconds, "a PDF file",
            grouped(static_cast<uint64_t>(seconds)) + " s and " + grouped(pdf.limits.memory >> 20) +
                " MiB, and more for large ones"}}};
}

std::vector<FactGroup> all_facts() {
  return {versions(),
          {"machine", "Machine", {simd(), threads(), memory(), temporary_folder(), open_files()}},
          {"programs", "Other programs", {pdf_reader()}},
          limits()};
}

std::string as_json(const std::vector<FactGroup>& groups) {
  Json all{{"schema", "reprise.doctor/1"}};
  for (const FactGroup& group : groups) {
    for (const Fact& fact : group.facts) {
      all[group.key][fact.key] = fact.value;
    }
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string as_text(const std::vector<FactGroup>& groups) {
  constexpr size_t column = 22;
  Page page(width_of_standard_output(), false);
  for (const FactGroup& group : groups) {
    page.line(0, 2, group.title);
    for (const Fact& fact : group.facts) {
      StyledText line(fact.name);
      page.line(2, column + 2, line.pad(column).add(fact.in_words));
    }
  }
  page.line(0, 2, "No network is needed, and a model only for --model.");
  return page.text();
}

struct Definition {
  std::string json;
  GeneralOptions general;
  std::vector<std::string> paths;
  po::options_description visible{"Options", line_length()};

  Definition() {
    // clang-format off
    visible.add_options()
      ("json", output_path("json", json), "write it as JSON, for programs; - is standard output");
    // clang-format on
    general.add_to(visible);
  }
};

}  // namespace

std::vector<OptionHelp> doctor_option_help() {
  return help_of(Definition().visible);
}

int run_doctor(const std::vector<std::string>& arguments) {
  Definition asked;
  parse_command_line(asked.visible, arguments, asked.paths);
  OutputFile out(asked.json.empty() || asked.general.help ? "-" : asked.json);
  if (asked.general.help) {
    out.write(help_page("reprise doctor [OPTION...]",
                        "What this program is made of, and what this machine gives it: versions, "
                        "SIMD, threads, other programs, limits.",
                        asked.visible));
    return done;
  }
  if (!asked.paths.empty()) {
    throw WrongUse("reprise doctor takes no paths, not '" + asked.paths.front() + "'");
  }
  const std::vector<FactGroup> facts = all_facts();
  if (!asked.json.empty()) {
    out.write(as_json(facts));
    out.finish();
    out.commit();
  } else if (!asked.general.quiet) {
    out.write(as_text(facts));
  }
  return done;
}

}  // namespace reprise::program
