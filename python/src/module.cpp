// The module reprise._core: what Python sees of the library. The package reprise around it makes of
// that what people call; nobody else imports it.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "calls.h"
#include "engine_calls.h"
#include "manual.h"
#include "program.h"
#include "reprise/error.h"
#include "reprise/report.h"
#include "reprise/table.h"
#include "reprise/version.h"

namespace reprise::python {
namespace {

const char* word_for(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage: return "usage";
    case ErrorKind::input: return "input";
    case ErrorKind::system: return "system";
    case ErrorKind::closed_pipe: return "closed_pipe";
    case ErrorKind::stopped: return "stopped";
  }
  return "";
}

// reprise.Error is a class of Python's; the library's become its instances.
void translate(const std::exception_ptr& thrown, void*) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Error& error) {
    const Problem& problem = error.problem();
    const nb::object make = nb::module_::import_("reprise._errors").attr("from_library");
    const nb::object made =
        make(word_for(error.kind()), problem.where, problem.what, problem.remedy);
    PyErr_SetObject(nb::handle(made.type()).ptr(), made.ptr());
  }
}

// Runs the program on the arguments behind its name.
int run_as_program(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "reprise");
  std::vector<char*> words;
  for (std::string& argument : arguments) {
    words.push_back(argument.data());
  }
  words.push_back(nullptr);
  const nb::gil_scoped_release released;
  return program::run_program(static_cast<int>(arguments.size()), words.data());
}

nb::list options_of(const std::string& command) {
  nb::list options;
  const bool is_dedup = command == "dedup";
  for (const program::OptionHelp& option :
       is_dedup ? program::dedup_option_help() : program::compare_option_help()) {
    nb::dict made;
    made["name"] = option.name;
    made["value"] = option.value;
    made["default"] = option.default_value;
    made["description"] = option.description;
    options.append(made);
  }
  return options;
}

// Returns what a command line of dedup names: paths and outputs.
nb::dict paths_of(const std::vector<std::string>& arguments) {
  const program::DedupRequest request = program::parse_dedup(arguments);
  nb::dict named;
  named["paths"] = request.paths;
  named["output"] = request.outputs.kept;
  named["removed"] = request.outputs.removed;
  named["clusters"] = request.outputs.clusters;
  named["json"] = request.json_path;
  named["quiet"] = request.general.quiet;
  named["exit_code"] = request.exit_code;
  named["text"] = request.dedup.read.fields.text;
  return named;
}

void bind_tables(nb::module_& module) {
  nb::class_<TableIn>(module, "TableIn")
      .def(nb::init<>())
      .def("add_stream", &TableIn::add_stream)
      .def("add_array", &TableIn::add_array)
      .def("add_strings", &TableIn::add_strings)
      .def_prop_ro("rows", &TableIn::rows)
      .def_prop_ro("column_names", &TableIn::column_names);
  nb::class_<ColumnOut>(module, "ColumnOut")
      .def("__len__", &ColumnOut::size)
      .def("value", &ColumnOut::value)
      .def("to_list", &ColumnOut::to_list)
      .def("array_interface", &ColumnOut::array_interface)
      .def("schema", &ColumnOut::schema)
      .def("arrays", &ColumnOut::arrays);
  nb::class_<TableOut>(module, "TableOut")
      .def_prop_ro("rows", &TableOut::rows)
      .def_prop_ro("columns", [](const TableOut& table) { return table.columns; })
      .def("schema", &TableOut::schema)
      .def("stream", &TableOut::stream);
}

void bind_calls(nb::module_& module) {
  nb::class_<DedupFound>(module, "DedupFound")
      .def_static("of_table", &DedupFound::of_table, nb::arg("table"), nb::arg("text"),
                  nb::arg("options"), nb::arg("on_progress").none())
      .def_static("of_files", &DedupFound::of_files, nb::arg("arguments"),
                  nb::arg("on_progress").none())
      .def("kept", &DedupFound::kept)
      .def("kept_of", &DedupFound::kept_of)
      .def("removed", &DedupFound::removed)
      .def("clusters", &DedupFound::clusters)
      .def("problems", &DedupFound::problems)
      .def("summary", &DedupFound::summary)
      .def("write_list", &DedupFound::write_list)
      .def_prop_ro("shortens", &DedupFound::shortens)
      .def("kept_texts", &DedupFound::kept_texts);
  nb::class_<Feed>(module, "Feed")
      .def(nb::init<const Arguments&>())
      .def_prop_ro("columns", &Feed::columns)
      .def("add", &Feed::add, nb::arg("batch"), nb::arg("file"), nb::arg("on_progress").none())
      .def("reject", &Feed::reject)
      .def("finish", &Feed::finish, nb::arg("on_progress").none());
  nb::class_<Compared>(module, "Compared")
      .def_static("of_files", &Compared::of_files, nb::arg("command"), nb::arg("arguments"),
                  nb::arg("on_progress").none())
      .def_static("of_table", &Compared::of_table, nb::arg("command"), nb::arg("table"),
                  nb::arg("options"), nb::arg("on_progress").none())
      .def_static("of_report", &Compared::of_report)
      .def("table", &Compared::table)
      .def("clusters", &Compared::clusters)
      .def("problems", &Compared::problems)
      .def("ids", &Compared::ids)
      .def("matrix", &Compared::matrix)
      .def("to_json", &Compared::to_json)
      .def("to_html", &Compared::to_html)
      .def("to_terminal", &Compared::to_terminal)
      .def("explain", &Compared::explain)
      .def("write_export", &Compared::write_export);
  module.def("band_keys", &keys_of, nb::arg("table"), nb::arg("text"), nb::arg("options"),
             nb::arg("on_progress").none());
  module.def("document_keys", &document_keys, nb::arg("table"), nb::arg("text"), nb::arg("options"),
             nb::arg("on_progress").none());
  module.def("engine_columns", &engine_columns);
  module.def("bucket_pairs", &bucket_pairs);
  module.def("least_equal_slots", &least_equal_slots);
  module.def("verify", &verified, nb::arg("a"), nb::arg("b"), nb::arg("options"),
             nb::arg("on_progress").none());
}

}  // namespace
}  // namespace reprise::python

NB_MODULE(_core, module) {
  namespace python = reprise::python;
  nanobind::register_exception_translator(python::translate);
  module.attr("version") = std::string(reprise::version());
  module.def("run_as_program", &python::run_as_program);
  module.def("options_of", &python::options_of);
  module.def("paths_of", &python::paths_of);
  module.def("table_names", [] { return reprise::table_names(); });
  module.def("export_names", [] {
    std::vector<std::string> names;
    for (const reprise::ExportName& format : reprise::list_exports()) {
      names.push_back(format.name);
    }
    return names;
  });
  python::bind_tables(module);
  python::bind_calls(module);
}
